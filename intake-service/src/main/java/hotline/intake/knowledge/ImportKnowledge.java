package hotline.intake.knowledge;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.access.files.CsvTable;
import hotline.access.files.FileText;
import hotline.intake.knowledge.KnowledgeImport.ImportedItem;
import hotline.intake.knowledge.KnowledgeImport.Result;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes and submits the items of a file (批量导入): good rows wait for the second person, bad ones are
 * reported by number. The same file again changes nothing: a unit's items are known by their
 * titles.
 */
@ApplicationScoped
class ImportKnowledge {
  static final int MOST_ROWS = 500;

  private record Row(int number, Unit owner, KnowledgeText text) {
    String identity() {
      return owner.code() + '\n' + text.title();
    }
  }

  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final Directories directories;
  private final Clock clock;

  @Inject
  ImportKnowledge(
      KnowledgeRepository items, KnowledgeVersions versions, Directories directories, Clock clock) {
    this.items = items;
    this.versions = versions;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  KnowledgeImport read(byte[] file, KnowledgeRights rights) {
    List<List<String>> table = CsvTable.read(FileText.decode(file), MOST_ROWS);
    KnowledgeColumns columns = KnowledgeColumns.of(table.get(0));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<ImportedItem> report = new ArrayList<>();
    List<Row> good = good(table, columns, rights, now, report);
    report.addAll(submit(good, rights.actor().userId(), now));
    report.sort(Comparator.comparingInt(ImportedItem::row));
    return KnowledgeImport.of(report);
  }

  private List<Row> good(
      List<List<String>> table,
      KnowledgeColumns columns,
      KnowledgeRights rights,
      Instant now,
      List<ImportedItem> bad) {
    Directory directory = directories.required();
    List<Row> good = new ArrayList<>();
    for (int i = 1; i < table.size(); i++) {
      List<String> row = table.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      try {
        KnowledgeForm form = columns.form(row);
        Unit owner = form.owner(directory);
        if (!rights.mayWrite(owner.path())) {
          throw new Invalid(
              "ownerUnit",
              "other-unit",
              "不是您的单位，不能代其起草。",
              "This is another unit; you may not write for it.");
        }
        good.add(new Row(i + 1, owner, form.checked(directory, CityDay.of(now))));
      } catch (Invalid invalid) {
        bad.add(ImportedItem.rejected(i + 1, List.<Violation>copyOf(invalid.violations())));
      }
    }
    return good;
  }

  private List<ImportedItem> submit(List<Row> rows, String by, Instant now) {
    Map<String, String> known =
        items.importing(rows.stream().map(row -> row.text().title()).toList());
    List<ImportedItem> report = new ArrayList<>();
    List<Row> fresh = new ArrayList<>();
    for (Row row : rows) {
      if (known.containsKey(row.identity())) {
        report.add(ImportedItem.taken(row.number(), Result.DUPLICATE, known.get(row.identity())));
      } else {
        known.put(row.identity(), null);
        fresh.add(row);
      }
    }
    Iterator<String> codes = items.nextCodes(fresh.size()).iterator();
    List<KnowledgeVersions.Draft> drafts = new ArrayList<>();
    for (Row row : fresh) {
      String title = row.text().title();
      KnowledgeItem item = KnowledgeItem.imported(codes.next(), row.owner().code(), title, now);
      int version = item.write(title, by);
      item.submit(by);
      items.persist(item);
      drafts.add(new KnowledgeVersions.Draft(item.code(), version, row.text()));
      report.add(ImportedItem.taken(row.number(), Result.SUBMITTED, item.code()));
    }
    items.flush();
    versions.save(drafts, by, now);
    return report;
  }
}
