package hotline.evaluation.spotchecks;

import java.util.Map;

/**
 * How much more often than others some strata are drawn (权重), from 1 to 5; what is not named counts
 * once.
 *
 * @param units by unit code
 * @param categories by top category
 * @param suspicious of the cases with a signal, which are then strata of their own; null when they
 *     are drawn with the others
 */
record Weights(Map<String, Integer> units, Map<String, Integer> categories, Integer suspicious) {

  /** In proportion to what is there, and nothing else. */
  static final Weights NONE = new Weights(Map.of(), Map.of(), null);

  static final int LARGEST = 5;

  /** Of unit, category and signal together: a lone case is not to be weighed up at will. */
  static final int LARGEST_PRODUCT = 10;

  Weights {
    units = units == null ? Map.of() : Map.copyOf(units);
    categories = categories == null ? Map.of() : Map.copyOf(categories);
  }

  /** Whether all strata count the same. */
  boolean areEven() {
    return suspicious == null
        && units.values().stream().allMatch(weight -> weight == 1)
        && categories.values().stream().allMatch(weight -> weight == 1);
  }

  /** The most that a stratum may count. */
  long largest() {
    return (long) largest(units) * largest(categories) * (suspicious == null ? 1 : suspicious);
  }

  private static int largest(Map<String, Integer> weights) {
    return weights.values().stream().reduce(1, Math::max);
  }

  long of(Stratum stratum) {
    long weight = units.getOrDefault(stratum.unitId(), 1);
    weight *= stratum.category() == null ? 1 : categories.getOrDefault(stratum.category(), 1);
    return stratum.signalled() ? weight * suspicious : weight;
  }

  Stratum stratumOf(Frame.Line line) {
    return new Stratum(line.unitId(), line.category(), suspicious != null && line.signalled());
  }
}
