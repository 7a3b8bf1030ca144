package hotline.intake.cases;

import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseMarked;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseSupplemented;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.Channel;
import hotline.lifecycle.EventType;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import hotline.relay.quarkus.CityCalendars;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  private WithdrawalReason withdrawalReason;

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

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<CaseMark> marks = List.of();

  private int supplementCount;
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
    this.version = 1;
  }

  /**
   * Gives the case its place in the lifecycle (登记).
   *
   * @param reachable whether the vault has a number of the reporter
   */
  CaseRegistered register(boolean reachable) {
    follow(EventType.CASE_REGISTERED);
    return new CaseRegistered(
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
  }

  /** What the clock of its screening says by now, by the newest calendar. */
  List<IntakeEvent> screeningWords(CityCalendars.InForce newest, Instant now) {
    if (!waitsForScreening()) {
      return List.of();
    }
    List<IntakeEvent> words = new ArrayList<>();
    screening.follow(registeredAt, newest).ifPresent(words::add);
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
    return new CaseAccepted(
        subject.kind(),
        subject.urgency(),
        subject.categoryCode(),
        subject.placeCode(),
        subject.placePath(),
        subject.receivedAt(),
        reporter.confidential());
  }

  /** The citizen adds something (补充). */
  CaseSupplemented supplement(Channel through) {
    follow(EventType.CASE_SUPPLEMENTED);
    return new CaseSupplemented(nextSupplement(), through);
  }

  /** The citizen urges (催办); a second time only after a while. */
  CaseUrged urge(Channel through, Instant now, Duration every) {
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
    follow(EventType.CASE_MARKED);
    List<CaseMark> before = marks();
    List<CaseMark> after = wanted.stream().sorted().toList();
    if (before.equals(after)) {
      return Optional.empty();
    }
    marks = after;
    return Optional.of(new CaseMarked(before, after));
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
    follow(EventType.CASE_WITHDRAWN);
    withdrawnAt = now;
    withdrawalReason = reason;
    return new CaseWithdrawn(reason);
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
        now);
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

  public Instant withdrawnAt() {
    return withdrawnAt;
  }

  public WithdrawalReason withdrawalReason() {
    return withdrawalReason;
  }

  /** Null while the case is open. */
  public CaseOutcome outcome() {
    return outcome;
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
