package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit did not answer the instruction in time (批示超期). */
public record InstructionOverdue(UUID instructionId, String unitId, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_OVERDUE;
  }
}
