package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** A unit's answer to an instruction is due at another moment, by another calendar (批示时限变更). */
public record InstructionMoved(
    UUID instructionId, String unitId, Instant dueBefore, Instant dueAt, int calendarVersion)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_MOVED;
  }
}
