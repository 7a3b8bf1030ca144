package hotline.calendar;

/** Why a span is counted or skipped. */
public enum SpanReason {
  WORK_TIME("工作时间", "work time"),
  MAKE_UP_DAY("调休上班日的工作时间", "work time on a make-up work day"),
  NATURAL_TIME("自然时间", "natural time"),
  BREAK("午间休息", "break between work windows"),
  OUT_OF_HOURS("下班时间", "outside work hours"),
  REST_DAY("休息日", "weekly rest day"),
  HOLIDAY("节假日", "holiday"),
  DAY_OFF("本单位休息日", "day off of this organisation"),
  PAUSED("暂停计时", "clock paused"),
  START_RULE("尚未起算", "before the count starts"),
  START_DAY("起始日不计入", "day of the start is not counted"),
  END_RULE("计满后至工作日下班", "count complete, up to the end of the work day"),
  RESTORED("补足起始日暂停的时间", "gives back what a pause took from the day of the start");

  private final String zh;
  private final String en;

  SpanReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Whether time with this reason counts towards the limit. */
  public boolean counts() {
    return this == WORK_TIME || this == MAKE_UP_DAY || this == NATURAL_TIME;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
