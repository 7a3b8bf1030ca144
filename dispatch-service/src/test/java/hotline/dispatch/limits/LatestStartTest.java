package hotline.dispatch.limits;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestStartTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();

  @ParameterizedTest
  @CsvSource({
    // Monday morning, looking back over a weekend; a holiday of eight days; a night; natural time.
    "2wh, 2026-11-09T02:00:00Z",
    "1wd, 2026-11-09T02:00:00Z",
    "3wd, 2026-10-09T02:00:00Z",
    "4wh, 2026-11-10T18:00:00Z",
    "30nm, 2026-11-08T18:00:00Z"
  })
  void what_began_before_it_has_run_out_and_what_began_after_it_has_not(String text, Instant end) {
    Limit limit = Limit.parse(text);

    Instant start = LatestStart.of(limit, end, CHINA);

    assertThat(due(limit, start.minus(Duration.ofSeconds(2)))).isBeforeOrEqualTo(end);
    assertThat(due(limit, start.plus(Duration.ofSeconds(2)))).isAfter(end);
  }

  private static Instant due(Limit limit, Instant start) {
    return DueTime.compute(ClockTerms.of(start, LimitRule.of(limit)), CHINA);
  }
}
