package hotline.intake.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of knowledge are days of the city. */
final class CityDay {
  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private CityDay() {}

  static LocalDate today(Clock clock) {
    return of(clock.instant());
  }

  static LocalDate of(Instant at) {
    return at.atZone(CITY).toLocalDate();
  }
}
