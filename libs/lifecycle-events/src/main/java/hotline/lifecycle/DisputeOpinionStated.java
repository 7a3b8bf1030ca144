package hotline.lifecycle;

import java.util.UUID;

/**
 * A unit stated its opinion in a dispute (会商意见); its words and their legal basis stay with the
 * dispatch service.
 *
 * @param assignmentId the task in dispute
 * @param unitId who says it, with a task in the case or not
 */
public record DisputeOpinionStated(
    UUID assignmentId,
    int round,
    int disputeNo,
    int opinionNo,
    String unitId,
    DutyStance stance,
    @MayBeAbsent String suggestedUnitId)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.DISPUTE_OPINION_STATED;
  }
}
