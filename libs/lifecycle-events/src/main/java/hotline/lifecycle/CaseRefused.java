package hotline.lifecycle;

/**
 * The city does not take the request on (不予受理): one person proposed it, a second confirmed. What
 * lawful channel the citizen was told of stays with the intake service.
 */
public record CaseRefused(RefusalReason reason) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_REFUSED;
  }
}
