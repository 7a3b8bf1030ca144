package hotline.evaluation.spotchecks;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckDrawn;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckObstacle;
import hotline.lifecycle.SpotCheckRecorded;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

/**
 * A closed case that was drawn by lot and is looked at on site (抽查). One supervisor goes there,
 * another signs what was found before it counts; neither had a hand in the case.
 */
@Entity
public class SpotCheck {

  @Id private UUID checkId;
  private UUID drawId;
  private UUID caseId;
  private String caseNo;
  private UUID callbackId;
  private int round;
  private String unitId;
  private String unitPath;
  private String category;

  @Enumerated(EnumType.STRING)
  private SpotCheckBasis basis;

  @Column(columnDefinition = "text[]")
  private String[] signals;

  private Boolean claimedContact;
  private Boolean claimedSolved;
  private Instant signedAt;
  private Instant repliedAt;

  @Enumerated(EnumType.STRING)
  private SpotCheckStatus status;

  private Instant drawnAt;
  private String checkLimit;

  // A newer calendar moves them beside the entity (CheckClocks).
  @Column(updatable = false)
  private Instant dueAt;

  @Column(updatable = false)
  private Instant yellowFrom;

  @Column(updatable = false)
  private int calendarVersion;

  private String checker;
  private Instant takenAt;
  private String namedBy;

  @Enumerated(EnumType.STRING)
  private SpotCheckFinding finding;

  @Enumerated(EnumType.STRING)
  private Answer contacted;

  private Instant checkedAt;
  private String place;
  private String evidence;

  @Enumerated(EnumType.STRING)
  private SpotCheckObstacle obstacle;

  private String notes;
  private Instant reportedAt;
  private String sentBack;
  private Instant endedAt;
  private String confirmedBy;
  @Version private Long version;

  protected SpotCheck() {}

  /** The closing of a case, which is locked, was drawn; its claims are those of now. */
  static SpotCheck drawn(
      UUID drawId,
      SpotCheckBasis basis,
      HotlineCase of,
      Callback closing,
      String category,
      Collection<Signal> signals,
      CheckClock clock,
      Instant at) {
    SpotCheck drawn = new SpotCheck();
    drawn.checkId = Uuid7.at(at);
    drawn.drawId = drawId;
    drawn.caseId = of.caseId();
    drawn.caseNo = of.caseNo();
    drawn.callbackId = closing.callbackId();
    drawn.round = closing.round();
    drawn.unitId = closing.unitId();
    drawn.unitPath = closing.unitPath();
    drawn.category = category;
    drawn.basis = basis;
    drawn.signals = signals.stream().map(Signal::name).toArray(String[]::new);
    if (of.hasClaimsOf(closing.round())) {
      drawn.claimedContact = of.claimedContact();
      drawn.claimedSolved = of.claimedSolved();
      drawn.signedAt = of.signedAt();
      drawn.repliedAt = of.repliedAt();
    }
    drawn.status = SpotCheckStatus.CHECKING;
    drawn.drawnAt = at;
    drawn.checkLimit = clock.limit().limit().format();
    drawn.dueAt = clock.due();
    drawn.yellowFrom = clock.yellowFrom();
    drawn.calendarVersion = clock.calendarVersion();
    return drawn;
  }

  /** What is to be said of its draw. */
  EvaluationEvent drawn() {
    return new SpotCheckDrawn(checkId, drawId, round, unitId, unitPath, basis, dueAt);
  }

  /** A supervisor goes there (领取), also instead of another who took it before. */
  void taken(Actor by, HotlineCase about, Collection<String> hands, Instant at) {
    requireFree(by, hands);
    requireChecking(about);
    if (!by.userId().equals(checker)) {
      checker = by.userId();
      takenAt = at;
      namedBy = null;
    }
  }

  /**
   * A supervisor names who goes there (指派), also instead of another; nobody with a hand in the case
   * chooses.
   */
  void given(Checker to, Actor by, HotlineCase about, Collection<String> hands, Instant at) {
    requireFree(by, hands);
    if (!mayBeMadeBy(to, hands)) {
      throw NoChecker.named();
    }
    requireChecking(about);
    if (!to.userRef().equals(checker)) {
      checker = to.userRef();
      takenAt = at;
      namedBy = by.userId().equals(to.userRef()) ? null : by.userId();
    }
  }

  /** Whether somebody had no hand in the case and is not of its unit. */
  boolean mayBeMadeBy(Checker one, Collection<String> hands) {
    return !hands.contains(one.userRef()) && !Scope.isWithin(one.unitPath(), unitPath);
  }

  /** What the checker found; it counts when another supervisor has signed. */
  void found(
      FieldReport report, Actor by, HotlineCase about, Collection<String> hands, Instant at) {
    requireChecker(by, about, hands);
    // To the minute, as people write it down.
    if (report.checkedAt().isBefore(drawnAt.truncatedTo(ChronoUnit.MINUTES))) {
      throw new Invalid(
          "checkedAt",
          "before-the-draw",
          "核查时间不能早于抽样时间：抽中之前看到的不是抽查。",
          "You were there before the case was drawn: that was no spot check.");
    }
    obstacle = null;
    finding = report.finding();
    contacted = report.contacted();
    checkedAt = report.checkedAt();
    place = report.place();
    evidence = report.evidence();
    notes = report.notes();
    reported(at);
  }

