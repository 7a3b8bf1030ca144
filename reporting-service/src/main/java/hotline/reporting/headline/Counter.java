package hotline.reporting.headline;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.Solved;
import hotline.lifecycle.SpotCheckFinding;
import hotline.reporting.cases.CaseRecord;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What is counted about an accepted case, or about a registered one; the name is the column of
 * {@code headline_day}. Each is said twice: for the record that changes the counts of its day, and
 * in SQL for those who may see only some of a day's cases.
 */
public enum Counter {
  REGISTERED(Anchor.REGISTERED, "true", row -> true),
  /** Answered by the centre at once, and no unit had to do more (直接答复). */
  ANSWERED_DIRECT(
      Anchor.REGISTERED, "answered_direct_at IS NOT NULL", CaseRecord::isAnsweredDirectly),
  ACCEPTED("true", row -> true),
  CLOSED(Sql.CLOSED, Counter::closed),
  WITHDRAWN("status = 'WITHDRAWN'", row -> row.status() == CaseStatus.WITHDRAWN),
  /** Overdue for the citizen, whoever has the case now. */
  OVERDUE("overdue", CaseRecord::overdue),
  /** Overdue by the unit that has the case now: what counts when units are asked for. */
  UNIT_OVERDUE("unit_overdue", CaseRecord::unitOverdue),
  /** Closed and opened again at least once, however it stands now. */
  REOPENED("reopen_count > 0", CaseRecord::reopenedOnce),
  /** Its units were convened about whose duty it is (会商), however that ended. */
  DISPUTED("dispute_count > 0", CaseRecord::disputedOnce),
  /** The centre ruled whose duty it is (裁定). */
  RULED("ruling_count > 0", CaseRecord::ruledOnce),
  /** One of several demands of a call, split off the case as which that was registered (一诉多求). */
  SPLIT_OFF("split_from IS NOT NULL", CaseRecord::isSplitOff),
  /** Typed in from paper after an outage (纸质补录). */
  FROM_PAPER("entered_as = 'PAPER'", row -> row.enteredAs() == EnteredAs.PAPER),
  /** Handed over open by the system before this one (旧系统转入). */
  FROM_OLD_SYSTEM("entered_as = 'OLD_SYSTEM'", row -> row.enteredAs() == EnteredAs.OLD_SYSTEM),
  /** Closed, and left out of every score (剔除). */
  EXCLUDED(Sql.EXCLUDED, Counter::excluded),
  /** The same as a rating that is missing: beside the rates of who was rated for the case. */
  RATING_EXCLUDED(Sql.EXCLUDED, Counter::excluded),
  /** Closed and counted, but for what its citizen said (申诉成立). */
  RATING_SET_ASIDE(
      Sql.closedAnd("excluded_at IS NULL AND rating_set_aside"),
      row -> closed(row) && !row.isExcluded() && row.isRatingSetAside()),
  /**
   * A citizen was satisfied and it counts in no score. Nothing but the column of its own stays
   * right while an instance that knows of no scores still counts.
   */
  UNSCORED_SATISFIED(
      Sql.closedAnd("(excluded_at IS NOT NULL OR rating_set_aside) AND satisfied = 'YES'"),
      row -> closed(row) && !scored(row) && row.satisfied() == Answer.YES),
  /** Closed as its citizen rated without being called (自助评价), whatever counts in a score. */
  SELF_RATED(
      Sql.closedAnd("rated_via IN ('SELF_SERVICE', 'SMS')"),
      row -> closed(row) && row.isSelfRated()),
  /**
   * A spot check of a draw in proportion saw whether it was done (抽查). An exclusion takes nothing
   * of this back: what was closed falsely stays so.
   */
  SPOT_CHECKED(
      Sql.spotCheckAnd("spot_result IN ('DONE', 'PARTLY', 'NOT_DONE')"),
      row ->
          found(row, SpotCheckFinding.DONE)
              || found(row, SpotCheckFinding.PARTLY)
              || found(row, SpotCheckFinding.NOT_DONE)),
  /** Closed falsely (虚假办结). */
  SPOT_NOT_DONE(
      Sql.spotCheckAnd("spot_result = 'NOT_DONE'"), row -> found(row, SpotCheckFinding.NOT_DONE)),
  SPOT_PARTLY(
      Sql.spotCheckAnd("spot_result = 'PARTLY'"), row -> found(row, SpotCheckFinding.PARTLY)),
  SPOT_CANNOT_TELL(
      Sql.spotCheckAnd("spot_result = 'CANNOT_TELL'"),
      row -> found(row, SpotCheckFinding.CANNOT_TELL)),
  SPOT_NOT_MADE(
      Sql.spotCheckAnd("spot_result = 'NOT_MADE'"),
      row -> CaseRecord.NOT_MADE.equals(row.spotResult())),
  /** Checked by a weighted draw, whatever it found: that is no share of anything. */
  SPOT_WEIGHTED("spot_weighted_result IS NOT NULL", row -> row.spotWeightedResult() != null),
  // The answers that count in a score, from here on.
  RESPONDED_YES(
      Sql.scoredAnd("responded = 'YES'"), row -> scored(row) && row.responded() == Answer.YES),
  RESPONDED_NO(
      Sql.scoredAnd("responded = 'NO'"), row -> scored(row) && row.responded() == Answer.NO),
  RESPONDED_UNKNOWN(
      Sql.scoredAnd("responded = 'UNKNOWN'"),
      row -> scored(row) && row.responded() == Answer.UNKNOWN),
  SOLVED_YES(Sql.scoredAnd("solved = 'YES'"), row -> scored(row) && row.solved() == Solved.YES),
  SOLVED_PARTLY(
      Sql.scoredAnd("solved = 'PARTLY'"), row -> scored(row) && row.solved() == Solved.PARTLY),
  SOLVED_NO(Sql.scoredAnd("solved = 'NO'"), row -> scored(row) && row.solved() == Solved.NO),
  SOLVED_BY_POLICY(
      Sql.scoredAnd("solved = 'NOT_BY_POLICY'"),
      row -> scored(row) && row.solved() == Solved.NOT_BY_POLICY),
  SOLVED_UNKNOWN(
      Sql.scoredAnd("solved = 'UNKNOWN'"), row -> scored(row) && row.solved() == Solved.UNKNOWN),
  SATISFIED_YES(
      Sql.scoredAnd("satisfied = 'YES'"), row -> scored(row) && row.satisfied() == Answer.YES),
  SATISFIED_NO(
      Sql.scoredAnd("satisfied = 'NO'"), row -> scored(row) && row.satisfied() == Answer.NO),
  SATISFIED_UNKNOWN(
      Sql.scoredAnd("satisfied = 'UNKNOWN'"),
      row -> scored(row) && row.satisfied() == Answer.UNKNOWN);

