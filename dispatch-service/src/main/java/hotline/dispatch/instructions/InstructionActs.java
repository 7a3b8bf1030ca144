package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What every act on a unit's part has in common: lock, check the right and the version, say what
 * ran out before, do it, say it.
 */
@ApplicationScoped
class InstructionActs {

  private final InstructionRepository instructions;
  private final CaseLog log;
  private final Clock clock;

  InstructionActs(InstructionRepository instructions, CaseLog log, Clock clock) {
    this.instructions = instructions;
    this.log = log;
    this.clock = clock;
  }

  /** A unit's part under an act. */
  record Act(InstructionRepository.Held held, InstructedUnit unit, Cause cause) {}

  /** One act and the fact that it made true. */
  interface Work {
    DispatchEvent on(Act act);
  }

  /** Checks who may, before anything else is told. */
  interface Right {
    void check(InstructedUnit unit);
  }

  InstructedUnit on(
      Actor actor, UUID instructionId, String unitId, IfMatch expected, Right right, Work work) {
    InstructionRepository.Held held = instructions.lock(instructionId);
    InstructedUnit unit = held.unit(unitId);
    right.check(unit);
    expected.check(unit.version());
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = new ArrayList<>();
    // What ran out before is said before what is done now.
    unit.missedBy(cause.at()).ifPresent(missed -> held.say(missed, cause, facts));
    held.say(work.on(new Act(held, unit, cause)), cause, facts);
    instructions.flush();
    log.append(facts);
    return unit;
  }
}
