package hotline.calendar;

import static hotline.calendar.Times.at;
import static hotline.calendar.Times.local;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.calendar.CalendarDay.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

  private final WorkCalendar china = WorkCalendar.china();

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void the_calendar_of_china_knows_2007_to_2026() {
    for (int year = 2007; year <= 2026; year++) {
      assertThat(china.hasDataFor(year)).isTrue();
    }
    assertThat(china.hasDataFor(2006)).isFalse();
    assertThat(china.hasDataFor(2027)).isFalse();
    assertThat(china.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(china).isSameAs(WorkCalendar.china());
  }

  @Test
  void a_year_has_as_many_work_days_as_its_notice_says() {
    assertThat(china.workDaysAfter(date("2023-12-31"), date("2024-12-31"))).isEqualTo(251);
    assertThat(china.workDaysAfter(date("2024-12-31"), date("2025-12-31"))).isEqualTo(248);
    assertThat(china.workDaysAfter(date("2025-12-31"), date("2026-12-31"))).isEqualTo(248);
    assertThat(china.workDaysAfter(date("2023-12-31"), date("2026-12-31"))).isEqualTo(747);
    assertThat(china.workDaysAfter(date("2026-12-31"), date("2023-12-31"))).isEqualTo(-747);
    assertThat(china.workDaysAfter(date("2026-03-06"), date("2026-03-06"))).isZero();
    assertThat(china.workDaysAfter(date("2026-03-06"), date("2026-03-09"))).isEqualTo(1);
  }

  @Test
  void all_make_up_days_of_2026_are_work_days_and_all_holidays_are_not() {
    for (String makeUp :
        List.of(
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")) {
      assertThat(china.day(date(makeUp)).kind()).isEqualTo(Kind.MAKE_UP_DAY);
      assertThat(china.isWorkDay(date(makeUp))).isTrue();
      assertThat(china.day(date(makeUp)).workMinutes()).isEqualTo(450);
    }
    CalendarDay national = china.day(date("2026-10-01"));
    assertThat(national.kind()).isEqualTo(Kind.HOLIDAY);
    assertThat(national.name()).isEqualTo("国庆节");
    assertThat(national.isWorkDay()).isFalse();
    assertThat(china.day(date("2026-03-07")).kind()).isEqualTo(Kind.REST_DAY);
    assertThat(china.day(date("2026-03-06")).kind()).isEqualTo(Kind.WORK_DAY);
    long off = 0;
    for (LocalDate day = date("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
      off += china.day(day).kind() == Kind.HOLIDAY ? 1 : 0;
    }
    assertThat(off).isEqualTo(33);
    for (Kind kind : Kind.values()) {
      assertThat(kind.zh()).isNotBlank();
      assertThat(kind.en()).isNotBlank();
    }
  }

  @Test
  void a_december_day_may_be_ruled_by_the_notice_of_the_next_year() {
    for (String off : List.of("2007-12-31", "2018-12-31", "2022-12-31")) {
      assertThat(china.day(date(off)).kind()).isEqualTo(Kind.HOLIDAY);
    }
    for (String makeUp :
        List.of("2006-12-30", "2006-12-31", "2007-12-29", "2011-12-31", "2018-12-29")) {
      assertThat(china.day(date(makeUp)).kind()).isEqualTo(Kind.MAKE_UP_DAY);
      assertThat(china.day(date(makeUp)).guessed()).isFalse();
    }
    assertThat(china.day(date("2006-12-29")).guessed()).isTrue();
    assertThat(china.day(date("2026-12-28")).guessed()).isFalse();
    assertThat(china.day(date("2026-12-29")).guessed()).isTrue();
    assertThat(china.day(date("2026-11-29")).guessed()).isFalse();
    assertThat(china.day(date("2027-01-01")).guessed()).isTrue();
    assertThat(china.day(date("2025-12-31")).guessed()).isFalse();
  }

  @Test
  void a_span_of_dates_tells_the_years_it_has_to_guess() {
    assertThat(china.missingBetween(date("2026-01-01"), date("2026-12-28"))).isEmpty();
    assertThat(china.missingBetween(date("2026-01-01"), date("2026-12-29")))
        .containsExactly(new CalendarYearMissing(2027, date("2026-12-29")));
    assertThat(china.missingBetween(date("2026-12-30"), date("2028-12-30")))
        .containsExactly(
            new CalendarYearMissing(2027, date("2026-12-30")),
            new CalendarYearMissing(2028, date("2028-01-01")),
            new CalendarYearMissing(2029, date("2029-01-01")));
    assertThat(china.missingBetween(date("2027-03-01"), date("2027-03-02")))
        .containsExactly(new CalendarYearMissing(2027, date("2027-03-01")));
    CalendarYearMissing missing = new CalendarYearMissing(2027, date("2026-12-29"));
    assertThat(missing.zh()).isEqualTo("2027年放假安排尚未导入，自2026-12-29起按每周作息估算");
    assertThat(missing.en())
        .isEqualTo("No calendar for 2027: days from 2026-12-29 are taken by the weekly rule alone");
  }

  @Test
  void a_due_time_in_a_year_without_a_calendar_says_so_and_a_natural_one_does_not_need_it() {
    ClockTerms terms = Times.terms("2026-12-28 10:00", "5wd");
    assertThat(DueTime.result(terms, china).isCertain()).isFalse();
    assertThat(DueTime.result(Times.terms("2026-12-28 10:00", "1wh"), china).isCertain()).isTrue();
    ClockTerms natural = Times.terms("2026-12-28 10:00", "240nh");
    assertThat(DueTime.result(natural, china).warnings()).isEmpty();
    LimitRule rule = natural.rule();
    assertThat(
            DueTime.result(natural.withRule(rule.endingBy(EndRule.END_OF_WORK_DAY)), china)
                .warnings())
        .hasSize(1);
    assertThat(
            DueTime.result(natural.withRule(rule.startingBy(StartRule.NEXT_WORK_MINUTE)), china)
                .warnings())
        .hasSize(1);
    assertThat(
            DueTime.result(
                    natural.withExtensions(List.of(Times.extension("1wd", "2026-12-28 11:00"))),
                    china)
                .warnings())
        .hasSize(1);
    WorkCalendar always =
        WorkCalendar.builder().week(WeekPlan.everyDay("00:00-24:00")).withoutNotices().build();
    assertThat(DueTime.result(terms, always).isCertain()).isTrue();
    assertThat(always.hasDataFor(2099)).isTrue();
  }

  @Test
  void summer_has_its_own_windows_and_may_run_over_the_turn_of_the_year() {
    WorkCalendar summer =
        WorkCalendar.builder()
            .summer(MonthDay.of(5, 1), MonthDay.of(9, 30), "08:30-12:00,14:00-18:00")
            .withoutNotices()
            .build();
    assertThat(Times.due(Times.terms("2026-04-30 16:30", "2wh"), summer))
        .isEqualTo("2026-05-01 09:30");
    assertThat(Times.due(Times.terms("2026-05-01 13:30", "1wh"), summer))
        .isEqualTo("2026-05-01 15:00");
    assertThat(Times.due(Times.toEndOfDay("2026-04-29 13:30", "2wd"), summer))
        .isEqualTo("2026-05-01 18:00");
    assertThat(Times.due(Times.terms("2026-04-30 14:30", "1wd"), summer))
        .isEqualTo("2026-05-01 15:00");
    assertThat(Times.due(Times.terms("2026-09-30 17:30", "2wh"), summer))
        .isEqualTo("2026-10-01 10:00");
    WorkCalendar southern =
        WorkCalendar.builder()
            .summer(MonthDay.of(12, 1), MonthDay.of(2, 28), "09:00-10:00")
            .withoutNotices()
            .build();
    assertThat(southern.day(date("2026-12-01")).workMinutes()).isEqualTo(60);
    assertThat(southern.day(date("2026-01-15")).workMinutes()).isEqualTo(60);
    assertThat(southern.day(date("2025-02-28")).workMinutes()).isEqualTo(60);
    assertThat(southern.day(date("2026-03-02")).workMinutes()).isEqualTo(450);
    assertThat(southern.day(date("2026-11-30")).workMinutes()).isEqualTo(450);
  }

  @Test
  void a_date_of_the_organisation_is_stronger_than_the_notice_in_both_directions() {
    WorkCalendar own =
        china.toBuilder()
            .override(DayOverride.workDay(date("2026-10-01"), "09:00-11:00", "值班"))
            .override(DayOverride.dayOff(date("2026-10-10"), "搬迁"))
            .override(DayOverride.workDay(date("2026-03-08"), "开放日"))
            .override(DayOverride.dayOff(date("2027-03-01"), "建局日"))
            .build();
    assertThat(own.day(date("2026-10-01")).windows()).containsExactly(new WorkWindow(540, 660));
    assertThat(own.day(date("2026-10-01")).kind()).isEqualTo(Kind.WORK_DAY);
    assertThat(own.day(date("2026-10-10")).kind()).isEqualTo(Kind.DAY_OFF);
    assertThat(own.day(date("2026-03-08")).kind()).isEqualTo(Kind.MAKE_UP_DAY);
    assertThat(own.day(date("2026-03-08")).workMinutes()).isEqualTo(450);
    assertThat(own.day(date("2027-03-01")).guessed()).isFalse();
    assertThat(Times.due(Times.terms("2026-09-30 16:30", "2wh"), own))
        .isEqualTo("2026-10-01 10:00");
    assertThat(china.day(date("2026-10-01")).isWorkDay()).isFalse();
    WorkCalendar copy = own.toBuilder().build();
    assertThat(copy.day(date("2026-10-10"))).isEqualTo(own.day(date("2026-10-10")));
    assertThat(copy.hasDataFor(2026)).isTrue();
    assertThat(copy.hasDataFor(2027)).isFalse();
  }

  @Test
  void a_copy_keeps_zone_week_seasons_and_the_lack_of_notices() {
    WorkCalendar boston =
        WorkCalendar.builder()
            .zone(ZoneId.of("America/New_York"))
            .week(WeekPlan.everyDay("09:00-17:00"))
            .summer(MonthDay.of(6, 1), MonthDay.of(8, 31), "08:00-14:00")
            .withoutNotices()
            .build();
    WorkCalendar copy = boston.toBuilder().build();
    assertThat(copy.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(copy.hasDataFor(1999)).isTrue();
    assertThat(copy.day(date("2026-03-07")).workMinutes()).isEqualTo(480);
    assertThat(copy.day(date("2026-06-06")).isWorkDay()).isFalse();
    assertThat(copy.day(date("2026-06-05")).workMinutes()).isEqualTo(360);
  }

  @Test
  void a_make_up_day_takes_its_own_windows_if_the_week_has_some() {
    WeekPlan plan =
        new WeekPlan(
            Map.of(
                DayOfWeek.TUESDAY, WorkWindow.parseAll("08:00-12:00"),
                DayOfWeek.FRIDAY, WorkWindow.parseAll("08:00-10:00"),
                DayOfWeek.MONDAY, List.of()));
    assertThat(plan.days()).containsOnlyKeys(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    WorkCalendar calendar =
        WorkCalendar.builder()
            .week(plan)
            .withoutNotices()
            .override(DayOverride.workDay(date("2026-03-07"), "make-up"))
            .override(DayOverride.workDay(date("2026-03-06"), "still a Friday"))
            .build();
    assertThat(calendar.day(date("2026-03-07")).workMinutes()).isEqualTo(240);
    assertThat(calendar.day(date("2026-03-06")).workMinutes()).isEqualTo(120);
    assertThat(calendar.day(date("2026-03-06")).kind()).isEqualTo(Kind.WORK_DAY);
  }

  @Test
  void work_time_is_half_open() {
    assertThat(china.isWorkTime(at("2026-03-06 08:30"))).isTrue();
    assertThat(china.isWorkTime(at("2026-03-06 11:59"))).isTrue();
    assertThat(china.isWorkTime(at("2026-03-06 12:00"))).isFalse();
    assertThat(china.isWorkTime(at("2026-03-06 13:30"))).isTrue();
    assertThat(china.isWorkTime(at("2026-03-06 17:30"))).isFalse();
    assertThat(china.isWorkTime(at("2026-03-06 08:29"))).isFalse();
    assertThat(local(china.nextWorkTime(at("2026-03-06 12:00")))).isEqualTo("2026-03-06 13:30");
    assertThat(local(china.nextWorkTime(at("2026-03-06 17:30")))).isEqualTo("2026-03-09 08:30");
    assertThat(local(china.nextWorkTime(at("2026-12-31 18:00")))).isEqualTo("2027-01-01 08:30");
    assertThat(local(china.endOfWorkDay(at("2026-03-06 17:30")))).isEqualTo("2026-03-06 17:30");
    assertThat(local(china.endOfWorkDay(at("2026-03-06 17:31")))).isEqualTo("2026-03-09 17:30");
    assertThat(local(china.endOfWorkDay(at("2025-12-31 17:31")))).isEqualTo("2026-01-04 17:30");
  }

  @Test
  void work_minutes_leave_out_lunch_nights_weekends_and_holidays() {
    assertThat(china.workMinutesBetween(at("2026-03-06 08:30"), at("2026-03-06 17:30")))
        .isEqualTo(450);
    assertThat(china.workMinutesBetween(at("2026-03-06 11:00"), at("2026-03-09 09:00")))
        .isEqualTo(330);
    assertThat(china.workMinutesBetween(at("2026-09-30 17:00"), at("2026-10-08 09:00")))
        .isEqualTo(60);
    assertThat(china.workMinutesBetween(at("2026-03-09 09:00"), at("2026-03-06 11:00")))
        .isEqualTo(-330);
    assertThat(china.workMinutesBetween(at("2025-12-31 17:00"), at("2026-01-04 09:00")))
        .isEqualTo(60);
    assertThat(china.workMinutesBetween(at("2024-12-31 00:00"), at("2026-12-31 23:59")))
        .isEqualTo((1 + 248 + 248) * 450L);
    assertThat(china.remainingWork(at("2026-03-06 17:00"), at("2026-03-09 09:00")))
        .isEqualTo(Duration.ofHours(1));
    assertThat(china.remainingWork(at("2026-03-09 09:00"), at("2026-03-06 17:00")))
        .isEqualTo(Duration.ofHours(-1));
    List<Pause> hold = List.of(Times.pause("2026-03-06 16:00", "2026-03-06 17:15"));
    assertThat(china.workTimeBetween(at("2026-03-06 17:00"), at("2026-03-09 09:00"), hold))
        .isEqualTo(Duration.ofMinutes(45));
    assertThat(china.workTimeBetween(at("2026-03-09 09:00"), at("2026-03-06 17:00"), hold))
        .isEqualTo(Duration.ofMinutes(-45));
  }

  @Test
  void leap_days_and_the_turn_of_the_year_are_ordinary_days() {
    assertThat(china.workDayAfter(date("2024-02-28"), 1)).isEqualTo("2024-02-29");
    assertThat(china.workDayAfter(date("2025-12-31"), 1)).isEqualTo("2026-01-04");
    assertThat(china.workDayAfter(date("2024-06-30"), 600)).isEqualTo("2026-11-27");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> china.workDayAfter(date("2026-01-01"), 0));
    assertThat(china.dateOf(at("2026-01-01 00:00"))).isEqualTo("2026-01-01");
    assertThat(china.dateOf(at("2026-01-01 00:00").minusNanos(1))).isEqualTo("2025-12-31");
  }

  @Test
  void the_zone_of_the_machine_does_not_matter() {
    assertThat(ZoneId.systemDefault()).isNotEqualTo(china.zone());
    assertThat(china.isWorkTime(Instant.parse("2026-03-06T01:00:00Z"))).isTrue();
    assertThat(china.isWorkTime(Instant.parse("2026-03-06T10:00:00Z"))).isFalse();
  }

  @Test
  void a_day_on_which_clocks_change_is_as_long_as_it_is() {
    WorkCalendar always =
        WorkCalendar.builder()
            .zone(ZoneId.of("America/New_York"))
            .week(WeekPlan.everyDay("00:00-24:00"))
            .withoutNotices()
            .build();
    var sunday = date("2026-03-08").atStartOfDay(always.zone()).toInstant();
    var monday = date("2026-03-09").atStartOfDay(always.zone()).toInstant();
    assertThat(always.workTimeBetween(sunday, monday)).isEqualTo(Duration.ofHours(23));
    // 02:30 does not exist: it is 03:30, so the second window lies within the first.
    WorkCalendar inTheGap =
        WorkCalendar.builder()
            .zone(ZoneId.of("America/New_York"))
            .week(WeekPlan.everyDay("01:00-02:30,03:00-03:20,03:40-04:00"))
            .withoutNotices()
            .build();
    assertThat(inTheGap.workTimeBetween(sunday, monday)).isEqualTo(Duration.ofMinutes(90 + 20));
  }
}
