package hotline.reporting.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErlangCTest {

  @Test
  void ten_erlangs_on_fourteen_seats_are_as_the_formula_says_it() {
    // Summed by its definition, which the code does not use: A^n/n! n/(n-A) over all there are.
    ErlangC seats = new ErlangC(10, 14);
    double term = 1;
    double free = 0;
    for (int n = 0; n < 14; n++) {
      free += term;
      term *= 10.0 / (n + 1);
    }
    double waits = term * 14 / (14 - 10);
    assertThat(seats.waiting()).isCloseTo(waits / (free + waits), within(1e-12));
    assertThat(seats.waiting()).isCloseTo(0.1741, within(1e-4));
    assertThat(seats.averageWait(180)).isCloseTo(0.1741 * 180 / 4, within(0.01));
    assertThat(seats.occupancy()).isCloseTo(0.714, within(0.001));
  }

  @Test
  void one_seat_waits_as_often_as_it_is_busy() {
    assertThat(new ErlangC(0.6, 1).waiting()).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void the_fewest_seats_reach_the_share_and_one_less_does_not() {
    for (double load : new double[] {0.01, 0.9, 1, 10, 99.5, 700}) {
      ErlangC fewest = ErlangC.fewest(load, 300, 20, 0.8);
      assertThat(fewest.answeredWithin(20, 300)).isGreaterThanOrEqualTo(0.8);
      if (fewest.seats() - 1 > load) {
        assertThat(new ErlangC(load, fewest.seats() - 1).answeredWithin(20, 300)).isLessThan(0.8);
      }
    }
  }

  @Test
  void a_hundred_calls_of_three_minutes_in_half_an_hour_need_fourteen_seats() {
    assertThat(ErlangC.fewest(10, 180, 20, 0.8).seats()).isEqualTo(14);
  }

  @Test
  void seats_that_never_get_through_are_no_answer() {
    assertThatThrownBy(() -> new ErlangC(10, 10)).isInstanceOf(IllegalArgumentException.class);
  }
}
