package hotline.lifecycle;

/** The centre urged whoever holds an open case (催办); the words stay with the dispatch service. */
public record SupervisionUrged(int urgeNo, UrgeForm form, @MayBeAbsent String unitId)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_URGED;
  }
}
