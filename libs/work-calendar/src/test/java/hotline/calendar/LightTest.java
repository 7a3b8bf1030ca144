package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.InputRefused.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightTest {

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
    assertThat(light(now, LimitRule.of("2wh"), LightRule.DEFAULT)).isEqualTo(light);
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
    assertThat(light(now, fiveDays(), LightRule.DEFAULT)).isEqualTo(light);
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
    assertThat(light(now, LimitRule.of("24nh"), LightRule.DEFAULT)).isEqualTo(light);
  }

  // Three days before Monday 17:30 is Wednesday 17:30; a limit of seven natural days counts days.
  @ParameterizedTest
  @CsvSource({
    "5wd, 2026-11-25T17:29, GREEN",
    "5wd, 2026-11-25T17:30, YELLOW",
    "7nd, 2026-11-27T08:59, GREEN",
    "7nd, 2026-11-27T09:00, YELLOW",
    "2wh, 2026-11-23T09:00, YELLOW"
  })
  void a_city_may_turn_yellow_three_days_before_the_end(String limit, String now, Light light) {
    LimitRule rule =
        limit.equals("5wd")
            ? LimitRule.of(limit).endingBy(EndRule.END_OF_WORK_DAY)
            : LimitRule.of(limit);
    assertThat(light(now, rule, new LightRule(100, 3))).isEqualTo(light);
  }

  @Test
  void time_on_hold_is_not_used_up() {
    ClockTerms terms = ClockTerms.of(at("2026-11-23T09:00"), fiveDays());
    ClockTerms held =
        terms.withPauses(
            List.of(new Pause(at("2026-11-24T08:30"), at("2026-11-26T08:30"), "hold")));

    assertThat(LightRule.DEFAULT.yellowFrom(terms, calendar)).isEqualTo(at("2026-11-27T17:30"));
    assertThat(LightRule.DEFAULT.yellowFrom(held, calendar)).isEqualTo(at("2026-12-01T17:30"));
  }

  @Test
  void a_clock_is_yellow_between_its_start_and_its_due_time() {
    Random random = new Random(41);
    for (int i = 0; i < 100; i++) {
      RandomCalendar drawn = new RandomCalendar(random, i % 2 == 0, Times.SHANGHAI);
      WorkCalendar any = drawn.build();
      RandomTerms terms = new RandomTerms(random, drawn);
      for (int j = 0; j < 20; j++) {
        Instant start = terms.start();
        ClockTerms one =
            new ClockTerms(start, terms.rule(), terms.pauses(start, 0), terms.extensions(start));
        LightRule rule = new LightRule(1 + random.nextInt(100), 1 + random.nextInt(5));
        LightRule sooner = new LightRule(rule.percent(), rule.days() + 1);

        Instant yellow = rule.yellowFrom(one, any);

        assertThat(yellow).as("%s", one).isBetween(start, DueTime.compute(one, any));
        assertThat(sooner.yellowFrom(one, any)).as("%s", one).isBeforeOrEqualTo(yellow);
      }
    }
  }

  @Test
  void a_share_or_a_number_of_days_that_means_nothing_is_refused() {
    assertThatThrownBy(() -> new LightRule(0, 1)).satisfies(is(Reason.LIGHT_SHARE_OUT_OF_RANGE));
    assertThatThrownBy(() -> new LightRule(101, 1)).satisfies(is(Reason.LIGHT_SHARE_OUT_OF_RANGE));
    assertThatThrownBy(() -> new LightRule(50, 0)).satisfies(is(Reason.LIGHT_DAYS_OUT_OF_RANGE));
    assertThatThrownBy(() -> new LightRule(50, 367)).satisfies(is(Reason.LIGHT_DAYS_OUT_OF_RANGE));
  }

  private static java.util.function.Consumer<Throwable> is(Reason reason) {
    return refused -> assertThat(((InputRefused) refused).reason()).isEqualTo(reason);
  }

  private static LimitRule fiveDays() {
    return LimitRule.of("5wd").endingBy(EndRule.END_OF_WORK_DAY);
  }

  private Light light(String now, LimitRule rule, LightRule yellow) {
    ClockTerms terms = ClockTerms.of(at("2026-11-23T09:00"), rule);
    return Light.at(at(now), yellow.yellowFrom(terms, calendar), DueTime.compute(terms, calendar));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Times.SHANGHAI).toInstant();
  }
}
