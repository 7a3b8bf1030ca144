package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.lifecycle.EnteredAs;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * How a request came to be registered after its true time (补登): then that time is when it happened,
 * and the registration when it was written down.
 *
 * @param originalDue by when the system before this one had promised to close it; null of paper
 * @param formerUnitId the unit that had it there; null where none had
 * @param formerExtensions how often its time was extended there; null of paper
 */
@Embeddable
public record CaseOrigin(
    @Enumerated(EnumType.STRING) EnteredAs enteredAs,
    Instant originalDue,
    String formerUnitId,
    Integer formerExtensions) {

  /** Taken down on paper while the system was away (纸质补录). */
  public static CaseOrigin paper() {
    return new CaseOrigin(EnteredAs.PAPER, null, null, null);
  }

  /** Open in the system before this one (旧系统转入). */
  public static CaseOrigin oldSystem(Instant due, String unitId, int extensions) {
    return new CaseOrigin(EnteredAs.OLD_SYSTEM, due, unitId, extensions);
  }

  public boolean isPaper() {
    return enteredAs == EnteredAs.PAPER;
  }

  /** It was entered for its true time: another one is another entry. */
  static void requireTrueTime(Instant entered, Instant corrected) {
    if (!entered.equals(corrected)) {
      throw new Invalid(
          "receivedAt",
          "true-time-stands",
          "补登工单的真实受理时间不能更正；时间有误的，请值班长按“登记有误”撤回，再在补录期限或转入期内重新登记。",
          "The true time of what was entered later stands; where it is wrong, a shift lead takes the"
              + " case back as entered wrongly, and it is entered anew while its outage or changeover"
              + " takes it.");
    }
  }
}
