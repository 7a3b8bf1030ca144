package hotline.dispatch.supervision;

import hotline.access.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Why an open case stands on the red list (红色清单). Each says its cases as SQL over the case and what
 * is open of it, so that its number and its rows are the same question.
 */
public enum Concern {
  /** A clock runs and its due time has passed: signature, contact or reply. */
  OVERDUE("overdue", "t.pressing < :now"),
  UNSIGNED("unsigned", "t.unsigned"),
  DUE_TODAY("due-today", "t.due_today"),
  /** Whatever is not done until then is missed before the next work day is over. */
  FORECAST("forecast", "t.forecast"),
  /**
   * The reply ends an urge, the centre's own answer as well; who was merged urges its main case.
   */
  URGED(
      "urged",
      "(c.urge_count > 0 or c.centre_urges > 0 or (c.has_merged and exists (select 1"
          + " from handled_case m where m.main_case_id = c.case_id and m.status = 'MERGED'"
          + " and m.urge_count > 0)))"
          + " and c.status not in ('PENDING_REVIEW', 'PENDING_CALLBACK', 'ANSWERED_DIRECT')"),
  /**
   * Urged or handled again and again, or asked for by so many: also by who withdrew since. The
   * demands of one call, wherever they were merged, are one who asks.
   */
  REPEATED(
      "repeated",
      "(c.urge_count >= :repeated or c.round >= :repeated or (c.has_merged and (select"
          + " count(distinct coalesce(r.split_from, r.case_id)) from (select c.case_id,"
          + " c.split_from union all select f.case_id, f.split_from from merging m join"
          + " handled_case f on f.case_id = m.case_id where m.main_case_id = c.case_id and"
          + " m.unmerge_reason is null) r) >= :repeated))"),
  FAILED_ROUNDS("failed-rounds", "c.round > :failedRounds"),
  MASS("mass", "'MASS' = any (c.marks)"),
  SENSITIVE("sensitive", "'SENSITIVE' = any (c.marks)"),
  /** The centre's own fault: registered and not screened within its limit, as intake said. */
  LATE_SCREENING(
      "late-screening", "c.status in ('REGISTERED', 'SCREENING') and c.screening_missed"),
  /** The centre's own fault: accepted and not dispatched within its limit. */
  LATE_DISPATCH(
      "late-dispatch", "c.status = 'PENDING_DISPATCH' and c.waiting_since < :dispatchCut"),
  /** The centre's own fault: a reply that nobody has reviewed within the limit. */
  LATE_REVIEW("late-review", "t.waiting < :reviewCut"),
  /** Whose duty it is: the units confer, and a unit acts first. */
  IN_DISPUTE("in-dispute", "t.disputed is not null"),
  /** The centre's own fault: a dispute that nobody has ruled within the limit. */
  LATE_RULING("late-ruling", "t.disputed < :rulingCut"),
  SUPERVISED("supervised", "c.open_orders > 0"),
  ESCALATED("escalated", "c.escalations > 0"),
  /**
   * One of several requests of one caller, or of one place (重复诉求). The last one: it costs most, and
   * where rows are asked one by one, what is on the red list for another reason is not asked.
   */
  REPEATED_REQUEST("repeated-request", "p.repeated");

  /** Every case that any of them is about. */
  static final String ALL = "all";

  private final String wireName;
  private final String condition;

  Concern(String wireName, String condition) {
    this.wireName = wireName;
    this.condition = condition;
  }

  /** Null for the whole red list. */
  static Concern of(String wireName) {
    if (wireName == null || wireName.isBlank() || wireName.equals(ALL)) {
      return null;
    }
    return Arrays.stream(values())
        .filter(one -> one.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "concern",
                    "unknown-value",
                    "没有这个清单。可选：" + names("、") + "。",
                    "There is no such list. Possible: " + names(", ") + "."));
  }

  private static String names(String separator) {
    return ALL
        + separator
        + Arrays.stream(values()).map(Concern::wireName).collect(Collectors.joining(separator));
  }

  String wireName() {
    return wireName;
  }

  String condition() {
    return condition;
  }

  /** What any of them is about. */
  static String any() {
    return Arrays.stream(values())
        .map(one -> "(" + one.condition + ")")
        .collect(Collectors.joining(" or ", "(", ")"));
  }
}
