package hotline.intake.progress;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A unit's task on a case, as far as intake must know it (承办任务).
 *
 * @param heldUntil while the clock stands still; null otherwise
 * @param firstDue by when its unit was to answer as the citizen was told first; null of tasks of
 *     before this was kept
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
    Instant heldUntil,
    Instant firstDue) {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  HeldAssignment with(AssignmentStatus next, Instant due, Instant until) {
    return new HeldAssignment(
        assignmentId, caseId, round, role, unitId, unitPath, next, due, until, firstDue);
  }

  /** Whether it is to answer on another day of the city than was promised first. */
  public boolean isPostponed() {
    return firstDue != null
        && !LocalDate.ofInstant(firstDue, CITY).equals(LocalDate.ofInstant(replyDue, CITY));
  }
}
