package hotline.dispatch.limits;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;

/**
 * The limits of one assignment.
 *
 * @param contact null when the kind has no limit for the first contact
 */
public record Limits(
    String policyVersion, LimitRule sign, LimitRule contact, LimitRule reply, LightRule light) {

  /** Of a case about which nobody can be reached. */
  public Limits withoutContact() {
    return new Limits(policyVersion, sign, null, reply, light);
  }

  /** The same with another one for the reply. */
  public Limits withReply(LimitRule other) {
    return new Limits(policyVersion, sign, contact, other, light);
  }

  /** Null when there is no such clock. */
  public LimitRule of(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> sign;
      case CONTACT -> contact;
      case REPLY -> reply;
      case CALLBACK -> null;
    };
  }

  /** Of each clock the limit that ends first, counted from the same moment. */
  public Limits shorter(Limits other, Instant start, WorkCalendar calendar) {
    return new Limits(
        policyVersion,
        shorter(sign, other.sign, start, calendar),
        shorter(contact, other.contact, start, calendar),
        shorter(reply, other.reply, start, calendar),
        light);
  }

  private static LimitRule shorter(
      LimitRule one, LimitRule other, Instant start, WorkCalendar calendar) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    Instant due = DueTime.compute(ClockTerms.of(start, one), calendar);
    return DueTime.compute(ClockTerms.of(start, other), calendar).isBefore(due) ? other : one;
  }
}
