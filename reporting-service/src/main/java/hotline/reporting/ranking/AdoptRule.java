package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.StaleVersion;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The city adopts its rule as a whole (启用考核规则); what was ranked by an older one stays as it was.
 * One that reaches back before today waits for a second person.
 */
@ApplicationScoped
class AdoptRule {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

  /**
   * What became of a draft.
   *
   * @param inForce false while it waits for a second person
   */
  record Adoption(RankingRule rule, boolean inForce) {}

  Adoption adopt(RankingRule draft, IfMatch read, Actor clerk) {
    RulePolicy.check(draft);
    if (!shortCheckAllowed) {
      RulePolicy.requireDays(draft.checkLimit());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          int newest = rankings.newestVersion(tx);
          read.check(newest);
          RankingRule rule = numbered(draft, newest + 1);
          if (RulePolicy.reachesBack(rule, LocalDate.ofInstant(now, ZONE))) {
            if (!rankings.insertProposal(
                tx, new ProposedRule(Uuid7.at(now), rule, newest, clerk.userId(), now))) {
              throw RankingRefusal.ruleWaits();
            }
            return new Adoption(rule, false);
          }
          if (rankings.proposal(tx).isPresent()) {
            throw RankingRefusal.ruleWaits();
          }
          if (!rankings.insertRule(tx, new AdoptedRule(rule, clerk.userId(), now, null))) {
            throw new StaleVersion(newest, rule.version());
          }
          return new Adoption(rule, true);
        });
  }

  private static RankingRule numbered(RankingRule draft, int version) {
    return new RankingRule(
        version,
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
  }
}
