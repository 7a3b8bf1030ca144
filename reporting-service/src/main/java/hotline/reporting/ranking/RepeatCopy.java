package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A copy that failed is made again, or the period is left to another submission. */
@ApplicationScoped
class RepeatCopy {

  private static final Logger LOG = Logger.getLogger(RepeatCopy.class);

  private final Copies copies;
  private final RulesInForce rules;
  private final JoinedConnection connection;

  RepeatCopy(Copies copies, RulesInForce rules, JoinedConnection connection) {
    this.copies = copies;
    this.rules = rules;
    this.connection = connection;
  }

  /** By the rule of its submission, which still has to be that of the period. */
  Copying again(UUID rankingId, IfMatch read, Actor clerk) {
    return connection.call(
        tx -> {
          Copying copying = copies.locked(tx, rankingId);
          copying.requireVersion(read);
          copying.requireFailed();
          copying.requireRule(rules.of(tx, copying.period()));
          copies.repeat(tx, rankingId, clerk.userId());
          return copies.find(tx, rankingId).orElseThrow(RankingRefusal::copied);
        });
  }

  /** Nobody has seen any number of it: no trace is left but who ended it. */
  Copying drop(UUID rankingId, IfMatch read, Actor clerk) {
    return connection.call(
        tx -> {
          Copying copying = copies.locked(tx, rankingId);
          copying.requireVersion(read);
          copies.end(tx, rankingId);
          LOG.infof(
              "The submission %s of a ranking, of user %s, is dropped by user %s",
              rankingId, copying.submittedBy(), clerk.userId());
          return copying;
        });
  }
}
