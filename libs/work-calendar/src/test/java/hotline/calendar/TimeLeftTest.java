package hotline.calendar;

import static hotline.calendar.Times.at;
import static hotline.calendar.Times.local;
import static hotline.calendar.Times.pause;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

  private final WorkCalendar china = WorkCalendar.china();
  private final ClockTerms fiveDays = Times.toEndOfDay("2026-03-02 08:30", "5wd");

  @Test
  void a_light_turns_when_so_much_work_time_is_left() {
    // Due on Monday the 9th at 17:30.
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("1wd"))))
        .isEqualTo("2026-03-06 17:30");
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("2wh"))))
        .isEqualTo("2026-03-09 15:30");
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("24nh"))))
        .isEqualTo("2026-03-08 17:30");
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("90nm"))))
        .isEqualTo("2026-03-09 16:00");
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("2nd"))))
        .isEqualTo("2026-03-07 17:30");
    assertThat(local(TimeLeft.whenLeft(fiveDays, china, Limit.parse("30wd"))))
        .isEqualTo("2026-03-02 08:30");
    assertThat(local(TimeLeft.whenShareLeft(fiveDays, china, 50))).isEqualTo("2026-03-04 17:30");
    assertThat(local(TimeLeft.whenShareLeft(fiveDays, china, 100))).isEqualTo("2026-03-02 08:30");
    assertThat(local(TimeLeft.whenShareLeft(fiveDays, china, 0))).isEqualTo("2026-03-09 17:30");
  }

  @Test
  void a_pause_moves_the_light_with_the_due_time() {
    ClockTerms held = fiveDays.withPauses(List.of(pause("2026-03-03 08:30", "2026-03-05 08:30")));
    assertThat(local(TimeLeft.whenShareLeft(held, china, 50))).isEqualTo("2026-03-06 17:30");
    assertThat(local(TimeLeft.whenLeft(held, china, Limit.parse("1wd"))))
        .isEqualTo("2026-03-10 17:30");
    assertThat(TimeLeft.shareLeft(held, china, at("2026-03-03 08:30")))
        .isEqualTo(TimeLeft.shareLeft(held, china, at("2026-03-04 10:00")))
        .isEqualTo(TimeLeft.shareLeft(held, china, at("2026-03-05 08:30")));
  }

  @Test
  void a_share_runs_from_one_to_zero_in_the_limits_own_kind_of_time() {
    ClockTerms hours = Times.terms("2026-03-02 16:30", "2wh");
    assertThat(TimeLeft.shareLeft(hours, china, at("2026-03-01 10:00"))).isEqualTo(1.0);
    assertThat(TimeLeft.shareLeft(hours, china, at("2026-03-02 20:00"))).isEqualTo(0.5);
    assertThat(TimeLeft.shareLeft(hours, china, at("2026-03-03 09:00"))).isEqualTo(0.25);
    assertThat(TimeLeft.shareLeft(hours, china, at("2026-04-01 10:00"))).isEqualTo(0.0);
    ClockTerms natural = Times.terms("2026-03-02 16:30", "24nh");
    assertThat(TimeLeft.shareLeft(natural, china, at("2026-03-03 04:30"))).isEqualTo(0.5);
    assertThat(TimeLeft.shareLeft(fiveDays, china, at("2026-03-04 17:30"))).isEqualTo(0.5);
  }

  @Test
  void elapsed_time_is_told_in_units() {
    var from = at("2026-03-06 10:00");
    var to = at("2026-03-09 10:00");
    List<Pause> hold = List.of(pause("2026-03-06 16:30", "2026-03-07 10:00"));
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.NATURAL_DAY, china, List.of()))
        .isEqualTo("3.00");
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.NATURAL_HOUR, china, hold)).isEqualTo("54.50");
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.NATURAL_MINUTE, china, List.of()))
        .isEqualTo("4320.00");
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.WORK_HOUR, china, hold)).isEqualTo("6.50");
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.WORK_DAY, china, List.of())).isEqualTo("1");
    assertThat(TimeLeft.elapsed(from, to, LimitUnit.WORK_DAY, china, hold)).isEqualTo("0.87");
    assertThat(TimeLeft.elapsed(to, from, LimitUnit.WORK_DAY, china, hold)).isEqualTo("-0.87");
  }
}
