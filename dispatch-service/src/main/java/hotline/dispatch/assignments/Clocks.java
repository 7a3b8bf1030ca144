package hotline.dispatch.assignments;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Explanation;
import hotline.calendar.Extension;
import hotline.calendar.Light;
import hotline.calendar.LightRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.LimitUnit;
import hotline.calendar.Pause;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.Limits;
import hotline.dispatch.limits.TimeRules;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three clocks of an assignment. Each due time is computed from the start, the rule, the pauses
 * and the extensions that are kept beside it, and never moved by hand.
 */
@Embeddable
public class Clocks {

  /** Those that a task has, in the order in which statements name them. */
  static final List<DeadlineKind> KINDS =
      List.of(DeadlineKind.SIGN, DeadlineKind.CONTACT, DeadlineKind.REPLY);

  /** Why the clock of the reply stood still. */
  static final String UNDER_REVIEW = "UNDER_REVIEW";

  static final String HELD = "HELD";

  @Column(name = "created_at")
  private Instant start;

  private String policyVersion;
  private LimitRule signRule;
  private LimitRule contactRule;
  private LimitRule replyRule;

  // From and to take turns.
  private Instant[] replyPauses;

  // Of the first pauses; those that were there before this column were reviews.
  @Column(columnDefinition = "text[]")
  private String[] replyPauseReasons;

  // The same of the other two: each stood still while a return was asked for.
  private Instant[] signPauses;
  private Instant[] contactPauses;

  // Each as "5wd 2026-11-30T02:00:00Z": by how much, and when that was granted.
  @Column(columnDefinition = "text[]")
  private String[] replyExtensions;

  // By when a case has to be answered that is handled with this one, and since when it is.
  private LimitRule lentRule;
  private Instant lentStart;
  private Instant lentSince;

  @Column(name = "clock_changes")
  private int changes;

  // Since when the reply's counts where the unit took over what was left of another one's; else
  // null.
  private Instant replyStart;

  // The reply is due when the system before this one had promised: a hold, a review or an extension
  // moves that, and a correction only to an earlier moment. Null of a limit of its own.
  private LimitRule promisedRule;

  // Extensions that were used up there.
  private int formerExtensions;

  private Instant signDue;
  private Instant contactDue;
  private Instant replyDue;
  private Instant nextDue;
  private boolean signMissed;
  private boolean contactMissed;
  private boolean replyMissed;

  // From when each is yellow; null for a due time of before this was kept.
  private Instant signYellow;
  private Instant contactYellow;
  private Instant replyYellow;

  // The due time of which the approach was said.
  private Instant signWarned;
  private Instant contactWarned;
  private Instant replyWarned;

  // The versions of the calendar by which the due times were computed.
  private int signCalendar;
  private int contactCalendar;
  private int replyCalendar;
  private long reckoning;

  protected Clocks() {}

  static Clocks start(Instant at, Limits limits, TimeRules rules) {
    WorkCalendar calendar = rules.calendar();
    Clocks clocks = new Clocks();
    clocks.start = at;
    clocks.policyVersion = limits.policyVersion();
    clocks.signRule = limits.sign();
    clocks.contactRule = limits.contact();
    clocks.replyRule = limits.reply();
    clocks.signPauses = new Instant[0];
    clocks.contactPauses = new Instant[0];
    clocks.replyPauses = new Instant[0];
    clocks.replyPauseReasons = new String[0];
    clocks.replyExtensions = new String[0];
    clocks.signCalendar = rules.calendarVersion();
    clocks.contactCalendar = rules.calendarVersion();
    clocks.replyCalendar = rules.calendarVersion();
    clocks.reckoning = rules.number();
    clocks.signDue = DueTime.compute(ClockTerms.of(at, limits.sign()), calendar);
    clocks.contactDue =
        limits.contact() == null
            ? null
            : DueTime.compute(ClockTerms.of(at, limits.contact()), calendar);
    clocks.replyDue = DueTime.compute(ClockTerms.of(at, limits.reply()), calendar);
    for (DeadlineKind kind : DeadlineKind.values()) {
      if (clocks.due(kind) != null) {
        clocks.turnYellow(kind, limits.light(), calendar);
      }
    }
    clocks.turnTo(AssignmentStatus.PENDING_SIGN);
    return clocks;
  }

