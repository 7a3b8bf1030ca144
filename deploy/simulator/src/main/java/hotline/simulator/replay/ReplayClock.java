package hotline.simulator.replay;

import hotline.relay.quarkus.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The simulated clock of the stack, moved by one replay. It stands still at each moment of the
 * file, and runs while the desks catch up, so that their acts follow each other in time.
 */
final class ReplayClock {

  private static final double FASTEST = 2000;

  /** Far longer than {@link #LONGEST_RUN}: the next moment is never overtaken. */
  private static final Duration TO_THE_NEXT = Duration.ofSeconds(12);

  static final Duration LONGEST_RUN = Duration.ofSeconds(4);

  private final Path file;
  private Clock reader;

  ReplayClock(Path file) {
    this.file = file;
  }

  Instant now() {
    try {
      if (reader == null) {
        reader = Files.exists(file) ? SimulatedClock.open(file) : Clock.systemUTC();
      }
      return reader.instant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void standAt(Instant time) {
    set(time, 0);
  }

  /** Runs from where it stands, so slowly that {@code next} is not reached. */
  void runTowards(Instant next) {
    Instant now = now();
    double room = Duration.between(now, next).toMillis() / (double) TO_THE_NEXT.toMillis();
    set(now, Math.max(0, Math.min(FASTEST, room)));
  }

  void stop() {
    set(now(), 0);
  }

  /** Real time again. */
  void release() {
    set(Instant.now(), 1);
  }

  private void set(Instant time, double factor) {
    try {
      SimulatedClock.write(file, time, factor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
