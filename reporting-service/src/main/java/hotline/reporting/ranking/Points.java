package hotline.reporting.ranking;

import hotline.lifecycle.KpiDirection;
import hotline.lifecycle.RankingRule.Term;

/** What a rate is worth in a score, from 0 to 1. */
final class Points {

  private Points() {}

  static Fraction of(Term term, Fraction rate) {
    Fraction floor = Fraction.of(term.floor());
    Fraction ceiling = Fraction.of(term.ceiling());
    boolean rising = term.direction() == KpiDirection.HIGHER_IS_BETTER;
    // The way from the bad end, and what is missing to the good one.
    Fraction way = rising ? rate.minus(floor) : ceiling.minus(rate);
    Fraction missing = rising ? ceiling.minus(rate) : rate.minus(floor);
    Fraction whole = ceiling.minus(floor);
    return switch (term.transform()) {
      case LINEAR -> way.dividedBy(whole).between(Fraction.ZERO, Fraction.ONE);
      case STEP -> way.compareTo(Fraction.ZERO) >= 0 ? Fraction.ONE : Fraction.ZERO;
      case DEDUCT -> Fraction.ONE.minus(missing.between(Fraction.ZERO, whole));
    };
  }
}
