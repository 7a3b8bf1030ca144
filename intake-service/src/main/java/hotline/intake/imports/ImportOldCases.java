package hotline.intake.imports;

import hotline.access.Invalid;
import hotline.access.Violation;
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
import hotline.intake.imports.ImportReport.RowViolation;
import hotline.intake.imports.OldCaseReport.Item;
import hotline.intake.imports.OldCaseReport.Result;
import hotline.intake.imports.OldCaseReport.UnknownCode;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.VaultKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes over the open cases of the system before this one (旧系统在办件转入). Each line is known by the old
 * system and its number there: a file may be sent again at any time, also after it broke off, and a
 * line that says something else by then is reported and changes nothing.
 */
@ApplicationScoped
class ImportOldCases {
  private static final int AT_ONCE = 100;

  private record Line(int row, Registration registration, String digest) {
    String reference() {
      return registration.externalSource() + '\n' + registration.externalRef();
    }

    /** The unit that had it may not handle it: it is the one complained about. */
    boolean isRespondents(Directory directory) {
      return directory.isOnTheSideOf(
          registration.origin().formerUnitId(), registration.respondentUnitId());
    }

    boolean isAtUnit(Directory directory) {
      return registration.origin().formerUnitId() != null && !isRespondents(directory);
    }
  }

  private final RegisterCase registerCase;
  private final CaseRepository cases;
  private final OldCaseLines lines;
  private final Changeovers changeovers;
  private final Directories directories;
  private final VaultKeys keys;
  private final Clock clock;

  @Inject
  ImportOldCases(
      RegisterCase registerCase,
      CaseRepository cases,
      OldCaseLines lines,
      Changeovers changeovers,
      Directories directories,
      VaultKeys keys,
      Clock clock) {
    this.registerCase = registerCase;
    this.cases = cases;
    this.lines = lines;
    this.changeovers = changeovers;
    this.directories = directories;
    this.keys = keys;
    this.clock = clock;
  }

  /** What would become of the file; nothing is written. */
  OldCaseReport preview(byte[] file, UUID changeoverId, Doer doer) {
    Changeover changeover = changeovers.known(changeoverId);
    changeover.requireNotOver(clock.instant());
    return read(file, true, changeover, doer);
  }

  /**
   * @param looked the digest of the file that was looked at
   */
  OldCaseReport write(byte[] file, UUID changeoverId, String looked, Doer doer) {
    Changeover changeover = changeovers.known(changeoverId);
    changeover.requireOpen(clock.instant());
    if (!digest(file).equals(looked)) {
      throw new FileHasChanged();
    }
    return read(file, false, changeover, doer);
  }

