package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/** The unit reported what it did about the instruction (批示反馈). */
public record InstructionAnswered(
    UUID instructionId, String unitId, int feedbackNo, Instant dueAt, boolean late)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.INSTRUCTION_ANSWERED;
  }
}
