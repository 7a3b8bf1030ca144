package hotline.dispatch.dispatching;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.dispatch.cases.HandedOut;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProposedToJoinTest {
  private static final Instant NOW = HandedOut.MONDAY;
  private static final CaseAccepted ACCEPTED =
      new CaseAccepted(
          CaseKind.HELP,
          Urgency.NORMAL,
          "010101",
          "370281001",
          "/3702/370281/370281001",
          NOW,
          false);

  @Test
  void what_may_be_the_matter_of_another_case_waits_for_a_dispatcher_whatever_the_catalogue_says() {
    UUID other = UUID.randomUUID();
    HandledCase of = accepted(ACCEPTED.maybeSameAs(other));
    assertThat(of.sameAs()).isEqualTo(other);
    // Neither catalogue nor directory is asked.
    AutomaticDispatch dispatch = new AutomaticDispatch(null, null, null, null, null);
    assertThat(dispatch.first(of, Optional.empty(), NOW)).isEmpty();
  }

  @Test
  void who_called_may_be_known_only_when_it_is_accepted() {
    assertThat(accepted(ACCEPTED).reachable()).isTrue();
    assertThat(accepted(ACCEPTED.reportedBy(true, true, true)).reachable()).isFalse();
    assertThat(accepted(ACCEPTED.reportedBy(false, true, true)).reachable()).isTrue();
  }

  private static HandledCase accepted(CaseAccepted event) {
    HandledCase of = HandedOut.registered();
    of.hear(event);
    of.accept(event, UUID.randomUUID(), NOW, NOW);
    return of;
  }
}
