package hotline.reporting.daily;

import hotline.reporting.log.LogProgress;
import hotline.reporting.log.ReadModels;
import jakarta.enterprise.context.ApplicationScoped;
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
  private final Clock clock;

  ReadEditions(
      ReadModels tables,
      DailyEditions editions,
      DailyReports reports,
      LogProgress progress,
      Clock clock) {
    this.tables = tables;
    this.editions = editions;
    this.reports = reports;
    this.progress = progress;
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
    Instant known = tables.read(progress::completeUntil);
    if (known == null || known.isBefore(edition.asOf())) {
      throw EditionRefusal.beingRead(known);
    }
  }

  EditionView view(LocalDate day) {
    DailyEdition edition = edition(day);
    Map<DailyFlow, Set<String>> frozen = tables.read(connection -> editions.lists(connection, day));
    return EditionView.of(
        edition, frozen, reports.ofTheCity(day), reports.lists(day), clock.instant());
  }
}
