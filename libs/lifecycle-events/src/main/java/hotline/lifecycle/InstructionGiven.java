package hotline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A leader's instruction (批示) is about this case; its words stay with the dispatch service.
 *
 * @param givenAt before the fact itself when the instruction was linked to the case later
 * @param unitIds units that must answer
 * @param readerUnitIds units that only read it
 */
public record InstructionGiven(
    UUID instructionId,
    String instructionNo,
    boolean onPaper,
    List<String> unitIds,
    List<String> readerUnitIds,
    Instant givenAt,
    Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_GIVEN;
  }
}
