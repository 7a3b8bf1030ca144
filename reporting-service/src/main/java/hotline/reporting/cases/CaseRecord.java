package hotline.reporting.cases;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentFact;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EvaluationRecorded;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckRecorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the log says about one case so far: the fold of its facts in the order of the log. */
public final class CaseRecord {

  /** A spot check that was drawn and not made. */
  public static final String NOT_MADE = "NOT_MADE";

  /** What a spot check came to: what says least first, the worst last. */
  private static final List<String> SPOT_RESULTS =
      List.of(
          NOT_MADE,
          SpotCheckFinding.CANNOT_TELL.name(),
          SpotCheckFinding.DONE.name(),
          SpotCheckFinding.PARTLY.name(),
          SpotCheckFinding.NOT_DONE.name());

  final UUID caseId;
  final String caseNo;
  CaseStatus status = CaseStatus.DRAFT;
  String kind;
  String urgency;
  String channel;
  String categoryCode;
  String placeCode;
  String placePath;
  String externalSource;
  String externalRef;
  Instant receivedAt;
  Instant registeredAt;

  /** What the centre answers at once it has accepted by that (受理即答复). */
  Instant acceptedAt;

  /** Null as well of an answer that was no help: the case went on to a unit. */
  Instant answeredDirectAt;

  Instant firstRepliedAt;

  /** Null while the citizen waits: a reply that was sent back is none. */
  Instant lastRepliedAt;

  Instant closedAt;
  Instant withdrawnAt;

  /** Null while no body outside has said that it has the case. */
  Instant transferAcknowledgedAt;

  /** The case that it is or was handled with; null of one that goes its own way. */
  UUID mainCaseId;

  /**
   * The reply to its main case answered it (随主单答复): the unit handled one case, and two citizens
   * rate it. No longer so once the case has a task of its own.
   */
  boolean answeredWithMain;

  /** The case as which its call was registered, of one that was split off (一诉多求). */
  UUID splitFrom;

  /** How it was registered after its true time (补登); null of what was registered as it came in. */
  EnteredAs enteredAs;

  Instant replyDue;
  String unitId;
  String unitPath;
  int rounds;
  boolean overdue;
  boolean unitOverdue;
  int urgeCount;
  Instant heldUntil;
  int extensionCount;
  int returnCount;
  int reopenCount;

  /** Null while the case counts in the score of its unit (剔除). */
  Instant excludedAt;

  /** Whether its rating counts in no score (申诉成立); the rating itself stays. */
  boolean ratingSetAside;

  int disputeCount;
  int rulingCount;

  /** Work time from the opening to the ruling, of all its rulings together. */
  long rulingMinutes;

  /**
   * The worst that draws in proportion found; {@link #NOT_MADE} is the least. Null for no check.
   */
  String spotResult;

  /** The same of weighted draws. */
  String spotWeightedResult;

  /** The unit whose round was checked, whoever has the case now. */
  String spotUnitId;

  String spotUnitPath;

  /** The same of {@link #spotWeightedResult}. */
  String spotWeightedUnitId;

  String spotWeightedUnitPath;

  /** Since when its units confer whose duty it is; null while they do not. */
  Instant disputedAt;

  /** How the last rating was given; null where the citizen has not rated. */
  RatedVia ratedVia;

  ClosedBy closedBy;
  Answer responded;
  Solved solved;
  Answer satisfied;
  Answer requestTrue;
  Solved firstSolved;
  Answer firstSatisfied;

  public CaseRecord(UUID caseId, String caseNo) {
    this.caseId = caseId;
    this.caseNo = caseNo;
  }

  /**
   * Takes in the next fact.
   *
   * @return what it did; a superseded or impossible fact leaves the record as it is, but for how a
   *     rating was given: one that crossed a withdrawal stands when the case is closed with it
   */
  public Move<CaseStatus> apply(Fact fact) {
    LifecycleEvent event = fact.event();
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (move.kind() != Move.Kind.IMPOSSIBLE && event instanceof EvaluationRecorded rated) {
      ratedVia = rated.via();
    }
    if (move.effective()) {
      status = move.to();
      note(fact.envelope(), event);
    }
    return move;
  }

