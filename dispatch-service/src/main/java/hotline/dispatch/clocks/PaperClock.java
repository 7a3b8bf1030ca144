package hotline.dispatch.clocks;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRules;
import jakarta.persistence.Embeddable;
import java.time.Instant;

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
   * By the calendar in force; the same when it was computed with that, has passed or was chosen.
   */
  public PaperClock follow(TimeRules rules, Instant now) {
    // A due time that has passed stays, and with it the calendar that explains it.
    if (dueCalendar == null || dueCalendar >= rules.calendarVersion() || !dueAt.isAfter(now)) {
      return this;
    }
    return computed(dueRule, dueFrom, rules);
  }

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
