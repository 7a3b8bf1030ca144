package hotline.calendar;

/** A calendar, limit or pause that cannot be computed with, and why, in Chinese and English. */
public final class InputRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What was wrong with the input; stable, for problem details and tests. */
  public enum Reason {
    LIMIT_UNREADABLE("时限写法无法识别", "The limit cannot be read"),
    LIMIT_NOT_POSITIVE("时限必须大于零", "The limit must be greater than zero"),
    LIMIT_TOO_LONG("时限超过十年", "The limit is longer than ten years"),
    LIGHT_SHARE_OUT_OF_RANGE("黄灯比例应为1至100（百分数）", "A light turns at 1 to 100 percent"),
    LIGHT_DAYS_OUT_OF_RANGE("黄灯天数应为1至366", "A light turns at 1 to 366 days"),
    WINDOW_UNREADABLE("工作时段写法无法识别", "The work window cannot be read"),
    WINDOW_EMPTY("工作时段的结束必须晚于开始", "A work window must end after it begins"),
    WINDOWS_OVERLAP("工作时段互相重叠", "Work windows overlap"),
    SEASONS_OVERLAP("作息季节互相重叠", "Seasons overlap"),
    NO_WORK_TIME("日历中没有任何工作时间", "The calendar has no work time at all"),
    DATE_TWICE("同一日期出现两次", "A date is given twice"),
    WORK_DAY_WITHOUT_WINDOWS("工作日没有工作时段", "A work day has no work windows"),
    DAY_OFF_WITH_WINDOWS("休息日带有工作时段", "A day off has work windows"),
    NOTICE_UNREADABLE("放假通知数据无法识别", "The holiday notice cannot be read"),
    NOTICE_EMPTY("该年放假通知尚未发布，数据为空", "The notice of that year holds no days: it is not out yet"),
    NOTICE_YEAR_TWICE("同一年度的放假通知出现两次", "The notice of a year is given twice"),
    NOTICE_DATE_OUT_OF_YEAR("日期不属于该年度的放假通知", "The date does not belong to the year of the notice"),
    PAUSE_ENDS_BEFORE_IT_BEGINS("暂停的结束早于开始", "A pause ends before it begins"),
    TIME_OUT_OF_RANGE("时间超出可计算的范围（1900—2199年）", "The time is outside the years 1900 to 2199");

    private final String zh;
    private final String en;

    Reason(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  private final Reason reason;
  private final String detail;

  InputRefused(Reason reason, String detail) {
    super(reason.zh + " / " + reason.en + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** The value that was refused. */
  public String detail() {
    return detail;
  }

  public String zh() {
    return reason.zh + "：" + detail;
  }

  public String en() {
    return reason.en + ": " + detail;
  }
}
