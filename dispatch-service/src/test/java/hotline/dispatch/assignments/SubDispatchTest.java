package hotline.dispatch.assignments;

import static hotline.dispatch.assignments.AssignmentTest.at;
import static hotline.dispatch.assignments.AssignmentTest.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.Limit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.EventType;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a unit hands down (下派), and what that means for both. */
class SubDispatchTest {

  private static final WorkCalendar CALENDAR = WorkCalendar.china();
  private static final TimeRules RULES = Policies.rules();
  private static final PartLimits HALF_A_DAY = new PartLimits(Limit.parse("4wh"));

  // Monday; a request for help is due on the next Monday at 17:30.
  private static final Instant START = at("2026-11-23T09:00");
  private static final Instant LATEST = at("2026-11-30T13:30");

  // Of an urgent case that was dispatched at ten: a day, nights too.
  private static final LentClock URGENT =
      new LentClock(
          at("2026-11-23T10:00"),
          Policies.shipped().limits(CaseKind.HELP, Urgency.URGENT, 1).reply());

  static Assignment partOf(Assignment whole) {
    return part(whole, START, LATEST);
  }

  private static Assignment part(Assignment whole, Instant start, Instant due) {
    return part(whole, start, start, due);
  }

  private static Assignment part(Assignment whole, Instant start, Instant handedDown, Instant due) {
    Limits table = Policies.shipped().limits(CaseKind.HELP, Urgency.NORMAL, 1);
    return Assignment.part(
        AssignmentTest.caseOf(CaseKind.HELP),
        whole,
        new Unit("cg-1", "cg", "/center/cg/cg-1", "一中队", "First squad", 3, null, true),
        PartLimits.of(table, start, due, CALENDAR),
        "请现场核实",
        start,
        handedDown,
        RULES);
  }

