package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.StaleVersion;
import hotline.lifecycle.RankingRule;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The city adopts its rule as a whole (启用考核规则); what was ranked by an older one stays as it was.
 */
@ApplicationScoped
class AdoptRule {

  private final Rankings rankings;
  private final JoinedConnection connection;
  private final Clock clock;
  private final boolean shortCheckAllowed;

  AdoptRule(
      Rankings rankings,
      JoinedConnection connection,
      Clock clock,
      @ConfigProperty(name = "hotline.ranking.short-check-allowed", defaultValue = "false")
          boolean shortCheckAllowed) {
    this.shortCheckAllowed = shortCheckAllowed;
    this.rankings = rankings;
    this.connection = connection;
    this.clock = clock;
  }

  RankingRule adopt(RankingRule draft, IfMatch read, Actor clerk) {
    RulePolicy.check(draft);
    if (!shortCheckAllowed) {
      RulePolicy.requireDays(draft.checkLimit());
    }
    return connection.call(
        tx -> {
          List<AdoptedRule> known = rankings.rules(tx);
          int newest = known.isEmpty() ? 0 : known.get(0).rule().version();
          read.check(newest);
          RankingRule rule =
              new RankingRule(
                  newest + 1,
                  draft.preset(),
                  draft.nameZh(),
                  draft.nameEn(),
                  draft.validFrom(),
                  draft.validTo(),
                  draft.minCases(),
                  draft.shrinkage(),
                  draft.checkLimit(),
                  draft.tiers(),
                  draft.terms());
          boolean first =
              rankings.insertRule(
                  tx, rule, clerk.userId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          if (!first) {
            throw new StaleVersion(newest, rule.version());
          }
          return rule;
        });
  }
}
