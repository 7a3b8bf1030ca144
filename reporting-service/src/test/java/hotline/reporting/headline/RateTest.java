package hotline.reporting.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void the_closure_rate_of_jiaozhou_is_exact_to_six_decimals() {
    assertThat(Rate.ratio(BigDecimal.valueOf(200_078), 201_178)).isEqualByComparingTo("0.994532");
  }

  @Test
  void silence_is_unknown_and_never_a_rate() {
    Rate rate = Rate.of("eval.satisfied.v1", BigDecimal.ZERO, 0, 5);
    assertThat(rate.value()).isNull();
    assertThat(rate.reason()).isEqualTo("no_cases");
    assertThat(rate.unknownRate()).isEqualByComparingTo("1");
  }

  @Test
  void partly_solved_counts_half_and_policy_stays_outside() {
    Headline headline =
        Headline.of(
            null,
            Period.of(null, null),
            null,
            null,
            Map.of(
                Counter.ACCEPTED, 12L,
                Counter.CLOSED, 10L,
                Counter.WITHDRAWN, 1L,
                Counter.SOLVED_YES, 4L,
                Counter.SOLVED_PARTLY, 2L,
                Counter.SOLVED_NO, 2L,
                Counter.SOLVED_BY_POLICY, 1L,
                Counter.SOLVED_UNKNOWN, 1L),
            false);
    assertThat(headline.open()).isEqualTo(1);
    assertThat(headline.rates().solved().numerator()).isEqualByComparingTo("5");
    assertThat(headline.rates().solved().denominator()).isEqualTo(8);
    assertThat(headline.rates().solved().value()).isEqualByComparingTo("0.625");
    assertThat(headline.rates().solved().partly()).isEqualTo(2);
    assertThat(headline.rates().satisfied().partly()).isNull();
    assertThat(headline.rates().solved().unknown()).isEqualTo(1);
    assertThat(headline.rates().solved().excluded()).isEqualTo(1);
    assertThat(headline.rates().satisfied().excluded()).isNull();
  }

  @Test
  void who_is_satisfied_is_who_counts_in_a_score_and_who_does_not() {
    Headline headline =
        Headline.of(
            null,
            Period.of(null, null),
            null,
            null,
            Map.of(Counter.CLOSED, 5L, Counter.SATISFIED_YES, 3L, Counter.UNSCORED_SATISFIED, 1L),
            false);
    assertThat(headline.satisfied()).isEqualTo(4);
    assertThat(headline.rates().satisfied().numerator()).isEqualByComparingTo("3");
  }
}
