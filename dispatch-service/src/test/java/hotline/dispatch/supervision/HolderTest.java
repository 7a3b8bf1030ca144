package hotline.dispatch.supervision;

import static hotline.dispatch.supervision.HandedOut.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Policies;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.ReturnReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HolderTest {

  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant WEDNESDAY = MONDAY.plus(Duration.ofDays(2));

  @Test
  void while_a_unit_asks_to_give_a_case_back_it_lies_with_the_dispatcher() {
    HandledCase of = HandedOut.caseOfCg();
    Assignment lead = HandedOut.contacted(of, MONDAY);
    lead.requestReturn(ReturnReason.NOT_OUR_DUTY, null, WEDNESDAY, TUESDAY);

    Holder holder = holder(of, lead);

    assertThat(holder.level()).isEqualTo(Holder.Level.DISPATCHER);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.unitId()).isEqualTo("cg");
  }

  @Test
  void what_waits_for_a_signature_lies_with_the_leader_of_the_unit_since_it_was_written() {
    HandledCase of = HandedOut.caseOfCg();
    Assignment lead = HandedOut.contacted(of, MONDAY);
    lead.askEndorsement(EndorsedAct.REPLY, WEDNESDAY, TUESDAY);

    Holder holder = holder(of, lead);

    assertThat(holder.level()).isEqualTo(Holder.Level.UNIT_LEADER);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.unitId()).isEqualTo("cg");
  }

  @Test
  void a_case_on_hold_lies_with_its_unit_since_the_hold_began_not_since_it_will_end() {
    HandledCase of = HandedOut.caseOfCg();
    Assignment lead = HandedOut.contacted(of, MONDAY);
    lead.hold(HoldReason.SEASON, MONDAY.plus(Duration.ofDays(30)), TUESDAY, Policies.rules());

    Holder holder = holder(of, lead);

    assertThat(holder.level()).isEqualTo(Holder.Level.UNIT);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.workMinutes()).isPositive();
  }

  @Test
  void what_the_centre_answered_lies_with_the_callback_since_then() {
    HandledCase of = HandedOut.registered();
    of.hear(new CaseAnsweredDirect("center", "/center", null, null));
    of.answeredDirectly(TUESDAY);

    Holder holder = holder(of, null);

    assertThat(holder.level()).isEqualTo(Holder.Level.CALLBACK);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.unitId()).isNull();
  }

  private static Holder holder(HandledCase of, Assignment lead) {
    return Holder.of(of, lead, null, Optional.empty(), WEDNESDAY, WorkCalendar.china());
  }
}
