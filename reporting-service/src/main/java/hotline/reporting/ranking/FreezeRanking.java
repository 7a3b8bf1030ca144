package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.lifecycle.RankingPublished;
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
              tx,
              new RankingPublished(
                  rankingId,
                  ranking.from(),
                  ranking.to(),
                  0,
                  snapshot.asOf(),
                  snapshot.cases(),
                  snapshot.inputsHash(),
                  ranking.rule(),
                  ranking.submittedBy(),
                  ranking.submittedAt(),
                  second.userId(),
                  now,
                  snapshot.units()),
              snapshot.number());
          rankings.publish(tx, ranking, second.userId(), now);
          return rankings.get(tx, rankingId);
        });
  }

  Ranking takeBack(UUID rankingId, String reason, IfMatch read) {
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          ranking.requireCheck();
          rankings.takeBack(tx, ranking, reason);
          return rankings.get(tx, rankingId);
        });
  }
}
