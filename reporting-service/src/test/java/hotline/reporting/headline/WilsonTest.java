package hotline.reporting.headline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WilsonTest {

  @Test
  void the_interval_is_that_of_the_textbook() {
    // 81 of 263 (Newcombe 1998, table I, method 3: 0.2553 to 0.3662).
    Wilson interval = Wilson.of(81, 263);
    assertThat(interval.low()).isBetween(decimal("0.25525"), decimal("0.25535"));
    assertThat(interval.high()).isBetween(decimal("0.36615"), decimal("0.36625"));
  }

  @Test
  void of_few_cases_it_is_wide_and_never_leaves_what_a_share_can_be() {
    // 0 of 10: the upper end is z² / (n + z²).
    assertThat(Wilson.of(0, 10).low()).isEqualByComparingTo("0");
    assertThat(Wilson.of(0, 10).high()).isEqualByComparingTo("0.277540");
    assertThat(Wilson.of(10, 10).low()).isEqualByComparingTo("0.722460");
    assertThat(Wilson.of(10, 10).high()).isEqualByComparingTo("1");
    assertThat(Wilson.of(1, 1).low()).isEqualByComparingTo("0.206543");
    for (int n = 1; n <= 60; n++) {
      for (int k = 0; k <= n; k++) {
        Wilson interval = Wilson.of(k, n);
        assertThat(interval.low()).isBetween(decimal("0"), interval.high());
        assertThat(interval.high()).isLessThanOrEqualTo(decimal("1"));
        assertThat((double) k / n)
            .isBetween(interval.low().doubleValue() - 1e-6, interval.high().doubleValue() + 1e-6);
      }
    }
  }

  @Test
  void of_no_cases_there_is_none() {
    assertThat(Wilson.of(0, 0)).isNull();
    assertThatThrownBy(() -> Wilson.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static java.math.BigDecimal decimal(String value) {
    return new java.math.BigDecimal(value);
  }
}
