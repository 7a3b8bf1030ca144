package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankingCorrected;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What was published is corrected by a numbered erratum (更正): one proposes it, computed anew from
 * the log by the rule of the ranking; a second person publishes it.
 */
@ApplicationScoped
class CorrectRanking {

  private final Rankings rankings;
  private final Inputs inputs;
  private final Editions editions;
  private final JoinedConnection connection;
  private final Clock clock;

  CorrectRanking(
      Rankings rankings,
      Inputs inputs,
      Editions editions,
      JoinedConnection connection,
      Clock clock) {
    this.rankings = rankings;
    this.inputs = inputs;
    this.editions = editions;
    this.connection = connection;
    this.clock = clock;
  }

  Ranking propose(UUID rankingId, ErratumReason reason, String words, IfMatch read, Actor clerk) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          Published published = published(tx, ranking);
          int number = rankings.nextSnapshot(tx, rankingId);
          if (!rankings.insertErratum(
              tx,
              rankingId,
              new Rankings.Erratum(
                  published.nextErratum(), number, reason.name(), words, clerk.userId(), now))) {
            throw RankingRefusal.erratumWaits();
          }
          Snapshot anew =
              inputs.copy(
                  tx,
                  rankingId,
                  number,
                  ranking.rule(),
                  new Period(ranking.from(), ranking.to()),
                  editions.before(tx, ranking.from(), ranking.rule()));
          if (Published.differences(published.corrected(), anew.units()).isEmpty()) {
            throw RankingRefusal.nothingToCorrect();
          }
          rankings.insertSnapshot(tx, rankingId, anew, now);
          rankings.touch(tx, rankingId);
          return rankings.get(tx, rankingId);
        });
  }

  Ranking publish(UUID rankingId, IfMatch read, Actor second) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          Published published = published(tx, ranking);
          Rankings.Erratum erratum = waiting(tx, rankingId);
          if (second.userId().equals(erratum.proposedBy())) {
            throw NotTheSecondPerson.confirmsErratum();
          }
          Snapshot anew = rankings.snapshot(tx, rankingId, erratum.snapshot());
          editions.publish(
              tx,
              new RankingCorrected(
                  rankingId,
                  ranking.from(),
                  ranking.to(),
                  published.nextErratum(),
                  anew.asOf(),
                  anew.cases(),
                  anew.inputsHash(),
                  ErratumReason.valueOf(erratum.reason()),
                  erratum.words(),
                  erratum.proposedBy(),
                  erratum.proposedAt(),
                  second.userId(),
                  now,
                  Published.differences(published.corrected(), anew.units())),
              anew.number());
          rankings.endErratum(tx, rankingId);
          // The frozen copy stays the one behind the ranking.
          rankings.touch(tx, rankingId);
          return rankings.get(tx, rankingId);
        });
  }

  /** It is not published: sent back by the second person, or dropped by who proposed it. */
  Ranking drop(UUID rankingId, IfMatch read) {
    return connection.call(
        tx -> {
          Ranking ranking = rankings.locked(tx, rankingId);
          ranking.requireVersion(read);
          ranking.requirePublished();
          waiting(tx, rankingId);
          rankings.endErratum(tx, rankingId);
          rankings.touch(tx, rankingId);
          return rankings.get(tx, rankingId);
        });
  }

  private Published published(Connection tx, Ranking ranking) throws SQLException {
    ranking.requirePublished();
    return rankings.published(tx, ranking.rankingId()).orElseThrow(Rankings::noRanking);
  }

  private Rankings.Erratum waiting(Connection tx, UUID rankingId) throws SQLException {
    return rankings.erratum(tx, rankingId).orElseThrow(RankingRefusal::noErratum);
  }
}