  /**
   * The clock of the reply is what it was for another unit: the rest of its limit, its pauses and
   * what was lent too. Where nothing is left of it, the unit has the limit in full: nobody begins
   * late.
   */
  void takeOver(Clocks former, TimeRules rules) {
    LimitRule inFull = replyRule;
    replyStart = former.startOf(DeadlineKind.REPLY);
    replyRule = former.replyRule;
    replyPauses = former.replyPauses.clone();
    replyPauseReasons = former.replyPauseReasons.clone();
    replyExtensions = former.replyExtensions.clone();
    lentRule = former.lentRule;
    lentStart = former.lentStart;
    lentSince = former.lentSince;
    promisedRule = former.promisedRule;
    formerExtensions = former.formerExtensions;
    compute(DeadlineKind.REPLY, rules);
    if (isLent() && !replyDue.isAfter(start)) {
      // As one that has passed is not lent.
      takeBackLent();
      compute(DeadlineKind.REPLY, rules);
    }
    if (!replyDue.isAfter(start)) {
      replyStart = null;
      replyRule = inFull;
      promisedRule = null;
      formerExtensions = 0;
      replyPauses = new Instant[0];
      replyPauseReasons = new String[0];
      replyExtensions = new String[0];
      compute(DeadlineKind.REPLY, rules);
    }
    turnTo(AssignmentStatus.PENDING_SIGN);
  }

  /**
   * The reply is due when the system before this one had promised it (原时限), also where that has
   * passed. Counted in minutes, so that no other calendar moves it.
   *
   * @param receivedAt from when it counts, to the minute
   */
  void promise(Instant due, Instant receivedAt, int extensions, TimeRules rules) {
    LentClock promised = LentClock.until(due, receivedAt);
    replyStart = promised.start();
    replyRule = promised.rule();
    promisedRule = replyRule;
    formerExtensions = extensions;
    compute(DeadlineKind.REPLY, rules);
    turnTo(AssignmentStatus.PENDING_SIGN);
  }

  /** Whether the reply is due when the system before this one had promised it. */
  boolean isPromised() {
    return promisedRule != null;
  }

  /** The same, unless a correction has made it due earlier. */
  boolean isDueAsPromised() {
    return isPromised() && promisedRule.equals(replyRule);
  }

  /**
   * The limit of a promised reply when its case has other limits: never later than the promise, and
   * with that again when the correction is taken back.
   */
  LimitRule promisedAtMost(LimitRule limit, WorkCalendar calendar) {
    Instant other = DueTime.compute(ClockTerms.of(start, limit), calendar);
    Instant due = DueTime.compute(ClockTerms.of(replyStart, promisedRule), calendar);
    return other.isBefore(due)
        ? PartLimits.minutes(Math.max(1, Duration.between(replyStart, other).toMinutes()))
        : promisedRule;
  }

  /** Where a promise stands by now, without what was lent to it. */
  Instant promisedUntil(WorkCalendar calendar) {
    return DueTime.compute(own(DeadlineKind.REPLY, promisedRule), calendar);
  }

  /** The status has changed: says anew which due time comes next. */
  void turnTo(AssignmentStatus status) {
    nextDue =
        hands(status).running().map(Hand::due).min(Comparator.naturalOrder()).orElse(replyDue);
  }

  /** The clocks that have run out and were not said to have; from now on they were. */
  List<DeadlineKind> miss(AssignmentStatus status, Instant now) {
    List<DeadlineKind> missed = hands(status).runOut(now).stream().map(Hand::kind).toList();
    missed.forEach(this::mark);
    return missed;
  }

  /** The moment from which there is something to say: that one is yellow, or has run out. */
  Optional<Instant> nextWord(AssignmentStatus status) {
    return hands(status).nextWord();
  }

  private ClockHands hands(AssignmentStatus status) {
    List<Hand> hands = new ArrayList<>();
    hands.add(new Hand(DeadlineKind.SIGN, signDue, signYellow, signMissed, signWarned));
    if (contactDue != null) {
      hands.add(
          new Hand(DeadlineKind.CONTACT, contactDue, contactYellow, contactMissed, contactWarned));
    }
    hands.add(new Hand(DeadlineKind.REPLY, replyDue, replyYellow, replyMissed, replyWarned));
    return new ClockHands(status, hands);
  }

  private void turnYellow(DeadlineKind kind, LightRule light, WorkCalendar calendar) {
    Instant yellow =
        light.yellowFrom(terms(kind, calendar), calendar).truncatedTo(ChronoUnit.MICROS);
    switch (kind) {
      case SIGN -> signYellow = yellow;
      case CONTACT -> contactYellow = yellow;
      case REPLY -> replyYellow = yellow;
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    }
  }