  private void note(Envelope envelope, LifecycleEvent event) {
    if (event instanceof CaseRegistered registered) {
      registered(envelope, registered);
    } else if (event instanceof CaseAccepted accepted) {
      accepted(envelope, accepted);
    } else if (event instanceof CaseAnsweredDirect) {
      answeredDirectly(envelope.time());
    } else if (event instanceof CaseRehandleOrdered) {
      ratedVia = null;
      goesToItsFirstUnit();
    } else if (event instanceof CaseCorrected corrected) {
      corrected(corrected);
    } else if (event instanceof CaseUrged urged) {
      urgeCount = urged.urgeCount();
    } else if (event instanceof AssignmentCreated created
        && created.role() == AssignmentRole.LEAD) {
      // The next unit gets a full limit and no blame for the time that was lost before it.
      unitOverdue &= created.unitId().equals(unitId);
      unitId = created.unitId();
      unitPath = created.unitPath();
      rounds = created.round();
      replyDue = created.replyDue();
      answeredWithMain = false;
    } else if (event instanceof AssignmentReplySubmitted reply
        && reply.role() == AssignmentRole.LEAD) {
      firstRepliedAt = firstRepliedAt == null ? envelope.time() : firstRepliedAt;
      lastRepliedAt = envelope.time();
      late(reply.late());
    } else if (event instanceof AssignmentReplyRejected rejected
        && rejected.role() == AssignmentRole.LEAD) {
      replyDue = rejected.replyDue();
      lastRepliedAt = null;
    } else if (event instanceof AssignmentCompleted completed
        && completed.role() == AssignmentRole.LEAD) {
      late(completed.late());
    } else if (event instanceof DeadlineMissed missed
        && missed.role() == AssignmentRole.LEAD
        && missed.deadline() == DeadlineKind.REPLY) {
      late(true);
    } else if (event instanceof CaseMerged merged) {
      mainCaseId = merged.mainCaseId();
    } else if (event instanceof CaseUnmerged) {
      mainCaseId = null;
    } else if (event instanceof CaseAnsweredWithMain answered) {
      answeredWithMain(answered);
    } else if (event instanceof CaseTransferredOut) {
      mainCaseId = null;
      liesWithNobody();
    } else if (event instanceof CaseTransferAcknowledged acknowledged) {
      transferTaken(acknowledged);
    } else if (event instanceof CaseRefused) {
      // It was handed over, came back and is refused when it is screened again.
      acceptedAt = null;
    } else if (event instanceof CaseClosed closed) {
      closed(envelope, closed);
    } else if (event instanceof CaseReopened) {
      reopened();
    } else if (event instanceof CaseExcluded) {
      excludedAt = envelope.time();
    } else if (event instanceof AppealUpheld) {
      ratingSetAside = true;
    } else if (event instanceof SpotCheckRecorded found) {
      // A finding that a newer writer made and this version does not know tells it nothing.
      SpotCheckFinding known =
          found.finding() == null ? SpotCheckFinding.CANNOT_TELL : found.finding();
      spotChecked(known.name(), found.basis(), found.unitId(), found.unitPath());
    } else if (event instanceof SpotCheckNotMade missed) {
      spotChecked(NOT_MADE, missed.basis(), missed.unitId(), missed.unitPath());
    } else if (event instanceof AssignmentFact fact && fact.role() == AssignmentRole.LEAD) {
      requested(event);
    }
    disputed(envelope, event);
    if (status != CaseStatus.ON_HOLD) {
      heldUntil = null;
    }
    if (status == CaseStatus.WITHDRAWN && withdrawnAt == null) {
      withdrawnAt = envelope.time();
    }
  }

  /** It is its main case that the unit was late with: here only the citizen waited too long. */
  private void answeredWithMain(CaseAnsweredWithMain answered) {
    answeredWithMain = true;
    unitId = answered.unitId();
    unitPath = answered.unitPath();
    unitOverdue = false;
    rounds = answered.round();
    firstRepliedAt = firstRepliedAt == null ? answered.repliedAt() : firstRepliedAt;
    lastRepliedAt = answered.repliedAt();
    overdue |= answered.late();
  }

  /** The case stays overdue whoever has it next; the unit is so for as long as it has the case. */
  private void late(boolean late) {
    overdue |= late;
    unitOverdue |= late;
  }

