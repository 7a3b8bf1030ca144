package hotline.reporting.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An edition of the daily report, and what was corrected since (此后更正).
 *
 * @param issue number of the day in its year (期号)
 * @param asOf until when all of the log was read as it was frozen
 * @param byHand somebody made it and did not wait for the clock
 * @param casesWaiting how many cases were parked as it was made and are not in it (停放)
 * @param signedName null while nobody has signed it
 * @param report as it was frozen
 * @param compared false while the log is being read again and nothing can be compared
 * @param comparedUntil until when the log was read for that; null when nothing is compared
 * @param corrected the numbers whose cases are others now
 * @param ratingsNow what citizens said on the day, as it is known now; null when it is the same
 * @param redefined the flows, and of {@code categories} and {@code units} those, that another
 *     version of their definition counts now: they are not compared
 * @param alsoCorrected of {@code categories} and {@code units}, those that read otherwise now
 */
@Schema(name = "DailyEdition")
public record EditionView(
    LocalDate date,
    int year,
    int issue,
    Instant madeAt,
    Instant asOf,
    boolean byHand,
    int casesWaiting,
    long version,
    String signedName,
    Instant signedAt,
    DailyReport report,
    boolean compared,
    Instant comparedUntil,
    List<Correction> corrected,
    List<String> redefined,
    DailyReport.Ratings ratingsNow,
    List<String> alsoCorrected) {

  /** Case numbers that are told of a number; the list of today has them all. */
  static final int MOST_CASES = 20;

  private static final String CATEGORIES = "categories";
  private static final String UNITS = "units";

  /**
   * A number that counts other cases now.
   *
   * @param added cases it counts now and did not
   * @param removed cases it counted and does not any longer
   * @param addedCases their numbers, twenty at the most
   * @param removedCases their numbers, twenty at the most
   */
  @Schema(name = "DailyCorrection")
  public record Correction(
      DailyFlow flow,
      long count,
      long countNow,
      long added,
      long removed,
      List<String> addedCases,
      List<String> removedCases) {}

  static EditionView of(
      DailyEdition edition,
      Map<DailyFlow, Set<String>> frozen,
      DailyReport now,
      Map<DailyFlow, List<String>> lists,
      Instant at) {
    DailyReport report = edition.report();
    boolean compared = comparable(edition, now, at);
    List<String> redefined = compared ? redefined(report, now) : List.of();
    List<Correction> corrected = compared ? corrections(frozen, lists, redefined) : List.of();
    List<String> also = new ArrayList<>();
    if (compared && !redefined.contains(CATEGORIES) && !sameCategories(report, now)) {
      also.add(CATEGORIES);
    }
    if (compared && !redefined.contains(UNITS) && !sameUnits(report, now)) {
      also.add(UNITS);
    }
    return new EditionView(
        edition.day(),
        edition.day().getYear(),
        edition.day().getDayOfYear(),
        edition.madeAt(),
        edition.asOf(),
        edition.madeBy() != null,
        edition.casesWaiting(),
        edition.version(),
        edition.signedName(),
        edition.signedAt(),
        report,
        compared,
        compared ? now.now().asOf() : null,
        corrected,
        redefined,
        compared
                && report.ratings().comparable(now.ratings())
                && !report.ratings().says(now.ratings())
            ? now.ratings()
            : null,
        also);
  }

  /**
   * With less than was known then, or in the middle of a rebuild, cases would come and go that
   * nobody has corrected. A service that is away since has no part in that.
   */
  private static boolean comparable(DailyEdition edition, DailyReport now, Instant at) {
    Instant read = now.now().asOf();
    return now.asOf() != null
        && !now.asOf().isBefore(edition.asOf())
        && read != null
        && !read.isBefore(at.minus(DueEditions.LAG));
  }

  private static List<String> redefined(DailyReport report, DailyReport now) {
    List<String> redefined = new ArrayList<>();
    report.flows().stream()
        .filter(one -> !one.code().equals(one.flow().definition()))
        .forEach(one -> redefined.add(one.flow().name()));
    if (!report.categoriesCode().equals(now.categoriesCode())) {
      redefined.add(CATEGORIES);
    }
    if (!report.unitsCode().equals(now.unitsCode())) {
      redefined.add(UNITS);
    }
    return redefined;
  }

  private static List<Correction> corrections(
      Map<DailyFlow, Set<String>> frozen,
      Map<DailyFlow, List<String>> lists,
      List<String> redefined) {
    List<Correction> corrected = new ArrayList<>();
    for (Map.Entry<DailyFlow, Set<String>> each : frozen.entrySet()) {
      if (redefined.contains(each.getKey().name())) {
        continue;
      }
      Set<String> before = each.getValue();
      List<String> after = lists.getOrDefault(each.getKey(), List.of());
      Set<String> added = new TreeSet<>(after);
      added.removeAll(before);
      Set<String> removed = new TreeSet<>(before);
      after.forEach(removed::remove);
      if (!added.isEmpty() || !removed.isEmpty()) {
        corrected.add(
            new Correction(
                each.getKey(),
                before.size(),
                after.size(),
                added.size(),
                removed.size(),
                some(added),
                some(removed)));
      }
    }
    return corrected;
  }

  private static List<String> some(Set<String> cases) {
    return cases.stream().limit(MOST_CASES).toList();
  }

  // A name that was changed since is no correction.
  private static boolean sameCategories(DailyReport one, DailyReport other) {
    return one.categories().stream()
        .map(each -> List.of(each.code(), each.registered()))
        .toList()
        .equals(
            other.categories().stream()
                .map(each -> List.of(each.code(), each.registered()))
                .toList());
  }

  private static boolean sameUnits(DailyReport one, DailyReport other) {
    return one.units().stream()
        .map(each -> List.of(each.unit(), each.closed(), each.overdue()))
        .toList()
        .equals(
            other.units().stream()
                .map(each -> List.of(each.unit(), each.closed(), each.overdue()))
                .toList());
  }
}