  /** From when that clock is yellow; null when that was not computed. */
  Instant yellow(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signYellow;
      case CONTACT -> contactYellow;
      case REPLY -> replyYellow;
      case CALLBACK -> null;
    };
  }

  /** The reply's clock stood still in between, and its due time is computed anew. */
  void pauseReply(Instant from, Instant to, TimeRules rules) {
    pause(from, to, UNDER_REVIEW);
    compute(DeadlineKind.REPLY, rules);
  }

  /**
   * The clock of signing or of the contact stood still in between, because a return was asked for.
   * One that had run out before that stays.
   */
  void stoodStill(DeadlineKind kind, Instant from, Instant to, TimeRules rules) {
    if (due(kind) == null || !due(kind).isAfter(from) || !to.isAfter(from)) {
      return;
    }
    switch (kind) {
      case SIGN -> signPauses = with(signPauses, from, to);
      case CONTACT -> contactPauses = with(contactPauses, from, to);
      case REPLY, CALLBACK -> throw new IllegalArgumentException("Runs on: " + kind);
    }
    compute(kind, rules);
  }

  /** The reply's clock stands still; the due time is that of a hold that ends as planned. */
  void hold(Instant from, Instant until, TimeRules rules) {
    pause(from, until, HELD);
    compute(DeadlineKind.REPLY, rules);
  }

  /**
   * The hold has ended: at the latest when it was planned to, whenever that is noticed.
   *
   * @return when it began
   */
  Instant endHold(Instant at, TimeRules rules) {
    int end = replyPauses.length - 1;
    if (at.isBefore(replyPauses[end])) {
      // A changed array, not a changed element: only so does Hibernate see it.
      replyPauses = replyPauses.clone();
      replyPauses[end] = at;
    }
    compute(DeadlineKind.REPLY, rules);
    return heldSince();
  }

  /** When the newest hold began. */
  Instant heldSince() {
    return replyPauses[replyPauses.length - 2];
  }

  /** Until when the present hold lasts; asked for only while there is one. */
  Instant heldUntil() {
    return replyPauses[replyPauses.length - 1];
  }

  /** More time for the reply, and its due time is computed anew. */
  void extendReply(int workDays, Instant grantedAt, TimeRules rules) {
    replyExtensions = Arrays.copyOf(replyExtensions, replyExtensions.length + 1);
    replyExtensions[replyExtensions.length - 1] =
        Limit.of(workDays, LimitUnit.WORK_DAY).format() + " " + grantedAt;
    compute(DeadlineKind.REPLY, rules);
  }

  /**
   * That clock of a part ends at the latest then: its limit is the minutes until then, without
   * those for which it stood still.
   *
   * @return whether it ended later
   */
  boolean endBy(DeadlineKind kind, Instant latest, TimeRules rules) {
    if (due(kind) == null || !due(kind).isAfter(latest)) {
      return false;
    }
    long minutes = Math.max(1, Duration.between(startOf(kind), latest).toMinutes());
    setRule(kind, PartLimits.minutes(minutes));
    // Of its own limit: what was lent to it may end before.
    Instant own = DueTime.compute(own(kind, rule(kind)), rules.calendar());
    if (own.isAfter(latest)) {
      long beyond = Duration.between(latest, own).plusMinutes(1).minusNanos(1).toMinutes();
      setRule(kind, PartLimits.minutes(Math.max(1, minutes - beyond)));
    }
    compute(kind, rules);
    return true;
  }

  /**
   * Nothing of a part ends after its reply, as long as that lies ahead.
   *
   * @return whether it ended later
   */
  boolean endByReply(DeadlineKind kind, Instant now, TimeRules rules) {
    return replyDue.isAfter(now) && endBy(kind, replyDue, rules);
  }

  /** Extensions granted so far, here and in the system before this one. */
  int extensions() {
    return replyExtensions.length + formerExtensions;
  }

  /** A clock runs anew, so that its timer has to be set again. */
  void restart() {
    changes++;
  }

  int changes() {
    return changes;
  }

  private void pause(Instant from, Instant to, String reason) {
    int known = replyPauses.length / 2;
    replyPauses = with(replyPauses, from, to);
    String[] reasons = Arrays.copyOf(replyPauseReasons, known + 1);
    Arrays.fill(reasons, replyPauseReasons.length, known, UNDER_REVIEW);
    reasons[known] = reason;
    replyPauseReasons = reasons;
  }

  private static Instant[] with(Instant[] pauses, Instant from, Instant to) {
    Instant[] more = Arrays.copyOf(pauses, pauses.length + 2);
    more[pauses.length] = from;
    more[pauses.length + 1] = to;
    return more;
  }

  /** These rules change nothing of it. */
  void leave(TimeRules rules) {
    reckoning = rules.number();
  }

  private void compute(DeadlineKind kind, TimeRules rules) {
    Instant due = DueTime.compute(terms(kind, rules.calendar()), rules.calendar());
    set(kind, due, rules.calendarVersion());
    turnYellow(kind, rules.policy().light(), rules.calendar());
    // Rules that are a second old may be older than those of a recomputation that was here before:
    // the next one has to look again.
    reckoning = Math.min(reckoning, rules.number());
  }

  /**
   * Takes over what was computed anew with these rules.
   *
   * @return whether a clock now turns yellow or runs out at another moment
   */
  boolean take(List<Reckoning.Revised> revised, TimeRules rules, Limits limits) {
    LightRule light = limits == null ? rules.policy().light() : limits.light();
    boolean otherwise = false;
    for (Reckoning.Revised one : revised) {
      Instant yellowBefore = yellow(one.kind());
      if (one.rule() != null) {
        setRule(one.kind(), one.rule());
      }
      set(one.kind(), one.change().after(), rules.calendarVersion());
      turnYellow(one.kind(), light, rules.calendar());
      otherwise |= one.change().moves() || !yellow(one.kind()).equals(yellowBefore);
    }
    policyVersion = limits == null ? policyVersion : limits.policyVersion();
    leave(rules);
    return otherwise;
  }

  private void setRule(DeadlineKind kind, LimitRule rule) {
    switch (kind) {
      case SIGN -> signRule = rule;
      case CONTACT -> contactRule = rule;
      case REPLY -> replyRule = rule;
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    }
  }

  private void set(DeadlineKind kind, Instant due, int calendarVersion) {
    switch (kind) {
      case SIGN -> {
        signDue = due;
        signCalendar = calendarVersion;
      }
      case CONTACT -> {
        contactDue = due;
        contactCalendar = calendarVersion;
      }
      case REPLY -> {
        replyDue = due;
        replyCalendar = calendarVersion;
      }
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    }
  }

  /** The number of the rules with which all clocks were looked at last. */
  long reckoning() {
    return reckoning;
  }

  /** The version of the calendar that explains a due time. */
  int calendarVersion(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signCalendar;
      case CONTACT -> contactCalendar;
      case REPLY -> replyCalendar;
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    };
  }

  /** Work minutes that the unit has had so far, without those under review or on hold. */
  long workMinutesUntil(Instant at, WorkCalendar calendar) {
    Duration worked = calendar.workTimeBetween(start, at);
    for (Pause pause : pauses()) {
      if (pause.from().isBefore(start)) {
        // Of the unit before.
        continue;
      }
      worked = worked.minus(calendar.workTimeBetween(pause.from(), pause.to()));
    }
    return worked.toMinutes();
  }

  boolean isPast(DeadlineKind kind, Instant at) {
    return due(kind) != null && at.isAfter(due(kind));
  }

  Light light(DeadlineKind kind, Instant now, WorkCalendar calendar) {
    Instant yellow = yellow(kind);
    return Light.at(
        now,
        yellow == null ? LightRule.DEFAULT.yellowFrom(terms(kind, calendar), calendar) : yellow,
        due(kind));
  }

  Explanation explain(DeadlineKind kind, WorkCalendar calendar) {
    return DueTime.explain(terms(kind, calendar), calendar);
  }

  /** The running clock that ends first. */
  public Optional<DeadlineKind> pressing(AssignmentStatus status) {
    return hands(status).running().min(Comparator.comparing(Hand::due)).map(Hand::kind);
  }

  public Instant due(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signDue;
      case CONTACT -> contactDue;
      case REPLY -> replyDue;
      case CALLBACK -> null;
    };
  }

  LimitRule rule(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signRule;
      case CONTACT -> contactRule;
      case REPLY -> replyRule;
      case CALLBACK -> null;
    };
  }

  public boolean missed(DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> signMissed;
      case CONTACT -> contactMissed;
      case REPLY -> replyMissed;
      case CALLBACK -> false;
    };
  }

  /** Since when the reply's clock runs without a stop. */
  Instant runsSince() {
    Instant last = replyPauses.length == 0 ? start : replyPauses[replyPauses.length - 1];
    return last.isBefore(start) ? start : last;
  }

  /** From when that clock counts. */
  Instant startOf(DeadlineKind kind) {
    return kind == DeadlineKind.REPLY && replyStart != null ? replyStart : start;
  }

  public Instant start() {
    return start;
  }

  Instant nextDue() {
    return nextDue;
  }

  public String policyVersion() {
    return policyVersion;
  }

  private void mark(DeadlineKind kind) {
    switch (kind) {
      case SIGN -> signMissed = true;
      case CONTACT -> contactMissed = true;
      case REPLY -> replyMissed = true;
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    }
  }

  private ClockTerms terms(DeadlineKind kind, WorkCalendar calendar) {
    return terms(kind, rule(kind), calendar);
  }

  /** With this limit, or as the clock that was lent to the reply, whichever ends first. */
  ClockTerms terms(DeadlineKind kind, LimitRule rule, WorkCalendar calendar) {
    ClockTerms own = own(kind, rule);
    if (kind != DeadlineKind.REPLY || lentRule == null) {
      return own;
    }
    ClockTerms lent = lentTerms();
    Instant due = DueTime.compute(own, calendar);
    return DueTime.compute(lent, calendar).isBefore(due) ? lent : own;
  }

  /** What was paused or granted before it was lent is none of its. */
  private ClockTerms lentTerms() {
    return ClockTerms.of(lentStart, lentRule)
        .withPauses(
            pauses().stream()
                .filter(pause -> pause.to().isAfter(lentSince))
                .map(
                    pause ->
                        new Pause(
                            pause.from().isBefore(lentSince) ? lentSince : pause.from(),
                            pause.to(),
                            pause.reason(),
                            pause.english()))
                .toList())
        .withExtensions(
            granted().stream().filter(one -> !one.approvedAt().isBefore(lentSince)).toList());
  }

  /**
   * The reply must be in by then as well. A due time that has passed is not lent: what a merged
   * case has missed is no fault of the unit that gets to know of it now.
   *
   * @param moves whether that can still move the due time: not that of a reply under review
   * @return whether it is lent: not what ends later than the clock that runs already
   */
  boolean lend(LentClock lent, boolean moves, Instant now, TimeRules rules) {
    Instant due = DueTime.compute(ClockTerms.of(lent.start(), lent.rule()), rules.calendar());
    boolean lentEarlier =
        lentRule != null && !due.isBefore(DueTime.compute(lentTerms(), rules.calendar()));
    if (!due.isAfter(now) || !due.isBefore(replyDue) || lentEarlier) {
      return false;
    }
    lentRule = lent.rule();
    lentStart = lent.start();
    lentSince = now;
    if (moves) {
      compute(DeadlineKind.REPLY, rules);
    }
    return true;
  }

  /** By when this case has to be answered, for the one that it is handled with. */
  public LentClock replyClock() {
    return new LentClock(startOf(DeadlineKind.REPLY), replyRule);
  }

  /** Nothing is handled with it any more; what lies ahead has to be computed anew. */
  void takeBackLent() {
    lentRule = null;
    lentStart = null;
    lentSince = null;
  }

  /** Whether another case's clock runs beside its own. */
  boolean isLent() {
    return lentRule != null;
  }

  private ClockTerms own(DeadlineKind kind, LimitRule rule) {
    ClockTerms terms = ClockTerms.of(startOf(kind), rule);
    return switch (kind) {
      case SIGN -> terms.withPauses(waits(signPauses));
      case CONTACT -> terms.withPauses(waits(contactPauses));
      case REPLY -> terms.withPauses(pauses()).withExtensions(granted());
      case CALLBACK -> throw new IllegalArgumentException("Not a clock of an assignment: " + kind);
    };
  }

  private static List<Pause> waits(Instant[] pauses) {
    List<Pause> waits = new ArrayList<>();
    for (int i = 0; i < pauses.length; i += 2) {
      waits.add(new Pause(pauses[i], pauses[i + 1], "退单待审批", "return under decision"));
    }
    return waits;
  }

  private List<Pause> pauses() {
    List<Pause> pauses = new ArrayList<>();
    for (int i = 0; i < replyPauses.length; i += 2) {
      boolean held = i / 2 < replyPauseReasons.length && HELD.equals(replyPauseReasons[i / 2]);
      pauses.add(
          held
              ? new Pause(replyPauses[i], replyPauses[i + 1], "挂起", "on hold")
              : new Pause(replyPauses[i], replyPauses[i + 1], "答复待审核", "reply under review"));
    }
    return pauses;
  }

  private List<Extension> granted() {
    List<Extension> granted = new ArrayList<>();
    for (String extension : replyExtensions) {
      String[] parts = extension.split(" ");
      granted.add(new Extension(Limit.parse(parts[0]), Instant.parse(parts[1])));
    }
    return granted;
  }
}
