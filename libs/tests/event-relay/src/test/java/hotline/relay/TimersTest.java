package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.relay.conformance.MovableClock;
import hotline.relay.conformance.Parcels;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimersTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private static DataSource database;

  private final MovableClock clock = new MovableClock(START);
  private final Timers timers = new Timers(null);
  private final List<String> fired = new ArrayList<>();
  private JdbcTransactions transactions;

  @BeforeAll
  static void start() throws Exception {
    database = TestServers.database("timers");
  }

  @BeforeEach
  void empty() throws Exception {
    Parcels.clear(database);
    transactions = new JdbcTransactions(database);
  }

  @Test
  void nothing_fires_early_and_what_is_due_fires_oldest_first() throws Exception {
    schedule("late", "c", 30);
    schedule("late", "a", 10);
    schedule("late", "b", 20);
    TimerRunner runner = runner((tx, due) -> note(due));
    clock.move(Duration.ofSeconds(9));
    assertThat(runner.runOnce()).isZero();
    clock.move(Duration.ofDays(1));
    assertThat(runner.runOnce()).isEqualTo(3);
    assertThat(fired).containsExactly("late/a", "late/b", "late/c");
    assertThat(runner.runOnce()).isZero();
  }

  @Test
  void scheduled_again_it_moves_and_cancelled_it_is_gone() throws Exception {
    schedule("late", "a", 10);
    schedule("late", "a", 60);
    schedule("late", "b", 10);
    schedule("early", "b", 10);
    schedule("late", "c", 10);
    assertThat(transactions.<Boolean>call(tx -> timers.cancel(tx, "late", "c"))).isTrue();
    assertThat(transactions.<Boolean>call(tx -> timers.cancel(tx, "late", "c"))).isFalse();
    assertThat(transactions.<Integer>call(tx -> timers.cancelAll(tx, "b"))).isEqualTo(2);
    TimerRunner runner = runner((tx, due) -> note(due));
    clock.move(Duration.ofSeconds(30));
    assertThat(runner.runOnce()).isZero();
    clock.move(Duration.ofSeconds(30));
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(fired).containsExactly("late/a");
  }

  @Test
  void hastened_it_fires_earlier_and_never_later() throws Exception {
    schedule("late", "a", 60);
    schedule("late", "b", 10);
    schedule("other", "a", 60);
    assertThat(hasten("a", "b", "unknown")).isEqualTo(1);
    TimerRunner runner = runner((tx, due) -> note(due));
    clock.move(Duration.ofSeconds(10));
    assertThat(runner.runOnce()).isEqualTo(1);
    clock.move(Duration.ofSeconds(10));
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(fired).containsExactly("late/b", "late/a");
  }

  @Test
  void what_is_firing_is_neither_waited_for_nor_hastened() throws Exception {
    schedule("late", "a", 30);
    clock.move(Duration.ofSeconds(30));
    TimerRunner runner =
        runner(
            (tx, due) -> {
              // Another transaction, which would wait for ever for this one.
              assertThat(hasten("a")).isZero();
              timers.schedule(tx, "late", "a", START.plusSeconds(90), null);
            });
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(count("WHERE due_at = '" + START.plusSeconds(90) + "'")).isEqualTo(1);
  }

  private int hasten(String... keys) throws Exception {
    return transactions.call(tx -> timers.hasten(tx, "late", List.of(keys), START.plusSeconds(20)));
  }

  @Test
  void a_handler_may_schedule_the_same_timer_again() throws Exception {
    schedule("again", "a", 10);
    TimerRunner runner =
        runner(
            (tx, due) -> {
              note(due);
              timers.schedule(tx, "again", "a", due.get(0).dueAt().plusSeconds(10), null);
            });
    clock.move(Duration.ofSeconds(10));
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(runner.runOnce()).isZero();
    clock.move(Duration.ofSeconds(10));
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(fired).hasSize(2);
  }

  @Test
  void one_that_fails_does_not_stop_the_rest_and_is_tried_again_later() throws Exception {
    for (int timer = 0; timer < 5; timer++) {
      schedule("late", "k" + timer, timer + 1);
    }
    Set<String> broken = new HashSet<>(Set.of("k2"));
    TimerRunner runner =
        runner(
            (tx, due) -> {
              for (DueTimer timer : due) {
                if (broken.contains(timer.key())) {
                  throw new IllegalStateException("broken");
                }
              }
              note(due);
            });
    clock.move(Duration.ofMinutes(1));
    assertThat(runner.runOnce()).isEqualTo(4);
    assertThat(fired).containsExactly("late/k0", "late/k1", "late/k3", "late/k4");
    broken.clear();
    assertThat(runner.runOnce()).as("not before its time has come again").isZero();
    assertThat(count("WHERE attempts = 1 AND last_error LIKE '%broken%'")).isEqualTo(1);
    letTheWaitPass();
    assertThat(runner.runOnce()).isEqualTo(1);
    assertThat(fired).endsWith("late/k2");
  }

  @Test
  void effects_and_the_timer_go_together() throws Exception {
    schedule("late", "a", 1);
    clock.move(Duration.ofMinutes(1));
    TimerRunner failing =
        runner(
            (tx, due) -> {
              insert(tx);
              throw new IllegalStateException("after the effect");
            });
    assertThat(failing.runOnce()).isZero();
    assertThat(new Parcels(database).count()).isZero();
    letTheWaitPass();
    assertThat(runner((tx, due) -> insert(tx)).runOnce()).isEqualTo(1);
    assertThat(new Parcels(database).count()).isEqualTo(1);
  }

  @Test
  void a_fault_of_the_surroundings_counts_as_no_attempt() throws Exception {
    schedule("late", "a", 1);
    clock.move(Duration.ofMinutes(1));
    TimerRunner runner =
        runner(
            (tx, due) -> {
              throw new SQLException("gone", "08006");
            });
    assertThatThrownBy(runner::runOnce).isInstanceOf(SQLException.class);
    assertThat(count("WHERE attempts = 0 AND not_before IS NULL")).isEqualTo(1);
  }

  @Test
  void of_thousands_that_are_due_a_batch_reads_its_own() throws Exception {
    transactions.call(
        tx -> {
          List<DueTimer> many = new ArrayList<>();
          for (int timer = 0; timer < 5_000; timer++) {
            many.add(
                new DueTimer("late", "k" + timer, START.plusSeconds(timer * 7_919L % 5_000), null));
          }
          timers.scheduleAll(tx, many);
          return null;
        });
    List<String> plan = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("ANALYZE timer");
      try (PreparedStatement explain =
          connection.prepareStatement("EXPLAIN " + timers.claimSql())) {
        explain.setObject(1, START.plusSeconds(100).atOffset(ZoneOffset.UTC));
        explain.setInt(2, 500);
        try (ResultSet line = explain.executeQuery()) {
          while (line.next()) {
            plan.add(line.getString(1).strip());
          }
        }
      }
    }
    assertThat(plan)
        .anyMatch(line -> line.contains("Index Scan using timer_fires_oldest_first"))
        .noneMatch(line -> line.contains("Sort") || line.contains("Bitmap"));
  }

  @Test
  void many_instances_fire_each_timer_once() throws Exception {
    transactions.call(
        tx -> {
          List<DueTimer> many = new ArrayList<>();
          for (int timer = 0; timer < 5_000; timer++) {
            many.add(new DueTimer("late", "k" + timer, START.plusMillis(timer), null));
          }
          timers.scheduleAll(tx, many);
          return null;
        });
    clock.move(Duration.ofHours(1));
    ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
    ExecutorService instances = Executors.newFixedThreadPool(4);
    List<Future<Integer>> running = new ArrayList<>();
    for (int instance = 0; instance < 4; instance++) {
      TimerRunner runner = runner((tx, due) -> due.forEach(timer -> all.add(timer.key())));
      running.add(
          instances.submit(
              () -> {
                int sum = 0;
                int count;
                do {
                  count = runner.runOnce();
                  sum += count;
                } while (count > 0);
                return sum;
              }));
    }
    int sum = 0;
    for (Future<Integer> one : running) {
      sum += one.get();
    }
    instances.shutdown();
    assertThat(sum).isEqualTo(5_000);
    assertThat(all).doesNotHaveDuplicates().hasSize(5_000);
    assertThat(count("")).isZero();
  }

  private TimerRunner runner(TimerHandler handler) {
    return new TimerRunner(transactions, timers, handler, clock);
  }

  private void note(List<DueTimer> due) {
    due.forEach(timer -> fired.add(timer.kind() + "/" + timer.key()));
  }

  private void schedule(String kind, String key, long seconds) throws Exception {
    transactions.call(
        tx -> {
          timers.schedule(tx, kind, key, START.plusSeconds(seconds), null);
          return null;
        });
  }

  private static void insert(Connection tx) throws SQLException {
    try (Statement sql = tx.createStatement()) {
      sql.execute("INSERT INTO seen_parcel (key, number) VALUES ('effect', 1)");
    }
  }

  private void letTheWaitPass() throws Exception {
    transactions.call(
        tx -> {
          try (Statement sql = tx.createStatement()) {
            return sql.executeUpdate("UPDATE timer SET not_before = clock_timestamp()");
          }
        });
  }

  private long count(String where) throws Exception {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        var row = sql.executeQuery("SELECT count(*) FROM timer " + where)) {
      row.next();
      return row.getLong(1);
    }
  }
}
