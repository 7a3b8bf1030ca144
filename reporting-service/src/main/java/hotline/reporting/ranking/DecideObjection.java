package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.lifecycle.RankingCorrected.Correction;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The assessment clerk decides an objection with a reason (异议处理). Accepted, the ranking is computed
 * from another copy of the inputs: numbers are never changed by hand.
 */
@ApplicationScoped
class DecideObjection {

  private final Rankings rankings;
  private final Inputs inputs;
  private final Editions editions;
  private final DirectoryNames names;
  private final JoinedConnection connection;
  private final Clock clock;

  DecideObjection(
      Rankings rankings,
      Inputs inputs,
      Editions editions,
      DirectoryNames names,
      JoinedConnection connection,
      Clock clock) {
    this.rankings = rankings;
    this.inputs = inputs;
    this.editions = editions;
    this.names = names;
    this.connection = connection;
    this.clock = clock;
  }

  /** What the decision changed, line by line; nothing when it was refused. */
  record Decided(Objection objection, List<Correction> changed) {}

  Decided decide(UUID objectionId, boolean accepts, String reason, IfMatch read, Actor clerk) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankings.objection(tx, objectionId).rankingId());
          // Read again behind the lock: another one may have decided it meanwhile.
          Objection objection = rankings.objection(tx, objectionId);
          requireNotOfTheUnit(tx, objection, clerk);
          objection.requireOpen(read);
          ranking.requireCheck();
          List<Correction> changed = accepts ? computeAnew(tx, ranking, clerk, now) : List.of();
          if (!accepts) {
            rankings.touch(tx, ranking.rankingId());
          }
          rankings.decide(tx, objection, accepts, reason, clerk.userId(), now);
          return new Decided(rankings.objection(tx, objectionId), changed);
        });
  }

  private void requireNotOfTheUnit(Connection tx, Objection objection, Actor clerk)
      throws SQLException {
    DirectoryNames.Unit unit = names.units(tx).get(objection.unitId());
    if (unit != null && Scope.isWithin(clerk.unitPath(), unit.path())) {
      throw new Forbidden(
          "被考核单位的人员不得处理本单位的异议，请交由其他考核员处理。",
          "Nobody of the unit decides about its objection; leave it to another assessment clerk.");
    }
  }

  private List<Correction> computeAnew(Connection tx, Ranking ranking, Actor clerk, Instant now)
      throws SQLException {
    Snapshot before = rankings.snapshot(tx, ranking.rankingId(), ranking.snapshot());
    int number = rankings.nextSnapshot(tx, ranking.rankingId());
    Snapshot after =
        inputs.copy(
            tx,
            ranking.rankingId(),
            number,
            ranking.rule(),
            new Period(ranking.from(), ranking.to()),
            editions.before(tx, ranking.from(), ranking.rule()));
    rankings.insertSnapshot(tx, ranking.rankingId(), after, now);
    rankings.useSnapshot(tx, ranking, number, clerk.userId());
    return Published.differences(before.units(), after.units());
  }
}
