package hotline.dispatch.supervision;

import hotline.calendar.Limit;
import hotline.lifecycle.EscalationCause;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.Urgency;

/**
 * When a case moves up a tier (升级规则); data.
 *
 * @param urgency null for every urgency
 * @param threshold a limit such as 2wh; a number for {@link EscalationCause#ROUNDS}
 * @param nextTierAfter null when only one tier is asked
 * @param orderLevel opens a supervision order of that level with the first tier; null for none
 */
record EscalationRule(
    String ruleId,
    EscalationCause cause,
    Urgency urgency,
    String threshold,
    Limit nextTierAfter,
    SupervisionLevel orderLevel) {

  boolean isAbout(Urgency of) {
    return urgency == null || urgency == of;
  }

  Limit limit() {
    return Limit.parse(threshold);
  }

  int rounds() {
    return Integer.parseInt(threshold);
  }
}
