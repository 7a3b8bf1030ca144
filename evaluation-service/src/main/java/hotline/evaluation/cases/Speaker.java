package hotline.evaluation.cases;

import hotline.access.Actor;
import hotline.lifecycle.Envelope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Who says a fact, when, for which unit, and because of which other fact. */
public record Speaker(String actor, String unit, Instant time, UUID causationId) {

  /** A signed-in person. */
  public static Speaker person(Actor actor, Clock clock) {
    return new Speaker(actor.userId(), actor.unitId(), now(clock), null);
  }

  /** The system, because of a fact it has heard. */
  public static Speaker becauseOf(Envelope cause, Clock clock) {
    return new Speaker(Envelope.SYSTEM, null, now(clock), cause.id());
  }

  /** Whoever said the fact that was heard: it is done here as it was said there. */
  public static Speaker onWordOf(Envelope cause, Clock clock) {
    return new Speaker(cause.actor(), cause.unit(), now(clock), cause.id());
  }

  /** The system, when a clock speaks. */
  public static Speaker clock(Clock clock) {
    return new Speaker(Envelope.SYSTEM, null, now(clock), null);
  }

  // The database keeps microseconds: finer ones would differ between an answer and its reading.
  private static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
