package hotline.intake.cases;

import hotline.lifecycle.CorrectedField;
import java.time.Instant;
import java.util.List;

/**
 * What of a case was put right, by whom and why (更正). Texts are masked.
 *
 * @param by user id
 */
public record Correction(
    int correctionNo, Instant at, String by, String reason, List<Change> changes) {

  /** One value before and after; null stands for none. */
  public record Change(CorrectedField field, String before, String after) {}

  public Correction {
    changes = List.copyOf(changes);
  }
}