  private static String digest(byte[] file) {
    try {
      byte[] read = file == null ? new byte[0] : file;
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private OldCaseReport read(byte[] file, boolean dryRun, Changeover changeover, Doer doer) {
    Directory directory = directories.required();
    List<List<String>> table = CsvTable.read(FileText.decode(file), ImportCases.MOST_ROWS);
    RequestColumns requests = RequestColumns.of(table.get(0));
    OldCaseColumns columns = OldCaseColumns.of(table.get(0));
    List<Item> items = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    Map<String, Line> good = good(table, requests, columns, changeover, items, unknown);
    List<Line> all = List.copyOf(good.values());
    int atUnits = 0;
    int toDispatch = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Line> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      for (Item item : handOver(part, dryRun, changeover, directory, doer)) {
        items.add(item);
        if (item.result() == Result.HANDED_OVER) {
          boolean atUnit =
              part.stream().anyMatch(l -> l.row() == item.row() && l.isAtUnit(directory));
          atUnits += atUnit ? 1 : 0;
          toDispatch += atUnit ? 0 : 1;
        }
      }
    }
    items.sort(Comparator.comparingInt(Item::row));
    return new OldCaseReport(
        digest(file),
        !dryRun,
        items.size(),
        atUnits + toDispatch,
        toDispatch,
        atUnits,
        count(items, Result.KNOWN),
        count(items, Result.DIFFERENT),
        count(items, Result.REJECTED),
        unknown.entrySet().stream().map(ImportOldCases::unknown).toList(),
        items,
        OldCaseReport.file(table.get(0), table, items));
  }

  private Map<String, Line> good(
      List<List<String>> table,
      RequestColumns requests,
      OldCaseColumns columns,
      Changeover changeover,
      List<Item> bad,
      Map<String, Integer> unknown) {
    Directory directory = directories.required();
    Instant now = clock.instant();
    Map<String, Line> good = new LinkedHashMap<>();
    for (int i = 1; i < table.size(); i++) {
      List<String> row = table.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      RegistrationForm form = null;
      try {
        form = requests.form(row);
        Registration complete = RegistrationRules.checkTakenOver(form, directory, now);
        Line line = line(i + 1, columns.handedOver(complete, row, directory, changeover));
        Line above = good.putIfAbsent(line.reference(), line);
        if (above != null) {
          throw twice(above.row());
        }
      } catch (Invalid invalid) {
        bad.add(rejected(i + 1, form, invalid.violations()));
        count(unknown, form, columns.unit(row), invalid.violations());
      }
    }
    return good;
  }

  /** What a line says is told apart by a keyed digest. */
  private Line line(int row, Registration registration) {
    return new Line(row, registration, keys.rowDigest(OldCaseContent.of(registration)));
  }

  private List<Item> handOver(
      List<Line> part, boolean dryRun, Changeover changeover, Directory directory, Doer doer) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(() -> handOverNew(part, dryRun, changeover, directory, doer));
    } catch (RuntimeException failed) {
      if (!ImportCases.isRace(failed)) {
        throw failed;
      }
      // Somebody sent the same file a moment ago; now it is seen.
      return QuarkusTransaction.requiringNew()
          .call(() -> handOverNew(part, dryRun, changeover, directory, doer));
    }
  }

  private List<Item> handOverNew(
      List<Line> part, boolean dryRun, Changeover changeover, Directory directory, Doer doer) {
    Map<String, CaseRef> known = cases.registered(part.stream().map(Line::registration).toList());
    Map<UUID, String> before = lines.of(known.values().stream().map(CaseRef::caseId).toList());
    List<Line> fresh = part.stream().filter(one -> !known.containsKey(one.reference())).toList();
    Map<Line, String> numbers = new HashMap<>();
    if (!dryRun && !fresh.isEmpty()) {
      List<Registered> registered =
          registerCase.register(fresh.stream().map(Line::registration).toList(), doer);
      Map<UUID, String> digests = new LinkedHashMap<>();
      for (int i = 0; i < fresh.size(); i++) {
        numbers.put(fresh.get(i), registered.get(i).caseNo());
        digests.put(registered.get(i).caseId(), fresh.get(i).digest());
      }
      lines.keep(digests, changeover.id());
    }
    return part.stream()
        .map(
            one -> {
              CaseRef is = known.get(one.reference());
              return is == null
                  ? item(
                      one,
                      Result.HANDED_OVER,
                      numbers.get(one),
                      one.isRespondents(directory) ? List.of(RESPONDENTS) : List.of())
                  : one.digest().equals(before.get(is.caseId()))
                      ? item(one, Result.KNOWN, is.caseNo(), List.of())
                      : item(one, Result.DIFFERENT, is.caseNo(), List.of(different(is)));
            })
        .toList();
  }

  private static final RowViolation RESPONDENTS =
      new RowViolation(
          "unitId",
          "respondents-own",
          "原承办单位是被反映单位或其下属，转入后由派单员另行派单。",
          "The unit that had it is the one complained about or a part of it; a dispatcher chooses"
              + " another one.");

  private static RowViolation different(CaseRef is) {
    return new RowViolation(
        "externalRef",
        "different",
        "该编号已转入（工单 "
            + is.caseNo()
            + "），但内容与本行不同，未作改动。文字、分类可在工单上更正；受理时间、原时限、原承办单位或延期次数有误的，请值班长按“登记有误”撤回该工单后重新转入。",
        "This number was handed over as case "
            + is.caseNo()
            + " with other content; nothing was changed. Texts and codes are corrected there; where the"
            + " receipt, the original due time, the former unit or its extensions are wrong, a shift lead"
            + " takes the case back as entered wrongly and the line is sent again.");
  }

  private static Invalid twice(int above) {
    return new Invalid(
        "externalRef",
        "twice",
        "与第 " + above + " 行的来源编号重复。",
        "Row " + above + " has the same source and reference.");
  }

  private static Item item(Line line, Result result, String caseNo, List<RowViolation> violations) {
    return new Item(line.row(), result, line.registration().externalRef(), caseNo, violations);
  }

  private static Item rejected(int row, RegistrationForm form, List<Violation> violations) {
    return new Item(
        row,
        Result.REJECTED,
        form == null ? null : form.externalRef(),
        null,
        violations.stream()
            .map(one -> new RowViolation(one.field(), one.code(), one.zh(), one.en()))
            .toList());
  }

  private static void count(
      Map<String, Integer> unknown,
      RegistrationForm form,
      String unit,
      List<Violation> violations) {
    for (Violation one : violations) {
      String code =
          switch (one.code()) {
            case "unknown-category" -> form.categoryCode();
            case "unknown-place" -> form.placeCode();
            case "unknown-unit" -> one.field().equals("unitId") ? unit : form.respondentUnitId();
            default -> null;
          };
      if (code != null) {
        unknown.merge(one.field() + '\n' + code.strip(), 1, Integer::sum);
      }
    }
  }

  private static UnknownCode unknown(Map.Entry<String, Integer> counted) {
    String[] parts = counted.getKey().split("\n", 2);
    return new UnknownCode(parts[0], parts[1], counted.getValue());
  }

  private static int count(List<Item> items, Result result) {
    return (int) items.stream().filter(item -> item.result() == result).count();
  }
}
