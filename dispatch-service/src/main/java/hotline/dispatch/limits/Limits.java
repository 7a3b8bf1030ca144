package hotline.dispatch.limits;

import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.lifecycle.DeadlineKind;

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
}
