package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.lifecycle.RankingRule;
import java.time.Instant;
import java.util.UUID;

/**
 * A rule that reaches back and waits for a second person; nothing is ranked by it.
 *
 * @param rule with the version that it will have
 * @param basedOn version of the newest rule when it was proposed; 0 for none
 * @param proposedBy user id
 */
record ProposedRule(
    UUID proposalId, RankingRule rule, int basedOn, String proposedBy, Instant proposedAt) {

  /**
   * Who has seen what the rule makes of known numbers does not decide alone, and not about another
   * state of the rules than was proposed.
   */
  void requireConfirmable(int newest, Actor second) {
    if (second.userId().equals(proposedBy)) {
      throw NotTheSecondPerson.confirmsRule();
    }
    if (newest != basedOn) {
      throw RankingRefusal.ruleOvertaken(newest);
    }
  }
}
