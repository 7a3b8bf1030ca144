package hotline.reporting.daily;

import hotline.lifecycle.Source;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ParkedFacts;
import hotline.reporting.log.SentByServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Freezes the report of a day (定稿), once. */
@ApplicationScoped
class MakeEdition {

  /** It may be counted beside a rebuild. */
  static final int LONGEST_SECONDS = 600;

  private final DailyReports reports;
  private final DailyEditions editions;
  private final LogProgress progress;
  private final SentByServices sent;
  private final ParkedFacts parked;
  private final JoinedConnection connection;
  private final Clock clock;

  MakeEdition(
      DailyReports reports,
      DailyEditions editions,
      LogProgress progress,
      SentByServices sent,
      ParkedFacts parked,
      JoinedConnection connection,
      Clock clock) {
    this.reports = reports;
    this.editions = editions;
    this.progress = progress;
    this.sent = sent;
    this.parked = parked;
    this.connection = connection;
    this.clock = clock;
  }

  /** What is frozen, all of it as it was known at one moment. */
  private record Frozen(DailyReport report, Map<DailyFlow, List<String>> lists, int casesWaiting) {}

  /**
   * In the transaction at hand; false when there is one already. Refuses while not everything is
   * known until a moment, or cases wait: what is frozen never becomes complete.
   *
   * @param madeBy user id; null for the clock
   * @param until not before the end of the day
   * @param withoutWaiting whether cases that are parked are left out; the sheet says how many
   */
  boolean make(LocalDate day, String madeBy, Instant until, boolean withoutWaiting) {
    // Beside the transaction at hand, which has looked at something before and sees what is new.
    Frozen frozen =
        QuarkusTransaction.requiringNew()
            .timeout(LONGEST_SECONDS)
            .call(() -> connection.call(tx -> read(tx, day, until, withoutWaiting)));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx ->
            editions.add(tx, frozen.report(), frozen.lists(), frozen.casesWaiting(), now, madeBy));
  }

  private Frozen read(Connection tx, LocalDate day, Instant until, boolean withoutWaiting)
      throws SQLException {
    try (Statement sql = tx.createStatement()) {
      sql.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    // Before anything is counted: it may be asked for hours, beside a rebuild.
    Instant known = requireKnown(tx, day, until);
    int waiting = parked.casesBefore(tx, known);
    if (waiting > 0 && !withoutWaiting) {
      throw EditionRefusal.casesWait(day, waiting);
    }
    Map<DailyFlow, List<String>> lists = reports.lists(tx, day);
    return new Frozen(reports.ofTheCity(tx, day).counting(lists), lists, waiting);
  }

  private Instant requireKnown(Connection tx, LocalDate day, Instant until) throws SQLException {
    Instant known = progress.completeUntil(tx);
    if (known == null || known.isBefore(until)) {
      List<Source> silent = SentByServices.missing(sent.heard(tx), until);
      throw EditionRefusal.logBehind(day, known, silent);
    }
    return known;
  }
}
