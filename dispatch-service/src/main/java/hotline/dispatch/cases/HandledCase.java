package hotline.dispatch.cases;

import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseMarked;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.Urgency;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** A case as the dispatch service knows it: enough to route it, to time it and to show it. */
@Entity
// An act changes a few of many columns.
@DynamicUpdate
public class HandledCase {

  @Id private UUID caseId;
  private String caseNo;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  @Enumerated(EnumType.STRING)
  private CaseKind kind;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String categoryCode;
  private String placeCode;
  private String placePath;
  private Instant receivedAt;
  private Instant registeredAt;
  private boolean confidential;
  private boolean anonymous;
  private boolean reachable;

  // Null without a number, of the anonymous, and of cases of before this was kept. Erased with the
  // text, past this mapping.
  @Column(updatable = false)
  private String callerRef;

  // Null of a call of its own; else the case as which the call was registered.
  @OptimisticLock(excluded = true)
  private UUID splitFrom;

  // Null of what was registered as it came in, as are the promise and the unit of the system before
  // this one.
  @Enumerated(EnumType.STRING)
  private EnteredAs enteredAs;

  private String externalSource;
  private String externalRef;
  private Instant originalDue;
  // Where a hold or an extension under a task that ended without a reply has moved it to.
  private Instant movedDue;
  private String formerUnitId;
  private int formerExtensions;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<CaseMark> marks = List.of();

  private Instant correctedAt;
  private UUID acceptedEvent;

  // Null unless whoever registered it saw another citizen's case that may be the same matter.
  private UUID sameAs;

  private Instant acceptedAt;
  private Instant answeredAt;
  // Null where it came to the dispatchers when it was accepted.
  private Instant cameAt;
  private Instant waitingSince;

  // The dispatcher may have opened it before its text came and the catalogue was asked.
  @OptimisticLock(excluded = true)
  private boolean offeredToCatalogue;

  private int round;
  private String leadUnitId;
  private int openCoUnits;
  private int dispatchNo;
  private int returnCount;
  private boolean transferTaken;
  // Null while no body outside ever got it.
  private Instant transferredAt;
  // Null while it never was reopened.
  private Integer reopenedRound;

  @Enumerated(EnumType.STRING)
  private ReopenReason reopenReason;

  private String returnedUnitId;
  private String proposedUnitId;

  // Null while it was never merged into another one.
  private UUID mainCaseId;
  private Instant mergedAt;
  private Instant answeredWithMainAt;

  // Of a main case: that others follow it spoils no form about it.
  @OptimisticLock(excluded = true)
  private boolean hasMerged;

  @Enumerated(EnumType.STRING)
  @OptimisticLock(excluded = true)
  private CaseKind lentKind;

  @Enumerated(EnumType.STRING)
  @OptimisticLock(excluded = true)
  private Urgency lentUrgency;

  // A citizen who urges must not make the dispatcher's form stale.
  @OptimisticLock(excluded = true)
  private int urgeCount;

  // Nor must the centre, which only writes beside the case.
  @Embedded
  @OptimisticLock(excluded = true)
  private SupervisionMarks supervision = new SupervisionMarks();

  @Embedded
  @OptimisticLock(excluded = true)
  private CentreWords centreWords = new CentreWords();

  @Embedded
  @OptimisticLock(excluded = true)
  private CaseDisputes disputes = new CaseDisputes();

  // The row is locked while a fact is said; a fact that leaves the case as it is spoils no form.
  @OptimisticLock(excluded = true)
  private long sequence;

  @Version private long version;

  protected HandledCase() {}

  public static HandledCase registered(
      UUID caseId, String caseNo, CaseRegistered event, Instant at) {
    HandledCase registered = new HandledCase();
    registered.caseId = caseId;
    registered.caseNo = caseNo;
    registered.status = CaseStatus.REGISTERED;
    registered.kind = event.kind();
    registered.urgency = event.urgency();
    registered.categoryCode = event.categoryCode();
    registered.placeCode = event.placeCode();
    registered.placePath = event.placePath();
    registered.receivedAt = event.receivedAt();
    // What was split off a call has waited for its screening since the call.
    registered.registeredAt = event.screeningSince() == null ? at : event.screeningSince();
    registered.callerRef = event.callerRef();
    registered.splitFrom = event.splitFrom();
    registered.enteredAs = event.enteredAs();
    registered.externalSource = event.externalSource();
    registered.externalRef = event.externalRef();
    registered.originalDue = event.originalDue();
    registered.formerUnitId = event.formerUnitId();
    registered.formerExtensions = event.formerExtensions() == null ? 0 : event.formerExtensions();
    registered.confidential = event.confidential();
    registered.anonymous = event.anonymous();
    // Who registered it before this was said may have left a number: it must be tried.
    registered.reachable = event.reachable() == null || event.reachable();
    return registered;
  }

