package hotline.calendar;

import static hotline.calendar.Times.at;
import static hotline.calendar.Times.extension;
import static hotline.calendar.Times.local;
import static hotline.calendar.Times.pause;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.Explanation.Remark;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private final WorkCalendar china = WorkCalendar.china();

  private List<String> lines(ClockTerms terms, WorkCalendar calendar) {
    ExplanationChecks.check(terms, calendar);
    List<String> lines = new ArrayList<>();
    for (Explanation.Span span : DueTime.explain(terms, calendar).spans()) {
      lines.add(
          local(span.from()).substring(5)
              + " "
              + local(span.to()).substring(5)
              + " "
              + span.reason()
              + " "
              + span.time());
    }
    return lines;
  }

  @Test
  void a_case_filed_on_the_eve_of_national_day_is_explained_span_by_span() {
    ClockTerms terms = Times.toEndOfDay("2025-09-30 23:40", "3wd");
    assertThat(lines(terms, china))
        .containsExactly(
            "09-30 23:40 10-01 00:00 OUT_OF_HOURS PT0S",
            "10-01 00:00 10-09 00:00 HOLIDAY PT0S",
            "10-09 00:00 10-09 08:30 OUT_OF_HOURS PT0S",
            "10-09 08:30 10-09 12:00 WORK_TIME PT3H30M",
            "10-09 12:00 10-09 13:30 BREAK PT0S",
            "10-09 13:30 10-09 17:30 WORK_TIME PT4H",
            "10-09 17:30 10-10 08:30 OUT_OF_HOURS PT0S",
            "10-10 08:30 10-10 12:00 WORK_TIME PT3H30M",
            "10-10 12:00 10-10 13:30 BREAK PT0S",
            "10-10 13:30 10-10 17:30 WORK_TIME PT4H",
            "10-10 17:30 10-11 08:30 OUT_OF_HOURS PT0S",
            "10-11 08:30 10-11 12:00 MAKE_UP_DAY PT3H30M",
            "10-11 12:00 10-11 13:30 BREAK PT0S",
            "10-11 13:30 10-11 17:30 MAKE_UP_DAY PT4H");
    Explanation explanation = DueTime.explain(terms, china);
    assertThat(explanation.spans().get(1).zh()).isEqualTo("节假日（国庆节、中秋节），不计时");
    assertThat(explanation.spans().get(1).en())
        .isEqualTo("holiday (National Day and Mid-Autumn Festival), not counted");
    assertThat(explanation.spans().get(1).label()).isEqualTo("国庆节、中秋节");
    assertThat(explanation.spans().get(3).zh()).isEqualTo("工作时间 3小时30分，计时，累计0.47个工作日，共3个");
    assertThat(explanation.spans().get(3).en())
        .isEqualTo("work time, 3 h 30 min, counted, 0.47 of 3 work days");
    assertThat(explanation.spans().get(13).zh())
        .isEqualTo("调休上班日的工作时间（国庆节、中秋节） 4小时，计时，累计3个工作日，共3个");
    assertThat(explanation.remarks())
        .containsExactly(
            new Remark(
                Remark.Topic.RULE,
                "时限3个工作日，即时起算，至工作日下班",
                "Limit 3 work days, counted at once, to the end of the work day"));
    assertThat(explanation.warnings()).isEmpty();
  }

  @Test
  void a_hold_from_the_day_of_the_start_is_given_back_after_the_limit() {
    ClockTerms terms =
        Times.toEndOfDay("2026-03-05 16:00", "1wd")
            .withPauses(
                List.of(
                    new Pause(at("2026-03-05 17:00"), at("2026-03-06 10:00"), "appraisal"),
                    new Pause(at("2026-03-06 09:00"), at("2026-03-06 11:00"), "funds"),
                    new Pause(at("2026-03-20 09:00"), at("2026-03-20 11:00"), "later"),
                    Pause.of(at("2026-03-06 10:00"), at("2026-03-06 11:00"))));
    assertThat(lines(terms, china))
        .containsExactly(
            "03-05 16:00 03-05 17:00 START_DAY PT1H",
            "03-05 17:00 03-06 11:00 PAUSED PT3H",
            "03-06 11:00 03-06 12:00 WORK_TIME PT1H",
            "03-06 12:00 03-06 13:30 BREAK PT0S",
            "03-06 13:30 03-06 17:30 WORK_TIME PT4H",
            "03-06 17:30 03-07 00:00 OUT_OF_HOURS PT0S",
            "03-07 00:00 03-09 00:00 REST_DAY PT0S",
            "03-09 00:00 03-09 08:30 OUT_OF_HOURS PT0S",
            "03-09 08:30 03-09 11:00 WORK_TIME PT2H30M",
            "03-09 11:00 03-09 11:30 RESTORED PT30M");
    Explanation explanation = DueTime.explain(terms, china);
    assertThat(explanation.spans().get(1).label()).isEqualTo("appraisal, funds");
    assertThat(explanation.spans().get(1).zh()).isEqualTo("暂停计时（appraisal, funds） 3小时，不计时");
    assertThat(explanation.spans().get(9).en())
        .isEqualTo("gives back what a pause took from the day of the start, 30 min, not counted");
  }

  @Test
  void natural_time_is_one_span_between_pauses_and_then_waits_for_the_close() {
    ClockTerms terms =
        Times.toEndOfDay("2026-03-06 17:00", "3nh")
            .withPauses(List.of(pause("2026-03-06 18:00", "2026-03-06 19:00")));
    assertThat(lines(terms, china))
        .containsExactly(
            "03-06 17:00 03-06 18:00 NATURAL_TIME PT1H",
            "03-06 18:00 03-06 19:00 PAUSED PT1H",
            "03-06 19:00 03-06 21:00 NATURAL_TIME PT2H",
            "03-06 21:00 03-09 18:30 END_RULE PT69H30M");
    assertThat(DueTime.explain(terms, china).spans().get(2).zh())
        .isEqualTo("自然时间 2小时，计时，累计3小时，共3小时");
    assertThat(DueTime.explain(terms, china).spans().get(2).en())
        .isEqualTo("natural time, 2 h, counted, 3 h of 3 h");
  }

  @Test
  void work_hours_wait_for_their_start_and_may_end_with_the_day() {
    ClockTerms terms =
        ClockTerms.of(
            at("2026-03-06 17:00"),
            new LimitRule(Limit.parse("1wh"), StartRule.NEXT_WORK_DAY, EndRule.END_OF_WORK_DAY));
    assertThat(lines(terms, china))
        .containsExactly(
            "03-06 17:00 03-06 17:30 START_RULE PT30M",
            "03-06 17:30 03-07 00:00 OUT_OF_HOURS PT0S",
            "03-07 00:00 03-09 00:00 REST_DAY PT0S",
            "03-09 00:00 03-09 08:30 OUT_OF_HOURS PT0S",
            "03-09 08:30 03-09 09:30 WORK_TIME PT1H",
            "03-09 09:30 03-09 12:00 END_RULE PT2H30M",
            "03-09 12:00 03-09 13:30 BREAK PT0S",
            "03-09 13:30 03-09 17:30 END_RULE PT4H");
  }

  @Test
  void seconds_and_days_of_the_organisation_are_named() {
    WorkCalendar own =
        china.toBuilder().override(DayOverride.dayOff(LocalDate.of(2026, 3, 6), "搬迁")).build();
    ClockTerms terms = ClockTerms.of(at("2026-03-05 17:29").plusSeconds(15), LimitRule.of("1wh"));
    Explanation explanation = DueTime.explain(terms, own);
    assertThat(explanation.spans().get(0).zh()).isEqualTo("工作时间 45秒，计时，累计45秒，共1小时");
    assertThat(explanation.spans().get(0).en()).isEqualTo("work time, 45 s, counted, 45 s of 1 h");
    assertThat(explanation.spans().get(2).zh()).isEqualTo("本单位休息日（搬迁），不计时");
    Explanation.Span last = explanation.spans().get(explanation.spans().size() - 1);
    assertThat(last.time()).isEqualTo(Duration.ofMinutes(59).plusSeconds(15));
    assertThat(last.en()).isEqualTo("work time, 59 min 15 s, counted, 1 h of 1 h");
    assertThat(SpanText.zh(999_999_999L)).isEqualTo("0分");
    assertThat(SpanText.en(999_999_999L)).isEqualTo("0 min");
  }

  @Test
  void a_guessed_day_says_so_in_its_span_and_in_a_remark() {
    ClockTerms terms = Times.terms("2026-12-28 17:00", "1wh");
    Explanation explanation = DueTime.explain(terms, china);
    assertThat(explanation.spans())
        .extracting(Explanation.Span::guessed)
        .containsExactly(false, false, true, true);
    assertThat(explanation.spans().get(3).zh()).contains("计时（放假安排尚未导入，按每周作息估算）");
    assertThat(explanation.spans().get(3).en())
        .contains("counted (guessed by the weekly rule: no holiday notice yet)");
    assertThat(explanation.remarks().get(1).topic()).isEqualTo(Remark.Topic.CALENDAR_YEAR_MISSING);
    assertThat(explanation.remarks().get(1).zh()).contains("2027年");
    assertThat(explanation.remarks().get(1).en()).contains("2027");
    assertThat(explanation.warnings()).hasSize(1);
  }

  @Test
  void each_extension_is_a_remark_in_the_order_of_approval_and_a_late_one_is_called_late() {
    ClockTerms terms =
        Times.toEndOfDay("2026-03-02 10:00", "1wd")
            .withExtensions(
                List.of(
                    extension("1wd", "2026-03-04 17:31"), extension("1wd", "2026-03-03 17:30")));
    assertThat(DueTime.explain(terms, china).remarks().subList(1, 3))
        .containsExactly(
            new Remark(
                Remark.Topic.EXTENSION,
                "延期1个工作日，2026-03-03 17:30批准",
                "Extended by 1 work day, approved 2026-03-03 17:30"),
            new Remark(
                Remark.Topic.EXTENSION_APPROVED_LATE,
                "延期1个工作日，2026-03-04 17:31批准，晚于原期限2026-03-04 17:30",
                "Extended by 1 work day, approved 2026-03-04 17:31, after it was due 2026-03-04 17:30"));
    assertThat(Times.due(terms, china)).isEqualTo("2026-03-05 17:30");
  }

  @Test
  void an_extension_of_another_kind_of_time_is_a_count_of_its_own() {
    ClockTerms terms =
        Times.terms("2026-03-06 10:00", "4nh")
            .withExtensions(List.of(extension("2wh", "2026-03-06 11:00")));
    assertThat(lines(terms, china))
        .containsExactly(
            "03-06 10:00 03-06 14:00 NATURAL_TIME PT4H", "03-06 14:00 03-06 16:00 WORK_TIME PT2H");
    assertThat(DueTime.explain(terms, china).spans().get(1).zh()).contains("累计2小时，共2小时");
  }

  @Test
  void the_holidays_of_all_notices_have_an_english_name() {
    for (LocalDate date = LocalDate.of(2007, 1, 1);
        date.getYear() < 2027;
        date = date.plusDays(1)) {
      String name = china.day(date).name();
      assertThat(HolidayNames.english(name)).matches("[\\x20-\\x7E]*");
    }
    assertThat(HolidayNames.english("建局日")).isEqualTo("建局日");
  }
}