  /** By which of its days a case is counted, and a list of cases ordered. */
  public enum Anchor {
    /** Beside no unit: whose case it becomes is not known then. */
    REGISTERED("registered_at"),
    ACCEPTED("accepted_at");

    private final String column;

    Anchor(String column) {
      this.column = column;
    }

    /** The column of {@code case_record} that holds its time. */
    public String column() {
      return column;
    }
  }

  /** An enum's constants may not use its own constants. */
  private static final class Sql {
    private static final String CLOSED = "standing IN ('CLOSED', 'ARCHIVED')";
    private static final String EXCLUDED = closedAnd("excluded_at IS NOT NULL");

    private static String closedAnd(String condition) {
      return CLOSED + " AND " + condition;
    }

    private static String spotCheckAnd(String result) {
      return "spot_result IS NOT NULL AND " + result;
    }

    private static String scoredAnd(String answer) {
      return closedAnd("excluded_at IS NULL AND NOT rating_set_aside AND " + answer);
    }
  }

  private final Anchor anchor;
  private final String condition;
  private final Predicate<CaseRecord> counts;

  Counter(String condition, Predicate<CaseRecord> counts) {
    this(Anchor.ACCEPTED, condition, counts);
  }

  Counter(Anchor anchor, String condition, Predicate<CaseRecord> counts) {
    this.anchor = anchor;
    this.condition = condition;
    this.counts = counts;
  }

  public Anchor anchor() {
    return anchor;
  }

  /**
   * Whether it counts what a citizen said. A unit that answered several cases with one reply has
   * handled one and is rated by each of their citizens; the others count for the city.
   */
  public boolean isRating() {
    return this == RATING_EXCLUDED
        || this == UNSCORED_SATISFIED
        || this == RATING_SET_ASIDE
        || this == SELF_RATED
        || name().startsWith("RESPONDED_")
        || name().startsWith("SOLVED_")
        || name().startsWith("SATISFIED_");
  }

  /** Whether it counts spot checks: those of the unit whose round was checked. */
  public boolean isSpotCheck() {
    return name().startsWith("SPOT_");
  }

  /** Those that the rate of false closures is made of. */
  boolean isSpotCheckInProportion() {
    return isSpotCheck() && this != SPOT_WEIGHTED;
  }

  boolean counts(CaseRecord row) {
    return counts.test(row);
  }

  /** The same of a row of {@code case_record}, as SQL. */
  public String condition() {
    return condition;
  }

  /** Of a row of {@code case_record} by its day of that kind, 1 or 0. */
  String sql(Anchor day) {
    return anchor == day
        ? "CASE WHEN " + condition + " THEN 1 ELSE 0 END AS " + column()
        : "0 AS " + column();
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean found(CaseRecord row, SpotCheckFinding finding) {
    return finding.name().equals(row.spotResult());
  }

  private static boolean closed(CaseRecord row) {
    return row.status() == CaseStatus.CLOSED || row.status() == CaseStatus.ARCHIVED;
  }

  private static boolean excluded(CaseRecord row) {
    return closed(row) && row.isExcluded();
  }

  private static boolean scored(CaseRecord row) {
    return closed(row) && !row.isExcluded() && !row.isRatingSetAside();
  }
}
