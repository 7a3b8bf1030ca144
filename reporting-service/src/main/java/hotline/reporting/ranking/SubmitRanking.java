package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A period is over and the units are asked to check it (提交核对), once its inputs are copied: {@link
 * CopyInputs}.
 */
@ApplicationScoped
class SubmitRanking {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Copies copies;
  private final RulesInForce rules;
  private final Inputs inputs;
  private final JoinedConnection connection;
  private final Clock clock;

  SubmitRanking(
      Copies copies, RulesInForce rules, Inputs inputs, JoinedConnection connection, Clock clock) {
    this.copies = copies;
    this.rules = rules;
    this.inputs = inputs;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * @param ruleVersion of the rule by which the clerk saw the preview
   */
  Copying submit(Period period, int ruleVersion, Actor clerk) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (period.to().isAfter(now.atZone(ZONE).toLocalDate())) {
      throw RankingRefusal.periodNotOver();
    }
    return connection.call(
        tx -> {
          RankingRule rule = rules.of(tx, period);
          if (rule.version() != ruleVersion) {
            throw RankingRefusal.ruleChanged(rule.version());
          }
          inputs.requireRead(tx, period);
          Copying copying =
              new Copying(
                  Uuid7.at(now),
                  period.from(),
                  period.to(),
                  rule,
                  0,
                  clerk.userId(),
                  now,
                  clerk.userId(),
                  0,
                  null);
          // In this order: a copy that is ready at this moment is a ranking by then.
          if (!copies.insert(tx, copying) || copies.isRanked(tx, period)) {
            throw RankingRefusal.alreadySubmitted();
          }
          return copying;
        });
  }
}
