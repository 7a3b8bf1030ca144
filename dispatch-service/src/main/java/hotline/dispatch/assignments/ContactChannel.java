package hotline.dispatch.assignments;

import hotline.lifecycle.Coded;

/** How a unit tried to reach the citizen (联系方式). */
public enum ContactChannel implements Coded {
  PHONE("电话", "Telephone"),
  SMS("短信", "Text message"),
  WECHAT("微信", "WeChat"),
  EMAIL("邮件", "E-mail"),
  VISIT("上门", "Visit"),
  OTHER("其他", "Other");

  private final String zh;
  private final String en;

  ContactChannel(String zh, String en) {
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
