package hotline.dispatch.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.Light;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.Move;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  static final Instant START = at("2026-11-23T09:00");
  private static final Instant LATER = at("2027-03-01T09:00");
  private static final WorkCalendar CALENDAR = WorkCalendar.china();
  private static final TimeRules RULES = Policies.rules();

  private static final Map<EventType, Consumer<Assignment>> ACTS =
      Map.ofEntries(
          Map.entry(EventType.ASSIGNMENT_SIGNED, task -> task.sign("clerk", START, () -> RULES)),
          Map.entry(
              EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
              task -> task.contact(ContactResult.REACHED, START, () -> RULES)),
          Map.entry(
              EventType.ASSIGNMENT_REPLY_SUBMITTED,
              task -> task.submitReply("clerk", true, START, CALENDAR)),
          Map.entry(
              EventType.ASSIGNMENT_REPLY_REJECTED,
              task -> task.rejectReply(ReplyRejection.OFF_TOPIC, START, RULES)),
          Map.entry(EventType.ASSIGNMENT_COMPLETED, task -> task.passReply("reviewer", START)),
          Map.entry(
              EventType.ASSIGNMENT_CANCELLED,
              task -> task.cancel(CancellationReason.CASE_WITHDRAWN, START, RULES)),
          Map.entry(
              EventType.ASSIGNMENT_RETURN_REQUESTED,
              task -> task.requestReturn(ReturnReason.NOT_OUR_DUTY, "jt", LATER, START)),
          Map.entry(
              EventType.ASSIGNMENT_RETURNED,
              task -> task.grantReturn(ReturnReason.NOT_OUR_DUTY, "jt", 1, START, RULES)),
          Map.entry(
              EventType.ASSIGNMENT_RETURN_REFUSED,
              task -> task.refuseReturn(RequestRefusal.WITHIN_DUTIES, START, RULES)),
          Map.entry(EventType.DISPUTE_OPENED, task -> task.convene(START, RULES)),
          Map.entry(EventType.DISPUTE_RULED, task -> task.goOnAfter(ruled(task.standsAt()))),
          Map.entry(
              EventType.ASSIGNMENT_EXTENSION_REQUESTED,
              task -> task.requestExtension(ExtensionReason.COMPLEX, 5)),
          Map.entry(
              EventType.ASSIGNMENT_EXTENDED,
              task -> task.extend(ExtensionReason.COMPLEX, 5, START, RULES)),
          Map.entry(
              EventType.ASSIGNMENT_EXTENSION_REFUSED,
              task -> task.refuseExtension(RequestRefusal.LACK_OF_BASIS)),
          Map.entry(
              EventType.ASSIGNMENT_HOLD_REQUESTED,
              task -> task.requestHold(HoldReason.SEASON, LATER)),
          Map.entry(
              EventType.ASSIGNMENT_HELD, task -> task.hold(HoldReason.SEASON, LATER, START, RULES)),
          Map.entry(
              EventType.ASSIGNMENT_HOLD_REFUSED,
              task -> task.refuseHold(RequestRefusal.LACK_OF_EVIDENCE)),
          Map.entry(EventType.ASSIGNMENT_RESUMED, task -> task.resume(ResumedBy.DUE, LATER, RULES)),
          Map.entry(
              EventType.ASSIGNMENT_RECALLED,
              task -> task.recall(RecallReason.MISROUTED, null, START, RULES)),
          Map.entry(EventType.ASSIGNMENT_DEEMED_ACCEPTED, task -> task.deemAccepted(START, START)),
          Map.entry(
              EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED,
              task -> task.askEndorsement(EndorsedAct.REPLY, LATER, START)),
          Map.entry(
              EventType.ASSIGNMENT_ENDORSEMENT_ENDED,
              task -> task.endEndorsement(EndorsementOutcome.REFUSED)),
          Map.entry(
              EventType.ASSIGNMENT_SUB_DISPATCHED,
              task -> task.handDown(SubDispatchTest.partOf(task), START)),
          Map.entry(EventType.ASSIGNMENT_SUB_DISPATCH_ENDED, task -> task.takeBackPart(START)));

  private static final Set<EventType> SAID_BY_THE_CLOCKS =
      Set.of(EventType.DEADLINE_APPROACHING, EventType.DEADLINE_MISSED, EventType.DEADLINE_MOVED);

  static Stream<Arguments> everyReachableStatusAndEveryAct() {
    return Stream.of(
            AssignmentStatus.PENDING_SIGN,
            AssignmentStatus.SIGNED,
            AssignmentStatus.CONTACTED,
            AssignmentStatus.HANDLING,
            AssignmentStatus.SUBDISPATCHED,
            AssignmentStatus.REPLY_SUBMITTED,
            AssignmentStatus.REPLY_REJECTED,
            AssignmentStatus.RETURN_REQUESTED,
            AssignmentStatus.IN_DISPUTE,
            AssignmentStatus.HELD,
            AssignmentStatus.DONE,
            AssignmentStatus.RETURNED,
            AssignmentStatus.RECALLED,
            AssignmentStatus.CANCELLED)
        .flatMap(status -> ACTS.keySet().stream().map(act -> Arguments.of(status, act)));
  }

  @Test
  void every_fact_about_an_assignment_after_its_creation_is_an_act_here() {
    for (EventType type : EventType.values()) {
      boolean about =
          Stream.of(AssignmentStatus.values())
              .anyMatch(status -> AssignmentMoves.move(status, type).effective());
      assertThat(ACTS.containsKey(type))
          .as("%s", type)
          .isEqualTo(about && !SAID_BY_THE_CLOCKS.contains(type));
    }
  }

  @ParameterizedTest
  @MethodSource("everyReachableStatusAndEveryAct")
  void an_act_is_possible_exactly_when_the_lifecycle_says_so(
      AssignmentStatus status, EventType act) {
    Assignment task = in(status);
    Move<AssignmentStatus> move = AssignmentMoves.move(status, act);
    if (status == AssignmentStatus.RETURN_REQUESTED
        && act == EventType.ASSIGNMENT_CONTACT_ATTEMPTED) {
      // Behind its return it stands unsigned: there as anywhere it signs first.
      assertThatThrownBy(() -> ACTS.get(act).accept(task)).isInstanceOf(AssignmentNotReady.class);
      ACTS.get(EventType.ASSIGNMENT_SIGNED).accept(task);
    }
    if (status == AssignmentStatus.IN_DISPUTE) {
      // The same there, and it replies once it has tried to reach the citizen.
      for (EventType before : stepsBefore(act)) {
        assertThatThrownBy(() -> ACTS.get(act).accept(task)).isInstanceOf(AssignmentNotReady.class);
        ACTS.get(before).accept(task);
      }
    }

    if (move.effective()) {
      ACTS.get(act).accept(task);
      // A refused return or a ruling leads back to where this one stood when it asked.
      assertThat(task.status())
          .isEqualTo(
              act == EventType.ASSIGNMENT_RETURN_REFUSED || act == EventType.DISPUTE_RULED
                  ? AssignmentStatus.PENDING_SIGN
                  : move.to());
    } else {
      assertThatThrownBy(() -> ACTS.get(act).accept(task)).isInstanceOf(AssignmentNotReady.class);
      assertThat(task.status()).isEqualTo(status);
    }
  }

  private static List<EventType> stepsBefore(EventType act) {
    return switch (act) {
      case ASSIGNMENT_CONTACT_ATTEMPTED -> List.of(EventType.ASSIGNMENT_SIGNED);
      case ASSIGNMENT_REPLY_SUBMITTED ->
          List.of(EventType.ASSIGNMENT_SIGNED, EventType.ASSIGNMENT_CONTACT_ATTEMPTED);
      default -> List.of();
    };
  }

  static DisputeRuled ruled(AssignmentStatus standsAt) {
    return new DisputeRuled(
        UUID.randomUUID(),
        1,
        AssignmentRole.LEAD,
        "cg",
        1,
        2,
        "cg",
        List.of(),
        standsAt,
        START,
        60,
        null);
  }

  @Test
  void clocks_start_with_the_dispatch_and_follow_the_policy() {
    Assignment task = open();

    assertThat(task.clocks().due(DeadlineKind.SIGN)).isEqualTo(at("2026-11-23T11:00"));
    assertThat(task.clocks().due(DeadlineKind.CONTACT)).isEqualTo(at("2026-11-24T09:00"));
    assertThat(task.clocks().due(DeadlineKind.REPLY)).isEqualTo(at("2026-11-30T17:30"));
    assertThat(task.created().policyVersion()).isEqualTo("sd-default/1");
    assertThat(task.clocks().nextDue()).isEqualTo(at("2026-11-23T11:00"));
  }

  @Test
  void the_due_moment_itself_is_in_time_and_the_next_one_is_late() {
    assertThat(open().sign("clerk", at("2026-11-23T11:00"), () -> RULES).late()).isFalse();
    assertThat(open().sign("clerk", at("2026-11-23T11:00").plusMillis(1), () -> RULES).late())
        .isTrue();
  }

  @Test
  void a_clock_that_ran_out_is_said_once_and_oldest_first() {
    Assignment task = open();

    assertThat(task.missedBy(at("2026-11-23T11:00"))).isEmpty();
    assertThat(kinds(task.missedBy(at("2026-11-24T10:00"))))
        .containsExactly(DeadlineKind.SIGN, DeadlineKind.CONTACT);
    assertThat(task.missedBy(at("2026-11-24T11:00"))).isEmpty();
    // One work day before Monday 17:30 the clock of the reply turns yellow.
    assertThat(task.clocks().nextWord(task.status())).contains(at("2026-11-27T17:30"));
  }

  @Test
  void a_clock_that_was_stopped_in_time_is_never_missed() {
    Assignment task = open();
    task.sign("clerk", at("2026-11-23T10:00"), () -> RULES);
    task.contact(ContactResult.NO_ANSWER, at("2026-11-23T10:30"), () -> RULES);

    assertThat(task.missedBy(at("2026-11-27T10:00"))).isEmpty();
    assertThat(task.clocks().nextDue()).isEqualTo(at("2026-11-30T17:30"));
  }

  @Test
  void a_kind_without_a_limit_for_the_contact_has_no_such_clock() {
    Assignment task = open(CaseKind.CONSULTATION);

    assertThat(task.created().contactDue()).isNull();
    task.sign("clerk", START, () -> RULES);
    assertThat(
            task.contact(ContactResult.REACHED, START.plus(Duration.ofDays(1)), () -> RULES).late())
        .isFalse();
  }

  @Test
  void only_the_first_attempt_decides_whether_the_contact_was_late() {
    Assignment task = in(AssignmentStatus.CONTACTED);

    assertThat(task.contact(ContactResult.REACHED, at("2026-11-26T10:00"), () -> RULES).late())
        .isFalse();
    assertThat(task.attempts()).isEqualTo(2);
  }

  @Test
  void under_review_no_clock_runs() {
    Assignment task = in(AssignmentStatus.REPLY_SUBMITTED);

    assertThat(task.missedBy(at("2027-01-04T10:00"))).isEmpty();
    assertThat(task.clocks().pressing(task.status())).isEmpty();
    assertThat(task.clocks().nextWord(task.status())).isEmpty();
  }

  @Test
  void after_a_rejection_the_clock_resumes_where_it_stopped() {
    Assignment task = in(AssignmentStatus.CONTACTED);
    Instant submitted = at("2026-11-26T10:00");
    Instant rejected = at("2026-11-30T11:00");
    Instant due = task.clocks().due(DeadlineKind.REPLY);
    Duration left = CALENDAR.workTimeBetween(submitted, due);
    task.submitReply("clerk", true, submitted, CALENDAR);

    AssignmentReplyRejected fact =
        task.rejectReply(ReplyRejection.LACK_OF_EVIDENCE, rejected, RULES);

    assertThat(fact.replyDue()).isAfter(due);
    assertThat(CALENDAR.workTimeBetween(rejected, fact.replyDue())).isEqualTo(left);
    assertThat(task.clocks().nextWord(task.status()).orElseThrow())
        .isBetween(rejected, fact.replyDue());
  }

  @Test
  void three_rejections_give_no_free_time() {
    Assignment task = in(AssignmentStatus.CONTACTED);
    Instant now = at("2026-11-24T09:00");
    Duration left = CALENDAR.workTimeBetween(now, task.clocks().due(DeadlineKind.REPLY));
    for (int round = 0; round < 3; round++) {
      task.submitReply("clerk", false, now, CALENDAR);
      now = CALENDAR.nextWorkTime(now.plus(Duration.ofDays(1)));
      task.rejectReply(ReplyRejection.OFF_TOPIC, now, RULES);
    }

    assertThat(CALENDAR.workTimeBetween(now, task.clocks().due(DeadlineKind.REPLY)))
        .isEqualTo(left);
    // The one day that the unit really had, from Monday 09:00 to Tuesday 09:00.
    AssignmentReplySubmitted last = task.submitReply("clerk", true, now, CALENDAR);
    assertThat(last.replyNo()).isEqualTo(4);
    assertThat(last.workMinutes()).isEqualTo(450);
  }

  @Test
  void a_late_reply_stays_late_after_a_rejection() {
    Assignment task = in(AssignmentStatus.CONTACTED);
    Instant submitted = at("2026-12-01T10:00");
    assertThat(kinds(task.missedBy(submitted))).containsExactly(DeadlineKind.REPLY);
    assertThat(task.submitReply("clerk", true, submitted, CALENDAR).late()).isTrue();
    task.rejectReply(ReplyRejection.OFF_TOPIC, at("2026-12-02T10:00"), RULES);

    assertThat(task.clocks().due(DeadlineKind.REPLY)).isBefore(at("2026-12-02T10:00"));
    assertThat(task.missedBy(at("2026-12-02T10:00"))).isEmpty();
    assertThat(task.clocks().light(DeadlineKind.REPLY, at("2026-12-02T10:00"), CALENDAR))
        .isEqualTo(Light.RED);
  }

  @Test
  void a_passed_reply_names_both_people_and_the_unit() {
    Assignment task = in(AssignmentStatus.REPLY_SUBMITTED);

    AssignmentCompleted fact = task.passReply("reviewer", at("2026-11-24T10:00"));

    assertThat(fact.handlerRef()).isEqualTo("clerk");
    assertThat(fact.reviewerRef()).isEqualTo("reviewer");
    assertThat(fact.unitPath()).isEqualTo("/center/cg");
    assertThat(fact.late()).isFalse();
    assertThat(task.endedAt()).isEqualTo(at("2026-11-24T10:00"));
  }

  @Test
  void what_a_refusal_says_is_in_both_languages() {
    assertThatThrownBy(() -> open().submitReply("clerk", true, START, CALENDAR))
        .isInstanceOfSatisfying(
            AssignmentNotReady.class,
            refused -> {
              assertThat(refused.detailZh()).contains("待签收").contains("请先签收");
              assertThat(refused.detailEn()).contains("Sign for it first");
              assertThat(refused.status()).isEqualTo(409);
            });
  }

  static List<DeadlineKind> kinds(List<DispatchEvent> facts) {
    return facts.stream().map(fact -> ((DeadlineMissed) fact).deadline()).toList();
  }

  static Assignment in(AssignmentStatus status) {
    Assignment task = open();
    if (status == AssignmentStatus.CANCELLED) {
      task.cancel(CancellationReason.CASE_CLOSED, START, RULES);
      return task;
    }
    if (status == AssignmentStatus.RECALLED) {
      task.recall(RecallReason.MISROUTED, null, START, RULES);
      return task;
    }
    if (status == AssignmentStatus.IN_DISPUTE) {
      task.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATER, START);
      task.convene(START, RULES);
      return task;
    }
    if (status == AssignmentStatus.RETURN_REQUESTED || status == AssignmentStatus.RETURNED) {
      task.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATER, START);
      if (status == AssignmentStatus.RETURNED) {
        task.grantReturn(ReturnReason.NOT_OUR_DUTY, null, 1, START, RULES);
      }
      return task;
    }
    if (status == AssignmentStatus.PENDING_SIGN) {
      return task;
    }
    task.sign("clerk", START, () -> RULES);
    if (status == AssignmentStatus.SIGNED) {
      return task;
    }
    task.contact(ContactResult.REACHED, START, () -> RULES);
    if (status == AssignmentStatus.CONTACTED) {
      return task;
    }
    if (status == AssignmentStatus.HELD
        || status == AssignmentStatus.HANDLING
        || status == AssignmentStatus.SUBDISPATCHED) {
      task.hold(HoldReason.SEASON, LATER, START, RULES);
      if (status != AssignmentStatus.HELD) {
        task.resume(ResumedBy.CENTRE, START, RULES);
      }
      if (status == AssignmentStatus.SUBDISPATCHED) {
        task.handDown(SubDispatchTest.partOf(task), START);
      }
      return task;
    }
    task.submitReply("clerk", true, START, CALENDAR);
    if (status == AssignmentStatus.REPLY_REJECTED) {
      task.rejectReply(ReplyRejection.ATTITUDE, START, RULES);
    } else if (status == AssignmentStatus.DONE) {
      task.passReply("reviewer", START);
    }
    return task;
  }

  static Assignment open() {
    return open(CaseKind.HELP);
  }

  static Assignment open(CaseKind kind) {
    return open(kind, START, caseOf(kind));
  }

  static HandledCase caseOf(CaseKind kind) {
    return HandledCase.registered(
        UUID.randomUUID(),
        "2611230000174",
        new CaseRegistered(
            kind,
            Urgency.NORMAL,
            Channel.PHONE,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            START,
            false,
            false,
            true,
            null,
            null,
            null,
            true),
        START);
  }

  static Assignment open(CaseKind kind, Instant start, HandledCase of) {
    return Assignment.open(
        of,
        1,
        AssignmentRole.LEAD,
        City.directory().unit("cg").orElseThrow(),
        Policies.shipped().limits(kind, Urgency.NORMAL, 1),
        start,
        RULES);
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CITY).toInstant();
  }
}
