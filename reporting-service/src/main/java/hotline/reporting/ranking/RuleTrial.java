package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who would stand where by another rule (试算): one count of the cases of a period, ranked by the
 * rule of that period and by the other. It is kept nowhere.
 *
 * @param to the day after the last
 * @param asOf until when all of the log was read; null while that is not known
 * @param ruleVersion of the rule of the period
 * @param moved units whose rank or tier differs
 * @param lines all units, by the other rule
 */
@Schema(name = "RankingRuleTrial")
public record RuleTrial(
    LocalDate from, LocalDate to, Instant asOf, int ruleVersion, long moved, List<Line> lines) {

  /**
   * A unit by both rules.
   *
   * @param moved whether its rank or its tier differs
   */
  @Schema(name = "RankingRuleTrialLine")
  public record Line(
      String unitId, String unitName, RankedUnit now, RankedUnit then, boolean moved) {}
}
