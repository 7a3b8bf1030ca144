package hotline.dispatch.catalogue;

import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What the catalogue says about a case, and why.
 *
 * @param unit the unit to send it to; null when the catalogue has none
 * @param ruleId the rule that decided; null when none matched
 * @param automatic whether it may go there without a dispatcher
 */
public record Route(
    Unit unit,
    String ruleId,
    boolean automatic,
    String catalogueVersion,
    List<Sentence> explanation) {

  /** The unit to which the case goes without a dispatcher. */
  public Optional<Unit> automaticUnit() {
    return automatic ? Optional.ofNullable(unit) : Optional.empty();
  }
}
