package hotline.dispatch.instructions;

import hotline.lifecycle.Coded;

/** What can be done with a unit's part in an instruction. */
enum ReceiptAct implements Coded {
  READ("签阅", "read it"),
  ANSWER("反馈", "answer"),
  ACCEPT("认可反馈", "accept the feedback"),
  SEND_BACK("退回反馈", "send the feedback back");

  private final String zh;
  private final String en;

  ReceiptAct(String zh, String en) {
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
