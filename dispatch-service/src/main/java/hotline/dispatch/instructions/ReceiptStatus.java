package hotline.dispatch.instructions;

import hotline.lifecycle.Coded;

/** Who must act next on a unit's part in an instruction (批示件状态). */
public enum ReceiptStatus implements Coded {
  TO_READ("待阅", "To be read"),
  TO_ANSWER("待反馈", "To be answered"),
  ANSWERED("待认可", "Waits to be accepted"),
  SENT_BACK("退回重报", "Sent back to the unit"),
  ACCEPTED("已办结", "Accepted"),
  NOTED("已阅知", "Noted");

  private final String zh;
  private final String en;

  ReceiptStatus(String zh, String en) {
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
