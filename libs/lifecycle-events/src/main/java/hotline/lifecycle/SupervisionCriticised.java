package hotline.lifecycle;

import java.util.UUID;

/** A unit was criticised by name (通报批评); said of each case that the record rests on. */
public record SupervisionCriticised(
    UUID recordId,
    String paperNo,
    SupervisionReason reason,
    String unitId,
    String unitPath,
    int cases)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.SUPERVISION_CRITICISED;
  }
}
