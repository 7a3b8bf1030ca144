package hotline.evaluation.callbacks;

import hotline.calendar.LimitRule;
import hotline.evaluation.evaluations.RehandlePolicy;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.util.Map;

/**
 * The policy in force: how soon a callback is due, when it may be given up, how often rehandled.
 */
public record CallbackPolicy(
    String version,
    RehandlePolicy rehandle,
    UnreachablePolicy unreachable,
    Map<Row, LimitRule> limits) {

  /** What a limit depends on. */
  record Row(Urgency urgency, CaseKind kind) {}

  LimitRule limit(Urgency urgency, CaseKind kind) {
    LimitRule limit = limits.get(new Row(urgency, kind));
    if (limit == null) {
      throw new IllegalStateException(
          "Policy " + version + " has no callback limit for " + urgency + " " + kind);
    }
    return limit;
  }
}
