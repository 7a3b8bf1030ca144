package hotline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseMovesTest {

  private static final List<EventType> ONE_ROUND =
      List.of(
          EventType.CASE_REGISTERED,
          EventType.CASE_ACCEPTED,
          EventType.CASE_DISPATCHED,
          EventType.ASSIGNMENT_CREATED,
          EventType.ASSIGNMENT_SIGNED,
          EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
          EventType.ASSIGNMENT_REPLY_SUBMITTED,
          EventType.ASSIGNMENT_REPLY_REJECTED,
          EventType.ASSIGNMENT_REPLY_SUBMITTED,
          EventType.ASSIGNMENT_COMPLETED,
          EventType.CALLBACK_OPENED,
          EventType.CALLBACK_ATTEMPTED,
          EventType.EVALUATION_RECORDED);

  private static final List<EventType> NEXT_ROUND =
      List.of(
          EventType.CASE_REHANDLE_ORDERED,
          EventType.CASE_DISPATCHED,
          EventType.ASSIGNMENT_CREATED,
          EventType.ASSIGNMENT_SIGNED,
          EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
          EventType.ASSIGNMENT_REPLY_SUBMITTED,
          EventType.ASSIGNMENT_COMPLETED,
          EventType.CALLBACK_OPENED,
          EventType.CALLBACK_ATTEMPTED,
          EventType.EVALUATION_RECORDED);

  private static final List<EventType> ANSWERED_DIRECTLY =
      List.of(
          EventType.CASE_REGISTERED,
          EventType.CASE_ANSWERED_DIRECT,
          EventType.CALLBACK_OPENED,
          EventType.CASE_SUPPLEMENTED,
          EventType.CALLBACK_ATTEMPTED,
          EventType.EVALUATION_RECORDED);

  private static final List<EventType> ABOUT_THE_SCORE =
      List.of(
          EventType.CASE_EXCLUSION_REQUESTED,
          EventType.CASE_EXCLUDED,
          EventType.CASE_EXCLUSION_REFUSED,
          EventType.APPEAL_FILED,
          EventType.APPEAL_UPHELD,
          EventType.APPEAL_DISMISSED,
          // Nobody works on it either: what is drawn is closed.
          EventType.SPOT_CHECK_DRAWN);

  @Test
  void the_loop_ends_closed() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND);
    assertThat(status).isEqualTo(CaseStatus.PENDING_CALLBACK);
    assertThat(walk(status, List.of(EventType.CASE_CLOSED))).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void two_rounds_of_rehandling_end_closed() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND);
    status = walk(status, NEXT_ROUND);
    status = walk(status, NEXT_ROUND);
    assertThat(walk(status, List.of(EventType.CASE_CLOSED))).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void a_reopened_case_goes_through_another_round_and_is_closed_again() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND);
    status =
        walk(
            status,
            List.of(
                EventType.CASE_CLOSED,
                EventType.CASE_REOPEN_REQUESTED,
                EventType.CASE_REOPENED,
                EventType.CASE_DISPATCHED));
    assertThat(status).isEqualTo(CaseStatus.REHANDLING);
    status = walk(status, NEXT_ROUND.subList(2, NEXT_ROUND.size()));
    assertThat(walk(status, List.of(EventType.CASE_CLOSED))).isEqualTo(CaseStatus.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void what_counts_in_a_score_is_decided_of_a_fixed_result_only_and_leaves_it_closed(
      CaseStatus status) {
    for (EventType type : ABOUT_THE_SCORE) {
      Move<CaseStatus> move = CaseMoves.move(status, type);
      assertThat(move.kind())
          .as("%s on %s", type, status)
          .isEqualTo(
              status == CaseStatus.CLOSED || status == CaseStatus.ARCHIVED
                  ? Move.Kind.STAY
                  : Move.Kind.IMPOSSIBLE);
    }
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void only_a_closed_case_is_archived(CaseStatus status) {
    Move<CaseStatus> move = CaseMoves.move(status, EventType.CASE_ARCHIVED);
    assertThat(move)
        .isEqualTo(
            status == CaseStatus.CLOSED ? Move.to(CaseStatus.ARCHIVED) : Move.impossible(status));
  }

  @Test
  void nothing_moves_an_archived_case_and_who_asks_for_its_reopening_comes_too_late() {
    for (EventType type : EventType.values()) {
      assertThat(CaseMoves.move(CaseStatus.ARCHIVED, type).to())
          .as("%s", type)
          .isEqualTo(CaseStatus.ARCHIVED);
    }
    assertThat(CaseMoves.move(CaseStatus.ARCHIVED, EventType.CASE_REOPEN_REQUESTED).kind())
        .isEqualTo(Move.Kind.SUPERSEDED);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void a_legal_hold_is_placed_and_lifted_however_a_case_stands_and_leaves_it(CaseStatus status) {
    for (EventType type : List.of(EventType.LEGAL_HOLD_PLACED, EventType.LEGAL_HOLD_LIFTED)) {
      assertThat(CaseMoves.move(status, type).kind())
          .as("%s on %s", type, status)
          .isEqualTo(status == CaseStatus.DRAFT ? Move.Kind.IMPOSSIBLE : Move.Kind.STAY);
    }
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void what_a_spot_check_found_is_true_however_the_case_stands_by_then(CaseStatus status) {
    for (EventType type : List.of(EventType.SPOT_CHECK_RECORDED, EventType.SPOT_CHECK_NOT_MADE)) {
      assertThat(CaseMoves.move(status, type).kind())
          .as("%s on %s", type, status)
          .isEqualTo(status == CaseStatus.DRAFT ? Move.Kind.IMPOSSIBLE : Move.Kind.STAY);
    }
  }

  @Test
  void a_withdrawn_case_is_not_reopened() {
    for (EventType type : List.of(EventType.CASE_REOPEN_REQUESTED, EventType.CASE_REOPENED)) {
      assertThat(CaseMoves.move(CaseStatus.WITHDRAWN, type).effective()).isFalse();
    }
  }

  @Test
  void a_withdrawal_that_crossed_the_closing_does_not_end_the_reopened_case() {
    // Whoever asks for the reopening has heard of the closing, and cannot withdraw any more.
    for (List<EventType> order :
        List.of(
            List.of(EventType.CASE_WITHDRAWN, EventType.CASE_CLOSED),
            List.of(EventType.CASE_CLOSED, EventType.CASE_WITHDRAWN))) {
      CaseStatus status = CaseStatus.PENDING_CALLBACK;
      for (EventType type : order) {
        status = CaseMoves.move(status, type).to();
      }
      assertThat(walk(status, List.of(EventType.CASE_REOPEN_REQUESTED, EventType.CASE_REOPENED)))
          .isEqualTo(CaseStatus.REHANDLING);
    }
  }

  @Test
  void what_is_still_said_after_the_end_crosses_a_reopening_and_the_archiving() {
    for (EventType type : EventType.values()) {
      // The lead's task had ended before the case was closed: only co-handlers' are cancelled then.
      if (type.source() != Source.DISPATCH
          || type == EventType.ASSIGNMENT_CANCELLED
          || !CaseMoves.move(CaseStatus.CLOSED, type).effective()) {
        continue;
      }
      for (EventType end : List.of(EventType.CASE_REOPENED, EventType.CASE_ARCHIVED)) {
        assertThat(Crossing.table())
            .as("crossing of %s with %s", end, type)
            .anyMatch(c -> c.one() == type && c.other() == end);
      }
    }
  }

  @Test
  void a_citizen_who_rates_leaves_the_case_where_it_waits_until_evaluation_has_recorded_it() {
    for (CaseStatus waits : List.of(CaseStatus.PENDING_CALLBACK, CaseStatus.ANSWERED_DIRECT)) {
      assertThat(
              walk(
                  waits,
                  List.of(
                      EventType.CASE_RATED, EventType.EVALUATION_RECORDED, EventType.CASE_CLOSED)))
          .isEqualTo(CaseStatus.CLOSED);
    }
  }

  @Test
  void a_rating_that_crossed_the_call_is_late_wherever_the_case_has_got_to() {
    CaseStatus status = CaseStatus.PENDING_CALLBACK;
    for (EventType type : NEXT_ROUND.subList(0, NEXT_ROUND.indexOf(EventType.CALLBACK_OPENED))) {
      status = CaseMoves.move(status, type).to();
      if (status != CaseStatus.PENDING_CALLBACK) {
        assertThat(CaseMoves.move(status, EventType.CASE_RATED).kind())
            .as("after %s", type)
            .isEqualTo(Move.Kind.SUPERSEDED);
      }
    }
    for (CaseStatus over : List.of(CaseStatus.CLOSED, CaseStatus.WITHDRAWN)) {
      assertThat(CaseMoves.move(over, EventType.CASE_RATED).kind()).isEqualTo(Move.Kind.SUPERSEDED);
    }
    assertThat(CaseMoves.move(CaseStatus.REGISTERED, EventType.CASE_RATED).kind())
        .isEqualTo(Move.Kind.IMPOSSIBLE);
  }

  @Test
  void a_reason_belongs_to_dissatisfaction_and_to_nothing_else() {
    assertThat(DissatisfactionReason.belongsTo(Solved.NO, Answer.YES)).isTrue();
    assertThat(DissatisfactionReason.belongsTo(Solved.YES, Answer.NO)).isTrue();
    assertThat(DissatisfactionReason.belongsTo(Solved.UNKNOWN, Answer.UNKNOWN)).isFalse();
    assertThat(DissatisfactionReason.belongsTo(Solved.PARTLY, Answer.YES)).isFalse();
  }

  @Test
  void a_rehandled_case_says_so_until_the_reply_is_in() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND);
    status = walk(status, NEXT_ROUND.subList(0, 5));
    assertThat(status).isEqualTo(CaseStatus.REHANDLING);
  }

  @Test
  void a_direct_answer_is_rated_where_it_stands_and_ends_closed() {
    CaseStatus status = walk(CaseStatus.DRAFT, ANSWERED_DIRECTLY);
    assertThat(status).isEqualTo(CaseStatus.ANSWERED_DIRECT);
    assertThat(walk(status, List.of(EventType.CASE_CLOSED))).isEqualTo(CaseStatus.CLOSED);
  }

  @Test
  void a_direct_answer_that_did_not_help_goes_to_the_dispatcher_and_through_the_loop() {
    CaseStatus status = walk(CaseStatus.DRAFT, ANSWERED_DIRECTLY);
    status = walk(status, List.of(EventType.CASE_REHANDLE_ORDERED));
    assertThat(status).isEqualTo(CaseStatus.PENDING_DISPATCH);
    status = walk(status, ONE_ROUND.subList(2, ONE_ROUND.size()));
    assertThat(walk(status, NEXT_ROUND)).isEqualTo(CaseStatus.PENDING_CALLBACK);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void only_what_waits_for_screening_is_answered_directly(CaseStatus status) {
    Move<CaseStatus> answered = CaseMoves.move(status, EventType.CASE_ANSWERED_DIRECT);
    assertThat(answered.kind())
        .isEqualTo(CaseMoves.move(status, EventType.CASE_ACCEPTED).kind())
        .isEqualTo(
            switch (status) {
              case REGISTERED, SCREENING -> Move.Kind.TO;
              case CLOSED, ARCHIVED -> Move.Kind.SUPERSEDED;
              default -> Move.Kind.IMPOSSIBLE;
            });
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void every_status_answers_every_event_and_only_a_move_changes_it(CaseStatus status) {
    for (EventType type : EventType.values()) {
      Move<CaseStatus> move = CaseMoves.move(status, type);
      if (move.kind() != Move.Kind.TO) {
        assertThat(move.to()).as("%s on %s", type, status).isEqualTo(status);
      }
      if (move.kind() == Move.Kind.TO) {
        assertThat(move.to()).as("%s on %s", type, status).isNotEqualTo(status);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseStatus.class,
      names = {"CLOSED", "ARCHIVED", "WITHDRAWN", "REFUSED"})
  void only_reopening_opens_a_case_that_is_over_and_only_a_closed_one(CaseStatus status) {
    for (EventType type : EventType.values()) {
      if (status == CaseStatus.CLOSED && type == EventType.CASE_REOPENED) {
        continue;
      }
      CaseStatus after = CaseMoves.move(status, type).to();
      assertThat(CaseMoves.over(after)).as("%s on %s", type, status).isTrue();
    }
  }

  static List<Crossing> crossings() {
    return Crossing.table();
  }

  @ParameterizedTest
  @MethodSource("crossings")
  void both_orders_of_a_crossing_end_in_the_same_status(Crossing crossing) {
    boolean met = false;
    for (CaseStatus status : CaseStatus.values()) {
      Move<CaseStatus> one = CaseMoves.move(status, crossing.one());
      Move<CaseStatus> other = CaseMoves.move(status, crossing.other());
      if (!one.effective() || !other.effective()) {
        continue;
      }
      met = true;
      Move<CaseStatus> otherAfterOne = CaseMoves.move(one.to(), crossing.other());
      Move<CaseStatus> oneAfterOther = CaseMoves.move(other.to(), crossing.one());
      assertThat(otherAfterOne.kind()).isNotEqualTo(Move.Kind.IMPOSSIBLE);
      assertThat(oneAfterOther.kind()).isNotEqualTo(Move.Kind.IMPOSSIBLE);
      assertThat(otherAfterOne.to()).as("from %s", status).isEqualTo(oneAfterOther.to());
      if (crossing.winner() != null) {
        assertThat(otherAfterOne.to())
            .as("winner from %s", status)
            .isEqualTo(CaseMoves.move(status, crossing.winner()).to());
      }
    }
    assertThat(met).as("a status in which both facts can become true").isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"CASE_WITHDRAWN", "CASE_TRANSFERRED_OUT"})
  void what_ends_the_work_crosses_every_fact_that_another_service_can_say_about_an_open_case(
      EventType end) {
    for (EventType type : EventType.values()) {
      if (type.source() == Source.INTAKE
          || type == EventType.ASSIGNMENT_CANCELLED
          || type == EventType.CASE_REOPENED
          || type == EventType.CASE_ARCHIVED
          || ABOUT_THE_SCORE.contains(type)) {
        continue;
      }
      assertThat(Crossing.table())
          .as("crossing of %s with %s", end, type)
          .anyMatch(c -> c.one() == end && c.other() == type);
    }
  }

  @Test
  void a_case_that_a_body_outside_did_not_take_is_screened_and_dispatched_again() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND.subList(0, 5));
    assertThat(status).isEqualTo(CaseStatus.HANDLING);
    status =
        walk(
            status,
            List.of(
                EventType.CASE_TRANSFERRED_OUT,
                EventType.ASSIGNMENT_CANCELLED,
                EventType.CASE_TRANSFER_DECLINED,
                EventType.CASE_ACCEPTED));
    assertThat(status).isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(walk(status, ONE_ROUND.subList(2, ONE_ROUND.size())))
        .isEqualTo(CaseStatus.PENDING_CALLBACK);
  }

  static List<Crossing> crossingsOfATransfer() {
    return Crossing.table().stream()
        .filter(crossing -> crossing.one() == EventType.CASE_TRANSFERRED_OUT)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("crossingsOfATransfer")
  void what_crosses_a_transfer_may_be_heard_when_the_case_is_screened_again(Crossing crossing) {
    EventType late = crossing.other();
    for (CaseStatus status : CaseStatus.values()) {
      if (!CaseMoves.move(status, EventType.CASE_TRANSFERRED_OUT).effective()
          || !CaseMoves.move(status, late).effective()) {
        continue;
      }
      CaseStatus end = late == EventType.CASE_CLOSED ? CaseStatus.CLOSED : CaseStatus.REGISTERED;
      for (List<EventType> order :
          List.of(
              List.of(late, EventType.CASE_TRANSFERRED_OUT, EventType.CASE_TRANSFER_DECLINED),
              List.of(EventType.CASE_TRANSFERRED_OUT, late, EventType.CASE_TRANSFER_DECLINED),
              List.of(EventType.CASE_TRANSFERRED_OUT, EventType.CASE_TRANSFER_DECLINED, late))) {
        assertThat(possible(status, order)).as("%s from %s", order, status).isEqualTo(end);
      }
      if (late.source() == Source.EVALUATION) {
        assertThat(
                possible(
                    status,
                    List.of(
                        EventType.CASE_TRANSFERRED_OUT,
                        EventType.CASE_TRANSFER_DECLINED,
                        EventType.CASE_ACCEPTED,
                        late)))
            .isEqualTo(end == CaseStatus.CLOSED ? end : CaseStatus.PENDING_DISPATCH);
        assertThat(
                possible(
                    status,
                    List.of(
                        late,
                        EventType.CASE_TRANSFERRED_OUT,
                        EventType.CASE_TRANSFER_DECLINED,
                        EventType.CASE_ACCEPTED)))
            .isEqualTo(end == CaseStatus.CLOSED ? end : CaseStatus.PENDING_DISPATCH);
      }
    }
  }

  @Test
  void what_was_dispatched_before_its_transfer_was_heard_of_waits_for_dispatch_again() {
    CaseStatus status =
        walk(
            CaseStatus.PENDING_DISPATCH,
            List.of(
                EventType.CASE_TRANSFERRED_OUT,
                EventType.CASE_TRANSFER_DECLINED,
                EventType.CASE_ACCEPTED,
                EventType.CASE_DISPATCHED));
    for (AssignmentRole role : AssignmentRole.values()) {
      AssignmentCancelled cancelled =
          new AssignmentCancelled(Samples.ID, 1, role, "cg", CancellationReason.CASE_TRANSFERRED);
      assertThat(CaseMoves.move(status, cancelled))
          .isEqualTo(
              role == AssignmentRole.LEAD
                  ? Move.to(CaseStatus.PENDING_DISPATCH)
                  : Move.stay(status));
    }
  }

  private static CaseStatus possible(CaseStatus from, List<EventType> order) {
    CaseStatus status = from;
    for (EventType type : order) {
      Move<CaseStatus> move = CaseMoves.move(status, type);
      assertThat(move.kind()).as("%s on %s", type, status).isNotEqualTo(Move.Kind.IMPOSSIBLE);
      status = move.to();
    }
    return status;
  }

  @Test
  void a_co_handlers_facts_leave_the_case() {
    AssignmentSigned signed =
        new AssignmentSigned(
            Samples.ID, 1, AssignmentRole.CO, "cg", java.time.Instant.EPOCH, false);
    assertThat(CaseMoves.move(CaseStatus.DISPATCHED, signed).kind()).isEqualTo(Move.Kind.STAY);
    assertThat(CaseMoves.move(CaseStatus.CLOSED, signed).kind()).isEqualTo(Move.Kind.SUPERSEDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseStatus.class,
      names = {"CLOSED", "ARCHIVED", "WITHDRAWN"})
  void the_end_of_a_case_cancels_the_co_handlers_tasks_as_it_does_the_leads(CaseStatus status) {
    for (AssignmentRole role : AssignmentRole.values()) {
      AssignmentCancelled cancelled =
          new AssignmentCancelled(Samples.ID, 1, role, "cg", CancellationReason.CASE_WITHDRAWN);
      assertThat(CaseMoves.move(status, cancelled).kind()).as("%s", role).isEqualTo(Move.Kind.STAY);
    }
  }

  @ParameterizedTest
  @EnumSource(AssignmentStatus.class)
  void an_assignment_answers_every_event(AssignmentStatus status) {
    for (EventType type : EventType.values()) {
      Move<AssignmentStatus> move = AssignmentMoves.move(status, type);
      if (move.kind() != Move.Kind.TO) {
        assertThat(move.to()).isEqualTo(status);
      }
      if (AssignmentMoves.over(status)) {
        assertThat(move.kind()).isIn(Move.Kind.SUPERSEDED, Move.Kind.IMPOSSIBLE);
      }
    }
  }

  @Test
  void a_returned_assignment_sends_the_case_back_to_dispatch_and_a_refused_return_leaves_it() {
    for (CaseStatus status :
        List.of(CaseStatus.DISPATCHED, CaseStatus.HANDLING, CaseStatus.REHANDLING)) {
      assertThat(
              walk(
                  status,
                  List.of(
                      EventType.ASSIGNMENT_RETURN_REQUESTED, EventType.ASSIGNMENT_RETURN_REFUSED)))
          .isEqualTo(status);
      assertThat(
              walk(
                  status,
                  List.of(
                      EventType.ASSIGNMENT_RETURN_REQUESTED,
                      EventType.ASSIGNMENT_RETURNED,
                      EventType.CASE_DISPATCHED)))
          .isEqualTo(CaseStatus.DISPATCHED);
    }
  }

  @Test
  void a_refused_return_leads_back_to_where_the_unit_stood() {
    for (AssignmentStatus stood :
        List.of(
            AssignmentStatus.PENDING_SIGN, AssignmentStatus.SIGNED, AssignmentStatus.CONTACTED)) {
      Move<AssignmentStatus> asked =
          AssignmentMoves.move(stood, EventType.ASSIGNMENT_RETURN_REQUESTED);
      AssignmentReturnRefused refused =
          new AssignmentReturnRefused(
              Samples.ID,
              1,
              AssignmentRole.LEAD,
              "cg",
              1,
              RequestRefusal.WITHIN_DUTIES,
              stood,
              Samples.TIME,
              null,
              null);
      assertThat(AssignmentMoves.move(asked.to(), refused).to()).isEqualTo(stood);
      assertThat(AssignmentMoves.move(AssignmentStatus.DONE, refused).kind())
          .isEqualTo(Move.Kind.IMPOSSIBLE);
    }
  }

  @Test
  void in_a_dispute_the_unit_acts_first_and_a_ruling_leads_back_to_where_it_stands() {
    Move<AssignmentStatus> opened =
        AssignmentMoves.move(AssignmentStatus.RETURN_REQUESTED, EventType.DISPUTE_OPENED);
    assertThat(opened.to()).isEqualTo(AssignmentStatus.IN_DISPUTE);
    for (EventType own :
        List.of(EventType.ASSIGNMENT_SIGNED, EventType.ASSIGNMENT_CONTACT_ATTEMPTED)) {
      assertThat(AssignmentMoves.move(opened.to(), own).kind()).isEqualTo(Move.Kind.STAY);
    }
    assertThat(AssignmentMoves.move(opened.to(), EventType.ASSIGNMENT_REPLY_SUBMITTED).to())
        .isEqualTo(AssignmentStatus.REPLY_SUBMITTED);
    for (EventType notNow :
        List.of(
            EventType.ASSIGNMENT_RETURNED,
            EventType.ASSIGNMENT_RETURN_REFUSED,
            EventType.ASSIGNMENT_RETURN_REQUESTED,
            EventType.DISPUTE_OPENED)) {
      assertThat(AssignmentMoves.move(opened.to(), notNow).kind())
          .as("%s", notNow)
          .isEqualTo(Move.Kind.IMPOSSIBLE);
    }
    for (AssignmentStatus stands :
        List.of(
            AssignmentStatus.PENDING_SIGN, AssignmentStatus.SIGNED, AssignmentStatus.CONTACTED)) {
      DisputeRuled ruled =
          new DisputeRuled(
              Samples.ID,
              1,
              AssignmentRole.LEAD,
              "cg",
              1,
              2,
              "cg",
              List.of(),
              stands,
              Samples.TIME,
              60,
              null);
      assertThat(AssignmentMoves.move(opened.to(), ruled).to()).isEqualTo(stands);
      assertThat(AssignmentMoves.move(AssignmentStatus.CONTACTED, ruled).kind())
          .isEqualTo(Move.Kind.IMPOSSIBLE);
    }
    assertThat(
            walk(
                CaseStatus.DISPATCHED,
                List.of(
                    EventType.ASSIGNMENT_RETURN_REQUESTED,
                    EventType.DISPUTE_OPENED,
                    EventType.ASSIGNMENT_SIGNED,
                    EventType.DISPUTE_OPINION_STATED,
                    EventType.DISPUTE_RULED,
                    EventType.ASSIGNMENT_RECALLED,
                    EventType.CASE_DISPATCHED)))
        .isEqualTo(CaseStatus.DISPATCHED);
  }

  @Test
  void while_its_return_waits_a_unit_signs_and_reaches_the_citizen_and_replies_to_nobody() {
    for (EventType type : EventType.values()) {
      Move<AssignmentStatus> move = AssignmentMoves.move(AssignmentStatus.RETURN_REQUESTED, type);
      if (type == EventType.ASSIGNMENT_SIGNED || type == EventType.ASSIGNMENT_CONTACT_ATTEMPTED) {
        assertThat(move.kind()).as("%s", type).isEqualTo(Move.Kind.STAY);
      }
    }
    assertThat(
            walk(
                CaseStatus.DISPATCHED,
                List.of(
                    EventType.ASSIGNMENT_RETURN_REQUESTED,
                    EventType.ASSIGNMENT_SIGNED,
                    EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
                    EventType.ASSIGNMENT_RETURNED)))
        .isEqualTo(CaseStatus.PENDING_DISPATCH);
    assertThat(
            AssignmentMoves.move(
                    AssignmentStatus.RETURN_REQUESTED, EventType.ASSIGNMENT_REPLY_SUBMITTED)
                .kind())
        .isEqualTo(Move.Kind.IMPOSSIBLE);
  }

  @Test
  void what_was_handed_to_a_body_outside_comes_back_to_screening_when_it_is_not_taken() {
    assertThat(
            walk(
                CaseStatus.REGISTERED,
                List.of(
                    EventType.CASE_TRANSFERRED_OUT,
                    EventType.CASE_URGED,
                    EventType.CASE_TRANSFER_DECLINED,
                    EventType.CASE_TRANSFERRED_OUT,
                    EventType.CASE_TRANSFER_ACKNOWLEDGED)))
        .isEqualTo(CaseStatus.TRANSFERRED_OUT);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void only_what_waits_for_screening_is_split_and_it_goes_on_waiting(CaseStatus status) {
    Move<CaseStatus> move = CaseMoves.move(status, EventType.CASE_SPLIT);
    boolean waits = status == CaseStatus.REGISTERED || status == CaseStatus.SCREENING;
    assertThat(move.effective()).isEqualTo(waits);
    assertThat(move.to()).isEqualTo(status);
  }

  @Test
  void a_merged_case_follows_its_main_one_to_a_callback_of_its_own_and_through_its_own_rounds() {
    CaseStatus status = walk(CaseStatus.DRAFT, ONE_ROUND.subList(0, 4));
    status = walk(status, List.of(EventType.ASSIGNMENT_RECALLED, EventType.CASE_MERGED));
    assertThat(status).isEqualTo(CaseStatus.MERGED);
    status =
        walk(
            status,
            List.of(
                EventType.CASE_URGED,
                EventType.CASE_ANSWERED_WITH_MAIN,
                EventType.CALLBACK_OPENED,
                EventType.CALLBACK_ATTEMPTED,
                EventType.EVALUATION_RECORDED));
    assertThat(walk(status, List.of(EventType.CASE_CLOSED))).isEqualTo(CaseStatus.CLOSED);
    assertThat(walk(status, NEXT_ROUND)).isEqualTo(CaseStatus.PENDING_CALLBACK);
  }

  @Test
  void an_unmerged_case_waits_for_dispatch_and_may_be_merged_again() {
    assertThat(
            walk(
                CaseStatus.PENDING_DISPATCH,
                List.of(
                    EventType.CASE_MERGED,
                    EventType.CASE_UNMERGED,
                    EventType.CASE_MERGED,
                    EventType.CASE_UNMERGED,
                    EventType.CASE_DISPATCHED)))
        .isEqualTo(CaseStatus.DISPATCHED);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void only_what_lies_with_nobody_is_merged_and_only_what_is_merged_is_answered_with_another(
      CaseStatus status) {
    assertThat(CaseMoves.move(status, EventType.CASE_MERGED).effective())
        .isEqualTo(status == CaseStatus.PENDING_DISPATCH);
    for (EventType type : List.of(EventType.CASE_UNMERGED, EventType.CASE_ANSWERED_WITH_MAIN)) {
      assertThat(CaseMoves.move(status, type).effective()).isEqualTo(status == CaseStatus.MERGED);
    }
  }

  @Test
  void a_hold_of_the_lead_holds_the_case_until_it_is_resumed() {
    assertThat(
            walk(
                CaseStatus.REHANDLING,
                List.of(
                    EventType.ASSIGNMENT_HOLD_REQUESTED,
                    EventType.ASSIGNMENT_HELD,
                    EventType.CASE_URGED,
                    EventType.ASSIGNMENT_RESUMED,
                    EventType.ASSIGNMENT_EXTENSION_REQUESTED,
                    EventType.ASSIGNMENT_EXTENDED,
                    EventType.ASSIGNMENT_REPLY_SUBMITTED)))
        .isEqualTo(CaseStatus.PENDING_REVIEW);
    AssignmentHeld ofACoHandler =
        new AssignmentHeld(
            Samples.ID,
            1,
            AssignmentRole.CO,
            "cg",
            1,
            HoldReason.SEASON,
            Samples.TIME,
            Samples.TIME);
    assertThat(CaseMoves.move(CaseStatus.HANDLING, ofACoHandler).kind()).isEqualTo(Move.Kind.STAY);
  }

  @Test
  void a_unit_that_handed_its_task_down_goes_on_where_it_stands_by_then() {
    for (AssignmentStatus stood :
        List.of(
            AssignmentStatus.SIGNED,
            AssignmentStatus.CONTACTED,
            AssignmentStatus.HANDLING,
            AssignmentStatus.REPLY_REJECTED)) {
      AssignmentStatus down = AssignmentMoves.move(stood, EventType.ASSIGNMENT_SUB_DISPATCHED).to();
      assertThat(down).isEqualTo(AssignmentStatus.SUBDISPATCHED);
      assertThat(AssignmentMoves.move(down, EventType.ASSIGNMENT_SUB_DISPATCHED).to())
          .isEqualTo(down);
      for (EventType notYet :
          List.of(
              EventType.ASSIGNMENT_REPLY_SUBMITTED,
              EventType.ASSIGNMENT_HOLD_REQUESTED,
              EventType.ASSIGNMENT_RETURN_REQUESTED)) {
        assertThat(AssignmentMoves.move(down, notYet).effective()).as("%s", notYet).isFalse();
      }
      AssignmentSubDispatchEnded ended =
          new AssignmentSubDispatchEnded(Samples.ID, 1, AssignmentRole.LEAD, "cg", stood);
      assertThat(AssignmentMoves.move(down, ended).to()).isEqualTo(stood);
      assertThat(AssignmentMoves.move(stood, ended).kind()).isEqualTo(Move.Kind.IMPOSSIBLE);
    }
  }

  @Test
  void what_the_lead_hands_down_leaves_the_case_in_hand() {
    assertThat(
            walk(
                CaseStatus.HANDLING,
                List.of(
                    EventType.ASSIGNMENT_SUB_DISPATCHED,
                    EventType.CASE_URGED,
                    EventType.ASSIGNMENT_SUB_DISPATCH_ENDED,
                    EventType.ASSIGNMENT_REPLY_SUBMITTED)))
        .isEqualTo(CaseStatus.PENDING_REVIEW);
  }

  @Test
  void while_it_is_held_only_the_centre_moves_an_assignment() {
    for (EventType type : EventType.values()) {
      boolean effective = AssignmentMoves.move(AssignmentStatus.HELD, type).effective();
      assertThat(effective)
          .as("%s", type)
          .isEqualTo(
              List.of(
                      EventType.ASSIGNMENT_RESUMED,
                      EventType.ASSIGNMENT_RECALLED,
                      EventType.ASSIGNMENT_CANCELLED,
                      EventType.DEADLINE_APPROACHING,
                      EventType.DEADLINE_MISSED,
                      EventType.DEADLINE_MOVED)
                  .contains(type));
    }
  }

  @ParameterizedTest
  @EnumSource(AssignmentStatus.class)
  void every_open_assignment_may_be_recalled(AssignmentStatus status) {
    Move<AssignmentStatus> move = AssignmentMoves.move(status, EventType.ASSIGNMENT_RECALLED);
    assertThat(move.effective()).isEqualTo(!AssignmentMoves.over(status));
  }

  @Test
  void a_unit_that_never_tried_to_reach_the_citizen_may_not_reply() {
    assertThat(
            AssignmentMoves.move(AssignmentStatus.SIGNED, EventType.ASSIGNMENT_REPLY_SUBMITTED)
                .kind())
        .isEqualTo(Move.Kind.IMPOSSIBLE);
  }

  private static CaseStatus walk(CaseStatus from, List<EventType> events) {
    CaseStatus status = from;
    for (EventType type : events) {
      Move<CaseStatus> move = CaseMoves.move(status, type);
      assertThat(move.effective()).as("%s on %s", type, status).isTrue();
      status = move.to();
    }
    return status;
  }
}
