package hotline.dispatch.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.dispatch.assignments.MoveDeadlines;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.ScreeningMissed;
import hotline.lifecycle.Solved;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.PoisonRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HearingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final UUID CASE = Uuid7.at(NOW);

  private final Map<UUID, HandledCase> known = new HashMap<>();

  @Test
  void an_accepted_case_is_to_be_routed() {
    Hearing hearing = hear(registered(), accepted());

    assertThat(hearing.registered()).hasSize(1);
    assertThat(hearing.unrouted()).hasSize(1);
    assertThat(hearing.unrouted().get(0).acceptedEvent()).isNotNull();
  }

  @Test
  void screening_may_have_corrected_what_was_registered() {
    HandledCase corrected = hear(registered(), accepted()).unrouted().get(0);

    assertThat(corrected.categoryCode()).isEqualTo("020101");
    assertThat(corrected.kind()).isEqualTo(CaseKind.COMPLAINT);
  }

  @Test
  void a_corrected_case_is_routed_by_what_it_is_now_and_timed_anew_only_for_another_kind() {
    Hearing hearing = hear(registered(), accepted(), corrected(CaseKind.COMPLAINT, "010202"));
    HandledCase about = hearing.unrouted().get(0);

    assertThat(about.categoryCode()).isEqualTo("010202");
    assertThat(about.placeCode()).isEqualTo("370281002");
    assertThat(about.correctedAt()).isEqualTo(NOW);
    assertThat(hearing.corrected()).isEmpty();

    known.put(CASE, about);
    assertThat(about.confidential()).isFalse();
    Hearing later = hear(corrected(CaseKind.REPORT, "010202"));
    assertThat(about.confidential()).as("who reports somebody is protected").isTrue();
    assertThat(later.corrected())
        .extracting(MoveDeadlines.Corrected::handledCase)
        .containsExactly(about);
    assertThat(about.kind()).isEqualTo(CaseKind.REPORT);
  }

  @Test
  void a_correction_that_crossed_the_closing_is_true_and_moves_no_clock() {
    inCallback();
    Hearing hearing = hear(closed(), corrected(CaseKind.REPORT, "010202"));

    assertThat(hearing.late()).isEmpty();
    assertThat(hearing.corrected()).isEmpty();
    assertThat(known.get(CASE).kind()).isEqualTo(CaseKind.REPORT);
    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void a_split_names_the_call_of_those_whose_registration_was_heard_without_it() {
    HandledCase demand = another();
    HandledCase part = another();
    HandledCase ofAnother = another();
    known.put(demand.caseId(), demand);
    hear(registered(), new CaseSplit(List.of(demand.caseId(), UUID.randomUUID()), 2));
    HandledCase call = hear(registered()).registered().get(0);
    assertThat(demand.isOfSameCallAs(call)).isTrue();

    part.isSplitFrom(demand);
    assertThat(part.isOfSameCallAs(call)).as("a part of a part is of the call").isTrue();
    demand.isSplitFrom(ofAnother);
    assertThat(demand.isOfSameCallAs(call)).as("what is known stays").isTrue();
  }

  @Test
  void a_case_withdrawn_in_the_same_breath_is_not_dispatched() {
    Hearing hearing = hear(registered(), accepted(), withdrawn());

    assertThat(hearing.unrouted()).isEmpty();
    assertThat(hearing.ended())
        .extracting(Hearing.Ended::reason)
        .containsExactly(CancellationReason.CASE_WITHDRAWN);
  }

  @Test
  void a_refused_case_is_over_and_what_comes_later_is_kept_without_effect() {
    Hearing hearing =
        hear(
            registered(),
            new CaseRefused(RefusalReason.OUTSIDE_AREA),
            new CaseUrged(1, Channel.PHONE));

    HandledCase refused = hearing.registered().get(0);
    assertThat(refused.status()).isEqualTo(CaseStatus.REFUSED);
    assertThat(hearing.unrouted()).isEmpty();
    assertThat(hearing.ends()).hasSize(1);
    assertThat(hearing.ended()).hasSize(1);
    assertThat(hearing.late()).hasSize(1);
  }

  @Test
  void what_a_body_outside_did_not_take_is_screened_with_its_time_again() {
    CaseTransferredOut out =
        new CaseTransferredOut(TransferTarget.POLICE_110, NOW, NOW.plusSeconds(1800), true, null);
    Hearing hearing =
        hear(
            registered(),
            new ScreeningMissed(NOW),
            out,
            new CaseTransferDeclined(TransferTarget.POLICE_110, NOW.plusSeconds(900)));
    HandledCase back = hearing.registered().get(0);
    assertThat(back.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(back.isOver()).isFalse();
    assertThat(back.centreWords().screeningMissed()).isFalse();
    assertThat(hearing.ends()).isEmpty();
  }

  @Test
  void a_closing_that_crossed_a_transfer_leaves_the_case_with_its_unit_in_its_round() {
    CaseTransferredOut out =
        new CaseTransferredOut(TransferTarget.PETITION, NOW, NOW.plusSeconds(1800), null, null);
    inCallback();
    HandledCase of = known.get(CASE);

    hear(out, new CaseTransferAcknowledged(TransferTarget.PETITION, NOW, false, "XF-1"), closed());

    assertThat(of.leadUnitId()).isEqualTo("cg");
    assertThat(of.roundToDispatch()).isEqualTo(1);
    assertThat(hear(reopened(2)).rehandles()).hasSize(1);
    assertThat(of.isOver()).isFalse();
  }

  @Test
  void a_closing_that_was_said_before_the_transfer_was_heard_of_stands_when_it_came_back() {
    CaseTransferredOut out =
        new CaseTransferredOut(TransferTarget.PETITION, NOW, NOW.plusSeconds(1800), null, null);
    CaseTransferDeclined declined =
        new CaseTransferDeclined(TransferTarget.PETITION, NOW.plusSeconds(900));
    inCallback();
    HandledCase of = known.get(CASE);

    hear(out, declined, accepted(), closed());
    assertThat(of.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(of.leadUnitId()).isEqualTo("cg");

    inCallback();
    assertThat(hear(closed(), out, declined, accepted()).late()).hasSize(3);
    assertThat(known.get(CASE).leadUnitId()).isEqualTo("cg");
  }

  @Test
  void what_a_body_outside_has_acknowledged_has_ended_here() {
    Hearing hearing =
        hear(
            registered(),
            new CaseTransferredOut(TransferTarget.PETITION, NOW, NOW.plusSeconds(1800), null, null),
            new CaseTransferAcknowledged(TransferTarget.PETITION, NOW, false, "XF-1"));
    assertThat(hearing.registered().get(0).isOver()).isTrue();
    assertThat(hearing.ends()).hasSize(1);
    assertThat(hearing.unrouted()).isEmpty();
  }

  @Test
  void a_case_offered_once_is_not_offered_again_because_somebody_urged() {
    HandledCase waiting = hear(registered(), accepted()).unrouted().get(0);
    waiting.offerToCatalogue();
    known.put(CASE, waiting);

    assertThat(hear(new CaseUrged(1, Channel.PHONE)).unrouted()).isEmpty();
    assertThat(waiting.urgeCount()).isEqualTo(1);
  }

  @Test
  void supervision_looks_after_a_case_from_its_acceptance_on() {
    assertThat(hear(registered()).toBeWatched()).isEmpty();
    assertThat(hear(registered(), accepted()).toBeWatched()).containsExactly(CASE);
  }

  @Test
  void what_comes_after_the_end_is_kept_without_effect() {
    Hearing hearing = hear(registered(), withdrawn(), new CaseUrged(1, Channel.PHONE));

    assertThat(hearing.late())
        .extracting(Hearing.Late::status)
        .containsExactly(CaseStatus.WITHDRAWN);
    assertThat(hearing.registered().get(0).urgeCount()).isZero();
  }

  @Test
  void a_withdrawal_that_crosses_the_reply_wins_and_a_later_rehandle_does_not_begin() {
    inCallback();

    Hearing hearing =
        hear(withdrawn(), new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));

    assertThat(hearing.rehandles()).isEmpty();
    assertThat(hearing.late()).hasSize(1);
    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.WITHDRAWN);
  }

  @Test
  void a_rating_that_crosses_a_withdrawal_stands() {
    inCallback();

    Hearing hearing = hear(withdrawn(), closed());

    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(hearing.ended())
        .extracting(Hearing.Ended::reason)
        .containsExactly(CancellationReason.CASE_WITHDRAWN);
  }

  @Test
  void a_withdrawal_after_the_close_is_late() {
    inCallback();

    assertThat(hear(closed(), withdrawn()).late()).hasSize(1);
    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void an_ordered_round_is_to_begin() {
    inCallback();

    Hearing hearing = hear(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));

    assertThat(hearing.rehandles()).hasSize(1);
    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.REHANDLING);
  }

  @Test
  void a_direct_answer_is_nobodys_here_until_it_was_no_help_and_then_a_dispatchers() {
    Hearing answered =
        hear(registered(), new CaseAnsweredDirect("center", "/center", "KB-0123", "7"));
    assertThat(answered.unrouted()).isEmpty();
    assertThat(answered.toBeWatched()).isEmpty();
    HandledCase one = answered.registered().get(0);
    assertThat(one.isWaitingForDispatch()).isFalse();
    assertThat(one.answeredAt()).isEqualTo(NOW);
    known.put(CASE, one);

    Hearing inVain = hear(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT));
    assertThat(one.isWaitingForDispatch()).isTrue();
    assertThat(one.waitingSince()).isEqualTo(NOW);
    assertThat(one.roundToDispatch()).isEqualTo(1);
    assertThat(inVain.rehandles()).as("there is no unit that had it").isEmpty();
    assertThat(inVain.unrouted()).as("the catalogue suggests only").isEmpty();
    assertThat(inVain.handledAgain()).hasSize(1);
    assertThat(inVain.toBeWatched()).containsExactly(CASE);
  }

  @Test
  void a_direct_answer_that_was_withdrawn_in_the_same_breath_as_its_rehandling_is_over() {
    known.put(
        CASE,
        hear(registered(), new CaseAnsweredDirect("center", "/center", null, null))
            .registered()
            .get(0));
    Hearing hearing =
        hear(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT), withdrawn());
    assertThat(hearing.handledAgain()).isEmpty();
    assertThat(known.get(CASE).status()).isEqualTo(CaseStatus.WITHDRAWN);
  }

  @Test
  void a_reopened_case_begins_its_next_round_and_is_looked_after_again() {
    inCallback();
    hear(closed());

    Hearing hearing = hear(reopened(2));

    assertThat(hearing.rehandles()).hasSize(1);
    assertThat(hearing.rehandles().get(0).next().number()).isEqualTo(2);
    assertThat(hearing.toBeWatched()).containsExactly(CASE);
    HandledCase again = known.get(CASE);
    assertThat(again.status()).isEqualTo(CaseStatus.REHANDLING);
    assertThat(again.reopenReason(2)).isEqualTo(ReopenReason.CAME_BACK);
    assertThat(again.reopenReason(1)).isNull();
  }

  @Test
  void a_reopened_case_that_the_centre_had_answered_goes_to_its_first_unit_by_a_dispatcher() {
    hear(registered(), new CaseAnsweredDirect("center", "/center", null, null))
        .registered()
        .forEach(one -> known.put(CASE, one));
    hear(closed());

    Hearing hearing =
        hear(new CaseReopened(1, null, ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW));

    HandledCase again = known.get(CASE);
    assertThat(again.isWaitingForDispatch()).isTrue();
    assertThat(again.roundToDispatch()).isEqualTo(1);
    assertThat(again.reopenReason(1)).isEqualTo(ReopenReason.CAME_BACK);
    assertThat(hearing.rehandles()).isEmpty();
    assertThat(hearing.toBeWatched()).containsExactly(CASE);
  }

  @Test
  void a_case_closed_and_reopened_in_the_same_breath_ends_its_round_and_begins_the_next() {
    inCallback();

    Hearing hearing = hear(closed(), reopened(2));

    assertThat(hearing.ended()).hasSize(1);
    assertThat(hearing.rehandles()).hasSize(1);
  }

  @Test
  void only_a_closed_case_is_reopened() {
    inCallback();
    assertThatThrownBy(() -> hear(reopened(2))).isInstanceOf(PoisonRecord.class);
    hear(withdrawn());
    assertThatThrownBy(() -> hear(reopened(2))).isInstanceOf(PoisonRecord.class);
  }

  @Test
  void what_cannot_be_true_is_poison() {
    assertThatThrownBy(() -> hear(closed()))
        .isInstanceOfSatisfying(
            PoisonRecord.class, poison -> assertThat(poison.code()).isEqualTo("CASE_UNKNOWN"));
    assertThatThrownBy(() -> hear(registered(), reopened(2)))
        .isInstanceOfSatisfying(
            PoisonRecord.class, poison -> assertThat(poison.code()).isEqualTo("IMPOSSIBLE_MOVE"));
    assertThatThrownBy(() -> hear(registered(), registered())).isInstanceOf(PoisonRecord.class);
  }

  /** One round was handled and passed. */
  private void inCallback() {
    known.remove(CASE);
    HandledCase handled = hear(registered(), accepted()).unrouted().get(0);
    known.put(CASE, handled);
    handled.say(
        new CaseDispatched(1, "cg", List.of(), true, null, "catalogue/1"),
        Cause.bySystem(NOW, null));
    handled.giveTo(1, "cg", 0);
    UUID task = Uuid7.at(NOW);
    Cause cause = Cause.bySystem(NOW, null);
    handled.say(new AssignmentSigned(task, 1, AssignmentRole.LEAD, "cg", NOW, false), cause);
    handled.say(
        new AssignmentReplySubmitted(task, 1, AssignmentRole.LEAD, "cg", 1, true, NOW, false, 1),
        cause);
    Fact last =
        handled.say(
            new AssignmentCompleted(
                task,
                1,
                AssignmentRole.LEAD,
                "cg",
                "/center/cg",
                1,
                true,
                "a",
                "b",
                NOW,
                NOW,
                false),
            cause);
    assertThat(last.envelope().sequence()).isEqualTo(4);
    assertThat(handled.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
  }

  private static HandledCase another() {
    return HandledCase.registered(Uuid7.at(NOW), "2611230000182", registered(), NOW);
  }

  private Hearing hear(LifecycleEvent... events) {
    Hearing hearing = new Hearing(known);
    for (LifecycleEvent event : events) {
      Envelope envelope =
          new Envelope(
              Uuid7.at(NOW),
              event.type().source(),
              CASE,
              "2611230000174",
              NOW,
              NOW,
              1,
              null,
              "somebody",
              null,
              null);
      hearing.hear(new Fact(envelope, event));
    }
    return hearing;
  }

  private static CaseRegistered registered() {
    return new CaseRegistered(
        CaseKind.HELP,
        Urgency.NORMAL,
        Channel.PHONE,
        "010101",
        "370281001",
        "/3702/370281/370281001",
        NOW,
        false,
        false,
        true,
        null,
        null,
        null,
        true);
  }

  private static CaseAccepted accepted() {
    return new CaseAccepted(
        CaseKind.COMPLAINT,
        Urgency.NORMAL,
        "020101",
        "370281001",
        "/3702/370281/370281001",
        NOW,
        false);
  }

  private static CaseCorrected corrected(CaseKind kind, String category) {
    return new CaseCorrected(
        1,
        List.of(CorrectedField.CATEGORY),
        CaseKind.COMPLAINT,
        kind,
        Urgency.NORMAL,
        Urgency.NORMAL,
        Channel.PHONE,
        Channel.PHONE,
        "020101",
        category,
        "370281001",
        "370281002",
        "/3702/370281/370281001",
        "/3702/370281/370281002",
        NOW,
        NOW);
  }

  private static CaseWithdrawn withdrawn() {
    return new CaseWithdrawn(WithdrawalReason.SOLVED_MEANWHILE);
  }

  private static CaseReopened reopened(int round) {
    return new CaseReopened(round, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, NOW);
  }

  private static CaseClosed closed() {
    return new CaseClosed(
        ClosedBy.EVALUATED,
        1,
        "cg",
        "/center/cg",
        Answer.YES,
        Solved.YES,
        Answer.YES,
        Answer.YES,
        Solved.YES,
        Answer.YES,
        null,
        null);
  }
}
