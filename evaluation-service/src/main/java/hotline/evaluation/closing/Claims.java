package hotline.evaluation.closing;

import hotline.lifecycle.Answer;
import hotline.lifecycle.Solved;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the unit of a round says it has done (单位自述).
 *
 * @param contacted whether it reached the citizen; null where it was not heard
 * @param solved whether it solved the matter; null where it was not heard
 */
@Schema(name = "RoundClaims")
record Claims(Boolean contacted, Boolean solved) {

  /** What the unit claims and the citizen denies (诉办矛盾). */
  @Schema(name = "DeniedClaim")
  enum Denied {
    /** 单位称已联系，诉求人称未联系. */
    CONTACT_DENIED,
    /** 单位称已解决，诉求人称未解决. */
    SOLUTION_DENIED
  }

  /**
   * That of a callback {@code c} any claim is denied, as SQL; an index stands on the same words.
   */
  static final String ANY_DENIED =
      "(c.claimed_contact and c.responded = 'NO' or c.claimed_solved and c.solved = 'NO')";

  /** Only a plain no denies: who does not know, or says that it is solved in part, does not. */
  List<Denied> deniedBy(Answer responded, Solved citizenSaysSolved) {
    List<Denied> denied = new ArrayList<>();
    if (Boolean.TRUE.equals(contacted) && responded == Answer.NO) {
      denied.add(Denied.CONTACT_DENIED);
    }
    if (Boolean.TRUE.equals(solved) && citizenSaysSolved == Solved.NO) {
      denied.add(Denied.SOLUTION_DENIED);
    }
    return denied;
  }
}
