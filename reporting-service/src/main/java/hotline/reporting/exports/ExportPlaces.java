package hotline.reporting.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** How many exports may be under way at the same time. */
@ApplicationScoped
class ExportPlaces {

  /**
   * An export holds a connection for as long as its client takes to read it. A quarter of the pool
   * of twelve leaves enough for the cockpit, the timelines and the log.
   */
  static final int PLACES = 3;

  private final Semaphore free = new Semaphore(PLACES);

  void take() {
    if (!free.tryAcquire()) {
      throw new TooManyExports();
    }
  }

  void giveBack() {
    free.release();
  }
}
