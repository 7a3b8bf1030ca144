package hotline.reporting.ranking;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingEdition;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Publishes: kept here and said on the topic in one transaction, word for word the same. */
@ApplicationScoped
class Editions {

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

  private static OutboxRecord record(RankingEdition edition) {
    byte[] value = EventCodec.write(edition);
    // A margin for the headers.
    if (value.length > OutboxRecord.MAX_BYTES - 10_000) {
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

  /** The lines of the ranking before, with which these can be compared; empty for none. */
  List<RankedUnit> before(Connection connection, LocalDate from, RankingRule rule)
      throws SQLException {
    return rankings
        .publishedBefore(connection, from)
        .filter(then -> RulePolicy.scoreAlike(then.rule(), rule))
        .map(Published::corrected)
        .orElse(List.of());
  }
}
