package hotline.reporting.ranking;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Publishes: kept here and said on the topic in one transaction, word for word the same. */
@ApplicationScoped
class Editions {

  // A margin for the headers.
  private static final int LARGEST = OutboxRecord.MAX_BYTES - 10_000;
  // An erratum names each unit once more and has words of its own: one to every line still fits.
  private static final int LARGEST_RANKING = LARGEST * 85 / 100;

  private final Rankings rankings;
  private final EventLog log;

  Editions(Rankings rankings, EventLog log) {
    this.rankings = rankings;
    this.log = log;
  }

  void publish(Connection tx, RankingEdition edition, int snapshot) throws SQLException {
    OutboxRecord record = record(edition);
    rankings.insertEdition(tx, edition, snapshot);
    log.append(record);
  }

  /** Refuses what could not be published, before anybody works on it. */
  void requireFits(RankingEdition edition) {
    int largest = edition instanceof RankingPublished ? LARGEST_RANKING : LARGEST;
    if (EventCodec.write(edition).length > largest) {
      throw RankingRefusal.tooLarge();
    }
  }

  private static OutboxRecord record(RankingEdition edition) {
    byte[] value = EventCodec.write(edition);
    if (value.length > LARGEST) {
      throw RankingRefusal.tooLarge();
    }
    return new OutboxRecord(
        Topics.SCORE,
        edition.key(),
        value,
        EventCodec.stateHeaders(
            Uuid7.at(edition.publishedAt()),
            edition.type(),
            Source.REPORTING,
            edition.key(),
            edition.publishedAt()));
  }

  /**
   * The lines of a period as long just before, with which these can be compared; empty for none.
   */
  List<RankedUnit> before(Connection connection, Period period, RankingRule rule)
      throws SQLException {
    return rankings
        .publishedOf(connection, RankingPeriod.before(period))
        .filter(then -> RulePolicy.scoreAlike(then.rule(), rule))
        .map(Published::corrected)
        .orElse(List.of());
  }
}
