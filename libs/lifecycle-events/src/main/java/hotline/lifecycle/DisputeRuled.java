package hotline.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The centre ruled whose duty it is (裁定). The unit goes on where it stands when it is the lead;
 * else its recall and a dispatch follow. None of the named units may give the case back again.
 *
 * @param unitId who led meanwhile
 * @param opinions how many were stated before
 * @param backTo where the unit stands
 * @param openedAt of the dispute
 * @param conferredMinutes work time from the opening to the ruling
 * @param createdRuleId the routing rule that it created; absent when it created none
 */
public record DisputeRuled(
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int disputeNo,
    int opinions,
    String leadUnitId,
    List<String> coUnitIds,
    AssignmentStatus backTo,
    Instant openedAt,
    long conferredMinutes,
    @MayBeAbsent String createdRuleId)
    implements DispatchEvent, AssignmentFact {

  @Override
  public EventType type() {
    return EventType.DISPUTE_RULED;
  }
}
