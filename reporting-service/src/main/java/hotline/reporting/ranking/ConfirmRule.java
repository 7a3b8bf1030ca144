package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.StaleVersion;
import hotline.lifecycle.RankingRule;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A second person puts a rule that reaches back in force (确认启用), or it is dropped (撤销). */
@ApplicationScoped
class ConfirmRule {

  private static final Logger LOG = Logger.getLogger(ConfirmRule.class);

  private final Rankings rankings;
  private final JoinedConnection connection;
  private final Clock clock;

  ConfirmRule(Rankings rankings, JoinedConnection connection, Clock clock) {
    this.rankings = rankings;
    this.connection = connection;
    this.clock = clock;
  }

  RankingRule confirm(UUID proposalId, Actor second) {
    return connection.call(
        tx -> {
          ProposedRule proposed = rankings.lockedProposal(tx, proposalId);
          int newest = rankings.newestVersion(tx);
          proposed.requireConfirmable(newest, second);
          if (!rankings.insertRule(
              tx,
              new AdoptedRule(
                  proposed.rule(),
                  proposed.proposedBy(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  second.userId()))) {
            throw new StaleVersion(newest, proposed.rule().version());
          }
          rankings.endProposal(tx);
          return proposed.rule();
        });
  }

  RankingRule drop(UUID proposalId, Actor by) {
    return connection.call(
        tx -> {
          ProposedRule proposed = rankings.lockedProposal(tx, proposalId);
          rankings.endProposal(tx);
          LOG.infof(
              "The rule %s, proposed by user %s, is dropped by user %s",
              proposalId, proposed.proposedBy(), by.userId());
          return proposed.rule();
        });
  }
}
