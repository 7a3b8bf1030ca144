package hotline.dispatch.instructions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An instruction as people see it.
 *
 * @param caseId null while it is about no case
 * @param title of the instruction or, when it has none, of its case; null for a unit that may not
 *     see the case
 * @param givenOn date on the paper, or the day on which it was typed
 * @param onPaper whether a supervisor typed what came on paper
 * @param receipts in a list the one unit that the row is about
 */
@Schema(name = "Instruction")
public record InstructionView(
    UUID instructionId,
    String instructionNo,
    String paperNo,
    UUID caseId,
    String caseNo,
    String title,
    String words,
    String leaderPost,
    LocalDate givenOn,
    Instant givenAt,
    boolean onPaper,
    Instant dueAt,
    Instant endedAt,
    long version,
    List<ReceiptView> receipts) {

  static InstructionView of(
      Instruction instruction, String caseNo, String caseTitle, List<ReceiptView> receipts) {
    return new InstructionView(
        instruction.instructionId(),
        instruction.instructionNo(),
        instruction.paperNo(),
        instruction.caseId(),
        caseNo,
        instruction.title() == null ? caseTitle : instruction.title(),
        instruction.words(),
        instruction.leaderPost(),
        instruction.givenOn(),
        instruction.givenAt(),
        instruction.onPaper(),
        instruction.dueAt(),
        instruction.endedAt(),
        instruction.version(),
        receipts);
  }
}
