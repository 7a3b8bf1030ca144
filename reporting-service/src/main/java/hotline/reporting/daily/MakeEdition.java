package hotline.reporting.daily;

import hotline.relay.quarkus.JoinedConnection;
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
  private final JoinedConnection connection;
  private final Clock clock;

  MakeEdition(
      DailyReports reports, DailyEditions editions, JoinedConnection connection, Clock clock) {
    this.reports = reports;
    this.editions = editions;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * In the transaction at hand; false when there is one already. Refuses while the log is not read
   * until the end of the day: what is frozen never becomes complete.
   *
   * @param madeBy user id; null for the clock
   */
  boolean make(LocalDate day, String madeBy) {
    DailyReport report = reports.ofTheCity(day);
    if (!report.complete()) {
      throw EditionRefusal.logBehind(day, report.asOf());
    }
    Map<DailyFlow, List<String>> lists = reports.lists(day);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(tx -> editions.add(tx, report.counting(lists), lists, now, madeBy));
  }
}
