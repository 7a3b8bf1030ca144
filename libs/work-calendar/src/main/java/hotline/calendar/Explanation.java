package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Why a due time is what it is: spans from the start to the due time without a gap, and remarks.
 */
public record Explanation(
    Instant start,
    Instant due,
    List<Span> spans,
    List<Remark> remarks,
    List<CalendarYearMissing> warnings) {

  public Explanation {
    spans = List.copyOf(spans);
    remarks = List.copyOf(remarks);
    warnings = List.copyOf(warnings);
  }

  /**
   * One span, half-open: counted towards the limit or not, why, and how much time of the limit's
   * kind lies in it.
   */
  public record Span(
      Instant from,
      Instant to,
      boolean counted,
      SpanReason reason,
      Duration time,
      String zh,
      String en) {}

  /** A sentence about the whole: the rule, an extension, a pause without effect. */
  public record Remark(Code code, String zh, String en) {

    /** What a remark is about. */
    public enum Code {
      RULE,
      EXTENSION,
      EXTENSION_APPROVED_LATE,
      CALENDAR_YEAR_MISSING
    }
  }
}
