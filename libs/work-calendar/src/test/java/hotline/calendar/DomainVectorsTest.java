package hotline.calendar;

import static hotline.calendar.Times.at;
import static hotline.calendar.Times.due;
import static hotline.calendar.Times.extension;
import static hotline.calendar.Times.local;
import static hotline.calendar.Times.pause;
import static hotline.calendar.Times.terms;
import static hotline.calendar.Times.toEndOfDay;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The situations in which clocks of other systems are known to go wrong. */
class DomainVectorsTest {

  private final WorkCalendar china = WorkCalendar.china();

  @Test
  void filed_at_2340_on_the_eve_of_national_day_work_time_waits_for_the_ninth_of_october() {
    String eve = "2025-09-30 23:40";
    assertThat(due(terms(eve, "2wh"), china)).isEqualTo("2025-10-09 10:30");
    assertThat(due(terms(eve, "1wd"), china)).isEqualTo("2025-10-09 17:30");
    assertThat(due(toEndOfDay(eve, "1wd"), china)).isEqualTo("2025-10-09 17:30");
    assertThat(due(toEndOfDay(eve, "5wd"), china)).isEqualTo("2025-10-14 17:30");
    assertThat(due(terms(eve, "15nm"), china)).isEqualTo("2025-09-30 23:55");
    ClockTerms nextWorkMinute =
        ClockTerms.of(at(eve), LimitRule.of("15nm").startingBy(StartRule.NEXT_WORK_MINUTE));
    assertThat(due(nextWorkMinute, china)).isEqualTo("2025-10-09 08:45");
  }

  @Test
  void a_natural_hour_limit_runs_through_a_holiday() {
    assertThat(due(terms("2025-09-30 23:40", "24nh"), china)).isEqualTo("2025-10-01 23:40");
    assertThat(due(terms("2025-09-30 09:00", "7nd"), china)).isEqualTo("2025-10-07 09:00");
  }

  @Test
  void a_deadline_may_fall_on_a_make_up_saturday() {
    assertThat(due(terms("2025-10-10 10:00", "1wd"), china)).isEqualTo("2025-10-11 10:00");
    assertThat(due(toEndOfDay("2025-10-10 10:00", "1wd"), china)).isEqualTo("2025-10-11 17:30");
    assertThat(due(terms("2025-10-10 16:30", "2wh"), china)).isEqualTo("2025-10-11 09:30");
  }

  @Test
  void a_hold_across_spring_festival_gives_back_its_work_time_and_no_holiday() {
    ClockTerms terms = toEndOfDay("2026-02-11 09:00", "5wd");
    assertThat(due(terms, china)).isEqualTo("2026-02-25 17:30");
    // Friday 6 h, the make-up Saturday, and 5 h after the festival: two work days and 3 h 30.
    assertThat(due(terms, china, pause("2026-02-13 10:00", "2026-02-24 15:00")))
        .isEqualTo("2026-02-28 12:00");
    assertThat(due(terms, china, pause("2026-02-14 17:30", "2026-02-24 08:30")))
        .isEqualTo("2026-02-25 17:30");
  }

  @Test
  void an_extension_approved_after_the_due_time_extends_and_stays_late() {
    ClockTerms terms =
        toEndOfDay("2026-03-02 10:00", "5wd")
            .withExtensions(List.of(extension("5wd", "2026-03-09 17:31")));
    DueResult result = DueTime.result(terms, china);
    assertThat(local(result.dueWithoutExtensions())).isEqualTo("2026-03-09 17:30");
    assertThat(local(result.due())).isEqualTo("2026-03-16 17:30");
    assertThat(DueTime.explain(terms, china).remarks())
        .extracting(Explanation.Remark::topic)
        .containsExactly(
            Explanation.Remark.Topic.RULE, Explanation.Remark.Topic.EXTENSION_APPROVED_LATE);
  }

  @Test
  void a_policy_changed_while_open_is_counted_from_the_first_start() {
    ClockTerms before = toEndOfDay("2026-03-02 10:00", "10wd");
    ClockTerms after = before.withRule(LimitRule.of("5wd").endingBy(EndRule.END_OF_WORK_DAY));
    DueChange change =
        DueTime.revise(DueTime.compute(before, china), after, china, at("2026-03-04 09:00"));
    assertThat(local(change.before())).isEqualTo("2026-03-16 17:30");
    assertThat(local(change.after())).isEqualTo("2026-03-09 17:30");
    assertThat(change.moves()).isTrue();
    assertThat(change.becomesOverdue()).isFalse();
    assertThat(
            DueTime.revise(DueTime.compute(before, china), after, china, at("2026-03-09 17:30"))
                .becomesOverdue())
        .isTrue();
  }

