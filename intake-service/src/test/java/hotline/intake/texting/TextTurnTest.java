package hotline.intake.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextTurnTest {
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
  // The city is eight hours ahead.
  private static final Instant EVENING = Instant.parse("2026-11-22T13:00:00Z");
  private static final Instant HALF_PAST_ELEVEN = Instant.parse("2026-11-22T15:30:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void what_waited_for_a_gateway_until_the_night_waits_for_the_morning() {
    assertThat(turn(one(TextKind.CLOSED, 0, null), EVENING).goes()).isTrue();
    assertThat(turn(one(TextKind.CLOSED, 0, null), HALF_PAST_ELEVEN))
        .isEqualTo(new TextTurn(null, null, MORNING));
  }

  @Test
  void who_has_just_called_is_answered_at_night_and_hours_later_is_not_woken() {
    TextStore.Waiting called = one(TextKind.REGISTERED, 0, HALF_PAST_ELEVEN.plusSeconds(1));
    assertThat(turn(called, HALF_PAST_ELEVEN).goes()).isTrue();
    assertThat(turn(called, HALF_PAST_ELEVEN.plusSeconds(1)).waitsUntil()).isEqualTo(MORNING);
  }

  @Test
  void what_may_have_arrived_twice_has_failed_and_goes_no_third_time() {
    assertThat(turn(one(TextKind.CLOSED, 1, null), EVENING).goes()).isTrue();
    assertThat(turn(one(TextKind.CLOSED, 2, null), EVENING))
        .isEqualTo(TextTurn.ends(TextState.FAILED, "NO_ANSWER"));
  }

  @Test
  void nobody_gets_stars_for_a_code() {
    TextStore.Waiting forgotten =
        new TextStore.Waiting(
            new UUID(0, 1),
            new UUID(0, 2),
            TextKind.REGISTERED,
            new byte[1],
            new byte[1],
            null,
            0,
            0,
            MORNING,
            null,
            false,
            false);
    assertThat(turn(forgotten, EVENING))
        .isEqualTo(TextTurn.ends(TextState.FAILED, "CODE_FORGOTTEN"));
  }

  @Test
  void what_is_too_old_or_not_wanted_ends_by_night_as_well() {
    assertThat(turn(one(TextKind.CLOSED, 0, null), MORNING.plusSeconds(3_600)).end())
        .isEqualTo(TextState.EXPIRED);
  }

  private static TextTurn turn(TextStore.Waiting one, Instant now) {
    return TextTurn.of(one, NIGHT, now);
  }

  private static TextStore.Waiting one(TextKind kind, int unanswered, Instant awakeUntil) {
    return new TextStore.Waiting(
        new UUID(0, 1),
        new UUID(0, 2),
        kind,
        new byte[1],
        new byte[1],
        kind == TextKind.REGISTERED ? new byte[1] : null,
        unanswered,
        unanswered,
        MORNING.plusSeconds(3_600),
        awakeUntil,
        false,
        false);
  }
}