  @Test
  void a_part_is_due_half_a_work_day_before_the_unit_above_at_the_latest() {
    Assignment whole = signed();

    assertThat(whole.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-30T17:30"));
    assertThat(HALF_A_DAY.latest(whole, CALENDAR)).isEqualTo(LATEST);
  }

  @Test
  void a_part_has_the_due_time_that_was_chosen_and_signs_and_calls_by_the_table() {
    Assignment whole = signed();
    Instant chosen = at("2026-11-25T17:00");

    Assignment part = part(whole, START, chosen);
    AssignmentSubDispatched fact = whole.handDown(part, START);

    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(chosen);
    assertThat(part.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T11:00"));
    assertThat(part.clocks().due(DeadlineKind.CONTACT)).isEqualTo(at("2026-11-24T09:00"));
    assertThat(part.role()).isEqualTo(AssignmentRole.CO);
    assertThat(part.handedDown().parentUnitId()).isEqualTo("cg");
    assertThat(fact.partUnitId()).isEqualTo("cg-1");
    assertThat(fact.replyDue()).isEqualTo(chosen);
    assertThat(whole.status()).isEqualTo(AssignmentStatus.SUBDISPATCHED);
  }

  @Test
  void nothing_of_a_part_is_due_after_its_reply() {
    Assignment part = part(signed(), START, at("2026-11-23T10:00"));

    for (DeadlineKind kind : Clocks.KINDS) {
      assertThat(part.clocks().due(kind)).as("%s", kind).isEqualTo(at("2026-11-23T10:00"));
    }
  }

  @Test
  void who_has_not_signed_or_asks_for_a_hold_hands_nothing_down() {
    Assignment unsigned = AssignmentTest.in(AssignmentStatus.PENDING_SIGN);
    assertThatThrownBy(unsigned::requireMayHandDown)
        .isInstanceOfSatisfying(
            AssignmentNotReady.class,
            refused -> {
              assertThat(refused.detailZh()).contains("请先签收");
              assertThat(refused.detailEn()).contains("Sign for it first");
            });
    Assignment asking = AssignmentTest.in(AssignmentStatus.CONTACTED);
    asking.requestHold(HoldReason.SEASON, at("2027-03-01T09:00"));
    assertThatThrownBy(asking::requireMayHandDown).isInstanceOf(RequestStillOpen.class);
  }

  @Test
  void the_unit_above_stays_responsible_its_own_clocks_run_on() {
    Assignment whole = signed();
    whole.handDown(partOf(whole), START);

    // It has not reached the citizen: that clock runs as well until somebody has.
    assertThat(whole.clocks().nextDue()).isEqualTo(at("2026-11-24T09:00"));
    assertThat(kinds(whole.missedBy(at("2026-11-24T10:00")))).containsExactly(DeadlineKind.CONTACT);
    assertThat(kinds(whole.missedBy(at("2026-12-01T09:00")))).containsExactly(DeadlineKind.REPLY);
  }

  @Test
  void a_contact_from_below_stops_that_clock_of_the_unit_above() {
    Assignment whole = signed();
    whole.handDown(partOf(whole), START);

    whole.contact(ContactResult.REACHED, START, () -> RULES);

    assertThat(whole.status()).isEqualTo(AssignmentStatus.SUBDISPATCHED);
    assertThat(whole.clocks().nextDue()).isEqualTo(at("2026-11-30T17:30"));
    assertThat(whole.missedBy(at("2026-11-27T09:00"))).isEmpty();
    assertThat(whole.takeBackPart(START).backTo()).isEqualTo(AssignmentStatus.CONTACTED);
  }

  @Test
  void it_goes_on_itself_after_the_last_part_and_not_before() {
    Assignment whole = signed();
    whole.handDown(partOf(whole), START);
    whole.handDown(partOf(whole), START);

    assertThat(whole.takeBackPart(at("2026-11-24T09:00"))).isNull();
    assertThat(whole.status()).isEqualTo(AssignmentStatus.SUBDISPATCHED);
    assertThatThrownBy(() -> whole.submitReply("clerk", true, START, CALENDAR))
        .isInstanceOfSatisfying(
            AssignmentNotReady.class,
            refused -> assertThat(refused.detailZh()).contains("审核下级单位的答复"));

    assertThat(whole.takeBackPart(at("2026-11-25T09:00")).backTo())
        .isEqualTo(AssignmentStatus.SIGNED);
    assertThat(whole.inHandSince()).isEqualTo(at("2026-11-25T09:00"));
  }

  @Test
  void what_ends_leaves_no_part_open() {
    Assignment whole = AssignmentTest.in(AssignmentStatus.SUBDISPATCHED);

    whole.recall(RecallReason.MISROUTED, null, START, RULES);

    assertThat(whole.handedDown().openParts()).isZero();
    assertThat(whole.clockStatus()).isEqualTo(AssignmentStatus.RECALLED);
  }

  @Test
  void a_reply_that_is_sent_back_has_its_time_again_but_none_of_the_unit_above() {
    Assignment whole = signed();
    Assignment part = replied(part(whole, START, at("2026-11-26T12:00")), "2026-11-26T10:00");
    Instant back = at("2026-11-26T11:00");

    AssignmentReplyRejected soon = part.rejectPart(ReplyRejection.OFF_TOPIC, LATEST, back, RULES);
    assertThat(soon.replyDue()).isEqualTo(at("2026-11-26T13:00"));

    part.submitReply("clerk", true, at("2026-11-26T12:00"), CALENDAR);
    AssignmentReplyRejected late =
        part.rejectPart(
            ReplyRejection.OFF_TOPIC,
            HALF_A_DAY.latestAfter(at("2026-11-30T13:00"), whole, CALENDAR),
            at("2026-11-30T13:00"),
            RULES);
    assertThat(late.replyDue()).isEqualTo(LATEST);
  }

  @Test
  void a_refused_return_makes_nothing_of_a_part_due_after_its_reply() {
    Instant due = at("2026-11-23T11:30");
    Assignment part = part(signed(), START, due);
    part.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATEST, at("2026-11-23T09:30"));

    // Half an hour of signing is behind it: an hour and a half would be left.
    AssignmentReturnRefused refused =
        part.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T11:00"), RULES);

    assertThat(refused.signDue()).isEqualTo(due);
    assertThat(refused.contactDue()).isEqualTo(due);
    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(due);
    assertThat(part.clocks().explain(DeadlineKind.SIGN, CALENDAR).due()).isEqualTo(due);
  }

  @Test
  void what_is_due_after_the_reply_of_a_part_stays_so_once_that_has_passed() {
    Assignment part = part(signed(), START, at("2026-11-23T11:30"));
    part.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATEST, at("2026-11-23T09:30"));

    AssignmentReturnRefused refused =
        part.refuseReturn(RequestRefusal.WITHIN_DUTIES, at("2026-11-23T14:00"), RULES);

    // The unit below could not sign in the past.
    assertThat(refused.signDue()).isAfter(at("2026-11-23T14:00"));
  }

