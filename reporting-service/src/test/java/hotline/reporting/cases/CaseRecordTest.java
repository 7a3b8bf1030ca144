package hotline.reporting.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Move;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckFinding;
import hotline.reporting.LoopOfFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseRecordTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void a_dispute_is_open_until_its_ruling_or_until_the_lead_replies_is_recalled_or_the_case_ends() {
    CaseRecord open = fold(disputed("2603020000017").facts());
    assertThat(open.disputedAt).isNotNull();
    assertThat(open.disputedOnce()).isTrue();
    assertThat(open.ruledOnce()).isFalse();

    CaseRecord ruled = fold(disputed("2603020000025").ruled("cg", 450).facts());
    assertThat(ruled.disputedAt).isNull();
    assertThat(ruled.ruledOnce()).isTrue();
    assertThat(ruled.rulingMinutes).isEqualTo(450);
    assertThat(ruled.unitId()).isEqualTo("cg");

    assertThat(fold(disputed("2603020000033").replied(false).facts()).disputedAt).isNull();
    assertThat(fold(disputed("2603020000041").recalled().facts()).disputedAt).isNull();
    assertThat(fold(disputed("2603020000058").withdrawn().facts()).disputedAt).isNull();
  }

  @Test
  void who_was_ruled_away_answers_for_nothing_that_the_next_unit_does() {
    LoopOfFacts loop = disputed("2603020000017").missed().ruled("zj", 60).recalled();
    CaseRecord waiting = fold(loop.facts());
    assertThat(waiting.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(waiting.returnCount).isZero();

    CaseRecord next = fold(loop.at("zj", "/center/zj").dispatched().facts());
    assertThat(next.unitId()).isEqualTo("zj");
    assertThat(next.unitOverdue()).isFalse();
    assertThat(next.overdue()).isTrue();
  }

  private static LoopOfFacts disputed(String caseNo) {
    return new LoopOfFacts(caseNo, "cg", START).accepted().dispatched().disputed();
  }

  @Test
  void a_reopened_case_is_neither_closed_nor_solved_until_it_is_closed_again() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000017", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .closed(Solved.YES, Answer.YES)
            .reopened();
    CaseRecord row = fold(loop.facts());
    assertThat(row.status()).isEqualTo(CaseStatus.REHANDLING);
    assertThat(row.reopenedOnce()).isTrue();
    assertThat(row.closedAt).isNull();
    assertThat(row.solved()).isNull();
    assertThat(row.satisfied()).isNull();
    // The citizen waits again: the time between the closing and now is no pause of anything.
    assertThat(row.lastRepliedAt).isNull();

    CaseRecord again =
        fold(loop.dispatched().replied(false).completed().closed(Solved.PARTLY, Answer.NO).facts());
    assertThat(again.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(again.satisfied()).isEqualTo(Answer.NO);
    assertThat(again.reopenedOnce()).isTrue();
  }

  @Test
  void who_rated_without_being_called_is_told_apart_until_the_case_is_reopened() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000017", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .selfRated(Solved.YES, Answer.YES);
    CaseRecord row = fold(loop.facts());
    assertThat(row.isSelfRated()).isTrue();
    assertThat(row.satisfied()).isEqualTo(Answer.YES);
    assertThat(fold(loop.reopened().facts()).isSelfRated()).isFalse();
    assertThat(fold(closedLoop().facts()).isSelfRated()).isFalse();
    LoopOfFacts byText =
        new LoopOfFacts("2603020000025", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .ratedByText(Solved.YES, Answer.YES);
    assertThat(fold(byText.facts()).isSelfRated()).isTrue();
  }

  @Test
  void what_is_excluded_stays_closed_with_its_rating_and_counts_again_when_it_is_reopened() {
    LoopOfFacts loop = closedLoop().excluded().appealed(true);
    CaseRecord row = fold(loop.facts());
    assertThat(row.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(row.isExcluded()).isTrue();
    assertThat(row.isRatingSetAside()).isTrue();
    assertThat(row.satisfied()).as("the rating itself").isEqualTo(Answer.NO);

    loop.reopened();
    assertThat(fold(loop.facts()).isExcluded()).isFalse();
    loop.dispatched().replied(false).completed().closed(Solved.YES, Answer.YES);
    CaseRecord again = fold(loop.facts());
    assertThat(again.isExcluded()).isFalse();
    assertThat(again.isRatingSetAside()).isFalse();
  }

  @Test
  void what_was_asked_and_refused_changes_nothing() {
    CaseRecord row = fold(closedLoop().exclusionRefused().appealed(false).facts());
    assertThat(row.isExcluded()).isFalse();
    assertThat(row.isRatingSetAside()).isFalse();
  }

  @Test
  void an_exclusion_before_the_closing_is_impossible_and_leaves_the_case_as_it_is() {
    LoopOfFacts open =
        new LoopOfFacts("2603020000017", "cg", START).accepted().dispatched().replied(false);
    CaseRecord row = fold(open.facts());
    for (Fact early :
        new LoopOfFacts("2603020000017", "cg", START).excluded().appealed(true).facts()) {
      assertThat(row.apply(early).kind()).isEqualTo(Move.Kind.IMPOSSIBLE);
    }
    assertThat(row.isExcluded()).isFalse();
    assertThat(row.isRatingSetAside()).isFalse();
    assertThat(row.status()).isEqualTo(CaseStatus.PENDING_REVIEW);
  }

  private static LoopOfFacts closedLoop() {
    return new LoopOfFacts("2603020000017", "cg", START)
        .accepted()
        .dispatched()
        .replied(false)
        .completed()
        .closed(Solved.NO, Answer.NO);
  }

  @Test
  void
      a_merged_case_lies_with_nobody_until_its_unit_is_rated_for_it_and_then_is_a_case_of_its_own() {
    UUID main = UUID.randomUUID();
    LoopOfFacts loop =
        new LoopOfFacts("2603020000020", "cg", START)
            .accepted()
            .dispatched()
            .recalled()
            .merged(main);
    CaseRecord follows = fold(loop.facts());
    assertThat(follows.status()).isEqualTo(CaseStatus.MERGED);
    assertThat(follows.unitPath()).isNull();
    assertThat(follows.mainCaseId).isEqualTo(main);

    CaseRecord answered = fold(loop.at("zj", "/center/zj").answeredWith(main, true).facts());
    assertThat(answered.status()).isEqualTo(CaseStatus.PENDING_CALLBACK);
    assertThat(answered.isAnsweredWithMain()).isTrue();
    assertThat(answered.unitId()).isEqualTo("zj");
    assertThat(answered.overdue()).as("its citizen waited too long").isTrue();
    assertThat(answered.unitOverdue()).as("the unit was late with the main case").isFalse();
    assertThat(answered.lastRepliedAt).isNotNull();

    CaseRecord own = fold(loop.rehandled().dispatched().facts());
    assertThat(own.isAnsweredWithMain()).isFalse();
    assertThat(own.unitId()).isEqualTo("zj");
  }

  @Test
  void what_an_instance_that_knows_of_no_scores_reopened_counts_when_it_is_closed_again() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000022", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .closed(Solved.NO, Answer.NO)
            .appealed(true)
            .excluded();
    CaseRecord row = fold(loop.facts());
    Instant excludedAt = row.excludedAt;
    int before = loop.facts().size();
    loop.reopened().dispatched().replied(true).completed().closed(Solved.YES, Answer.YES);
    for (Fact fact : loop.facts().subList(before, loop.facts().size())) {
      if (fact.event() instanceof CaseClosed) {
        row.excludedAt = excludedAt;
        row.ratingSetAside = true;
      }
      row.apply(fact);
    }
    assertThat(row.isExcluded()).isFalse();
    assertThat(row.isRatingSetAside()).isFalse();
  }

  @Test
  void of_several_spot_checks_the_worst_stays_with_the_unit_whose_round_it_was() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000022", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .closed(Solved.YES, Answer.YES)
            .drawn(SpotCheckBasis.PROPORTIONAL);
    assertThat(fold(loop.facts()).spotResult()).isNull();
    loop.spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.NOT_DONE)
        .reopened()
        .at("jt", "/center/jt")
        .dispatched()
        .replied(true)
        .completed()
        .closed(Solved.YES, Answer.YES);
    CaseRecord row = fold(loop.facts());
    assertThat(row.spotResult()).isEqualTo("NOT_DONE");
    assertThat(row.spotUnitId()).isEqualTo("cg");
    assertThat(row.unitId()).isEqualTo("jt");

    row =
        fold(
            loop.spotChecked(SpotCheckBasis.PROPORTIONAL, SpotCheckFinding.DONE)
                .notChecked(SpotCheckBasis.WEIGHTED)
                .facts());
    assertThat(row.spotResult()).isEqualTo("NOT_DONE");
    assertThat(row.spotWeightedResult()).isEqualTo(CaseRecord.NOT_MADE);
    assertThat(row.spotWeightedUnitId()).isEqualTo("jt");
    assertThat(row.spotUnitPath()).isEqualTo("/center/cg");
  }

  @Test
  void an_unmerged_case_is_as_if_it_had_never_been_merged() {
    UUID main = UUID.randomUUID();
    CaseRecord row =
        fold(
            new LoopOfFacts("2603020000021", "cg", START)
                .accepted()
                .merged(main)
                .unmerged(main)
                .facts());
    assertThat(row.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(row.mainCaseId).isNull();
  }

  @Test
  void what_was_split_off_a_call_says_so_and_the_call_itself_is_a_case_like_any_other() {
    LoopOfFacts call = new LoopOfFacts("2603020000017", "cg", START).registered();
    CaseRecord demand =
        fold(
            new LoopOfFacts("2603020000025", "zj", START.plusSeconds(900))
                .acceptedOfTheCall(call.caseId(), START)
                .facts());
    assertThat(demand.isSplitOff()).isTrue();
    assertThat(demand.receivedAt).isEqualTo(START);
    // Each fact is an hour later than the one before.
    assertThat(demand.registeredAt).isEqualTo(START.plusSeconds(900 + 3600));
    CaseRecord kept = fold(call.split(demand.caseId).acceptedNow().facts());
    assertThat(kept.isSplitOff()).isFalse();
    assertThat(kept.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
  }

  @Test
  void a_whole_loop_is_folded_into_its_outcome() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000017", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .closed(Solved.YES, Answer.YES);
    CaseRecord row = fold(loop.facts());
    assertThat(row.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(row.satisfied()).isEqualTo(Answer.YES);
    assertThat(row.unitPath()).isEqualTo("/center/cg");
    assertThat(row.overdue()).isFalse();
    assertThat(row.lastRepliedAt).isEqualTo(row.firstRepliedAt);
  }

  @Test
  void what_the_centre_answers_at_once_is_accepted_and_answered_by_no_unit() {
    LoopOfFacts loop = new LoopOfFacts("2603020000018", "cg", START).answeredDirectly();
    CaseRecord waiting = fold(loop.facts());
    assertThat(waiting.status()).isEqualTo(CaseStatus.ANSWERED_DIRECT);
    assertThat(waiting.isAnsweredDirectly()).isTrue();
    assertThat(waiting.acceptedAt()).isEqualTo(waiting.lastRepliedAt).isNotNull();
    assertThat(waiting.unitPath()).isNull();

    CaseRecord ended = fold(loop.helped().facts());
    assertThat(ended.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(ended.isAnsweredDirectly()).isTrue();
    assertThat(ended.unitId()).isNull();
    assertThat(ended.rounds).isZero();
  }

  @Test
  void an_answer_that_helped_for_a_while_is_no_direct_answer_once_its_case_is_reopened() {
    LoopOfFacts loop = new LoopOfFacts("2603020000018", "cg", START).answeredDirectly().helped();
    CaseRecord again =
        fold(
            loop.say(new CaseReopened(1, null, ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, START))
                .facts());
    assertThat(again.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(again.isAnsweredDirectly()).isFalse();
    assertThat(again.satisfied()).isNull();
  }

  @Test
  void an_answer_that_was_no_help_is_no_direct_answer_and_its_citizen_waits_again() {
    LoopOfFacts loop = new LoopOfFacts("2603020000019", "cg", START).answeredDirectly().noHelp();
    CaseRecord waiting = fold(loop.facts());
    assertThat(waiting.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(waiting.isAnsweredDirectly()).isFalse();
    assertThat(waiting.lastRepliedAt).isNull();
    Instant accepted = waiting.acceptedAt();
    assertThat(accepted).isNotNull();

    CaseRecord handled = fold(loop.dispatched().replied(false).facts());
    assertThat(handled.unitId()).isEqualTo("cg");
    assertThat(handled.acceptedAt()).as("counted once, by the same day").isEqualTo(accepted);
    assertThat(handled.unitOverdue()).isFalse();
  }

  @Test
  void a_corrected_case_counts_where_it_belongs_also_when_the_correction_crossed_the_closing() {
    LoopOfFacts loop = new LoopOfFacts("2603020000018", "cg", START).accepted().dispatched();
    CaseRecord row =
        fold(loop.corrected(CaseKind.REPORT, "020101", "370202", "/3702/370202").facts());
    assertThat(row.kind).isEqualTo("REPORT");
    assertThat(row.categoryCode).isEqualTo("020101");
    assertThat(row.placePath).isEqualTo("/3702/370202");
    assertThat(row.channel).isEqualTo("WECHAT");
    assertThat(row.status()).isEqualTo(CaseStatus.DISPATCHED);
    assertThat(row.unitId()).isEqualTo("cg");

    LoopOfFacts closed =
        new LoopOfFacts("2603020000019", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .closed(Solved.YES, Answer.YES)
            .corrected(CaseKind.REPORT, "020101", "370202", "/3702/370202");
    assertThat(fold(closed.facts()).kind).isEqualTo("REPORT");
    assertThat(fold(closed.facts()).status()).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void a_late_reply_makes_the_case_overdue_and_an_answer_does_not_heal_it() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000025", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .closed(Solved.YES, Answer.YES);
    assertThat(fold(loop.facts()).overdue()).isTrue();
  }

  @Test
  void a_refused_case_has_ended_and_was_never_accepted() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000033", "cg", START)
            .registered()
            .say(new CaseRefused(RefusalReason.OUTSIDE_AREA));
    CaseRecord row = fold(loop.facts());
    assertThat(row.status()).isEqualTo(CaseStatus.REFUSED);
    assertThat(row.acceptedAt()).isNull();
  }

  @Test
  void an_extension_in_time_and_a_hold_make_no_case_overdue() {
    Instant extendedTo = START.plusSeconds(900_000);
    Instant until = START.plusSeconds(2_000_000);
    Instant dueAfterTheHold = START.plusSeconds(2_500_000);
    LoopOfFacts loop =
        new LoopOfFacts("2603020000058", "cg", START)
            .accepted()
            .dispatched()
            .contacted()
            .extended(extendedTo, false);
    assertThat(fold(loop.facts()).replyDue).isEqualTo(extendedTo);

    CaseRecord held = fold(loop.held(until, dueAfterTheHold).facts());
    assertThat(held.status()).isEqualTo(CaseStatus.ON_HOLD);
    assertThat(held.heldUntil).isEqualTo(until);
    assertThat(held.replyDue).isEqualTo(dueAfterTheHold);

    CaseRecord replied = fold(loop.resumed(dueAfterTheHold).reply().facts());
    assertThat(replied.overdue()).isFalse();
    assertThat(replied.heldUntil).isNull();
    assertThat(replied.extensionCount).isEqualTo(1);
    assertThat(fold(loop.withdrawn().facts()).status()).isEqualTo(CaseStatus.WITHDRAWN);
  }

  @Test
  void a_reply_that_another_calendar_moved_is_due_then_and_other_clocks_are_others() {
    Instant later = START.plusSeconds(900_000);
    LoopOfFacts loop =
        new LoopOfFacts("2603020000059", "cg", START)
            .accepted()
            .dispatched()
            .moved(DeadlineKind.REPLY, later)
            .moved(DeadlineKind.CONTACT, START.plusSeconds(100));

    CaseRecord moved = fold(loop.facts());
    assertThat(moved.replyDue).isEqualTo(later);
    assertThat(moved.overdue()).isFalse();
  }

  @Test
  void an_extension_granted_after_the_due_time_keeps_the_case_overdue() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000066", "cg", START)
            .accepted()
            .dispatched()
            .contacted()
            .missed()
            .extended(START.plusSeconds(900_000), true)
            .reply();
    assertThat(fold(loop.facts()).overdue()).isTrue();
    assertThat(fold(loop.facts()).extensionCount).isEqualTo(1);
  }

  @Test
  void a_case_that_came_back_lies_with_nobody_until_it_is_dispatched_again() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000074", "cg", START).accepted().dispatched().returned();
    CaseRecord back = fold(loop.facts());
    assertThat(back.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(back.unitPath()).isNull();
    assertThat(back.replyDue).isNull();
    assertThat(back.returnCount).isEqualTo(1);
    assertThat(fold(loop.dispatched().facts()).unitPath()).isEqualTo("/center/cg");
    assertThat(fold(loop.recalled().facts()).unitPath()).isNull();
  }

  @Test
  void the_next_unit_is_not_blamed_for_the_time_that_was_lost_before_it() {
    LoopOfFacts taken =
        new LoopOfFacts("2603020000090", "cg", START).accepted().dispatched().missed();
    assertThat(fold(taken.facts()).unitOverdue()).isTrue();
    CaseRecord recalled =
        fold(taken.recalled().at("zj", "/center/zj").dispatched().replied(false).facts());
    assertThat(recalled.overdue()).isTrue();
    assertThat(recalled.unitOverdue()).isFalse();
    assertThat(fold(taken.rejected().missed().facts()).unitOverdue()).isTrue();

    LoopOfFacts back =
        new LoopOfFacts("2603020000108", "cg", START)
            .accepted()
            .dispatched()
            .missed()
            .returned()
            .at("zj", "/center/zj")
            .dispatched();
    assertThat(fold(back.facts()).overdue()).isTrue();
    assertThat(fold(back.facts()).unitOverdue()).isFalse();
  }

  @Test
  void a_unit_that_was_late_stays_so_in_the_next_round_and_another_does_not() {
    LoopOfFacts first =
        new LoopOfFacts("2603020000116", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .rehandled();
    LoopOfFacts other =
        new LoopOfFacts("2603020000124", "cg", START)
            .accepted()
            .dispatched()
            .replied(true)
            .completed()
            .rehandled()
            .at("zj", "/center/zj");
    assertThat(fold(first.dispatched().facts()).unitOverdue()).isTrue();
    assertThat(fold(other.dispatched().facts()).unitOverdue()).isFalse();
    assertThat(fold(other.facts()).overdue()).isTrue();
  }

  @Test
  void a_reply_that_was_sent_back_or_whose_unit_lost_the_case_is_not_the_last() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000132", "cg", START).accepted().dispatched().replied(false);
    Instant first = fold(loop.facts()).lastRepliedAt;
    assertThat(first).isNotNull();
    assertThat(fold(loop.rejected().facts()).lastRepliedAt).isNull();
    assertThat(fold(loop.facts()).firstRepliedAt).isEqualTo(first);
    assertThat(fold(loop.reply().facts()).lastRepliedAt).isAfter(first);
    assertThat(fold(loop.recalled().facts()).lastRepliedAt).isNull();
  }

  @Test
  void what_is_handed_over_in_the_middle_of_handling_counts_until_the_body_outside_has_it() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000108", "cg", START).accepted().dispatched().contacted();
    Instant accepted = fold(loop.facts()).acceptedAt;
    CaseRecord out = fold(loop.transferredOut().facts());
    assertThat(out.status()).isEqualTo(CaseStatus.TRANSFERRED_OUT);
    assertThat(out.acceptedAt).isEqualTo(accepted);
    assertThat(out.unitId()).isNull();
    assertThat(out.replyDue).isNull();

    CaseRecord back = fold(loop.transferDeclined().acceptedNow().facts());
    assertThat(back.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(back.acceptedAt).isEqualTo(accepted);

    CaseRecord taken = fold(loop.transferredOut().transferAcknowledged().facts());
    assertThat(taken.acceptedAt).isNull();
    assertThat(taken.transferAcknowledgedAt).isNotNull();
  }

  @Test
  void a_closing_that_crossed_a_transfer_counts_for_its_unit_whatever_became_of_the_transfer() {
    for (int became = 0; became < 3; became++) {
      LoopOfFacts loop =
          new LoopOfFacts("2603020000109", "cg", START)
              .accepted()
              .dispatched()
              .replied(false)
              .completed()
              .transferredOut();
      if (became == 1) {
        loop.transferDeclined();
      } else if (became == 2) {
        loop.transferAcknowledged();
      }
      CaseRecord row = fold(loop.closed(Solved.YES, Answer.YES).facts());
      assertThat(row.status()).isEqualTo(CaseStatus.CLOSED);
      assertThat(row.unitId()).isEqualTo("cg");
      assertThat(row.acceptedAt()).isNotNull();
      assertThat(row.solved()).isEqualTo(Solved.YES);
    }
  }

  @Test
  void a_held_case_that_is_withdrawn_is_held_no_more() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000082", "cg", START)
            .accepted()
            .dispatched()
            .contacted()
            .held(START.plusSeconds(2_000_000), START.plusSeconds(2_500_000))
            .withdrawn();
    assertThat(fold(loop.facts()).heldUntil).isNull();
  }

  @Test
  void a_withdrawal_and_a_rating_that_cross_end_closed_in_both_orders() {
    LoopOfFacts loop =
        new LoopOfFacts("2603020000033", "cg", START)
            .accepted()
            .dispatched()
            .replied(false)
            .completed()
            .closed(Solved.YES, Answer.NO)
            .withdrawn();
    List<Fact> closedFirst = loop.facts();
    List<Fact> withdrawnFirst = new ArrayList<>(closedFirst);
    withdrawnFirst.add(closedFirst.size() - 4, withdrawnFirst.remove(closedFirst.size() - 1));
    assertThat(fold(closedFirst).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(fold(withdrawnFirst).status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(fold(withdrawnFirst).satisfied()).isEqualTo(Answer.NO);
  }

  @Test
  void a_fact_that_cannot_follow_leaves_the_record_as_it_is() {
    LoopOfFacts loop = new LoopOfFacts("2603020000041", "cg", START).accepted().replied(false);
    CaseRecord row = new CaseRecord(loop.caseId(), "2603020000041");
    row.apply(loop.facts().get(0));
    row.apply(loop.facts().get(1));
    assertThat(row.apply(loop.facts().get(2)).kind()).isEqualTo(Move.Kind.IMPOSSIBLE);
    assertThat(row.status()).isEqualTo(CaseStatus.PENDING_DISPATCH);
  }

  private static CaseRecord fold(List<Fact> facts) {
    CaseRecord row =
        new CaseRecord(facts.get(0).envelope().caseId(), facts.get(0).envelope().caseNo());
    for (Fact fact : facts) {
      assertThat(row.apply(fact).kind()).isNotEqualTo(Move.Kind.IMPOSSIBLE);
    }
    return row;
  }
}
