package hotline.calendar;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;

/**
 * Prints how many due times one core computes in a second, in processor time so that a busy machine
 * does not blur it; run by hand.
 */
final class DueTimesPerSecond {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int COUNT = 1_000_000;

  private DueTimesPerSecond() {}

  public static void main(String[] args) {
    WorkCalendar china = WorkCalendar.china();
    Instant first = Times.at("2025-01-01 00:00");
    LimitRule[] rules = {
      LimitRule.of("2wh"),
      LimitRule.of("24nh"),
      LimitRule.of("5wd").endingBy(EndRule.END_OF_WORK_DAY),
      LimitRule.of("3wd"),
      LimitRule.of("10wd").endingBy(EndRule.END_OF_WORK_DAY)
    };
    for (int round = 1; round <= 5; round++) {
      measure("no pause", china, first, rules, 0);
      measure("one pause each", china, first, rules, 1);
      measure("one of ten with a pause and an extension", china, first, rules, 10);
    }
  }

  private static void measure(
      String title, WorkCalendar calendar, Instant first, LimitRule[] rules, int pauseEvery) {
    long begun = CPU.getCurrentThreadCpuTime();
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      Instant start = first.plusSeconds(i * 47L % 50_000_000);
      ClockTerms terms = ClockTerms.of(start, rules[i % rules.length]);
      if (pauseEvery > 0 && i % pauseEvery == 0) {
        terms =
            terms.withPauses(
                List.of(Pause.of(start.plusSeconds(9_000), start.plusSeconds(90_000))));
      }
      if (pauseEvery > 1 && i % pauseEvery == 0) {
        terms =
            terms.withExtensions(List.of(new Extension(Limit.of(2, LimitUnit.WORK_DAY), start)));
      }
      sum += DueTime.compute(terms, calendar).getEpochSecond();
    }
    double seconds = (CPU.getCurrentThreadCpuTime() - begun) / 1e9;
    System.out.printf(
        "%s: %,d due times in %.2f s, %,.0f a second (%d)%n",
        title, COUNT, seconds, COUNT / seconds, sum % 1000);
  }
}
