package hotline.lifecycle;

/** Lead unit (主办) or co-handler (协办). */
public enum AssignmentRole implements Coded {
  LEAD("主办", "Lead"),
  CO("协办", "Co-handler");

  private final String zh;
  private final String en;

  AssignmentRole(String zh, String en) {
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
