package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusedInputTest {

  private static final String DAYS = "{\"year\": 2027, \"papers\": [], \"days\": [%s]}";

  private static void refused(Reason reason, String detail, ThrowingCallable act) {
    assertThatExceptionOfType(InputRefused.class)
        .isThrownBy(act)
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.detail()).contains(detail);
            });
  }

  private static void refusedNotice(Reason reason, String detail, String json) {
    refused(reason, detail, () -> HolidayNotice.parseJson(json));
  }

  @Test
  void windows_that_overlap_or_end_before_they_begin() {
    refused(
        Reason.WINDOWS_OVERLAP,
        "08:30-12:00, 11:59-17:30",
        () -> WeekPlan.mondayToFriday("11:59-17:30,08:30-12:00"));
    assertThat(WorkWindow.parseAll("12:00-17:30, 08:30-12:00"))
        .containsExactly(new WorkWindow(510, 720), new WorkWindow(720, 1050));
    refused(Reason.WINDOW_EMPTY, "12:00-08:30", () -> WorkWindow.parse("12:00-08:30"));
    refused(Reason.WINDOW_EMPTY, "22:00-22:00", () -> WorkWindow.parse("22:00-22:00"));
    for (String text : new String[] {"", "8-12", "08:30", "08:60-09:00", "x", null}) {
      refused(Reason.WINDOW_UNREADABLE, "", () -> WorkWindow.parse(text));
    }
    refused(Reason.WINDOW_UNREADABLE, "", () -> WorkWindow.parseAll(null));
    refused(Reason.WINDOW_UNREADABLE, "", () -> WorkWindow.parseAll("08:30-12:00,"));
    refused(Reason.WINDOW_UNREADABLE, "08:00-24:01", () -> WorkWindow.parse("08:00-24:01"));
    refused(Reason.WINDOW_UNREADABLE, "-1:59-00:10", () -> new WorkWindow(-1, 10));
    assertThat(WorkWindow.parse("0:00-24:00")).hasToString("00:00-24:00");
    assertThat(new WorkWindow(0, 1440).minutes()).isEqualTo(1440);
  }

  @Test
  void a_calendar_without_any_work_time() {
    WeekPlan never = new WeekPlan(Map.of());
    refused(Reason.NO_WORK_TIME, "Asia/Shanghai", () -> WorkCalendar.builder().week(never).build());
    WorkCalendar summerOnly =
        WorkCalendar.builder()
            .week(never)
            .summer(MonthDay.of(7, 1), MonthDay.of(7, 31), "08:00-12:00")
            .withoutNotices()
            .build();
    assertThat(Times.due(Times.terms("2026-03-02 10:00", "5wh"), summerOnly))
        .isEqualTo("2026-07-02 09:00");
    assertThat(Times.due(Times.toEndOfDay("2026-08-02 10:00", "1wd"), summerOnly))
        .isEqualTo("2027-07-01 12:00");
    assertThat(summerOnly.nextWorkTime(Times.at("2026-08-02 10:00")))
        .isEqualTo(Times.at("2027-07-01 08:00"));
    refused(
        Reason.WORK_DAY_WITHOUT_WINDOWS,
        "2026-03-02",
        () ->
            summerOnly.toBuilder()
                .override(DayOverride.workDay(LocalDate.of(2026, 3, 2), "no windows"))
                .build());
  }

  @Test
  void a_calendar_in_which_work_ends_for_ever() {
    WorkCalendarBuilder builder =
        WorkCalendar.builder()
            .week(new WeekPlan(Map.of()))
            .season(
                new Season(
                    MonthDay.of(2, 29), MonthDay.of(2, 29), WeekPlan.everyDay("08:00-12:00")))
            .withoutNotices();
    refused(
        Reason.TIME_OUT_OF_RANGE,
        "2200",
        () -> DueTime.compute(Times.terms("2026-03-02 10:00", "3660wd"), builder.build()));
  }

  @Test
  void a_date_given_twice() {
    LocalDate date = LocalDate.of(2026, 3, 2);
    WorkCalendarBuilder builder = WorkCalendar.builder().override(DayOverride.dayOff(date, "one"));
    refused(
        Reason.DATE_TWICE,
        "2026-03-02",
        () -> builder.override(DayOverride.workDay(date, "other")));
    refusedNotice(
        Reason.DATE_TWICE,
        "2027-01-01",
        DAYS.formatted(
            """
            {"name": "a", "date": "2027-01-01", "isOffDay": true},
            {"name": "a", "date": "2027-01-01", "isOffDay": true}"""));
    refused(
        Reason.DAY_OFF_WITH_WINDOWS,
        "2026-03-02",
        () -> new DayOverride(date, false, WorkWindow.parseAll("08:00-09:00"), "x"));
  }

  @Test
  void seasons_that_overlap() {
    WorkCalendarBuilder builder =
        WorkCalendar.builder().summer(MonthDay.of(5, 1), MonthDay.of(9, 30), "08:00-12:00");
    refused(
        Reason.SEASONS_OVERLAP,
        "--09-30",
        () -> builder.summer(MonthDay.of(9, 30), MonthDay.of(10, 31), "08:00-12:00"));
    builder.summer(MonthDay.of(10, 1), MonthDay.of(4, 30), "09:00-12:00");
    assertThat(builder.build().day(LocalDate.of(2026, 1, 5)).workMinutes()).isEqualTo(180);
  }

  @Test
  void the_notice_of_a_year_twice_unless_it_is_a_correction() {
    HolidayNotice notice =
        HolidayNotice.parseJson(
            DAYS.formatted("{\"name\": \"a\", \"date\": \"2026-12-31\", \"isOffDay\": true}"));
    assertThat(notice.year()).isEqualTo(2027);
    assertThat(notice.papers()).isEmpty();
    WorkCalendarBuilder builder = WorkCalendar.china().toBuilder().notice(notice);
    refused(Reason.NOTICE_YEAR_TWICE, "2027", () -> builder.notice(notice));
    assertThat(builder.build().isWorkDay(LocalDate.of(2026, 12, 31))).isFalse();
    HolidayNotice corrected =
        new HolidayNotice(
            2027, List.of(), List.of(DayOverride.dayOff(LocalDate.of(2027, 1, 1), "b")));
    WorkCalendar correctedCalendar = builder.replaceNotice(corrected).build();
    assertThat(correctedCalendar.isWorkDay(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(correctedCalendar.isWorkDay(LocalDate.of(2027, 1, 1))).isFalse();
  }

  @Test
  void a_notice_that_is_not_out_or_cannot_be_read() {
    refusedNotice(Reason.NOTICE_EMPTY, "2027", "{\"year\": 2027, \"papers\": [], \"days\": []}");
    for (String broken :
        new String[] {
          null,
          "",
          "[]",
          "{",
          "\"x\"",
          "{}",
          "{\"year\": \"2027\", \"days\": []}",
          "{\"year\": 2027}",
          "{\"year\": 2027, \"days\": {}}",
          "{\"year\": 2027, \"days\": []} x",
          "{\"year\": 2027, \"year\": 2028, \"days\": []}",
          DAYS.formatted("1"),
          DAYS.formatted("{\"date\": \"2027-01-01\", \"isOffDay\": true}"),
          DAYS.formatted("{\"name\": \"a\", \"date\": 20270101, \"isOffDay\": true}"),
          DAYS.formatted("{\"name\": \"a\", \"date\": \"2027-01-01\", \"isOffDay\": \"yes\"}")
        }) {
      refusedNotice(Reason.NOTICE_UNREADABLE, "", broken);
    }
    refusedNotice(
        Reason.NOTICE_UNREADABLE,
        "date = 2027-02-30",
        DAYS.formatted("{\"name\": \"a\", \"date\": \"2027-02-30\", \"isOffDay\": true}"));
    refusedNotice(
        Reason.NOTICE_UNREADABLE,
        "isOffDay = \"yes\"",
        DAYS.formatted("{\"name\": \"a\", \"date\": \"2027-01-01\", \"isOffDay\": \"yes\"}"));
    for (String date : new String[] {"2026-11-30", "2025-12-31", "2028-01-01"}) {
      refusedNotice(
          Reason.NOTICE_DATE_OUT_OF_YEAR,
          date + " / 2027",
          DAYS.formatted("{\"name\": \"a\", \"date\": \"" + date + "\", \"isOffDay\": true}"));
    }
  }

  @Test
  void a_pause_that_ends_before_it_begins_but_not_one_that_is_empty() {
    Instant now = Times.at("2026-03-02 10:00");
    refused(
        Reason.PAUSE_ENDS_BEFORE_IT_BEGINS, now.toString(), () -> Pause.of(now, now.minusNanos(1)));
    ClockTerms terms = Times.terms("2026-03-02 09:00", "2wh");
    assertThat(Times.due(terms, WorkCalendar.china(), Pause.of(now, now)))
        .isEqualTo("2026-03-02 11:00");
  }

  @Test
  void moments_outside_the_years_that_are_laid_out() {
    WorkCalendar china = WorkCalendar.china();
    LimitRule hour = LimitRule.of("1nh");
    for (Instant far :
        List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.parse("1899-06-01T00:00:00Z"),
            Instant.parse("2200-06-01T00:00:00Z"))) {
      refused(
          Reason.TIME_OUT_OF_RANGE,
          far.toString(),
          () -> DueTime.compute(ClockTerms.of(far, hour), china));
    }
    refused(
        Reason.TIME_OUT_OF_RANGE,
        "2201",
        () ->
            DueTime.compute(
                ClockTerms.of(Instant.parse("2199-01-01T00:00:00Z"), LimitRule.of("1000nd")),
                china));
    assertThat(
            DueTime.compute(
                ClockTerms.of(Instant.parse("2199-12-30T00:00:00Z"), LimitRule.of("24nh")), china))
        .isEqualTo("2199-12-31T00:00:00Z");
    assertThat(
            DueTime.compute(
                ClockTerms.of(Instant.parse("1900-01-02T00:00:00Z"), LimitRule.of("8wh")), china))
        .isAfter("1900-01-02T00:00:00Z");
  }

  @Test
  void a_share_that_is_none() {
    ClockTerms terms = Times.terms("2026-03-02 09:00", "2wh");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeLeft.whenShareLeft(terms, WorkCalendar.china(), 101));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeLeft.whenShareLeft(terms, WorkCalendar.china(), -1));
  }
}
