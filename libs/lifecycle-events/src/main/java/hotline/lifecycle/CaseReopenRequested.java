package hotline.lifecycle;

import java.time.Instant;

/** Somebody wants the case that was closed then to be handled again (申请重开). */
public record CaseReopenRequested(ReopenReason reason, ReopenedBy by, Instant closedAt)
    implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REOPEN_REQUESTED;
  }
}
