package hotline.dispatch.cases;

import hotline.access.Actor;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Source;
import hotline.lifecycle.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * When and by whom facts become true.
 *
 * @param unit the unit that the actor works for; null for the system
 * @param causedBy the event that made the system act; null for an act of a person
 */
public record Cause(Instant at, String actor, String unit, UUID causedBy) {

  public static Cause by(Actor actor, Clock clock) {
    return new Cause(now(clock), actor.userId(), actor.unitId(), null);
  }

  public static Cause bySystem(Instant at, UUID causedBy) {
    return new Cause(at, Envelope.SYSTEM, null, causedBy);
  }

  /** Of a fact that this service says about a case, under the next number of that case. */
  Envelope envelope(UUID caseId, String caseNo, long sequence) {
    return new Envelope(
        Uuid7.at(at),
        Source.DISPATCH,
        caseId,
        caseNo,
        at,
        at,
        sequence,
        causedBy,
        actor,
        unit,
        null);
  }

  /** As the database keeps it, so that an event and its row tell the same moment. */
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
