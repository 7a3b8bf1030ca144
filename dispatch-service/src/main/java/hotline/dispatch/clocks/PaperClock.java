package hotline.dispatch.clocks;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueChange;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRules;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;

/**
 * By when a unit has to answer a paper (督办单、批示): a due time with all that it was computed from, or
 * the day that a person chose. A clock is replaced, never changed.
 */
@Embeddable
public class PaperClock {

  private LimitRule dueRule;
  private Instant dueFrom;
  private Instant dueAt;
  private Integer dueCalendar;

  protected PaperClock() {}

  private PaperClock(LimitRule rule, Instant from, Instant due, Integer calendarVersion) {
    dueRule = rule;
    dueFrom = from;
    dueAt = due;
    dueCalendar = calendarVersion;
  }

  public static PaperClock computed(LimitRule rule, Instant from, TimeRules rules) {
    Instant due = DueTime.compute(ClockTerms.of(from, rule), rules.calendar());
    return new PaperClock(rule, from, due, rules.calendarVersion());
  }

  /** No calendar moves what a person chose. */
  public static PaperClock chosen(Instant from, Instant due) {
    return new PaperClock(null, from, due, null);
  }

  /**
   * By the calendar in force; nothing when it was computed with that already, has passed or was
   * chosen.
   */
  public Optional<Followed> follow(TimeRules rules, Instant now) {
    if (dueCalendar == null || dueCalendar >= rules.calendarVersion()) {
      return Optional.empty();
    }
    // A due time that has passed stays, and with it the calendar that explains it.
    if (!dueAt.isAfter(now)) {
      return Optional.empty();
    }
    DueChange change =
        DueTime.revise(dueAt, ClockTerms.of(dueFrom, dueRule), rules.calendar(), now);
    return Optional.of(
        new Followed(
            new PaperClock(dueRule, dueFrom, change.after(), rules.calendarVersion()),
            change.moves()));
  }

  /**
   * The clock by a newer calendar.
   *
   * @param moved whether it is due at another moment
   */
  public record Followed(PaperClock clock, boolean moved) {}

  /** Null when a person chose the due time. */
  public LimitRule dueRule() {
    return dueRule;
  }

  public Instant dueFrom() {
    return dueFrom;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** The version of the calendar that explains the due time; null when a person chose it. */
  public Integer dueCalendar() {
    return dueCalendar;
  }
}
