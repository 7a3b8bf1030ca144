package hotline.dispatch.owners;

import static hotline.dispatch.owners.OwnershipAct.APPROVE_HANDOVER;
import static hotline.dispatch.owners.OwnershipAct.ASK_HANDOVER;
import static hotline.dispatch.owners.OwnershipAct.CHANGE_PLAN;
import static hotline.dispatch.owners.OwnershipAct.CITIZEN_ANSWERED;
import static hotline.dispatch.owners.OwnershipAct.NEW_ROUND;
import static hotline.dispatch.owners.OwnershipAct.REFUSE_HANDOVER;
import static hotline.dispatch.owners.OwnershipAct.SIGN_OFF;
import static hotline.dispatch.owners.OwnershipAct.VISIT;
import static hotline.dispatch.owners.OwnershipStatus.HANDOVER_ASKED;
import static hotline.dispatch.owners.OwnershipStatus.OWNED;
import static hotline.dispatch.owners.OwnershipStatus.RELEASED;
import static hotline.dispatch.owners.OwnershipStatus.SIGNED_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipMovesTest {

  private static final Map<OwnershipStatus, Map<OwnershipAct, OwnershipStatus>> POSSIBLE =
      Map.of(
          OWNED,
          Map.of(
              VISIT, OWNED,
              CHANGE_PLAN, OWNED,
              ASK_HANDOVER, HANDOVER_ASKED,
              SIGN_OFF, SIGNED_OFF,
              CITIZEN_ANSWERED, OWNED,
              NEW_ROUND, OWNED),
          HANDOVER_ASKED,
          Map.of(
              VISIT, HANDOVER_ASKED,
              CHANGE_PLAN, HANDOVER_ASKED,
              APPROVE_HANDOVER, OWNED,
              REFUSE_HANDOVER, OWNED,
              CITIZEN_ANSWERED, HANDOVER_ASKED,
              NEW_ROUND, HANDOVER_ASKED),
          SIGNED_OFF,
          Map.of(VISIT, SIGNED_OFF, CITIZEN_ANSWERED, RELEASED, NEW_ROUND, OWNED),
          RELEASED,
          Map.of(CITIZEN_ANSWERED, RELEASED, NEW_ROUND, RELEASED));

  @ParameterizedTest
  @EnumSource(OwnershipStatus.class)
  void every_act_is_possible_in_its_status_and_refused_with_both_languages_in_any_other(
      OwnershipStatus status) {
    for (OwnershipAct act : OwnershipAct.values()) {
      OwnershipStatus next = POSSIBLE.get(status).get(act);
      if (next != null) {
        assertThat(OwnershipMoves.move(status, act, false))
            .as("%s on %s", act, status)
            .isEqualTo(next);
      } else {
        assertThatThrownBy(() -> OwnershipMoves.move(status, act, false))
            .as("%s on %s", act, status)
            .isInstanceOfSatisfying(
                OwnershipNotReady.class,
                refused -> {
                  assertThat(refused.detailZh()).contains(status.zh(), act.zh());
                  assertThat(refused.detailEn()).contains(status.en(), act.en());
                  assertThat(refused.members()).containsEntry("ownershipStatus", status.name());
                });
      }
    }
  }

  @Test
  void a_signature_after_the_citizens_answer_is_the_end() {
    assertThat(OwnershipMoves.move(OWNED, SIGN_OFF, true)).isEqualTo(RELEASED);
  }
}
