package hotline.relay.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClockTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir Path folder;

  @Test
  void factor_zero_stands_still_and_a_new_time_is_seen_by_clocks_already_open() throws Exception {
    Clock clock = clock(MONDAY, 0);
    assertThat(clock.instant()).isEqualTo(MONDAY);
    SimulatedClock.write(file(), MONDAY.plus(Duration.ofDays(14)), 0);
    assertThat(clock.instant()).isEqualTo(MONDAY.plus(Duration.ofDays(14)));
    SimulatedClock.write(file(), MONDAY.minusSeconds(1), 0);
    assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant())
        .isEqualTo(MONDAY.minusSeconds(1));
  }

  @Test
  void a_factor_multiplies_what_has_passed_since_the_anchor() throws Exception {
    long hourAgo = System.currentTimeMillis() - 3_600_000;
    Files.write(file(), bytes(MONDAY.toEpochMilli(), hourAgo, 10_000, 2));
    Clock clock = SimulatedClock.open(file());
    assertThat(clock.instant())
        .isCloseTo(MONDAY.plus(Duration.ofHours(10)), within(5, ChronoUnit.MINUTES));
  }

  @Test
  void a_half_written_file_is_never_believed() throws Exception {
    Clock clock = clock(MONDAY, 0);
    Files.write(file(), bytes(0, 0, 0, 5));
    assertThat(clock.instant()).isEqualTo(MONDAY);
    assertThatThrownBy(() -> SimulatedClock.open(file())).isInstanceOf(IOException.class);
    SimulatedClock.write(file(), MONDAY.plusSeconds(9), 0);
    assertThat(clock.instant()).isEqualTo(MONDAY.plusSeconds(9));
  }

  @Test
  void readers_never_see_half_of_a_change() throws Exception {
    Instant other = Instant.parse("2030-01-01T00:00:00Z");
    Clock clock = clock(MONDAY, 0);
    AtomicBoolean writing = new AtomicBoolean(true);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int round = 0; round < 2_000; round++) {
                write(round % 2 == 0 ? other : MONDAY, round % 2 == 0 ? 0 : 0.001);
              }
              writing.set(false);
            });
    long reads = 0;
    while (writing.get()) {
      long millis = clock.millis();
      assertThat(
              Math.min(
                  Math.abs(millis - MONDAY.toEpochMilli()),
                  Math.abs(millis - other.toEpochMilli())))
          .isLessThan(1_000);
      reads++;
    }
    writer.get();
    assertThat(reads).isPositive();
  }

  @Test
  void a_missing_file_and_a_clock_that_runs_backwards_are_refused() {
    assertThatThrownBy(() -> SimulatedClock.open(folder.resolve("none")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> SimulatedClock.write(file(), MONDAY, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void production_refuses_a_simulated_clock_unless_it_is_allowed_aloud() {
    assertThatThrownBy(() -> ServiceClock.refuseInProduction(LaunchMode.NORMAL, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hotline.clock.simulation-allowed");
    assertThatCode(
            () -> {
              ServiceClock.refuseInProduction(LaunchMode.NORMAL, true);
              ServiceClock.refuseInProduction(LaunchMode.TEST, false);
              ServiceClock.refuseInProduction(LaunchMode.DEVELOPMENT, false);
            })
        .doesNotThrowAnyException();
  }

  private void write(Instant time, double factor) {
    try {
      SimulatedClock.write(file(), time, factor);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Clock clock(Instant time, double factor) throws IOException {
    SimulatedClock.write(file(), time, factor);
    return SimulatedClock.open(file());
  }

  private Path file() {
    return folder.resolve("clock");
  }

  private static byte[] bytes(long... longs) {
    ByteBuffer buffer = ByteBuffer.allocate(longs.length * Long.BYTES);
    for (long one : longs) {
      buffer.putLong(one);
    }
    return buffer.array();
  }
}
