package hotline.evaluation.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.WorkCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LightTest {

  // Monday 23 to Thursday 26 November 2026, 10:00 in Shanghai: a limit of three work days.
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-26T02:00:00Z");

  @Test
  void it_is_green_until_one_work_day_is_left() {
    assertThat(at("2026-11-23T02:00:00Z")).isEqualTo(Light.GREEN);
    assertThat(at("2026-11-25T01:59:00Z")).isEqualTo(Light.GREEN);
    assertThat(at("2026-11-25T02:00:00Z")).isEqualTo(Light.YELLOW);
  }

  @Test
  void the_due_moment_itself_is_in_time() {
    assertThat(at("2026-11-26T02:00:00Z")).isEqualTo(Light.YELLOW);
    assertThat(at("2026-11-26T02:00:00.000001Z")).isEqualTo(Light.RED);
  }

  @Test
  void a_limit_of_one_work_day_turns_yellow_at_its_half() {
    Instant due = Instant.parse("2026-11-24T02:00:00Z");

    // 225 of 450 work minutes after 10:00 is 15:15.
    assertThat(Light.at(Instant.parse("2026-11-23T07:14:00Z"), START, due, WorkCalendar.china()))
        .isEqualTo(Light.GREEN);
    assertThat(Light.at(Instant.parse("2026-11-23T07:15:00Z"), START, due, WorkCalendar.china()))
        .isEqualTo(Light.YELLOW);
  }

  private static Light at(String now) {
    return Light.at(Instant.parse(now), START, DUE, WorkCalendar.china());
  }
}
