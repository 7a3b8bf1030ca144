package hotline.dispatch.notices;

import hotline.lifecycle.Coded;

/** What can be done with a notice. */
enum NoticeAct implements Coded {
  DELIVER("送达", "deliver a copy"),
  RECEIPT("签收", "confirm a copy"),
  WITHDRAW("撤回", "take the notice back");

  private final String zh;
  private final String en;

  NoticeAct(String zh, String en) {
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
