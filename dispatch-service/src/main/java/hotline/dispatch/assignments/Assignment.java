package hotline.dispatch.assignments;

import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentDeemedAccepted;
import hotline.lifecycle.AssignmentEndorsementEnded;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.AssignmentExtended;
import hotline.lifecycle.AssignmentExtensionRefused;
import hotline.lifecycle.AssignmentExtensionRequested;
import hotline.lifecycle.AssignmentHeld;
import hotline.lifecycle.AssignmentHoldRefused;
import hotline.lifecycle.AssignmentHoldRequested;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentResumed;
import hotline.lifecycle.AssignmentReturnRefused;
import hotline.lifecycle.AssignmentReturnRequested;
import hotline.lifecycle.AssignmentReturned;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.AssignmentSubDispatchEnded;
import hotline.lifecycle.AssignmentSubDispatched;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Column;
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
import java.util.function.Supplier;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** One unit's task in one round of a case (承办任务). Each act returns the fact that it made true. */
@Entity
// An act changes a few of many columns.
@DynamicUpdate
public class Assignment {

  @Id private UUID assignmentId;
  private UUID caseId;
  private int round;

  @Enumerated(EnumType.STRING)
  private AssignmentRole role;

  private String unitId;
  private String unitPath;

  // None of the parts has a part itself: with one changed, Hibernate does not see what else has,
  // from there on in the order of names.
  @Embedded private Standing standing = Standing.first();

  // A clock that runs out or moves must not make a clerk's form stale.
  @Embedded
  @OptimisticLock(excluded = true)
  private Clocks clocks;

  @Embedded private HandedDown handedDown = HandedDown.nothing();

  private int dispatchNo;

  // Counted by the table, with the urge: no act here writes it.
  @Column(insertable = false, updatable = false)
  private int coUrges;

  @Embedded private Asking asking = Asking.nothing();
  @Embedded private Replying replying = Replying.notYet();
  @Embedded private Endorsing endorsing = Endorsing.nothing();

  @Enumerated(EnumType.STRING)
  private RecallReason recallReason;

  // The system says it while a clerk has a form open.
  @OptimisticLock(excluded = true)
  private Instant deemedAcceptedAt;

  private String recallNote;

  @Enumerated(EnumType.STRING)
  private CancellationReason cancellationReason;

