package hotline.intake.knowledge;

import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.knowledge.KnowledgeReports.ReportView;
import hotline.intake.knowledge.KnowledgeVersions.Kept;
import hotline.intake.knowledge.KnowledgeView.DraftView;
import hotline.intake.knowledge.KnowledgeView.VersionView;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens an item, or one of its versions, for somebody. */
@ApplicationScoped
class ReadKnowledge {
  private record Counts(long uses, long openReports, long reports) {}

  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final KnowledgeReports reports;
  private final JoinedConnection database;
  private final Directories directories;
  private final Clock clock;
  private final int yellowDays;

  @Inject
  ReadKnowledge(
      KnowledgeRepository items,
      KnowledgeVersions versions,
      KnowledgeReports reports,
      JoinedConnection database,
      Directories directories,
      Clock clock,
      @ConfigProperty(name = "hotline.knowledge.review-yellow-days") int yellowDays) {
    this.items = items;
    this.versions = versions;
    this.reports = reports;
    this.database = database;
    this.directories = directories;
    this.clock = clock;
    this.yellowDays = yellowDays;
  }

  /** Refuses with 404 what the actor may not know of. */
  @Transactional
  KnowledgeView read(String code, KnowledgeRights rights) {
    Directory directory = directories.current();
    KnowledgeItem item = seen(code, rights, directory);
    LocalDate today = CityDay.today(clock);
    String path = KnowledgeOwner.path(directory, item);
    boolean mayWrite = rights.mayWrite(path);
    Counts counts = counts(code);
    return new KnowledgeView(
        code,
        item.status(),
        item.version(),
        item.ownerUnit(),
        KnowledgeOwner.name(directory, item.ownerUnit()),
        item.reviewBy(),
        ReviewLight.of(item.status(), item.reviewBy(), today, yellowDays),
        counts.uses(),
        counts.openReports(),
        counts.reports(),
        item.retiredAt(),
        item.retiredBecause(),
        versions
            .find(code, item.publishedVersion())
            .map(kept -> VersionView.of(code, kept, directory, today))
            .orElse(null),
        mayWrite
            ? versions
                .find(code, item.draftVersion())
                .map(kept -> draft(item, kept, rights, directory, today))
                .orElse(null)
            : null,
        versions.published(code),
        mayWrite && item.retiredAt() == null,
        rights.mayPublish(path) && item.retiredAt() == null,
        rights.mayReport() && item.publishedVersion() != null,
        mayWrite);
  }

  private static DraftView draft(
      KnowledgeItem item, Kept kept, KnowledgeRights rights, Directory directory, LocalDate today) {
    return new DraftView(
        VersionView.of(item.code(), kept, directory, today),
        item.draftState() == DraftState.IN_REVIEW,
        item.sentBackBecause(),
        kept.writtenAt(),
        kept.writtenBy(),
        item.draftWriters().contains(rights.actor().userId()));
  }

  /** A published version, however many came after it. */
  @Transactional
  VersionView version(String code, int version, KnowledgeRights rights) {
    Directory directory = directories.current();
    seen(code, rights, directory);
    Kept kept =
        versions
            .find(code, version)
            .filter(one -> one.publishedAt() != null)
            .orElseThrow(KnowledgeCode::unknown);
    return VersionView.of(code, kept, directory, CityDay.today(clock));
  }

  @Transactional
  Page<ReportView> reports(String code, KnowledgeRights rights, PageRequest page) {
    seen(code, rights, directories.current());
    return reports.of(code, rights, page);
  }

  private KnowledgeItem seen(String code, KnowledgeRights rights, Directory directory) {
    KnowledgeItem item = items.known(code);
    if (!rights.sees(KnowledgeOwner.path(directory, item), item.publishedVersion() != null)) {
      throw KnowledgeCode.unknown();
    }
    return item;
  }

  private Counts counts(String code) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT (SELECT count(*) FROM knowledge_version v JOIN hotline_case c ON c.knowledge_item ="
                      + " v.code AND c.knowledge_version = v.version::text WHERE v.code = ?),"
                      + " count(*) FILTER (WHERE decision IS NULL), count(*)"
                      + " FROM knowledge_report WHERE code = ?")) {
            select.setString(1, code);
            select.setString(2, code);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
            }
          }
        });
  }
}
