package hotline.evaluation.callbacks;

import hotline.calendar.LimitRule;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The policy in force: how soon a callback is due, when it may be given up, how often rehandled.
 *
 * @param quietHours when nobody is called; empty where they are switched off
 * @param contest for how long after the closing a unit may contest that the result counts
 */
public record CallbackPolicy(
    String version,
    RehandlePolicy rehandle,
    UnreachablePolicy unreachable,
    Optional<QuietHours> quietHours,
    LimitRule contest,
    Map<Row, Terms> rows) {

  /** What the terms depend on. */
  record Row(Urgency urgency, CaseKind kind) {}

  /**
   * How requests of one kind and urgency are followed up.
   *
   * @param rehandled whether such a request goes back to its unit at all
   * @param reopenDays for how many natural days after its closing it may be reopened
   */
  record Terms(LimitRule limit, boolean rehandled, int reopenDays) {}

  /**
   * Who may have a closed case handled again (重开), and until when.
   *
   * @param byCitizen false when only a supervisor may
   */
  public record Reopening(Instant until, boolean byCitizen) {}

  LimitRule limit(Urgency urgency, CaseKind kind) {
    return terms(urgency, kind).limit();
  }

  /** Whether a case goes back to its unit when that failed: praise and suggestions do not. */
  public boolean rehandles(Urgency urgency, CaseKind kind) {
    return terms(urgency, kind).rehandled();
  }

  /**
   * What a case may still come to that is closed now. It is counted from the closing and said with
   * it: nothing that happens later moves it.
   */
  public Reopening reopening(HotlineCase closed, int round, Instant closedAt) {
    Terms terms = terms(closed.urgency(), closed.kind());
    return new Reopening(
        closedAt.plus(Duration.ofDays(terms.reopenDays())),
        terms.rehandled() && rehandle.leavesARoundAfter(round));
  }

  private Terms terms(Urgency urgency, CaseKind kind) {
    Terms terms = rows.get(new Row(urgency, kind));
    if (terms == null) {
      throw new IllegalStateException(
          "Policy " + version + " has no row for " + urgency + " " + kind);
    }
    return terms;
  }
}
