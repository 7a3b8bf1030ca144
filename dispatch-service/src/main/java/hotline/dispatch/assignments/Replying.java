package hotline.dispatch.assignments;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ReplyRejection;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The replies of a task (答复) and their review (审核): how many, and of the newest what it says. */
@Embeddable
public class Replying {

  private int replies;
  private Instant repliedAt;
  private Boolean claimedSolved;
  private String handlerRef;
  private String reviewerRef;

  protected Replying() {}

  static Replying notYet() {
    return new Replying();
  }

  int count() {
    return replies;
  }

  /** When the newest was submitted; null before the first. */
  Instant repliedAt() {
    return repliedAt;
  }

  String handlerRef() {
    return handlerRef;
  }

  AssignmentReplySubmitted submit(
      Assignment task, String by, boolean solved, Instant at, WorkCalendar calendar) {
    Clocks clocks = task.clocks();
    boolean late = clocks.isPast(DeadlineKind.REPLY, at);
    task.standing().reply();
    task.turnClocks();
    replies++;
    repliedAt = at;
    claimedSolved = solved;
    handlerRef = by;
    return new AssignmentReplySubmitted(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        replies,
        solved,
        clocks.due(DeadlineKind.REPLY),
        late,
        clocks.workMinutesUntil(at, calendar));
  }

  /**
   * The clock resumes where it stopped: the time under review is no time of the unit.
   *
   * @param latest by when a part ends all the same; null of what the centre gave
   */
  AssignmentReplyRejected reject(
      Assignment task, ReplyRejection reason, Instant latest, Instant at, TimeRules rules) {
    task.standing().check(EventType.ASSIGNMENT_REPLY_REJECTED);
    Clocks clocks = task.clocks();
    clocks.pauseReply(repliedAt, at, rules);
    if (latest != null) {
      clocks.endBy(DeadlineKind.REPLY, latest, rules);
    }
    task.move(EventType.ASSIGNMENT_REPLY_REJECTED);
    return new AssignmentReplyRejected(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        replies,
        reason,
        clocks.due(DeadlineKind.REPLY));
  }

  AssignmentCompleted pass(Assignment task, String by) {
    task.move(EventType.ASSIGNMENT_COMPLETED);
    reviewerRef = by;
    return new AssignmentCompleted(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        task.unitPath(),
        replies,
        claimedSolved,
        handlerRef,
        reviewerRef,
        repliedAt,
        task.clocks().due(DeadlineKind.REPLY),
        task.clocks().isPast(DeadlineKind.REPLY, repliedAt));
  }
}
