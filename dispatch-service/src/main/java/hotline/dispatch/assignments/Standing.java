package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.EventType;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * Where a unit stands with its task. While a return waits, in a dispute and behind what was handed
 * down the task has a status that says so; behind it the unit stands where it stood, and may move
 * there: its clocks run by that, and from there it goes on.
 */
@Embeddable
public class Standing {

  @Enumerated(EnumType.STRING)
  private AssignmentStatus status;

  // Only while a return is asked for or a dispute is open: where the unit stands behind it.
  @Enumerated(EnumType.STRING)
  private AssignmentStatus stoodAt;

  // The same behind what it handed down. An instance of before sub-dispatch that ended the task
  // left it behind.
  @Enumerated(EnumType.STRING)
  private AssignmentStatus workedAt;

  // Since when a return waits; since when the units confer. One of the two, or none.
  private Instant returnAskedAt;
  private Instant disputedAt;

  protected Standing() {}

  /** A task that has just begun. */
  static Standing first() {
    Standing first = new Standing();
    first.status = AssignmentStatus.PENDING_SIGN;
    return first;
  }

  AssignmentStatus status() {
    return status;
  }

  boolean is(AssignmentStatus other) {
    return status == other;
  }

  /** By which its clocks run: where the unit stands in a dispute or behind what it handed down. */
  AssignmentStatus clockStatus() {
    return switch (status) {
      case IN_DISPUTE -> stoodAt;
      case SUBDISPATCHED -> workedAt;
      default -> status;
    };
  }

  /** The same, and also where a refused return leads back to. */
  AssignmentStatus standsAt() {
    return stoodAt == null ? clockStatus() : stoodAt;
  }

  /**
   * Since when clocks stand still for a return that waits; null when none waits, or when an
   * instance of before this was kept took the request.
   */
  Instant waitsSince() {
    return stoodAt == null ? null : returnAskedAt;
  }

  /** Since when the centre has to decide about a return; null when it need not. */
  Instant returnAskedAt() {
    return returnAskedAt;
  }

  /** Since when the units confer; null when they do not. */
  Instant disputedAt() {
    return is(AssignmentStatus.IN_DISPUTE) ? disputedAt : null;
  }

  /** Refuses what does not follow from where the task is. */
  void check(EventType type) {
    next(status, type);
  }

  private static AssignmentStatus next(AssignmentStatus from, EventType type) {
    Move<AssignmentStatus> move = AssignmentMoves.move(from, type);
    if (!move.effective()) {
      throw new AssignmentNotReady(from, type);
    }
    return move.to();
  }

  void move(EventType type) {
    status = next(status, type);
  }

  /** Refuses what the unit may not do from where it stands behind the status of the task. */
  void checkOwn(EventType type) {
    check(type);
    next(standsAt(), type);
  }

  /** The unit's own act moves it where it stands. */
  void moveOwn(EventType type) {
    AssignmentStatus there = next(standsAt(), type);
    move(type);
    if (is(AssignmentStatus.SUBDISPATCHED)) {
      workedAt = there;
    } else if (stoodAt != null) {
      stoodAt = there;
    }
  }

  void askReturn(Instant at) {
    AssignmentStatus from = status;
    move(EventType.ASSIGNMENT_RETURN_REQUESTED);
    stoodAt = from;
    returnAskedAt = at;
  }

  /** The units confer in place of a decision about the return. */
  void confer(Instant at) {
    move(EventType.DISPUTE_OPENED);
    returnAskedAt = null;
    disputedAt = at;
  }

  /** Refuses a reply that does not follow from where the unit stands. */
  void checkReply() {
    check(EventType.ASSIGNMENT_REPLY_SUBMITTED);
    if (is(AssignmentStatus.IN_DISPUTE)) {
      next(stoodAt, EventType.ASSIGNMENT_REPLY_SUBMITTED);
    }
  }

  /** A reply ends what the units confer about: who acted first has done it. */
  void reply() {
    checkReply();
    move(EventType.ASSIGNMENT_REPLY_SUBMITTED);
    if (disputedAt != null) {
      waitNoMore();
    }
  }

  /** What was decided says where the unit goes on. */
  void goOn(LifecycleEvent decided) {
    status = AssignmentMoves.move(status, decided).to();
    waitNoMore();
  }

  /** Nothing waits for a decision any more. */
  void waitNoMore() {
    stoodAt = null;
    returnAskedAt = null;
    disputedAt = null;
  }

  void handDown() {
    AssignmentStatus from = clockStatus();
    move(EventType.ASSIGNMENT_SUB_DISPATCHED);
    workedAt = from;
  }

  /** Nothing lies with a unit below any more. */
  void haveBack() {
    status = workedAt;
    workedAt = null;
  }

  void end(EventType type) {
    move(type);
    workedAt = null;
  }
}
