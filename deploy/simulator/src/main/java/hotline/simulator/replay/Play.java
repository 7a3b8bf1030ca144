package hotline.simulator.replay;

import hotline.simulator.requests.CitizenRequest;
import java.util.concurrent.CompletableFuture;

/** A request that is played, with what its next moment must wait for. */
final class Play {

  private final CaseLoop loop;
  private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

  Play(CaseLoop loop) {
    this.loop = loop;
  }

  CitizenRequest request() {
    return loop.request();
  }

  CaseLoop loop() {
    return loop;
  }

  /** What the desks are doing with it; the next moment begins when that is done. */
  CompletableFuture<Void> before() {
    return before;
  }

  void doing(CompletableFuture<Void> work) {
    before = work;
  }

  boolean failed() {
    return before.isCompletedExceptionally();
  }
}
