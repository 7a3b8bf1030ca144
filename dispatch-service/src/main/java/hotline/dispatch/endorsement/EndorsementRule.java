package hotline.dispatch.endorsement;

import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import java.time.Instant;

/**
 * From when an act of a unit, and of the units below it, needs the signature of the unit's leader
 * (签发规则). It holds until the next one about the same.
 *
 * @param kind null for every kind
 * @param urgency null for every urgency
 */
record EndorsementRule(
    long ruleNo,
    String unitId,
    EndorsedAct act,
    CaseKind kind,
    Urgency urgency,
    EndorsementNeed need,
    Instant validFrom,
    String setBy,
    Instant setAt) {

  boolean isAbout(EndorsedAct other, CaseKind of, Urgency how) {
    return act == other && (kind == null || kind == of) && (urgency == null || urgency == how);
  }

  /** Whether both say something about the same: the later one holds. */
  boolean replaces(EndorsementRule other) {
    return unitId.equals(other.unitId)
        && act == other.act
        && kind == other.kind
        && urgency == other.urgency;
  }

  /** The more it names, the more it counts; the kind of case before its urgency. */
  int weight() {
    return (kind == null ? 0 : 2) + (urgency == null ? 0 : 1);
  }
}
