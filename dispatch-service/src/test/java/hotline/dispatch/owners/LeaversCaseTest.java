package hotline.dispatch.owners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaversCaseTest {

  @Test
  void only_what_the_owner_still_has_to_act_on_is_handed_over() {
    assertThat(LeaversCase.of(OwnershipStatus.OWNED, true))
        .isEqualTo(LeaversCase.HANDOVER_IS_ASKED);
    assertThat(LeaversCase.of(OwnershipStatus.HANDOVER_ASKED, true))
        .isEqualTo(LeaversCase.HANDOVER_WAITS);
    assertThat(LeaversCase.of(OwnershipStatus.SIGNED_OFF, true))
        .isEqualTo(LeaversCase.STAYS_SIGNED_OFF);
  }

  @Test
  void nobody_gets_a_case_who_has_left() {
    assertThat(LeaversCase.of(OwnershipStatus.HANDOVER_ASKED, false))
        .isEqualTo(LeaversCase.PROPOSAL_ENDS);
  }
}
