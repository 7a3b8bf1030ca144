package hotline.dispatch.supervision;

import hotline.lifecycle.Coded;

/** What can be done with a supervision order. */
enum OrderAct implements Coded {
  ANSWER("反馈整改", "report the rectification"),
  ACCEPT("认可销号", "accept the rectification"),
  SEND_BACK("退回整改", "send the rectification back");

  private final String zh;
  private final String en;

  OrderAct(String zh, String en) {
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
