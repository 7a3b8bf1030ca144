package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.intake.City;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.EventType;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.ScreeningMoved;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.quarkus.CityCalendars;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotlineCaseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Map<EventType, Function<HotlineCase, IntakeEvent>> ACTS =
      Map.of(
          EventType.CASE_REGISTERED, one -> one.register(true),
          EventType.CASE_ACCEPTED, one -> one.accept(NOW),
          EventType.CASE_SUPPLEMENTED, one -> one.supplement(Channel.WEB),
          EventType.CASE_URGED, one -> one.urge(Channel.WEB, NOW, HOUR),
          EventType.CASE_WITHDRAWN, one -> one.withdraw(WithdrawalReason.MISTAKE, NOW));

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void in_every_status_an_act_does_what_the_lifecycle_allows_and_nothing_else(CaseStatus status) {
    ACTS.forEach(
        (type, act) -> {
          HotlineCase one = in(status);
          var move = CaseMoves.move(status, type);
          if (move.effective()) {
            assertThat(act.apply(one).type()).isEqualTo(type);
            assertThat(one.status()).isEqualTo(move.to());
          } else {
            assertThatThrownBy(() -> act.apply(one)).isInstanceOf(CaseMoveRefused.class);
            assertThat(one.status()).isEqualTo(status);
            assertThat(one.urgeCount()).isZero();
            assertThat(one.acceptedAt()).isNull();
            assertThat(one.withdrawnAt()).isNull();
          }
        });
  }

  @Test
  void urging_again_is_possible_after_a_while() {
    HotlineCase one = in(CaseStatus.HANDLING);
    assertThat(one.urge(Channel.PHONE, NOW, HOUR).urgeCount()).isEqualTo(1);
    assertThatThrownBy(() -> one.urge(Channel.PHONE, NOW.plusSeconds(3599), HOUR))
        .isInstanceOf(UrgedRecently.class);
    assertThat(one.urge(Channel.PHONE, NOW.plus(HOUR), HOUR).urgeCount()).isEqualTo(2);
    assertThat(one.lastUrgedAt()).isEqualTo(NOW.plus(HOUR));
  }

  @Test
  void supplements_are_numbered_and_end_where_nobody_reads_any_more() {
    HotlineCase one = in(CaseStatus.HANDLING);
    for (int number = 1; number <= HotlineCase.MOST_SUPPLEMENTS; number++) {
      assertThat(one.supplement(Channel.WEB).supplementNo()).isEqualTo(number);
    }
    assertThatThrownBy(() -> one.supplement(Channel.WEB)).isInstanceOf(TooManySupplements.class);
  }

  @Test
  void each_file_is_newer_than_the_one_before_and_each_fact_comes_next() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    CaseFile first = one.file(List.of(), NOW);
    CaseFile second = one.file(List.of(new CaseFile.Supplement(1, NOW, "补充")), NOW.plusSeconds(1));
    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.title()).isEqualTo("路灯不亮");
    assertThat(one.nextSequence()).isEqualTo(1);
    assertThat(one.nextSequence()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void a_case_is_corrected_until_it_is_known_to_have_ended(CaseStatus status) {
    HotlineCase one = in(status);
    CaseSubject corrected = corrected(one, "kind", "HELP");
    if (status == CaseStatus.DRAFT || CaseMoves.over(status)) {
      assertThatThrownBy(() -> one.correct(corrected)).isInstanceOf(CaseMoveRefused.class);
      assertThat(one.subject().kind()).isEqualTo(CaseKind.COMPLAINT);
      assertThat(one.correctionCount()).isZero();
      return;
    }
    CaseCorrected said = one.correct(corrected);
    assertThat(said.fields()).containsExactly(CorrectedField.KIND);
    assertThat(said.kindBefore()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(said.kind()).isEqualTo(CaseKind.HELP);
    assertThat(said.categoryCode()).isEqualTo(said.categoryCodeBefore());
    assertThat(said.correctionNo()).isEqualTo(1);
    assertThat(one.status()).isEqualTo(status);
    assertThatThrownBy(() -> one.correct(one.subject())).isInstanceOf(NothingCorrected.class);
  }

  @Test
  void a_corrected_urgency_gives_the_screening_its_own_limit_while_it_lies_ahead() {
    CityCalendars.InForce calendar = new CityCalendars.InForce(1, WorkCalendar.china());
    HotlineCase one = in(CaseStatus.REGISTERED);
    Optional<IntakeEvent> moved = one.screenWithin(LimitRule.of("30nm"), calendar, NOW);
    assertThat(moved).contains(new ScreeningMoved(NOW.plusSeconds(900), NOW.plusSeconds(1800), 1));
    assertThat(one.screening().limit()).isEqualTo("30nm");
    assertThat(one.screenWithin(LimitRule.of("30nm"), calendar, NOW)).isEmpty();

    HotlineCase late = in(CaseStatus.REGISTERED);
    assertThat(late.screenWithin(LimitRule.of("30nm"), calendar, NOW.plusSeconds(900))).isEmpty();
    assertThat(late.screening().limit()).isEqualTo("15nm");
    assertThat(in(CaseStatus.HANDLING).screenWithin(LimitRule.of("30nm"), calendar, NOW)).isEmpty();
  }

  @Test
  void who_registered_a_case_corrects_it_until_midnight_of_the_city_and_a_screener_later_too() {
    HotlineCase one = in(CaseStatus.HANDLING);
    // Registered at 10:00 in the city.
    Instant lastOfDay = Instant.parse("2026-11-22T15:59:59Z");
    assertThat(CorrectionPolicy.allows(actor("operator", Role.OPERATOR), one, lastOfDay)).isTrue();
    assertThat(
            CorrectionPolicy.refusal(
                actor("operator", Role.OPERATOR), one, lastOfDay.plusSeconds(1)))
        .hasValueSatisfying(refused -> assertThat(refused.slug()).isEqualTo("correction-day-over"));
    assertThat(CorrectionPolicy.refusal(actor("somebody", Role.OPERATOR), one, NOW))
        .hasValueSatisfying(
            refused -> assertThat(refused.slug()).isEqualTo("not-own-registration"));
    assertThat(CorrectionPolicy.allows(actor("operator", Role.GRID_OFFICER), one, NOW)).isFalse();
    assertThat(
            CorrectionPolicy.allows(
                actor("somebody", Role.SCREENER), one, NOW.plusSeconds(864_000)))
        .isTrue();
    assertThat(CorrectionPolicy.allows(actor("s", Role.SCREENER), in(CaseStatus.CLOSED), NOW))
        .isFalse();
  }

  private static Actor actor(String userId, Role role) {
    return new Actor(userId, userId, Set.of(role), "center", "/center", null, userId);
  }

  private static CaseSubject corrected(HotlineCase one, String field, String value) {
    return one.subject()
        .corrected(
            RegistrationRules.check(
                Forms.complete()
                    .set("receivedAt", one.subject().receivedAt().toString())
                    .set(field, value)
                    .form(),
                City.directory(),
                NOW));
  }

  private static HotlineCase in(CaseStatus status) {
    Registration registration =
        RegistrationRules.check(Forms.complete().form(), City.directory(), NOW);
    HotlineCase one =
        new HotlineCase(
            UUID.randomUUID(),
            CaseNumber.of(LocalDate.of(2026, 11, 22), 1),
            new byte[32],
            registration,
            "pseudonym",
            "operator",
            ScreeningClock.start(
                NOW, LimitRule.of("15nm"), new CityCalendars.InForce(1, WorkCalendar.china())),
            NOW);
    try {
      Field field = HotlineCase.class.getDeclaredField("status");
      field.setAccessible(true);
      field.set(one, status);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return one;
  }
}
