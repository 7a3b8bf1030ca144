package hotline.dispatch.supervision;

import static hotline.dispatch.cases.HandedOut.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Decision;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.assignments.UnitRequest.State;
import hotline.dispatch.cases.HandedOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SituationsTest {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));
  private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));

  private final Assignment task = HandedOut.contacted(HandedOut.caseOfCg(), TUESDAY);

  @Test
  void a_unit_that_asks_the_centre_for_something_is_not_silent() {
    assertThat(Situations.lastAct(task, List.of(), List.of())).isEqualTo(TUESDAY);
    assertThat(Situations.lastAct(task, List.of(), List.of(asked(State.OPEN, null))))
        .isEqualTo(WEDNESDAY);
  }

  @Test
  void a_unit_goes_on_when_it_was_answered() {
    Decision decision = new Decision(null, "同意", THURSDAY, "dispatcher");

    assertThat(Situations.lastAct(task, List.of(), List.of(asked(State.GRANTED, decision))))
        .isEqualTo(THURSDAY);
  }

  private static UnitRequest asked(State state, Decision decision) {
    return new UnitRequest(
        1,
        Kind.EXTENSION,
        state,
        "COMPLEX",
        "情况复杂",
        null,
        5,
        null,
        "clerk",
        WEDNESDAY,
        decision,
        List.of());
  }
}
