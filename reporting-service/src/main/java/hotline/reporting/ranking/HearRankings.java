package hotline.reporting.ranking;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Hears what was published, also by this service itself: a database that was emptied has the
 * rankings and their errata again, and with them the rules by which they were made. What is there
 * already stays as it is.
 */
@ApplicationScoped
public class HearRankings {

  private final Rankings rankings;

  HearRankings(Rankings rankings) {
    this.rankings = rankings;
  }

  public void hear(Connection tx, List<Incoming> records) throws SQLException {
    for (Incoming record : records) {
      if (record.value() != null) {
        Optional<RankingEdition> edition = read(record);
        // A few in a month: each on its own.
        if (edition.isPresent() && rankings.insertEdition(tx, edition.get(), null)) {
          restore(tx, edition.get());
        }
      }
    }
  }

  private void restore(Connection tx, RankingEdition edition) throws SQLException {
    if (!(edition instanceof RankingPublished published)) {
      return;
    }
    // The people have decided: what waits for the same decision here is of the past.
    try (PreparedStatement superseded =
        tx.prepareStatement(
            "WITH ended AS (UPDATE ranking SET status = 'TAKEN_BACK', ended_reason = 'published before',"
                + " version = version + 1 WHERE period_from = ? AND period_to = ?"
                + " AND status = 'CHECK' AND ranking_id <> ? RETURNING ranking_id)"
                + " UPDATE ranking_objection SET status = 'MOOT', reason = 'published before',"
                + " decided_by = ?, decided_at = ?, version = version + 1"
                + " WHERE ranking_id IN (SELECT ranking_id FROM ended) AND status = 'OPEN'")) {
      superseded.setObject(1, published.periodFrom());
      superseded.setObject(2, published.periodTo());
      superseded.setObject(3, published.rankingId());
      superseded.setString(4, published.publishedBy());
      superseded.setObject(5, Rankings.at(published.publishedAt()));
      superseded.executeUpdate();
    }
    rankings.insert(
        tx,
        new Ranking(
            published.rankingId(),
            published.periodFrom(),
            published.periodTo(),
            RankingStatus.PUBLISHED,
            0,
            published.rule(),
            // The inputs were copied in the database that is gone.
            0,
            published.submittedBy(),
            published.submittedBy(),
            published.submittedAt(),
            published.publishedAt(),
            published.publishedBy(),
            published.publishedAt()));
    if (published.rule().version() > 0) {
      rankings.insertRule(
          tx,
          new AdoptedRule(
              published.rule(), published.submittedBy(), published.submittedAt(), null));
    }
  }

  private static Optional<RankingEdition> read(Incoming record) {
    try {
      return EventCodec.readRanking(record.headers(), record.value());
    } catch (UnreadableEvent unreadable) {
      throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
    }
  }
}
