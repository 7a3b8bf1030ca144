package hotline.lifecycle;

/** What moved a due time without any act of its unit (时限变更原因). */
public enum DeadlineChange implements Coded {
  CALENDAR("工作日历调整", "Work calendar changed"),
  LIMITS("时限规则调整", "Limits changed"),
  CORRECTION("工单更正", "The case was corrected"),
  MERGING("并单", "Cases were merged or go their own ways again");

  private final String zh;
  private final String en;

  DeadlineChange(String zh, String en) {
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
