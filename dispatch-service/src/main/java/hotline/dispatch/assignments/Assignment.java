package hotline.dispatch.assignments;

import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentDeemedAccepted;
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
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EventType;
import hotline.lifecycle.ExtensionReason;
import hotline.lifecycle.HoldReason;
import hotline.lifecycle.Move;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.ReplyRejection;
import hotline.lifecycle.RequestRefusal;
import hotline.lifecycle.ResumedBy;
import hotline.lifecycle.ReturnReason;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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

  @Enumerated(EnumType.STRING)
  private AssignmentStatus status;

  // A clock that runs out or moves must not make a clerk's form stale.
  @Embedded
  @OptimisticLock(excluded = true)
  private Clocks clocks;

  @Embedded private HandedDown handedDown = HandedDown.nothing();

  private int dispatchNo;
  private int requests;

  @Enumerated(EnumType.STRING)
  private UnitRequest.Kind openRequest;

  // Only while a return is asked for or a dispute is open: where the unit stands behind it.
  @Enumerated(EnumType.STRING)
  private AssignmentStatus stoodAt;

  // Since when a return waits; since when the units confer. One of the two, or none.
  private Instant returnAskedAt;
  private Instant disputedAt;

  @Enumerated(EnumType.STRING)
  private RecallReason recallReason;

  // The system says it while a clerk has a form open.
  @OptimisticLock(excluded = true)
  private Instant deemedAcceptedAt;

  private String recallNote;

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
      TimeRules rules) {
    Assignment assignment = new Assignment();
    assignment.assignmentId = Uuid7.at(at);
    assignment.caseId = of.caseId();
    assignment.round = round;
    assignment.dispatchNo = of.dispatchNo();
    assignment.role = role;
    assignment.unitId = unit.code();
    assignment.unitPath = unit.path();
    assignment.status = AssignmentStatus.PENDING_SIGN;
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
    check(EventType.ASSIGNMENT_SUB_DISPATCHED);
    // Its clock would stand still while that of the part runs on.
    if (openRequest == UnitRequest.Kind.HOLD) {
      throw new RequestStillOpen(openRequest);
    }
  }

  /** A unit below has a part of it from now on. */
  AssignmentSubDispatched handDown(Assignment part, Instant at) {
    check(EventType.ASSIGNMENT_SUB_DISPATCHED);
    handedDown.hand(status, at);
    move(EventType.ASSIGNMENT_SUB_DISPATCHED);
    return new AssignmentSubDispatched(
        assignmentId,
        round,
        role,
        unitId,
        part.assignmentId,
        part.unitId,
        part.clocks.due(DeadlineKind.REPLY));
  }

  /** A part of it is over; null while others are open. */
  AssignmentSubDispatchEnded takeBackPart(Instant at) {
    check(EventType.ASSIGNMENT_SUB_DISPATCH_ENDED);
    if (!handedDown.takeBack(at)) {
      return null;
    }
    status = handedDown.goOn();
    clocks.turnTo(status);
    clocks.restart();
    return new AssignmentSubDispatchEnded(assignmentId, round, role, unitId, status);
  }

  public HandedDown handedDown() {
    return handedDown;
  }

  /** Of what it handed down, so much is open. */
  public int openParts() {
    return status == AssignmentStatus.SUBDISPATCHED ? handedDown.openParts() : 0;
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
   * Every attempt counts for the clock: what came of it is another matter.
   *
   * @param rules asked for only while a return waits
   */
  public AssignmentContactAttempted contact(
      ContactResult result, Instant at, Supplier<TimeRules> rules) {
    act(EventType.ASSIGNMENT_CONTACT_ATTEMPTED, DeadlineKind.CONTACT, at, rules);
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
    if (isInDispute()) {
      check(stoodAt, EventType.ASSIGNMENT_REPLY_SUBMITTED);
    }
    move(EventType.ASSIGNMENT_REPLY_SUBMITTED);
    endDispute();
    // Who replies needs neither more time nor a hold any more.
    openRequest = null;
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
  public AssignmentReplyRejected rejectReply(ReplyRejection reason, Instant at, TimeRules rules) {
    return reject(reason, null, at, rules);
  }

  /** The unit above sends the reply of a part back: its clock ends by then all the same. */
  public AssignmentReplyRejected rejectPart(
      ReplyRejection reason, Instant latest, Instant at, TimeRules rules) {
    return reject(reason, latest, at, rules);
  }

  private AssignmentReplyRejected reject(
      ReplyRejection reason, Instant latest, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_REPLY_REJECTED);
    clocks.pauseReply(repliedAt, at, rules);
    if (latest != null) {
      clocks.endBy(DeadlineKind.REPLY, latest, rules);
    }
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

  public AssignmentCancelled cancel(CancellationReason reason, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_CANCELLED);
    stop(EventType.ASSIGNMENT_CANCELLED, at, rules);
    return new AssignmentCancelled(assignmentId, round, role, unitId, reason);
  }

  /** The centre takes it back: no fault of the unit, whose clocks end here. */
  public AssignmentRecalled recall(RecallReason reason, String note, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_RECALLED);
    recallReason = reason;
    recallNote = note;
    stop(EventType.ASSIGNMENT_RECALLED, at, rules);
    return new AssignmentRecalled(assignmentId, round, role, unitId, reason);
  }

  private void stop(EventType type, Instant at, TimeRules rules) {
    if (status == AssignmentStatus.HELD) {
      clocks.endHold(at, rules);
    }
    handedDown.end();
    move(type);
    endWait(at, rules);
    openRequest = null;
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
    check(EventType.ASSIGNMENT_RETURN_REQUESTED);
    ask(UnitRequest.Kind.RETURN);
    stoodAt = status;
    returnAskedAt = at;
    move(EventType.ASSIGNMENT_RETURN_REQUESTED);
    return new AssignmentReturnRequested(
        assignmentId, round, role, unitId, requests, reason, suggestedUnitId, until);
  }

  /** Its window has passed without a request. */
  AssignmentDeemedAccepted deemAccepted(Instant returnUntil, Instant at) {
    check(EventType.ASSIGNMENT_DEEMED_ACCEPTED);
    deemedAcceptedAt = at;
    return new AssignmentDeemedAccepted(assignmentId, round, role, unitId, returnUntil);
  }

  /** When the window for returns was said to have passed without a request; null before. */
  public Instant deemedAcceptedAt() {
    return deemedAcceptedAt;
  }

  public AssignmentReturned grantReturn(
      ReturnReason reason, String suggestedUnitId, int returnsOfCase, Instant at, TimeRules rules) {
    move(EventType.ASSIGNMENT_RETURNED);
    endWait(at, rules);
    openRequest = null;
    endedAt = at;
    return new AssignmentReturned(
        assignmentId, round, role, unitId, requests, reason, suggestedUnitId, returnsOfCase);
  }

  /**
   * The unit goes on where it stands by now. The due time of the reply stands as it was; for what
   * comes before it the unit has as much time as was left when it asked.
   */
  public AssignmentReturnRefused refuseReturn(RequestRefusal refusal, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_RETURN_REFUSED);
    AssignmentStatus standsAt = standsAt();
    endWait(at, rules);
    AssignmentReturnRefused refused =
        new AssignmentReturnRefused(
            assignmentId,
            round,
            role,
            unitId,
            requests,
            refusal,
            standsAt,
            clocks.due(DeadlineKind.REPLY),
            dueAhead(DeadlineKind.SIGN, standsAt),
            dueAhead(DeadlineKind.CONTACT, standsAt));
    status = AssignmentMoves.move(status, refused).to();
    clocks.turnTo(status);
    clocks.restart();
    openRequest = null;
    return refused;
  }

  /**
   * The units confer in place of a decision about its return: it acts first (先处置后争议), so what stood
   * still runs again, from where the unit stands by now.
   */
  public void convene(Instant at, TimeRules rules) {
    move(EventType.DISPUTE_OPENED);
    AssignmentStatus standsAt = standsAt();
    endWait(at, rules);
    stoodAt = standsAt;
    disputedAt = at;
    openRequest = null;
    clocks.turnTo(clockStatus());
    clocks.restart();
  }

  /** It was ruled whose duty it is: this unit goes on where it stands, until it is recalled. */
  public void goOnAfter(DisputeRuled ruled) {
    check(EventType.DISPUTE_RULED);
    status = AssignmentMoves.move(status, ruled).to();
    endDispute();
  }

  private void endDispute() {
    if (disputedAt != null) {
      disputedAt = null;
      stoodAt = null;
      clocks.turnTo(status);
    }
  }

  /** The unit works on while it asks for more time. */
  public AssignmentExtensionRequested requestExtension(ExtensionReason reason, int workDays) {
    check(EventType.ASSIGNMENT_EXTENSION_REQUESTED);
    ask(UnitRequest.Kind.EXTENSION);
    return new AssignmentExtensionRequested(
        assignmentId,
        round,
        role,
        unitId,
        requests,
        reason,
        workDays,
        clocks.due(DeadlineKind.REPLY));
  }

  /** Granted after the due time it extends as well, and what was missed stays missed. */
  public AssignmentExtended extend(
      ExtensionReason reason, int workDays, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_EXTENDED);
    Instant before = clocks.due(DeadlineKind.REPLY);
    boolean late = clocks.isPast(DeadlineKind.REPLY, at);
    clocks.extendReply(workDays, at, rules);
    clocks.turnTo(clockStatus());
    clocks.restart();
    openRequest = null;
    return new AssignmentExtended(
        assignmentId,
        round,
        role,
        unitId,
        requests,
        reason,
        workDays,
        before,
        clocks.due(DeadlineKind.REPLY),
        late);
  }

  public AssignmentExtensionRefused refuseExtension(RequestRefusal refusal) {
    check(EventType.ASSIGNMENT_EXTENSION_REFUSED);
    openRequest = null;
    return new AssignmentExtensionRefused(
        assignmentId, round, role, unitId, requests, refusal, clocks.due(DeadlineKind.REPLY));
  }

  /** The unit works on while it asks for a hold. */
  public AssignmentHoldRequested requestHold(HoldReason reason, Instant resumeAt) {
    check(EventType.ASSIGNMENT_HOLD_REQUESTED);
    ask(UnitRequest.Kind.HOLD);
    return new AssignmentHoldRequested(
        assignmentId, round, role, unitId, requests, reason, resumeAt);
  }

  public AssignmentHeld hold(HoldReason reason, Instant resumeAt, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_HELD);
    clocks.hold(at, resumeAt, rules);
    move(EventType.ASSIGNMENT_HELD);
    openRequest = null;
    return new AssignmentHeld(
        assignmentId,
        round,
        role,
        unitId,
        requests,
        reason,
        resumeAt,
        clocks.due(DeadlineKind.REPLY));
  }

  public AssignmentHoldRefused refuseHold(RequestRefusal refusal) {
    check(EventType.ASSIGNMENT_HOLD_REFUSED);
    openRequest = null;
    return new AssignmentHoldRefused(
        assignmentId, round, role, unitId, requests, refusal, clocks.due(DeadlineKind.REPLY));
  }

  /** The clock runs again: what is left of it is what was left before the hold. */
  public AssignmentResumed resume(ResumedBy by, Instant at, TimeRules rules) {
    check(EventType.ASSIGNMENT_RESUMED);
    Instant heldAt = clocks.endHold(at, rules);
    clocks.restart();
    move(EventType.ASSIGNMENT_RESUMED);
    return new AssignmentResumed(
        assignmentId, round, role, unitId, requests, by, heldAt, clocks.due(DeadlineKind.REPLY));
  }

  /**
   * Computes anew what lies ahead, by other rules; each due time that moves is a fact.
   *
   * @param limits null when each clock keeps its limit
   */
  public List<DispatchEvent> reckon(TimeRules rules, Limits limits, Instant now) {
    return reckon(
        rules, limits, limits == null ? DeadlineChange.CALENDAR : DeadlineChange.LIMITS, now);
  }

  List<DispatchEvent> reckon(TimeRules rules, Limits given, DeadlineChange change, Instant now) {
    return moved(change, rules, () -> reckonClocks(rules, given, now));
  }

  /** The same of a part, which ends by then: what the unit above needs for itself stays. */
  List<DispatchEvent> reckonPart(
      TimeRules rules, Limits given, DeadlineChange change, Instant now, Instant latest) {
    return moved(
        change,
        rules,
        () -> {
          boolean otherwise = reckonClocks(rules, given, now);
          return endBy(latest, now, rules) || otherwise;
        });
  }

  private boolean reckonClocks(TimeRules rules, Limits given, Instant now) {
    Limits limits = own(given);
    return clocks.take(revised(rules.calendar(), limits, now), rules, limits);
  }

  /** Its reply must not be later than that of a case that is handled with it (并单). */
  List<DispatchEvent> lend(LentClock lent, Instant now, TimeRules rules) {
    return moved(DeadlineChange.MERGING, rules, () -> clocks.lend(lent, standsAt(), now, rules));
  }

  /**
   * The unit above was lent a clock: its part ends by then as well, and has the time that was
   * chosen for it again when that is taken back.
   */
  List<DispatchEvent> lendPart(Instant latest, Instant now, TimeRules rules) {
    return moved(
        DeadlineChange.MERGING,
        rules,
        () -> {
          boolean lent =
              latest.isAfter(now)
                  && clocks.lend(PartLimits.lentUntil(latest, now), standsAt(), now, rules);
          return endBy(latest, now, rules) || lent;
        });
  }

  /**
   * What lies ahead of a part ends by then, if that lies ahead itself, and nothing of it after its
   * reply.
   *
   * @return whether anything ended later
   */
  private boolean endBy(Instant latest, Instant now, TimeRules rules) {
    Set<DeadlineKind> movable = movable();
    boolean otherwise =
        latest.isAfter(now)
            && movable.contains(DeadlineKind.REPLY)
            && clocks.endBy(DeadlineKind.REPLY, latest, rules);
    Instant reply = clocks.due(DeadlineKind.REPLY);
    for (DeadlineKind kind : List.of(DeadlineKind.SIGN, DeadlineKind.CONTACT)) {
      otherwise |= reply.isAfter(now) && movable.contains(kind) && clocks.endBy(kind, reply, rules);
    }
    return otherwise;
  }

  /**
   * Moves clocks; each that then ends at another moment is a fact.
   *
   * @param act whether a clock now turns yellow or runs out at another moment
   */
  private List<DispatchEvent> moved(DeadlineChange change, TimeRules rules, BooleanSupplier act) {
    Map<DeadlineKind, Instant> before = new EnumMap<>(DeadlineKind.class);
    Clocks.KINDS.forEach(kind -> before.put(kind, clocks.due(kind)));
    if (act.getAsBoolean()) {
      clocks.turnTo(clockStatus());
      clocks.restart();
    }
    List<DispatchEvent> moved = new ArrayList<>();
    before.forEach(
        (kind, due) -> {
          if (due != null && !due.equals(clocks.due(kind))) {
            moved.add(
                new DeadlineMoved(
                    assignmentId,
                    round,
                    role,
                    unitId,
                    kind,
                    due,
                    clocks.due(kind),
                    change,
                    rules.calendarVersion(),
                    clocks.policyVersion()));
          }
        });
    return moved;
  }

  /** Nothing is handled with it any more; what lies ahead has to be computed anew. */
  void takeBackLent() {
    clocks.takeBackLent();
  }

  /** By when this case has to be answered, for the one that it is handled with. */
  public LentClock replyClock() {
    return new LentClock(clocks.startOf(DeadlineKind.REPLY), clocks.rule(DeadlineKind.REPLY));
  }

  /** These rules change nothing of it. */
  void leaveClocks(TimeRules rules) {
    clocks.take(List.of(), rules, null);
  }

  /** What other rules would make of the clocks that lie ahead; nothing is changed. */
  List<Clocks.Revised> revised(WorkCalendar calendar, Limits limits, Instant now) {
    Instant stoodSince = stoodAt == null || returnAskedAt == null ? now : returnAskedAt;
    return clocks.revise(standsAt(), calendar, own(limits), now, stoodSince);
  }

  /** The unit above chose by when a part has to be answered. */
  private Limits own(Limits given) {
    return given != null && handedDown.isPart()
        ? given.withReply(clocks.rule(DeadlineKind.REPLY))
        : given;
  }

  /** The clocks that {@link #reckon} may have moved. */
  Set<DeadlineKind> movable() {
    return Clocks.movable(standsAt());
  }

  /** Where a refused return leads back to, with the clocks that ran there. */
  public AssignmentStatus standsAt() {
    return stoodAt == null ? clockStatus() : stoodAt;
  }

  /** By which its clocks run: where the unit stands in a dispute or behind what it handed down. */
  public AssignmentStatus clockStatus() {
    return isInDispute() ? stoodAt : handedDown.standsAt(status);
  }

  public boolean isInDispute() {
    return status == AssignmentStatus.IN_DISPUTE;
  }

  /** Since when the units confer about it; null when they do not. */
  public Instant disputedAt() {
    return isInDispute() ? disputedAt : null;
  }

  /** The due time of a clock that runs where it stands; null when it does not. */
  public Instant dueAhead(DeadlineKind kind) {
    return dueAhead(kind, standsAt());
  }

  private Instant dueAhead(DeadlineKind kind, AssignmentStatus standsAt) {
    return ClockHands.runs(kind, standsAt) ? clocks.due(kind) : null;
  }

  /** Nothing waits for a decision about a return any more, and the clocks behind it run again. */
  private void endWait(Instant at, TimeRules rules) {
    stoodStill(DeadlineKind.SIGN, at, rules);
    stoodStill(DeadlineKind.CONTACT, at, rules);
    stoodAt = null;
    returnAskedAt = null;
    disputedAt = null;
  }

  private void stoodStill(DeadlineKind kind, Instant until, TimeRules rules) {
    // Without the moment an instance of before it was kept took the request.
    if (stoodAt != null && returnAskedAt != null && ClockHands.runs(kind, stoodAt)) {
      clocks.stoodStill(kind, returnAskedAt, until, rules);
    }
  }

  private void ask(UnitRequest.Kind kind) {
    if (openRequest != null) {
      throw new RequestStillOpen(openRequest);
    }
    requests++;
    openRequest = kind;
  }

  private Move<AssignmentStatus> check(EventType type) {
    return check(status, type);
  }

  private static Move<AssignmentStatus> check(AssignmentStatus from, EventType type) {
    Move<AssignmentStatus> move = AssignmentMoves.move(from, type);
    if (!move.effective()) {
      throw new AssignmentNotReady(from, type);
    }
    return move;
  }

  /** The unit's own act; while its return waits it moves where the unit stands behind that. */
  private void act(EventType type, DeadlineKind stops, Instant at, Supplier<TimeRules> rules) {
    check(type);
    if (status == AssignmentStatus.SUBDISPATCHED) {
      handedDown.stand(check(clockStatus(), type).to());
      move(type);
      return;
    }
    if (stoodAt == null) {
      move(type);
      return;
    }
    AssignmentStatus next = check(stoodAt, type).to();
    if (!isInDispute()) {
      stoodStill(stops, at, rules.get());
    }
    stoodAt = next;
    clocks.turnTo(clockStatus());
  }

  private void move(EventType type) {
    status = check(type).to();
    clocks.turnTo(clockStatus());
  }

  /** How often a clock began to run anew: what its timer is known by. */
  public int clockChanges() {
    return replies + clocks.changes();
  }

  /** What the unit asks for at present; null for nothing. */
  public UnitRequest.Kind openRequest() {
    return openRequest;
  }

  /** Requests so far; the open one, and what a hold rests upon, is the last. */
  public int requests() {
    return requests;
  }

  /** Until when the clock stands still; null while it runs. */
  public Instant heldUntil() {
    return status == AssignmentStatus.HELD ? clocks.heldUntil() : null;
  }

  public RecallReason recallReason() {
    return recallReason;
  }

  public String recallNote() {
    return recallNote;
  }

  public int dispatchNo() {
    return dispatchNo;
  }

  /**
   * Since when the unit has it as it is: since the start, its reply came back, a hold began, or it
   * handed something down or had it back.
   */
  public Instant inHandSince() {
    return status == AssignmentStatus.HELD
        ? clocks.heldSince()
        : handedDown.since(clocks.runsSince());
  }

  /** Since when the centre has to decide about its return; null when it need not. */
  public Instant returnAskedAt() {
    return returnAskedAt;
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

  /** Whether the unit gave it back, or it was taken from there. */
  public boolean cameBack() {
    return status == AssignmentStatus.RETURNED || status == AssignmentStatus.RECALLED;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public long version() {
    return version;
  }
}
