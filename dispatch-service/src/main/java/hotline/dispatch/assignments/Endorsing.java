package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentEndorsementEnded;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.EventType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What of a task waits for the signature of the unit's leader (分管领导签发): one draft at a time. The
 * unit stands where it stood meanwhile, and its clocks run.
 */
@Embeddable
public class Endorsing {

  private int drafts;

  @Enumerated(EnumType.STRING)
  private EndorsedAct draftAct;

  private Instant draftWrittenAt;

  private String endorserRef;

  private String endorsedFor;

  protected Endorsing() {}

  static Endorsing nothing() {
    return new Endorsing();
  }

  /** Drafts so far: the one that waits is the last. */
  public int drafts() {
    return drafts;
  }

  /** What waits; null when nothing does. */
  public EndorsedAct awaits() {
    return draftAct;
  }

  /** Since when it waits; null when nothing does. */
  public Instant since() {
    return draftWrittenAt;
  }

  /** Who signed what was submitted last; null when that needed no signature. */
  public String endorserRef() {
    return endorserRef;
  }

  /** In which leader's place it was signed (代班); null of a leader's own signature. */
  public String endorsedFor() {
    return endorsedFor;
  }

  AssignmentEndorsementRequested ask(
      Assignment task, EndorsedAct act, Instant endorseBy, Instant at) {
    task.standing().check(EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED);
    requireNone();
    drafts++;
    draftAct = act;
    draftWrittenAt = at;
    return new AssignmentEndorsementRequested(
        task.assignmentId(), task.round(), task.role(), task.unitId(), drafts, act, endorseBy);
  }

  AssignmentEndorsementEnded end(Assignment task, EndorsementOutcome outcome) {
    task.standing().check(EventType.ASSIGNMENT_ENDORSEMENT_ENDED);
    AssignmentEndorsementEnded ended =
        new AssignmentEndorsementEnded(
            task.assignmentId(),
            task.round(),
            task.role(),
            task.unitId(),
            drafts,
            draftAct,
            outcome);
    lapse();
    return ended;
  }

  /** One thing waits at a time, and what waits is not overtaken by another of the same unit. */
  void requireNone() {
    if (draftAct != null) {
      throw new DraftWaits(draftAct);
    }
  }

  /** What is submitted was signed by that person, for a leader or not; null when nobody had to. */
  void submitted(String endorser, String leader) {
    endorserRef = endorser;
    endorsedFor = leader;
  }

  /** The task has moved: a draft of what is possible no more waits no more. */
  void follow(Assignment task) {
    if (draftAct != null && !AssignmentMoves.move(task.status(), submission()).effective()) {
      lapse();
    }
  }

  private EventType submission() {
    return switch (draftAct) {
      case REPLY -> EventType.ASSIGNMENT_REPLY_SUBMITTED;
      case RETURN -> EventType.ASSIGNMENT_RETURN_REQUESTED;
    };
  }

  private void lapse() {
    draftAct = null;
    draftWrittenAt = null;
  }
}
