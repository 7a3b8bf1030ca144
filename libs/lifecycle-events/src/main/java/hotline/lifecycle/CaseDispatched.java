package hotline.lifecycle;

import java.util.List;

/** A round of handling has its units (派单). */
public record CaseDispatched(
    int round,
    String leadUnitId,
    List<String> coUnitIds,
    boolean automatic,
    @MayBeAbsent String ruleId,
    String catalogueVersion)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CASE_DISPATCHED;
  }
}
