package hotline.lifecycle;

import java.time.Instant;

/**
 * The centre did not do its own duty in time (中心环节超期): once for each clock.
 *
 * @param round of the reply that waits; of the dispatch, the round that it begins or goes on with
 * @param startedAt since when the case waits for it
 */
public record CentreMissed(CentreDuty duty, int round, Instant startedAt, Instant dueAt)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CENTRE_MISSED;
  }
}
