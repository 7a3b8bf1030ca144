package hotline.dispatch.endorsement;

import hotline.dispatch.assignments.Held;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which acts of which units need the signature of a leader (签发规则). The unit's own rule counts, else
 * that of the nearest unit above; of several of one unit the one that names most. No rule means not
 * needed.
 */
public final class EndorsementRules {

  private static final Comparator<EndorsementRule> LATEST =
      Comparator.comparing(EndorsementRule::validFrom).thenComparing(EndorsementRule::ruleNo);

  private final long version;
  private final List<EndorsementRule> rules;

  EndorsementRules(long version, List<EndorsementRule> rules) {
    this.version = version;
    this.rules = List.copyOf(rules);
  }

  long version() {
    return version;
  }

  /** All that were ever set, the last first. */
  List<EndorsementRule> all() {
    return rules.stream().sorted(LATEST.reversed()).toList();
  }

  /** Whether this one counts at that time, and no other has taken its place. */
  boolean inForce(EndorsementRule rule, Instant now) {
    return !rule.validFrom().isAfter(now)
        && rules.stream()
            .filter(other -> other.replaces(rule) && !other.validFrom().isAfter(now))
            .max(LATEST)
            .filter(rule::equals)
            .isPresent();
  }

  /** What its unit submits only with the signature of its leader. */
  public List<EndorsedAct> needed(Held held, Instant now) {
    return Stream.of(EndorsedAct.values()).filter(act -> needs(act, held, now)).toList();
  }

  public boolean needs(EndorsedAct act, Held held, Instant now) {
    return !rules.isEmpty()
        && needs(
            act,
            held.assignment().unitPath(),
            held.handledCase().kind(),
            held.handledCase().urgency(),
            now);
  }

  /**
   * @param unitPath such as /center/cg/cg-1: a unit with those above it
   */
  boolean needs(EndorsedAct act, String unitPath, CaseKind kind, Urgency urgency, Instant now) {
    String[] units = unitPath.split("/");
    for (int unit = units.length - 1; unit > 0; unit--) {
      Optional<EndorsementRule> rule = ofUnit(units[unit], act, kind, urgency, now);
      // Of its rules the one that names most decides, also where it says as above.
      if (rule.filter(own -> own.need() != EndorsementNeed.INHERITED).isPresent()) {
        return rule.get().need() == EndorsementNeed.REQUIRED;
      }
    }
    return false;
  }

  private Optional<EndorsementRule> ofUnit(
      String unitId, EndorsedAct act, CaseKind kind, Urgency urgency, Instant now) {
    return rules.stream()
        .filter(rule -> rule.unitId().equals(unitId) && rule.isAbout(act, kind, urgency))
        .filter(rule -> inForce(rule, now))
        .max(Comparator.comparing(EndorsementRule::weight));
  }
}
