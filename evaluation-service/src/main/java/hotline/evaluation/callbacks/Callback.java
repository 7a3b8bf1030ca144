package hotline.evaluation.callbacks;

import hotline.access.IfMatch;
import hotline.calendar.ClockHand;
import hotline.calendar.Light;
import hotline.calendar.LimitRule;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.Rating;
import hotline.lifecycle.CallbackApproaching;
import hotline.lifecycle.CallbackMissed;
import hotline.lifecycle.CallbackMoved;
import hotline.lifecycle.CallbackResult;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.UnreachableReason;
import hotline.relay.quarkus.CityCalendars;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** A callback (回访) for one handled round: the citizen is asked once how it went. */
@Entity
public class Callback {

  @Id private UUID callbackId;
  private UUID caseId;
  private String caseNo;
  private int round;
  private String unitId;
  private String unitPath;
  private boolean wantsCallback;
  private boolean withMain;

  @Enumerated(EnumType.STRING)
  private CallbackStatus status;

  private Instant openedAt;

  // What the clock changes leaves the version: nobody who is typing a rating starts again for it.
  @OptimisticLock(excluded = true)
  private Instant callbackDue;

  @OptimisticLock(excluded = true)
  private Instant yellowFrom;

  @OptimisticLock(excluded = true)
  private int calendarVersion;

  @OptimisticLock(excluded = true)
  private Instant warnedDue;

  @OptimisticLock(excluded = true)
  private Instant overdueSince;

  // Null where the policy of then did not keep it.
  @OptimisticLock(excluded = true)
  private String callbackLimit;

  @OptimisticLock(excluded = true)
  private String policyVersion;

  private int attempts;
  private int attemptDays;
  private LocalDate lastAttemptOn;
  private Instant reachedAt;
  private Instant endedAt;
  private String endedBy;
  private Instant contestUntil;
  private Instant reopenUntil;
  @Embedded private Rating rating;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  @Version private Long version;

  protected Callback() {}

  static Callback open(
      UUID callbackId,
      HotlineCase about,
      Handled handled,
      CallbackClock clock,
      int calendarVersion,
      String policyVersion) {
    Callback opened = new Callback();
    opened.callbackId = callbackId;
    opened.caseId = about.caseId();
    opened.caseNo = about.caseNo();
    opened.wantsCallback = about.wantsCallback();
    opened.round = handled.round();
    opened.unitId = handled.unitId();
    opened.unitPath = handled.unitPath();
    opened.withMain = handled.withMain();
    opened.status = CallbackStatus.OPEN;
    opened.openedAt = clock.start();
    opened.callbackDue = clock.due();
    opened.yellowFrom = clock.yellowFrom();
    opened.callbackLimit = clock.limit().format();
    opened.calendarVersion = calendarVersion;
    opened.policyVersion = policyVersion;
    return opened;
  }

  /** Whether the reply to another case answered this one: no unit has called the citizen. */
  boolean withMain() {
    return withMain;
  }

  /** Writes down one call; returns its number. */
  int attempted(CallbackResult result, Instant at, LocalDate day) {
    requireOpen();
    attempts++;
    if (!day.equals(lastAttemptOn)) {
      attemptDays++;
      lastAttemptOn = day;
    }
    if (result == CallbackResult.REACHED && reachedAt == null) {
      reachedAt = at;
    }
    return attempts;
  }

  /** The citizen answered: to an agent who reached the citizen, or without being called. */
  public void rated(Rating answers, Decision follows, Instant at, String by) {
    requireOpen();
    if (reachedAt == null && !answers.via().isWithoutCall()) {
      throw new NotReachedYet();
    }
    rating = answers;
    end(CallbackStatus.EVALUATED, follows, at, by);
  }

  /**
   * Nobody answered in as many attempts and days as the policy asks for, or nobody is to be called;
   * says which of the two.
   */
  public UnreachableReason givenUp(UnreachablePolicy policy, Instant at, String by) {
    requireOpen();
    UnreachableReason reason =
        policy.reason(wantsCallback, attempts, attemptDays, reachedAt != null);
    end(CallbackStatus.UNREACHABLE, Decision.CLOSED, at, by);
    return reason;
  }

  /** The citizen withdrew; nobody is to be called any more. */
  public void cancelled(Instant at, String by) {
    requireOpen();
    end(CallbackStatus.CANCELLED, null, at, by);
  }

