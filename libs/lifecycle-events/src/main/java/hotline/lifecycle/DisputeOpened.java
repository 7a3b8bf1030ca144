package hotline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The centre convened the units about whose duty it is (会商), instead of deciding about a return.
 * The unit of this task leads meanwhile and acts first (先处置后争议): its clocks run.
 *
 * <p>It ends with the ruling, or with the task: its reply, its recall, its cancelling.
 *
 * @param requestNo the return in whose place it is
 * @param disputeNo counted over the case
 * @param returnsAsked how often a lead unit asked to give this case back so far
 * @param concernedUnitIds who is asked for an opinion, this unit as well
 * @param standsAt where the unit stands; its next step is what it is from there
 * @param signDue moved by the time that the return waited; absent when the unit has signed
 * @param contactDue the same of the first contact; absent when it was tried
 */
public record DisputeOpened(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int requestNo,
    int disputeNo,
    DisputeGround ground,
    int returnsAsked,
    List<String> concernedUnitIds,
    AssignmentStatus standsAt,
    Instant replyDue,
    @MayBeAbsent Instant signDue,
    @MayBeAbsent Instant contactDue)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.DISPUTE_OPENED;
  }
}
