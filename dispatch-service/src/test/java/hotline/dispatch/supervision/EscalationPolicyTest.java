package hotline.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.Limit;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.supervision.EscalationPolicy.Step;
import hotline.dispatch.supervision.Situation.Task;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.EscalationCause;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Monday, 9 November 2026, 10:00 in Shanghai; a work day has hours from 9 to 12 and 13:30 to 17:30.
 */
class EscalationPolicyTest {

  private static final Instant MONDAY = Instant.parse("2026-11-09T02:00:00Z");
  private static final WorkCalendar CHINA = WorkCalendar.china();

  private final EscalationPolicy policy = new EscalationPolicy(CHINA);

  @Test
  void the_next_higher_unit_is_asked_first_and_each_further_one_after_its_own_time() {
    List<Step> steps =
        policy.steps(
            inHand(AssignmentStatus.PENDING_SIGN),
            List.of(rule(EscalationCause.UNSIGNED, null, "30nm", "1nh")),
            3);

    assertThat(steps).extracting(Step::tier).containsExactly(0, 1, 2);
    assertThat(steps)
        .extracting(Step::at)
        .containsExactly(
            MONDAY.plusSeconds(30 * 60), MONDAY.plusSeconds(90 * 60), MONDAY.plusSeconds(150 * 60));
    assertThat(steps).extracting(Step::since).containsOnly(MONDAY);
  }

  @Test
  void a_rule_without_a_time_for_the_next_tier_asks_one_tier_only() {
    assertThat(
            policy.steps(
                inHand(AssignmentStatus.PENDING_SIGN),
                List.of(rule(EscalationCause.UNSIGNED, null, "30nm", null)),
                3))
        .hasSize(1);
  }

