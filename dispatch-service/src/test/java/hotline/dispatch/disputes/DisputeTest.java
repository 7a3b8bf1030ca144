package hotline.dispatch.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.Policies;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DisputeGround;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.DutyStance;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may convene when, who is heard, and what a ruling makes true. */
class DisputeTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
  private static final TimeRules RULES = Policies.rules();
  private static final WorkCalendar CALENDAR = WorkCalendar.china();

  private final HandledCase of = help();
  private final Assignment task = task(AssignmentRole.LEAD);

  @Test
  void the_first_return_alone_is_no_ground_and_crossed_duties_are() {
    asked(task);

    assertThatThrownBy(() -> open(DisputeGround.REPEATED_RETURNS))
        .isInstanceOfSatisfying(
            TooFewReturns.class,
            refused -> {
              assertThat(refused.detailZh()).contains("1 次退单", "满 2 次", "职责交叉");
              assertThat(refused.detailEn()).contains("1 time(s)", "from 2 on");
            });
    assertThat(of.disputes().any()).isFalse();

    DisputeOpened opened = open(DisputeGround.CROSSED_DUTIES).opened(task);

    assertThat(opened.disputeNo()).isEqualTo(1);
    assertThat(opened.requestNo()).isEqualTo(1);
    assertThat(opened.concernedUnitIds()).containsExactly("cg", "zj");
    assertThat(opened.standsAt()).isEqualTo(AssignmentStatus.PENDING_SIGN);
    assertThat(opened.signDue()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
  }

  @Test
  void the_second_return_of_a_case_is_ground_enough_whichever_unit_asked_first() {
    of.disputes().returnAsked();
    asked(task);

    assertThat(open(DisputeGround.REPEATED_RETURNS).opened(task).returnsAsked()).isEqualTo(2);
  }

  @Test
  void a_co_handler_that_wants_to_leave_is_granted_or_refused() {
    Assignment co = task(AssignmentRole.CO);
    asked(co);

    assertThatThrownBy(
            () ->
                Dispute.open(
                    of, co, DisputeGround.CROSSED_DUTIES, null, List.of(unit("zj")), 2, by()))
        .isInstanceOf(NoDisputeAboutAPart.class);
  }

  @Test
  void who_was_convened_is_heard_as_often_as_it_likes_and_nobody_else() {
    asked(task);
    Dispute dispute = open(DisputeGround.CROSSED_DUTIES);

    assertThat(dispute.state("zj", DutyStance.NOT_OURS, "cg").opinionNo()).isEqualTo(1);
    assertThat(dispute.state("cg", DutyStance.SHARED, null).opinionNo()).isEqualTo(2);
    assertThat(dispute.state("zj", DutyStance.OURS, null).opinionNo()).isEqualTo(3);
    assertThatThrownBy(() -> dispute.state("jt", DutyStance.OURS, null))
        .isInstanceOf(NotConcerned.class);
  }

  @Test
  void a_ruling_binds_the_lead_and_the_co_handlers_and_is_made_once() {
    asked(task);
    Dispute dispute = open(DisputeGround.CROSSED_DUTIES);
    dispute.state("zj", DutyStance.NOT_OURS, null);

    DisputeRuled ruled = rule(dispute, List.of("zj", "jt"), MONDAY.plus(Duration.ofDays(1)));

    assertThat(ruled.leadUnitId()).isEqualTo("zj");
    assertThat(ruled.coUnitIds()).containsExactly("jt");
    assertThat(ruled.opinions()).isEqualTo(1);
    assertThat(ruled.conferredMinutes()).isEqualTo(450);
    assertThat(dispute.keepsItsLead()).isFalse();
    assertThat(of.disputes().binds("zj")).isTrue();
    assertThat(of.disputes().binds("jt")).isTrue();
    assertThat(of.disputes().binds("cg")).isFalse();
    assertThatThrownBy(() -> rule(dispute, List.of("cg"), MONDAY.plus(Duration.ofDays(2))))
        .isInstanceOf(DisputeOver.class);
    assertThatThrownBy(() -> dispute.state("zj", DutyStance.OURS, null))
        .isInstanceOf(DisputeOver.class);
  }

  @Test
  void a_ruling_that_names_the_unit_that_acted_first_lets_it_go_on_where_it_stands() {
    asked(task);
    Dispute dispute = open(DisputeGround.CROSSED_DUTIES);
    task.sign("clerk", MONDAY.plus(Duration.ofHours(1)), () -> RULES);

    DisputeRuled ruled = rule(dispute, List.of("cg"), MONDAY.plus(Duration.ofHours(3)));
    task.goOnAfter(ruled);

    assertThat(dispute.keepsItsLead()).isTrue();
    assertThat(ruled.backTo()).isEqualTo(AssignmentStatus.SIGNED);
    assertThat(task.status()).isEqualTo(AssignmentStatus.SIGNED);
  }

  private DisputeRuled rule(Dispute dispute, List<String> units, Instant at) {
    return dispute.rule(
        of,
        task,
        units.stream().map(DisputeTest::unit).toList(),
        "按权责清单",
        null,
        new Cause(at, "dispatcher", "center", null),
        CALENDAR);
  }

  private Dispute open(DisputeGround ground) {
    Dispute dispute =
        Dispute.open(of, task, ground, null, List.of(unit("zj"), unit("cg")), 2, by());
    task.convene(MONDAY, RULES);
    return dispute;
  }

  private void asked(Assignment one) {
    of.disputes().returnAsked();
    one.requestReturn(ReturnReason.NOT_OUR_DUTY, "zj", MONDAY.plus(Duration.ofDays(2)), MONDAY);
  }

  private static Cause by() {
    return new Cause(MONDAY, "dispatcher", "center", null);
  }

  private static Unit unit(String code) {
    return City.directory().unit(code).orElseThrow();
  }

  private Assignment task(AssignmentRole role) {
    return Assignment.open(
        of,
        1,
        role,
        unit("cg"),
        Policies.shipped().limits(CaseKind.HELP, Urgency.NORMAL, 1),
        MONDAY,
        RULES);
  }

  private static HandledCase help() {
    return HandledCase.registered(
        UUID.randomUUID(),
        "2611230000174",
        new CaseRegistered(
            CaseKind.HELP,
            Urgency.NORMAL,
            Channel.PHONE,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            MONDAY,
            false,
            false,
            true,
            null,
            null,
            null,
            true),
        MONDAY);
  }
}
