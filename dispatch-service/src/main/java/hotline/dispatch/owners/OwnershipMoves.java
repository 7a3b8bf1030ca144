package hotline.dispatch.owners;

import static hotline.dispatch.owners.OwnershipStatus.HANDOVER_ASKED;
import static hotline.dispatch.owners.OwnershipStatus.OWNED;
import static hotline.dispatch.owners.OwnershipStatus.RELEASED;
import static hotline.dispatch.owners.OwnershipStatus.SIGNED_OFF;

/** Which act leads an owned case from which status to which: the one place that says it. */
final class OwnershipMoves {

  private OwnershipMoves() {}

  /**
   * Refuses what is not possible now.
   *
   * @param answered whether the citizen has answered before
   */
  static OwnershipStatus move(OwnershipStatus status, OwnershipAct act, boolean answered) {
    return switch (act) {
      case VISIT -> visited(status);
      case CHANGE_PLAN -> planned(status);
      case ASK_HANDOVER -> inHand(status, act, HANDOVER_ASKED);
      case APPROVE_HANDOVER, REFUSE_HANDOVER -> decided(status, act);
      case SIGN_OFF -> inHand(status, act, answered ? RELEASED : SIGNED_OFF);
      case CITIZEN_ANSWERED -> answered(status);
      case NEW_ROUND -> again(status);
    };
  }

  /** Who has signed off may still meet people until the citizen answers. */
  private static OwnershipStatus visited(OwnershipStatus status) {
    return switch (status) {
      case OWNED, HANDOVER_ASKED, SIGNED_OFF -> status;
      case RELEASED -> throw new OwnershipNotReady(status, OwnershipAct.VISIT);
    };
  }

  private static OwnershipStatus planned(OwnershipStatus status) {
    return switch (status) {
      case OWNED, HANDOVER_ASKED -> status;
      case SIGNED_OFF, RELEASED -> throw new OwnershipNotReady(status, OwnershipAct.CHANGE_PLAN);
    };
  }

  private static OwnershipStatus inHand(
      OwnershipStatus status, OwnershipAct act, OwnershipStatus next) {
    return switch (status) {
      case OWNED -> next;
      // As long as a handover waits nobody knows whose signature it would be.
      case HANDOVER_ASKED, SIGNED_OFF, RELEASED -> throw new OwnershipNotReady(status, act);
    };
  }

  private static OwnershipStatus decided(OwnershipStatus status, OwnershipAct act) {
    return switch (status) {
      case HANDOVER_ASKED -> OWNED;
      case OWNED, SIGNED_OFF, RELEASED -> throw new OwnershipNotReady(status, act);
    };
  }

  private static OwnershipStatus answered(OwnershipStatus status) {
    return switch (status) {
      case SIGNED_OFF -> RELEASED;
      // To the end (一包到底): the citizen's answer alone releases nobody.
      case OWNED, HANDOVER_ASKED, RELEASED -> status;
    };
  }

  private static OwnershipStatus again(OwnershipStatus status) {
    return switch (status) {
      // The matter was not settled after all.
      case SIGNED_OFF -> OWNED;
      case OWNED, HANDOVER_ASKED, RELEASED -> status;
    };
  }
}