  @Test
  void a_unit_whose_return_was_refused_is_unsigned_since_the_answer() {
    Instant answered = MONDAY.plusSeconds(4 * 3600);
    Situation refused =
        new Situation(
            Urgency.NORMAL,
            1,
            false,
            MONDAY,
            new Task(
                "cg",
                AssignmentRole.LEAD,
                AssignmentStatus.PENDING_SIGN,
                MONDAY,
                MONDAY.plusSeconds(5 * 86_400),
                null,
                answered,
                null,
                false));

    assertThat(
            policy.steps(refused, List.of(rule(EscalationCause.UNSIGNED, null, "30nm", null)), 1))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.since()).isEqualTo(answered);
              assertThat(step.at()).isEqualTo(answered.plusSeconds(30 * 60));
            });
  }

  @Test
  void a_signature_ends_what_waits_for_it() {
    assertThat(
            policy.steps(
                inHand(AssignmentStatus.SIGNED),
                List.of(rule(EscalationCause.UNSIGNED, null, "30nm", "1nh")),
                3))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(AssignmentStatus.class)
  void a_unit_is_overdue_and_silent_only_while_it_has_to_act(AssignmentStatus status) {
    List<Step> steps =
        policy.steps(
            inHand(status),
            List.of(
                rule(EscalationCause.OVERDUE, null, "1nh", null),
                rule(EscalationCause.SILENT, null, "3wd", null),
                rule(EscalationCause.NEAR_DUE, null, "1wh", null)),
            1);

    boolean acts = inHand(status).task().isInHand();
    // Who asks to give the case back waits for the answer, who handed it down for the unit below.
    boolean waits =
        status == AssignmentStatus.RETURN_REQUESTED || status == AssignmentStatus.SUBDISPATCHED;
    assertThat(steps).hasSize(waits ? 2 : acts ? 3 : 0);
    assertThat(steps)
        .filteredOn(step -> step.rule().cause() == EscalationCause.SILENT)
        .hasSize(acts && !waits ? 1 : 0);
    assertThat(acts)
        .isEqualTo(
            !List.of("REPLY_SUBMITTED", "HELD", "DONE", "RETURNED", "RECALLED", "CANCELLED")
                .contains(status.name()));
  }

  @Test
  void a_warning_comes_so_much_work_time_before_the_due_time_and_never_before_the_start() {
    Instant due = MONDAY.plusSeconds(2 * 3600);
    Situation soon = situation(AssignmentStatus.SIGNED, due, 1);

    List<Step> steps =
        policy.steps(soon, List.of(rule(EscalationCause.NEAR_DUE, null, "1wh", null)), 1);
    assertThat(steps).hasSize(1);
    assertThat(CHINA.workMinutesBetween(steps.get(0).at(), due)).isEqualTo(60);
    // Known by its due time: another one that is near is told anew.
    assertThat(steps.get(0).since()).isEqualTo(due);
    assertThat(policy.steps(soon, List.of(rule(EscalationCause.NEAR_DUE, null, "4wh", null)), 1))
        .isEmpty();
  }

  @Test
  void what_nobody_dispatches_or_reviews_moves_by_the_centres_own_clocks() {
    List<EscalationRule> own =
        List.of(
            rule(EscalationCause.UNDISPATCHED, null, "30nm", null),
            rule(EscalationCause.UNREVIEWED, null, "1nh", null));

    Situation waiting = new Situation(Urgency.NORMAL, 0, true, MONDAY, null);
    assertThat(policy.steps(waiting, own, 1))
        .extracting(step -> step.rule().cause())
        .containsExactly(EscalationCause.UNDISPATCHED);
    assertThat(policy.steps(inHand(AssignmentStatus.REPLY_SUBMITTED), own, 1))
        .extracting(step -> step.rule().cause())
        .containsExactly(EscalationCause.UNREVIEWED);
  }

  @Test
  void rounds_count_from_the_number_that_the_rule_says_and_urgency_chooses_the_rule() {
    List<EscalationRule> rules =
        List.of(
            rule(EscalationCause.ROUNDS, null, "3", null),
            rule(EscalationCause.UNSIGNED, Urgency.CRITICAL, "30nm", null));

    assertThat(
            policy.steps(
                situation(AssignmentStatus.PENDING_SIGN, MONDAY.plusSeconds(86_400), 2), rules, 1))
        .isEmpty();
    assertThat(
            policy.steps(
                situation(AssignmentStatus.PENDING_SIGN, MONDAY.plusSeconds(86_400), 3), rules, 1))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.at()).isEqualTo(MONDAY);
              assertThat(step.since()).isNull();
            });
  }

  @Test
  void rounds_are_the_leads_and_its_co_handlers_have_every_other_rule() {
    List<EscalationRule> rules =
        List.of(
            rule(EscalationCause.ROUNDS, null, "3", null),
            rule(EscalationCause.UNSIGNED, null, "30nm", null),
            rule(EscalationCause.OVERDUE, null, "1nh", null));

    assertThat(policy.steps(third(AssignmentRole.LEAD), rules, 1)).hasSize(3);
    assertThat(policy.steps(third(AssignmentRole.CO), rules, 1))
        .extracting(step -> step.rule().cause())
        .containsExactly(EscalationCause.UNSIGNED, EscalationCause.OVERDUE);
  }

  @Test
  void a_lead_that_only_waits_for_its_co_handlers_gets_no_order_for_a_late_reply() {
    EscalationRule overdue =
        new EscalationRule(
            "R", EscalationCause.OVERDUE, null, "1nh", Limit.parse("1wd"), SupervisionLevel.NOTICE);
    Situation waiting = task(AssignmentRole.LEAD, AssignmentStatus.CONTACTED, 1, true);
    Situation late = task(AssignmentRole.LEAD, AssignmentStatus.CONTACTED, 1, false);

    assertThat(policy.steps(waiting, List.of(overdue), 2))
        .extracting(step -> step.opensOrder(waiting))
        .containsExactly(false, false);
    assertThat(policy.steps(late, List.of(overdue), 2))
        .extracting(step -> step.opensOrder(late))
        .containsExactly(true, false);
  }

  @Test
  void a_task_that_began_late_is_escalated_from_its_beginning_on() {
    EscalationRule overdue = rule(EscalationCause.OVERDUE, null, "1nh", "1wd");
    Situation begunLate =
        new Situation(
            Urgency.NORMAL,
            1,
            false,
            MONDAY,
            new Task(
                "cg",
                AssignmentRole.LEAD,
                AssignmentStatus.PENDING_SIGN,
                MONDAY,
                MONDAY.minusSeconds(21 * 86_400),
                null,
                MONDAY,
                null,
                false));

    assertThat(policy.steps(begunLate, List.of(overdue), 2))
        .extracting(Step::at)
        .first()
        .isEqualTo(MONDAY.plusSeconds(3600));
  }

  @Test
  void the_oldest_step_comes_first_whatever_the_order_of_the_rules() {
    List<Step> steps =
        policy.steps(
            inHand(AssignmentStatus.PENDING_SIGN),
            List.of(
                rule(EscalationCause.SILENT, null, "2nh", null),
                rule(EscalationCause.UNSIGNED, null, "30nm", "3nh")),
            2);

    assertThat(steps).extracting(Step::at).isSorted();
    assertThat(steps)
        .extracting(step -> step.rule().cause())
        .containsExactly(
            EscalationCause.UNSIGNED, EscalationCause.SILENT, EscalationCause.UNSIGNED);
  }

  private static Situation inHand(AssignmentStatus status) {
    return situation(status, MONDAY.plusSeconds(5 * 86_400), 1);
  }

  private static Situation situation(AssignmentStatus status, Instant due, int round) {
    return new Situation(
        Urgency.NORMAL,
        round,
        false,
        MONDAY.minusSeconds(3600),
        new Task(
            "cg",
            AssignmentRole.LEAD,
            status,
            MONDAY,
            due,
            MONDAY.plusSeconds(60),
            MONDAY,
            null,
            false));
  }

  private static Situation third(AssignmentRole role) {
    return task(role, AssignmentStatus.PENDING_SIGN, 3, false);
  }

  private static Situation task(
      AssignmentRole role, AssignmentStatus status, int round, boolean waitsForCoUnits) {
    Instant due = MONDAY.plusSeconds(5 * 86_400);
    return new Situation(
        Urgency.NORMAL,
        round,
        false,
        MONDAY,
        new Task("zj", role, status, MONDAY, due, null, MONDAY, null, waitsForCoUnits));
  }

  private static EscalationRule rule(
      EscalationCause cause, Urgency urgency, String threshold, String next) {
    return new EscalationRule(
        "R-" + cause, cause, urgency, threshold, next == null ? null : Limit.parse(next), null);
  }
}
