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

  /** Nobody gets a chosen case by weighing it up. */
  static final int LARGEST = 5;

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

  long of(Stratum stratum) {
    long weight = units.getOrDefault(stratum.unitId(), 1);
    weight *= stratum.category() == null ? 1 : categories.getOrDefault(stratum.category(), 1);
    return stratum.signalled() ? weight * suspicious : weight;
  }

  Stratum stratumOf(Frame.Line line) {
    return new Stratum(line.unitId(), line.category(), suspicious != null && line.signalled());
  }
}
