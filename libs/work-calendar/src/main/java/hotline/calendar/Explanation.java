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
   * One half-open span: whether it counts towards the limit and why. The label is the name of the
   * holiday or the reasons of the pause; the time is that of the limit's kind which lies in the
   * span; guessed says that no notice of its year is known.
   */
  public record Span(
      Instant from,
      Instant to,
      boolean counted,
      SpanReason reason,
      String label,
      Duration time,
      boolean guessed,
      String zh,
      String en) {}

  /** A sentence about the whole. */
  public record Remark(Topic topic, String zh, String en) {

    /** What a remark is about. */
    public enum Topic {
      RULE,
      EXTENSION,
      EXTENSION_APPROVED_LATE,
      CALENDAR_YEAR_MISSING
    }
  }
}
