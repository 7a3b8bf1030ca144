package hotline.dispatch.endorsement;

import hotline.dispatch.directory.Directory;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import java.time.Instant;

/**
 * A rule of signatures (签发规则) as an administrator sees it.
 *
 * @param inForce false of one that begins later, and of one that another has replaced
 */
public record EndorsementRuleView(
    long ruleNo,
    String unitId,
    String unitName,
    EndorsedAct act,
    CaseKind kind,
    Urgency urgency,
    EndorsementNeed need,
    Instant validFrom,
    String setBy,
    Instant setAt,
    boolean inForce) {

  static EndorsementRuleView of(EndorsementRule rule, Directory names, boolean inForce) {
    return new EndorsementRuleView(
        rule.ruleNo(),
        rule.unitId(),
        names.unitName(rule.unitId()),
        rule.act(),
        rule.kind(),
        rule.urgency(),
        rule.need(),
        rule.validFrom(),
        rule.setBy(),
        rule.setAt(),
        inForce);
  }
}
