package hotline.intake;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentHoldRequested;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnreachableReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What dispatch and evaluation say about one case with one unit. */
final class OtherServices {
  static final Instant DUE = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

  private final UUID assignment = UUID.randomUUID();
  private final UUID callback = UUID.randomUUID();
  private final String unit;

  OtherServices(String unit) {
    this.unit = unit;
  }

  private String path() {
    return "/center/" + unit;
  }

  LifecycleEvent[] dispatched() {
    return new LifecycleEvent[] {
      new CaseDispatched(1, unit, List.of(), true, "rule-1", "1"),
      new AssignmentCreated(
          assignment, 1, AssignmentRole.LEAD, unit, path(), DUE, DUE, DUE, "sd-default")
    };
  }

  LifecycleEvent signed() {
    return new AssignmentSigned(assignment, 1, AssignmentRole.LEAD, unit, DUE, false);
  }

  LifecycleEvent handedDown(String unitBelow) {
    return new AssignmentSubDispatched(
        assignment, 1, AssignmentRole.LEAD, unit, UUID.randomUUID(), unitBelow, DUE);
  }

  LifecycleEvent[] replied() {
    return new LifecycleEvent[] {
      new AssignmentContactAttempted(
          assignment, 1, AssignmentRole.LEAD, unit, 1, ContactResult.REACHED, DUE, false),
      new AssignmentReplySubmitted(
          assignment, 1, AssignmentRole.LEAD, unit, 1, true, DUE, false, 60)
    };
  }

  LifecycleEvent[] extended(Instant due) {
    return new LifecycleEvent[] {
      new AssignmentExtensionRequested(
          assignment, 1, AssignmentRole.LEAD, unit, 1, ExtensionReason.COMPLEX, 5, DUE),
      new AssignmentExtended(
          assignment, 1, AssignmentRole.LEAD, unit, 1, ExtensionReason.COMPLEX, 5, DUE, due, false)
    };
  }

  LifecycleEvent[] held(Instant until) {
    return new LifecycleEvent[] {
      new AssignmentHoldRequested(
          assignment, 1, AssignmentRole.LEAD, unit, 1, HoldReason.SEASON, until),
      new AssignmentHeld(
          assignment, 1, AssignmentRole.LEAD, unit, 1, HoldReason.SEASON, until, until)
    };
  }

  LifecycleEvent resumed(Instant due) {
    return new AssignmentResumed(
        assignment, 1, AssignmentRole.LEAD, unit, 1, ResumedBy.DUE, Instant.now(), due);
  }

  LifecycleEvent contacted(ContactResult result) {
    return new AssignmentContactAttempted(
        assignment, 1, AssignmentRole.LEAD, unit, 1, result, DUE, false);
  }

  LifecycleEvent completed() {
    return new AssignmentCompleted(
        assignment,
        1,
        AssignmentRole.LEAD,
        unit,
        path(),
        1,
        true,
        "handler",
        "reviewer",
        Instant.now(),
        DUE,
        false);
  }

  LifecycleEvent cancelled() {
    return new AssignmentCancelled(
        assignment, 1, AssignmentRole.LEAD, unit, CancellationReason.CASE_WITHDRAWN);
  }

  LifecycleEvent callbackOpened(int round) {
    return new CallbackOpened(callback, round, unit, DUE);
  }

  LifecycleEvent[] rated() {
    return new LifecycleEvent[] {
      callbackOpened(1), recorded(RatedVia.values()[0]), closed(ClosedBy.EVALUATED)
    };
  }

  LifecycleEvent recorded(RatedVia via) {
    return new EvaluationRecorded(
        callback, 1, unit, path(), Answer.YES, Solved.YES, Answer.YES, Answer.YES, null, via);
  }

  LifecycleEvent unreachable() {
    return new EvaluationUnreachable(callback, 1, unit, 3, UnreachableReason.ATTEMPTS_EXHAUSTED);
  }

  LifecycleEvent closed(ClosedBy by) {
    return new CaseClosed(
        by,
        1,
        unit,
        path(),
        Answer.YES,
        Solved.YES,
        Answer.YES,
        Answer.YES,
        Solved.YES,
        Answer.YES,
        DUE.plus(10, ChronoUnit.DAYS),
        true);
  }
}
