package hotline.calendar;

/** At which moment a limit that has been counted ends. */
public enum EndRule {
  /** When the count is complete (精确到时刻). */
  EXACT("精确到时刻", "to the exact moment"),
  /** At the close of the last window of the work day on which the count is complete (至当日下班). */
  END_OF_WORK_DAY("至工作日下班", "to the end of the work day");

  private final String zh;
  private final String en;

  EndRule(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
