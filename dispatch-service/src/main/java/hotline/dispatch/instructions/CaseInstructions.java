package hotline.dispatch.instructions;

import hotline.access.Scope;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.CaseFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The instructions about one case, as far as the actor may see them. */
@ApplicationScoped
public class CaseInstructions {

  private final CasesInSight cases;
  private final InstructionRepository instructions;
  private final FeedbackStore feedback;
  private final CaseFileStore files;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  CaseInstructions(
      CasesInSight cases,
      InstructionRepository instructions,
      FeedbackStore feedback,
      CaseFileStore files,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.instructions = instructions;
    this.feedback = feedback;
    this.files = files;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A list that is whole, the newest first. */
  @Schema(name = "CaseInstructionList")
  public record Found(UUID caseId, List<InstructionView> items, long count) {}

  /** A unit sees its own part and those below it; nothing of a case in which it has no task. */
  Found of(Scope scope, UUID caseId) {
    HandledCase of = cases.find(scope, caseId);
    List<Instruction> all = instructions.ofCase(caseId);
    Map<UUID, List<InstructedUnit>> units =
        instructions.unitsOf(all.stream().map(Instruction::instructionId).toList());
    Map<UUID, List<Feedback>> said =
        feedback.of(
            units.values().stream().flatMap(List::stream).map(InstructedUnit::receiptId).toList());
    String title = files.find(caseId).map(CaseFile::title).orElse(null);
    List<InstructionView> items = new ArrayList<>();
    for (Instruction one : all) {
      List<ReceiptView> receipts =
          receipts(scope, units.getOrDefault(one.instructionId(), List.of()), said);
      if (!receipts.isEmpty()) {
        items.add(InstructionView.of(one, of.caseNo(), title, receipts));
      }
    }
    return new Found(caseId, items, items.size());
  }

  private List<ReceiptView> receipts(
      Scope scope, List<InstructedUnit> units, Map<UUID, List<Feedback>> said) {
    Instant now = Cause.now(clock);
    Directory names = directory.recent();
    return units.stream()
        .filter(unit -> scope.seesUnit(unit.unitPath()))
        .map(
            unit ->
                ReceiptView.of(
                    unit,
                    said.getOrDefault(unit.receiptId(), List.of()),
                    names,
                    now,
                    timeRules.calendar()))
        .toList();
  }
}
