package hotline.dispatch.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.DayOverride;
import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaperClockTest {

  private static final LimitRule THREE_DAYS =
      LimitRule.of(Limit.parse("3wd")).endingBy(EndRule.END_OF_WORK_DAY);

  // Monday 9 November 2026, 10:00; three work days end on Thursday at the close.
  private static final Instant START = Instant.parse("2026-11-09T02:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-12T09:30:00Z");

  private static final TimeRules OLDER = Policies.rules();
  private static final TimeRules NEWER =
      new TimeRules(
          2,
          2,
          WorkCalendar.china().toBuilder()
              .override(DayOverride.dayOff(LocalDate.of(2026, 11, 11), "补假"))
              .build(),
          OLDER.policy(),
          null);

  @Test
  void what_lies_ahead_follows_a_newer_calendar_once() {
    PaperClock clock = PaperClock.computed(THREE_DAYS, START, OLDER);
    assertThat(clock.dueAt()).isEqualTo(DUE);
    assertThat(clock.follow(OLDER, START)).isSameAs(clock);

    PaperClock followed = clock.follow(NEWER, START);

    assertThat(followed.dueAt()).isEqualTo(Instant.parse("2026-11-13T09:30:00Z"));
    assertThat(followed.dueCalendar()).isEqualTo(2);
    assertThat(followed.dueFrom()).isEqualTo(START);
    assertThat(followed.follow(NEWER, START)).isSameAs(followed);
  }

  @Test
  void one_that_does_not_move_is_explained_by_the_newer_calendar_from_then_on() {
    Instant afterTheHoliday = Instant.parse("2026-11-16T02:00:00Z");
    PaperClock clock = PaperClock.computed(THREE_DAYS, afterTheHoliday, OLDER);
    PaperClock followed = clock.follow(NEWER, afterTheHoliday);
    assertThat(followed.dueAt()).isEqualTo(clock.dueAt());
    assertThat(followed.dueCalendar()).isEqualTo(2);
  }

  @Test
  void what_has_passed_stays_and_so_does_what_a_person_chose() {
    PaperClock computed = PaperClock.computed(THREE_DAYS, START, OLDER);
    assertThat(computed.follow(NEWER, DUE.minusMillis(1)).dueAt()).isAfter(DUE);
    assertThat(computed.follow(NEWER, DUE)).isSameAs(computed);
    PaperClock chosen = PaperClock.chosen(START, DUE);
    assertThat(chosen.follow(NEWER, START)).isSameAs(chosen);
  }
}
