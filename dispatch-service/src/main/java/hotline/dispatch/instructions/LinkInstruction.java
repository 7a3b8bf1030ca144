package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The matter of an instruction has become a case (关联工单): from now on it is on its record. */
@ApplicationScoped
public class LinkInstruction {

  private final InstructionRepository instructions;
  private final CaseRepository cases;
  private final CaseLog log;
  private final Clock clock;

  LinkInstruction(
      InstructionRepository instructions, CaseRepository cases, CaseLog log, Clock clock) {
    this.instructions = instructions;
    this.cases = cases;
    this.log = log;
    this.clock = clock;
  }

  /** The number of the case as it is printed or spoken, with or without its dashes. */
  @Schema(name = "InstructionLink")
  public record Entry(String caseNo) {

    void check() {
      new Violations().required(caseNo, "caseNo").atMost(caseNo, 40, "caseNo").throwIfAny();
    }
  }

  @Transactional
  public Instruction link(Actor actor, UUID instructionId, IfMatch expected, Entry entry) {
    entry.check();
    InstructionRepository.Held held = instructions.lock(instructionId);
    Instruction instruction = held.instruction();
    expected.check(instruction.version());
    if (instruction.caseId() != null) {
      throw new LinkedAlready();
    }
    HandledCase about = named(entry.caseNo(), Scope.of(actor));
    Cause cause = Cause.by(actor, clock);
    Fact fact = about.say(instruction.link(about.caseId(), held.units()), cause);
    if (!instruction.isDone()) {
      about.supervision().instructionGiven();
    }
    instructions.flush();
    log.append(List.of(fact));
    return instruction;
  }

  private HandledCase named(String caseNo, Scope scope) {
    return cases
        .withNumber(caseNo, scope)
        .flatMap(cases::lock)
        .filter(one -> scope.reachesPlace(one.placePath()))
        .orElseThrow(
            () ->
                new Invalid(
                    "caseNo",
                    "unknown-case",
                    "没有这个编号的工单，请核对编号。",
                    "There is no case with this number; check it."));
  }
}