  /**
   * Screening may have corrected what was registered.
   *
   * @param recordedAt since when it waits here: later than {@code at} where the system before this
   *     one had accepted it
   */
  public void accept(CaseAccepted event, UUID eventId, Instant at, Instant recordedAt) {
    kind = event.kind();
    urgency = event.urgency();
    categoryCode = event.categoryCode();
    placeCode = event.placeCode();
    placePath = event.placePath();
    receivedAt = event.receivedAt();
    confidential = event.confidential();
    sameAs = event.sameAs();
    // Absent unless it became known after the registration.
    anonymous = event.anonymous() == null ? anonymous : event.anonymous();
    reachable = event.reachable() == null ? reachable : event.reachable();
    acceptedEvent = eventId;
    // What a body outside did not take was accepted before: that first wait stays as it was.
    if (acceptedAt == null) {
      acceptedAt = at;
      cameAt = enteredAs == EnteredAs.OLD_SYSTEM ? recordedAt : null;
    }
    waitingSince = recordedAt;
  }

  /** The centre answered it at once (直接答复): nothing is to be done here unless that is no help. */
  public void answeredDirectly(CaseAnsweredDirect event, Instant at) {
    answeredAt = at;
    // Absent unless it became known after the registration.
    confidential = event.confidential() == null ? confidential : event.confidential();
    anonymous = event.anonymous() == null ? anonymous : event.anonymous();
    reachable = event.reachable() == null ? reachable : event.reachable();
  }

  /**
   * What the centre answered was no help: a dispatcher chooses its first unit. The catalogue only
   * suggests one, since somebody should read what was answered.
   */
  public void answerWasNoHelp(UUID eventId, Instant at) {
    acceptedEvent = eventId;
    acceptedAt = at;
    cameAt = null;
    waitingSince = at;
    offeredToCatalogue = true;
  }

  /**
   * What intake has put right (更正).
   *
   * @return whether it has other limits from now on
   */
  public boolean correct(CaseCorrected event, Instant at) {
    boolean otherLimits = kind != event.kind() || urgency != event.urgency();
    // Who reports somebody is protected, as intake protects them from now on.
    confidential |= event.kind() == CaseKind.REPORT && kind != CaseKind.REPORT;
    kind = event.kind();
    urgency = event.urgency();
    categoryCode = event.categoryCode();
    placeCode = event.placeCode();
    placePath = event.placePath();
    receivedAt = event.receivedAt();
    correctedAt = at;
    return otherLimits;
  }

