package hotline.relay.conformance;

import static hotline.relay.conformance.Parcels.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.localservers.KafkaServer;
import hotline.relay.ConsumerSettings;
import hotline.relay.JdbcTransactions;
import hotline.relay.LogConsumer;
import hotline.relay.Outbox;
import hotline.relay.OutboxBacklog;
import hotline.relay.OutboxRecord;
import hotline.relay.Relay;
import hotline.relay.RelaySettings;
import hotline.relay.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the conformance suite works with: relays, readers, records sent and written. */
abstract class RelayBench {

  static final Duration SOON = Duration.ofSeconds(30);

  final List<AutoCloseable> open = new ArrayList<>();
  Parcels parcels;
  LogAccess log;
  String topic;
  String deadLetters;

  /** The service's database. */
  protected abstract DataSource database();

  /** A running broker; it is killed and started again. */
  protected abstract KafkaServer broker();

  /** The service's transactions on that database. */
  protected Transactions transactions() {
    return new JdbcTransactions(database());
  }

  @BeforeEach
  void emptyTablesAndNewTopics() throws Exception {
    Parcels.clear(database());
    parcels = new Parcels(database());
    log = new LogAccess(broker().bootstrapServers());
    topic = log.newTopic(4);
    deadLetters = log.newTopic(1);
  }

  @AfterEach
  void stopEverything() throws Exception {
    for (AutoCloseable running : open) {
      running.close();
    }
  }

  Relay relay() {
    Relay relay = new Relay(database(), RelaySettings.of(log.kafka()));
    open.add(relay);
    relay.start();
    return relay;
  }

  LogConsumer consumer() {
    LogConsumer consumer =
        new LogConsumer(
            transactions(),
            parcels,
            ConsumerSettings.of("g-" + UUID.randomUUID(), List.of(topic), log.kafka())
                .withDeadLetterTopic(deadLetters));
    open.add(consumer);
    consumer.start();
    return consumer;
  }

  void send(String key, long from, long to) throws Exception {
    append(
        LongStream.rangeClosed(from, to).mapToObj(number -> parcel(topic, key, number)).toList());
  }

  private void append(List<OutboxRecord> records) throws Exception {
    transactions()
        .call(
            tx -> {
              new Outbox(null).append(tx, records);
              return null;
            });
  }

  long sendToAll(long before, int count, Relay... relays) throws Exception {
    for (long number = before + 1; number <= before + count; number++) {
      List<OutboxRecord> records = new ArrayList<>();
      for (int key = 0; key < 5; key++) {
        records.add(parcel(topic, "k" + key, number));
      }
      append(records);
      relays[(int) (number % relays.length)].wake();
    }
    return before + count;
  }

  void write(String key, long number) throws Exception {
    OutboxRecord record = parcel(topic, key, number);
    log.write(topic, key, record.value(), record.headers());
  }

  /** Ends the sessions of the relay that holds the lock, as a crash of its machine does. */
  void cutHolder() throws Exception {
    try (Connection connection = database().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d"
              + " ON d.oid = l.database WHERE l.locktype = 'advisory' AND l.granted"
              + " AND d.datname = current_database()");
    }
  }

  long backlog() throws Exception {
    try (Connection connection = database().getConnection()) {
      return OutboxBacklog.read(connection, null).size();
    }
  }

  long dueTimers() throws Exception {
    try (Connection connection = database().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT count(*) FROM timer")) {
      row.next();
      return row.getLong(1);
    }
  }

  static int records(LogConsumer consumer, String key) throws Exception {
    return consumer.parkedKeys().records(key).size();
  }

  static List<Long> firstTimes(List<Long> numbers) {
    Set<Long> known = ConcurrentHashMap.newKeySet();
    return numbers.stream().filter(known::add).toList();
  }

  static void inOrder(List<Long> numbers, int last) {
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
  }
}
