package hotline.reporting.ranking;

import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rates of a unit that a score may be made of: those that the cockpit shows, and no others. */
enum Kpi {
  RESPONDED(
      "eval.responded.v2",
      headline -> Seen.of(headline.rates().responded()),
      List.of(Counter.RESPONDED_YES),
      List.of(Counter.RESPONDED_YES, Counter.RESPONDED_NO),
      List.of(Counter.RESPONDED_UNKNOWN),
      List.of(Counter.RATING_EXCLUDED, Counter.RATING_SET_ASIDE)),
  SOLVED(
      "eval.solved.v2",
      headline -> Seen.of(headline.rates().solved()),
      List.of(Counter.SOLVED_YES, Counter.SOLVED_PARTLY),
      List.of(Counter.SOLVED_YES, Counter.SOLVED_PARTLY, Counter.SOLVED_NO),
      List.of(Counter.SOLVED_UNKNOWN),
      List.of(Counter.SOLVED_BY_POLICY, Counter.RATING_EXCLUDED, Counter.RATING_SET_ASIDE)),
  SATISFIED(
      "eval.satisfied.v2",
      headline -> Seen.of(headline.rates().satisfied()),
      List.of(Counter.SATISFIED_YES),
      List.of(Counter.SATISFIED_YES, Counter.SATISFIED_NO),
      List.of(Counter.SATISFIED_UNKNOWN),
      List.of(Counter.RATING_EXCLUDED, Counter.RATING_SET_ASIDE)),
  /** 办结率, as {@code closureRate}: what is excluded is in neither number. */
  CLOSED(
      "case.close.v1",
      headline ->
          new Seen(
              BigDecimal.valueOf(headline.closed() - headline.excluded()),
              headline.accepted() - headline.excluded(),
              0),
      List.of(Counter.CLOSED),
      List.of(Counter.ACCEPTED),
      List.of(),
      List.of(Counter.EXCLUDED));

  /** What is seen of a rate: its two numbers and, beside it, the unknown answers. */
  record Seen(BigDecimal numerator, long denominator, long unknown) {
    private static Seen of(Rate rate) {
      return new Seen(rate.numerator(), rate.denominator(), rate.unknown());
    }
  }

  /** The lists behind a rate. */
  enum Part {
    NUMERATOR,
    DENOMINATOR,
    UNKNOWN,
    EXCLUDED
  }

  private final String code;
  private final Function<Headline, Seen> reading;
  private final List<Counter> numerator;
  private final List<Counter> denominator;
  private final List<Counter> unknown;
  private final List<Counter> excluded;

  Kpi(
      String code,
      Function<Headline, Seen> reading,
      List<Counter> numerator,
      List<Counter> denominator,
      List<Counter> unknown,
      List<Counter> excluded) {
    this.code = code;
    this.reading = reading;
    this.numerator = numerator;
    this.denominator = denominator;
    this.unknown = unknown;
    this.excluded = excluded;
  }

  /** Stable code and version. */
  String code() {
    return code;
  }

  static Optional<Kpi> of(String code) {
    return Arrays.stream(values()).filter(kpi -> kpi.code.equals(code)).findFirst();
  }

  Seen of(Headline headline) {
    return reading.apply(headline);
  }

  /** A case is in that list when any of these counts it, */
  List<Counter> anyOf(Part part) {
    return switch (part) {
      case NUMERATOR -> numerator;
      case DENOMINATOR -> denominator;
      case UNKNOWN -> unknown;
      case EXCLUDED -> excluded;
    };
  }

  /** and none of these. */
  List<Counter> noneOf(Part part) {
    return part == Part.EXCLUDED ? List.of() : excluded;
  }
}