  /** It cannot be checked; that counts as well, and as nothing else. */
  void hindered(
      SpotCheckObstacle by,
      String why,
      Actor checkedBy,
      HotlineCase about,
      Collection<String> hands,
      Instant at) {
    requireChecker(checkedBy, about, hands);
    nothingFound();
    obstacle = by;
    notes = why;
    reported(at);
  }

  private void reported(Instant at) {
    status = SpotCheckStatus.CONFIRMING;
    reportedAt = at;
    sentBack = null;
  }

  /** Another supervisor signs; returns what is to be said. */
  EvaluationEvent confirmed(Actor second, Collection<String> hands, Instant at) {
    requireFree(second, hands);
    requireConfirming();
    if (second.userId().equals(checker)) {
      throw NoChecker.wasThere();
    }
    status = finding == null ? SpotCheckStatus.NOT_MADE : SpotCheckStatus.RECORDED;
    confirmedBy = second.userId();
    endedAt = at;
    return finding == null ? notMade() : recorded();
  }

  /**
   * Another supervisor does not sign, or the checker takes it back. What was written stays to be
   * mended; but of a closing that is no more nothing can be seen anew, so the check ends.
   *
   * @return what is to be said; null while the check goes on
   */
  EvaluationEvent sentBack(
      String why, Actor by, HotlineCase about, Collection<String> hands, Instant at) {
    requireFree(by, hands);
    requireConfirming();
    status = SpotCheckStatus.CHECKING;
    reportedAt = null;
    sentBack = why;
    return isOfAClosing(about) ? null : lapsed(at);
  }

  private boolean isOfAClosing(HotlineCase about) {
    return about.round() == round
        && (about.status() == CaseStatus.CLOSED || about.status() == CaseStatus.ARCHIVED);
  }

  /**
   * Its time and the grace are over, and no two have made it: else who leaves undone what does not
   * suit would make the rate. What was written stays, and counts as nothing.
   */
  EvaluationEvent outOfTime(Instant at) {
    if (endedAt != null) {
      throw CheckNotThere.toCheck(status);
    }
    status = SpotCheckStatus.NOT_MADE;
    obstacle = SpotCheckObstacle.NOT_IN_TIME;
    endedAt = at;
    return notMade();
  }

  /** The case was reopened before anybody had reported: there is no closing left to check. */
  EvaluationEvent lapsed(Instant at) {
    requireChecking();
    nothingFound();
    status = SpotCheckStatus.NOT_MADE;
    obstacle = SpotCheckObstacle.CASE_REOPENED;
    endedAt = at;
    return notMade();
  }

  private void nothingFound() {
    finding = null;
    contacted = null;
    checkedAt = null;
    place = null;
    evidence = null;
  }

  private EvaluationEvent recorded() {
    return new SpotCheckRecorded(
        checkId, drawId, round, unitId, unitPath, basis, finding, contacted, checkedAt);
  }

  private EvaluationEvent notMade() {
    return new SpotCheckNotMade(checkId, drawId, round, unitId, unitPath, basis, obstacle);
  }

  private void requireChecker(Actor by, HotlineCase about, Collection<String> hands) {
    requireFree(by, hands);
    requireChecking(about);
    if (!by.userId().equals(checker)) {
      throw CheckNotThere.untilTaken(status);
    }
  }

  /** Refuses who handled, reviewed or called back the case, and the people of its unit. */
  void requireFree(Actor supervisor, Collection<String> hands) {
    if (hands.contains(supervisor.userId())) {
      throw NoChecker.hadAHandInIt();
    }
    if (Scope.isWithin(supervisor.unitPath(), unitPath)) {
      throw NoChecker.ofTheUnit();
    }
  }

  private void requireChecking(HotlineCase about) {
    requireChecking();
    if (!isOfAClosing(about)) {
      throw CheckNotThere.toCheck(status);
    }
  }

  private void requireChecking() {
    if (status != SpotCheckStatus.CHECKING) {
      throw CheckNotThere.toCheck(status);
    }
  }

  private void requireConfirming() {
    if (status != SpotCheckStatus.CONFIRMING) {
      throw CheckNotThere.toConfirm(status);
    }
  }

  /** Refuses unless the asker has read the present state. */
  void requireVersion(IfMatch read) {
    read.check(version());
  }

  boolean isOpen() {
    return endedAt == null;
  }

  UUID callbackId() {
    return callbackId;
  }

  Instant dueAt() {
    return dueAt;
  }

  UUID checkId() {
    return checkId;
  }

  UUID caseId() {
    return caseId;
  }

  String namedBy() {
    return namedBy;
  }

  SpotCheckStatus status() {
    return status;
  }

  SpotCheckFinding finding() {
    return finding;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
