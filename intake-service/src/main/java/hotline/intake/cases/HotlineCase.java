package hotline.intake.cases;

import hotline.calendar.LimitRule;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseMarked;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseSupplemented;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventType;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.quarkus.CityCalendars;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** A request of a citizen and what intake does with it (工单). Acts return the fact to be said. */
@Entity
@DynamicUpdate
public class HotlineCase {
  static final int MOST_SUPPLEMENTS = 50;

  @Id private UUID id;

  private String caseNo;
  private byte[] queryCodeDigest;

  @Embedded private CaseSubject subject;
  @Embedded private ReporterFlags reporter;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  private String registeredBy;
  private Instant registeredAt;

  // Null of cases from before it was kept. What it says leaves the version, as an urge does.
  @OptimisticLock(excluded = true)
  @Embedded
  private ScreeningClock screening;

  private Instant acceptedAt;
  @Embedded private DirectAnswer directAnswer;
  private Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  private WithdrawalReason withdrawalReason;

  // Null unless one waits or was confirmed.
  @Embedded private Refusal refusal;
  private int refusalSteps;

  // Null unless a body outside has it; one that was withdrawn meanwhile keeps it.
  @Embedded private Transfer transfer;
  private Instant transferDeclinedAt;
  private String transferDeclinedWhy;
  private int transfersDeclined;

  // Null where the screening that runs now began with the registration.
  private Instant screeningSince;

  // Null of a call of its own; else the case as which the call was registered.
  private UUID splitFrom;
  private int splitCount;

  // Null unless whoever registered it saw another citizen's case that may be the same matter.
  private UUID sameAs;

  // Null unless who called was told after the registration, as in an emergency.
  private Instant reporterToldAt;
  private String reporterToldBy;

  // Null of what was registered as it came in.
  @Embedded private CaseOrigin origin;

