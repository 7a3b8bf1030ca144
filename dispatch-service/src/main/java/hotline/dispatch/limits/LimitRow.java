package hotline.dispatch.limits;

import hotline.calendar.EndRule;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.StartRule;
import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One limit of a table.
 *
 * @param kind null for every kind of that urgency
 * @param limit such as {@code 15nm}, {@code 24nh}, {@code 7nd}, {@code 2wh}, {@code 5wd}
 * @param startRule null for at once
 * @param endRule null for the exact moment
 * @param times how often a return or an extension is possible; null for any number
 */
@Schema(name = "LimitRow")
public record LimitRow(
    CaseKind kind,
    Urgency urgency,
    Limited clock,
    String limit,
    StartRule startRule,
    EndRule endRule,
    Integer times) {

  /** The limit with its rules; refuses one that cannot be read. */
  public LimitRule rule() {
    return new LimitRule(
        Limit.parse(limit),
        startRule == null ? StartRule.IMMEDIATELY : startRule,
        endRule == null ? EndRule.EXACT : endRule);
  }
}
