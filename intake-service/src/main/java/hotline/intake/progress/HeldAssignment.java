package hotline.intake.progress;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import java.time.Instant;
import java.util.UUID;

/** A unit's task on a case, as far as intake must know it (承办任务). */
public record HeldAssignment(
    UUID assignmentId,
    UUID caseId,
    int round,
    AssignmentRole role,
    String unitId,
    String unitPath,
    AssignmentStatus status,
    Instant replyDue) {

  HeldAssignment with(AssignmentStatus next) {
    return new HeldAssignment(assignmentId, caseId, round, role, unitId, unitPath, next, replyDue);
  }
}
