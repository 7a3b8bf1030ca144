package hotline.calendar;

import java.util.Objects;

/** A limit with the rules by which its count begins and ends: one entry of a policy. */
public record LimitRule(Limit limit, StartRule startRule, EndRule endRule) {

  public LimitRule {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(startRule, "startRule");
    Objects.requireNonNull(endRule, "endRule");
  }

  /** Counted at once and to the exact moment. */
  public static LimitRule of(Limit limit) {
    return new LimitRule(limit, StartRule.IMMEDIATELY, EndRule.EXACT);
  }

  public static LimitRule of(String limit) {
    return of(Limit.parse(limit));
  }

  public LimitRule startingBy(StartRule rule) {
    return new LimitRule(limit, rule, endRule);
  }

  public LimitRule endingBy(EndRule rule) {
    return new LimitRule(limit, startRule, rule);
  }
}
