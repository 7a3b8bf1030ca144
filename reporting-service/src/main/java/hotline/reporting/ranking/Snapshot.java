package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import java.time.Instant;
import java.util.List;

/**
 * What was computed from one copy of the inputs.
 *
 * @param number 0 for what was computed just now and is kept nowhere
 * @param asOf until when all of the log was read; null only of number 0, when that is not known
 * @param inputsHash SHA-256 over the inputs; null of number 0
 */
record Snapshot(int number, Instant asOf, String inputsHash, List<RankedUnit> units) {

  /** Accepted cases of all its units. */
  long cases() {
    return units.stream().mapToLong(RankedUnit::accepted).sum();
  }
}