  /**
   * What became of a request of the lead. A reply that was overdue stays so, whatever is granted
   * afterwards: the citizen has waited.
   */
  private void requested(LifecycleEvent event) {
    if (event instanceof AssignmentExtended extended) {
      extensionCount++;
      replyDue = extended.replyDue();
    } else if (event instanceof AssignmentHeld held) {
      heldUntil = held.resumeAt();
      replyDue = held.replyDue();
    } else if (event instanceof AssignmentResumed resumed) {
      replyDue = resumed.replyDue();
    } else if (event instanceof DeadlineMoved moved) {
      replyDue = moved.deadline() == DeadlineKind.REPLY ? moved.dueAt() : replyDue;
    } else if (event instanceof AssignmentReturned returned) {
      returnCount = returned.returnCount();
      liesWithNobody();
    } else if (event instanceof AssignmentRecalled
        || event instanceof AssignmentCancelled cancelled
            && cancelled.reason() == CancellationReason.CASE_TRANSFERRED) {
      liesWithNobody();
    }
  }

  /** A dispute ends with its ruling, or with the lead's task: a reply leaves nothing to rule. */
  private void disputed(Envelope envelope, LifecycleEvent event) {
    if (event instanceof DisputeOpened) {
      disputeCount++;
      disputedAt = envelope.time();
    } else if (event instanceof DisputeRuled ruled) {
      rulingCount++;
      rulingMinutes += ruled.conferredMinutes();
      disputedAt = null;
    } else if (event instanceof AssignmentReplySubmitted reply
        && reply.role() == AssignmentRole.LEAD) {
      disputedAt = null;
    } else if (unitId == null || CaseMoves.over(status)) {
      disputedAt = null;
    }
  }

  /** Of several checks, each of another closing, the worst stays: it was closed falsely once. */
  private void spotChecked(String result, SpotCheckBasis basis, String ofUnit, String ofUnitPath) {
    boolean inProportion = basis == SpotCheckBasis.PROPORTIONAL;
    String before = inProportion ? spotResult : spotWeightedResult;
    if (before != null && SPOT_RESULTS.indexOf(result) <= SPOT_RESULTS.indexOf(before)) {
      return;
    }
    if (inProportion) {
      spotResult = result;
      spotUnitId = ofUnit;
      spotUnitPath = ofUnitPath;
    } else {
      spotWeightedResult = result;
      spotWeightedUnitId = ofUnit;
      spotWeightedUnitPath = ofUnitPath;
    }
  }

  /**
   * In the middle of its handling, too: it counts as one that was handed over at once, among those
   * that the city did not take on. Not before the body outside has said that it has it: until then
   * it is the city's, late where it is late.
   */
  private void transferTaken(CaseTransferAcknowledged acknowledged) {
    transferAcknowledgedAt = acknowledged.acknowledgedAt();
    acceptedAt = null;
  }

  private void liesWithNobody() {
    unitId = null;
    unitPath = null;
    replyDue = null;
    lastRepliedAt = null;
  }

  private void registered(Envelope envelope, CaseRegistered event) {
    kind = name(event.kind());
    urgency = name(event.urgency());
    channel = name(event.channel());
    categoryCode = event.categoryCode();
    placeCode = event.placeCode();
    placePath = event.placePath();
    externalSource = event.externalSource();
    externalRef = event.externalRef();
    splitFrom = event.splitFrom();
    enteredAs = event.enteredAs();
    receivedAt = event.receivedAt();
    registeredAt = envelope.time();
  }

  private void accepted(Envelope envelope, CaseAccepted event) {
    kind = name(event.kind());
    urgency = name(event.urgency());
    categoryCode = event.categoryCode();
    placeCode = event.placeCode();
    placePath = event.placePath();
    // What a body outside did not take was accepted before, and stays in the counts of that day.
    acceptedAt = acceptedAt == null ? envelope.time() : acceptedAt;
  }

  /** What the centre answered was no help, or for a while only: it is no direct answer any more. */
  private void goesToItsFirstUnit() {
    if (answeredDirectAt != null) {
      answeredDirectAt = null;
      liesWithNobody();
    }
  }

  private void answeredDirectly(Instant at) {
    acceptedAt = at;
    answeredDirectAt = at;
    firstRepliedAt = at;
    lastRepliedAt = at;
  }

  /** From now on it counts where it belongs; what was said before stays in its timeline. */
  private void corrected(CaseCorrected event) {
    kind = name(event.kind());
    urgency = name(event.urgency());
    channel = name(event.channel());
    categoryCode = event.categoryCode();
    placeCode = event.placeCode();
    placePath = event.placePath();
    receivedAt = event.receivedAt();
  }

