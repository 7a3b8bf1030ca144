package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.directory.DirectoryNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A unit objects to its own line while it may (提出异议). */
@ApplicationScoped
class ObjectToRanking {

  private final Rankings rankings;
  private final DirectoryNames names;
  private final JoinedConnection connection;
  private final Clock clock;

  ObjectToRanking(
      Rankings rankings, DirectoryNames names, JoinedConnection connection, Clock clock) {
    this.rankings = rankings;
    this.names = names;
    this.connection = connection;
    this.clock = clock;
  }

  Objection object(UUID rankingId, String unitId, String words, Actor person) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          DirectoryNames.Unit unit = names.units(tx).get(unitId);
          if (unit == null) {
            throw Forbidden.otherUnit();
          }
          Scope.of(person).requireMayActForUnit(unit.path());
          // Held: nobody freezes it between this look and the objection.
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireOpenToObjections(now);
          boolean listed =
              rankings.snapshot(tx, rankingId, ranking.snapshot()).units().stream()
                  .anyMatch(line -> line.unitId().equals(unitId));
          if (!listed) {
            throw new Invalid(
                "unitId", "not-listed", "该单位不在本次排名中。", "This unit has no line in this ranking.");
          }
          Objection objection =
              new Objection(
                  Uuid7.at(now),
                  rankingId,
                  unitId,
                  words,
                  Objection.Status.OPEN,
                  0,
                  person.userId(),
                  now,
                  null,
                  null,
                  null);
          if (!rankings.insertObjection(tx, objection)) {
            throw RankingRefusal.objectionOpen();
          }
          // Whoever was about to freeze it reads it anew.
          rankings.touch(tx, rankingId);
          return objection;
        });
  }
}