  // Intake itself never closes a case: these columns follow the log, a poll of events at a time.
  @Embedded
  @AttributeOverride(name = "closedAt", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(name = "closedBy", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(name = "responded", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(name = "solved", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(name = "satisfied", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(name = "reopenUntil", column = @Column(insertable = false, updatable = false))
  @AttributeOverride(
      name = "citizenMayReopen",
      column = @Column(insertable = false, updatable = false))
  private CaseOutcome outcome;

  // Null unless somebody has asked and evaluation has not done it yet.
  private Instant reopenRequestedAt;

  // These four follow the log as well.
  @Column(insertable = false, updatable = false)
  private Integer callbackRound;

  @Column(insertable = false, updatable = false)
  private boolean answeredWithMain;

  @Column(insertable = false, updatable = false)
  private Integer recordedRound;

  @Column(insertable = false, updatable = false)
  private String recordedVia;

  // Null unless the citizen has rated without being called; of the last round of which that is so.
  private Integer ratedRound;
  private Instant ratedAt;

  // What the citizen wrote with own ratings, masked, by round.
  @ElementCollection
  @CollectionTable(name = "rating_words", joinColumns = @JoinColumn(name = "case_id"))
  @MapKeyColumn(name = "round")
  @Column(name = "text")
  private Map<Integer, String> ratingWords = new TreeMap<>();

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<CaseMark> marks = List.of();

  private int supplementCount;
  private int correctionCount;
  private long fileVersion;

  // An urge changes nothing of what a screener has read: who acts on the case need not start again.
  @OptimisticLock(excluded = true)
  private int urgeCount;

  @OptimisticLock(excluded = true)
  private Instant lastUrgedAt;

  @OptimisticLock(excluded = true)
  private long eventSequence;

  @Version private long version;

  protected HotlineCase() {}

  /**
   * @param masked the registration with its texts already masked
   */
  HotlineCase(
      UUID id,
      CaseNumber number,
      byte[] queryCodeDigest,
      Registration masked,
      String callerRef,
      String registeredBy,
      ScreeningClock screening,
      Instant now) {
    this.id = id;
    this.caseNo = number.digits();
    this.queryCodeDigest = queryCodeDigest.clone();
    this.subject = CaseSubject.of(masked);
    this.reporter =
        new ReporterFlags(
            masked.anonymous(), masked.confidential(), masked.wantsCallback(), callerRef);
    this.status = CaseStatus.DRAFT;
    this.registeredBy = registeredBy;
    this.registeredAt = now;
    this.screening = screening;
    this.origin = masked.origin();
    if (origin != null && origin.isPaper()) {
      // Its citizen has waited since then.
      this.screeningSince = subject.receivedAt();
    }
    this.version = 1;
  }

  /**
   * A demand of this call that becomes a case of its own (一诉多求), as this one stands before it is
   * narrowed to what it keeps. Its screening counts from when that of this one does: splitting
   * gains no time. Who registered the call has registered this: whoever splits it wins no right to
   * be told who reported.
   *
   * @param masked the demand with its texts already masked
   */
  HotlineCase splitOff(
      UUID newId,
      CaseNumber number,
      byte[] codeDigest,
      Registration masked,
      ScreeningClock clock,
      Instant now) {
    HotlineCase newCase =
        new HotlineCase(
            newId, number, codeDigest, masked, reporter.callerRef(), registeredBy, clock, now);
    boolean reports = masked.kind() == CaseKind.REPORT && subject.kind() != CaseKind.REPORT;
    // As at correcting: who reports somebody is protected unless it was said otherwise.
    newCase.reporter = reports ? reporter.inConfidence() : reporter;
    newCase.screeningSince = screeningSince();
    newCase.splitFrom = callId();
    return newCase;
  }

  /** Proposed to be handled with this case of another citizen. */
  void proposeToJoin(UUID other) {
    sameAs = other;
  }

  /** Null where none was named. */
  UUID sameAs() {
    return sameAs;
  }

  /** Refuses what screening has decided already, or is about to. */
  void requireSplittable() {
    if (!CaseMoves.move(status, EventType.CASE_SPLIT).effective()) {
      throw new CaseMoveRefused(status, EventType.CASE_SPLIT);
    }
    if (refusal != null) {
      throw SplitNotAllowed.refusalWaits();
    }
  }

  boolean isSplittable() {
    return CaseMoves.move(status, EventType.CASE_SPLIT).effective() && refusal == null;
  }

  /** These were split off; what is kept here is corrected in the same act. */
  CaseSplit split(List<UUID> newCases) {
    requireSplittable();
    follow(EventType.CASE_SPLIT);
    splitCount += newCases.size();
    return new CaseSplit(newCases, newCases.size());
  }

  /**
   * Gives the case its place in the lifecycle (登记).
   *
   * @param reachable whether the vault has a number of the reporter
   */
  CaseRegistered register(boolean reachable) {
    follow(EventType.CASE_REGISTERED);
    CaseRegistered registered =
        new CaseRegistered(
            subject.kind(),
            subject.urgency(),
            subject.channel(),
            subject.categoryCode(),
            subject.placeCode(),
            subject.placePath(),
            subject.receivedAt(),
            reporter.anonymous(),
            reporter.confidential(),
            reporter.wantsCallback(),
            reporter.callerRef(),
            subject.externalSource(),
            subject.externalRef(),
            reachable);
    if (origin != null) {
      return origin.isPaper()
          ? registered.onPaper()
          : registered.fromOldSystem(
              origin.originalDue(), origin.formerUnitId(), origin.formerExtensions());
    }
    return splitFrom == null ? registered : registered.splitFrom(splitFrom, screeningSince);
  }

  /** When its registration happened: what was entered later has its true time (补登). */
  Instant happenedAt() {
    return origin == null ? registeredAt : subject.receivedAt();
  }

  /** Null of what was registered as it came in. */
  public CaseOrigin origin() {
    return origin;
  }

  /** What the clock of its screening says by now, by the newest calendar. */
  List<IntakeEvent> screeningWords(CityCalendars.InForce newest, Instant now) {
    if (!waitsForScreening()) {
      return List.of();
    }
    List<IntakeEvent> words = new ArrayList<>();
    screening.follow(screeningSince(), newest).ifPresent(words::add);
    screening.tick(now).ifPresent(words::add);
    words.forEach(word -> follow(word.type()));
    return words;
  }

  /** The moment from which that clock has something to say; empty when none runs. */
  Optional<Instant> nextScreeningWord() {
    return waitsForScreening() ? screening.nextWord() : Optional.empty();
  }

  private boolean waitsForScreening() {
    return screening != null && ScreeningClock.runs(status);
  }

  /** Screening finds it complete and the city's business (受理). */
  CaseAccepted accept(Instant now) {
    follow(EventType.CASE_ACCEPTED);
    acceptedAt = now;
    CaseAccepted accepted =
        new CaseAccepted(
            subject.kind(),
            subject.urgency(),
            subject.categoryCode(),
            subject.placeCode(),
            subject.placePath(),
            subject.receivedAt(),
            reporter.confidential());
    // What was registered said that nobody could be reached.
    return reporterToldAt == null
        ? accepted
        : accepted.reportedBy(reporter.anonymous(), true, reporter.wantsCallback());
  }

  /**
   * Who called in an emergency is told when there is time for it: once, and before a unit has it.
   *
   * @param masked what it is about, with the name that is known by now taken out of its texts
   * @param hasNumber whether the vault has a number of the reporter already
   */
  void tellReporter(
      ReporterFlags told, CaseSubject masked, boolean hasNumber, String by, Instant now) {
    if (!mayTellReporter(hasNumber)) {
      throw hasNumber ? ReporterNotTold.known() : ReporterNotTold.noEmergency();
    }
    reporter = told;
    subject = masked;
    reporterToldAt = now;
    reporterToldBy = by;
  }

  /** Whether who called can still be told. */
  boolean mayTellReporter(boolean hasNumber) {
    boolean emergency =
        transfer == null ? transferDeclinedAt != null : transfer.target().emergency();
    return emergency
        && !hasNumber
        && reporterToldAt == null
        && (isToBeScreened() || status == CaseStatus.TRANSFERRED_OUT);
  }

  /**
   * A further emergency service is called in (联动转接), whether the first has said that it has the
   * case or not. It is an act beside the case: its clock and its status are those of the first.
   */
  void requireCallIn(TransferTarget further) {
    if (status != CaseStatus.TRANSFERRED_OUT || !transfer.target().emergency()) {
      throw new CaseMoveRefused(status, EventType.CASE_TRANSFERRED_OUT);
    }
    if (transfer.target() == further) {
      throw ServiceCalledInBefore.of(further);
    }
  }

  /** Whether a further emergency service can be called in. */
  boolean mayCallIn() {
    return status == CaseStatus.TRANSFERRED_OUT && transfer.target().emergency();
  }

  /**
   * The centre answers it at once (直接答复), instead of accepting it. What endangers life or property
   * is acted upon; whether a complaint or a report is true only the unit in charge can find out,
   * and answering it here would keep it from whom it is about.
   */
  CaseAnsweredDirect answerDirectly(DirectAnswer given, DirectoryEntry.Unit centre) {
    requireAnswerable(subject);
    follow(EventType.CASE_ANSWERED_DIRECT);
    directAnswer = given;
    CaseAnsweredDirect answered =
        new CaseAnsweredDirect(
            centre.code(), centre.path(), given.knowledgeItem(), given.knowledgeVersion());
    // As of what is accepted: nobody has heard of this reporter yet.
    return reporterToldAt == null
        ? answered
        : answered.reportedBy(
            reporter.confidential(), reporter.anonymous(), true, reporter.wantsCallback());
  }

  private static void requireAnswerable(CaseSubject about) {
    if (about.urgency() == Urgency.CRITICAL) {
      throw DirectAnswerRefused.danger();
    }
    if (about.kind() == CaseKind.COMPLAINT || about.kind() == CaseKind.REPORT) {
      throw DirectAnswerRefused.needsUnit(about.kind());
    }
  }

  /** A screener proposes to refuse it (不予受理); it waits for a second person. */
  void proposeRefusal(RefusalReason reason, String by, Instant now) {
    requireRefusable();
    if (refusal != null) {
      throw RefusalNotAllowed.waitsAlready();
    }
    refusal = Refusal.proposed(reason, by, now);
    refusalSteps++;
  }

  /** A second person confirms it: the case is over. */
  CaseRefused confirmRefusal(String by, Instant now) {
    requireRefusable();
    requireProposal();
    if (refusal.proposedBy().equals(by)) {
      throw new RefusalByOnePerson();
    }
    follow(EventType.CASE_REFUSED);
    refusal.confirm(now);
    refusalSteps++;
    return new CaseRefused(refusal.reason());
  }

  /** It is not refused, or not for that reason: screening goes on. */
  void sendRefusalBack() {
    requireScreening();
    requireProposal();
    refusal = null;
    refusalSteps++;
  }

  /** Another act decides the case; true when a proposal was waiting. */
  boolean dropRefusal() {
    if (refusal == null || refusal.refusedAt() != null) {
      return false;
    }
    refusal = null;
    refusalSteps++;
    return true;
  }

  private void requireRefusable() {
    if (subject.urgency() == Urgency.CRITICAL) {
      throw RefusalNotAllowed.dangerToLife();
    }
    requireScreening();
  }

  private void requireScreening() {
    if (!CaseMoves.move(status, EventType.CASE_REFUSED).effective()) {
      throw new CaseMoveRefused(status, EventType.CASE_REFUSED);
    }
  }

  private void requireProposal() {
    if (refusal == null) {
      throw RefusalNotAllowed.noneWaits();
    }
  }

  /** A body outside takes it over (转出); it waits for the acknowledgement. */
  CaseTransferredOut transferOut(Transfer to) {
    if (!isToBeScreened()) {
      throw new CaseMoveRefused(status, EventType.CASE_TRANSFERRED_OUT);
    }
    return handOver(to);
  }

  /**
   * The same in the middle of its handling: the tasks of its units end with it. Not while its
   * citizen is called back, whose answer would be about nothing; what is merged goes its own way
   * first.
   */
  CaseTransferredOut transferInHandling(Transfer to) {
    if (isToBeScreened() || status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.MERGED) {
      throw new CaseMoveRefused(status, EventType.CASE_TRANSFERRED_OUT);
    }
    return handOver(to);
  }

  private boolean isToBeScreened() {
    return status == CaseStatus.REGISTERED || status == CaseStatus.SCREENING;
  }

  private CaseTransferredOut handOver(Transfer to) {
    follow(EventType.CASE_TRANSFERRED_OUT);
    transfer = to;
    return new CaseTransferredOut(
        to.target(), to.handedAt(), to.due(), to.threePartyCall(), to.externalRef());
  }

  /** The body has it: the city's part has ended. */
  CaseTransferAcknowledged acknowledgeTransfer(Instant at, String ref, String by) {
    follow(EventType.CASE_TRANSFER_ACKNOWLEDGED);
    requireNotAcknowledged();
    if (transfer.isAcknowledgedByAnother() && transfer.by().equals(by)) {
      throw new TransferByOnePerson();
    }
    TransferRules.requireNotBefore(transfer.handedAt(), at, "acknowledgedAt");
    transfer.acknowledge(at, ref);
    return new CaseTransferAcknowledged(
        transfer.target(), at, transfer.late(at), transfer.externalRef());
  }

  /** The body did not take it: it waits for screening again. */
  CaseTransferDeclined declineTransfer(String why, ScreeningClock anew, Instant now) {
    requireNotAcknowledged();
    follow(EventType.CASE_TRANSFER_DECLINED);
    CaseTransferDeclined declined = new CaseTransferDeclined(transfer.target(), anew.due());
    transfer = null;
    // It is accepted anew, or not.
    acceptedAt = null;
    transferDeclinedAt = now;
    transferDeclinedWhy = why;
    transfersDeclined++;
    screening = anew;
    screeningSince = now;
    return declined;
  }

  /** The lifecycle lets it pass, but only where it crossed the closing. */
  private void requireNotOver(EventType event) {
    if (CaseMoves.over(status)) {
      throw new CaseMoveRefused(status, event);
    }
  }

  /** What is told in confidence or reports somebody goes together with no other case. */
  public boolean isProtected() {
    return reporter.confidential() || subject.kind() == CaseKind.REPORT;
  }

  /** Whether a body outside has said that it has it: the city's part has ended. */
  public boolean isElsewhere() {
    return transfer != null && transfer.acknowledgedAt() != null;
  }

  /**
   * Whether nothing is to be put right here any more. Of an emergency something is: it was handed
   * over before it was written down, and who took it over may have said so at once.
   */
  boolean isOutOfHand() {
    return isElsewhere() && !transfer.target().emergency();
  }

  private void requireInHand() {
    if (isOutOfHand()) {
      throw TransferNotAllowed.acknowledged(transfer.target());
    }
  }

  private void requireNotAcknowledged() {
    if (isElsewhere()) {
      throw TransferNotAllowed.acknowledged(transfer.target());
    }
  }

  /** The citizen adds something (补充). */
  CaseSupplemented supplement(Channel through) {
    // Of an emergency the operator writes down afterwards what was said; a citizen tells the
    // service.
    if (through == Channel.WEB) {
      requireNotAcknowledged();
    }
    requireInHand();
    follow(EventType.CASE_SUPPLEMENTED);
    return new CaseSupplemented(nextSupplement(), through);
  }

  /** The citizen urges (催办); a second time only after a while. */
  CaseUrged urge(Channel through, Instant now, Duration every) {
    requireNotAcknowledged();
    follow(EventType.CASE_URGED);
    if (lastUrgedAt != null && now.isBefore(lastUrgedAt.plus(every))) {
      throw new UrgedRecently(lastUrgedAt.plus(every));
    }
    urgeCount++;
    lastUrgedAt = now;
    return new CaseUrged(urgeCount, through);
  }

  /** The centre says what makes it one to be watched (标签); empty when it has said so before. */
  Optional<CaseMarked> mark(Set<CaseMark> wanted) {
    requireInHand();
    requireNotOver(EventType.CASE_MARKED);
    follow(EventType.CASE_MARKED);
    List<CaseMark> before = marks();
    List<CaseMark> after = wanted.stream().sorted().toList();
    if (before.equals(after)) {
      return Optional.empty();
    }
    marks = after;
    return Optional.of(new CaseMarked(before, after));
  }

  /**
   * What was registered wrongly is put right (更正), until it is known that the case has ended.
   *
   * @param corrected with its texts masked
   */
  CaseCorrected correct(CaseSubject corrected) {
    requireNotOver(EventType.CASE_CORRECTED);
    requireInHand();
    if (status == CaseStatus.ANSWERED_DIRECT) {
      // There is no way back to a unit before its citizen has rated the answer.
      requireAnswerable(corrected);
    }
    follow(EventType.CASE_CORRECTED);
    CaseSubject before = subject;
    if (origin != null) {
      CaseOrigin.requireTrueTime(before.receivedAt(), corrected.receivedAt());
    }
    if (before.changes(corrected).isEmpty()) {
      throw new NothingCorrected();
    }
    subject = corrected;
    if (corrected.kind() == CaseKind.REPORT && before.kind() != CaseKind.REPORT) {
      // As at registering: who reports somebody is protected unless it was said otherwise, and it
      // was not asked then.
      reporter = reporter.inConfidence();
    }
    correctionCount++;
    return before.correctedTo(corrected, correctionCount);
  }

  /** Its screening, if it still waits for it, has another limit; empty when that moves nothing. */
  Optional<IntakeEvent> screenWithin(LimitRule limit, CityCalendars.InForce newest, Instant now) {
    if (!waitsForScreening()) {
      return Optional.empty();
    }
    Optional<IntakeEvent> moved = screening.within(limit, screeningSince(), newest, now);
    moved.ifPresent(word -> follow(word.type()));
    return moved;
  }

  /** In the order in which they are named. */
  List<CaseMark> marks() {
    return List.copyOf(marks);
  }

  /**
   * The citizen takes it back (撤诉). What endangers life or property is handled whoever reported it
   * and whatever that person wants now.
   */
  CaseWithdrawn withdraw(WithdrawalReason reason, Instant now) {
    if (subject.urgency() == Urgency.CRITICAL) {
      throw new WithdrawalRefused();
    }
    requireNotAcknowledged();
    follow(EventType.CASE_WITHDRAWN);
    withdrawnAt = now;
    withdrawalReason = reason;
    return new CaseWithdrawn(reason);
  }

  /**
   * The centre entered it wrongly after its true time (登记有误), also where it is critical: it is
   * entered anew.
   */
  CaseWithdrawn withdrawWrongEntry(Instant now) {
    if (origin == null) {
      throw new NotEnteredLater();
    }
    requireNotAcknowledged();
    follow(EventType.CASE_WITHDRAWN);
    withdrawnAt = now;
    withdrawalReason = WithdrawalReason.ENTERED_WRONGLY;
    return new CaseWithdrawn(withdrawalReason);
  }

  /** Whether the citizen took it back: not what the centre had entered wrongly. */
  public boolean isWithdrawnByCitizen() {
    return withdrawalReason != null && withdrawalReason.isOfTheCitizen();
  }

  /**
   * Somebody wants the closed case to be handled again (重开). Evaluation does it: it was told
   * nothing that it does not know, and says so a moment later.
   */
  CaseReopenRequested requestReopening(ReopenReason reason, ReopenedBy by, Instant now) {
    follow(EventType.CASE_REOPEN_REQUESTED);
    if (reopenRequestedAt != null) {
      throw ReopeningRefused.askedAlready(reopenRequestedAt);
    }
    outcome.requireReopening(by, now);
    reopenRequestedAt = now;
    return new CaseReopenRequested(reason, by, outcome.closedAt());
  }

  /**
   * The citizen rates the answer without waiting for the call (自助评价). Evaluation records it, unless
   * an agent was faster.
   *
   * @param through the own page or a reply to a text message
   */
  CaseRated rate(OwnRatingForm checked, Channel through, Instant now) {
    OwnRating stands = ownRating();
    if (stands.refusesAnother()) {
      throw RatingRefused.ratedAlready(ratedAt);
    }
    if (!stands.waits()) {
      throw RatingRefused.nothingWaits(status);
    }
    if (!callbackRound.equals(checked.round())) {
      throw RatingRefused.anotherResult(callbackRound);
    }
    follow(EventType.CASE_RATED);
    ratedRound = callbackRound;
    ratedAt = now;
    return (answeredWithMain ? checked.withoutContact() : checked).said(through);
  }

  /** The round that can be rated, or the last one that was; null for none. */
  public Integer ownRatingRound() {
    return ownRating().waits() ? callbackRound : ratedRound;
  }

  /** Whether the reply to another case answers this one (随主单答复): no unit has called its citizen. */
  public boolean answeredWithMain() {
    return answeredWithMain;
  }

  /**
   * Whether anybody is told what units answered: who took the request back asked for no answer, and
   * one that passed at the same moment stays with the unit.
   */
  public boolean tellsReplies() {
    return status != CaseStatus.WITHDRAWN;
  }

  /**
   * Whether a callback of it is open, or about to be: who calls is not to know then which unit it
   * is about (盲访). By the status alone, which is never heard later than the callback.
   */
  public boolean isCalledBlind() {
    return status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.ANSWERED_DIRECT;
  }

  /** Whether the citizen may rate, and what became of it where the citizen did. */
  public OwnRating ownRating() {
    return OwnRating.of(status, callbackRound, ratedRound, recordedRound, recordedVia);
  }

  /** What the citizen wrote with the rating that was just given. */
  void keepRatingWords(String masked) {
    ratingWords.put(ratedRound, masked);
  }

  /** For the file: no statement where the citizen has not rated. */
  private List<CaseFile.RatingWords> ratingWords() {
    if (ratedRound == null || ratingWords.isEmpty()) {
      return null;
    }
    return ratingWords.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(words -> new CaseFile.RatingWords(words.getKey(), words.getValue()))
        .toList();
  }

  /** The number of what is told with such a request, among the supplements of the file. */
  int nextSupplement() {
    if (supplementCount >= MOST_SUPPLEMENTS) {
      throw new TooManySupplements();
    }
    return ++supplementCount;
  }

  /** The next file of the case, newer than all before. */
  CaseFile file(List<CaseFile.Supplement> supplements, Instant now) {
    fileVersion++;
    return new CaseFile(
        id,
        caseNo,
        fileVersion,
        subject.title(),
        subject.content(),
        subject.demand(),
        subject.address(),
        reporter.confidential(),
        subject.respondentUnitId(),
        supplements,
        now,
        directAnswer == null ? null : directAnswer.text(),
        ratingWords());
  }

  /** The place of the next fact among those that intake says about this case. */
  long nextSequence() {
    return ++eventSequence;
  }

  private void follow(EventType event) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (!move.effective()) {
      throw new CaseMoveRefused(status, event);
    }
    status = move.to();
  }

  public UUID id() {
    return id;
  }

  public String caseNo() {
    return caseNo;
  }

  public CaseSubject subject() {
    return subject;
  }

  public ReporterFlags reporter() {
    return reporter;
  }

  public CaseStatus status() {
    return status;
  }

  public String registeredBy() {
    return registeredBy;
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  /** Null of cases from before it was kept. */
  ScreeningClock screening() {
    return screening;
  }

  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** Null when it was not answered at once. */
  public DirectAnswer directAnswer() {
    return directAnswer;
  }

  /** When screening decided about it, one way or another; null while it has not. */
  Instant screenedAt() {
    // What a body outside did not take is screened again, whatever was decided before.
    if (isToBeScreened()) {
      return null;
    }
    if (acceptedAt != null) {
      return acceptedAt;
    }
    if (directAnswer != null) {
      return directAnswer.answeredAt();
    }
    if (transfer != null) {
      return transfer.at();
    }
    return refusal == null ? null : refusal.refusedAt();
  }

  /** When the screening began that runs now or ran last. */
  Instant screeningSince() {
    return screeningSince == null ? registeredAt : screeningSince;
  }

  /** The case as which the call was registered: this one, or the one that it was split from. */
  UUID callId() {
    return splitFrom == null ? id : splitFrom;
  }

  /** Whether demands that were told here have become cases of their own. */
  boolean isSplit() {
    return splitCount > 0;
  }

  /** Whether its call held several demands, each of which is a case (一诉多求). */
  boolean isOneOfSeveral() {
    return splitFrom != null || splitCount > 0;
  }

  /** Null unless a body outside has it, or had it when the citizen took it back. */
  public Transfer transfer() {
    return transfer;
  }

  /** The last time that a body outside did not take it; null where none did. */
  public Instant transferDeclinedAt() {
    return transferDeclinedAt;
  }

  String transferDeclinedWhy() {
    return transferDeclinedWhy;
  }

  int transfersDeclined() {
    return transfersDeclined;
  }

  /** Null unless one waits for the second person or was confirmed. */
  public Refusal refusal() {
    return refusal;
  }

  /** The number of the last step about a refusal; 0 where none was ever proposed. */
  int refusalSteps() {
    return refusalSteps;
  }

  public Instant withdrawnAt() {
    return withdrawnAt;
  }

  public WithdrawalReason withdrawalReason() {
    return withdrawalReason;
  }

  /** Null unless the citizen has rated without being called. */
  public Instant ratedAt() {
    return ratedAt;
  }

  /** Null while the case is open. */
  public CaseOutcome outcome() {
    return outcome;
  }

  public int correctionCount() {
    return correctionCount;
  }

  /** Null unless somebody has asked for it and it was not done yet. */
  public Instant reopenRequestedAt() {
    return reopenRequestedAt;
  }

  public int urgeCount() {
    return urgeCount;
  }

  public Instant lastUrgedAt() {
    return lastUrgedAt;
  }

  public long version() {
    return version;
  }

  byte[] queryCodeDigest() {
    return queryCodeDigest.clone();
  }
}
