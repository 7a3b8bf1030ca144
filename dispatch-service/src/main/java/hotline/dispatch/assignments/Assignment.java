package hotline.dispatch.assignments;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Limits;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Move;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One unit's task in one round of a case (承办任务). Each act returns the fact that it made true. */
@Entity
public class Assignment {

  @Id private UUID assignmentId;
  private UUID caseId;
  private int round;

  @Enumerated(EnumType.STRING)
  private AssignmentRole role;

  private String unitId;
  private String unitPath;

  @Enumerated(EnumType.STRING)
  private AssignmentStatus status;

  @Embedded private Clocks clocks;

  private Instant signedAt;
  private String signedBy;
  private Instant contactedAt;
  private int attempts;
  private int replies;
  private Instant repliedAt;
  private Boolean claimedSolved;
  private String handlerRef;
  private String reviewerRef;
  private Instant endedAt;
  @Version private long version;

  protected Assignment() {}

  public static Assignment open(
      HandledCase of,
      int round,
      AssignmentRole role,
      Unit unit,
      Limits limits,
      Instant at,
      WorkCalendar calendar) {
    Assignment assignment = new Assignment();
    assignment.assignmentId = Uuid7.at(at);
    assignment.caseId = of.caseId();
    assignment.round = round;
    assignment.role = role;
    assignment.unitId = unit.code();
    assignment.unitPath = unit.path();
    assignment.status = AssignmentStatus.PENDING_SIGN;
    assignment.clocks = Clocks.start(at, limits, calendar);
    return assignment;
  }

  public AssignmentCreated created() {
    return new AssignmentCreated(
        assignmentId,
        round,
        role,
        unitId,
        unitPath,
        clocks.due(DeadlineKind.SIGN),
        clocks.due(DeadlineKind.CONTACT),
        clocks.due(DeadlineKind.REPLY),
        clocks.policyVersion());
  }

  /**
   * The clocks that have run out by now and were not said to have: each is said once, by the timer
   * or by the act that comes before it.
   */
  public List<DispatchEvent> missedBy(Instant now) {
    List<DispatchEvent> facts = new ArrayList<>();
    for (DeadlineKind kind : clocks.miss(status, now)) {
      facts.add(new DeadlineMissed(assignmentId, round, role, unitId, kind, clocks.due(kind)));
    }
    return facts;
  }

  public AssignmentSigned sign(String by, Instant at) {
    move(EventType.ASSIGNMENT_SIGNED);
    signedAt = at;
    signedBy = by;
    return new AssignmentSigned(
        assignmentId,
        round,
        role,
        unitId,
        clocks.due(DeadlineKind.SIGN),
        clocks.isPast(DeadlineKind.SIGN, at));
  }

  /** Every attempt counts for the clock: what came of it is another matter. */
  public AssignmentContactAttempted contact(ContactResult result, Instant at) {
    move(EventType.ASSIGNMENT_CONTACT_ATTEMPTED);
    attempts++;
    if (contactedAt == null) {
      contactedAt = at;
    }
    return new AssignmentContactAttempted(
        assignmentId,
        round,
        role,
        unitId,
        attempts,
        result,
        clocks.due(DeadlineKind.CONTACT),
        clocks.isPast(DeadlineKind.CONTACT, contactedAt));
  }

  public AssignmentReplySubmitted submitReply(
      String by, boolean solved, Instant at, WorkCalendar calendar) {
    boolean late = clocks.isPast(DeadlineKind.REPLY, at);
    move(EventType.ASSIGNMENT_REPLY_SUBMITTED);
    replies++;
    repliedAt = at;
    claimedSolved = solved;
    handlerRef = by;
    return new AssignmentReplySubmitted(
        assignmentId,
        round,
        role,
        unitId,
        replies,
        solved,
        clocks.due(DeadlineKind.REPLY),
        late,
        clocks.workMinutesUntil(at, calendar));
  }

  /** The clock resumes where it stopped: the time under review is no time of the unit. */
  public AssignmentReplyRejected rejectReply(
      ReplyRejection reason, Instant at, WorkCalendar calendar) {
    check(EventType.ASSIGNMENT_REPLY_REJECTED);
    clocks.pauseReply(repliedAt, at, calendar);
    move(EventType.ASSIGNMENT_REPLY_REJECTED);
    return new AssignmentReplyRejected(
        assignmentId, round, role, unitId, replies, reason, clocks.due(DeadlineKind.REPLY));
  }

  public AssignmentCompleted passReply(String by, Instant at) {
    move(EventType.ASSIGNMENT_COMPLETED);
    reviewerRef = by;
    endedAt = at;
    return new AssignmentCompleted(
        assignmentId,
        round,
        role,
        unitId,
        unitPath,
        replies,
        claimedSolved,
        handlerRef,
        reviewerRef,
        repliedAt,
        clocks.due(DeadlineKind.REPLY),
        clocks.isPast(DeadlineKind.REPLY, repliedAt));
  }

  public AssignmentCancelled cancel(CancellationReason reason, Instant at) {
    move(EventType.ASSIGNMENT_CANCELLED);
    endedAt = at;
    return new AssignmentCancelled(assignmentId, round, role, unitId, reason);
  }

  private Move<AssignmentStatus> check(EventType type) {
    Move<AssignmentStatus> move = AssignmentMoves.move(status, type);
    if (!move.effective()) {
      throw new AssignmentNotReady(status, type);
    }
    return move;
  }

  private void move(EventType type) {
    status = check(type).to();
    clocks.turnTo(status);
  }

  public boolean isOver() {
    return AssignmentMoves.over(status);
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public UUID caseId() {
    return caseId;
  }

  public int round() {
    return round;
  }

  public AssignmentRole role() {
    return role;
  }

  public String unitId() {
    return unitId;
  }

  public String unitPath() {
    return unitPath;
  }

  public AssignmentStatus status() {
    return status;
  }

  public Clocks clocks() {
    return clocks;
  }

  public Instant signedAt() {
    return signedAt;
  }

  public Instant contactedAt() {
    return contactedAt;
  }

  public int attempts() {
    return attempts;
  }

  public int replies() {
    return replies;
  }

  public Instant repliedAt() {
    return repliedAt;
  }

  public String handlerRef() {
    return handlerRef;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public long version() {
    return version;
  }
}
