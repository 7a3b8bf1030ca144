package hotline.reporting.ranking;

import hotline.lifecycle.RankingRule;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** By which rule a period is ranked: the newest that is valid for all of it, or the shipped one. */
@ApplicationScoped
class RulesInForce {

  private final Rankings rankings;

  RulesInForce(Rankings rankings) {
    this.rankings = rankings;
  }

  RankingRule of(Connection connection, Period period) throws SQLException {
    return of(rankings.rules(connection), period);
  }

  static RankingRule of(List<AdoptedRule> newestFirst, Period period) {
    return newestFirst.stream()
        .map(AdoptedRule::rule)
        .filter(rule -> covers(rule, period))
        .findFirst()
        .orElse(Presets.THREE_RATES.rule());
  }

  private static boolean covers(RankingRule rule, Period period) {
    return (rule.validFrom() == null || !rule.validFrom().isAfter(period.from()))
        && (rule.validTo() == null || !rule.validTo().isBefore(period.to()));
  }
}
