package hotline.lifecycle;

/** What the citizen wants (诉求类型). */
public enum CaseKind implements Coded {
  CONSULTATION("咨询", "Consultation"),
  HELP("求助", "Help"),
  COMPLAINT("投诉", "Complaint"),
  REPORT("举报", "Report of a violation"),
  SUGGESTION("建议", "Suggestion"),
  PRAISE("表扬", "Praise"),
  OTHER("其他", "Other");

  private final String zh;
  private final String en;

  CaseKind(String zh, String en) {
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
