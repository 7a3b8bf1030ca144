package hotline.dispatch.assignments;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.Limits;
import java.time.Instant;

/** The limits of a case's tasks: its own, or shorter ones of a case that is handled with it. */
public final class CaseLimits {

  private CaseLimits() {}

  /** Of a task that begins then. */
  public static Limits of(
      LimitPolicy policy, HandledCase of, int round, Instant start, WorkCalendar calendar) {
    Limits own = own(policy, of, round);
    return of.lentKind() == null
        ? own
        : own.shorter(policy.limits(of.lentKind(), of.lentUrgency(), round), start, calendar);
  }

  static Limits own(LimitPolicy policy, HandledCase of, int round) {
    return policy.limits(of.kind(), of.urgency(), round);
  }
}
