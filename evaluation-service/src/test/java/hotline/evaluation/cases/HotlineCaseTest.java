package hotline.evaluation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.Move;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnmergeReason;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HotlineCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final UUID ASSIGNMENT = UUID.randomUUID();
  private static final UUID CALLBACK = UUID.randomUUID();
  private static final Speaker SYSTEM = new Speaker("system", null, NOW, UUID.randomUUID());

  private final HotlineCase one = HotlineCase.unheard(UUID.randomUUID(), "2611230000017");

  @Test
  void the_first_thing_to_be_heard_is_the_registration() {
    assertThat(hear(new CaseWithdrawn(WithdrawalReason.MISTAKE)).kind())
        .isEqualTo(Move.Kind.IMPOSSIBLE);
    assertThat(hear(registered()).to()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(one.urgency()).isEqualTo(Urgency.NORMAL);
  }

  @Test
  void everyone_who_handled_or_reviewed_it_in_any_round_is_remembered_once() {
    hearUntilCompleted();
    one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    one.say(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT), SYSTEM);
    hear(new CaseDispatched(2, "cg", List.of(), true, null, "1"));
    hear(created(2));
    hear(signed(2));
    hear(replied(2));
    hear(completed(2, "another handler", "reviewer"));

    assertThat(one.hands()).containsExactly("handler", "reviewer", "another handler");
    assertThat(one.round()).isEqualTo(2);
    assertThat(one.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
  }

  @Test
  void who_answered_directly_is_remembered_and_what_was_no_help_waits_for_dispatch() {
    hear(registered());
    hear(new CaseAnsweredDirect("center", "/center", null, null), "operator");
    one.say(new CallbackOpened(CALLBACK, 0, "center", NOW), SYSTEM);
    assertThat(one.status()).isEqualTo(CaseStatus.ANSWERED_DIRECT);
    assertThat(one.hands()).containsExactly("operator");

    one.say(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT), SYSTEM);
    assertThat(one.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(one.round()).isZero();
  }

  @Test
  void a_direct_answer_that_says_nothing_of_the_reporter_changes_no_wish() {
    hear(registered());
    CaseAnsweredDirect answered = new CaseAnsweredDirect("center", "/center", null, null);
    boolean before = one.wantsCallback();
    hear(answered, "operator");
    assertThat(one.wantsCallback()).isEqualTo(before);
  }

  @Test
  void what_a_direct_answer_says_of_the_reporter_is_newer_than_the_registration() {
    hear(registered());
    boolean before = one.wantsCallback();
    CaseAnsweredDirect answered = new CaseAnsweredDirect("center", "/center", null, null);
    hear(answered.reportedBy(true, false, true, !before), "operator");
    assertThat(one.wantsCallback()).isNotEqualTo(before);
  }

  @Test
  void what_was_answered_with_another_case_is_rated_in_its_own_round_by_a_stranger_to_the_answer() {
    hearAll(
        registered(),
        new CaseAccepted(CaseKind.HELP, Urgency.NORMAL, "010101", "370281001", "/3702", NOW, false),
        new CaseMerged(UUID.randomUUID(), MergeReason.SAME_PLACE));
    assertThat(one.status()).isEqualTo(CaseStatus.MERGED);
    hear(answeredWithMain());

    assertThat(one.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
    assertThat(one.round()).isEqualTo(1);
    assertThat(one.leadUnitPath()).isEqualTo("/center/cg");
    assertThat(one.hands()).containsExactly("handler", "reviewer");
    one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    one.say(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT), SYSTEM);
    assertThat(one.status()).isEqualTo(CaseStatus.REHANDLING);
  }

  @Test
  void a_withdrawal_and_the_answer_of_the_main_case_end_withdrawn_in_either_order() {
    CaseMerged merged = new CaseMerged(UUID.randomUUID(), MergeReason.SAME_PLACE);
    hearAll(
        registered(),
        new CaseAccepted(CaseKind.HELP, Urgency.NORMAL, "010101", "370281001", "/3702", NOW, false),
        merged,
        new CaseWithdrawn(WithdrawalReason.MISTAKE));
    assertThat(hear(answeredWithMain()).kind()).isEqualTo(Move.Kind.SUPERSEDED);
    assertThat(hear(new CaseUnmerged(merged.mainCaseId(), UnmergeReason.MAIN_ENDED)).kind())
        .isEqualTo(Move.Kind.SUPERSEDED);
    assertThat(one.status()).isEqualTo(CaseStatus.WITHDRAWN);
  }

  private static CaseAnsweredWithMain answeredWithMain() {
    return new CaseAnsweredWithMain(
        UUID.randomUUID(), 1, "cg", "/center/cg", true, "handler", "reviewer", NOW, false);
  }

  @Test
  void its_own_facts_are_numbered_without_gap_and_name_their_cause() {
    hearUntilCompleted();

    Fact first = one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    Fact second = one.say(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT), SYSTEM);

    assertThat(List.of(first.envelope().sequence(), second.envelope().sequence()))
        .containsExactly(1L, 2L);
    assertThat(first.envelope().causationId()).isEqualTo(SYSTEM.causationId());
    assertThat(one.status()).isEqualTo(CaseStatus.REHANDLING);
  }

  @Test
  void a_closed_case_goes_back_to_the_unit_that_had_it_last() {
    hearUntilCompleted();
    one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    CaseReopenRequested request =
        new CaseReopenRequested(ReopenReason.NEW_EVIDENCE, ReopenedBy.SUPERVISOR, NOW);
    assertThat(hear(request).kind()).isEqualTo(Move.Kind.IMPOSSIBLE);
    one.say(closed(), SYSTEM);
    assertThat(hear(request).kind()).isEqualTo(Move.Kind.STAY);

    assertThat(one.reopen(request, SYSTEM).event())
        .isEqualTo(
            new CaseReopened(2, "cg", ReopenReason.NEW_EVIDENCE, ReopenedBy.SUPERVISOR, NOW));
    assertThat(one.status()).isEqualTo(CaseStatus.REHANDLING);
    assertThat(hear(new CaseWithdrawn(WithdrawalReason.SOLVED_MEANWHILE)).to())
        .isEqualTo(CaseStatus.WITHDRAWN);
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
        NOW,
        true);
  }

  @Test
  void a_fact_that_is_not_possible_is_never_said() {
    hear(registered());

    assertThatThrownBy(() -> one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_completion_after_a_withdrawal_is_superseded() {
    hearUntilCompleted();
    hear(new CaseWithdrawn(WithdrawalReason.NO_LONGER_WANTED));

    assertThat(hear(completed(1, "late", "later")).kind()).isEqualTo(Move.Kind.SUPERSEDED);
    assertThat(one.hands()).doesNotContain("late", "later");
  }

  @Test
  void the_first_result_stays_when_a_later_round_ends_differently() {
    one.keepFirstResult(Solved.NO, Answer.NO);
    one.keepFirstResult(Solved.YES, Answer.YES);

    assertThat(one.firstSolved()).isEqualTo(Solved.NO);
    assertThat(one.firstSatisfied()).isEqualTo(Answer.NO);
  }

  @Test
  void whoever_tried_to_reach_the_citizen_replied_or_rejected_a_reply_is_remembered_too() {
    hearUntilSigned();
    hear(contacted(), "caller");
    hear(replied(1), "first writer");
    hear(rejected(), "first reviewer");
    hear(replied(1), "handler");
    hear(completed(1, "handler", "reviewer"), "reviewer");

    assertThat(one.hands())
        .containsExactly("caller", "first writer", "first reviewer", "handler", "reviewer");
  }

  @Test
  void whoever_replied_is_remembered_when_the_assignment_is_recalled() {
    hearUntilSigned();
    hear(replied(1), "writer of another unit");
    hear(
        new AssignmentRecalled(ASSIGNMENT, 1, AssignmentRole.LEAD, "cg", RecallReason.MISROUTED),
        "dispatcher");
    hear(new CaseDispatched(1, "cg", List.of(), true, null, "1"), "dispatcher");

    assertThat(one.hands()).containsExactly("writer of another unit");
  }

  @Test
  void whoever_wrote_what_a_leader_signed_is_remembered_when_it_is_rejected() {
    hearUntilSigned();
    hear(
        new AssignmentEndorsementRequested(
            ASSIGNMENT, 1, AssignmentRole.LEAD, "cg", 1, EndorsedAct.REPLY, NOW),
        "writer");
    hear(replied(1), "leader");
    hear(rejected(), "reviewer");

    assertThat(one.hands()).containsExactly("writer", "leader", "reviewer");
  }

  @Test
  void the_system_is_no_hand_and_neither_is_who_only_dispatched_or_came_too_late() {
    hearUntilSigned();
    hear(contacted(), "system");
    hear(new CaseWithdrawn(WithdrawalReason.NO_LONGER_WANTED), "citizen");
    hear(replied(1), "late");

    assertThat(one.hands()).isEmpty();
  }

  @Test
  void what_the_unit_of_a_round_claims_is_kept_until_the_next_round_begins() {
    hearUntilSigned();
    assertThat(one.claimedContact()).isFalse();
    hear(contacted(), "caller");
    hearAll(replied(1), completed(1, "handler", "reviewer"));
    assertThat(one.categoryCode()).isEqualTo("010101");
    assertThat(one.claimedContact()).isTrue();
    assertThat(one.claimedSolved()).isTrue();
    assertThat(one.repliedAt()).isEqualTo(NOW);

    one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    one.say(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT), SYSTEM);
    hear(new CaseDispatched(2, "cg", List.of(), true, null, "1"));
    hear(created(2));
    assertThat(one.claimedContact()).isFalse();
    assertThat(one.claimedSolved()).isNull();
    assertThat(one.repliedAt()).isNull();
  }

  @Test
  void what_was_not_heard_of_a_round_is_not_known_and_never_that_of_another() {
    hearUntilCompleted();
    one.say(new CallbackOpened(CALLBACK, 1, "cg", NOW), SYSTEM);
    one.say(new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT), SYSTEM);
    hear(new CaseDispatched(2, "cg", List.of(), true, null, "1"));
    assertThat(one.hasClaimsOf(1)).isTrue();
    assertThat(one.hasClaimsOf(2)).isFalse();
    // An older instance has heard that the round began, and its signature.
    HotlineCase upgraded = HotlineCase.unheard(UUID.randomUUID(), "2611230000025");
    for (LifecycleEvent event :
        List.of(
            registered(),
            new CaseAccepted(
                CaseKind.HELP, Urgency.NORMAL, "010101", "370281001", "/3702", NOW, false))) {
      upgraded.hear(event, "system");
    }
    upgraded.hear(new CaseDispatched(1, "cg", List.of(), true, null, "1"), "system");
    upgraded.hear(signed(1), "system");
    upgraded.hear(contact(AssignmentRole.LEAD, ContactResult.NO_ANSWER), "caller");
    assertThat(upgraded.claimedContact()).isNull();
    upgraded.hear(contact(AssignmentRole.CO, ContactResult.REACHED), "street");
    assertThat(upgraded.claimedContact()).isTrue();
  }

  private static LifecycleEvent contact(AssignmentRole role, ContactResult result) {
    return new AssignmentContactAttempted(ASSIGNMENT, 1, role, "cg", 1, result, NOW, false);
  }

  private Move<CaseStatus> hear(LifecycleEvent event) {
    return hear(event, "system");
  }

  private Move<CaseStatus> hear(LifecycleEvent event, String actor) {
    return one.hear(event, actor);
  }

  private void hearUntilCompleted() {
    hearUntilSigned();
    hearAll(replied(1), completed(1, "handler", "reviewer"));
  }

  private void hearUntilSigned() {
    hearAll(
        registered(),
        new CaseAccepted(CaseKind.HELP, Urgency.NORMAL, "010101", "370281001", "/3702", NOW, false),
        new CaseDispatched(1, "cg", List.of(), true, null, "1"),
        created(1),
        signed(1));
  }

  private void hearAll(LifecycleEvent... events) {
    for (LifecycleEvent event : events) {
      assertThat(hear(event).effective()).as("%s", event.type()).isTrue();
    }
  }

  private static LifecycleEvent registered() {
    return new CaseRegistered(
        CaseKind.HELP,
        Urgency.NORMAL,
        Channel.PHONE,
        "010101",
        "370281001",
        "/3702",
        NOW,
        false,
        false,
        true,
        null,
        null,
        null,
        true);
  }

  private static LifecycleEvent created(int round) {
    return new AssignmentCreated(
        ASSIGNMENT, round, AssignmentRole.LEAD, "cg", "/center/cg", NOW, NOW, NOW, "1");
  }

  private static LifecycleEvent signed(int round) {
    return new AssignmentSigned(ASSIGNMENT, round, AssignmentRole.LEAD, "cg", NOW, false);
  }

  private static LifecycleEvent replied(int round) {
    return new AssignmentReplySubmitted(
        ASSIGNMENT, round, AssignmentRole.LEAD, "cg", 1, true, NOW, false, 1);
  }

  private static LifecycleEvent contacted() {
    return new AssignmentContactAttempted(
        ASSIGNMENT, 1, AssignmentRole.LEAD, "cg", 1, ContactResult.REACHED, NOW, false);
  }

  private static LifecycleEvent rejected() {
    return new AssignmentReplyRejected(
        ASSIGNMENT, 1, AssignmentRole.LEAD, "cg", 1, ReplyRejection.OFF_TOPIC, NOW);
  }

  private static LifecycleEvent completed(int round, String handler, String reviewer) {
    return new AssignmentCompleted(
        ASSIGNMENT,
        round,
        AssignmentRole.LEAD,
        "cg",
        "/center/cg",
        1,
        true,
        handler,
        reviewer,
        NOW,
        NOW,
        false);
  }
}
