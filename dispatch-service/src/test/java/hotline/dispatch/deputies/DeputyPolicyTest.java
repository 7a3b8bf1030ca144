package hotline.dispatch.deputies;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Violation;
import hotline.access.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeputyPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  @Test
  void it_begins_now_or_later_and_ends_after_that_within_the_longest_time() {
    assertThat(codes(NOW, NOW.plus(Duration.ofDays(7)))).isEmpty();
    assertThat(codes(NOW.plusSeconds(60), NOW.plusSeconds(61))).isEmpty();
    assertThat(codes(NOW, NOW.plus(DeputyPolicy.LONGEST))).isEmpty();
    assertThat(codes(NOW, NOW.plus(DeputyPolicy.LONGEST).plusSeconds(1)))
        .containsExactly("too-long");
    assertThat(codes(NOW.minusSeconds(1), NOW.plusSeconds(60))).containsExactly("in-the-past");
    assertThat(codes(NOW, null)).containsExactly("required");
    assertThat(codes(NOW, NOW)).containsExactly("not-after-from");
    assertThat(codes(Instant.MAX, Instant.MAX)).containsExactly("too-far-ahead", "not-after-from");
  }

  @Test
  void it_begins_and_ends_by_itself_and_sooner_when_somebody_ends_it() {
    Deputy deputy = deputy("leader", NOW.plusSeconds(10), NOW.plusSeconds(20), null);
    assertThat(deputy.at(NOW)).isEqualTo(DeputyState.COMING);
    assertThat(deputy.at(NOW.plusSeconds(10))).isEqualTo(DeputyState.STANDS_IN);
    assertThat(deputy.at(NOW.plusSeconds(19))).isEqualTo(DeputyState.STANDS_IN);
    assertThat(deputy.at(NOW.plusSeconds(20))).isEqualTo(DeputyState.OVER);
    assertThat(
            deputy("leader", NOW, NOW.plusSeconds(20), NOW.plusSeconds(5)).at(NOW.plusSeconds(6)))
        .isEqualTo(DeputyState.OVER);
  }

  @Test
  void nobody_signs_in_the_place_of_the_leader_who_wrote_it() {
    Deputy first = deputy("writer", NOW, NOW.plusSeconds(20), null);
    Deputy second = deputy("other", NOW, NOW.plusSeconds(30), null);
    assertThat(DeputyPolicy.inPlaceOf(List.of(first, second), List.of("clerk"))).contains(first);
    assertThat(DeputyPolicy.inPlaceOf(List.of(first, second), List.of("writer"))).contains(second);
    assertThat(DeputyPolicy.inPlaceOf(List.of(first), List.of("clerk", "writer"))).isEmpty();
  }

  @Test
  void what_follows_within_a_day_counts_as_one_absence() {
    Instant until = NOW.plus(Duration.ofDays(60));
    assertThat(onEnd(until, until.plus(Duration.ofDays(32)))).isEmpty();
    assertThat(onEnd(until, until.plus(Duration.ofDays(33)))).containsExactly("too-long-on-end");
    Instant back = until.plus(DeputyPolicy.BREAK);
    assertThat(onEnd(back, back.plus(Duration.ofDays(92)))).isEmpty();
    assertThat(onEnd(back.minusSeconds(1), back.plus(Duration.ofDays(60))))
        .containsExactly("too-long-on-end");
  }

  private static List<String> onEnd(Instant from, Instant until) {
    Violations wrong = new Violations();
    DeputyPolicy.checkOnEnd(
        wrong,
        new DeputyPolicy.Period(from, until),
        List.of(
            new DeputyPolicy.Period(NOW.plus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(60))),
            new DeputyPolicy.Period(NOW, NOW.plus(Duration.ofDays(31)))));
    return wrong.list().stream().map(Violation::code).toList();
  }

  private static Deputy deputy(String leader, Instant from, Instant until, Instant endedAt) {
    return new Deputy(
        UUID.randomUUID(), 0, "cg", leader, "副局长", "deputy", "综合科长", from, until, NOW, endedAt);
  }

  private static List<String> codes(Instant from, Instant until) {
    Violations wrong = new Violations();
    DeputyPolicy.checkPeriod(wrong, from, until, NOW);
    return wrong.list().stream().map(Violation::code).toList();
  }
}