  /** Takes a fact of another service into account; the answer says whether it took effect. */
  public Move<CaseStatus> hear(LifecycleEvent event) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (move.effective()) {
      status = move.to();
    }
    return move;
  }

  /** Makes a fact of this service true, or refuses when the case has moved on. */
  public Fact say(DispatchEvent event, Cause cause) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (!move.effective()) {
      throw new CaseHasMovedOn(status);
    }
    status = move.to();
    sequence++;
    return new Fact(cause.envelope(caseId, caseNo, sequence), event);
  }

  /** A round has its units: at its beginning, and again after the case came back. */
  public void giveTo(int number, String lead, int coUnits) {
    dispatchNo = round == number ? dispatchNo + 1 : 1;
    round = number;
    leadUnitId = lead;
    openCoUnits = coUnits;
    centreWords.moveOn();
  }

  /** The round in which the next dispatch falls: a case that came back stays in its round. */
  public int roundToDispatch() {
    return Math.max(1, round);
  }

  /** The lead gave it back, or it was taken from there: nobody has it. */
  public void comeBack(Instant at) {
    waitingSince = at;
    leadUnitId = null;
    openCoUnits = 0;
    centreWords.moveOn();
  }

  /** Counts a return of the lead, and remembers what it proposed. */
  public void returnedBy(String unitId, String proposed) {
    returnCount++;
    returnedUnitId = unitId;
    proposedUnitId = proposed;
  }

  /** It is handled together with another one (并单); none of its units has a task any more. */
  public void follow(UUID main, Instant at) {
    mainCaseId = main;
    mergedAt = at;
  }

  /** It goes its own way again and waits for dispatch. */
  public void followNoMore(Instant at) {
    mainCaseId = null;
    mergedAt = null;
    comeBack(at);
  }

  /** The reply to its main case answers it: from now on it has had that unit, in its own round. */
  public void answeredWith(String unitId, Instant at) {
    round = roundToDispatch();
    leadUnitId = unitId;
    openCoUnits = 0;
    answeredWithMainAt = at;
  }

  /** Another case is handled together with this one from now on. */
  public void leadOthers() {
    hasMerged = true;
  }

  /** Its units have to be as quick as with a case of that kind and urgency. */
  public void hurryAs(CaseKind other, Urgency otherUrgency) {
    lentKind = other;
    lentUrgency = otherUrgency;
  }

  /** Nobody follows it any more: its own limits hold alone. */
  public void leadNobody() {
    hasMerged = false;
    lentKind = null;
    lentUrgency = null;
  }

  public void coUnitJoined() {
    openCoUnits++;
  }

  /** A case is routed once; what the catalogue did not decide then is the dispatcher's. */
  public void offerToCatalogue() {
    offeredToCatalogue = true;
  }

  public boolean offeredToCatalogue() {
    return offeredToCatalogue;
  }

  public void coUnitFinished() {
    openCoUnits--;
  }

  /** What the centre has said of it, as the red list asks for it. */
  public void mark(CaseMarked event) {
    marks = event.marks();
  }

  /** Nobody screened it in time, as intake has said. */
  public void screeningMissed() {
    centreWords.missScreening();
  }

  /** A body outside did not take it: the screening has its time again. */
  public void screenedAnew() {
    centreWords.beginScreening();
  }

  /**
   * It was handed to a body outside (转出): no unit here has it any more.
   *
   * @param before how it stood: a round whose reply had passed is over, whatever its callback does
   */
  public void transferredOut(CaseStatus before, Instant at) {
    transferredAt = at;
    if (before == CaseStatus.PENDING_CALLBACK) {
      round++;
      dispatchNo = 0;
    }
    leadUnitId = null;
    openCoUnits = 0;
    centreWords.moveOn();
  }

  /**
   * Its result is fixed, also where that crossed a transfer: the unit and the round that it had are
   * its own again.
   *
   * @param before how it stood
   */
  public void closed(CaseClosed event, CaseStatus before) {
    boolean crossed =
        before == CaseStatus.TRANSFERRED_OUT
            || before == CaseStatus.REGISTERED
            || before == CaseStatus.SCREENING
            || before == CaseStatus.PENDING_DISPATCH;
    if (crossed && event.unitId() != null) {
      round = event.rounds();
      leadUnitId = event.unitId();
      transferTaken = false;
    }
  }

  /** A body outside has it from now on (转出已接收): nobody here acts on it any more. */
  public void transferTaken() {
    transferTaken = true;
  }

  public void urged(CaseUrged event) {
    urgeCount = event.urgeCount();
  }

  /** It was closed and is handled again: why is shown to who has that round. */
  public void reopened(CaseReopened event) {
    reopenedRound = event.round();
    reopenReason = event.reason();
  }

  /** Why it was reopened, if that began this round; null otherwise. */
  public ReopenReason reopenReason(int ofRound) {
    return reopenedRound != null && reopenedRound == ofRound ? reopenReason : null;
  }

  /** Null of what was registered as it came in. */
  public EnteredAs enteredAs() {
    return enteredAs;
  }

  /** The number of the paper form, or of another system; null for none. */
  public String externalRef() {
    return externalRef;
  }

  /** By when the system before this one had promised to close it; null without one. */
  public Instant originalDue() {
    return originalDue;
  }

  /** Who had it in the system before this one; null where none had. */
  /** The case that a dispatcher compares it with before a unit gets it; null for none. */
  public UUID sameAs() {
    return sameAs;
  }

  public String formerUnitId() {
    return formerUnitId;
  }

  /** Used up so far: in the system before this one, and here by those who kept its promise. */
  public int formerExtensions() {
    return formerExtensions;
  }

  /**
   * By when the unit that gets it in its first round has to answer because the system before this
   * one promised it; empty for a limit of its own. Who had it there keeps the promise also where it
   * has passed; another unit does not begin late.
   */
  public Optional<Instant> promised(String unitId, Instant at) {
    return goesOn(unitId) ? Optional.of(originalDue) : promisedAhead(at);
  }

  /** Whether the unit goes on with what it had in the system before this one. */
  public boolean goesOn(String unitId) {
    return originalDue != null && round == 1 && dispatchNo == 1 && unitId.equals(formerUnitId);
  }

  /** The promise of the system before this one, in the first round and while it lies ahead. */
  public Optional<Instant> promisedAhead(Instant at) {
    return Optional.ofNullable(movedDue == null ? originalDue : movedDue)
        .filter(due -> roundToDispatch() == 1 && due.isAfter(at));
  }

  /**
   * Who kept the promise had it moved and gives the case back: whoever is next keeps it as it is
   * now.
   *
   * @param extensions used up by then
   */
  public void promiseMoved(Instant due, int extensions) {
    movedDue = due;
    formerExtensions = extensions;
  }

  public boolean isWaitingForDispatch() {
    return status == CaseStatus.PENDING_DISPATCH;
  }

  public boolean isOver() {
    return transferTaken || CaseMoves.over(status);
  }

  /** Whether it is handled together with another one. */
  public boolean isMerged() {
    return status == CaseStatus.MERGED;
  }

  /** Whether it ended while it was handled together with another one, and without its answer. */
  public boolean endedWhileMerged() {
    return (isOver() || status == CaseStatus.TRANSFERRED_OUT)
        && mainCaseId != null
        && (answeredWithMainAt == null || answeredWithMainAt.isBefore(mergedAt));
  }

  /** When it was handed to a body outside last; null when it never was. */
  public Instant transferredAt() {
    return transferredAt;
  }

  /** It may come back from a body outside, and follows nobody then. */
  public void leftMain() {
    if (status == CaseStatus.TRANSFERRED_OUT) {
      mainCaseId = null;
      mergedAt = null;
    }
  }

  /** Whether others may follow it; some of them may have been withdrawn since. */
  public boolean hasMerged() {
    return hasMerged;
  }

  /** The case that it follows, or followed last; null for others. */
  public UUID mainCaseId() {
    return mainCaseId;
  }

  public Instant mergedAt() {
    return mergedAt;
  }

  /** When the reply to its main case answered it; null for others. */
  public Instant answeredWithMainAt() {
    return answeredWithMainAt;
  }

  /** The kind of the merged case whose limits are shorter; null when there is none. */
  public CaseKind lentKind() {
    return lentKind;
  }

  public Urgency lentUrgency() {
    return lentUrgency;
  }

  /** The split of that case says so; what its own registration said is not changed. */
  public void isSplitFrom(HandledCase other) {
    if (splitFrom == null && !caseId.equals(other.callId())) {
      splitFrom = other.callId();
    }
  }

  /** Whether both are demands of one call (一诉多求): then one citizen asks for both. */
  public boolean isOfSameCallAs(HandledCase other) {
    return callId().equals(other.callId());
  }

  private UUID callId() {
    return splitFrom == null ? caseId : splitFrom;
  }

  /** Whether only those may know of it who have to: nobody learns of it by another case. */
  public boolean isProtected() {
    return confidential || kind == CaseKind.REPORT;
  }

  /** The number of the last fact that was said about it. */
  public long sequence() {
    return sequence;
  }

  public UUID caseId() {
    return caseId;
  }

  public String caseNo() {
    return caseNo;
  }

  public CaseStatus status() {
    return status;
  }

  public CaseKind kind() {
    return kind;
  }

  public Urgency urgency() {
    return urgency;
  }

  public String categoryCode() {
    return categoryCode;
  }

  public String placeCode() {
    return placeCode;
  }

  public String placePath() {
    return placePath;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** Whether the reporter stays unnamed (匿名). */
  public boolean anonymous() {
    return anonymous;
  }

  /** Whether anybody can be reached about it: of the others the unit need not try. */
  public boolean reachable() {
    return reachable && !anonymous;
  }

  public boolean confidential() {
    return confidential;
  }

  /** When what it is about was corrected last; null when it never was. */
  public Instant correctedAt() {
    return correctedAt;
  }

  public UUID acceptedEvent() {
    return acceptedEvent;
  }

  /** Of a case from before this was kept, when it was received. */
  public Instant registeredAt() {
    return registeredAt;
  }

  /** When it was accepted, here or in the system before this one, or answered in vain. */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** When it came to the dispatchers here first; null before it was accepted. */
  public Instant cameAt() {
    return cameAt == null ? acceptedAt : cameAt;
  }

  /** When the centre answered it at once; null when it did not. */
  public Instant answeredAt() {
    return answeredAt;
  }

  /** When it came to the dispatchers last: accepted, or back from a unit. */
  public Instant waitingSince() {
    return waitingSince;
  }

  public int round() {
    return round;
  }

  public String leadUnitId() {
    return leadUnitId;
  }

  public int openCoUnits() {
    return openCoUnits;
  }

  public int dispatchNo() {
    return dispatchNo;
  }

  public int returnCount() {
    return returnCount;
  }

  public String returnedUnitId() {
    return returnedUnitId;
  }

  public String proposedUnitId() {
    return proposedUnitId;
  }

  public int urgeCount() {
    return urgeCount;
  }

  public SupervisionMarks supervision() {
    return supervision;
  }

  public CentreWords centreWords() {
    return centreWords;
  }

  public CaseDisputes disputes() {
    return disputes;
  }

  public long version() {
    return version;
  }
}
