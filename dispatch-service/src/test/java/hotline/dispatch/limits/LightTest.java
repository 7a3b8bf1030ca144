package hotline.dispatch.limits;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.EndRule;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private final WorkCalendar calendar = WorkCalendar.china();

  // Monday 2026-11-23, 09:00. Two work hours: half of it is one hour.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00, GREEN",
    "2026-11-23T09:59, GREEN",
    "2026-11-23T10:00, YELLOW",
    "2026-11-23T11:00, YELLOW",
    "2026-11-23T11:01, RED"
  })
  void a_short_limit_turns_yellow_at_its_half(String now, Light light) {
    assertThat(light(now, LimitRule.of("2wh"))).isEqualTo(light);
  }

  // Five work days end on Monday the 30th at 17:30; one work day before is Friday 17:30.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00, GREEN",
    "2026-11-27T17:29, GREEN",
    "2026-11-27T17:30, YELLOW",
    "2026-11-29T12:00, YELLOW",
    "2026-11-30T17:30, YELLOW",
    "2026-11-30T17:31, RED"
  })
  void a_long_limit_turns_yellow_one_work_day_before_its_end(String now, Light light) {
    assertThat(light(now, LimitRule.of("5wd").endingBy(EndRule.END_OF_WORK_DAY))).isEqualTo(light);
  }

  // Natural hours count the night.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:59, GREEN",
    "2026-11-23T21:00, YELLOW",
    "2026-11-24T09:00, YELLOW",
    "2026-11-24T09:01, RED"
  })
  void a_natural_limit_turns_yellow_at_its_half_day_or_night(String now, Light light) {
    assertThat(light(now, LimitRule.of("24nh"))).isEqualTo(light);
  }

  private Light light(String now, LimitRule rule) {
    Instant start = at("2026-11-23T09:00");
    Instant due = DueTime.compute(ClockTerms.of(start, rule), calendar);
    return Light.at(at(now), start, rule, due, calendar);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CITY).toInstant();
  }
}