  @Test
  void a_part_that_signs_while_its_return_waits_was_to_sign_before_its_reply_is_due() {
    Instant due = at("2026-11-23T11:30");
    Assignment part = part(signed(), START, due);
    part.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATEST, at("2026-11-23T09:30"));

    assertThat(part.sign("clerk", at("2026-11-23T11:00"), () -> RULES).signDue()).isEqualTo(due);
  }

  @Test
  void other_limits_leave_what_the_unit_above_chose_unless_its_own_end_is_before() {
    Assignment whole = signed();
    Assignment part = part(whole, START, at("2026-11-27T12:00"));
    Limits other = Policies.shipped().limits(CaseKind.SUGGESTION, Urgency.NORMAL, 1);
    Instant now = at("2026-11-23T09:30");

    Reckoning.reckonPart(
        part, RULES, other, DeadlineChange.CORRECTION, now, at("2026-11-30T13:30"));
    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-27T12:00"));

    List<DispatchEvent> moved =
        Reckoning.reckonPart(
            part, RULES, other, DeadlineChange.CORRECTION, now, at("2026-11-24T10:00"));
    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-24T10:00"));
    assertThat(moved)
        .filteredOn(DeadlineMoved.class::isInstance)
        .extracting(fact -> ((DeadlineMoved) fact).dueAt())
        .contains(at("2026-11-24T10:00"));
  }

  @Test
  void other_limits_make_nothing_of_a_part_due_after_its_reply() {
    Instant due = at("2026-11-23T10:00");
    Assignment part = part(signed(), START, due);
    Limits table = Policies.shipped().limits(CaseKind.HELP, Urgency.NORMAL, 1);

    List<DispatchEvent> moved =
        Reckoning.reckonPart(
            part,
            RULES,
            table,
            DeadlineChange.LIMITS,
            at("2026-11-23T09:30"),
            at("2026-11-30T13:30"));

    for (DeadlineKind kind : Clocks.KINDS) {
      assertThat(part.clocks().due(kind)).as("%s", kind).isEqualTo(due);
    }
    assertThat(moved).isEmpty();
  }

  @Test
  void a_clock_that_is_lent_to_the_unit_above_leaves_it_its_buffer_and_the_part_what_was_chosen() {
    Assignment whole = signed();
    Assignment part = part(whole, START, at("2026-11-27T12:00"));
    Instant now = at("2026-11-23T10:00");
    Reckoning.lend(whole, URGENT, now, RULES);
    assertThat(whole.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-24T10:00"));
    Instant latest = HALF_A_DAY.latestAfter(now, whole, CALENDAR);

    List<DispatchEvent> moved = Reckoning.lendPart(part, latest, now, RULES);

    assertThat(latest).isBefore(at("2026-11-24T10:00")).isAfter(now);
    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(latest);
    assertThat(part.clocks().due(DeadlineKind.CONTACT)).isEqualTo(latest);
    assertThat(moved)
        .extracting(fact -> ((DeadlineMoved) fact).deadline())
        .containsExactly(DeadlineKind.CONTACT, DeadlineKind.REPLY);
    assertThat(Reckoning.lendPart(part, latest, now, RULES)).isEmpty();
    Instant past = now.plusSeconds(30);
    assertThat(Reckoning.lendPart(part, past, past, RULES)).as("no time is left to lend").isEmpty();

    part.clocks().takeBackLent();
    Limits table = Policies.shipped().limits(CaseKind.HELP, Urgency.NORMAL, 1);
    Reckoning.reckonPart(part, RULES, table, DeadlineChange.MERGING, now, LATEST);
    assertThat(part.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-27T12:00"));
    assertThat(part.clocks().due(DeadlineKind.CONTACT)).isEqualTo(at("2026-11-24T09:00"));
  }

  @Test
  void the_end_of_a_part_holds_also_where_a_lent_clock_ends_before_its_own() {
    Assignment whole = signed();
    Assignment part = part(whole, START, at("2026-11-27T12:00"));
    Instant now = at("2026-11-23T10:00");
    Reckoning.lendPart(part, at("2026-11-25T12:00"), now, RULES);

    List<DispatchEvent> moved =
        Reckoning.reckonPart(
            part, RULES, null, DeadlineChange.CALENDAR, now, at("2026-11-25T10:00"));

    assertThat(moved).hasSize(1);
    DeadlineMoved reply = (DeadlineMoved) moved.get(0);
    assertThat(reply.dueBefore()).isEqualTo(at("2026-11-25T12:00"));
    assertThat(reply.dueAt()).isEqualTo(at("2026-11-25T10:00"));
    assertThat(
            Reckoning.reckonPart(
                part, RULES, null, DeadlineChange.CALENDAR, now, at("2026-11-25T10:00")))
        .isEmpty();
  }

  @Test
  void a_part_of_a_part_comes_after_it_within_one_minute_and_ends_with_it_in_any_order() {
    Assignment whole = signed();
    Assignment part = part(whole, START, START.plusSeconds(10), LATEST);
    Assignment below = part(part, START, START.plusSeconds(20), LATEST);

    assertThat(below.clocks().start()).isEqualTo(part.clocks().start());
    assertThat(below.assignmentId()).isGreaterThan(part.assignmentId());
    assertThat(Parts.openBelow(whole, List.of(below, part, whole))).containsExactly(part, below);
    HandledCase of = AssignmentTest.caseOf(CaseKind.HELP);
    assertThat(
            Parts.wholesFirst(
                List.of(new Held(of, below), new Held(of, part), new Held(of, whole))))
        .extracting(Held::assignment)
        .containsExactly(whole, part, below);
  }

  @Test
  void what_an_older_instance_ended_stands_where_its_status_says() {
    Standing left = Standing.first();
    left.move(EventType.ASSIGNMENT_SIGNED);
    left.handDown();
    assertThat(left.clockStatus()).isEqualTo(AssignmentStatus.SIGNED);

    // Such an instance leaves behind where the unit stood.
    left.move(EventType.ASSIGNMENT_CANCELLED);

    assertThat(left.clockStatus()).isEqualTo(AssignmentStatus.CANCELLED);
    assertThat(left.standsAt()).isEqualTo(AssignmentStatus.CANCELLED);
  }

  @Test
  void a_part_asks_nothing_of_the_centre_and_goes_back_to_the_unit_above() {
    HandledCase of = AssignmentTest.caseOf(CaseKind.HELP);
    of.returnedBy("cg", "jt");
    of.returnedBy("jt", null);
    Assignment part = partOf(signed());
    Allowances allowed =
        Allowances.at(at("2026-11-27T10:00"), new Held(of, part), Policies.shipped(), CALENDAR);

    allowed.requireReturn();
    for (Runnable request : List.<Runnable>of(allowed::requireExtension, allowed::requireHold)) {
      assertThatThrownBy(request::run)
          .isInstanceOfSatisfying(
              AnswersToUnitAbove.class,
              refused -> {
                assertThat(refused.detailZh()).contains("上级承办单位");
                assertThat(refused.detailEn()).contains("unit above");
              });
    }
    part.requestReturn(ReturnReason.NOT_OUR_DUTY, null, allowed.returnUntil(), START);
    assertThatThrownBy(() -> new Held(of, part).requireOfCentre())
        .isInstanceOf(AnswersToUnitAbove.class);
  }

  private static Assignment signed() {
    return AssignmentTest.in(AssignmentStatus.SIGNED);
  }

  private static Assignment replied(Assignment part, String at) {
    part.sign("clerk", START, () -> RULES);
    part.contact(ContactResult.REACHED, START, () -> RULES);
    part.submitReply("clerk", true, at(at), CALENDAR);
    return part;
  }
}
