package hotline.reporting.daily;

import hotline.lifecycle.Source;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ReadModels;
import hotline.reporting.log.SentByServices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Freezes the report of a day (定稿), once. */
@ApplicationScoped
class MakeEdition {

  private final DailyReports reports;
  private final DailyEditions editions;
  private final LogProgress progress;
  private final SentByServices sent;
  private final ReadModels tables;
  private final JoinedConnection connection;
  private final Clock clock;

  MakeEdition(
      DailyReports reports,
      DailyEditions editions,
      LogProgress progress,
      SentByServices sent,
      ReadModels tables,
      JoinedConnection connection,
      Clock clock) {
    this.reports = reports;
    this.editions = editions;
    this.progress = progress;
    this.sent = sent;
    this.tables = tables;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * In the transaction at hand; false when there is one already. Refuses while not everything is
   * known until a moment: what is frozen never becomes complete.
   *
   * @param madeBy user id; null for the clock
   * @param until not before the end of the day
   */
  boolean make(LocalDate day, String madeBy, Instant until) {
    // Before anything is counted: it may be asked for hours, beside a rebuild.
    requireKnown(day, until);
    DailyReport report = reports.ofTheCity(day);
    Map<DailyFlow, List<String>> lists = reports.lists(day);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(tx -> editions.add(tx, report.counting(lists), lists, now, madeBy));
  }

  private void requireKnown(LocalDate day, Instant until) {
    tables.read(
        connection -> {
          Instant known = progress.completeUntil(connection);
          if (known == null || known.isBefore(until)) {
            List<Source> silent = SentByServices.missing(sent.heard(connection), until);
            throw EditionRefusal.logBehind(day, known, silent);
          }
          return known;
        });
  }
}
