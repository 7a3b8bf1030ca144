package hotline.intake.progress;

import hotline.intake.cases.OwnRating;
import hotline.intake.texting.QueueTexts.Postponed;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentFact;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.CallbackAttempted;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.RecallReason;
import hotline.relay.PoisonRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Folds what other services say about one case onto what intake knows of it. No I/O. */
final class CaseProgress {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** The final result, with the time it was fixed. */
  record Outcome(CaseClosed closed, Instant at) {}

  private final UUID caseId;
  private final Map<UUID, HeldAssignment> assignments = new LinkedHashMap<>();
  private final Map<UUID, HeldAssignment> changed = new LinkedHashMap<>();
  private final List<CaseStep> steps = new ArrayList<>();
  private final List<Fact> moves = new ArrayList<>();
  private final CaseStatus before;
  private CaseStatus status;
  private Outcome outcome;
  private boolean reopened;
  private boolean callbackHeard;
  private Integer callbackRound;
  private Boolean answeredWithMain;
  private RoundResult roundResult;
  private Postponed postponed;

  /** That a round has its result, and how it was given. */
  record RoundResult(int round, String via) {}

  CaseProgress(UUID caseId, CaseStatus status) {
    this.caseId = caseId;
    this.before = status;
    this.status = status;
  }

  void knows(HeldAssignment assignment) {
    assignments.put(assignment.assignmentId(), assignment);
  }

  /** Refuses as poison what cannot be true after all that is known. */
  void follow(Fact fact) {
    LifecycleEvent event = fact.event();
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (move.kind() == Move.Kind.IMPOSSIBLE) {
      throw impossible(fact, "the case is " + status);
    }
    Instant promised = event instanceof AssignmentFact about ? promise(about) : null;
    // A fact that comes too late for the case is still true of its assignment.
    if (event instanceof AssignmentFact about) {
      follow(fact, about);
    }
    ended(event);
    if (!move.effective()) {
      return;
    }
    status = move.to();
    moves.add(fact);
    if (promised != null && event instanceof AssignmentFact about) {
      postponed(fact, promised, assignments.get(about.assignmentId()));
    }
    if (event instanceof CallbackOpened opened) {
      callbackHeard = true;
      callbackRound = opened.round();
    }
    if (event instanceof CaseAnsweredWithMain) {
      answeredWithMain = true;
    } else if (event instanceof CaseRehandleOrdered || event instanceof CaseReopened) {
      answeredWithMain = false;
    }
    if (event instanceof CaseClosed closed) {
      outcome = new Outcome(closed, fact.envelope().time());
    } else if (event instanceof CaseReopened) {
      outcome = null;
      reopened = true;
    }
    if (isTold(event)) {
      steps.add(step(fact));
    }
  }

  /** Also where a withdrawal crossed it: the rating is what it is. */
  private void ended(LifecycleEvent event) {
    if (event instanceof EvaluationRecorded recorded) {
      // A way that a newer writer knows is one of the centre's: only one's own is told apart here.
      RatedVia via = recorded.via() == null ? RatedVia.AGENT : recorded.via();
      ended(recorded.round(), via.name());
    } else if (event instanceof EvaluationUnreachable silent) {
      ended(silent.round(), OwnRating.SILENCE);
    }
  }

  private void ended(int round, String via) {
    roundResult = new RoundResult(round, via);
    callbackHeard = true;
    callbackRound = null;
  }

  UUID caseId() {
    return caseId;
  }

  CaseStatus status() {
    return status;
  }

  boolean moved() {
    return status != before || outcome != null;
  }

  boolean changed() {
    return moved() || callbackHeard;
  }

  /** Whether anything was heard of a callback. */
  boolean callbackHeard() {
    return callbackHeard;
  }

  /** The round whose callback is open, where anything was heard of one; null for none. */
  Integer callbackRound() {
    return callbackRound;
  }

  /** Whether the reply to a main case answers this round; null where nothing was heard of that. */
  Boolean answeredWithMain() {
    return answeredWithMain;
  }

  /** The last one; null while none is heard. */
  RoundResult roundResult() {
    return roundResult;
  }

  /** The last one; null while none is known, and of a case that was reopened. */
  Outcome outcome() {
    return outcome;
  }

  /** Whether what was known of its end is over: it was reopened, whatever came afterwards. */
  boolean reopened() {
    return reopened;
  }

  Collection<HeldAssignment> changedAssignments() {
    return changed.values();
  }

  List<CaseStep> steps() {
    return steps;
  }

  /** The facts that came in time for the case. */
  List<Fact> moves() {
    return moves;
  }

  /** The last one, where the promised day became a later one without being extended. */
  Optional<Postponed> postponed() {
    return Optional.ofNullable(postponed);
  }

  /** By when the unit that leads answers; null of others, who promise the citizen nothing. */
  private Instant promise(AssignmentFact about) {
    HeldAssignment known = assignments.get(about.assignmentId());
    return known == null || known.role() != AssignmentRole.LEAD ? null : known.replyDue();
  }

