package hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void a_closed_loop_never_waits_and_is_never_late() throws InterruptedException {
    assertThat(Pace.closedLoop().await()).isZero();
  }

  @Test
  void a_rate_that_the_clients_cannot_keep_shows_as_waiting() throws InterruptedException {
    Pace pace = Pace.rate(1_000_000_000);
    long first = pace.await();
    everybodyIsBusy(5_000_000);

    assertThat(pace.await()).isGreaterThan(4_000_000).isGreaterThan(first);
  }

  @Test
  void what_could_not_begin_is_not_made_up_for_by_a_rate_that_forgives()
      throws InterruptedException {
    Pace pace = Pace.atMost(200);
    pace.await();
    // Four cases could not begin.
    everybodyIsBusy(20_000_000);
    long began = System.nanoTime();
    pace.await();
    pace.await();

    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(5_000_000);
  }

  private static void everybodyIsBusy(long nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
