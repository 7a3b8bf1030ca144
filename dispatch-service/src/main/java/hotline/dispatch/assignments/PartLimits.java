package hotline.dispatch.assignments;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.LimitUnit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.LatestStart;
import hotline.dispatch.limits.Limits;
import hotline.lifecycle.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * By when a unit below has to reply (下派时限): pure, the time is given. The unit above chooses a
 * moment and keeps a buffer of its own time; the limit of the part is the minutes until then, so
 * that no other calendar moves what was chosen.
 *
 * @param buffer the time that the unit above keeps
 */
public record PartLimits(Limit buffer) {

  static LimitRule minutes(long minutes) {
    return LimitRule.of(Limit.of(Math.toIntExact(minutes), LimitUnit.NATURAL_MINUTE));
  }

  /** A clock that is lent to a part until then; its own limit stays. */
  static LentClock lentUntil(Instant latest, Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.MINUTES);
    return new LentClock(start, minutes(Math.max(1, Duration.between(start, latest).toMinutes())));
  }

  /** The latest moment for a part of this task, to the minute. */
  public Instant latest(Assignment whole, WorkCalendar calendar) {
    return LatestStart.of(buffer, whole.clocks().due(DeadlineKind.REPLY), calendar)
        .plusSeconds(1)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * By when a part is due that is sent back or computed anew: before the unit above is, as long as
   * that lies ahead; then by when that unit is, and at least it is not due earlier than now.
   */
  public Instant latestAfter(Instant now, Assignment whole, WorkCalendar calendar) {
    Instant latest = latest(whole, calendar);
    Instant due = whole.clocks().due(DeadlineKind.REPLY);
    return latest.isAfter(now) ? latest : due.isAfter(now) ? due : now;
  }

  /**
   * The limits of a part that begins then and is due by {@code due}: what the table says for
   * signing and the first contact, unless that is later.
   */
  static Limits of(Limits table, Instant start, Instant due, WorkCalendar calendar) {
    LimitRule reply = minutes(Duration.between(start, due).toMinutes());
    return new Limits(
        table.policyVersion(),
        notAfter(due, table.sign(), reply, start, calendar),
        notAfter(due, table.contact(), reply, start, calendar),
        reply,
        table.light());
  }

  private static LimitRule notAfter(
      Instant due, LimitRule rule, LimitRule reply, Instant start, WorkCalendar calendar) {
    return rule == null || !DueTime.compute(ClockTerms.of(start, rule), calendar).isAfter(due)
        ? rule
        : reply;
  }
}
