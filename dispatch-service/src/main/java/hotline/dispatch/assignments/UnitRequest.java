package hotline.dispatch.assignments;

import hotline.dispatch.attachments.AttachmentView;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ReturnReason;
import java.time.Instant;
import java.util.List;

/**
 * What a unit asked the centre for (申请): to give the task back, for more time, or for a hold.
 *
 * @param reason the code of a return, an extension or a hold
 * @param basis legal basis, grounds or evidence, in the words of the unit
 * @param suggestedUnitId of a return, when the unit knows better
 * @param workDays of an extension
 * @param resumeAt of a hold
 * @param decision null until the centre has decided
 * @param attachments papers and photos that found it (附件)
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
    Decision decision,
    List<AttachmentView> attachments) {

  /** Of the words with which a unit founds a request. */
  public static final int LONGEST_BASIS = 2_000;

  /**
   * @param suggestedUnitId null when the unit does not know whose it is
   * @param by who wrote it: where a leader had to sign, not who asks with the signature
   */
  public static UnitRequest toReturn(
      int requestNo,
      ReturnReason reason,
      String basis,
      String suggestedUnitId,
      String by,
      Instant at) {
    return open(requestNo, Kind.RETURN, reason, basis, suggestedUnitId, null, null, by, at);
  }

  public static UnitRequest forMoreTime(
      int requestNo, ExtensionReason reason, String basis, int workDays, Cause cause) {
    return open(
        requestNo, Kind.EXTENSION, reason, basis, null, workDays, null, cause.actor(), cause.at());
  }

  public static UnitRequest toHold(
      int requestNo, HoldReason reason, String basis, Instant resumeAt, Cause cause) {
    return open(
        requestNo, Kind.HOLD, reason, basis, null, null, resumeAt, cause.actor(), cause.at());
  }

  private static UnitRequest open(
      int requestNo,
      Kind kind,
      Enum<?> reason,
      String basis,
      String suggestedUnitId,
      Integer workDays,
      Instant resumeAt,
      String by,
      Instant at) {
    return new UnitRequest(
        requestNo,
        kind,
        State.OPEN,
        reason.name(),
        basis.strip(),
        suggestedUnitId,
        workDays,
        resumeAt,
        by,
        at,
        null,
        List.of());
  }

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
    LAPSED,
    /** The centre convened the units instead: its ruling decides. */
    DISPUTED
  }

  /** How the centre decided, and what it told the unit. */
  public record Decision(
      RequestRefusal refusal, String comment, Instant decidedAt, String decidedBy) {}
}
