package hotline.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * What is said about a fact beside the fact itself (CloudEvents 1.0 attributes).
 *
 * @param id UUIDv7, unique per event
 * @param source the service that says it
 * @param caseId key of the record: all facts of one case share one partition
 * @param caseNo CloudEvents subject, the number that citizens know
 * @param time when it happened
 * @param recordedTime when it was written down; later than {@code time} for late entries
 * @param sequence gap-free per case and source, starting at 1
 * @param causationId id of the event that caused it; null for an act of a person
 * @param actor pseudonymous reference of who acted, {@code system} for the system itself
 * @param unit unit for which the actor acted; null outside units
 * @param traceparent W3C trace context; null when untraced
 */
public record Envelope(
    UUID id,
    Source source,
    UUID caseId,
    String caseNo,
    Instant time,
    Instant recordedTime,
    long sequence,
    UUID causationId,
    String actor,
    String unit,
    String traceparent) {

  public static final String SYSTEM = "system";
}