  /** An extension is told as one. The same day, or an earlier one, is kept with the old promise. */
  private void postponed(Fact fact, Instant promised, HeldAssignment held) {
    Instant now = held.replyDue();
    if (!(fact.event() instanceof AssignmentExtended)
        && LocalDate.ofInstant(now, CITY).isAfter(LocalDate.ofInstant(promised, CITY))) {
      postponed = new Postponed(fact, held.firstDue() == null ? promised : held.firstDue(), now);
    }
  }

  private void follow(Fact fact, AssignmentFact about) {
    HeldAssignment known = assignments.get(about.assignmentId());
    if (fact.event() instanceof AssignmentCreated created) {
      if (known != null) {
        throw impossible(fact, "the assignment is known already");
      }
      hold(
          new HeldAssignment(
              created.assignmentId(),
              caseId,
              created.round(),
              created.role(),
              created.unitId(),
              created.unitPath(),
              AssignmentStatus.PENDING_SIGN,
              created.replyDue(),
              null,
              created.replyDue()));
      return;
    }
    if (known == null) {
      throw impossible(fact, "the assignment is not known");
    }
    Move<AssignmentStatus> move = AssignmentMoves.move(known.status(), fact.event());
    if (move.kind() == Move.Kind.IMPOSSIBLE) {
      throw impossible(fact, "the assignment is " + known.status());
    }
    HeldAssignment now =
        known.with(move.to(), promised(known, fact.event()), heldUntil(known, move, fact.event()));
    if (!now.equals(known)) {
      hold(now);
    }
  }

  private static Instant promised(HeldAssignment known, LifecycleEvent event) {
    if (event instanceof AssignmentExtended extended) {
      return extended.replyDue();
    } else if (event instanceof AssignmentHeld held) {
      return held.replyDue();
    } else if (event instanceof AssignmentResumed resumed) {
      return resumed.replyDue();
    } else if (event instanceof AssignmentReplyRejected rejected) {
      return rejected.replyDue();
    } else if (event instanceof DeadlineMoved moved && moved.deadline() == DeadlineKind.REPLY) {
      return moved.dueAt();
    }
    return known.replyDue();
  }

  private static Instant heldUntil(
      HeldAssignment known, Move<AssignmentStatus> move, LifecycleEvent event) {
    if (event instanceof AssignmentHeld held) {
      return held.resumeAt();
    }
    return move.to() == AssignmentStatus.HELD ? known.heldUntil() : null;
  }

  private void hold(HeldAssignment assignment) {
    assignments.put(assignment.assignmentId(), assignment);
    changed.put(assignment.assignmentId(), assignment);
  }

  private CaseStep step(Fact fact) {
    String unit = unit(fact.event());
    return new CaseStep(
        fact.envelope().id(),
        caseId,
        fact.event().type(),
        fact.envelope().time(),
        result(fact.event()),
        unit,
        until(fact.event()));
  }

  private static String unit(LifecycleEvent event) {
    if (event instanceof CaseAnsweredWithMain answered) {
      return answered.unitId();
    }
    if (event instanceof DisputeRuled ruled) {
      // Who was ruled to lead, not who acted meanwhile.
      return ruled.leadUnitId();
    }
    return event instanceof AssignmentFact about ? about.unitId() : null;
  }

  private static String result(LifecycleEvent event) {
    if (event instanceof CaseReopened again) {
      return Integer.toString(again.round());
    }
    if (event instanceof AssignmentSubDispatched down) {
      return down.partUnitId();
    }
    Enum<?> code = null;
    if (event instanceof AssignmentContactAttempted attempted) {
      code = attempted.result();
    } else if (event instanceof CallbackAttempted attempted) {
      code = attempted.result();
    } else if (event instanceof EvaluationUnreachable silent) {
      code = silent.reason();
    } else if (event instanceof EvaluationRecorded recorded) {
      code = recorded.via();
    }
    // A code of a newer writer is read as null: what it says is not known here.
    return code == null ? null : code.name();
  }

  private static Instant until(LifecycleEvent event) {
    if (event instanceof AssignmentExtended extended) {
      return extended.replyDue();
    } else if (event instanceof AssignmentHeld held) {
      return held.resumeAt();
    } else if (event instanceof AssignmentResumed resumed) {
      return resumed.replyDue();
    }
    return null;
  }

