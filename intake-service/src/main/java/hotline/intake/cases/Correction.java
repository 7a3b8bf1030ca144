package hotline.intake.cases;

import hotline.lifecycle.CorrectedField;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of a case was put right, by whom and why (更正). Texts are masked.
 *
 * @param by user id
 */
public record Correction(
    int correctionNo, Instant at, String by, String reason, List<Change> changes) {

  private static final Set<CorrectedField> IN_WORDS =
      EnumSet.of(CorrectedField.TITLE, CorrectedField.CONTENT, CorrectedField.DEMAND);

  /** One value before and after; null stands for none. */
  public record Change(CorrectedField field, String before, String after) {}

  public Correction {
    changes = List.copyOf(changes);
  }

  /**
   * For who may not know of the other demands of a call that was split (一诉多求): the texts told of
   * all of them before, and the reason of the split tells that there are others.
   */
  Correction withoutOtherDemands() {
    return new Correction(
        correctionNo,
        at,
        by,
        SplitCase.REASON.equals(reason) ? null : reason,
        changes.stream()
            .map(one -> IN_WORDS.contains(one.field()) ? new Change(one.field(), null, null) : one)
            .toList());
  }
}
