package hotline.reporting.headline;

import hotline.reporting.headline.Counter.Anchor;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases count for which unit, and how: what the numbers of the units are made of, case by
 * case. Said with the conditions of the counters, so that both always tell the same.
 */
public final class CountedCases {

  /** Condition of the cases of which a limit was extended (延期). */
  public static final String EXTENDED = "extension_count > 0";

  /** Condition of the cases that are on hold (挂起). */
  public static final String ON_HOLD = "standing = 'ON_HOLD'";

  /**
   * Rows {@code unit_id, case_id, case_no, counters} of the cases that were accepted from an
   * instant to another, its two parameters. {@code counters} are names of {@link Counter}, {@code
   * EXTENDED} and {@code ON_HOLD}. A case that was answered with its main case counts for its unit
   * by its rating alone.
   */
  public static final String OF_UNITS =
      "SELECT unit_id, case_id, case_no, array_remove(ARRAY["
          + Stream.concat(
                  Arrays.stream(Counter.values())
                      .filter(counter -> counter.anchor() == Anchor.ACCEPTED)
                      .map(
                          counter -> mark(counter.name(), counter.condition(), counter.isRating())),
                  Stream.of(mark("EXTENDED", EXTENDED, false), mark("ON_HOLD", ON_HOLD, false)))
              .collect(Collectors.joining(", "))
          + "], NULL) AS counters FROM case_record WHERE accepted_at IS NOT NULL"
          + " AND accepted_at >= ?::timestamptz AND accepted_at < ?::timestamptz"
          + " AND unit_path IS NOT NULL";

  private CountedCases() {}

  private static String mark(String name, String condition, boolean rating) {
    return "CASE WHEN ("
        + condition
        + ")"
        + (rating ? "" : " AND NOT answered_with_main")
        + " THEN '"
        + name
        + "'::text END";
  }
}
