package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The unit signs for its task (签收). */
@ApplicationScoped
public class SignAssignment {

  private final UnitAct act;

  SignAssignment(UnitAct act) {
    this.act = act;
  }

  @Transactional
  public Outcome sign(Actor actor, UUID assignmentId, IfMatch expected) {
    Assignment signed =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> held.assignment().sign(cause.actor(), cause.at()));
    return Outcome.of(signed, signed.clocks().isPast(DeadlineKind.SIGN, signed.signedAt()));
  }
}
