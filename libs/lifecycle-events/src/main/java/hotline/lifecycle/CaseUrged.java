package hotline.lifecycle;

/** The citizen urged an open case (催办). */
public record CaseUrged(int urgeCount, Channel channel) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_URGED;
  }
}
