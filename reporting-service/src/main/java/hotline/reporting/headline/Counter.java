package hotline.reporting.headline;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Solved;
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
  RESPONDED_YES(
      Sql.closedAnd("responded = 'YES'"), row -> closed(row) && row.responded() == Answer.YES),
  RESPONDED_NO(
      Sql.closedAnd("responded = 'NO'"), row -> closed(row) && row.responded() == Answer.NO),
  RESPONDED_UNKNOWN(
      Sql.closedAnd("responded = 'UNKNOWN'"),
      row -> closed(row) && row.responded() == Answer.UNKNOWN),
  SOLVED_YES(Sql.closedAnd("solved = 'YES'"), row -> closed(row) && row.solved() == Solved.YES),
  SOLVED_PARTLY(
      Sql.closedAnd("solved = 'PARTLY'"), row -> closed(row) && row.solved() == Solved.PARTLY),
  SOLVED_NO(Sql.closedAnd("solved = 'NO'"), row -> closed(row) && row.solved() == Solved.NO),
  SOLVED_BY_POLICY(
      Sql.closedAnd("solved = 'NOT_BY_POLICY'"),
      row -> closed(row) && row.solved() == Solved.NOT_BY_POLICY),
  SOLVED_UNKNOWN(
      Sql.closedAnd("solved = 'UNKNOWN'"), row -> closed(row) && row.solved() == Solved.UNKNOWN),
  SATISFIED_YES(
      Sql.closedAnd("satisfied = 'YES'"), row -> closed(row) && row.satisfied() == Answer.YES),
  SATISFIED_NO(
      Sql.closedAnd("satisfied = 'NO'"), row -> closed(row) && row.satisfied() == Answer.NO),
  SATISFIED_UNKNOWN(
      Sql.closedAnd("satisfied = 'UNKNOWN'"),
      row -> closed(row) && row.satisfied() == Answer.UNKNOWN);

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
    private static final String CLOSED = "status IN ('CLOSED', 'ARCHIVED')";

    private static String closedAnd(String answer) {
      return CLOSED + " AND " + answer;
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

  private static boolean closed(CaseRecord row) {
    return row.status() == CaseStatus.CLOSED || row.status() == CaseStatus.ARCHIVED;
  }
}
