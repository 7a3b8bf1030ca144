package hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.bench.SaidOnce.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaidOnceTest {

  private static final Said FIRST = new Said("case 1", "event 1", 3, "task 1");
  private static final Said SECOND = new Said("case 2", "event 2", 3, "task 2");

  private final SaidOnce said = new SaidOnce(List.of("task 1", "task 2"), 2);

  @Test
  void each_clock_that_was_said_once_is_in_order() {
    said.read(List.of(SECOND, FIRST));

    assertThat(said.holds()).isTrue();
    assertThat(said.repeated()).isZero();
  }

  @Test
  void a_record_that_the_relay_repeats_is_one_fact() {
    said.read(List.of(FIRST, SECOND, FIRST));

    assertThat(said.holds()).isTrue();
    assertThat(said.repeated()).isEqualTo(1);
  }

  @Test
  void a_clock_that_nobody_said_is_lost() {
    said.read(List.of(FIRST));

    assertThat(said.lost()).isEqualTo(1);
    assertThat(said.holds()).isFalse();
  }

  @Test
  void two_facts_of_one_clock_say_it_twice() {
    said.read(List.of(FIRST, SECOND, new Said("case 1", "event 3", 4, "task 1")));

    assertThat(said.twice()).isEqualTo(1);
    assertThat(said.gaps()).isZero();
    assertThat(said.holds()).isFalse();
  }

  @Test
  void a_number_that_is_missing_is_a_gap_also_before_the_first() {
    said.read(
        List.of(
            new Said("case 1", "event 1", 4, "task 1"),
            SECOND,
            new Said("case 2", "event 3", 5, null)));

    assertThat(said.gaps()).isEqualTo(2);
    assertThat(said.holds()).isFalse();
  }

  @Test
  void facts_about_other_cases_do_not_matter_but_a_clock_that_had_not_run_out_does() {
    said.read(List.of(FIRST, SECOND, new Said("case 3", "event 4", 9, null)));
    assertThat(said.holds()).isTrue();

    said.read(List.of(new Said("case 4", "event 5", 3, "task 4")));
    assertThat(said.tooMany()).isEqualTo(1);
    assertThat(said.holds()).isFalse();
  }
}
