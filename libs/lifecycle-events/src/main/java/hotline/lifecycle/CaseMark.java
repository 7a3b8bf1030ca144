package hotline.lifecycle;

/** What makes a case one to be watched (工单标签). */
public enum CaseMark implements Coded {
  MASS("群体性", "Concerns many people"),
  SENSITIVE("敏感", "Sensitive"),
  HARD("疑难", "Hard to solve"),
  LEGACY("历史遗留", "Inherited from the past"),
  ENTERPRISE("涉企", "Concerns an enterprise");

  private final String zh;
  private final String en;

  CaseMark(String zh, String en) {
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
