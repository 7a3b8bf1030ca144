package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody of the unit has read the instruction (签阅): a dated receipt. */
@ApplicationScoped
public class ReadInstruction {

  private final InstructionActs acts;

  ReadInstruction(InstructionActs acts) {
    this.acts = acts;
  }

  @Transactional
  public InstructedUnit read(Actor actor, UUID instructionId, String unitId, IfMatch expected) {
    return acts.on(
        actor,
        instructionId,
        unitId,
        expected,
        unit -> Scope.of(actor).requireMayActForUnit(unit.unitPath()),
        act -> act.unit().read(act.cause()));
  }
}
