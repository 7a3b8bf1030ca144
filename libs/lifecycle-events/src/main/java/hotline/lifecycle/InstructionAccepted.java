package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * The feedback of a unit was accepted (反馈认可).
 *
 * @param ended whether it was the last unit, so that the instruction is done
 */
public record InstructionAccepted(
    UUID instructionId, String unitId, int feedbackNo, Instant dueAt, boolean late, boolean ended)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_ACCEPTED;
  }
}
