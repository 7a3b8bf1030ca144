package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The feedback was sent back to the unit (反馈退回). */
public record InstructionSentBack(UUID instructionId, String unitId, int feedbackNo, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_SENT_BACK;
  }
}
