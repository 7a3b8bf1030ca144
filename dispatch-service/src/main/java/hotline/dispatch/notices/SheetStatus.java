package hotline.dispatch.notices;

import hotline.lifecycle.Coded;

/** Who must act next on one copy (联的状态). */
public enum SheetStatus implements Coded {
  TO_DELIVER("待送达", "Waits for the supervisor"),
  TO_RECEIPT("待签收", "Waits for its recipient"),
  RECEIPTED("已签收", "Confirmed");

  private final String zh;
  private final String en;

  SheetStatus(String zh, String en) {
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
