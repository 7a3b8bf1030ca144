package hotline.intake;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine, which a test may put forward; never back, as time does. */
@Alternative
@Priority(1)
@Singleton
public class LaterClock extends Clock {

  private final Clock machine = Clock.systemUTC();
  private volatile Duration ahead = Duration.ZERO;

  synchronized void forward(Duration more) {
    if (more.isNegative()) {
      throw new IllegalArgumentException("Time does not go back by " + more);
    }
    ahead = ahead.plus(more);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
