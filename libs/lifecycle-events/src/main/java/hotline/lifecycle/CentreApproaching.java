package hotline.lifecycle;

import java.time.Instant;

/**
 * The clock of a duty of the centre has turned yellow (中心环节临期): once for each due time.
 *
 * @param round of the reply that waits; of the dispatch, the round that it begins or goes on with
 * @param startedAt since when the case waits for it
 */
public record CentreApproaching(CentreDuty duty, int round, Instant startedAt, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CENTRE_APPROACHING;
  }
}
