package hotline.dispatch.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockHandsTest {

  private static final Instant YELLOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-25T03:00:00Z");

  @Test
  void a_clock_is_said_to_approach_once_and_to_have_run_out_once() {
    ClockHands hands = signing(new Hand(DeadlineKind.SIGN, DUE, YELLOW, false, null));

    assertThat(hands.nextWord()).contains(YELLOW);
    assertThat(hands.approaching(YELLOW.minusNanos(1))).isEmpty();
    assertThat(hands.approaching(YELLOW)).extracting(Hand::kind).containsExactly(DeadlineKind.SIGN);
    hands = hands.saidAt(YELLOW);
    assertThat(hands.approaching(YELLOW)).isEmpty();
    assertThat(hands.nextWord()).contains(DUE.plusMillis(1));
    assertThat(hands.runOut(DUE)).isEmpty();
    assertThat(hands.runOut(DUE.plusMillis(1)))
        .extracting(Hand::kind)
        .containsExactly(DeadlineKind.SIGN);
    hands = hands.saidAt(DUE.plusMillis(1));
    assertThat(hands.runOut(LATER)).isEmpty();
    assertThat(hands.nextWord()).isEmpty();
  }

  @Test
  void a_clock_that_ran_out_unseen_no_longer_approaches() {
    ClockHands hands = signing(new Hand(DeadlineKind.SIGN, DUE, YELLOW, false, null));

    assertThat(hands.approaching(LATER)).isEmpty();
    assertThat(hands.runOut(LATER)).hasSize(1);
    assertThat(hands.saidAt(LATER).hands().get(0).warned()).isNull();
  }

  @Test
  void a_due_time_that_has_moved_approaches_anew() {
    Instant yellow = LATER.minusSeconds(3600);
    ClockHands moved = signing(new Hand(DeadlineKind.SIGN, LATER, yellow, false, DUE));

    assertThat(moved.nextWord()).contains(yellow);
    assertThat(moved.approaching(yellow)).hasSize(1);
  }

  @Test
  void a_clock_without_its_yellow_moment_is_said_when_it_runs_out() {
    ClockHands old = signing(new Hand(DeadlineKind.SIGN, DUE, null, false, null));

    assertThat(old.approaching(DUE)).isEmpty();
    assertThat(old.nextWord()).contains(DUE.plusMillis(1));
  }

  @Test
  void of_several_clocks_the_next_word_counts_and_none_that_stands_still() {
    Hand sign = new Hand(DeadlineKind.SIGN, DUE, YELLOW, false, null);
    Hand reply = new Hand(DeadlineKind.REPLY, LATER, YELLOW.plusSeconds(60), false, null);
    List<Hand> both = List.of(sign, reply);

    assertThat(new ClockHands(AssignmentStatus.PENDING_SIGN, both).nextWord()).contains(YELLOW);
    ClockHands signed = new ClockHands(AssignmentStatus.SIGNED, both);
    assertThat(signed.nextWord()).contains(YELLOW.plusSeconds(60));
    assertThat(signed.saidAt(DUE.plusSeconds(1)).hands())
        .containsExactly(
            sign, new Hand(DeadlineKind.REPLY, LATER, reply.clock().yellow(), false, LATER));
    assertThat(new ClockHands(AssignmentStatus.REPLY_SUBMITTED, both).nextWord()).isEmpty();
  }

  private static ClockHands signing(Hand hand) {
    return new ClockHands(AssignmentStatus.PENDING_SIGN, List.of(hand));
  }
}
