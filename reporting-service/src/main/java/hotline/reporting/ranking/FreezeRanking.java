package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A second person freezes a ranking, which publishes it (冻结发布); or it is taken back before (撤回).
 */
@ApplicationScoped
class FreezeRanking {

  private final Rankings rankings;
  private final Editions editions;
  private final JoinedConnection connection;
  private final Clock clock;

  FreezeRanking(Rankings rankings, Editions editions, JoinedConnection connection, Clock clock) {
    this.rankings = rankings;
    this.editions = editions;
    this.connection = connection;
    this.clock = clock;
  }

  Ranking freeze(UUID rankingId, IfMatch read, Actor second) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          ranking.requireFreezable(second, now, rankings.openObjections(tx, rankingId));
          Snapshot snapshot = rankings.snapshot(tx, rankingId, ranking.snapshot());
          editions.publish(
              tx, ranking.published(snapshot, second.userId(), now), snapshot.number());
          rankings.publish(tx, ranking, second.userId(), now);
          rankings.dropInputsBefore(tx, rankingId, snapshot.number());
          return rankings.get(tx, rankingId);
        });
  }

  /** What units objected to has no object any longer: it ends with it. */
  Ranking takeBack(UUID rankingId, String reason, IfMatch read, Actor clerk) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          ranking.requireCheck();
          rankings.takeBack(tx, ranking, reason);
          rankings.endObjections(tx, rankingId, reason, clerk.userId(), now);
          rankings.dropInputsBefore(tx, rankingId, ranking.snapshot() + 1);
          return rankings.get(tx, rankingId);
        });
  }
}
