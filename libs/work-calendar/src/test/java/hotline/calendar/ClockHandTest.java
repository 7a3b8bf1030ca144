package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockHandTest {

  private static final Instant YELLOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant RED = DUE.plusMillis(1);

  private final ClockHand running = new ClockHand(DUE, YELLOW, false, null);

  @Test
  void it_approaches_from_its_yellow_moment_to_its_due_moment() {
    assertThat(running.approaches(YELLOW.minusNanos(1))).isFalse();
    assertThat(running.approaches(YELLOW)).isTrue();
    assertThat(running.approaches(DUE)).isTrue();
    assertThat(running.approaches(DUE.plusNanos(1))).isFalse();
    assertThat(running.asWarned().approaches(YELLOW)).isFalse();
  }

  @Test
  void it_runs_out_after_its_due_moment_and_once() {
    assertThat(running.hasRunOut(DUE)).isFalse();
    assertThat(running.hasRunOut(DUE.plusNanos(1))).isTrue();
    assertThat(running.asWarned().hasRunOut(RED)).isTrue();
    assertThat(running.asMissed().hasRunOut(RED)).isFalse();
  }

  @Test
  void its_next_word_is_the_yellow_moment_and_then_the_red_one() {
    assertThat(running.nextWord()).contains(YELLOW);
    assertThat(running.asWarned().nextWord()).contains(RED);
    assertThat(running.asMissed().nextWord()).isEmpty();
    assertThat(new ClockHand(DUE, null, false, null).nextWord()).contains(RED);
  }

  @Test
  void what_was_to_be_said_is_said_and_nothing_else() {
    assertThat(running.saidAt(YELLOW.minusNanos(1))).isEqualTo(running);
    assertThat(running.saidAt(YELLOW)).isEqualTo(running.asWarned());
    assertThat(running.saidAt(RED)).isEqualTo(running.asMissed());
  }

  @Test
  void a_due_time_that_has_moved_approaches_anew() {
    ClockHand moved = new ClockHand(DUE.plusSeconds(3600), YELLOW.plusSeconds(3600), false, DUE);

    assertThat(moved.nextWord()).contains(YELLOW.plusSeconds(3600));
    assertThat(moved.approaches(YELLOW.plusSeconds(3600))).isTrue();
  }
}
