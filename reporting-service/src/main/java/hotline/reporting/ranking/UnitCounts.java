package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankedUnit.RankedRate;
import hotline.reporting.headline.Headline;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a period counts for a unit.
 *
 * @param level of the directory: 1 centre, 2 district or department, 3 street or section, 4
 *     community; null for a unit that the directory has not told
 * @param ofAPlace whether it is responsible for a place; null when that is not known
 * @param tier in which it was ranked before and stays; null when the rule says it by the directory
 * @param seen by the code of the rate
 */
record UnitCounts(
    String unitId,
    Integer level,
    Boolean ofAPlace,
    String tier,
    long accepted,
    long closed,
    long excluded,
    long ratingSetAside,
    long extended,
    long onHold,
    Map<String, Kpi.Seen> seen) {

  /** As it is counted now. */
  static UnitCounts of(
      String unitId,
      Integer level,
      Boolean ofAPlace,
      Headline headline,
      long extended,
      long onHold) {
    return new UnitCounts(
        unitId,
        level,
        ofAPlace,
        null,
        headline.accepted(),
        headline.closed(),
        headline.excluded(),
        headline.ratingSetAside(),
        extended,
        onHold,
        Arrays.stream(Kpi.values()).collect(Collectors.toMap(Kpi::code, kpi -> kpi.of(headline))));
  }

  /** As it was counted for a line: whatever was said since, its numbers and its tier stay. */
  static UnitCounts of(RankedUnit line) {
    return new UnitCounts(
        line.unitId(),
        null,
        null,
        line.tier(),
        line.accepted(),
        line.closed(),
        line.excluded(),
        line.ratingSetAside(),
        line.extended(),
        line.onHold(),
        line.rates().stream()
            .collect(
                Collectors.toMap(
                    RankedRate::kpi,
                    rate -> new Kpi.Seen(rate.numerator(), rate.denominator(), rate.unknown()))));
  }

  boolean hasUnknownTier() {
    return tier == null && (level == null || ofAPlace == null);
  }
}
