package hotline.reporting.daily;

import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened on one day of the city (日报), by the time at which it happened; a fact that was told
 * later belongs to its day all the same.
 *
 * @param date day in Asia/Shanghai
 * @param issue number of the day in its year (期号)
 * @param asOf until when every fact is counted that any service recorded; null before that is known
 * @param complete whether that is the end of the day or later
 * @param flows each counts a case once a day, whatever became of it afterwards
 * @param ratings what was recorded on the day, each rating once
 * @param categoriesCode stable code and version of the definition of {@code categories}
 * @param categories those of which most was registered on the day, ten at the most
 * @param unitsCode stable code and version of the definition of {@code units}
 * @param units those that closed something or for which the time of a reply ran out, most overdue
 *     first, twenty at the most
 * @param now all cases there are at its own {@code asOf}: what is open and overdue
 */
public record DailyReport(
    LocalDate date,
    int issue,
    Instant asOf,
    boolean complete,
    List<Flow> flows,
    Ratings ratings,
    String categoriesCode,
    List<Category> categories,
    String unitsCode,
    List<Unit> units,
    Headline now) {

  /** By which they are counted now; a formula that changes gets the next version. */
  static final String CATEGORIES_CODE = "daily.categories.v1";

  static final String UNITS_CODE = "daily.units.v1";

  /** The same as known until another moment. */
  DailyReport knownUntil(Instant until) {
    return new DailyReport(
        date,
        issue,
        until,
        complete,
        flows,
        ratings,
        categoriesCode,
        categories,
        unitsCode,
        units,
        now);
  }

  /** The same with the numbers of these lists, which are of cases that are known here. */
  DailyReport counting(Map<DailyFlow, List<String>> lists) {
    return new DailyReport(
        date,
        issue,
        asOf,
        complete,
        flows.stream()
            .map(
                one ->
                    new Flow(
                        one.flow(),
                        one.code(),
                        lists.getOrDefault(one.flow(), List.of()).size(),
                        one.dayBefore(),
                        one.weekBefore()))
            .toList(),
        ratings,
        categoriesCode,
        categories,
        unitsCode,
        units,
        now);
  }

  /**
   * Cases to which it happened.
   *
   * @param code stable code and version of the definition by which it was counted
   * @param dayBefore the same on the day before (环比)
   * @param weekBefore the same seven days before
   */
  @Schema(name = "DailyFlowCount")
  public record Flow(DailyFlow flow, String code, long count, long dayBefore, long weekBefore) {}

  /** As the headline's rates, but over what citizens said on the day. */
  @Schema(name = "DailyRatings")
  public record Ratings(Rate responded, Rate solved, Rate satisfied) {

    /** Whether these are the same numbers. */
    boolean says(Ratings other) {
      return same(responded, other.responded)
          && same(solved, other.solved)
          && same(satisfied, other.satisfied);
    }

    /** Whether they are counted by the same definitions. */
    boolean comparable(Ratings other) {
      return responded.code().equals(other.responded.code())
          && solved.code().equals(other.solved.code())
          && satisfied.code().equals(other.satisfied.code());
    }

    private static boolean same(Rate one, Rate other) {
      return one.numerator().compareTo(other.numerator()) == 0
          && one.denominator() == other.denominator()
          && one.unknown() == other.unknown()
          && Objects.equals(one.partly(), other.partly())
          && Objects.equals(one.excluded(), other.excluded());
    }
  }

  /** What was registered, by the category that the case has now. */
  @Schema(name = "DailyCategory")
  public record Category(String code, String name, long registered, long dayBefore) {}

  /** What became of the cases of a unit. */
  @Schema(name = "DailyUnit")
  public record Unit(String unit, String name, long closed, long overdue) {}
}
