package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A period is over and the units are asked to check it (提交核对): its inputs are copied. */
@ApplicationScoped
class SubmitRanking {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Rankings rankings;
  private final RulesInForce rules;
  private final Inputs inputs;
  private final Editions editions;
  private final CityCalendars calendars;
  private final JoinedConnection connection;
  private final Clock clock;

  SubmitRanking(
      Rankings rankings,
      RulesInForce rules,
      Inputs inputs,
      Editions editions,
      CityCalendars calendars,
      JoinedConnection connection,
      Clock clock) {
    this.rankings = rankings;
    this.rules = rules;
    this.inputs = inputs;
    this.editions = editions;
    this.calendars = calendars;
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * @param ruleVersion of the rule by which the clerk saw the preview
   */
  Ranking submit(Period period, int ruleVersion, Actor clerk) {
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
          UUID rankingId = Uuid7.at(now);
          Instant checkUntil =
              DueTime.compute(
                  ClockTerms.of(now, LimitRule.of(rule.checkLimit())),
                  calendars.newestIn(tx).calendar());
          Ranking ranking =
              new Ranking(
                  rankingId,
                  period.from(),
                  period.to(),
                  RankingStatus.CHECK,
                  0,
                  rule,
                  1,
                  clerk.userId(),
                  clerk.userId(),
                  now,
                  checkUntil,
                  null,
                  null);
          if (!rankings.insert(tx, ranking)) {
            throw RankingRefusal.alreadySubmitted();
          }
          Snapshot snapshot = inputs.copy(tx, ranking, editions.before(tx, period, rule));
          if (snapshot.units().isEmpty()) {
            throw RankingRefusal.nothingCounts();
          }
          // Now, and not when everybody has looked.
          editions.requireFits(ranking.published(snapshot, clerk.userId(), now));
          rankings.insertSnapshot(tx, rankingId, snapshot, now);
          return ranking;
        });
  }
}
