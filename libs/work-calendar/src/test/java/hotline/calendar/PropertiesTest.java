package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What must hold of every due time, on calendars and terms drawn at random. */
class PropertiesTest {

  private static final int CALENDARS = Integer.getInteger("calendar.tries", 100) * 5;
  private static final int TERMS = 20;

  private interface Property {
    void check(Random random, RandomCalendar drawn, WorkCalendar calendar, RandomTerms terms);
  }

  private static void forAll(int seed, Property property) {
    Random random = new Random(seed);
    for (int i = 0; i < CALENDARS; i++) {
      ZoneId zone = i % 5 == 0 ? ZoneId.of("America/New_York") : Times.SHANGHAI;
      RandomCalendar drawn = new RandomCalendar(random, i % 2 == 0, zone);
      WorkCalendar calendar = drawn.build();
      RandomTerms terms = new RandomTerms(random, drawn);
      for (int j = 0; j < TERMS; j++) {
        property.check(random, drawn, calendar, terms);
      }
    }
  }

  private static ClockTerms draw(RandomTerms terms, int earliestPause) {
    Instant start = terms.start();
    return new ClockTerms(
        start, terms.rule(), terms.pauses(start, earliestPause), terms.extensions(start));
  }

  private static ClockTerms exact(ClockTerms terms) {
    return terms.withRule(terms.rule().endingBy(EndRule.EXACT));
  }

