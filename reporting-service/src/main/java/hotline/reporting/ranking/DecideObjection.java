package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.directory.DirectoryNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The assessment clerk decides an objection with a reason (异议处理). Accepted, the line of its unit is
 * counted anew and no other, for their time to look is over: numbers are never changed by hand.
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
  record Decided(Objection objection, List<Published.Change> changed) {}

  Decided decide(UUID objectionId, boolean accepts, String reason, IfMatch read, Actor clerk) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankings.objection(tx, objectionId).rankingId());
          // Read again behind the lock: another one may have decided it meanwhile.
          Objection objection = rankings.objection(tx, objectionId);
          requireNotOfTheUnit(names.units(tx).get(objection.unitId()), objection, clerk);
          objection.requireOpen(read);
          ranking.requireCheck();
          List<Published.Change> changed =
              accepts ? computeAnew(tx, ranking, objection, clerk, now) : List.of();
          if (!accepts) {
            rankings.touch(tx, ranking.rankingId());
          }
          rankings.decide(tx, objection, accepts, reason, clerk.userId(), now);
          return new Decided(rankings.objection(tx, objectionId), changed);
        });
  }

  /**
   * @param unit null while the directory has not told it: then it is not known who is of it
   */
  static void requireNotOfTheUnit(DirectoryNames.Unit unit, Objection objection, Actor clerk) {
    if (clerk.userId().equals(objection.raisedBy())) {
      throw new Forbidden(
          "不得处理本人提出的异议，请交由其他考核员处理。",
          "Nobody decides about an objection of their own; leave it to another assessment clerk.");
    }
    if (unit == null
        || Scope.isWithin(clerk.unitPath(), unit.path())
        // Those of a bureau for its section too; the centre looks after the whole city.
        || Scope.of(clerk).mayActForUnit(unit.path())) {
      throw new Forbidden(
          "被考核单位的人员不得处理本单位的异议，请交由其他考核员处理。",
          "Nobody of the unit decides about its objection; leave it to another assessment clerk.");
    }
  }

  private List<Published.Change> computeAnew(
      Connection tx, Ranking ranking, Objection objection, Actor clerk, Instant now)
      throws SQLException {
    Snapshot before = rankings.snapshot(tx, ranking.rankingId(), ranking.snapshot());
    int number = rankings.nextSnapshot(tx, ranking.rankingId());
    Snapshot after =
        inputs.recount(
            tx,
            ranking,
            before,
            number,
            Set.of(objection.unitId()),
            editions.before(tx, ranking.period(), ranking.rule()));
    editions.requireFits(ranking.published(after, clerk.userId(), now));
    rankings.insertSnapshot(tx, ranking.rankingId(), after, now);
    rankings.useSnapshot(tx, ranking, number, clerk.userId());
    return Published.differences(before.units(), after.units());
  }
}
