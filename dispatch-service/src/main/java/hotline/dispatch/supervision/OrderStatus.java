package hotline.dispatch.supervision;

import hotline.lifecycle.Coded;

/** Who must act next on a supervision order (督办单状态). */
public enum OrderStatus implements Coded {
  ISSUED("待整改", "Waits for the unit"),
  ANSWERED("待审核", "Waits for the supervisor"),
  SENT_BACK("退回整改", "Sent back to the unit"),
  CLOSED("已销号", "Closed");

  private final String zh;
  private final String en;

  OrderStatus(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
