package hotline.dispatch.deputies;

import hotline.access.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** For how long somebody may be named, and which leader's signature a deputy lends. */
final class DeputyPolicy {

  /** Whoever is away for longer is not away any more: another leader takes over. */
  static final Duration LONGEST = Duration.ofDays(92);

  /** A shorter return ends no absence. */
  static final Duration BREAK = Duration.ofDays(1);

  private static final Duration AHEAD = Duration.ofDays(366);

  private DeputyPolicy() {}

  /**
   * @param from now, when nobody said it
   */
  static void checkPeriod(Violations wrong, Instant from, Instant until, Instant now) {
    wrong
        .require(
            !from.isBefore(now),
            "from",
            "in-the-past",
            "开始时间不能早于现在。留空表示立即开始。",
            "It cannot begin in the past. Leave the time empty for now.")
        .require(
            Duration.between(now, from).compareTo(AHEAD) <= 0,
            "from",
            "too-far-ahead",
            "开始时间最迟为一年内。",
            "It begins within a year.")
        .require(until != null, "until", "required", "请填写代班结束时间。", "Say when it ends.")
        .require(
            until == null || until.isAfter(from),
            "until",
            "not-after-from",
            "结束时间应晚于开始时间。",
            "It ends after it begins.")
        .require(
            until == null || Duration.between(from, until).compareTo(LONGEST) <= 0,
            "until",
            "too-long",
            "代班最长 " + LONGEST.toDays() + " 天。",
            "At most " + LONGEST.toDays() + " days.");
  }

  /** A time in which a leader is represented, or was. */
  record Period(Instant from, Instant until) {}

  /**
   * What overlaps or follows within a day counts as one absence, whoever stands in.
   *
   * @param others of the same leader
   */
  static void checkOnEnd(Violations wrong, Period asked, List<Period> others) {
    Instant from = asked.from();
    Instant until = asked.until();
    List<Period> left = new ArrayList<>(others);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Iterator<Period> each = left.iterator(); each.hasNext(); ) {
        Period one = each.next();
        if (one.from().isBefore(until.plus(BREAK)) && one.until().isAfter(from.minus(BREAK))) {
          from = one.from().isBefore(from) ? one.from() : from;
          until = one.until().isAfter(until) ? one.until() : until;
          each.remove();
          grew = true;
        }
      }
    }
    wrong.require(
        Duration.between(from, until).compareTo(LONGEST) <= 0,
        "until",
        "too-long-on-end",
        "连同前后相接的代班，连续不得超过 " + LONGEST.toDays() + " 天；更长时间请由其他领导负责。",
        "With what precedes and follows it, at most "
            + LONGEST.toDays()
            + " days on end; for longer another leader takes over.");
  }

  /**
   * The leader in whose place a draft of these authors may be decided: of two the one whose absence
   * ends first. Empty when all of them wrote it.
   */
  static Optional<Deputy> inPlaceOf(List<Deputy> standsIn, Collection<String> authors) {
    return standsIn.stream().filter(one -> !authors.contains(one.leaderRef())).findFirst();
  }
}
