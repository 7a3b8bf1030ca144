package hotline.dispatch.supervision;

import static hotline.dispatch.cases.HandedOut.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandedOut;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock.State;
import hotline.dispatch.limits.Policies;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a case waited for a dispatcher when it went to a body outside and came back. */
class CentreClocksWaitsTest {

  private static final Instant OUT = MONDAY.plus(Duration.ofHours(2));
  private static final Instant BACK = MONDAY.plus(Duration.ofDays(3));

  private final HandledCase of = HandedOut.registered();

  @Test
  void what_waits_at_a_body_outside_waits_for_no_dispatcher() {
    accept(MONDAY);
    assertThat(CentreClocks.waits(of, List.of()))
        .extracting(CentreClocks.Wait::state)
        .containsExactly(State.RUNNING);

    handOver();

    assertThat(CentreClocks.waits(of, List.of()))
        .extracting(CentreClocks.Wait::since, CentreClocks.Wait::ended, CentreClocks.Wait::state)
        .containsExactly(tuple(MONDAY, OUT, State.ENDED));
  }

  @Test
  void what_comes_back_waits_anew_and_its_first_wait_stays() {
    accept(MONDAY);
    Assignment lead = HandedOut.contacted(of, MONDAY);
    handOver();
    lead.cancel(CancellationReason.CASE_TRANSFERRED, OUT, Policies.rules());
    of.hear(new CaseTransferDeclined(TransferTarget.PETITION, BACK));
    accept(BACK);

    assertThat(of.acceptedAt()).isEqualTo(MONDAY);
    assertThat(CentreClocks.waits(of, List.of(lead)))
        .extracting(CentreClocks.Wait::since, CentreClocks.Wait::state)
        .containsExactly(tuple(MONDAY, State.MET), tuple(BACK, State.RUNNING));
  }

  private void accept(Instant at) {
    CaseAccepted accepted =
        new CaseAccepted(
            CaseKind.HELP,
            Urgency.NORMAL,
            "010101",
            "370281001",
            "/3702/370281/370281001",
            MONDAY,
            false);
    of.hear(accepted);
    of.accept(accepted, UUID.randomUUID(), at, at);
  }

  private void handOver() {
    CaseStatus before = of.status();
    of.hear(new CaseTransferredOut(TransferTarget.PETITION, OUT, OUT, null, null));
    of.transferredOut(before, OUT);
  }
}
