package hotline.evaluation.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallbackClockTest {

  // Monday 23 November 2026, 10:00 in Shanghai.
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void three_work_days_are_pressing_when_one_is_left() {
    CallbackClock clock = clock("3wd");

    assertThat(clock.due()).isEqualTo(Instant.parse("2026-11-26T02:00:00Z"));
    assertThat(clock.yellowFrom()).isEqualTo(Instant.parse("2026-11-25T02:00:00Z"));
  }

  @Test
  void one_work_day_is_pressing_at_its_half() {
    // 225 of 450 work minutes after 10:00 is 15:15.
    assertThat(clock("1wd").yellowFrom()).isEqualTo(Instant.parse("2026-11-23T07:15:00Z"));
  }

  private static CallbackClock clock(String limit) {
    return CallbackClock.start(START, LimitRule.of(limit), WorkCalendar.china());
  }
}
