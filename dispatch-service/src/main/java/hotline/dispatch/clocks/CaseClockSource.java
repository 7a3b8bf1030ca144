package hotline.dispatch.clocks;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Whoever sets clocks that run for a case. */
public interface CaseClockSource {

  /**
   * @param seesUnit whether the reader sees what is a unit's, by the unit's path
   */
  List<CaseClock> of(HandledCase of, Predicate<String> seesUnit, Directory names, Instant now);
}
