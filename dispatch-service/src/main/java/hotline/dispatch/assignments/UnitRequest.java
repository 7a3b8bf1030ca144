package hotline.dispatch.assignments;

import hotline.lifecycle.RequestRefusal;
import java.time.Instant;

/**
 * What a unit asked the centre for (申请): to give the task back, for more time, or for a hold.
 *
 * @param reason the code of a return, an extension or a hold
 * @param basis legal basis, grounds or evidence, in the words of the unit
 * @param suggestedUnitId of a return, when the unit knows better
 * @param workDays of an extension
 * @param resumeAt of a hold
 * @param decision null until the centre has decided
 */
public record UnitRequest(
    int requestNo,
    Kind kind,
    State state,
    String reason,
    String basis,
    String suggestedUnitId,
    Integer workDays,
    Instant resumeAt,
    String requestedBy,
    Instant requestedAt,
    Decision decision) {

  /** What is asked for. */
  public enum Kind {
    RETURN,
    EXTENSION,
    HOLD
  }

  /** Whether it is decided. */
  public enum State {
    OPEN,
    GRANTED,
    REFUSED,
    /** The unit replied, or the task ended, before anybody decided. */
    LAPSED
  }

  /** How the centre decided, and what it told the unit. */
  public record Decision(
      RequestRefusal refusal, String comment, Instant decidedAt, String decidedBy) {}
}
