package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.intake.City;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventType;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.ScreeningMoved;
import hotline.lifecycle.Solved;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.quarkus.CityCalendars;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HotlineCaseTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final OwnRatingForm RATING = rating(1);
  private static final Instant CLOSED = NOW.minus(Duration.ofDays(14));
  private static final Duration HOUR = Duration.ofHours(1);

  private static final DirectAnswer ANSWER =
      new DirectAnswer(NOW, "operator", "请到社区服务站办理。", "KB-0123", "7");
  private static final DirectoryEntry.Unit CENTRE = City.directory().top().orElseThrow();

  private static final Map<EventType, Function<HotlineCase, IntakeEvent>> ACTS =
      Map.of(
          EventType.CASE_REGISTERED, one -> one.register(true),
          EventType.CASE_ACCEPTED, one -> one.accept(NOW),
          EventType.CASE_REFUSED,
              one -> {
                one.proposeRefusal(RefusalReason.NOT_TRUE, "one", NOW);
                return one.confirmRefusal("another", NOW);
              },
          EventType.CASE_SUPPLEMENTED, one -> one.supplement(Channel.WEB),
          EventType.CASE_URGED, one -> one.urge(Channel.WEB, NOW, HOUR),
          EventType.CASE_SPLIT, one -> one.split(List.of(UUID.randomUUID())),
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
            assertThat(one.refusal()).isNull();
            assertThat(one.transfer()).isNull();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void a_body_outside_takes_what_is_screened_or_handled_and_nothing_else(CaseStatus status) {
    boolean waits = Set.of(CaseStatus.REGISTERED, CaseStatus.SCREENING).contains(status);
    // What a citizen is being called about, and what follows another case, is nobody's to hand on.
    boolean handled =
        !waits
            && CaseMoves.move(status, EventType.CASE_TRANSFERRED_OUT).effective()
            && !Set.of(CaseStatus.PENDING_CALLBACK, CaseStatus.MERGED).contains(status);
    handsOver(waits, in(status), one -> one.transferOut(toPolice(NOW)));
    handsOver(handled, in(status), one -> one.transferInHandling(toPolice(NOW)));
  }

  private static void handsOver(
      boolean allowed, HotlineCase one, Function<HotlineCase, IntakeEvent> act) {
    if (allowed) {
      assertThat(act.apply(one).type()).isEqualTo(EventType.CASE_TRANSFERRED_OUT);
      assertThat(one.status()).isEqualTo(CaseStatus.TRANSFERRED_OUT);
    } else {
      CaseStatus before = one.status();
      assertThatThrownBy(() -> act.apply(one)).isInstanceOf(CaseMoveRefused.class);
      assertThat(one.status()).isEqualTo(before);
      assertThat(one.transfer()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void what_waits_for_screening_may_be_answered_at_once_and_nothing_else(CaseStatus status) {
    HotlineCase one = in(status, Forms.complete().set("kind", "CONSULTATION"));
    if (status == CaseStatus.REGISTERED || status == CaseStatus.SCREENING) {
      CaseAnsweredDirect said = one.answerDirectly(ANSWER, CENTRE);
      assertThat(said).isEqualTo(new CaseAnsweredDirect("center", "/center", "KB-0123", "7"));
      assertThat(one.status()).isEqualTo(CaseStatus.ANSWERED_DIRECT);
      assertThat(one.screenedAt()).isEqualTo(NOW);
      assertThat(one.acceptedAt()).isNull();
      assertThat(one.nextScreeningWord()).as("its clock has stopped").isEmpty();
      assertThat(one.file(List.of(), NOW).directAnswer()).isEqualTo("请到社区服务站办理。");
      assertThatThrownBy(() -> one.accept(NOW)).isInstanceOf(CaseMoveRefused.class);
    } else {
      assertThatThrownBy(() -> one.answerDirectly(ANSWER, CENTRE))
          .isInstanceOf(CaseMoveRefused.class);
      assertThat(one.directAnswer()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(CaseKind.class)
  void whether_a_complaint_or_a_report_is_true_no_operator_answers(CaseKind kind) {
    HotlineCase one = in(CaseStatus.REGISTERED, Forms.complete().set("kind", kind.name()));
    if (kind == CaseKind.COMPLAINT || kind == CaseKind.REPORT) {
      assertThatThrownBy(() -> one.answerDirectly(ANSWER, CENTRE))
          .isInstanceOf(DirectAnswerRefused.class)
          .hasMessageContaining("centre");
      assertThat(one.status()).isEqualTo(CaseStatus.REGISTERED);
    } else {
      assertThat(one.answerDirectly(ANSWER, CENTRE).unitId()).isEqualTo("center");
    }
  }

  @Test
  void a_danger_to_life_is_never_only_answered() {
    HotlineCase one =
        in(
            CaseStatus.REGISTERED,
            Forms.complete().set("kind", "CONSULTATION").set("urgency", "CRITICAL"));
    assertThatThrownBy(() -> one.answerDirectly(ANSWER, CENTRE))
        .isInstanceOf(DirectAnswerRefused.class);
    assertThat(one.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(
            in(
                    CaseStatus.REGISTERED,
                    Forms.complete().set("kind", "CONSULTATION").set("urgency", "URGENT"))
                .answerDirectly(ANSWER, CENTRE))
        .isNotNull();
  }

  @Test
  void a_reference_is_a_code_with_its_version_or_is_not_there() {
    assertThat(new DirectAnswerForm(" 可以办理。 ", " KB-0123 ", "7").checked())
        .isEqualTo(new DirectAnswerForm("可以办理。", "KB-0123", "7"));
    assertThat(new DirectAnswerForm("可以办理。", " ", null).checked())
        .isEqualTo(new DirectAnswerForm("可以办理。", null, null));
    for (DirectAnswerForm bad :
        List.of(
            new DirectAnswerForm(" ", null, null),
            new DirectAnswerForm(null, "KB-0123", "7"),
            new DirectAnswerForm("长".repeat(DirectAnswerForm.LONGEST_ANSWER + 1), null, null),
            new DirectAnswerForm("可以办理。", "KB-0123", null),
            new DirectAnswerForm("可以办理。", null, "7"),
            new DirectAnswerForm("可以办理。", "社保 转移", "7"),
            new DirectAnswerForm("可以办理。", "13900005678", "7"),
            new DirectAnswerForm("可以办理。", "KB-0123", "第七版"),
            new DirectAnswerForm("可以办理。", "K".repeat(33), "7"))) {
      assertThatThrownBy(bad::checked).as("%s", bad).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void a_refusal_is_confirmed_by_another_person_and_until_then_the_case_waits_for_screening() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    assertThatThrownBy(() -> one.confirmRefusal("b", NOW)).isInstanceOf(RefusalNotAllowed.class);
    one.proposeRefusal(RefusalReason.OUTSIDE_AREA, "a", NOW);
    assertThat(one.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(one.nextScreeningWord()).isPresent();
    assertThat(one.screenedAt()).isNull();
    assertThatThrownBy(() -> one.proposeRefusal(RefusalReason.NOT_TRUE, "b", NOW))
        .isInstanceOf(RefusalNotAllowed.class);
    assertThatThrownBy(() -> one.confirmRefusal("a", NOW)).isInstanceOf(RefusalByOnePerson.class);
    assertThat(one.confirmRefusal("b", NOW.plusSeconds(5)).reason())
        .isEqualTo(RefusalReason.OUTSIDE_AREA);
    assertThat(one.screenedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(one.nextScreeningWord()).isEmpty();
    assertThat(one.dropRefusal()).isFalse();
  }

  @Test
  void a_refusal_that_was_sent_back_or_dropped_waits_no_more() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    assertThat(one.dropRefusal()).isFalse();
    one.proposeRefusal(RefusalReason.NOT_TRUE, "a", NOW);
    one.sendRefusalBack();
    assertThatThrownBy(one::sendRefusalBack).isInstanceOf(RefusalNotAllowed.class);
    one.proposeRefusal(RefusalReason.BEYOND_REASON, "b", NOW);
    assertThat(one.dropRefusal()).isTrue();
    assertThatThrownBy(() -> one.confirmRefusal("a", NOW)).isInstanceOf(RefusalNotAllowed.class);
    assertThat(one.refusalSteps()).isEqualTo(4);
  }

  @Test
  void a_danger_to_life_is_never_refused() {
    HotlineCase one = in(CaseStatus.REGISTERED, Urgency.CRITICAL);
    assertThatThrownBy(() -> one.proposeRefusal(RefusalReason.NOT_TRUE, "a", NOW))
        .isInstanceOf(RefusalNotAllowed.class);
  }

  @Test
  void what_a_body_outside_has_acknowledged_is_over_here_and_until_then_the_citizen_may_act() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    one.transferOut(toPolice(NOW));
    assertThat(one.nextScreeningWord()).isEmpty();
    assertThat(one.screenedAt()).isEqualTo(NOW);
    one.urge(Channel.PHONE, NOW, HOUR);
    assertThatThrownBy(() -> one.acknowledgeTransfer(NOW.minusSeconds(1), null, "screener"))
        .isInstanceOf(Invalid.class);
    assertThat(one.acknowledgeTransfer(NOW.plusSeconds(1801), "J-1", "screener"))
        .isEqualTo(
            new CaseTransferAcknowledged(
                TransferTarget.POLICE_110, NOW.plusSeconds(1801), true, "J-1"));
    assertThatThrownBy(() -> one.acknowledgeTransfer(NOW.plusSeconds(1802), null, "screener"))
        .isInstanceOf(TransferNotAllowed.class);
    assertThatThrownBy(() -> one.declineTransfer("不收", clock(NOW), NOW))
        .isInstanceOf(TransferNotAllowed.class);
    assertThatThrownBy(() -> one.urge(Channel.PHONE, NOW.plus(HOUR), HOUR))
        .isInstanceOf(TransferNotAllowed.class);
    assertThatThrownBy(() -> one.supplement(Channel.WEB)).isInstanceOf(TransferNotAllowed.class);
    assertThatThrownBy(() -> one.withdraw(WithdrawalReason.MISTAKE, NOW))
        .isInstanceOf(TransferNotAllowed.class);
  }

  @Test
  void what_is_said_once_a_service_has_an_emergency_is_written_down_by_the_centre() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    one.transferOut(toPolice(NOW));
    one.acknowledgeTransfer(NOW, null, "operator");
    assertThat(one.supplement(Channel.PHONE).supplementNo()).isEqualTo(1);
    assertThatThrownBy(() -> one.supplement(Channel.WEB)).isInstanceOf(TransferNotAllowed.class);
    HotlineCase petition = in(CaseStatus.REGISTERED);
    petition.transferOut(
        Transfer.of(
            new TransferRules.Handover(TransferTarget.PETITION, NOW, null, null),
            NOW.plusSeconds(1800),
            "screener",
            NOW));
    assertThat(petition.mayCallIn()).isFalse();
    assertThatThrownBy(() -> petition.requireCallIn(TransferTarget.FIRE_119))
        .isInstanceOf(CaseMoveRefused.class);
    petition.acknowledgeTransfer(NOW, null, "screener");
    assertThatThrownBy(() -> petition.supplement(Channel.PHONE))
        .isInstanceOf(TransferNotAllowed.class);
  }

  @Test
  void a_further_service_is_called_in_to_what_another_one_has_and_moves_nothing() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    assertThatThrownBy(() -> one.requireCallIn(TransferTarget.FIRE_119))
        .isInstanceOf(CaseMoveRefused.class);
    one.transferOut(toPolice(NOW));
    one.requireCallIn(TransferTarget.FIRE_119);
    assertThatThrownBy(() -> one.requireCallIn(TransferTarget.POLICE_110))
        .isInstanceOf(ServiceCalledInBefore.class);
    one.acknowledgeTransfer(NOW, null, "operator");
    one.requireCallIn(TransferTarget.MEDICAL_120);
    assertThat(one.status()).isEqualTo(CaseStatus.TRANSFERRED_OUT);
  }

  @Test
  void who_called_in_an_emergency_is_told_once_and_dispatch_hears_it_with_the_acceptance() {
    ReporterFlags told = new ReporterFlags(false, true, true, "pseudonym");
    HotlineCase calm = in(CaseStatus.REGISTERED);
    assertThatThrownBy(() -> calm.tellReporter(told, calm.subject(), false, "operator", NOW))
        .isInstanceOf(ReporterNotTold.class);
    HotlineCase one = in(CaseStatus.REGISTERED);
    one.transferOut(toPolice(NOW));
    assertThat(one.mayTellReporter(true)).isFalse();
    one.acknowledgeTransfer(NOW, null, "operator");
    assertThat(one.mayTellReporter(false)).isTrue();
    one.tellReporter(told, one.subject(), false, "operator", NOW);
    assertThat(one.reporter()).isEqualTo(told);
    assertThat(one.file(List.of(), NOW).confidential()).isTrue();
    assertThatThrownBy(() -> one.tellReporter(told, one.subject(), false, "operator", NOW))
        .isInstanceOf(ReporterNotTold.class);

    HotlineCase back = in(CaseStatus.REGISTERED);
    back.transferOut(toPolice(NOW));
    back.declineTransfer("不属于警情", clock(NOW), NOW);
    back.tellReporter(told, back.subject(), false, "operator", NOW);
    CaseAccepted accepted = back.accept(NOW);
    assertThat(accepted.reachable()).isTrue();
    assertThat(accepted.anonymous()).isFalse();
    assertThat(in(CaseStatus.REGISTERED).accept(NOW).reachable()).isNull();

    HotlineCase asked = in(CaseStatus.REGISTERED, Forms.complete().set("kind", "CONSULTATION"));
    asked.transferOut(toPolice(NOW));
    asked.declineTransfer("不属于警情", clock(NOW), NOW);
    asked.tellReporter(told, asked.subject(), false, "operator", NOW);
    CaseAnsweredDirect answered = asked.answerDirectly(ANSWER, CENTRE);
    assertThat(answered.confidential()).isTrue();
    assertThat(answered.reachable()).isTrue();
    assertThat(answered.wantsCallback()).isTrue();
  }

  @Test
  void what_was_being_handled_is_acknowledged_by_another_person_unless_it_was_an_emergency() {
    HotlineCase one = in(CaseStatus.HANDLING);
    one.transferInHandling(
        Transfer.of(
                new TransferRules.Handover(TransferTarget.PETITION, NOW, null, null),
                NOW.plusSeconds(1800),
                "dispatcher",
                NOW)
            .because("属信访事项"));
    assertThatThrownBy(() -> one.acknowledgeTransfer(NOW, null, "dispatcher"))
        .isInstanceOf(TransferByOnePerson.class);
    assertThat(one.acknowledgeTransfer(NOW, null, "screener").late()).isFalse();

    HotlineCase urgent = in(CaseStatus.HANDLING);
    urgent.transferInHandling(toPolice(NOW).because("有人落水"));
    assertThat(urgent.acknowledgeTransfer(NOW, null, "operator").late()).isFalse();
  }

  @Test
  void what_they_did_not_take_waits_for_screening_with_a_clock_that_begins_anew() {
    HotlineCase one = in(CaseStatus.REGISTERED);
    one.transferOut(toPolice(NOW));
    Instant later = NOW.plus(HOUR);
    assertThat(one.declineTransfer("不属于警情", clock(later), later).screenDue())
        .isEqualTo(later.plusSeconds(900));
    assertThat(one.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(one.transfer()).isNull();
    assertThat(one.screenedAt()).isNull();
    assertThat(one.screeningSince()).isEqualTo(later);
    assertThat(one.nextScreeningWord()).isPresent();
    assertThat(one.accept(later).kind()).isNotNull();
  }

  private static Transfer toPolice(Instant at) {
    return Transfer.of(
        new TransferRules.Handover(TransferTarget.POLICE_110, at, true, null),
        at.plusSeconds(1800),
        "operator",
        at);
  }

  private static ScreeningClock clock(Instant at) {
    return ScreeningClock.start(
        at, LimitRule.of("15nm"), new CityCalendars.InForce(1, WorkCalendar.china()));
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

  @Test
  void nothing_is_done_to_an_archived_case_and_who_tries_reads_what_is_left_to_do() {
    HotlineCase one = in(CaseStatus.ARCHIVED);
    List<ThrowableAssert.ThrowingCallable> acts =
        List.of(
            () -> one.supplement(Channel.WEB),
            () -> one.urge(Channel.WEB, NOW, Duration.ofHours(1)),
            () -> one.mark(Set.of(CaseMark.HARD)),
            () -> one.correct(corrected(one, "kind", "HELP")),
            () -> one.withdraw(WithdrawalReason.MISTAKE, NOW),
            () -> one.requestReopening(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW));
    for (ThrowableAssert.ThrowingCallable act : acts) {
      assertThatThrownBy(act)
          .isInstanceOfSatisfying(
              CaseMoveRefused.class,
              refused -> {
                assertThat(refused.detailZh()).contains("已归档", "登记新的诉求");
                assertThat(refused.detailEn()).contains("archived", "register it anew");
              });
    }
  }

  @Test
  void a_citizen_rates_each_round_once_while_its_callback_is_open() {
    HotlineCase one = in(CaseStatus.PENDING_CALLBACK);
    assertThatThrownBy(() -> one.rate(RATING, Channel.WEB, NOW))
        .hasMessageContaining("nothing-to-rate");
    set(one, "callbackRound", 1);
    assertThat(one.ownRating()).isEqualTo(OwnRating.OPEN);
    assertThat(one.rate(RATING, Channel.WEB, NOW))
        .isEqualTo(
            new CaseRated(
                1,
                Answer.YES,
                Solved.YES,
                Answer.YES,
                Answer.UNKNOWN,
                null,
                RatedVia.SELF_SERVICE,
                Channel.WEB));
    assertThat(one.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
    assertThat(one.ownRating()).isEqualTo(OwnRating.RECEIVED);
    assertThatThrownBy(() -> one.rate(RATING, Channel.WEB, NOW))
        .hasMessageContaining("rated-already");

    // The unit was told to handle it once more, and has done so.
    set(one, "recordedRound", 1);
    set(one, "recordedVia", "SELF_SERVICE");
    set(one, "callbackRound", 2);
    assertThatThrownBy(() -> one.rate(RATING, Channel.WEB, NOW))
        .isInstanceOfSatisfying(
            RatingRefused.class,
            refused -> {
              assertThat(refused.slug()).isEqualTo("another-result");
              assertThat(refused.detailZh()).contains("请刷新");
              assertThat(refused.detailEn()).contains("Refresh");
            });
    assertThat(one.rate(rating(2), Channel.WEB, NOW).round()).isEqualTo(2);
  }

  private static OwnRatingForm rating(int round) {
    return new OwnRatingForm(round, Answer.YES, Solved.YES, Answer.YES, Answer.UNKNOWN, null, null);
  }

  @Test
  void nobody_says_whether_a_unit_called_where_another_case_was_answered() {
    HotlineCase one = in(CaseStatus.PENDING_CALLBACK);
    set(one, "callbackRound", 1);
    set(one, "answeredWithMain", true);
    assertThat(one.rate(RATING, Channel.WEB, NOW).responded()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void what_was_written_with_ratings_is_in_the_file_by_round_and_no_supplement() {
    HotlineCase one = in(CaseStatus.PENDING_CALLBACK);
    assertThat(one.file(List.of(), NOW).ratingWords()).isNull();
    set(one, "callbackRound", 1);
    one.rate(RATING, Channel.WEB, NOW);
    one.keepRatingWords("没修好");
    set(one, "callbackRound", 2);
    one.rate(rating(2), Channel.WEB, NOW);
    one.keepRatingWords("修好了");
    CaseFile file = one.file(List.of(), NOW);
    assertThat(file.supplements()).isEmpty();
    assertThat(file.ratingWords())
        .containsExactly(new CaseFile.RatingWords(1, "没修好"), new CaseFile.RatingWords(2, "修好了"));
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void only_what_waits_for_its_callback_is_rated(CaseStatus status) {
    HotlineCase one = in(status);
    set(one, "callbackRound", 1);
    if (status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.ANSWERED_DIRECT) {
      assertThat(one.rate(RATING, Channel.WEB, NOW).round()).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> one.rate(RATING, Channel.WEB, NOW))
          .isInstanceOfSatisfying(
              RatingRefused.class, refused -> assertThat(refused.detailZh()).contains(status.zh()));
      assertThat(one.ratedAt()).isNull();
    }
  }

  @Test
  void what_became_of_an_own_rating_is_told_by_the_result_of_its_round() {
    CaseStatus closed = CaseStatus.CLOSED;
    assertThat(OwnRating.of(closed, null, 1, 1, "SELF_SERVICE")).isEqualTo(OwnRating.COUNTED);
    assertThat(OwnRating.of(closed, null, 1, 1, "AGENT")).isEqualTo(OwnRating.CROSSED_CALL);
    assertThat(OwnRating.of(closed, null, 1, 1, OwnRating.SILENCE))
        .isEqualTo(OwnRating.CROSSED_END);
    assertThat(OwnRating.of(closed, null, null, 1, "AGENT")).isEqualTo(OwnRating.NONE);
    assertThat(OwnRating.of(closed, null, 1, 2, "AGENT")).isEqualTo(OwnRating.NONE);
    assertThat(EnumSet.allOf(OwnRating.class))
        .filteredOn(OwnRating::isToldByItself)
        .containsExactly(OwnRating.RECEIVED, OwnRating.CROSSED_CALL, OwnRating.CROSSED_END);
    assertThat(OwnRating.of(CaseStatus.WITHDRAWN, 1, 1, null, null)).isEqualTo(OwnRating.NONE);
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

  @Test
  void whoever_turns_out_to_report_somebody_is_protected_from_then_on() {
    HotlineCase one = in(CaseStatus.DISPATCHED);
    assertThat(one.reporter().confidential()).isFalse();
    one.correct(corrected(one, "kind", "REPORT"));
    assertThat(one.reporter().confidential()).isTrue();
    assertThat(one.file(List.of(), NOW).confidential()).isTrue();
  }

  @Test
  void what_was_answered_at_once_is_not_corrected_into_what_an_answer_does_not_settle() {
    HotlineCase one = in(CaseStatus.ANSWERED_DIRECT);
    one.correct(corrected(one, "kind", "CONSULTATION"));
    assertThatThrownBy(() -> one.correct(corrected(one, "kind", "REPORT")))
        .isInstanceOf(DirectAnswerRefused.class);
    assertThatThrownBy(() -> one.correct(corrected(one, "urgency", "CRITICAL")))
        .isInstanceOf(DirectAnswerRefused.class);
    assertThat(one.subject().kind()).isEqualTo(CaseKind.CONSULTATION);
  }

  @Test
  void a_demand_that_is_split_off_has_its_caller_and_its_waiting_time_and_no_more_of_the_call() {
    Instant later = NOW.plusSeconds(600);
    HotlineCase call = in(CaseStatus.REGISTERED);
    HotlineCase demand = splitOff(call, "HELP", later);
    CaseRegistered said = demand.register(true);
    assertThat(said.splitFrom()).isEqualTo(call.id());
    assertThat(said.screeningSince()).isEqualTo(NOW);
    assertThat(said.callerRef()).isEqualTo("pseudonym");
    assertThat(demand.registeredAt()).isEqualTo(later);
    assertThat(demand.screening().due()).isEqualTo(call.screening().due());
    assertThat(demand.reporter()).isEqualTo(call.reporter());
    // Of a part of a part the call is still the first one.
    assertThat(demand.registeredBy()).isEqualTo(call.registeredBy()).isNotNull();
    assertThat(splitOff(demand, "HELP", later).register(true).splitFrom()).isEqualTo(call.id());
    assertThat(in(CaseStatus.DRAFT).register(true).splitFrom()).isNull();
  }

  @Test
  void whoever_reports_somebody_in_a_second_demand_is_protected_there_as_at_registering() {
    HotlineCase call = in(CaseStatus.REGISTERED);
    assertThat(splitOff(call, "REPORT", NOW).reporter().confidential()).isTrue();
    assertThat(splitOff(call, "HELP", NOW).reporter().confidential()).isFalse();
    HotlineCase report = in(CaseStatus.REGISTERED, Forms.complete().set("kind", "REPORT"));
    assertThat(splitOff(report, "REPORT", NOW).reporter())
        .as("was asked and said otherwise")
        .isEqualTo(report.reporter());
  }

  @Test
  void what_waits_for_a_second_person_is_not_split_and_a_split_moves_nothing() {
    HotlineCase call = in(CaseStatus.REGISTERED);
    assertThat(call.isOneOfSeveral()).isFalse();
    CaseSplit said = call.split(List.of(UUID.randomUUID(), UUID.randomUUID()));
    assertThat(said.newCases()).isEqualTo(2);
    assertThat(call.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(call.isOneOfSeveral()).isTrue();
    call.proposeRefusal(RefusalReason.NOT_TRUE, "one", NOW);
    assertThat(call.isSplittable()).isFalse();
    assertThatThrownBy(() -> call.split(List.of(UUID.randomUUID())))
        .isInstanceOf(SplitNotAllowed.class);
  }

  private static HotlineCase splitOff(HotlineCase call, String kind, Instant now) {
    return call.splitOff(
        UUID.randomUUID(),
        CaseNumber.of(LocalDate.of(2026, 11, 22), 2),
        new byte[32],
        RegistrationRules.check(
            Forms.complete().set("kind", kind).reporter(null).form(), City.directory(), NOW),
        ScreeningClock.start(
            call.screeningSince(),
            LimitRule.of("15nm"),
            new CityCalendars.InForce(1, WorkCalendar.china())),
        now);
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
    return in(status, Forms.complete());
  }

  private static HotlineCase in(CaseStatus status, Urgency urgency) {
    return in(status, Forms.complete().set("urgency", urgency.name()));
  }

  private static HotlineCase in(CaseStatus status, Forms form) {
    Registration registration = RegistrationRules.check(form.form(), City.directory(), NOW);
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
