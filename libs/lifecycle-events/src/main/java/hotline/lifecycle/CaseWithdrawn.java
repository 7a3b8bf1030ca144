package hotline.lifecycle;

/** The citizen withdrew the request (撤诉). */
public record CaseWithdrawn(WithdrawalReason reason) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_WITHDRAWN;
  }
}
