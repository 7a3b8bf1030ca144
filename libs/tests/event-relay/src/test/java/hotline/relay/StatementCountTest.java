package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips are what the database charges for: their number is fixed here. */
class StatementCountTest {

  private static DataSource database;

  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void start() throws Exception {
    database = TestServers.database("counted");
  }

  @BeforeEach
  void empty() throws Exception {
    Parcels.clear(database);
  }

  @Test
  void a_poll_costs_two_statements_and_those_of_the_applier() throws Exception {
    Inbox inbox =
        new Inbox(
            new JdbcTransactions(counted()), (tx, some) -> {}, InboxSettings.of(Set.of(), "dead"));
    List<Incoming> records = new ArrayList<>();
    for (int key = 0; key < 100; key++) {
      for (long number = 1; number <= 5; number++) {
        records.add(Parcels.incoming("log", records.size(), "k" + key, number));
      }
    }
    assertThat(inbox.apply(records).applied()).isEqualTo(500);
    assertThat(statements).hasSize(2);

    statements.clear();
    assertThat(inbox.apply(records).duplicates()).isEqualTo(500);
    assertThat(statements).hasSize(1);
  }

  @Test
  void a_batch_of_the_relay_costs_two_statements() throws Exception {
    LogAccess log = new LogAccess(TestServers.kafka().bootstrapServers());
    String topic = log.newTopic(3);
    List<OutboxRecord> records = new ArrayList<>();
    for (int number = 1; number <= 400; number++) {
      records.add(Parcels.parcel(topic, "k", number));
    }
    new JdbcTransactions(counted())
        .call(
            tx -> {
              new Outbox(null).append(tx, records);
              return null;
            });
    assertThat(statements).hasSize(1);

    statements.clear();
    RelaySettings settings = RelaySettings.of(log.kafka()).withPoll(Duration.ofMinutes(5));
    try (Relay relay = new Relay(counted(), settings)) {
      relay.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> relay.relayed() == 400);
      assertThat(statements.stream().filter(sql -> sql.contains("outbox")).limit(2))
          .satisfiesExactly(
              read -> assertThat(read).startsWith("SELECT"),
              delete -> assertThat(delete).startsWith("DELETE"));
    }
  }

  @Test
  void an_idle_look_for_due_timers_costs_one_statement() throws Exception {
    TimerRunner runner =
        new TimerRunner(
            new JdbcTransactions(counted()),
            new Timers(null),
            (tx, due) -> {},
            java.time.Clock.systemUTC());
    assertThat(runner.runOnce()).isZero();
    assertThat(statements).hasSize(1);
  }

  private DataSource counted() {
    return proxy(
        DataSource.class,
        database,
        (name, arguments, answer) ->
            answer instanceof Connection connection ? counted(connection) : answer);
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (name, arguments, answer) ->
            answer instanceof PreparedStatement statement
                ? counted((String) arguments[0], statement)
                : answer);
  }

  private PreparedStatement counted(String sql, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        statement,
        (name, arguments, answer) -> {
          if (name.startsWith("execute")) {
            statements.add(sql);
          }
          return answer;
        });
  }

  private interface After {
    Object change(String method, Object[] arguments, Object answer);
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return after.change(method.getName(), arguments, method.invoke(real, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
