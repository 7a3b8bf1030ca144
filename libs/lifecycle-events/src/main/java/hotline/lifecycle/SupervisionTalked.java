package hotline.lifecycle;

import java.util.UUID;

/** A unit was summoned to a talk (约谈); said of each case that the record rests on. */
public record SupervisionTalked(
    UUID recordId,
    String paperNo,
    SupervisionReason reason,
    String unitId,
    String unitPath,
    int cases)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_TALKED;
  }
}
