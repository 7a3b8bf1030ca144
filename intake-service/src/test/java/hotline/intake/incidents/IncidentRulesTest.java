package hotline.intake.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Violation;
import hotline.access.Violations;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentRulesTest {
  private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

  private final Incident declared =
      Incident.declare(UUID.randomUUID(), UUID.randomUUID(), "主管爆裂", "泰山路沿线", null, "lead", NOW);

  @Test
  void each_script_has_the_next_number_and_each_act_the_next_version() {
    Incident rewritten = declared.rewriteScript();
    assertThat(rewritten.scriptNo()).isEqualTo(2);
    assertThat(rewritten.version()).isEqualTo(2);
    assertThat(rewritten.tellCallers().messages()).isEqualTo(1);
    assertThat(rewritten.tellCallers().version()).isEqualTo(3);
  }

  @Test
  void what_has_ended_is_not_changed_but_its_callers_are_told_of_it() {
    Incident ended = declared.end("已修复", "lead", NOW);
    assertThat(ended.inForce()).isFalse();
    assertThatThrownBy(ended::rewriteScript).isInstanceOf(IncidentRefused.class);
    assertThatThrownBy(() -> ended.end("再次", "lead", NOW)).isInstanceOf(IncidentRefused.class);
    assertThat(ended.tellCallers().endedAt()).isEqualTo(NOW);
  }

  @Test
  void its_callers_are_not_written_to_without_end() {
    Incident told = declared;
    for (int i = 0; i < Incident.MOST_MESSAGES; i++) {
      told = told.tellCallers();
    }
    assertThatThrownBy(told::tellCallers)
        .isInstanceOf(IncidentRefused.class)
        .hasMessageContaining("5");
  }

  @Test
  void the_number_of_an_office_is_read_out_and_that_of_a_person_is_not() {
    Violations violations = new Violations();
    assertThat(Incident.checkScript(violations, " 详询供水集团 0532-85550911。 "))
        .isEqualTo("详询供水集团 0532-85550911。");
    assertThat(violations.isEmpty()).isTrue();
    Incident.checkMessage(violations, "请联系 13800001234");
    Incident.checkNote(violations, " ");
    Incident.checkName(violations, "水".repeat(51));
    assertThat(violations.list())
        .extracting(Violation::code)
        .containsExactly("number-of-a-person", "required", "too-long");
  }
}
