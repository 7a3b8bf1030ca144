package hotline.reporting.timeline;

import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import java.time.Instant;
import java.util.UUID;

/**
 * One fact as it came.
 *
 * @param superseded came too late to have an effect
 * @param logOffset its place in the partition
 * @param data the JSON of the event
 */
public record TimelineEntry(
    UUID caseId,
    String source,
    long sequence,
    UUID eventId,
    String type,
    Instant occurredAt,
    Instant recordedAt,
    String unit,
    String actor,
    boolean superseded,
    long logOffset,
    String data) {

  public static TimelineEntry of(Fact fact, boolean superseded, long logOffset, String data) {
    Envelope envelope = fact.envelope();
    return new TimelineEntry(
        envelope.caseId(),
        envelope.source().uri(),
        envelope.sequence(),
        envelope.id(),
        fact.event().type().wireName(),
        envelope.time(),
        envelope.recordedTime(),
        envelope.unit(),
        envelope.actor(),
        superseded,
        logOffset,
        data);
  }
}