  @Test
  void a_later_start_is_never_due_earlier() {
    forAll(
        1,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = exact(draw(terms, -3_000));
          ClockTerms later = startingAt(one, one.start().plusSeconds(random.nextInt(300_000)));
          assertThat(DueTime.compute(later, calendar))
              .as("%s", one)
              .isAfterOrEqualTo(DueTime.compute(one, calendar));
        });
  }

  /**
   * The rest of the first day is free, and a hold on it is given back: so holds must begin after
   * both starts here.
   */
  @Test
  void a_later_start_is_never_due_earlier_at_the_end_of_a_work_day() {
    forAll(
        2,
        (random, drawn, calendar, terms) -> {
          int apart = random.nextInt(20_000);
          ClockTerms drawnTerms = draw(terms, apart);
          LimitRule toClose =
              drawnTerms.rule().endingBy(EndRule.END_OF_WORK_DAY).startingBy(StartRule.IMMEDIATELY);
          ClockTerms one = drawnTerms.withRule(toClose).withExtensions(List.of());
          ClockTerms later = startingAt(one, one.start().plus(Duration.ofMinutes(apart)));
          assertThat(DueTime.compute(later, calendar))
              .as("%s", one)
              .isAfterOrEqualTo(DueTime.compute(one, calendar));
        });
  }

  private static ClockTerms startingAt(ClockTerms terms, Instant start) {
    return new ClockTerms(start, terms.rule(), terms.pauses(), terms.extensions());
  }

  @Test
  void a_longer_limit_is_never_due_earlier() {
    forAll(
        3,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = draw(terms, -3_000).withExtensions(List.of());
          Limit limit = one.rule().limit();
          Limit longer = new Limit(limit.amount() + 1 + random.nextInt(3), limit.unit());
          LimitRule rule = new LimitRule(longer, one.rule().startRule(), one.rule().endRule());
          Instant due = DueTime.compute(one, calendar);
          Instant longerDue = DueTime.compute(one.withRule(rule), calendar);
          assertThat(longerDue).as("%s", one).isAfterOrEqualTo(due);
          if (one.rule().endRule() == EndRule.EXACT || limit.unit() == LimitUnit.WORK_DAY) {
            assertThat(longerDue).as("%s", one).isAfter(due);
          }
        });
  }

  @Test
  void what_elapses_from_start_to_due_time_is_the_limit() {
    forAll(
        4,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = exact(draw(terms, -3_000)).withExtensions(List.of());
          Count count = Count.of(one, calendar);
          Count.Stage stage = count.stages().get(0);
          switch (stage.kind()) {
            case NATURAL ->
                assertThat(count.pauses().between(new NaturalTime(), stage.from(), stage.due()))
                    .isEqualTo(stage.amount());
            case WORK ->
                assertThat(
                        count
                            .pauses()
                            .between(new WorkTime(calendar.timeline()), stage.from(), stage.due()))
                    .isEqualTo(stage.amount());
            case WORK_DAYS -> {
              DayCount days =
                  count
                      .pauses()
                      .between(new WorkDays(calendar.timeline()), stage.from(), stage.due());
              assertEqualToTheNanosecond(days, DayCount.of(stage.amount()));
            }
          }
          assertThat(
                  TimeLeft.elapsed(
                      Timeline.instant(stage.from()),
                      Timeline.instant(stage.due()),
                      one.rule().limit().unit(),
                      calendar,
                      one.pauses()))
              .isEqualByComparingTo(String.valueOf(one.rule().limit().amount()));
        });
  }

  /**
   * A fraction of one day that falls between two nanoseconds of another is rounded up to the later.
   */
  private static void assertEqualToTheNanosecond(DayCount days, DayCount expected) {
    DayCount nanosecond =
        new DayCount(BigInteger.ONE, BigInteger.valueOf(Duration.ofMinutes(1).toNanos()));
    assertThat(days).isGreaterThanOrEqualTo(expected);
    assertThat(days.minus(expected)).isLessThan(nanosecond);
  }

  @Test
  void a_limit_of_n_work_days_is_due_on_the_nth_work_day_after_the_start() {
    forAll(
        5,
        (random, drawn, calendar, terms) -> {
          int n = 1 + random.nextInt(8);
          LimitRule rule = LimitRule.of(new Limit(n, LimitUnit.WORK_DAY));
          Instant start = terms.start();
          LocalDate expected = calendar.workDayAfter(calendar.dateOf(start), n);
          assertThat(calendar.workDaysAfter(calendar.dateOf(start), expected)).isEqualTo(n);
          for (EndRule end : EndRule.values()) {
            for (StartRule begin : List.of(StartRule.IMMEDIATELY, StartRule.NEXT_WORK_DAY)) {
              Instant due =
                  DueTime.compute(
                      ClockTerms.of(start, rule.startingBy(begin).endingBy(end)), calendar);
              LocalDate date = calendar.dateOf(due);
              // A day that closes at 24:00 closes at the first moment of the next.
              boolean midnight = due.equals(date.atStartOfDay(calendar.zone()).toInstant());
              assertThat(expected)
                  .as("%s %s", start, rule)
                  .isIn(date, midnight ? date.minusDays(1) : date);
              if (end == EndRule.END_OF_WORK_DAY) {
                assertThat(calendar.endOfWorkDay(due)).isEqualTo(due);
              }
            }
          }
        });
  }

  @Test
  void splitting_and_reordering_pauses_and_extensions_changes_nothing() {
    forAll(
        6,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = draw(terms, -3_000);
          List<Pause> split = new ArrayList<>();
          for (Pause pause : one.pauses()) {
            long seconds = Duration.between(pause.from(), pause.to()).toSeconds();
            Instant middle = pause.from().plusSeconds((long) (random.nextDouble() * seconds));
            split.add(new Pause(pause.from(), middle, pause.reason()));
            split.add(new Pause(middle, pause.to(), "other"));
          }
          Collections.shuffle(split, random);
          List<Extension> extensions = new ArrayList<>(one.extensions());
          Collections.shuffle(extensions, random);
          assertThat(DueTime.compute(one.withPauses(split).withExtensions(extensions), calendar))
              .as("%s", one)
              .isEqualTo(DueTime.compute(one, calendar));
        });
  }

  @Test
  void a_holiday_added_never_makes_a_deadline_earlier() {
    forAll(
        7,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = draw(terms, 0).withExtensions(List.of());
          boolean exact = one.rule().endRule() == EndRule.EXACT;
          // To the end of the work day, a holiday in hindsight on the free rest of the first day
          // takes a hold's time from it.
          LocalDate holiday =
              calendar.dateOf(one.start()).plusDays((exact ? 0 : 1) + random.nextInt(10));
          WorkCalendar changed = new RandomCalendar(drawn).withDayOff(holiday);
          if (!exact && !mayPauseAtEndOfDay(one, drawn, changed)) {
            one = one.withPauses(List.of());
          }
          assertThat(DueTime.compute(one, changed))
              .as("%s %s", one, holiday)
              .isAfterOrEqualTo(DueTime.compute(one, calendar));
        });
  }

  /**
   * The way from the last work hour to the close is longer on a long day than on the short day
   * after it; and a hold that lies before the count begins gives nothing back.
   */
  private static boolean mayPauseAtEndOfDay(
      ClockTerms terms, RandomCalendar drawn, WorkCalendar changed) {
    Instant countedFrom = DueTime.result(terms, changed).countedFrom();
    return (terms.rule().limit().unit() != LimitUnit.WORK_HOUR || drawn.hasEqualDays())
        && terms.pauses().stream().noneMatch(pause -> pause.from().isBefore(countedFrom));
  }

  @Test
  void a_pause_added_never_makes_a_deadline_earlier_and_one_outside_work_time_changes_nothing() {
    forAll(
        8,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = draw(terms, -3_000).withExtensions(List.of());
          Instant due = DueTime.compute(one, calendar);
          List<Pause> more = new ArrayList<>(one.pauses());
          more.addAll(terms.pauses(one.start(), 0));
          assertThat(DueTime.compute(one.withPauses(more), calendar)).isAfterOrEqualTo(due);
          if (one.rule().limit().unit().kind() != KindOfTime.NATURAL) {
            Instant close = calendar.endOfWorkDay(terms.start());
            List<Pause> idle = new ArrayList<>(one.pauses());
            idle.add(Pause.of(close, calendar.nextWorkTime(close)));
            assertThat(DueTime.compute(one.withPauses(idle), calendar)).isEqualTo(due);
          }
        });
  }

  @Test
  void a_pause_leaves_the_remaining_time_unchanged() {
    forAll(
        9,
        (random, drawn, calendar, terms) -> {
          ClockTerms drawnTerms = draw(terms, 1).withExtensions(List.of());
          ClockTerms one = drawnTerms.withRule(drawnTerms.rule().startingBy(StartRule.IMMEDIATELY));
          Count without = Count.of(one.withPauses(List.of()), calendar);
          Count with = Count.of(one, calendar);
          switch (with.kind()) {
            case NATURAL ->
                assertThat(running(with, new NaturalTime()))
                    .isEqualTo(running(without, new NaturalTime()));
            case WORK -> {
              WorkTime work = new WorkTime(calendar.timeline());
              assertThat(running(with, work)).isEqualTo(running(without, work));
            }
            case WORK_DAYS -> {
              WorkDays days = new WorkDays(calendar.timeline());
              DayCount before = running(without, days);
              DayCount after = running(with, days);
              DayCount least = before.compareTo(after) < 0 ? before : after;
              DayCount most = least == before ? after : before;
              assertEqualToTheNanosecond(most, least);
            }
          }
        });
  }

  private static <A extends Comparable<A>> A running(Count count, Measure<A> measure) {
    return count.pauses().between(measure, count.from(), count.due());
  }

  @Test
  void the_moment_when_so_much_is_left_leaves_so_much() {
    forAll(
        10,
        (random, drawn, calendar, terms) -> {
          ClockTerms one = draw(terms, 0);
          Count count = Count.of(one, calendar);
          int percent = random.nextInt(101);
          Instant half = TimeLeft.whenShareLeft(one, calendar, percent);
          assertThat(TimeLeft.shareLeft(one, calendar, half))
              .isCloseTo(percent / 100.0, Offset.offset(1e-9));
          Limit left = terms.limit();
          Instant when = TimeLeft.whenLeft(one, calendar, left);
          BigDecimal rest =
              TimeLeft.elapsed(
                  when, Timeline.instant(count.due()), left.unit(), calendar, one.pauses());
          if (when.equals(Timeline.instant(count.from()))) {
            assertThat(rest).isLessThanOrEqualTo(BigDecimal.valueOf(left.amount()));
          } else {
            assertThat(rest).isEqualByComparingTo(String.valueOf(left.amount()));
          }
        });
  }

  @Test
  void an_explanation_has_no_gap_and_its_counted_spans_add_up_to_the_limit() {
    forAll(
        11,
        (random, drawn, calendar, terms) -> ExplanationChecks.check(draw(terms, -3_000), calendar));
  }
}
