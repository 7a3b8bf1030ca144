package hotline.reporting.definitions;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a number says: with this who is asked can defend it (口径).
 *
 * @param code stable code and version, as {@code eval.solved.v2}
 * @param since release of this software with which this version came; it holds for all cases, also
 *     for those of before, but not for what was frozen by an earlier version
 * @param superseded a later version counts now; it stays for the editions and rankings that were
 *     frozen by it
 * @param formula in words
 * @param denominator what is in it; null of a number that is no rate
 * @param leftOut what is in neither number, and why
 * @param countedBy by which of its times a case belongs to a period
 * @param history what earlier versions counted otherwise; null of a first version
 * @param flow the item of the daily report; null of other numbers
 * @param counters names of the counters that each part is the sum of; null where nothing is summed
 * @param lists the lists of cases behind it
 */
@Schema(name = "NumberDefinition")
public record Definition(
    String code,
    String since,
    boolean superseded,
    Text name,
    Text formula,
    Text denominator,
    Text leftOut,
    Text countedBy,
    Text history,
    String flow,
    Map<String, List<String>> counters,
    List<PartList> lists) {

  /** The same in Chinese and in English. */
  @Schema(name = "DefinitionText")
  public record Text(String zh, String en) {}

  /** What a list behind a number is of it. */
  @Schema(name = "DefinitionPart")
  public enum Part {
    NUMERATOR,
    /** Of the numerator, what counts half. */
    HALF,
    DENOMINATOR,
    LEFT_OUT,
    UNKNOWN
  }

  /**
   * @param list as {@code list} of {@code /api/cases}
   */
  @Schema(name = "DefinitionList")
  public record PartList(Part part, String list) {}

  public Definition {
    counters = counters == null ? Map.of() : Map.copyOf(counters);
    lists = lists == null ? List.of() : List.copyOf(lists);
  }

  /** The code without its version, as {@code eval.solved}. */
  public String number() {
    return code.substring(0, code.lastIndexOf(".v"));
  }

  public int version() {
    return Integer.parseInt(code.substring(code.lastIndexOf(".v") + 2));
  }
}
