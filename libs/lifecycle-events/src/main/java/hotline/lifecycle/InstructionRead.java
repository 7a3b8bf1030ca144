package hotline.lifecycle;

import java.util.UUID;

/** A unit has read the instruction (签阅). */
public record InstructionRead(UUID instructionId, String unitId, boolean mustAnswer)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_READ;
  }
}
