package hotline.reporting.headline;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Solved;
import hotline.reporting.cases.CaseRecord;
import java.util.Locale;
import java.util.function.Predicate;

/** What is counted about an accepted case; the name is the column of {@code headline_day}. */
enum Counter {
  ACCEPTED(row -> true),
  CLOSED(Counter::closed),
  WITHDRAWN(row -> row.status() == CaseStatus.WITHDRAWN),
  OVERDUE(CaseRecord::overdue),
  RESPONDED_YES(row -> closed(row) && row.responded() == Answer.YES),
  RESPONDED_NO(row -> closed(row) && row.responded() == Answer.NO),
  RESPONDED_UNKNOWN(row -> closed(row) && row.responded() == Answer.UNKNOWN),
  SOLVED_YES(row -> closed(row) && row.solved() == Solved.YES),
  SOLVED_PARTLY(row -> closed(row) && row.solved() == Solved.PARTLY),
  SOLVED_NO(row -> closed(row) && row.solved() == Solved.NO),
  SOLVED_BY_POLICY(row -> closed(row) && row.solved() == Solved.NOT_BY_POLICY),
  SOLVED_UNKNOWN(row -> closed(row) && row.solved() == Solved.UNKNOWN),
  SATISFIED_YES(row -> closed(row) && row.satisfied() == Answer.YES),
  SATISFIED_NO(row -> closed(row) && row.satisfied() == Answer.NO),
  SATISFIED_UNKNOWN(row -> closed(row) && row.satisfied() == Answer.UNKNOWN);

  private final Predicate<CaseRecord> counts;

  Counter(Predicate<CaseRecord> counts) {
    this.counts = counts;
  }

  boolean counts(CaseRecord row) {
    return counts.test(row);
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean closed(CaseRecord row) {
    return row.status() == CaseStatus.CLOSED || row.status() == CaseStatus.ARCHIVED;
  }
}
