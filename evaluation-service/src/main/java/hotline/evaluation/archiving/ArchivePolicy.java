package hotline.evaluation.archiving;

import hotline.evaluation.callbacks.Callback;
import hotline.lifecycle.CaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * When a closed case is archived (归档) and for how long it is kept (保管期限).
 *
 * @param days for how many natural days it stays closed after both of its windows are over
 */
record ArchivePolicy(int days, Map<CaseKind, Integer> years) {

  /**
   * Intake grants a reopening until the last moment of the window, by its own clock: what was
   * granted then is heard before the case is put away.
   */
  static final Duration ON_ITS_WAY = Duration.ofHours(1);

  /** From when on the case that this closed is archived, if nothing stands against it. */
  Instant from(Callback closing) {
    Instant reopening = closing.reopenUntil();
    Instant contest = closing.contestUntil();
    return (contest.isAfter(reopening) ? contest : reopening)
        .plus(Duration.ofDays(days))
        .plus(ON_ITS_WAY);
  }

  int years(CaseKind kind) {
    Integer kept = years.get(kind);
    if (kept == null) {
      throw new IllegalStateException("retention_class has no row for " + kind);
    }
    return kept;
  }
}
