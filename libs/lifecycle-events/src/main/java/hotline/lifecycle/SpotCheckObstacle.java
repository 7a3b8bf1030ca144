package hotline.lifecycle;

/** Why a drawn case was not checked (未核查原因). */
public enum SpotCheckObstacle implements Coded {
  NOTHING_TO_SEE("诉求性质无法现场核查", "Nothing that could be seen on site"),
  SITE_CHANGED("现场已改变", "The site has changed since"),
  NO_ACCESS("无法进入现场", "No access to the site"),
  UNSAFE("现场不安全", "The site is not safe"),
  CASE_REOPENED("工单已重开", "The case was reopened first"),
  NOT_IN_TIME("逾期未核查", "Not checked and signed in time");

  private final String zh;
  private final String en;

  SpotCheckObstacle(String zh, String en) {
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
