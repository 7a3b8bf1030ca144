package hotline.dispatch.assignments;

import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentExtensionRefused;
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentHoldRefused;
import hotline.lifecycle.AssignmentHoldRequested;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What the unit of a task asks for, one thing at a time, and what comes of it: a return (退单), more
 * time (延期), a hold (挂起).
 */
@Embeddable
public class Asking {

  private int requests;

  @Enumerated(EnumType.STRING)
  private UnitRequest.Kind openRequest;

  protected Asking() {}

  static Asking nothing() {
    return new Asking();
  }

  /** What is asked for at present; null for nothing. */
  UnitRequest.Kind open() {
    return openRequest;
  }

  /** Requests so far; the open one, and what a hold rests upon, is the last. */
  int count() {
    return requests;
  }

  private void ask(UnitRequest.Kind kind) {
    if (openRequest != null) {
      throw new RequestStillOpen(openRequest);
    }
    requests++;
    openRequest = kind;
  }

  /** It was decided, or nobody decides about it any more. */
  void end() {
    openRequest = null;
  }

  AssignmentReturnRequested askReturn(
      Assignment task, ReturnReason reason, String suggestedUnitId, Instant until, Instant at) {
    task.standing().check(EventType.ASSIGNMENT_RETURN_REQUESTED);
    ask(UnitRequest.Kind.RETURN);
    task.standing().askReturn(at);
    task.turnClocks();
    return new AssignmentReturnRequested(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        reason,
        suggestedUnitId,
        until);
  }

  AssignmentReturned grantReturn(
      Assignment task, ReturnReason reason, String suggestedUnitId, int returnsOfCase) {
    end();
    return new AssignmentReturned(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        reason,
        suggestedUnitId,
        returnsOfCase);
  }

  AssignmentReturnRefused refuseReturn(
      Assignment task, RequestRefusal refusal, Instant at, TimeRules rules) {
    Standing standing = task.standing();
    standing.check(EventType.ASSIGNMENT_RETURN_REFUSED);
    task.runAgain(at, rules);
    AssignmentReturnRefused refused =
        new AssignmentReturnRefused(
            task.assignmentId(),
            task.round(),
            task.role(),
            task.unitId(),
            requests,
            refusal,
            standing.standsAt(),
            task.clocks().due(DeadlineKind.REPLY),
            task.dueAhead(DeadlineKind.SIGN),
            task.dueAhead(DeadlineKind.CONTACT));
    standing.goOn(refused);
    task.turnClocks();
    task.clocks().restart();
    end();
    return refused;
  }

  AssignmentExtensionRequested askExtension(Assignment task, ExtensionReason reason, int workDays) {
    task.standing().check(EventType.ASSIGNMENT_EXTENSION_REQUESTED);
    ask(UnitRequest.Kind.EXTENSION);
    return new AssignmentExtensionRequested(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        reason,
        workDays,
        task.clocks().due(DeadlineKind.REPLY));
  }

  AssignmentExtended extend(
      Assignment task, ExtensionReason reason, int workDays, Instant at, TimeRules rules) {
    task.standing().check(EventType.ASSIGNMENT_EXTENDED);
    Clocks clocks = task.clocks();
    Instant before = clocks.due(DeadlineKind.REPLY);
    boolean late = clocks.isPast(DeadlineKind.REPLY, at);
    clocks.extendReply(workDays, at, rules);
    task.turnClocks();
    clocks.restart();
    end();
    return new AssignmentExtended(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        reason,
        workDays,
        before,
        clocks.due(DeadlineKind.REPLY),
        late);
  }

  AssignmentExtensionRefused refuseExtension(Assignment task, RequestRefusal refusal) {
    task.standing().check(EventType.ASSIGNMENT_EXTENSION_REFUSED);
    end();
    return new AssignmentExtensionRefused(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        refusal,
        task.clocks().due(DeadlineKind.REPLY));
  }

  AssignmentHoldRequested askHold(Assignment task, HoldReason reason, Instant resumeAt) {
    task.standing().check(EventType.ASSIGNMENT_HOLD_REQUESTED);
    ask(UnitRequest.Kind.HOLD);
    return new AssignmentHoldRequested(
        task.assignmentId(), task.round(), task.role(), task.unitId(), requests, reason, resumeAt);
  }

  AssignmentHeld hold(
      Assignment task, HoldReason reason, Instant resumeAt, Instant at, TimeRules rules) {
    task.standing().check(EventType.ASSIGNMENT_HELD);
    task.clocks().hold(at, resumeAt, rules);
    task.move(EventType.ASSIGNMENT_HELD);
    end();
    return new AssignmentHeld(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        reason,
        resumeAt,
        task.clocks().due(DeadlineKind.REPLY));
  }

  AssignmentHoldRefused refuseHold(Assignment task, RequestRefusal refusal) {
    task.standing().check(EventType.ASSIGNMENT_HOLD_REFUSED);
    end();
    return new AssignmentHoldRefused(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        refusal,
        task.clocks().due(DeadlineKind.REPLY));
  }

  AssignmentResumed resume(Assignment task, ResumedBy by, Instant at, TimeRules rules) {
    task.standing().check(EventType.ASSIGNMENT_RESUMED);
    Instant heldAt = task.clocks().endHold(at, rules);
    task.clocks().restart();
    task.move(EventType.ASSIGNMENT_RESUMED);
    return new AssignmentResumed(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        requests,
        by,
        heldAt,
        task.clocks().due(DeadlineKind.REPLY));
  }
}
