package hotline.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Everything but the calendar that a due time is computed from; there is no other state. */
public record ClockTerms(
    Instant start, LimitRule rule, List<Pause> pauses, List<Extension> extensions) {

  public ClockTerms {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(rule, "rule");
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
  }

  public static ClockTerms of(Instant start, LimitRule rule) {
    return new ClockTerms(start, rule, List.of(), List.of());
  }

  public ClockTerms withPauses(List<Pause> changed) {
    return new ClockTerms(start, rule, changed, extensions);
  }

  public ClockTerms withExtensions(List<Extension> changed) {
    return new ClockTerms(start, rule, pauses, changed);
  }

  public ClockTerms withRule(LimitRule changed) {
    return new ClockTerms(start, changed, pauses, extensions);
  }
}