  @Test
  void a_calendar_imported_late_moves_future_deadlines_and_no_passed_ones() {
    HolidayNotice notice =
        HolidayNotice.parseJson(
            """
            {"year": 2027, "papers": ["https://example.org/2027"], "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-04", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-09", "isOffDay": false}]}
            """);
    WorkCalendar imported = china.toBuilder().notice(notice).build();
    ClockTerms open = toEndOfDay("2026-12-28 10:00", "5wd");
    DueResult guessed = DueTime.result(open, china);
    assertThat(local(guessed.due())).isEqualTo("2027-01-04 17:30");
    assertThat(guessed.warnings())
        .containsExactly(new CalendarYearMissing(2027, LocalDate.of(2026, 12, 29)));
    DueResult known = DueTime.result(open, imported);
    assertThat(local(known.due())).isEqualTo("2027-01-06 17:30");
    assertThat(known.isCertain()).isTrue();

    DueChange future = DueTime.revise(guessed.due(), open, imported, at("2027-01-04 17:29"));
    assertThat(local(future.after())).isEqualTo("2027-01-06 17:30");
    DueChange passed = DueTime.revise(guessed.due(), open, imported, at("2027-01-04 17:30"));
    assertThat(passed.moves()).isFalse();
    assertThat(passed.becomesOverdue()).isFalse();
    assertThat(passed.after()).isEqualTo(guessed.due());
  }

  @Test
  void two_breaks_a_day_are_both_left_out() {
    WorkCalendar calendar =
        WorkCalendar.builder()
            .week(WeekPlan.mondayToFriday("08:00-11:00,11:30-14:00,15:00-18:00"))
            .withoutNotices()
            .build();
    assertThat(due(terms("2026-03-02 10:00", "4wh"), calendar)).isEqualTo("2026-03-02 15:30");
    assertThat(due(terms("2026-03-02 10:00", "1wh"), calendar)).isEqualTo("2026-03-02 11:00");
    assertThat(due(terms("2026-03-02 11:10", "1wh"), calendar)).isEqualTo("2026-03-02 12:30");
    assertThat(due(terms("2026-03-02 12:00", "1wd"), calendar)).isEqualTo("2026-03-03 12:00");
  }

  @Test
  void a_limit_changed_twice_with_a_pause_between_keeps_the_pause() {
    Pause hold = pause("2026-03-03 08:30", "2026-03-05 08:30");
    ClockTerms first = terms("2026-03-02 08:30", "15wh");
    assertThat(due(first, china)).isEqualTo("2026-03-03 17:30");
    ClockTerms second = first.withPauses(List.of(hold)).withRule(LimitRule.of("30wh"));
    assertThat(local(DueTime.compute(second, china))).isEqualTo("2026-03-09 17:30");
    ClockTerms third = second.withRule(LimitRule.of("15wh"));
    assertThat(local(DueTime.compute(third, china))).isEqualTo("2026-03-05 17:30");
  }

  @Test
  void a_reply_rejected_three_times_gets_no_free_time() {
    ClockTerms terms = terms("2026-03-02 09:00", "5wd");
    Pause[] reviews = {
      pause("2026-03-03 17:00", "2026-03-04 09:00"),
      pause("2026-03-05 11:30", "2026-03-05 14:00"),
      pause("2026-03-06 17:30", "2026-03-09 08:30")
    };
    // One hour of work time each for the first two, none over the weekend.
    assertThat(due(terms, china)).isEqualTo("2026-03-09 09:00");
    assertThat(due(terms, china, reviews)).isEqualTo("2026-03-09 11:00");
    assertThat(due(toEndOfDay("2026-03-02 09:00", "5wd"), china, reviews))
        .isEqualTo("2026-03-10 10:30");
  }

  @Test
  void a_hold_over_the_weekend_adds_only_its_work_time() {
    assertThat(due(terms("2026-03-05 16:30", "4wh"), china)).isEqualTo("2026-03-06 11:30");
    assertThat(
            due(
                terms("2026-03-05 16:30", "4wh"),
                china,
                pause("2026-03-06 09:30", "2026-03-09 09:00")))
        .isEqualTo("2026-03-09 11:00");
  }

  @Test
  void a_clock_that_is_held_when_its_day_ends_does_not_fall_due_in_the_hold() {
    assertThat(
            due(
                toEndOfDay("2026-03-02 10:00", "1wd"),
                china,
                pause("2026-03-03 11:00", "2026-03-04 11:00")))
        .isEqualTo("2026-03-04 17:30");
  }

