package hotline.lifecycle;

import java.time.Instant;

/**
 * A rule moved the matter up one tier (升级), with the facts that it saw; the handling unit keeps its
 * task.
 *
 * @param fromUnitId the unit whose task it is about, lead or co-handler; absent while nobody has
 *     one
 * @param toLevel level of the tier that has to coordinate now: 1 is the centre
 * @param threshold the limit of the rule that was exceeded, or the number of rounds
 * @param since from when that limit counts, backwards from a due time that is near; absent for a
 *     number of rounds
 */
public record CaseEscalated(
    int escalationNo,
    String ruleId,
    String policyVersion,
    EscalationCause cause,
    @MayBeAbsent String fromUnitId,
    String toUnitId,
    String toUnitPath,
    int toLevel,
    String threshold,
    @MayBeAbsent Instant since,
    @MayBeAbsent Instant replyDue,
    int round,
    int urgeCount)
    implements DispatchEvent {

  @Override
  public EventType type() {
    return EventType.CASE_ESCALATED;
  }
}
