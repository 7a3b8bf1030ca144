package hotline.evaluation.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.IfMatch;
import hotline.access.StaleVersion;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.Rating;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CallbackMoved;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnreachableReason;
import hotline.lifecycle.Urgency;
import hotline.relay.quarkus.CityCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final UnreachablePolicy POLICY = new UnreachablePolicy(3, 2);
  private static final Rating RATING =
      new Rating(Answer.YES, Solved.YES, Answer.YES, Answer.YES, null, RatedVia.AGENT, "很快就修好了");

  @Test
  void a_rating_needs_an_attempt_that_reached_the_citizen() {
    Callback callback = open();
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY);

    assertThatThrownBy(() -> callback.rated(RATING, Decision.CLOSED, NOON, "agent"))
        .isInstanceOf(NotReachedYet.class);

    callback.attempted(CallbackResult.REACHED, NOON, DAY);
    callback.rated(RATING, Decision.CLOSED, NOON, "agent");

    assertThat(callback.status()).isEqualTo(CallbackStatus.EVALUATED);
    assertThat(callback.rating()).isEqualTo(RATING);
    assertThat(callback.decision()).isEqualTo(Decision.CLOSED);
    assertThat(callback.endedAt()).isEqualTo(NOON);
  }

  @Test
  void who_rates_without_being_called_need_not_be_reached_and_nobody_calls_any_more() {
    Callback callback = open();
    Rating own =
        new Rating(
            Answer.YES, Solved.YES, Answer.YES, Answer.YES, null, RatedVia.SELF_SERVICE, null);
    callback.rated(own, Decision.CLOSED, NOON, "citizen");
    assertThat(callback.status()).isEqualTo(CallbackStatus.EVALUATED);
    assertThat(callback.wasReached()).isFalse();
    assertThatThrownBy(() -> callback.attempted(CallbackResult.REACHED, NOON, DAY))
        .isInstanceOfSatisfying(
            CallbackEnded.class,
            ended -> {
              assertThat(ended.detailZh()).contains("自助评价", "无需再回访");
              assertThat(ended.detailEn()).contains("without being called");
            });
  }

  @ParameterizedTest
  @EnumSource(value = CallbackResult.class, mode = EnumSource.Mode.EXCLUDE, names = "REACHED")
  void a_wrong_person_or_a_refusal_is_no_answer(CallbackResult result) {
    Callback callback = open();

    assertThat(callback.attempted(result, NOON, DAY)).isEqualTo(1);
    assertThat(callback.wasReached()).isFalse();
  }

  @Test
  void three_failed_attempts_on_one_day_are_not_enough_to_give_up() {
    Callback callback = open();
    for (int i = 0; i < 3; i++) {
      callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY);
    }
    assertThatThrownBy(() -> callback.givenUp(POLICY, NOON, "lead"))
        .isInstanceOf(AttemptsNotExhausted.class);

    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY.plusDays(1));

    assertThat(callback.givenUp(POLICY, NOON, "lead"))
        .isEqualTo(UnreachableReason.ATTEMPTS_EXHAUSTED);
    assertThat(callback.status()).isEqualTo(CallbackStatus.UNREACHABLE);
    assertThat(callback.rating()).isNull();
  }

  @Test
  void two_failed_attempts_on_two_days_are_not_enough_to_give_up() {
    Callback callback = open();
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY);
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY.plusDays(1));

    assertThatThrownBy(() -> callback.givenUp(POLICY, NOON, "lead"))
        .isInstanceOf(AttemptsNotExhausted.class);
  }

  @Test
  void whoever_was_reached_cannot_be_unreachable() {
    Callback callback = exhausted();
    callback.attempted(CallbackResult.REACHED, NOON, DAY.plusDays(2));

    assertThatThrownBy(() -> callback.givenUp(POLICY, NOON, "lead"))
        .isInstanceOf(AttemptsNotExhausted.class);
  }

  @Test
  void who_wants_no_callback_or_left_no_number_is_given_up_without_an_attempt() {
    Callback callback = openFor(false);

    assertThat(callback.givenUp(POLICY, NOON, "lead")).isEqualTo(UnreachableReason.NOT_ASKED);
    assertThat(callback.status()).isEqualTo(CallbackStatus.UNREACHABLE);
    assertThat(callback.decision()).isEqualTo(Decision.CLOSED);
    assertThat(callback.attempts()).isZero();
    assertThat(callback.rating()).isNull();
  }

  @Test
  void who_wanted_no_callback_but_was_reached_has_answered() {
    Callback callback = openFor(false);
    callback.attempted(CallbackResult.REACHED, NOON, DAY);

    assertThatThrownBy(() -> callback.givenUp(POLICY, NOON, "lead"))
        .isInstanceOf(AttemptsNotExhausted.class);
  }

  @ParameterizedTest
  @EnumSource(value = CallbackStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void nothing_more_happens_to_a_callback_that_has_ended(CallbackStatus status) {
    Callback ended = ended(status);

    assertThat(ended.status()).isEqualTo(status);
    assertThatThrownBy(() -> ended.attempted(CallbackResult.REACHED, NOON, DAY))
        .isInstanceOf(CallbackEnded.class);
    assertThatThrownBy(() -> ended.rated(RATING, Decision.CLOSED, NOON, "agent"))
        .isInstanceOf(CallbackEnded.class);
    assertThatThrownBy(() -> ended.givenUp(POLICY, NOON, "lead")).isInstanceOf(CallbackEnded.class);
    assertThatThrownBy(() -> ended.cancelled(NOON, "citizen")).isInstanceOf(CallbackEnded.class);
  }

  @Test
  void an_old_version_is_refused() {
    assertThatThrownBy(() -> open().requireVersion(new IfMatch(7)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void a_corrected_case_gives_its_open_callback_another_limit_while_that_lies_ahead() {
    CityCalendars.InForce calendar = new CityCalendars.InForce(0, WorkCalendar.china());
    Callback callback = open();
    Instant before = callback.callbackDue();

    assertThat(callback.within(LimitRule.of("1wd"), "sd-default/1", calendar, NOON)).isEmpty();
    assertThat(callback.within(LimitRule.of("3wd"), "sd-default/2", calendar, NOON))
        .contains(
            new CallbackMoved(callback.callbackId(), 1, "cg", before, callback.callbackDue(), 0));
    assertThat(callback.callbackDue()).isAfter(before);
    assertThat(callback.callbackLimit()).isEqualTo("3wd");
    assertThat(callback.policyVersion()).isEqualTo("sd-default/2");

    Callback late = open();
    assertThat(
            late.within(
                LimitRule.of("3wd"), "sd-default/1", calendar, late.callbackDue().plusSeconds(1)))
        .isEmpty();
    assertThat(
            ended(CallbackStatus.EVALUATED)
                .within(LimitRule.of("3wd"), "sd-default/1", calendar, NOON))
        .isEmpty();
  }

  private static Callback ended(CallbackStatus status) {
    Callback callback = exhausted();
    switch (status) {
      case OPEN -> throw new IllegalArgumentException("OPEN has not ended");
      case EVALUATED -> {
        callback.attempted(CallbackResult.REACHED, NOON, DAY);
        callback.rated(RATING, Decision.CLOSED, NOON, "agent");
      }
      case UNREACHABLE -> callback.givenUp(POLICY, NOON, "lead");
      case CANCELLED -> callback.cancelled(NOON, "citizen");
    }
    return callback;
  }

  private static Callback exhausted() {
    Callback callback = open();
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY);
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY);
    callback.attempted(CallbackResult.NO_ANSWER, NOON, DAY.plusDays(1));
    return callback;
  }

  private static Callback open() {
    return openFor(true);
  }

  private static Callback openFor(boolean wantsCallback) {
    HotlineCase about = HotlineCase.unheard(UUID.randomUUID(), "2611230000017");
    about.hear(
        new CaseRegistered(
            CaseKind.HELP,
            Urgency.NORMAL,
            Channel.PHONE,
            "010101",
            "370281001",
            "/3702",
            NOON,
            !wantsCallback,
            false,
            wantsCallback,
            null,
            null,
            null,
            wantsCallback),
        "operator");
    return Callback.open(
        UUID.randomUUID(),
        about,
        new Handled(1, "cg", "/center/cg", false),
        CallbackClock.start(NOON, LimitRule.of("1wd"), WorkCalendar.china()),
        0,
        "sd-default/1");
  }
}
