package hotline.calendar;

/** The kind of time a limit is counted in (时限单位). */
public enum LimitUnit {
  NATURAL_MINUTE("nm", "自然分钟", "natural minute", Span.TEN_YEARS_OF_DAYS * 24 * 60),
  NATURAL_HOUR("nh", "自然小时", "natural hour", Span.TEN_YEARS_OF_DAYS * 24),
  NATURAL_DAY("nd", "自然日", "natural day", Span.TEN_YEARS_OF_DAYS),
  WORK_HOUR("wh", "工作小时", "work hour", Span.TEN_YEARS_OF_DAYS * 24),
  WORK_DAY("wd", "工作日", "work day", Span.TEN_YEARS_OF_DAYS);

  private final String suffix;
  private final String zh;
  private final String en;
  private final int longest;

  LimitUnit(String suffix, String zh, String en, int longest) {
    this.suffix = suffix;
    this.zh = zh;
    this.en = en;
    this.longest = longest;
  }

  /** The two letters that follow the amount in the text form, as in {@code 5wd}. */
  public String suffix() {
    return suffix;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** The largest amount accepted: about ten years, so that a typing error is refused. */
  public int longest() {
    return longest;
  }

  KindOfTime kind() {
    return switch (this) {
      case NATURAL_MINUTE, NATURAL_HOUR, NATURAL_DAY -> KindOfTime.NATURAL;
      case WORK_HOUR -> KindOfTime.WORK;
      case WORK_DAY -> KindOfTime.WORK_DAYS;
    };
  }

  // An enum constant cannot refer to a static field of its own enum.
  private static final class Span {
    static final int TEN_YEARS_OF_DAYS = 3_660;
  }
}
