package hotline.evaluation.closing;

import hotline.evaluation.archiving.ArchiveTimer;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackPolicy.Reopening;
import hotline.evaluation.callbacks.PolicyInForce;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.scoring.ContestWindow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What may still become of a case that is closed now, and until when: kept with its closing, and
 * looked at when all of it is over (归档).
 */
@ApplicationScoped
class Windows {

  private final PolicyInForce policy;
  private final ContestWindow contests;
  private final ArchiveTimer archiving;

  Windows(PolicyInForce policy, ContestWindow contests, ArchiveTimer archiving) {
    this.policy = policy;
    this.contests = contests;
    this.archiving = archiving;
  }

  /** Opens them; the reopening is said with the closing. */
  Reopening open(HotlineCase closed, Callback closing, Instant closedAt) {
    Reopening reopening = policy.get().reopening(closed, closing.round(), closedAt);
    closing.contestable(contests.until(closedAt));
    closing.reopenable(reopening.until());
    archiving.begin(closing);
    return reopening;
  }
}
