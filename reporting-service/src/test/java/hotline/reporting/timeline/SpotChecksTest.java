package hotline.reporting.timeline;

import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.SPOT_CHECK_DRAWN;
import static hotline.lifecycle.EventType.SPOT_CHECK_NOT_MADE;
import static hotline.lifecycle.EventType.SPOT_CHECK_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.access.Actor;
import hotline.access.Role;
import hotline.lifecycle.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotChecksTest {

  private static final CaseTimeline.Entry CLOSED = said(CASE_CLOSED, "");
  private static final CaseTimeline.Entry DRAWN = said(SPOT_CHECK_DRAWN, "one");
  private static final CaseTimeline.Entry RECORDED = said(SPOT_CHECK_RECORDED, "one");
  private static final CaseTimeline.Entry DRAWN_AGAIN = said(SPOT_CHECK_DRAWN, "other");
  private static final CaseTimeline.Entry NOT_MADE = said(SPOT_CHECK_NOT_MADE, "other");

  @Test
  void
      that_a_case_was_drawn_is_told_to_those_who_read_the_draws_and_to_the_others_when_it_has_ended() {
    Set<Role> readers = EnumSet.of(Role.SUPERVISOR, Role.LEADER, Role.ASSESSMENT_CLERK);
    for (Role role : Role.values()) {
      List<CaseTimeline.Entry> open = List.of(CLOSED, DRAWN);
      assertThat(shown(role, open))
          .as("%s", role)
          .isEqualTo(readers.contains(role) ? open : unnumbered(List.of(CLOSED)));
      List<CaseTimeline.Entry> ended = List.of(CLOSED, DRAWN, RECORDED, DRAWN_AGAIN);
      assertThat(shown(role, ended))
          .as("%s", role)
          .isEqualTo(readers.contains(role) ? ended : unnumbered(List.of(CLOSED, DRAWN, RECORDED)));
      List<CaseTimeline.Entry> all = List.of(CLOSED, DRAWN, RECORDED, DRAWN_AGAIN, NOT_MADE);
      assertThat(shown(role, all))
          .as("%s", role)
          .isEqualTo(readers.contains(role) ? all : unnumbered(all));
    }
  }

  @Test
  void the_unit_reads_the_same_before_and_after_the_draw() {
    CaseTimeline.Entry later = said(CASE_CLOSED, "", 3);
    assertThat(shown(Role.CLERK, List.of(CLOSED, DRAWN, later)))
        .isEqualTo(shown(Role.CLERK, List.of(CLOSED, said(CASE_CLOSED, "", 2))));
  }

  private static List<CaseTimeline.Entry> unnumbered(List<CaseTimeline.Entry> facts) {
    return facts.stream().map(CaseTimeline.Entry::withoutSequence).toList();
  }

  private static List<CaseTimeline.Entry> shown(Role role, List<CaseTimeline.Entry> facts) {
    return SpotChecks.seenBy(new Actor("u", "u", Set.of(role), null, null, null, "u"), facts);
  }

  private static CaseTimeline.Entry said(EventType type, String checkId) {
    return said(type, checkId, 1);
  }

  private static CaseTimeline.Entry said(EventType type, String checkId, long sequence) {
    return new CaseTimeline.Entry(
        null,
        type.wireName(),
        type.zh(),
        type.en(),
        type.source().uri(),
        sequence,
        null,
        null,
        null,
        false,
        false,
        JsonNodeFactory.instance.objectNode().put("checkId", checkId));
  }
}
