package hotline.dispatch.instructions;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClock.Standing;
import hotline.dispatch.clocks.CaseClockKind;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The clocks of the instructions about a case: by when each unit answers. */
@ApplicationScoped
class InstructionClocks implements CaseClockSource {

  private final InstructionRepository instructions;
  private final FeedbackStore feedback;
  private final TimeRulesInForce timeRules;

  InstructionClocks(
      InstructionRepository instructions, FeedbackStore feedback, TimeRulesInForce timeRules) {
    this.instructions = instructions;
    this.feedback = feedback;
    this.timeRules = timeRules;
  }

  @Override
  public List<CaseClock> of(
      HandledCase of, Predicate<String> seesUnit, Directory names, Instant now) {
    List<Instruction> all = instructions.ofCase(of.caseId());
    if (all.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<InstructedUnit>> units =
        instructions.unitsOf(all.stream().map(Instruction::instructionId).toList());
    Map<UUID, List<Feedback>> said =
        feedback.of(
            units.values().stream().flatMap(List::stream).map(InstructedUnit::receiptId).toList());
    List<CaseClock> clocks = new ArrayList<>();
    for (Instruction one : all) {
      for (InstructedUnit unit : units.getOrDefault(one.instructionId(), List.of())) {
        if (unit.duty() == Duty.ANSWER && seesUnit.test(unit.unitPath())) {
          clocks.add(clock(one, unit, said.getOrDefault(unit.receiptId(), List.of()), names, now));
        }
      }
    }
    return clocks;
  }

  private CaseClock clock(
      Instruction of, InstructedUnit unit, List<Feedback> said, Directory names, Instant now) {
    Instant answered = unit.awaitsAnswer() ? null : said.get(said.size() - 1).at();
    return CaseClock.ofPaper(
        CaseClockKind.INSTRUCTION,
        of.instructionNo(),
        unit.unitId(),
        names.unitName(unit.unitId()),
        unit.clock(),
        timeRules::calendar,
        Standing.ofAnswer(unit.dueAt(), answered, unit.missed(), now));
  }
}
