package hotline.dispatch.loop;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it; forwards only, as time does. */
@Alternative
@Priority(1)
@Singleton
public class MovedClock extends Clock {

  // Monday, 10:00 in Shanghai.
  private volatile Instant now = Instant.parse("2026-11-09T02:00:00Z");

  public void moveBy(Duration forward) {
    now = now.plus(forward);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
