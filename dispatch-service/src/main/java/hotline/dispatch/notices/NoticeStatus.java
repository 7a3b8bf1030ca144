package hotline.dispatch.notices;

import hotline.lifecycle.Coded;

/** Who must act next on a notice (责任单状态). */
public enum NoticeStatus implements Coded {
  TO_DELIVER("待送达", "Waits for the supervisor to deliver"),
  TO_RECEIPT("待签收", "Waits for the recipients"),
  AWAITING_RESULT("待办结", "Waits for the result of the case"),
  TO_WITHDRAW("待撤回", "Waits to be taken back"),
  CLOSED("已办结", "Closed"),
  WITHDRAWN("已撤回", "Taken back");

  private final String zh;
  private final String en;

  NoticeStatus(String zh, String en) {
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
