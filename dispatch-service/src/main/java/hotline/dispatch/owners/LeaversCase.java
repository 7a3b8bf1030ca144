package hotline.dispatch.owners;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of an owned case (包案) when somebody who has to do with it leaves. */
@Schema(name = "LeaversCase")
public enum LeaversCase {
  /** A handover to the successor is asked for; a leader approves it. */
  HANDOVER_IS_ASKED,
  /** A handover is asked for already, and waits for the leader who decides. */
  HANDOVER_WAITS,
  /** Signed off: the citizen's answer alone is missing. Nobody has anything to do. */
  STAYS_SIGNED_OFF,
  /** It was to be handed over to who leaves: the owner keeps it, and may propose somebody else. */
  PROPOSAL_ENDS;

  /**
   * Of a case that is not released.
   *
   * @param owns whether who leaves is the owner, and not the one proposed
   */
  static LeaversCase of(OwnershipStatus status, boolean owns) {
    if (!owns) {
      return PROPOSAL_ENDS;
    }
    return switch (status) {
      case OWNED -> HANDOVER_IS_ASKED;
      case HANDOVER_ASKED -> HANDOVER_WAITS;
      case SIGNED_OFF, RELEASED -> STAYS_SIGNED_OFF;
    };
  }
}
