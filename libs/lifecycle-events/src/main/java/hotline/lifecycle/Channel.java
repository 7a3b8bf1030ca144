package hotline.lifecycle;

/** How the request came in (来源渠道). */
public enum Channel implements Coded {
  PHONE("电话", "Telephone"),
  WEB("网站", "Web site"),
  WECHAT("微信", "WeChat"),
  APP("APP", "App"),
  SMS("短信", "Text message"),
  VISIT("来访", "Visit"),
  LETTER("信件", "Letter"),
  LEADER_MAILBOX("领导信箱", "Leader mailbox"),
  UPSTREAM("上级交办", "Handed down from above"),
  PEOPLE_CN("人民网", "People.cn"),
  GRID_PATROL("网格巡查", "Grid patrol"),
  POLICE_110("110转", "Transferred by 110"),
  DEPUTY("人大代表", "Deputy"),
  MEDIA("媒体", "Media");

  private final String zh;
  private final String en;

  Channel(String zh, String en) {
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
