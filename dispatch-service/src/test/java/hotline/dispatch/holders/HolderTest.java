package hotline.dispatch.holders;

import static hotline.dispatch.cases.HandedOut.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandedOut;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.City;
import hotline.dispatch.limits.Policies;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.WithdrawalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    CaseAnsweredDirect answered = new CaseAnsweredDirect("center", "/center", null, null);
    of.hear(answered);
    of.answeredDirectly(answered, TUESDAY);

    Holder holder = holder(of, null);

    assertThat(holder.level()).isEqualTo(Holder.Level.CALLBACK);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.unitId()).isNull();
  }

  @Test
  void what_was_handed_to_a_body_outside_lies_there_since_then() {
    HandledCase of = HandedOut.registered();
    of.hear(new CaseTransferredOut(TransferTarget.POLICE_110, TUESDAY, TUESDAY, null, null));
    of.transferredOut(CaseStatus.REGISTERED, TUESDAY);

    Holder holder = holder(of, null);

    assertThat(holder.level()).isEqualTo(Holder.Level.OUTSIDE);
    assertThat(holder.since()).isEqualTo(TUESDAY);
    assertThat(holder.unitName()).isNull();
  }

  @Test
  void what_waits_for_screening_lies_with_its_desk_since_it_was_registered() {
    Holder holder = holder(HandedOut.registered(), null);

    assertThat(holder.level()).isEqualTo(Holder.Level.SCREENER);
    assertThat(holder.since()).isEqualTo(MONDAY);
  }

  @Test
  void nobody_holds_what_is_over() {
    HandledCase of = HandedOut.registered();
    of.hear(new CaseWithdrawn(WithdrawalReason.MISTAKE));

    assertThat(holder(of, null)).isNull();
  }

  @Test
  void that_another_units_leader_has_to_sign_is_not_told() {
    HandledCase of = HandedOut.caseOfCg();
    Assignment lead = HandedOut.contacted(of, MONDAY);
    lead.askEndorsement(EndorsedAct.REPLY, WEDNESDAY, TUESDAY);

    Holder holder =
        Holder.of(
            of,
            List.of(lead),
            null,
            path -> path.startsWith("/center/jt"),
            City.directory(),
            WEDNESDAY,
            WorkCalendar.china());

    assertThat(holder.level()).isEqualTo(Holder.Level.UNIT);
    assertThat(holder.unitId()).isEqualTo("cg");
    assertThat(holder.since()).isEqualTo(lead.inHandSince());
  }

  private static Holder holder(HandledCase of, Assignment lead) {
    return Holder.of(
        of,
        lead == null ? List.of() : List.of(lead),
        null,
        City.directory(),
        WEDNESDAY,
        WorkCalendar.china());
  }
}
