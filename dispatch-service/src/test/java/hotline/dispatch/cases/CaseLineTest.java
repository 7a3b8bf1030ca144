package hotline.dispatch.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Source;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseLineTest {

  private static final Instant NOW = Instant.parse("2026-11-09T02:00:00Z");
  private static final UUID TASK = UUID.randomUUID();
  private static final DispatchEvent MISSED =
      new DeadlineMissed(TASK, 1, AssignmentRole.LEAD, "cg", DeadlineKind.SIGN, NOW);
  private static final Cause CAUSE = Cause.bySystem(NOW, null);

  @Test
  void facts_of_a_case_take_the_numbers_after_the_last() {
    CaseLine of = line(CaseStatus.DISPATCHED);

    Envelope first = of.say(MISSED, CAUSE).envelope();
    Envelope second = of.say(MISSED, CAUSE).envelope();

    assertThat(first.sequence()).isEqualTo(8);
    assertThat(second.sequence()).isEqualTo(9).isEqualTo(of.sequence());
    assertThat(first.source()).isEqualTo(Source.DISPATCH);
    assertThat(first.caseId()).isEqualTo(of.caseId());
    assertThat(first.caseNo()).isEqualTo("261109-000001-5");
    assertThat(first.time()).isEqualTo(NOW);
    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @Test
  void of_a_case_that_is_over_nothing_more_is_said() {
    CaseLine of = line(CaseStatus.CLOSED);

    assertThat(of.isOver()).isTrue();
    assertThatThrownBy(() -> of.say(MISSED, CAUSE)).isInstanceOf(CaseHasMovedOn.class);
    assertThat(of.sequence()).isEqualTo(7);
  }

  @Test
  void a_fact_that_moves_the_case_needs_the_whole_of_it() {
    CaseLine of = line(CaseStatus.DISPATCHED);

    assertThatThrownBy(
            () ->
                of.say(new AssignmentSigned(TASK, 1, AssignmentRole.LEAD, "cg", NOW, false), CAUSE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(of.sequence()).isEqualTo(7);
  }

  private static CaseLine line(CaseStatus status) {
    return new CaseLine(UUID.randomUUID(), "261109-000001-5", status, 7);
  }
}
