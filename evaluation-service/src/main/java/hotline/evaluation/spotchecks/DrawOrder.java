package hotline.evaluation.spotchecks;

import hotline.access.Violations;
import hotline.lifecycle.SpotCheckBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * From what a supervisor wants to draw, and how much; which cases it becomes is not theirs to say.
 *
 * @param from first day of closing
 * @param to first day no longer in it
 * @param unitId only of this unit and those below it; null for all
 * @param category only of this top category; null for all
 * @param size how many cases; null when a share is given
 * @param share of a hundred; null when a size is given
 */
record DrawOrder(
    LocalDate from,
    LocalDate to,
    String unitId,
    String category,
    Integer size,
    BigDecimal share,
    Weights weights) {

  static final int LARGEST_SAMPLE = 500;
  static final int LONGEST_DAYS = 366;
  private static final int MOST_WEIGHTS = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern TOP_CATEGORY = Pattern.compile("[0-9A-Za-z]{2}");

  /** The form, if it is whole. */
  static DrawOrder of(
      LocalDate from,
      LocalDate to,
      String unitId,
      String category,
      Integer size,
      BigDecimal share,
      Weights weights) {
    Weights given = weights == null ? Weights.NONE : weights;
    Violations wrong = new Violations();
    wrong
        .require(from != null, "from", "required", "请选择办结日期的起始日。", "Say from which day on.")
        .require(to != null, "to", "required", "请选择办结日期的截止日（不含）。", "Say until which day.")
        .require(
            from == null || to == null || from.isBefore(to),
            "to",
            "not-after",
            "截止日须晚于起始日。",
            "The end must be later than the beginning.")
        .require(
            from == null || to == null || ChronoUnit.DAYS.between(from, to) <= LONGEST_DAYS,
            "to",
            "too-long",
            "时段最长 366 天，请分次抽样。",
            "At most 366 days; draw several times.")
        .require(
            isPossible(from) && isPossible(to),
            "from",
            "out-of-range",
            "日期须在 2000 年至 2199 年之间。",
            "Days must be from 2000 to 2199.")
        .require(
            (size == null) != (share == null),
            "size",
            "one-of-two",
            "请填写抽样数量或抽样比例中的一项。",
            "Give either a size or a share.")
        .require(
            size == null || size >= 1 && size <= LARGEST_SAMPLE,
            "size",
            "out-of-range",
            "抽样数量应为 1 到 500。",
            "The size must be from 1 to 500.")
        .require(
            share == null
                || share.signum() > 0
                    && share.compareTo(HUNDRED) <= 0
                    && share.stripTrailingZeros().scale() <= 2,
            "share",
            "out-of-range",
            "抽样比例应大于 0、不超过 100，至多两位小数。",
            "The share must be above 0 and at most 100, with two decimals at most.")
        .require(
            category == null || TOP_CATEGORY.matcher(category).matches(),
            "category",
            "not-a-top-category",
            "请选择一级分类（两位代码）。",
            "Choose a top category, whose code has two characters.")
        .require(
            inRange(given.units()) && inRange(given.categories()) && inRange(given.suspicious()),
            "weights",
            "out-of-range",
            "权重应为 1 到 5。",
            "A weight must be from 1 to 5.")
        .require(
            given.units().size() + given.categories().size() <= MOST_WEIGHTS,
            "weights",
            "too-many",
            "至多 100 项权重。",
            "At most 100 weights.")
        .require(
            given.largest() <= Weights.LARGEST_PRODUCT,
            "weights",
            "too-heavy",
            "单位、分类、疑点的权重相乘不得超过 10。",
            "The weights of unit, category and signal must not come to more than 10 when multiplied.")
        .throwIfAny();
    return new DrawOrder(from, to, blank(unitId), category, size, share, given);
  }

  /** Of a day that nobody means, the database would not know the time. */
  static boolean isPossible(LocalDate day) {
    return day == null || day.getYear() >= 2000 && day.getYear() < 2200;
  }

  private static boolean inRange(Map<String, Integer> weights) {
    return weights.values().stream().allMatch(DrawOrder::inRange);
  }

  private static boolean inRange(Integer weight) {
    return weight == null || weight >= 1 && weight <= Weights.LARGEST;
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** How many of so many: a share is rounded up, and no more than there are. */
  int of(int frameSize) {
    long wanted =
        size != null
            ? size
            : share
                .multiply(BigDecimal.valueOf(frameSize))
                .divide(HUNDRED, 0, RoundingMode.UP)
                .longValueExact();
    return (int) Math.min(wanted, frameSize);
  }

  /**
   * Weights that are all the same are none. Only what was closed in the whole city, in proportion,
   * says something about the city.
   */
  SpotCheckBasis basis() {
    if (!weights.areEven()) {
      return SpotCheckBasis.WEIGHTED;
    }
    return unitId == null && category == null
        ? SpotCheckBasis.PROPORTIONAL
        : SpotCheckBasis.FILTERED;
  }

  Weights counted() {
    return weights.areEven() ? Weights.NONE : weights;
  }
}
