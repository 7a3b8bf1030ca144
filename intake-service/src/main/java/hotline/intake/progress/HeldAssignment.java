package hotline.intake.progress;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A unit's task on a case, as far as intake must know it (承办任务).
 *
 * @param heldUntil while the clock stands still; null otherwise
 */
public record HeldAssignment(
    UUID assignmentId,
    UUID caseId,
    int round,
    AssignmentRole role,
    String unitId,
    String unitPath,
    AssignmentStatus status,
    Instant replyDue,
    Instant heldUntil) {

  HeldAssignment with(AssignmentStatus next, Instant due, Instant until) {
    return new HeldAssignment(
        assignmentId, caseId, round, role, unitId, unitPath, next, due, until);
  }
}
