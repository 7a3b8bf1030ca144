package hotline.relay.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.LogAccess;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ParcelServers.class)
class EventLogTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ParcelService parcels;
  @Inject RelayEngine engine;
  @Inject DataSource database;
  @Inject Clock clock;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String broker;

  @ConfigProperty(name = "hotline.clock.file")
  Path clockFile;

  @Test
  void an_event_stands_in_the_same_transaction_as_the_row_of_hibernate() {
    // Asked once: the pool may give the next transaction another session.
    List<Integer> sessions = parcels.backends();
    assertThat(sessions).hasSize(2).containsOnly(sessions.get(0));
    LogAccess log = outTopic();
    parcels.send("kept", 1);
    assertThat(parcels.count("kept")).isEqualTo(1);
    await()
        .atMost(SOON)
        .until(() -> log.read(ParcelService.OUT).stream().anyMatch(r -> r.key().equals("kept")));
  }

  @Test
  void a_rollback_leaves_neither_row_nor_event() throws Exception {
    LogAccess log = outTopic();
    assertThatThrownBy(() -> parcels.sendAndFail("refused"))
        .isInstanceOf(IllegalStateException.class);
    parcels.send("witness", 1);
    await()
        .atMost(SOON)
        .until(() -> log.read(ParcelService.OUT).stream().anyMatch(r -> r.key().equals("witness")));
    assertThat(parcels.count("refused")).isZero();
    assertThat(log.read(ParcelService.OUT)).noneMatch(r -> r.key().equals("refused"));
    await().atMost(SOON).until(() -> outboxSize() == 0);
  }

  @Test
  void an_event_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> parcels.sendWithoutTransaction("alone"))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Each would wait half a second for the poll if the commit did not wake the relay. */
  @Test
  void the_commit_wakes_the_relay() {
    outTopic();
    parcels.send("woken", 1);
    await().atMost(SOON).until(() -> outboxSize() == 0);
    long began = System.nanoTime();
    for (int number = 2; number <= 31; number++) {
      long before = engine.relay().relayed();
      parcels.send("woken", number);
      await()
          .atMost(SOON)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> engine.relay().relayed() > before);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void a_timer_fires_when_the_simulated_clock_jumps() throws Exception {
    Instant due = clock.instant().plus(Duration.ofDays(5));
    parcels.remind("later", due);
    SimulatedClock.write(clockFile, due.minusSeconds(1), 0);
    parcels.remind("now", due.minusSeconds(1));
    await().atMost(SOON).until(() -> parcels.count("now") == 1);
    assertThat(parcels.count("later")).isZero();
    SimulatedClock.write(clockFile, due, 0);
    await().atMost(SOON).until(() -> parcels.count("later") == 1);
  }

  private LogAccess outTopic() {
    LogAccess log = new LogAccess(broker);
    try {
      log.createTopic(ParcelService.OUT);
    } catch (Exception exists) {
      assertThat(exists)
          .hasRootCauseInstanceOf(org.apache.kafka.common.errors.TopicExistsException.class);
    }
    return log;
  }

  private long outboxSize() throws Exception {
    try (Connection connection = database.getConnection();
        var sql = connection.createStatement();
        var row = sql.executeQuery("SELECT count(*) FROM outbox")) {
      row.next();
      return row.getLong(1);
    }
  }
}
