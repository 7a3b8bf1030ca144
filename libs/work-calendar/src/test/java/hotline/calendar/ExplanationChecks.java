package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.Explanation.Span;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What must hold of every explanation; the sums are made from the spans alone. */
final class ExplanationChecks {

  private ExplanationChecks() {}

  static void check(ClockTerms terms, WorkCalendar calendar) {
    Explanation explanation = DueTime.explain(terms, calendar);
    Instant due = DueTime.compute(terms, calendar);
    assertThat(explanation.start()).isEqualTo(terms.start());
    assertThat(explanation.due()).isEqualTo(due);
    List<Span> spans = explanation.spans();
    Instant reached = terms.start();
    for (Span span : spans) {
      assertThat(span.from()).as("%s %s", terms, spans).isEqualTo(reached);
      assertThat(span.to()).isAfter(span.from());
      assertThat(span.counted()).isEqualTo(span.reason().counts());
      assertThat(span.zh()).startsWith(span.reason().zh());
      assertThat(span.en()).startsWith(span.reason().en());
      reached = span.to();
    }
    assertThat(reached).isEqualTo(due);
    for (Span span : spans) {
      checkReason(span, terms, calendar);
    }
    if (terms.extensions().isEmpty()) {
      checkSum(terms.rule().limit(), spans, calendar);
    }
    long counted = spans.stream().filter(Span::counted).count();
    assertThat(counted).isPositive();
  }

  private static void checkReason(Span span, ClockTerms terms, WorkCalendar calendar) {
    Instant middle = span.from().plus(Duration.between(span.from(), span.to()).dividedBy(2));
    boolean paused =
        terms.pauses().stream().anyMatch(p -> !p.from().isAfter(middle) && p.to().isAfter(middle));
    LocalDate date = calendar.dateOf(middle);
    CalendarDay day = calendar.day(date);
    switch (span.reason()) {
      case WORK_TIME, MAKE_UP_DAY -> {
        assertThat(calendar.isWorkTime(middle)).isTrue();
        assertThat(calendar.workTimeBetween(span.from(), span.to()))
            .isEqualTo(Duration.between(span.from(), span.to()))
            .isEqualTo(span.time());
        assertThat(paused).isFalse();
        assertThat(span.reason() == SpanReason.MAKE_UP_DAY)
            .isEqualTo(day.kind() == CalendarDay.Kind.MAKE_UP_DAY);
      }
      case NATURAL_TIME -> assertThat(paused).isFalse();
      case BREAK -> {
        assertThat(calendar.isWorkTime(middle)).isFalse();
        assertThat(day.isWorkDay()).isTrue();
        assertThat(calendar.dateOf(span.from().minusNanos(1))).isEqualTo(date);
      }
      case OUT_OF_HOURS -> {
        assertThat(calendar.workTimeBetween(span.from(), span.to())).isZero();
        assertThat(calendar.isWorkTime(middle)).isFalse();
      }
      case REST_DAY -> assertThat(day.kind()).isEqualTo(CalendarDay.Kind.REST_DAY);
      case HOLIDAY -> assertThat(day.kind()).isEqualTo(CalendarDay.Kind.HOLIDAY);
      case DAY_OFF -> {
        assertThat(day.kind()).isEqualTo(CalendarDay.Kind.DAY_OFF);
        assertThat(span.label()).isEqualTo(day.name());
      }
      case PAUSED -> assertThat(paused).isTrue();
      case START_RULE -> assertThat(terms.rule().startRule()).isEqualTo(StartRule.NEXT_WORK_DAY);
      case START_DAY, RESTORED, END_RULE ->
          assertThat(terms.rule().endRule()).isEqualTo(EndRule.END_OF_WORK_DAY);
    }
  }

  private static void checkSum(Limit limit, List<Span> spans, WorkCalendar calendar) {
    if (limit.unit() != LimitUnit.WORK_DAY) {
      Duration sum =
          spans.stream()
              .filter(Span::counted)
              .map(Span::time)
              .reduce(Duration.ZERO, Duration::plus);
      assertThat(sum).isEqualTo(inTime(limit));
      return;
    }
    DayCount counted = DayCount.of(0);
    for (Span span : spans) {
      if (span.counted()) {
        LocalDate date = calendar.dateOf(span.from());
        Duration length =
            calendar.workTimeBetween(
                date.atStartOfDay(calendar.zone()).toInstant(),
                date.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        counted = counted.plus(DayCount.of(0, span.time().toNanos(), length.toNanos()));
      }
    }
    DayCount expected = DayCount.of(limit.amount());
    DayCount nanosecond =
        new DayCount(BigInteger.ONE, BigInteger.valueOf(Duration.ofMinutes(1).toNanos()));
    assertThat(counted).isGreaterThanOrEqualTo(expected);
    assertThat(counted.minus(expected)).isLessThan(nanosecond);
  }

  private static Duration inTime(Limit limit) {
    return switch (limit.unit()) {
      case NATURAL_MINUTE -> Duration.ofMinutes(limit.amount());
      case NATURAL_HOUR, WORK_HOUR -> Duration.ofHours(limit.amount());
      case NATURAL_DAY -> Duration.ofDays(limit.amount());
      case WORK_DAY -> throw new IllegalArgumentException("a work day has no fixed length");
    };
  }
}