  /**
   * A citizen is told who has the case and what became of it, not how the units check themselves.
   */
  private static boolean isTold(LifecycleEvent event) {
    if (event instanceof AssignmentFact about && about.role() == AssignmentRole.CO) {
      return false;
    }
    if (event instanceof AssignmentContactAttempted attempted
        && attempted.result() == ContactResult.NOT_POSSIBLE) {
      // Nobody was called: the unit only wrote down that it cannot.
      return false;
    }
    if (event instanceof AssignmentRecalled recalled && recalled.reason() == RecallReason.MERGED) {
      // No other unit is chosen: that it is handled together with another one is told by itself.
      return false;
    }
    return switch (event.type()) {
      case ASSIGNMENT_CREATED,
          ASSIGNMENT_SIGNED,
          ASSIGNMENT_CONTACT_ATTEMPTED,
          ASSIGNMENT_REPLY_SUBMITTED,
          ASSIGNMENT_COMPLETED,
          ASSIGNMENT_RETURNED,
          ASSIGNMENT_EXTENDED,
          ASSIGNMENT_HELD,
          ASSIGNMENT_RESUMED,
          ASSIGNMENT_RECALLED,
          CASE_MERGED,
          CASE_UNMERGED,
          CASE_ANSWERED_WITH_MAIN,
          DISPUTE_OPENED,
          DISPUTE_RULED,
          ASSIGNMENT_SUB_DISPATCHED,
          CALLBACK_ATTEMPTED,
          EVALUATION_RECORDED,
          EVALUATION_UNREACHABLE,
          CASE_REHANDLE_ORDERED,
          CASE_CLOSED,
          CASE_REOPENED,
          CASE_ARCHIVED ->
          true;
      case CASE_REGISTERED,
          SCREENING_APPROACHING,
          SCREENING_MISSED,
          SCREENING_MOVED,
          CASE_ACCEPTED,
          CASE_ANSWERED_DIRECT,
          CASE_REFUSED,
          CASE_TRANSFERRED_OUT,
          CASE_TRANSFER_ACKNOWLEDGED,
          CASE_TRANSFER_DECLINED,
          CASE_SUPPLEMENTED,
          CASE_URGED,
          CASE_MARKED,
          CASE_CORRECTED,
          CASE_SPLIT,
          CASE_WITHDRAWN,
          CASE_DISPATCHED,
          ASSIGNMENT_REPLY_REJECTED,
          ASSIGNMENT_CANCELLED,
          ASSIGNMENT_RETURN_REQUESTED,
          ASSIGNMENT_RETURN_REFUSED,
          DISPUTE_OPINION_STATED,
          ASSIGNMENT_EXTENSION_REQUESTED,
          ASSIGNMENT_EXTENSION_REFUSED,
          ASSIGNMENT_HOLD_REQUESTED,
          ASSIGNMENT_HOLD_REFUSED,
          ASSIGNMENT_DEEMED_ACCEPTED,
          ASSIGNMENT_ENDORSEMENT_REQUESTED,
          ASSIGNMENT_ENDORSEMENT_ENDED,
          ASSIGNMENT_SUB_DISPATCH_ENDED,
          DEADLINE_APPROACHING,
          DEADLINE_MISSED,
          DEADLINE_MOVED,
          SUPERVISION_URGED,
          SUPERVISION_OPENED,
          SUPERVISION_ANSWERED,
          SUPERVISION_SENT_BACK,
          SUPERVISION_CLOSED,
          SUPERVISION_OVERDUE,
          SUPERVISION_MOVED,
          CASE_ESCALATED,
          CENTRE_APPROACHING,
          CENTRE_MISSED,
          INSTRUCTION_GIVEN,
          INSTRUCTION_READ,
          INSTRUCTION_ANSWERED,
          INSTRUCTION_ACCEPTED,
          INSTRUCTION_SENT_BACK,
          INSTRUCTION_OVERDUE,
          INSTRUCTION_MOVED,
          OWNER_ASSIGNED,
          OWNER_VISITED,
          OWNER_HANDED_OVER,
          OWNER_SIGNED_OFF,
          OWNER_RESUMED,
          OWNER_RELEASED,
          NOTICE_ISSUED,
          NOTICE_DELIVERED,
          NOTICE_RECEIPTED,
          NOTICE_CLOSED,
          NOTICE_WITHDRAWN,
          SUPERVISION_CRITICISED,
          SUPERVISION_TALKED,
          CALLBACK_OPENED,
          CALLBACK_APPROACHING,
          CALLBACK_MISSED,
          CALLBACK_MOVED,
          CASE_RATED,
          CASE_REOPEN_REQUESTED,
          CASE_EXCLUSION_REQUESTED,
          CASE_EXCLUDED,
          CASE_EXCLUSION_REFUSED,
          APPEAL_FILED,
          APPEAL_UPHELD,
          APPEAL_DISMISSED,
          LEGAL_HOLD_PLACED,
          LEGAL_HOLD_LIFTED,
          SPOT_CHECK_DRAWN,
          SPOT_CHECK_RECORDED,
          SPOT_CHECK_NOT_MADE ->
          false;
    };
  }

  private static PoisonRecord impossible(Fact fact, String why) {
    return new PoisonRecord(
        "IMPOSSIBLE_MOVE", fact.event().type().wireName() + " cannot be true: " + why);
  }
}
