package hotline.reporting.timeline;

import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.LEGAL_HOLD_LIFTED;
import static hotline.lifecycle.EventType.LEGAL_HOLD_PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.access.Actor;
import hotline.access.Role;
import hotline.lifecycle.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegalHoldsTest {

  private static final List<CaseTimeline.Entry> FACTS =
      List.of(said(LEGAL_HOLD_PLACED), said(CASE_CLOSED), said(LEGAL_HOLD_LIFTED));

  @Test
  void that_a_case_is_held_is_told_to_those_who_read_its_holds_and_to_nobody_else() {
    Set<Role> readers = EnumSet.of(Role.SUPERVISOR, Role.LEADER, Role.ASSESSMENT_CLERK);
    for (Role role : Role.values()) {
      assertThat(shownTo(Set.of(role)))
          .as("%s", role)
          .isEqualTo(
              readers.contains(role)
                  ? FACTS.stream().map(CaseTimeline.Entry::type).toList()
                  : List.of(CASE_CLOSED.wireName()));
    }
    assertThat(shownTo(Set.of(Role.CALLBACK_LEAD, Role.SUPERVISOR))).hasSize(3);
  }

  private static List<String> shownTo(Set<Role> roles) {
    Actor reader = new Actor("u", "u", roles, null, null, null, "u");
    return LegalHolds.seenBy(reader, FACTS).stream().map(CaseTimeline.Entry::type).toList();
  }

  private static CaseTimeline.Entry said(EventType type) {
    return new CaseTimeline.Entry(
        null,
        type.wireName(),
        type.zh(),
        type.en(),
        type.source().uri(),
        1L,
        null,
        null,
        null,
        false,
        false,
        JsonNodeFactory.instance.objectNode());
  }
}
