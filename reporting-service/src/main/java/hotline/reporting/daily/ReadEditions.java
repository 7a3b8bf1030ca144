package hotline.reporting.daily;

import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ReadModels;
import hotline.reporting.log.SentByServices;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Reads editions, which are of the whole city: who sees only a part of it does not come here. */
@ApplicationScoped
class ReadEditions {

  private final ReadModels tables;
  private final DailyEditions editions;
  private final DailyReports reports;
  private final LogProgress progress;
  private final SentByServices sent;
  private final Clock clock;

  ReadEditions(
      ReadModels tables,
      DailyEditions editions,
      DailyReports reports,
      LogProgress progress,
      SentByServices sent,
      Clock clock) {
    this.tables = tables;
    this.editions = editions;
    this.reports = reports;
    this.progress = progress;
    this.sent = sent;
    this.clock = clock;
  }

  DailyEditions.Page page(LocalDate before, int limit) {
    return tables.read(connection -> editions.page(connection, before, limit));
  }

  DailyEdition edition(LocalDate day) {
    return tables.read(
        connection -> editions.find(connection, day).orElseThrow(DailyEditions::none));
  }

  /** Refuses while cases that were counted then are not read here: the list would not be whole. */
  void requireListed(DailyEdition edition) {
    Instant known = tables.read(this::knownUntil);
    if (known == null || known.isBefore(edition.asOf())) {
      throw EditionRefusal.beingRead(known);
    }
  }

  /**
   * To read what was frozen it is enough that the log is read so far, while a service of an older
   * version says nothing of what it has sent: it never did when that was frozen.
   */
  private Instant knownUntil(Connection connection) throws SQLException {
    return sent.allHeard(connection)
        ? progress.completeUntil(connection)
        : progress.readUntil(connection);
  }

  EditionView view(LocalDate day) {
    DailyEdition edition = edition(day);
    Map<DailyFlow, Set<String>> frozen = tables.read(connection -> editions.lists(connection, day));
    DailyReport now = reports.ofTheCity(day);
    if (!tables.read(sent::allHeard)) {
      now = now.knownUntil(now.now().asOf());
    }
    return EditionView.of(edition, frozen, now, reports.lists(day), clock.instant());
  }
}
