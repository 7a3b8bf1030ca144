package hotline.intake.imports;

import hotline.access.Invalid;
import hotline.access.files.CsvTable;
import hotline.access.files.FileText;
import hotline.intake.cases.CaseRef;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.Doer;
import hotline.intake.cases.RegisterCase;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.cases.Registration;
import hotline.intake.cases.RegistrationForm;
import hotline.intake.cases.RegistrationRules;
import hotline.intake.imports.ImportReport.Item;
import hotline.intake.outages.PaperForms;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.VaultKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Registers the requests of a file (批量导入): good rows are registered, bad ones reported by number. A
 * file may be sent again at any time, also without the rows that were refused: what is registered
 * is recognised by its reference, or by its content.
 */
@ApplicationScoped
class ImportCases {
  static final int MOST_ROWS = 5_000;
  private static final int AT_ONCE = 100;

  private record Row(int number, Registration registration) {
    String reference() {
      return registration.externalSource() + '\n' + registration.externalRef();
    }
  }

  private final RegisterCase registerCase;
  private final CaseRepository cases;
  private final PaperForms paperForms;
  private final Directories directories;
  private final VaultKeys keys;
  private final Clock clock;

  @Inject
  ImportCases(
      RegisterCase registerCase,
      CaseRepository cases,
      PaperForms paperForms,
      Directories directories,
      VaultKeys keys,
      Clock clock) {
    this.registerCase = registerCase;
    this.cases = cases;
    this.paperForms = paperForms;
    this.directories = directories;
    this.keys = keys;
    this.clock = clock;
  }

  ImportReport read(byte[] file, Doer doer) {
    List<List<String>> table = CsvTable.read(FileText.decode(file), MOST_ROWS);
    RequestColumns columns = RequestColumns.of(table.get(0));
    List<Item> items = new ArrayList<>();
    List<Row> good = good(table, columns, doer, items);
    for (int from = 0; from < good.size(); from += AT_ONCE) {
      List<Row> part = good.subList(from, Math.min(good.size(), from + AT_ONCE));
      items.addAll(register(part, doer));
    }
    items.sort(Comparator.comparingInt(Item::row));
    return ImportReport.of(items);
  }

  private List<Row> good(
      List<List<String>> table, RequestColumns columns, Doer doer, List<Item> bad) {
    Directory directory = directories.required();
    Instant now = clock.instant();
    PaperForms.Batch paper =
        paperForms.batch(
            table.stream()
                .skip(1)
                .map(columns::outage)
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            doer);
    List<Row> good = new ArrayList<>();
    Map<String, Integer> alike = new HashMap<>();
    for (int i = 1; i < table.size(); i++) {
      List<String> row = table.get(i);
      int number = i + 1;
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      try {
        RegistrationForm form = columns.form(row);
        Registration registration = RegistrationRules.check(form, directory, now);
        String outage = columns.outage(row);
        good.add(
            new Row(
                number,
                outage == null
                    ? referenced(registration, row, alike)
                    : paper.form(registration, form, outage, columns.paperNo(row))));
      } catch (Invalid invalid) {
        bad.add(Item.rejected(number, invalid.violations()));
      }
    }
    return good;
  }

  /**
   * A row without a reference is named for its content, and rows of the same content for which of
   * them it is; never for its place: rows above it may be gone the next time.
   *
   * @param alike how often each content has come so far
   */
  private Registration referenced(
      Registration registration, List<String> row, Map<String, Integer> alike) {
    if (registration.externalRef() != null) {
      return registration;
    }
    String content = RequestColumns.identity(row);
    int which = alike.merge(content, 1, Integer::sum);
    return registration.from("csv", keys.rowDigest(which + ":" + content));
  }

  private List<Item> register(List<Row> rows, Doer doer) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> registerNew(rows, doer));
    } catch (RuntimeException failed) {
      if (!isRace(failed)) {
        throw failed;
      }
      // Somebody registered one of them a moment ago; now it is seen.
      return QuarkusTransaction.requiringNew().call(() -> registerNew(rows, doer));
    }
  }

  private List<Item> registerNew(List<Row> rows, Doer doer) {
    Map<String, CaseRef> known = cases.registered(rows.stream().map(Row::registration).toList());
    Map<String, Row> fresh = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!known.containsKey(row.reference())) {
        fresh.putIfAbsent(row.reference(), row);
      }
    }
    List<Row> toRegister = List.copyOf(fresh.values());
    List<Registered> registered =
        registerCase.register(toRegister.stream().map(Row::registration).toList(), doer);
    Map<String, String> numbers = new LinkedHashMap<>();
    known.forEach((reference, ref) -> numbers.put(reference, ref.caseNo()));
    for (int i = 0; i < toRegister.size(); i++) {
      numbers.put(toRegister.get(i).reference(), registered.get(i).caseNo());
    }
    return rows.stream().map(row -> item(row, fresh, numbers)).toList();
  }

  private static Item item(Row row, Map<String, Row> fresh, Map<String, String> numbers) {
    String caseNo = numbers.get(row.reference());
    return fresh.get(row.reference()) == row
        ? Item.registered(row.number(), caseNo)
        : Item.duplicate(row.number(), caseNo);
  }

  static boolean isRace(Throwable failed) {
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof ConstraintViolationException) {
        return true;
      }
    }
    return false;
  }
}
