package hotline.evaluation.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Answer;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RehandlePolicyTest {

  private final RehandlePolicy policy = new RehandlePolicy(2);

  @Test
  void an_unsolved_demand_on_the_unit_side_goes_back_twice_and_not_a_third_time() {
    Rating unsolved = rating(Solved.NO, Answer.UNKNOWN, DissatisfactionReason.UNIT);

    assertThat(policy.decide(true, 1, unsolved)).isEqualTo(Decision.REHANDLE);
    assertThat(policy.decide(true, 2, unsolved)).isEqualTo(Decision.REHANDLE);
    assertThat(policy.decide(true, 3, unsolved)).isEqualTo(Decision.CLOSED);
    assertThat(policy.closedBy(true, unsolved)).isEqualTo(ClosedBy.ROUNDS_EXHAUSTED);
  }

  @Test
  void the_last_round_leaves_none_after_it() {
    assertThat(policy.leavesARoundAfter(2)).isTrue();
    assertThat(policy.leavesARoundAfter(3)).isFalse();
    assertThat(policy.leavesARoundAfter(4)).isFalse();
  }

  @Test
  void a_solved_demand_with_a_dissatisfied_citizen_goes_back_too() {
    assertThat(policy.decide(true, 1, rating(Solved.YES, Answer.NO, DissatisfactionReason.UNIT)))
        .isEqualTo(Decision.REHANDLE);
  }

  @ParameterizedTest
  @EnumSource(value = DissatisfactionReason.class, mode = EnumSource.Mode.EXCLUDE, names = "UNIT")
  void a_reason_that_is_not_the_units_closes_the_case(DissatisfactionReason reason) {
    Rating dissatisfied = rating(Solved.NO, Answer.NO, reason);

    assertThat(policy.decide(true, 1, dissatisfied)).isEqualTo(Decision.CLOSED);
    assertThat(policy.closedBy(true, dissatisfied)).isEqualTo(ClosedBy.NOT_UNIT_SIDE);
  }

  @ParameterizedTest
  @EnumSource(value = Solved.class, mode = EnumSource.Mode.EXCLUDE, names = "NO")
  void what_is_not_said_to_be_unsolved_or_unsatisfying_never_goes_back(Solved solved) {
    for (Answer satisfied : new Answer[] {Answer.YES, Answer.UNKNOWN}) {
      Rating rating = rating(solved, satisfied, null);

      assertThat(policy.decide(true, 1, rating)).isEqualTo(Decision.CLOSED);
      assertThat(policy.closedBy(true, rating)).isEqualTo(ClosedBy.EVALUATED);
    }
  }

  @Test
  void where_no_round_is_to_come_a_dissatisfied_citizen_closes_the_case_with_that_rating() {
    Rating unsolved = rating(Solved.NO, Answer.NO, DissatisfactionReason.UNIT);

    assertThat(policy.decide(false, 1, unsolved)).isEqualTo(Decision.CLOSED);
    assertThat(policy.closedBy(false, unsolved)).isEqualTo(ClosedBy.EVALUATED);
    assertThat(policy.closedBy(false, rating(Solved.NO, Answer.NO, DissatisfactionReason.POLICY)))
        .isEqualTo(ClosedBy.NOT_UNIT_SIDE);
  }

  private static Rating rating(Solved solved, Answer satisfied, DissatisfactionReason reason) {
    return new Rating(Answer.YES, solved, satisfied, Answer.UNKNOWN, reason, RatedVia.AGENT, null);
  }
}