  private void end(CallbackStatus as, Decision follows, Instant at, String by) {
    status = as;
    decision = follows;
    endedAt = at;
    endedBy = by;
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new CallbackEnded(status, rating == null ? null : rating.via());
    }
  }

  /** Refuses unless the asker has read the present state. */
  public void requireVersion(IfMatch read) {
    read.check(version());
  }

  public boolean isOpen() {
    return status == CallbackStatus.OPEN;
  }

  public UUID callbackId() {
    return callbackId;
  }

  public UUID caseId() {
    return caseId;
  }

  String caseNo() {
    return caseNo;
  }

  public int round() {
    return round;
  }

  public String unitId() {
    return unitId;
  }

  public String unitPath() {
    return unitPath;
  }

  public CallbackStatus status() {
    return status;
  }

  /** False: the reporter asked not to be called or left no number (不需要回访或未留电话). */
  boolean wantsCallback() {
    return wantsCallback;
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant callbackDue() {
    return callbackDue;
  }

  /** The moment from which its clock has something to say; empty when none runs. */
  Optional<Instant> nextWord() {
    return isOpen() ? hand().nextWord() : Optional.empty();
  }

  /** What its clock says by now (临期、超期). */
  Optional<EvaluationEvent> tick(Instant now) {
    if (!isOpen()) {
      return Optional.empty();
    }
    if (hand().hasRunOut(now)) {
      overdueSince = callbackDue;
      return Optional.of(new CallbackMissed(callbackId, round, unitId, callbackDue));
    }
    if (hand().approaches(now)) {
      warnedDue = callbackDue;
      return Optional.of(new CallbackApproaching(callbackId, round, unitId, callbackDue));
    }
    return Optional.empty();
  }

  private ClockHand hand() {
    return new ClockHand(callbackDue, yellowFrom, overdueSince != null, warnedDue);
  }

  /** Its due time by a newer calendar; one that was said to have passed stays. */
  Optional<EvaluationEvent> follow(CityCalendars.InForce newest) {
    if (!isOpen()
        || overdueSince != null
        || callbackLimit == null
        || calendarVersion >= newest.version()) {
      return Optional.empty();
    }
    return reckon(LimitRule.of(callbackLimit), newest);
  }

  /** Its due time by the limit of the corrected case; one that has passed stays. */
  Optional<EvaluationEvent> within(
      LimitRule limit, String policy, CityCalendars.InForce newest, Instant now) {
    String other = limit.limit().format();
    if (!isOpen()
        || overdueSince != null
        || !callbackDue.isAfter(now)
        || callbackLimit == null
        || callbackLimit.equals(other)) {
      return Optional.empty();
    }
    callbackLimit = other;
    policyVersion = policy;
    return reckon(limit, newest);
  }

  private Optional<EvaluationEvent> reckon(LimitRule limit, CityCalendars.InForce newest) {
    CallbackClock moved = CallbackClock.start(openedAt, limit, newest.calendar());
    Instant before = callbackDue;
    callbackDue = moved.due();
    yellowFrom = moved.yellowFrom();
    calendarVersion = newest.version();
    return before.equals(callbackDue)
        ? Optional.empty()
        : Optional.of(
            new CallbackMoved(callbackId, round, unitId, before, callbackDue, calendarVersion));
  }

  Light light(Instant now) {
    return isOpen() ? Light.at(now, yellowFrom, callbackDue) : Light.NONE;
  }

  /** Null when it was not kept. */
  String callbackLimit() {
    return callbackLimit;
  }

  /** Of the calendar that explains the due time. */
  int calendarVersion() {
    return calendarVersion;
  }

  String policyVersion() {
    return policyVersion;
  }

  Instant overdueSince() {
    return overdueSince;
  }

  public int attempts() {
    return attempts;
  }

  boolean wasReached() {
    return reachedAt != null;
  }

  public Instant endedAt() {
    return endedAt;
  }

  /** Who recorded the end. */
  public String endedBy() {
    return endedBy;
  }

  /** Its result closes the case: until then the unit may contest that it counts. */
  public void contestable(Instant until) {
    contestUntil = until;
  }

  /** Null where it did not close the case. */
  public Instant contestUntil() {
    return contestUntil;
  }

  /** Its result closes the case: until then it may be handled once more. */
  public void reopenable(Instant until) {
    reopenUntil = until;
  }

  /** Null where it did not close the case. */
  public Instant reopenUntil() {
    return reopenUntil;
  }

  public Rating rating() {
    return rating;
  }

  public Decision decision() {
    return decision;
  }

  public long version() {
    return version == null ? 0 : version;
  }
}
