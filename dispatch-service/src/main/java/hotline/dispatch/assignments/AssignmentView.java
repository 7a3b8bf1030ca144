package hotline.dispatch.assignments;

import hotline.calendar.Light;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assignment as a row of a list.
 *
 * @param replyPromised whether the system before this one had promised when the reply is due (原时限)
 * @param leadUrgeCount how often its lead unit has urged it (主办催协办); 0 of a lead's task
 * @param openRequest what the unit asks the centre for at present; null for nothing
 * @param heldUntil while its clock stands still; null otherwise
 * @param reachable false when the reporter is anonymous or left no number: the unit need not try
 * @param correctedAt when what the case is about was corrected last; null when it never was
 * @param escalatedTo level of the highest tier that was asked to coordinate; null when none was
 * @param deemedAcceptedAt since when it counts as accepted: its window for returns has passed
 *     without a request; null before
 * @param endorsement what waits for the signature of the unit's leader; null when nothing does
 * @param draftCount what was ever written for the unit's leader to sign
 * @param parentAssignmentId of a part that a unit above handed down; null otherwise
 * @param openPartCount how many units below have a part of it
 * @param parts in a list those that are open, on the page of the task all of them
 * @param reopened why the closed case was reopened for this round; null for every other round
 */
public record AssignmentView(
    UUID assignmentId,
    UUID caseId,
    String caseNo,
    String title,
    CaseKind kind,
    Urgency urgency,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    String unitId,
    String unitName,
    AssignmentRole role,
    int round,
    AssignmentStatus status,
    long version,
    Light light,
    NextDeadline nextDeadline,
    Instant signDue,
    Instant contactDue,
    Instant replyDue,
    boolean signMissed,
    boolean contactMissed,
    boolean replyMissed,
    boolean replyPromised,
    Instant createdAt,
    Instant signedAt,
    Instant contactedAt,
    Instant repliedAt,
    Instant endedAt,
    int attemptCount,
    int replyCount,
    int urgeCount,
    int leadUrgeCount,
    UnitRequest.Kind openRequest,
    int extensionCount,
    Instant heldUntil,
    int centreUrgeCount,
    int openOrderCount,
    Integer escalatedTo,
    boolean anonymous,
    boolean reachable,
    Instant correctedAt,
    ReopenReason reopened,
    Instant deemedAcceptedAt,
    Endorsement endorsement,
    int draftCount,
    UUID parentAssignmentId,
    String parentUnitId,
    String parentUnitName,
    int openPartCount,
    List<PartView> parts) {

  /**
   * The running clock that ends first.
   *
   * @param remainingWorkMinutes work time left; negative by the work time overdue
   * @param remainingMinutes natural time left, for limits that count the night as well
   */
  public record NextDeadline(
      DeadlineKind kind,
      Instant dueAt,
      String limit,
      long remainingWorkMinutes,
      long remainingMinutes,
      boolean overdue,
      Light light) {}

  /** What waits for the leader of the unit (待签发), and since when; its words are the unit's own. */
  @Schema(name = "Endorsement")
  public record Endorsement(EndorsedAct act, int draftNo, Instant since) {

    static Endorsement of(Assignment assignment) {
      Endorsing waits = assignment.endorsing();
      return waits.awaits() == null
          ? null
          : new Endorsement(waits.awaits(), waits.drafts(), waits.since());
    }
  }

  public static AssignmentView of(
      Assignment assignment,
      HandledCase of,
      String title,
      Directory directory,
      Instant now,
      WorkCalendar calendar) {
    return of(assignment, of, title, directory, now, calendar, List.of());
  }

  static AssignmentView of(
      Assignment assignment,
      HandledCase of,
      String title,
      Directory directory,
      Instant now,
      WorkCalendar calendar,
      List<Assignment> parts) {
    HandedDown handedDown = assignment.handedDown();
    Clocks clocks = assignment.clocks();
    NextDeadline next =
        clocks
            .pressing(assignment.clockStatus())
            .map(kind -> next(clocks, kind, now, calendar))
            .orElse(null);
    return new AssignmentView(
        assignment.assignmentId(),
        assignment.caseId(),
        of.caseNo(),
        title,
        of.kind(),
        of.urgency(),
        of.categoryCode(),
        directory.categoryName(of.categoryCode()),
        of.placeCode(),
        directory.placeName(of.placeCode()),
        assignment.unitId(),
        directory.unitName(assignment.unitId()),
        assignment.role(),
        assignment.round(),
        assignment.status(),
        assignment.version(),
        next == null ? Light.NONE : next.light(),
        next,
        clocks.due(DeadlineKind.SIGN),
        clocks.due(DeadlineKind.CONTACT),
        clocks.due(DeadlineKind.REPLY),
        clocks.missed(DeadlineKind.SIGN),
        clocks.missed(DeadlineKind.CONTACT),
        clocks.missed(DeadlineKind.REPLY),
        clocks.isDueAsPromised(),
        clocks.start(),
        assignment.signedAt(),
        assignment.contactedAt(),
        assignment.repliedAt(),
        assignment.endedAt(),
        assignment.attempts(),
        assignment.replies(),
        of.urgeCount(),
        assignment.coUrges(),
        assignment.openRequest(),
        clocks.extensions(),
        assignment.heldUntil(),
        of.supervision().centreUrges(),
        of.supervision().openOrders(),
        of.supervision().escalatedTo(),
        of.anonymous(),
        of.reachable(),
        of.correctedAt(),
        of.reopenReason(assignment.round()),
        assignment.deemedAcceptedAt(),
        Endorsement.of(assignment),
        assignment.endorsing().drafts(),
        handedDown.parentId(),
        handedDown.parentUnitId(),
        handedDown.isPart() ? directory.unitName(handedDown.parentUnitId()) : null,
        assignment.openParts(),
        parts.stream().map(part -> PartView.of(part, directory, now, calendar)).toList());
  }

  /** A running clock with what is left of it. */
  public static NextDeadline next(
      Clocks clocks, DeadlineKind kind, Instant now, WorkCalendar calendar) {
    Instant due = clocks.due(kind);
    return new NextDeadline(
        kind,
        due,
        clocks.rule(kind).limit().format(),
        calendar.workMinutesBetween(now, due),
        Duration.between(now, due).toMinutes(),
        now.isAfter(due),
        clocks.light(kind, now, calendar));
  }
}
