package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.intake.City;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.EventType;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.quarkus.CityCalendars;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotlineCaseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Instant CLOSED = NOW.minus(Duration.ofDays(14));
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
  void a_closed_case_is_asked_to_be_reopened_once_within_its_window_counted_from_the_closing() {
    HotlineCase one = closed(NOW.plus(HOUR), true);
    assertThat(one.requestReopening(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW))
        .isEqualTo(new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, CLOSED));
    assertThat(one.status()).isEqualTo(CaseStatus.CLOSED);
    assertThatThrownBy(() -> one.requestReopening(ReopenReason.CAME_BACK, ReopenedBy.OPERATOR, NOW))
        .hasMessageContaining("reopening-asked-already");

    HotlineCase late = closed(NOW, true);
    for (ReopenedBy by : ReopenedBy.values()) {
      assertThatThrownBy(() -> late.requestReopening(ReopenReason.CAME_BACK, by, NOW))
          .isInstanceOfSatisfying(
              ReopeningRefused.class,
              refused -> {
                assertThat(refused.detailZh()).contains("2026-11-22 10:00", "登记新的诉求");
                assertThat(refused.detailEn()).contains("2026-11-22 10:00", "register it anew");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(ReopenedBy.class)
  void after_the_last_round_only_a_supervisor_has_a_case_reopened(ReopenedBy by) {
    HotlineCase last = closed(NOW.plus(HOUR), false);
    if (by == ReopenedBy.SUPERVISOR) {
      assertThat(last.requestReopening(ReopenReason.SPOT_CHECK, by, NOW).by()).isEqualTo(by);
    } else {
      assertThatThrownBy(() -> last.requestReopening(ReopenReason.CAME_BACK, by, NOW))
          .isInstanceOfSatisfying(
              ReopeningRefused.class,
              refused -> assertThat(refused.detailZh()).contains("督办员", "12345"));
      assertThat(last.reopenRequestedAt()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(value = CaseStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void only_a_closed_case_is_asked_to_be_reopened(CaseStatus status) {
    HotlineCase one = in(status);
    assertThatThrownBy(
            () -> one.requestReopening(ReopenReason.CAME_BACK, ReopenedBy.SUPERVISOR, NOW))
        .isInstanceOf(CaseMoveRefused.class);
  }

  private static HotlineCase closed(Instant until, boolean byCitizen) {
    HotlineCase one = in(CaseStatus.CLOSED);
    set(
        one,
        "outcome",
        new CaseOutcome(CLOSED, "EVALUATED", "YES", "YES", "YES", until, byCitizen));
    return one;
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
    set(one, "status", status);
    return one;
  }

  private static void set(HotlineCase one, String name, Object value) {
    try {
      Field field = HotlineCase.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(one, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
