package hotline.lifecycle;

/** The citizen added something to an open case (补充); the text is in the case file. */
public record CaseSupplemented(int supplementNo, Channel channel) implements IntakeEvent {

  @Override
  public EventType type() {
    return EventType.CASE_SUPPLEMENTED;
  }
}
