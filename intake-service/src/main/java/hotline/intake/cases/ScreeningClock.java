package hotline.intake.cases;

import hotline.calendar.ClockHand;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Explanation;
import hotline.calendar.Light;
import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.ScreeningApproaching;
import hotline.lifecycle.ScreeningMissed;
import hotline.lifecycle.ScreeningMoved;
import hotline.relay.quarkus.CityCalendars;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The clock of a screening (预审时限): it starts when the case is registered. */
@Embeddable
public class ScreeningClock {

  @Column(name = "screen_limit")
  private String limit;

  @Column(name = "screen_due")
  private Instant due;

  @Column(name = "screen_yellow")
  private Instant yellow;

  @Column(name = "screen_warned")
  private Instant warned;

  @Column(name = "screen_missed")
  private boolean missed;

  @Column(name = "screen_calendar")
  private int calendarVersion;

  protected ScreeningClock() {}

  static ScreeningClock start(Instant at, LimitRule rule, CityCalendars.InForce calendar) {
    ScreeningClock started = new ScreeningClock();
    started.limit = rule.limit().format();
    started.reckon(at, calendar);
    return started;
  }

  private void reckon(Instant start, CityCalendars.InForce calendar) {
    ClockTerms terms = terms(start);
    due = DueTime.compute(terms, calendar.calendar());
    // As exact as the database keeps it.
    yellow =
        LightRule.DEFAULT.yellowFrom(terms, calendar.calendar()).truncatedTo(ChronoUnit.MICROS);
    calendarVersion = calendar.version();
  }

  private ClockTerms terms(Instant start) {
    return ClockTerms.of(start, LimitRule.of(limit));
  }

  private ClockHand hand() {
    return new ClockHand(due, yellow, missed, warned);
  }

  /** The moment from which it has something to say. */
  Optional<Instant> nextWord() {
    return hand().nextWord();
  }

  /** What it says by now (临期、超期). */
  Optional<IntakeEvent> tick(Instant now) {
    if (hand().hasRunOut(now)) {
      missed = true;
      return Optional.of(new ScreeningMissed(due));
    }
    if (hand().approaches(now)) {
      warned = due;
      return Optional.of(new ScreeningApproaching(due));
    }
    return Optional.empty();
  }

  /** The due time by a newer calendar; one that was said to have passed stays. */
  Optional<IntakeEvent> follow(Instant start, CityCalendars.InForce newest) {
    if (missed || calendarVersion >= newest.version()) {
      return Optional.empty();
    }
    Instant before = due;
    reckon(start, newest);
    return before.equals(due)
        ? Optional.empty()
        : Optional.of(new ScreeningMoved(before, due, calendarVersion));
  }

  /** The due time by another limit, from the same start; one that has passed stays. */
  Optional<IntakeEvent> within(
      LimitRule rule, Instant start, CityCalendars.InForce newest, Instant now) {
    String other = rule.limit().format();
    if (missed || !due.isAfter(now) || other.equals(limit)) {
      return Optional.empty();
    }
    Instant before = due;
    limit = other;
    reckon(start, newest);
    return before.equals(due)
        ? Optional.empty()
        : Optional.of(new ScreeningMoved(before, due, calendarVersion));
  }

  /** While the case waits for screening. */
  static boolean runs(CaseStatus status) {
    return status == CaseStatus.REGISTERED || status == CaseStatus.SCREENING;
  }

  /**
   * How pressing the screening of a case in that status is.
   *
   * @param due null where no clock was kept
   */
  static Light light(CaseStatus status, Instant due, Instant yellow, Instant now) {
    return due != null && runs(status) ? Light.at(now, yellow, due) : Light.NONE;
  }

  Light light(CaseStatus status, Instant now) {
    return light(status, due, yellow, now);
  }

  /** Each span that was counted and skipped. */
  Explanation explain(Instant start, WorkCalendar calendar) {
    return DueTime.explain(terms(start), calendar);
  }

  /** Such as {@code 2wh}. */
  String limit() {
    return limit;
  }

  Instant due() {
    return due;
  }

  /**
   * Whether it was not in time.
   *
   * @param screened null while it is not
   */
  boolean late(Instant screened, Instant now) {
    return missed || (screened == null ? now : screened).isAfter(due);
  }

  /** Of the calendar that explains the due time. */
  int calendarVersion() {
    return calendarVersion;
  }
}
