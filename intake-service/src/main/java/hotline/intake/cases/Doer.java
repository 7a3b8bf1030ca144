package hotline.intake.cases;

import hotline.access.Actor;
import hotline.lifecycle.Envelope;

/**
 * Who causes a fact, as the log may know it.
 *
 * @param ref user id, or {@code citizen} for the reporter on the public pages
 * @param unit unit for which one acts; null outside units
 */
public record Doer(String ref, String unit) {
  public static final Doer CITIZEN = new Doer("citizen", null);

  public static final Doer SYSTEM = new Doer(Envelope.SYSTEM, null);

  public static Doer of(Actor actor) {
    return new Doer(actor.userId(), actor.unitId());
  }
}
