package hotline.reporting.ranking;

import hotline.lifecycle.RankingRule;
import java.time.Instant;

/**
 * A rule and who adopted it.
 *
 * @param adoptedBy user id; null of the shipped one
 */
record AdoptedRule(RankingRule rule, String adoptedBy, Instant adoptedAt) {}
