package hotline.reporting.ranking;

import hotline.access.IfMatch;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A copy that failed is made again, or the period is left to another submission. */
@ApplicationScoped
class RepeatCopy {

  private final Copies copies;
  private final JoinedConnection connection;

  RepeatCopy(Copies copies, JoinedConnection connection) {
    this.copies = copies;
    this.connection = connection;
  }

  Copying again(UUID rankingId, IfMatch read) {
    return connection.call(
        tx -> {
          Copying copying = copies.locked(tx, rankingId);
          copying.requireVersion(read);
          copying.requireFailed();
          copies.repeat(tx, rankingId);
          return copies.find(tx, rankingId).orElseThrow(RankingRefusal::copied);
        });
  }

  /** Nobody has seen any number of it: no trace is left. */
  Copying drop(UUID rankingId, IfMatch read) {
    return connection.call(
        tx -> {
          Copying copying = copies.locked(tx, rankingId);
          copying.requireVersion(read);
          copies.end(tx, rankingId);
          return copying;
        });
  }
}
