package hotline.intake.callers;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** What is told of a number that calls. */
public enum MarkKind {
  /** Its caller needs care (重点关爱). */
  CARE(Period.ofMonths(12)),
  /** Its caller has harassed or insulted (骚扰、辱骂来电): a warning to who answers, nothing else. */
  ABUSE(Period.ofDays(90));

  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** A proposal that nobody has confirmed by then is void. */
  static final Period PROPOSAL_HOLDS = Period.ofDays(7);

  private final Period lasts;

  MarkKind(Period lasts) {
    this.lasts = lasts;
  }

  /** Abuse takes two people. */
  boolean isConfirmedByAnother() {
    return this == ABUSE;
  }

  Instant endOf(Instant begin) {
    return begin.atZone(CITY).plus(lasts).toInstant();
  }

  static Instant lapses(Instant proposed) {
    return proposed.atZone(CITY).plus(PROPOSAL_HOLDS).toInstant();
  }
}
