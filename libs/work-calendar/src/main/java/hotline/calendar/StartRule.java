package hotline.calendar;

/** From when a limit is counted. */
public enum StartRule {
  /** At once (即时起算). */
  IMMEDIATELY("即时起算", "counted at once"),
  /** At the next moment of work time, as if it had arrived then (下一工作时间起算). */
  NEXT_WORK_MINUTE("自下一工作时间起算", "counted from the next work time"),
  /** At the opening of the first work day after the day of the start (次一工作日起算). */
  NEXT_WORK_DAY("自次一工作日起算", "counted from the next work day");

  private final String zh;
  private final String en;

  StartRule(String zh, String en) {
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
