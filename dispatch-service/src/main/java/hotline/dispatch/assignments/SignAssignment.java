package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The unit signs for its task (签收). */
@ApplicationScoped
public class SignAssignment {

  private final UnitAct act;
  private final TimeRulesInForce timeRules;

  SignAssignment(UnitAct act, TimeRulesInForce timeRules) {
    this.act = act;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome sign(Actor actor, UUID assignmentId, IfMatch expected) {
    Assignment signed =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> held.assignment().sign(cause.actor(), cause.at(), timeRules::recent));
    return Outcome.of(signed, signed.clocks().isPast(DeadlineKind.SIGN, signed.signedAt()));
  }
}
