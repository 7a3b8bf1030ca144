package hotline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Starts, limits, rules, pauses and extensions drawn at random, on whole minutes. */
final class RandomTerms {

  private static final List<Limit> LIMITS =
      List.of(
          Limit.parse("15nm"),
          Limit.parse("30nm"),
          Limit.parse("24nh"),
          Limit.parse("2nd"),
          Limit.parse("1wh"),
          Limit.parse("2wh"),
          Limit.parse("16wh"),
          Limit.parse("1wd"),
          Limit.parse("2wd"),
          Limit.parse("5wd"));

  private final Random random;
  private final Instant first;

  RandomTerms(Random random, RandomCalendar calendar) {
    this.random = random;
    this.first = RandomCalendar.FIRST.plusDays(2).atStartOfDay(calendar.zone).toInstant();
  }

  Instant start() {
    return first.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
  }

  Limit limit() {
    return LIMITS.get(random.nextInt(LIMITS.size()));
  }

  LimitRule rule() {
    return new LimitRule(
        limit(),
        StartRule.values()[random.nextInt(3)],
        random.nextBoolean() ? EndRule.EXACT : EndRule.END_OF_WORK_DAY);
  }

  /** Up to three pauses around the time after the start, which may overlap or touch. */
  List<Pause> pauses(Instant start, int earliestMinute) {
    List<Pause> pauses = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant from = start.plus(Duration.ofMinutes(earliestMinute + random.nextInt(6 * 24 * 60)));
      int longest = random.nextBoolean() ? 200 : 6_000;
      pauses.add(new Pause(from, from.plus(Duration.ofMinutes(random.nextInt(longest))), "r" + i));
    }
    return pauses;
  }

  List<Extension> extensions(Instant start) {
    List<Extension> extensions = new ArrayList<>();
    for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) {
      extensions.add(new Extension(limit(), start.plus(Duration.ofMinutes(random.nextInt(9_000)))));
    }
    return extensions;
  }
}