  private Instant signedAt;
  private String signedBy;
  @Embedded private Contacting contacting = Contacting.notYet();
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
      TimeRules rules) {
    Assignment assignment = new Assignment();
    assignment.assignmentId = Uuid7.at(at);
    assignment.caseId = of.caseId();
    assignment.round = round;
    assignment.dispatchNo = of.dispatchNo();
    assignment.role = role;
    assignment.unitId = unit.code();
    assignment.unitPath = unit.path();
    assignment.clocks = Clocks.start(at, of.reachable() ? limits : limits.withoutContact(), rules);
    return assignment;
  }

  /**
   * The limit of its reply is what is left of the former unit's, and in full where nothing is.
   * Before anything is said of it.
   */
  public void takeOver(Assignment former, TimeRules rules) {
    clocks.takeOver(former.clocks, rules);
  }

  /**
   * Its reply is due when the system before this one had promised it (原时限), a co-handler's no later
   * than that: the lead replies after it. A case that is handled with it may have to be answered
   * earlier still. Who did not have it there has at least the time for signing, or its limit in
   * full. Before anything is said of it.
   */
  public void keepPromise(HandledCase of, TimeRules rules) {
    boolean lead = role == AssignmentRole.LEAD;
    boolean goesOn = lead && of.goesOn(unitId);
    Instant at = clocks.start();
    (lead ? of.promised(unitId, at) : of.promisedAhead(at))
        .filter(due -> goesOn || due.isAfter(clocks.due(DeadlineKind.SIGN)))
        .filter(due -> lead || due.isBefore(clocks.due(DeadlineKind.REPLY)))
        .ifPresent(
            due -> {
              clocks.promise(due, of.receivedAt(), lead ? of.formerExtensions() : 0, rules);
              lendBeside(of, rules);
            });
  }

  private void lendBeside(HandledCase of, TimeRules rules) {
    if (of.lentKind() != null) {
      LimitRule limit = rules.policy().limits(of.lentKind(), of.lentUrgency(), round).reply();
      clocks.lend(new LentClock(clocks.start(), limit), true, clocks.start(), rules);
      clocks.turnTo(clockStatus());
    }
  }

  /** It has ended without a reply: the promise that it kept stands where it was moved to. */
  public void leavePromise(HandledCase of, TimeRules rules) {
    if (role == AssignmentRole.LEAD && clocks.isPromised()) {
      of.promiseMoved(clocks.promisedUntil(rules.calendar()), clocks.extensions());
    }
  }

  /**
   * A part of a task, for a unit below; it answers to the unit above.
   *
   * @param start from when its clocks count, to the minute
   * @param at when it was handed down: a part comes after what it is a part of
   */
  static Assignment part(
      HandledCase of,
      Assignment whole,
      Unit unit,
      Limits limits,
      String note,
      Instant start,
      Instant at,
      TimeRules rules) {
    Assignment part = open(of, whole.round, AssignmentRole.CO, unit, limits, start, rules);
    part.assignmentId = Uuid7.at(at);
    part.dispatchNo = whole.dispatchNo;
    part.handedDown = HandedDown.partOf(whole.assignmentId, whole.unitId, note);
    return part;
  }

  /** Refuses what {@link #handDown} would. */
  public void requireMayHandDown() {
    standing.check(EventType.ASSIGNMENT_SUB_DISPATCHED);
    // Its clock would stand still while that of the part runs on.
    if (openRequest() == UnitRequest.Kind.HOLD) {
      throw new RequestStillOpen(openRequest());
    }
  }

  /** A unit below has a part of it from now on. */
  AssignmentSubDispatched handDown(Assignment part, Instant at) {
    return handedDown.hand(this, part, at);
  }

  /** A part of it is over; null while others are open. */
  AssignmentSubDispatchEnded takeBackPart(Instant at) {
    return handedDown.takeBack(this, at);
  }

  public HandedDown handedDown() {
    return handedDown;
  }

  /** Of what it handed down, so much is open. */
  public int openParts() {
    return standing.is(AssignmentStatus.SUBDISPATCHED) ? handedDown.openParts() : 0;
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
    for (DeadlineKind kind : clocks.miss(clockStatus(), now)) {
      facts.add(new DeadlineMissed(assignmentId, round, role, unitId, kind, clocks.due(kind)));
    }
    return facts;
  }

  /**
   * @param rules asked for only while a return waits: the others sign without a look at them
   */
  public AssignmentSigned sign(String by, Instant at, Supplier<TimeRules> rules) {
    act(EventType.ASSIGNMENT_SIGNED, DeadlineKind.SIGN, at, rules);
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

  /**
   * @param rules asked for only while a return waits
   */
  public AssignmentContactAttempted contact(
      ContactResult result, Instant at, Supplier<TimeRules> rules) {
    act(EventType.ASSIGNMENT_CONTACT_ATTEMPTED, DeadlineKind.CONTACT, at, rules);
    return contacting.attempt(this, result, at);
  }

  /** Refuses what {@link #submitReply} would. */
  public void requireMayReply() {
    standing.checkReply();
  }

  /**
   * A reply or a request to give the task back waits for the unit's leader (送签). Nothing else
   * changes: the clocks run on.
   *
   * @param endorseBy by when it must be signed to be in time
   */
  public AssignmentEndorsementRequested askEndorsement(
      EndorsedAct act, Instant endorseBy, Instant at) {
    return endorsing.ask(this, act, endorseBy, at);
  }

  /** What waited is signed, sent back, taken back or too late. */
  public AssignmentEndorsementEnded endEndorsement(EndorsementOutcome outcome) {
    return endorsing.end(this, outcome);
  }

  public Endorsing endorsing() {
    return endorsing;
  }

  /** What was submitted just now was signed by that person: whoever judges it is somebody else. */
  public void endorsed(String by, String inPlaceOf) {
    endorsing.submitted(by, inPlaceOf);
  }

  public AssignmentReplySubmitted submitReply(
      String by, boolean solved, Instant at, WorkCalendar calendar) {
    endorsing.requireNone();
    AssignmentReplySubmitted submitted = replying.submit(this, by, solved, at, calendar);
    endorsing.submitted(null, null);
    // Who replies needs neither more time nor a hold any more.
    asking.end();
    return submitted;
  }

  public AssignmentReplyRejected rejectReply(ReplyRejection reason, Instant at, TimeRules rules) {
    return replying.reject(this, reason, null, at, rules);
  }

  /** The unit above sends the reply of a part back: its clock ends by then all the same. */
  public AssignmentReplyRejected rejectPart(
      ReplyRejection reason, Instant latest, Instant at, TimeRules rules) {
    return replying.reject(this, reason, latest, at, rules);
  }

  public AssignmentCompleted passReply(String by, Instant at) {
    AssignmentCompleted passed = replying.pass(this, by);
    endedAt = at;
    return passed;
  }

  public AssignmentCancelled cancel(CancellationReason reason, Instant at, TimeRules rules) {
    standing.check(EventType.ASSIGNMENT_CANCELLED);
    cancellationReason = reason;
    stop(EventType.ASSIGNMENT_CANCELLED, at, rules);
    return new AssignmentCancelled(assignmentId, round, role, unitId, reason);
  }

  /** The centre takes it back: no fault of the unit, whose clocks end here. */
  public AssignmentRecalled recall(RecallReason reason, String note, Instant at, TimeRules rules) {
    standing.check(EventType.ASSIGNMENT_RECALLED);
    recallReason = reason;
    recallNote = note;
    stop(EventType.ASSIGNMENT_RECALLED, at, rules);
    return new AssignmentRecalled(assignmentId, round, role, unitId, reason);
  }

  private void stop(EventType type, Instant at, TimeRules rules) {
    if (standing.is(AssignmentStatus.HELD)) {
      clocks.endHold(at, rules);
    }
    handedDown.end();
    standing.end(type);
    over(at, rules);
  }

  private void over(Instant at, TimeRules rules) {
    turnClocks();
    runAgain(at, rules);
    standing.waitNoMore();
    asking.end();
    endedAt = at;
  }

  /**
   * The unit asks to give it back: the centre must act, and the clock of the reply runs on.
   *
   * <p>Meanwhile the unit may sign and reach the citizen (先处置后争议), but need not: those clocks stand
   * still. Were they to run, a unit would answer for the time that the centre takes to decide; were
   * it to wait, a citizen in danger would.
   */
  public AssignmentReturnRequested requestReturn(
      ReturnReason reason, String suggestedUnitId, Instant until, Instant at) {
    endorsing.requireNone();
    AssignmentReturnRequested asked = asking.askReturn(this, reason, suggestedUnitId, until, at);
    endorsing.submitted(null, null);
    return asked;
  }

  /** Its window has passed without a request. */
  AssignmentDeemedAccepted deemAccepted(Instant returnUntil, Instant at) {
    standing.check(EventType.ASSIGNMENT_DEEMED_ACCEPTED);
    deemedAcceptedAt = at;
    return new AssignmentDeemedAccepted(assignmentId, round, role, unitId, returnUntil);
  }

  /** When the window for returns was said to have passed without a request; null before. */
  public Instant deemedAcceptedAt() {
    return deemedAcceptedAt;
  }

  public AssignmentReturned grantReturn(
      ReturnReason reason, String suggestedUnitId, int returnsOfCase, Instant at, TimeRules rules) {
    standing.move(EventType.ASSIGNMENT_RETURNED);
    over(at, rules);
    return asking.grantReturn(this, reason, suggestedUnitId, returnsOfCase);
  }

  /**
   * The unit goes on where it stands by now. The due time of the reply stands as it was; for what
   * comes before it the unit has as much time as was left when it asked.
   */
  public AssignmentReturnRefused refuseReturn(RequestRefusal refusal, Instant at, TimeRules rules) {
    return asking.refuseReturn(this, refusal, at, rules);
  }

  /**
   * The units confer in place of a decision about its return: it acts first (先处置后争议), so what stood
   * still runs again, from where the unit stands by now.
   */
  public void convene(Instant at, TimeRules rules) {
    standing.check(EventType.DISPUTE_OPENED);
    runAgain(at, rules);
    standing.confer(at);
    asking.end();
    turnClocks();
    clocks.restart();
  }

  /** It was ruled whose duty it is: this unit goes on where it stands, until it is recalled. */
  public void goOnAfter(DisputeRuled ruled) {
    standing.check(EventType.DISPUTE_RULED);
    standing.goOn(ruled);
    turnClocks();
  }

  /** The unit works on while it asks for more time. */
  public AssignmentExtensionRequested requestExtension(ExtensionReason reason, int workDays) {
    return asking.askExtension(this, reason, workDays);
  }

  /** Granted after the due time it extends as well, and what was missed stays missed. */
  public AssignmentExtended extend(
      ExtensionReason reason, int workDays, Instant at, TimeRules rules) {
    return asking.extend(this, reason, workDays, at, rules);
  }

  public AssignmentExtensionRefused refuseExtension(RequestRefusal refusal) {
    return asking.refuseExtension(this, refusal);
  }

  /** The unit works on while it asks for a hold. */
  public AssignmentHoldRequested requestHold(HoldReason reason, Instant resumeAt) {
    return asking.askHold(this, reason, resumeAt);
  }

  public AssignmentHeld hold(HoldReason reason, Instant resumeAt, Instant at, TimeRules rules) {
    return asking.hold(this, reason, resumeAt, at, rules);
  }

  public AssignmentHoldRefused refuseHold(RequestRefusal refusal) {
    return asking.refuseHold(this, refusal);
  }

  /** The clock runs again: what is left of it is what was left before the hold. */
  public AssignmentResumed resume(ResumedBy by, Instant at, TimeRules rules) {
    return asking.resume(this, by, at, rules);
  }

  Standing standing() {
    return standing;
  }

  /** Where a refused return leads back to, with the clocks that ran there. */
  public AssignmentStatus standsAt() {
    return standing.standsAt();
  }

  /** By which its clocks run: where the unit stands in a dispute or behind what it handed down. */
  public AssignmentStatus clockStatus() {
    return standing.clockStatus();
  }

  public boolean isInDispute() {
    return standing.is(AssignmentStatus.IN_DISPUTE);
  }

  /** Since when the units confer about it; null when they do not. */
  public Instant disputedAt() {
    return standing.disputedAt();
  }

  /** Since when the centre has to decide about its return; null when it need not. */
  public Instant returnAskedAt() {
    return standing.returnAskedAt();
  }

  /** The due time of a clock that runs where it stands; null when it does not. */
  public Instant dueAhead(DeadlineKind kind) {
    return ClockHands.runs(kind, standsAt()) ? clocks.due(kind) : null;
  }

  /** Since when its clocks of before the reply stand still for a return; null when they run. */
  Instant waitsSince() {
    return standing.waitsSince();
  }

  /** What stood still while a return waited runs again. */
  void runAgain(Instant at, TimeRules rules) {
    stoodStill(DeadlineKind.SIGN, at, rules);
    stoodStill(DeadlineKind.CONTACT, at, rules);
  }

  private void stoodStill(DeadlineKind kind, Instant until, TimeRules rules) {
    Instant since = standing.waitsSince();
    if (since != null && ClockHands.runs(kind, standsAt())) {
      clocks.stoodStill(kind, since, until, rules);
      if (handedDown.isPart()) {
        clocks.endByReply(kind, until, rules);
      }
    }
  }

  /** The unit's own act, also while its return waits: what it stops has stood still until then. */
  private void act(EventType type, DeadlineKind stops, Instant at, Supplier<TimeRules> rules) {
    standing.checkOwn(type);
    if (standing.waitsSince() != null) {
      stoodStill(stops, at, rules.get());
    }
    standing.moveOwn(type);
    turnClocks();
  }

  void move(EventType type) {
    standing.move(type);
    turnClocks();
  }

  /** After each move of the task: what no clock is turned for, its draft has no part in either. */
  void turnClocks() {
    endorsing.follow(this);
    clocks.turnTo(clockStatus());
  }

  /** How often a clock began to run anew: what its timer is known by. */
  public int clockChanges() {
    return replies() + clocks.changes();
  }

  /** What the unit asks for at present; null for nothing. */
  public UnitRequest.Kind openRequest() {
    return asking.open();
  }

  /** Requests so far; the open one, and what a hold rests upon, is the last. */
  public int requests() {
    return asking.count();
  }

  /** Until when the clock stands still; null while it runs. */
  public Instant heldUntil() {
    return standing.is(AssignmentStatus.HELD) ? clocks.heldUntil() : null;
  }

  public RecallReason recallReason() {
    return recallReason;
  }

  /** Why it ended without a reply; null when it did not, or before this was kept. */
  public CancellationReason cancellationReason() {
    return cancellationReason;
  }

  public String recallNote() {
    return recallNote;
  }

  public int dispatchNo() {
    return dispatchNo;
  }

  /** How often the lead unit has urged it (主办催协办). */
  public int coUrges() {
    return coUrges;
  }

  /**
   * Since when the unit has it as it is: since the start, its reply came back, a hold began, or it
   * handed something down or had it back.
   */
  public Instant inHandSince() {
    return standing.is(AssignmentStatus.HELD)
        ? clocks.heldSince()
        : handedDown.since(clocks.runsSince());
  }

  public boolean isOver() {
    return AssignmentMoves.over(status());
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
    return standing.status();
  }

  public Clocks clocks() {
    return clocks;
  }

  public Instant signedAt() {
    return signedAt;
  }

  public Instant contactedAt() {
    return contacting.contactedAt();
  }

  public int attempts() {
    return contacting.attempts();
  }

  public int replies() {
    return replying.count();
  }

  public Instant repliedAt() {
    return replying.repliedAt();
  }

  public String handlerRef() {
    return replying.handlerRef();
  }

  /** Whether the unit gave it back, or it was taken from there. */
  public boolean cameBack() {
    return standing.is(AssignmentStatus.RETURNED) || standing.is(AssignmentStatus.RECALLED);
  }

  public Instant endedAt() {
    return endedAt;
  }

  public long version() {
    return version;
  }
}
