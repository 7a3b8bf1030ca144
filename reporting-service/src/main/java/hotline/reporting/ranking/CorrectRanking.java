package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankingCorrected;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * What was published is corrected by a numbered erratum (更正): one names the cases of which
 * something else is right, and the lines of their units are counted anew by the rule of the
 * ranking; a second person publishes it. Late facts of others move nobody.
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

  /** What somebody proposes: the cases by their numbers. */
  record Proposal(ErratumReason reason, String words, Set<String> caseNos) {}

  Ranking propose(UUID rankingId, Proposal proposal, IfMatch read, Actor clerk) {
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
                  published.nextErratum(),
                  number,
                  proposal.reason().name(),
                  proposal.words(),
                  clerk.userId(),
                  now))) {
            throw RankingRefusal.erratumWaits();
          }
          int counts = rankings.snapshotOf(tx, rankingId, published.errata().size()).orElse(0);
          Snapshot anew =
              inputs.recount(
                  tx,
                  ranking,
                  new Snapshot(counts, published.asOf(), null, published.corrected()),
                  number,
                  inputs.unitsOf(tx, ranking, counts, proposal.caseNos()),
                  editions.before(tx, ranking.period(), ranking.rule()));
          if (Published.differences(published.corrected(), anew.units()).isEmpty()) {
            throw RankingRefusal.nothingToCorrect();
          }
          rankings.insertSnapshot(tx, rankingId, anew, now);
          Rankings.Erratum erratum = waiting(tx, rankingId);
          editions.requireFits(
              corrected(ranking, published, erratum, anew, erratum.proposedBy(), now));
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
              corrected(ranking, published, erratum, anew, second.userId(), now),
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
          Rankings.Erratum erratum = waiting(tx, rankingId);
          rankings.dropInputs(tx, rankingId, erratum.snapshot());
          rankings.endErratum(tx, rankingId);
          rankings.touch(tx, rankingId);
          return rankings.get(tx, rankingId);
        });
  }

  private static RankingCorrected corrected(
      Ranking ranking,
      Published published,
      Rankings.Erratum erratum,
      Snapshot anew,
      String publishedBy,
      Instant now) {
    return new RankingCorrected(
        ranking.rankingId(),
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
        publishedBy,
        now,
        Published.differences(published.corrected(), anew.units()).stream()
            .map(Published.Change::correction)
            .toList());
  }

  private Published published(Connection tx, Ranking ranking) throws SQLException {
    ranking.requirePublished();
    return rankings.published(tx, ranking.rankingId()).orElseThrow(Rankings::noRanking);
  }

  private Rankings.Erratum waiting(Connection tx, UUID rankingId) throws SQLException {
    return rankings.erratum(tx, rankingId).orElseThrow(RankingRefusal::noErratum);
  }
}
