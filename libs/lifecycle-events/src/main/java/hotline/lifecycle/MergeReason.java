package hotline.lifecycle;

/** What two requests have in common, so that one unit answers both (并单原因). */
public enum MergeReason implements Coded {
  SAME_PLACE("同一地点的同一诉求", "The same matter at the same place"),
  SAME_RESPONDENT("对同一单位的同一诉求", "The same matter about the same unit");

  private final String zh;
  private final String en;

  MergeReason(String zh, String en) {
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
