package hotline.dispatch.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReturnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndorsingTest {

  private static final TimeRules RULES = Policies.rules();
  private static final WorkCalendar CALENDAR = WorkCalendar.china();
  private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofHours(3));

  @Test
  void a_draft_stops_no_clock_and_the_unit_stands_where_it_stood() {
    Assignment task = contacted();
    Instant due = task.clocks().due(DeadlineKind.REPLY);

    AssignmentEndorsementRequested asked = task.askEndorsement(EndorsedAct.REPLY, due, LATER);

    assertThat(asked.draftNo()).isEqualTo(1);
    assertThat(asked.endorseBy()).isEqualTo(due);
    assertThat(task.status()).isEqualTo(AssignmentStatus.CONTACTED);
    assertThat(task.missedBy(due.plusSeconds(1))).hasSize(1);
    assertThat(task.replies()).isZero();
  }

  @Test
  void what_waits_is_not_overtaken_by_another_of_the_same_unit() {
    Assignment task = contacted();
    task.askEndorsement(EndorsedAct.REPLY, LATER, START);

    assertThatThrownBy(() -> task.askEndorsement(EndorsedAct.RETURN, LATER, START))
        .isInstanceOf(DraftWaits.class);
    assertThatThrownBy(() -> task.submitReply("clerk", true, START, CALENDAR))
        .isInstanceOf(DraftWaits.class);
    assertThatThrownBy(() -> task.requestReturn(ReturnReason.NOT_OUR_DUTY, null, LATER, START))
        .isInstanceOf(DraftWaits.class);
  }

  @Test
  void a_signed_draft_is_submitted_at_the_time_of_the_signature_and_its_signer_is_known() {
    Assignment task = contacted();
    task.askEndorsement(EndorsedAct.REPLY, LATER, START);

    assertThat(task.endEndorsement(EndorsementOutcome.SIGNED).endorsement())
        .isEqualTo(EndorsementOutcome.SIGNED);
    task.submitReply("clerk", true, LATER, CALENDAR);
    task.endorsed("deputy", "leader");

    assertThat(task.repliedAt()).isEqualTo(LATER);
    assertThat(task.handlerRef()).isEqualTo("clerk");
    assertThat(task.endorsing().endorserRef()).isEqualTo("deputy");
    assertThat(task.endorsing().endorsedFor()).isEqualTo("leader");
    assertThat(task.endorsing().awaits()).isNull();
  }

  @Test
  void the_next_draft_of_what_was_sent_back_has_the_next_number() {
    Assignment task = contacted();
    task.askEndorsement(EndorsedAct.REPLY, LATER, START);
    task.endEndorsement(EndorsementOutcome.REFUSED);

    assertThat(task.askEndorsement(EndorsedAct.REPLY, LATER, START).draftNo()).isEqualTo(2);
  }

  @Test
  void a_draft_to_give_the_task_back_waits_on_while_the_unit_signs_and_calls() {
    Assignment task = AssignmentTest.open();
    task.askEndorsement(EndorsedAct.RETURN, LATER, START);
    task.sign("clerk", START, () -> RULES);
    task.contact(ContactResult.REACHED, START, () -> RULES);

    assertThat(task.endorsing().awaits()).isEqualTo(EndorsedAct.RETURN);
  }

  static Stream<Consumer<Assignment>> whatTakesTheTaskOutOfHand() {
    return Stream.of(
        task -> task.recall(RecallReason.MISROUTED, null, LATER, RULES),
        task -> task.cancel(CancellationReason.CASE_WITHDRAWN, LATER, RULES),
        task -> task.hold(HoldReason.SEASON, LATER.plus(Duration.ofDays(9)), LATER, RULES),
        task -> task.handDown(SubDispatchTest.partOf(task), LATER));
  }

  @ParameterizedTest
  @MethodSource("whatTakesTheTaskOutOfHand")
  void what_takes_the_task_out_of_hand_ends_the_wait(Consumer<Assignment> act) {
    Assignment task = contacted();
    task.askEndorsement(EndorsedAct.REPLY, LATER, START);

    act.accept(task);

    assertThat(task.endorsing().awaits()).isNull();
    assertThat(task.endorsing().since()).isNull();
  }

  private static Assignment contacted() {
    Assignment task = AssignmentTest.open();
    task.sign("clerk", START, () -> RULES);
    task.contact(ContactResult.REACHED, START, () -> RULES);
    return task;
  }
}
