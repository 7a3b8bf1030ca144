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
    long busyUntil = System.nanoTime() + 5_000_000;
    while (System.nanoTime() < busyUntil) {
      Thread.onSpinWait();
    }

    assertThat(pace.await()).isGreaterThan(4_000_000).isGreaterThan(first);
  }
}
