package hotline.reporting.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.localservers.KafkaServer;
import hotline.reporting.ReportingServers;
import hotline.reporting.log.LogProgress.End;
import hotline.reporting.log.LogProgress.Reached;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The numbers say how old they are. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class LogProgressTest {

  private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final Instant TWO = Instant.parse("2026-03-02T06:05:00Z");

  @Inject LogProgress progress;
  @Inject DataSource database;

  @Test
  void numbers_are_as_old_as_the_partition_that_is_furthest_behind() throws Exception {
    inAnEmptyLog(
        tx -> {
          assertThat(asOf(tx)).isNull();
          progress.save(tx, Map.of(0, new Reached(10, EIGHT), 3, new Reached(10, TWO)));
          assertThat(asOf(tx)).isEqualTo(EIGHT);
        });
  }

  @Test
  void a_partition_of_which_nothing_is_left_is_read_until_now() throws Exception {
    inAnEmptyLog(
        tx -> {
          progress.save(tx, Map.of(0, new Reached(10, EIGHT), 3, new Reached(10, EIGHT)));
          // Of the first all is read by this database, of the second by its readers' note.
          progress.saveEnds(tx, List.of(new End(0, 10, 4), new End(3, 12, 12)), NOON, null);
          assertThat(asOf(tx)).isEqualTo(NOON);
          progress.saveEnds(tx, List.of(new End(0, 11, 10), new End(3, 12, 12)), TWO, null);
          assertThat(asOf(tx)).isEqualTo(NOON);
          // A look that took long does not make them older again.
          progress.saveEnds(tx, List.of(new End(0, 11, 11), new End(3, 12, 12)), EIGHT, null);
          assertThat(asOf(tx)).isEqualTo(NOON);
          progress.saveEnds(tx, List.of(new End(0, 11, 11), new End(3, 12, 12)), TWO, null);
          assertThat(asOf(tx)).isEqualTo(TWO);
        });
  }

  @Test
  void while_nothing_of_a_partition_with_facts_was_read_the_numbers_are_of_no_time()
      throws Exception {
    inAnEmptyLog(
        tx -> {
          progress.save(tx, Map.of(3, new Reached(10, TWO)));
          progress.saveEnds(
              tx, List.of(new End(0, 0, 0), new End(1, 7, 0), new End(3, 10, 0)), TWO, null);
          assertThat(asOf(tx)).isNull();
          progress.save(tx, Map.of(1, new Reached(2, EIGHT)));
          assertThat(asOf(tx)).isEqualTo(EIGHT);
        });
  }

  @Test
  void nothing_is_complete_that_a_service_may_still_have_to_send() throws Exception {
    inAnEmptyLog(
        tx -> {
          progress.save(tx, Map.of(0, new Reached(10, TWO)));
          progress.saveEnds(tx, List.of(new End(0, 10, 0)), TWO, null);
          assertThat(progress.completeUntil(tx)).isNull();
          progress.saveEnds(tx, List.of(new End(0, 10, 0)), TWO, EIGHT);
          assertThat(progress.completeUntil(tx)).isEqualTo(EIGHT);
          assertThat(asOf(tx)).isEqualTo(TWO);
          // A clock that is wrong elsewhere is no word about what is to come.
          progress.saveEnds(tx, List.of(new End(0, 10, 0)), NOON, TWO);
          assertThat(progress.completeUntil(tx)).isEqualTo(NOON);
          // Neither a service that is away nor a partition without an end takes anything back.
          progress.saveEnds(tx, List.of(new End(0, 10, 0), new End(1, 0, 0)), TWO, NOON);
          assertThat(progress.completeUntil(tx)).isEqualTo(NOON);
        });
  }

  @Test
  void what_is_always_added_to_is_complete_as_far_as_it_reached_at_a_look() throws Exception {
    inAnEmptyLog(
        tx -> {
          progress.save(tx, Map.of(0, new Reached(10, EIGHT)));
          progress.saveEnds(tx, List.of(new End(0, 20, 0)), NOON, EIGHT);
          assertThat(progress.completeUntil(tx)).isNull();
          progress.save(tx, Map.of(0, new Reached(19, NOON)));
          progress.saveEnds(tx, List.of(new End(0, 30, 0)), NOON, NOON);
          assertThat(progress.completeUntil(tx)).isNull();
          progress.save(tx, Map.of(0, new Reached(25, NOON)));
          progress.saveEnds(tx, List.of(new End(0, 40, 0)), NOON, NOON);
          assertThat(progress.completeUntil(tx)).isEqualTo(EIGHT);
          progress.save(tx, Map.of(0, new Reached(41, NOON)));
          progress.saveEnds(tx, List.of(new End(0, 50, 0)), TWO, TWO);
          assertThat(progress.completeUntil(tx)).isEqualTo(NOON);
        });
  }

  @Test
  void a_quiet_log_that_is_read_makes_no_number_old() throws Exception {
    Instant before = Instant.now();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE log_progress SET as_of = '2001-01-01T00:00:00Z'");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(asOf(connection)).isAfterOrEqualTo(before));
    }
  }

  @Test
  void while_the_broker_is_away_no_number_gets_younger() throws Exception {
    Instant longAgo = Instant.parse("2001-01-01T00:00:00Z");
    Instant before = Instant.now();
    KafkaServer broker = ReportingServers.servers().kafka();
    broker.kill();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE log_progress SET as_of = '2001-01-01T00:00:00Z'");
      // Longer than it is between two looks.
      await()
          .during(Duration.ofSeconds(12))
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(asOf(connection)).isEqualTo(longAgo));
    } finally {
      broker.start();
    }
    try (Connection connection = database.getConnection()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(asOf(connection)).isAfterOrEqualTo(before));
    }
  }

  private interface Step {
    void run(Connection tx) throws SQLException;
  }

  private void inAnEmptyLog(Step step) throws SQLException {
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try (Statement sql = tx.createStatement()) {
        sql.execute("DELETE FROM log_progress");
        step.run(tx);
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  private static Instant asOf(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT " + LogProgress.AS_OF)) {
      row.next();
      OffsetDateTime asOf = row.getObject(1, OffsetDateTime.class);
      return asOf == null ? null : asOf.toInstant();
    }
  }
}
