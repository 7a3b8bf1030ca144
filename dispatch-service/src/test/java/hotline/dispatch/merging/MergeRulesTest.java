package hotline.dispatch.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Refusal;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import hotline.lifecycle.WithdrawalReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergeRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String STREET = "/3702/370281/370281001";
  private static final String COMMUNITY = STREET + "/370281001005";

  private final HandledCase one = waiting(CaseKind.HELP, COMMUNITY);
  private final HandledCase main = waiting(CaseKind.HELP, COMMUNITY);

  @Test
  void what_waits_for_dispatch_is_merged_into_what_waits_or_is_handled() {
    assertThat(obstacle()).isEmpty();
    say(main, new CaseDispatched(1, "cg", List.of(), true, null, "1"));
    assertThat(obstacle()).isEmpty();
  }

  @Test
  void a_case_is_not_merged_into_itself_nor_into_one_that_follows_another_nor_with_followers() {
    assertThat(MergeRules.obstacle(one, one, List.of()).get().slug())
        .isEqualTo("merge-into-itself");

    HandledCase third = waiting(CaseKind.HELP, COMMUNITY);
    say(main, new CaseMerged(third.caseId(), MergeReason.SAME_PLACE));
    assertThat(obstacle().get().slug()).isEqualTo("merge-into-merged");

    one.leadOthers();
    assertThat(MergeRules.obstacle(one, third, List.of()).get().slug()).isEqualTo("merge-of-main");
    one.leadNobody();
    assertThat(MergeRules.obstacle(one, third, List.of())).isEmpty();
  }

  @Test
  void reports_and_confidential_cases_are_not_merged_whichever_of_the_two_is_one() {
    HandledCase report = waiting(CaseKind.REPORT, COMMUNITY);

    assertThat(MergeRules.obstacle(report, main, List.of()).get().slug())
        .isEqualTo("merge-protected");
    assertThat(MergeRules.obstacle(one, report, List.of()).get().slug())
        .isEqualTo("merge-protected");
  }

  @Test
  void what_is_over_or_was_answered_is_no_main_case_and_what_is_over_is_not_merged() {
    main.hear(new CaseWithdrawn(WithdrawalReason.MISTAKE));
    assertThat(obstacle().get().slug()).isEqualTo("merge-main-not-open");
    assertThat(MergeRules.obstacle(main, one, List.of()).get().slug()).isEqualTo("illegal-move");
    assertThat(CaseStatus.WITHDRAWN).isEqualTo(main.status());
  }

  @Test
  void a_main_case_on_hold_takes_no_other_whose_clock_would_stand_still_too() {
    say(main, new CaseDispatched(1, "cg", List.of(), true, null, "1"));
    UUID task = UUID.randomUUID();
    say(main, new AssignmentSigned(task, 1, AssignmentRole.LEAD, "cg", NOW, false));
    assertThat(obstacle()).isEmpty();
    say(
        main,
        new AssignmentHeld(
            task, 1, AssignmentRole.LEAD, "cg", 1, HoldReason.SEASON, NOW.plusSeconds(60), NOW));

    assertThat(main.status()).isEqualTo(CaseStatus.ON_HOLD);
    assertThat(obstacle().get().slug()).isEqualTo("merge-main-on-hold");
    assertThat(obstacle().get().detailZh()).contains("恢复", "另选主单");
    assertThat(obstacle().get().detailEn()).contains("Resume", "another");
  }

  @Test
  void the_reply_answers_who_still_complains_about_the_same_unit_or_about_none() {
    Optional<String> nobody = Optional.empty();
    Optional<String> cg = Optional.of("cg");
    assertThat(MergeRules.isAnsweredWith(main, one, respondents(nobody, nobody))).isTrue();
    assertThat(MergeRules.isAnsweredWith(main, one, respondents(cg, cg))).isTrue();
    assertThat(MergeRules.isAnsweredWith(main, one, respondents(nobody, cg))).isFalse();
    assertThat(MergeRules.isAnsweredWith(main, one, respondents(cg, nobody))).isFalse();
    assertThat(MergeRules.isAnsweredWith(main, one, respondents(cg, Optional.of("zj")))).isFalse();
    assertThat(MergeRules.isAnsweredWith(main, one, Map.of(main.caseId(), nobody))).isFalse();
  }

  private Map<UUID, Optional<String>> respondents(Optional<String> ofMain, Optional<String> ofOne) {
    return Map.of(main.caseId(), ofMain, one.caseId(), ofOne);
  }

  @Test
  void a_reason_holds_only_when_it_is_so() {
    HandledCase street = waiting(CaseKind.HELP, STREET);
    HandledCase elsewhere = waiting(CaseKind.HELP, "/3702/370281/370281002");

    assertThat(MergeRules.reasons(one, main, null, null)).containsExactly(MergeReason.SAME_PLACE);
    assertThat(MergeRules.reasons(one, street, null, null))
        .as("one place lies within the other")
        .containsExactly(MergeReason.SAME_PLACE);
    assertThat(MergeRules.reasons(one, elsewhere, "cg", "cg"))
        .containsExactly(MergeReason.SAME_RESPONDENT);
    assertThat(MergeRules.reasons(one, elsewhere, null, null)).isEmpty();
    assertThatThrownBy(() -> MergeRules.check(MergeReason.SAME_PLACE, one, elsewhere, "cg", "cg"))
        .isInstanceOf(MergeRefused.class)
        .hasMessageContaining("merge-other-place");
    assertThatThrownBy(() -> MergeRules.check(MergeReason.SAME_RESPONDENT, one, main, "cg", "zj"))
        .isInstanceOf(MergeRefused.class)
        .hasMessageContaining("merge-other-respondent");
  }

  @Test
  void a_call_of_an_incident_follows_its_parent_from_whatever_street() {
    HandledCase call = waiting(CaseKind.HELP, "/3702/370281/370281002");
    assertThat(MergeRules.obstacleOfCall(call, main, null, null).get().slug())
        .as("its seat said nothing of the incident")
        .isEqualTo("merge-not-proposed");
    call.accept(
        new CaseAccepted(
                CaseKind.HELP, Urgency.NORMAL, "010101", "370281002", call.placePath(), NOW, false)
            .maybeSameAs(main.caseId()),
        UUID.randomUUID(),
        NOW,
        NOW);
    assertThat(MergeRules.obstacleOfCall(call, main, null, null)).isEmpty();
    assertThat(MergeRules.obstacleOfCall(call, main, "cg", null).get().slug())
        .as("the unit complained about might answer both")
        .isEqualTo("merge-about-another-unit");
    assertThat(MergeRules.obstacleOfCall(call, one, null, null)).isPresent();
  }

  @Test
  void what_keeps_a_parent_from_leading_is_known_before_any_call_is_looked_at() {
    assertThat(MergeRules.obstacleOfMain(main)).isEmpty();
    main.hear(new CaseWithdrawn(WithdrawalReason.MISTAKE));
    assertThat(MergeRules.obstacleOfMain(main).get().slug()).isEqualTo("merge-main-not-open");
  }

  @Test
  void the_unit_that_one_of_them_complains_about_never_answers_both() {
    assertThat(MergeRules.reasons(one, main, "cg", null)).isEmpty();
    assertThat(MergeRules.reasons(one, main, "cg", "cg"))
        .containsExactly(MergeReason.SAME_PLACE, MergeReason.SAME_RESPONDENT);
    assertThatThrownBy(() -> MergeRules.check(MergeReason.SAME_PLACE, one, main, "cg", null))
        .isInstanceOf(MergeRefused.class)
        .hasMessageContaining("merge-about-another-unit");
  }

  @Test
  void the_demands_of_one_call_are_not_merged_with_each_other_and_may_be_with_anybody_elses() {
    HandledCase second = splitOff(one);
    HandledCase third = splitOff(one);
    for (HandledCase[] pair : new HandledCase[][] {{second, one}, {one, second}, {second, third}}) {
      assertThat(MergeRules.obstacle(pair[0], pair[1], List.of()))
          .hasValueSatisfying(refused -> assertThat(refused.slug()).isEqualTo("merge-of-one-call"));
    }
    assertThat(MergeRules.obstacle(second, main, List.of())).isEmpty();
    assertThat(MergeRules.obstacle(main, second, List.of())).isEmpty();
  }

  @Test
  void comparing_does_not_tell_that_a_report_is_of_one_call_with_another_case() {
    HandledCase report =
        waiting(
            registration(CaseKind.REPORT, COMMUNITY)
                .splitFrom(one.caseId(), NOW.minusSeconds(600)));
    for (HandledCase other : List.of(one, splitOff(one), main)) {
      assertThat(MergeRules.obstacle(report, other, List.of()).get().slug())
          .isEqualTo("merge-protected");
      assertThat(MergeRules.obstacle(other, report, List.of()).get().slug())
          .isEqualTo("merge-protected");
    }
  }

  @Test
  void what_was_split_off_a_call_has_waited_since_the_call() {
    assertThat(splitOff(one).registeredAt()).isEqualTo(NOW.minusSeconds(600));
    assertThat(one.registeredAt()).isEqualTo(NOW);
  }

  private Optional<Refusal> obstacle() {
    return MergeRules.obstacle(one, main, List.of());
  }

  private static void say(HandledCase of, DispatchEvent event) {
    of.say(event, Cause.bySystem(NOW, UUID.randomUUID()));
  }

  private static HandledCase waiting(CaseKind kind, String place) {
    return waiting(registration(kind, place));
  }

  private static HandledCase splitOff(HandledCase call) {
    return waiting(
        registration(call.kind(), call.placePath())
            .splitFrom(call.caseId(), NOW.minusSeconds(600)));
  }

  private static CaseRegistered registration(CaseKind kind, String place) {
    return new CaseRegistered(
        kind,
        Urgency.NORMAL,
        Channel.PHONE,
        "010101",
        "370281001",
        place,
        NOW,
        false,
        false,
        true,
        null,
        null,
        null,
        true);
  }

  private static HandledCase waiting(CaseRegistered event) {
    HandledCase of = HandledCase.registered(Uuid7.at(NOW), "2611230000017", event, NOW);
    CaseAccepted accepted =
        new CaseAccepted(
            event.kind(), Urgency.NORMAL, "010101", "370281001", event.placePath(), NOW, false);
    of.hear(accepted);
    of.accept(accepted, UUID.randomUUID(), NOW, NOW);
    return of;
  }
}
