package hotline.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A due time, the moment its count began, what it was before extensions, and the years it had to
 * guess.
 */
public record DueResult(
    Instant due,
    Instant countedFrom,
    Instant dueWithoutExtensions,
    List<CalendarYearMissing> warnings) {

  public DueResult {
    warnings = List.copyOf(warnings);
  }

  /** Whether every day the result rests on is known. */
  public boolean isCertain() {
    return warnings.isEmpty();
  }
}