  @Test
  void a_hold_on_the_day_of_the_start_leaves_the_remaining_time_unchanged() {
    ClockTerms terms = toEndOfDay("2026-03-02 10:00", "2wd");
    Pause hold = pause("2026-03-02 14:00", "2026-03-03 09:30");
    Duration before = china.remainingWork(hold.from(), DueTime.compute(terms, china));
    Duration after =
        china.remainingWork(hold.to(), DueTime.compute(terms.withPauses(List.of(hold)), china));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void a_round_the_clock_calendar_loses_no_minute_at_midnight() {
    WorkCalendar always =
        WorkCalendar.builder().week(WeekPlan.everyDay("00:00-24:00")).withoutNotices().build();
    assertThat(due(terms("2026-03-02 23:30", "2wh"), always)).isEqualTo("2026-03-03 01:30");
    assertThat(due(terms("2026-03-02 00:00", "72wh"), always)).isEqualTo("2026-03-05 00:00");
    assertThat(due(terms("2026-03-02 07:15", "3wd"), always)).isEqualTo("2026-03-05 07:15");
    assertThat(due(toEndOfDay("2026-03-02 07:15", "1wd"), always)).isEqualTo("2026-03-04 00:00");
    assertThat(due(toEndOfDay("2026-03-02 00:00", "1wd"), always)).isEqualTo("2026-03-04 00:00");
    assertThat(due(terms("2026-03-02 00:00", "1wd"), always)).isEqualTo("2026-03-03 00:00");
  }

  @Test
  void work_days_keep_the_wall_time_and_never_end_outside_work_time() {
    assertThat(due(terms("2026-03-02 10:00", "1wd"), china)).isEqualTo("2026-03-03 10:00");
    assertThat(due(terms("2026-03-06 10:00", "1wd"), china)).isEqualTo("2026-03-09 10:00");
    assertThat(due(terms("2026-03-02 06:00", "1wd"), china)).isEqualTo("2026-03-03 08:30");
    assertThat(due(terms("2026-03-02 08:30", "1wd"), china)).isEqualTo("2026-03-03 08:30");
    assertThat(due(terms("2026-03-02 11:59", "1wd"), china)).isEqualTo("2026-03-03 11:59");
    assertThat(due(terms("2026-03-02 12:00", "1wd"), china)).isEqualTo("2026-03-03 13:30");
    assertThat(due(terms("2026-03-02 13:30", "1wd"), china)).isEqualTo("2026-03-03 13:30");
    assertThat(due(terms("2026-03-02 17:30", "1wd"), china)).isEqualTo("2026-03-03 17:30");
    assertThat(due(terms("2026-03-02 22:00", "1wd"), china)).isEqualTo("2026-03-03 17:30");
    assertThat(due(terms("2026-03-07 10:00", "1wd"), china)).isEqualTo("2026-03-09 17:30");
  }

  @Test
  void an_opening_within_a_hold_does_not_start_the_day() {
    ClockTerms early = terms("2026-03-02 06:00", "1wd");
    assertThat(due(early, china, pause("2026-03-02 08:30", "2026-03-03 08:30")))
        .isEqualTo("2026-03-03 17:30");
    assertThat(due(early, china, pause("2026-03-02 18:00", "2026-03-04 10:00")))
        .isEqualTo("2026-03-04 10:00");
    assertThat(
            due(
                early,
                china,
                pause("2026-03-03 07:00", "2026-03-03 18:00"),
                pause("2026-03-04 08:00", "2026-03-04 09:00")))
        .isEqualTo("2026-03-04 09:00");
  }

  @Test
  void each_start_rule_counts_from_its_own_moment() {
    String friday = "2026-03-06 18:00";
    LimitRule day = LimitRule.of("1wd");
    LimitRule endOfDay = day.endingBy(EndRule.END_OF_WORK_DAY);
    assertThat(due(ClockTerms.of(at(friday), day), china)).isEqualTo("2026-03-09 17:30");
    assertThat(due(ClockTerms.of(at(friday), day.startingBy(StartRule.NEXT_WORK_MINUTE)), china))
        .isEqualTo("2026-03-10 08:30");
    assertThat(
            due(ClockTerms.of(at(friday), endOfDay.startingBy(StartRule.NEXT_WORK_MINUTE)), china))
        .isEqualTo("2026-03-10 17:30");
    String monday = "2026-03-09 10:00";
    ClockTerms nextDay = ClockTerms.of(at(monday), day.startingBy(StartRule.NEXT_WORK_DAY));
    assertThat(due(nextDay, china)).isEqualTo("2026-03-10 17:30");
    assertThat(due(ClockTerms.of(at(monday), endOfDay.startingBy(StartRule.NEXT_WORK_DAY)), china))
        .isEqualTo("2026-03-10 17:30");
    assertThat(local(DueTime.result(nextDay, china).countedFrom())).isEqualTo("2026-03-10 08:30");
    assertThat(
            due(
                ClockTerms.of(at(monday), LimitRule.of("2wh").startingBy(StartRule.NEXT_WORK_DAY)),
                china))
        .isEqualTo("2026-03-10 10:30");
    assertThat(due(nextDay, china, pause("2026-03-09 11:00", "2026-03-10 09:30")))
        .isEqualTo("2026-03-11 09:30");
  }

  @Test
  void hours_may_end_with_the_work_day() {
    assertThat(due(toEndOfDay("2026-03-02 10:00", "2wh"), china)).isEqualTo("2026-03-02 17:30");
    assertThat(due(toEndOfDay("2026-03-02 16:30", "1wh"), china)).isEqualTo("2026-03-02 17:30");
    assertThat(due(toEndOfDay("2026-03-02 16:31", "1wh"), china)).isEqualTo("2026-03-03 17:30");
    assertThat(due(toEndOfDay("2026-03-06 18:00", "3nh"), china)).isEqualTo("2026-03-09 17:30");
    assertThat(
            due(
                toEndOfDay("2026-03-02 10:00", "2wh"),
                china,
                pause("2026-03-02 14:00", "2026-03-03 09:00")))
        .isEqualTo("2026-03-03 14:00");
    assertThat(
            due(
                toEndOfDay("2026-03-02 10:00", "2nh"),
                china,
                pause("2026-03-02 13:00", "2026-03-02 15:00")))
        .isEqualTo("2026-03-02 19:30");
  }

  @Test
  void an_extension_of_another_kind_of_time_follows_the_limit() {
    ClockTerms urgent = terms("2026-03-06 10:00", "24nh");
    assertThat(due(urgent, china)).isEqualTo("2026-03-07 10:00");
    assertThat(
            local(
                DueTime.compute(
                    urgent.withExtensions(List.of(extension("2wd", "2026-03-06 15:00"))), china)))
        .isEqualTo("2026-03-10 17:30");
    List<Extension> both =
        List.of(extension("2wd", "2026-03-06 15:00"), extension("1nh", "2026-03-06 16:00"));
    List<Extension> swapped = List.of(both.get(1), both.get(0));
    assertThat(DueTime.compute(urgent.withExtensions(both), china))
        .isEqualTo(DueTime.compute(urgent.withExtensions(swapped), china));
    ClockTerms hours = terms("2026-03-06 10:00", "2wh");
    assertThat(
            local(
                DueTime.compute(
                    hours.withExtensions(
                        List.of(
                            extension("1wh", "2026-03-06 10:30"),
                            extension("60nm", "2026-03-06 10:30"))),
                    china)))
        .isEqualTo("2026-03-06 15:30");
  }

  @Test
  void work_days_granted_on_a_clock_that_ended_at_midnight_begin_the_next_day() {
    WorkCalendar always =
        WorkCalendar.builder().week(WeekPlan.everyDay("00:00-24:00")).withoutNotices().build();
    ClockTerms terms =
        toEndOfDay("2026-03-02 10:00", "2wh")
            .withExtensions(List.of(extension("1wd", "2026-03-02 10:00")));
    assertThat(due(terms, always)).isEqualTo("2026-03-04 00:00");
  }

  @Test
  void the_shortest_way_to_ask_counts_at_once_and_exactly() {
    assertThat(
            local(
                DueTime.compute(
                    at("2026-03-02 16:30"),
                    Limit.parse("2wh"),
                    china,
                    List.of(Pause.of(at("2026-03-02 17:00"), at("2026-03-03 09:00"))),
                    List.of(extension("1wh", "2026-03-02 17:00")))))
        .isEqualTo("2026-03-03 11:30");
  }

  @Test
  void done_at_the_due_moment_is_on_time_and_a_second_later_is_not() {
    var due = at("2026-03-06 17:30");
    assertThat(DueTime.isOnTime(due, due)).isTrue();
    assertThat(DueTime.isOnTime(due.plusNanos(1), due)).isFalse();
    assertThat(DueTime.overdueWork(due, due, china)).isZero();
    assertThat(DueTime.overdueWork(at("2026-03-09 09:00"), due, china))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(DueTime.overdueWork(at("2026-03-06 12:00"), due, china)).isZero();
  }
}
