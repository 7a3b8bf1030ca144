package hotline.reporting.ranking;

import hotline.lifecycle.RankingRule;
import java.time.Instant;

/**
 * A rule and who adopted it.
 *
 * @param adoptedBy user id; null of the shipped one
 * @param confirmedBy user id of the second person; null when it needed none
 */
record AdoptedRule(RankingRule rule, String adoptedBy, Instant adoptedAt, String confirmedBy) {}
