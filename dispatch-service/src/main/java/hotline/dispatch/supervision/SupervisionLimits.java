package hotline.dispatch.supervision;

import hotline.calendar.Limit;
import hotline.lifecycle.SupervisionLevel;
import java.util.Map;

/** Limits and thresholds of supervision, as the table has them (督办时限与门槛). */
public record SupervisionLimits(
    Limit dispatchWithin,
    Limit reviewWithin,
    Limit rulingWithin,
    int disputeAfter,
    boolean rulingRenews,
    Limit urgeEvery,
    int repeated,
    int failedRounds,
    int repeatedOfCaller,
    int repeatedAtPlace,
    int repeatsWithinDays,
    Limit instructionAnswer,
    Limit ownerFirstVisit,
    Limit ownerVisitEvery,
    Limit noticeReceipts,
    Limit noticeResult,
    Map<SupervisionLevel, Limit> orders) {

  static SupervisionLimits of(Map<String, String> rows) {
    return new SupervisionLimits(
        limit(rows, "dispatch-within"),
        limit(rows, "review-within"),
        limit(rows, "ruling-within"),
        Integer.parseInt(value(rows, "dispute-after")),
        Boolean.parseBoolean(value(rows, "ruling-renews-limit")),
        limit(rows, "urge-every"),
        Integer.parseInt(value(rows, "repeated")),
        Integer.parseInt(value(rows, "failed-rounds")),
        Integer.parseInt(value(rows, "repeated-of-caller")),
        Integer.parseInt(value(rows, "repeated-at-place")),
        Integer.parseInt(value(rows, "repeats-within-days")),
        limit(rows, "instruction-answer"),
        limit(rows, "owner-first-visit"),
        limit(rows, "owner-visit-every"),
        limit(rows, "notice-receipts"),
        limit(rows, "notice-result"),
        Map.of(
            SupervisionLevel.NOTICE, limit(rows, "order-notice"),
            SupervisionLevel.YELLOW_CARD, limit(rows, "order-yellow-card"),
            SupervisionLevel.RED_CARD, limit(rows, "order-red-card")));
  }

  private static Limit limit(Map<String, String> rows, String name) {
    return Limit.parse(value(rows, name));
  }

  private static String value(Map<String, String> rows, String name) {
    String value = rows.get(name);
    if (value == null) {
      throw new IllegalStateException("The table supervision_limit has no " + name);
    }
    return value;
  }
}
