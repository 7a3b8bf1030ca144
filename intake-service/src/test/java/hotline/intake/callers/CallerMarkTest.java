package hotline.intake.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.access.Violation;
import hotline.access.Violations;
import hotline.intake.callers.CallerMark.Wanted;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerMarkTest {
  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
  private static final UUID ID = UUID.randomUUID();

  @Test
  void care_is_in_force_at_once_and_for_twelve_months() {
    CallerMark care = begun(MarkKind.CARE, CareNeed.DEAF);
    assertThat(care.state()).isEqualTo(MarkState.IN_FORCE);
    assertThat(care.endsAt()).isEqualTo("2027-11-30T02:00:00Z");
    assertThat(care.isOver(care.endsAt().minusMillis(1))).isFalse();
    assertThat(care.isOver(care.endsAt())).isTrue();
  }

  @Test
  void abuse_waits_for_another_person_and_then_holds_for_ninety_days() {
    CallerMark proposed = begun(MarkKind.ABUSE, null);
    assertThat(proposed.state()).isEqualTo(MarkState.PROPOSED);
    assertThatThrownBy(() -> proposed.confirm("operator", NOW)).isInstanceOf(MarkByOnePerson.class);
    CallerMark confirmed = proposed.confirm("lead", NOW.plusSeconds(60));
    assertThat(confirmed.state()).isEqualTo(MarkState.IN_FORCE);
    assertThat(confirmed.endsAt()).isEqualTo("2027-02-28T02:01:00Z");
    assertThat(confirmed.version()).isEqualTo(2);
    assertThatThrownBy(() -> confirmed.confirm("other-lead", NOW)).isInstanceOf(MarkOver.class);
  }

  @Test
  void a_proposal_that_nobody_confirmed_in_a_week_is_void() {
    CallerMark proposed = begun(MarkKind.ABUSE, null);
    Instant aWeekLater = NOW.plusSeconds(7 * 86_400);
    assertThatThrownBy(() -> proposed.confirm("lead", aWeekLater)).isInstanceOf(MarkOver.class);
    assertThat(proposed.sendBack("operator", aWeekLater.minusSeconds(1)).state())
        .isEqualTo(MarkState.SENT_BACK);
  }

  @Test
  void what_two_people_said_an_operator_does_not_lift() {
    CallerMark abuse = begun(MarkKind.ABUSE, null).confirm("lead", NOW);
    assertThatThrownBy(() -> abuse.lift(actor(Role.OPERATOR), NOW)).isInstanceOf(Forbidden.class);
    assertThat(abuse.lift(actor(Role.SHIFT_LEAD), NOW).state()).isEqualTo(MarkState.LIFTED);
    CallerMark care = begun(MarkKind.CARE, CareNeed.LANGUAGE);
    CallerMark lifted = care.lift(actor(Role.OPERATOR), NOW);
    assertThat(lifted.state()).isEqualTo(MarkState.LIFTED);
    assertThatThrownBy(() -> lifted.lift(actor(Role.OPERATOR), NOW)).isInstanceOf(MarkOver.class);
    assertThatThrownBy(() -> care.lift(actor(Role.OPERATOR), care.endsAt()))
        .isInstanceOf(MarkOver.class);
  }

  @Test
  void who_proposed_abuse_does_not_lift_it_either() {
    CallerMark abuse =
        CallerMark.begin(ID, new Wanted(MarkKind.ABUSE, null, "原因"), "somebody", NOW)
            .confirm("lead", NOW);
    assertThat(abuse.mayBeLifted(actor(Role.SHIFT_LEAD), NOW)).isFalse();
    assertThatThrownBy(() -> abuse.lift(actor(Role.SHIFT_LEAD), NOW))
        .isInstanceOf(MarkByOnePerson.class);
  }

  @Test
  void a_mark_says_what_and_why() {
    Violations violations = new Violations();
    CallerMark.check(violations, "CARE", "", " ");
    assertThat(violations.list()).extracting(Violation::field).containsExactly("need", "reason");
    Violations none = new Violations();
    Wanted wanted = CallerMark.check(none, "ABUSE", "DEAF", "连续辱骂话务员");
    assertThat(none.isEmpty()).isTrue();
    assertThat(wanted.need()).isNull();
  }

  private static CallerMark begun(MarkKind kind, CareNeed need) {
    return CallerMark.begin(ID, new Wanted(kind, need, "原因"), "operator", NOW);
  }

  private static Actor actor(Role role) {
    return new Actor("somebody", "某人", Set.of(role), null, null, null, null);
  }
}