  private void closed(Envelope envelope, CaseClosed event) {
    closedAt = envelope.time();
    closedBy = event.closedBy();
    ratedVia = closedBy == ClosedBy.UNREACHABLE ? null : ratedVia;
    rounds = event.rounds();
    if (unitId == null && answeredDirectAt == null) {
      // It crossed a transfer: it was answered by that unit, and counts.
      unitId = event.unitId();
      unitPath = event.unitPath();
    }
    if (acceptedAt == null) {
      // When, was lost with the acknowledgement.
      acceptedAt = registeredAt;
    }
    transferAcknowledgedAt = null;
    responded = known(event.responded());
    solved = event.solved() == null ? Solved.UNKNOWN : event.solved();
    satisfied = known(event.satisfied());
    requestTrue = known(event.requestTrue());
    firstSolved = event.firstSolved() == null ? Solved.UNKNOWN : event.firstSolved();
    firstSatisfied = known(event.firstSatisfied());
    // Also where an instance that knows of no scores reopened it: a new result counts.
    excludedAt = null;
    ratingSetAside = false;
  }

  /**
   * The case is open again and the citizen waits: it counts as neither closed nor solved until it
   * is closed again. What was said of it before is in its timeline.
   */
  private void reopened() {
    goesToItsFirstUnit();
    reopenCount++;
    closedAt = null;
    closedBy = null;
    ratedVia = null;
    responded = null;
    solved = null;
    satisfied = null;
    requestTrue = null;
    firstSolved = null;
    firstSatisfied = null;
    // What was left out of the score was the result of before: the next one counts.
    excludedAt = null;
    ratingSetAside = false;
    replyDue = null;
    lastRepliedAt = null;
  }

  /** An answer that a newer writer gave and this version does not know is unknown to it. */
  private static Answer known(Answer answer) {
    return answer == null ? Answer.UNKNOWN : answer;
  }

  private static String name(Enum<?> code) {
    return code == null ? null : code.name();
  }

  public CaseStatus status() {
    return status;
  }

  public EnteredAs enteredAs() {
    return enteredAs;
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  /** Whether the centre answered it at once and no unit had to (直接答复). */
  public boolean isAnsweredDirectly() {
    return answeredDirectAt != null;
  }

  public Instant acceptedAt() {
    return acceptedAt;
  }

  public String unitId() {
    return unitId;
  }

  public String unitPath() {
    return unitPath;
  }

  public boolean overdue() {
    return overdue;
  }

  /** Whether the unit that has the case now was late with it. */
  public boolean unitOverdue() {
    return unitOverdue;
  }

  /** Whether its unit handled it as a part of another case, which counts there. */
  public boolean isAnsweredWithMain() {
    return answeredWithMain;
  }

  /** Whether it was split off the case as which its call was registered (一诉多求). */
  public boolean isSplitOff() {
    return splitFrom != null;
  }

  /** Whether it was closed and opened again, however it stands now. */
  public boolean reopenedOnce() {
    return reopenCount > 0;
  }

  /** Whether it is left out of every score (剔除). */
  public boolean isExcluded() {
    return excludedAt != null;
  }

  /** Whether what its citizen said is left out of every score. */
  public boolean isRatingSetAside() {
    return ratingSetAside;
  }

  /** Whether its units were convened, however that ended. */
  public boolean disputedOnce() {
    return disputeCount > 0;
  }

  public boolean ruledOnce() {
    return rulingCount > 0;
  }

  /** The worst that draws in proportion found; null for no check. */
  public String spotResult() {
    return spotResult;
  }

  /** The worst that weighted draws found; null for no check. */
  public String spotWeightedResult() {
    return spotWeightedResult;
  }

  /** The unit whose round was checked; null for no check. */
  public String spotUnitId() {
    return spotUnitId;
  }

  public String spotUnitPath() {
    return spotUnitPath;
  }

  /** The same of a check of another draw. */
  public String spotWeightedUnitId() {
    return spotWeightedUnitId;
  }

  public String spotWeightedUnitPath() {
    return spotWeightedUnitPath;
  }

  /** Whether its citizen rated without being called (自助评价). */
  public boolean isSelfRated() {
    return ratedVia != null && ratedVia.isWithoutCall();
  }

  public Answer responded() {
    return responded;
  }

  public Solved solved() {
    return solved;
  }

  public Answer satisfied() {
    return satisfied;
  }
}
