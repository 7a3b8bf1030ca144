package hotline.lifecycle;

/** What ended a hold (恢复方式). */
public enum ResumedBy implements Coded {
  DUE("挂起到期", "The hold has run out"),
  CENTRE("中心提前恢复", "The centre ended it early");

  private final String zh;
  private final String en;

  ResumedBy(String zh, String en) {
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
