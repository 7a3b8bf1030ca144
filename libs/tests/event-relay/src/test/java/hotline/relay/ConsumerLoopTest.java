package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.Parcels;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerLoopTest {

  private static final TopicPartition TAKEN_OVER = new TopicPartition("log", 3);

  @Test
  void a_partition_taken_over_while_the_sweep_waits_for_the_database_loses_no_record()
      throws Exception {
    DataSource database = TestServers.database("loop");
    Parcels.clear(database);
    Parcels parcels = new Parcels(database);
    parkWithClosedGap(database);
    JdbcTransactions real = new JdbcTransactions(database);
    AtomicInteger calls = new AtomicInteger();
    Transactions awayOnce =
        new Transactions() {
          @Override
          public <T> T call(Work<T> work) throws Exception {
            // The first finds the closed gap, the second is to drive it again.
            if (calls.incrementAndGet() == 2) {
              throw new SQLTransientConnectionException("away");
            }
            return real.call(work);
          }
        };
    Inbox inbox = new Inbox(awayOnce, parcels::apply, InboxSettings.of(Set.of(), null));
    ClientWithBroker client = new ClientWithBroker();
    client.schedulePollTask(() -> {});
    client.schedulePollTask(
        () -> {
          client.rebalance(List.of(TAKEN_OVER));
          client.addRecord(record(1));
        });
    ConsumerLoop loop = loop(client, inbox, Duration.ZERO);
    Thread thread = new Thread(loop, "loop");
    thread.start();
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> parcels.count() == 1);
      assertThat(calls.get()).isGreaterThan(2);
      assertThat(parcels.seen("k")).containsExactly(1L);
    } finally {
      loop.stop();
      thread.join();
    }
  }

  @Test
  void a_member_without_partitions_is_not_cut_off_when_the_broker_is_back() throws Exception {
    JdbcTransactions transactions = new JdbcTransactions(TestServers.database("loop"));
    Inbox inbox = new Inbox(transactions, (tx, read) -> {}, InboxSettings.of(Set.of(), null));
    ClientWithBroker client = new ClientWithBroker();
    ConsumerLoop loop = loop(client, inbox, null);
    Thread thread = new Thread(loop, "loop");
    client.connections = 0;
    thread.start();
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> loop.state() == ConsumerState.CUT_OFF);
      client.connections = 1;
      await().atMost(Duration.ofSeconds(20)).until(() -> loop.state() == ConsumerState.STARTING);
      assertThat(loop.failure()).isNull();
    } finally {
      loop.stop();
      thread.join();
    }
  }

  private static ConsumerLoop loop(ClientWithBroker client, Inbox inbox, Duration sweepEvery) {
    return new ConsumerLoop(
        ConsumerSettings.of("g", List.of("log"), Map.of()),
        () -> client,
        new Delivery(inbox, new ParkedKeys(inbox, null)),
        new TopicIds(Map.of()),
        sweepEvery);
  }

  private static void parkWithClosedGap(DataSource database) throws Exception {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "INSERT INTO parked_key (key, reason, gap_source, gap_number)"
              + " VALUES ('closed', 'GAP', '/a', 1)");
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(long number) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            TAKEN_OVER.topic(), TAKEN_OVER.partition(), 0, "k".getBytes(), new byte[] {1});
    Parcels.headers("k", number)
        .forEach((name, value) -> record.headers().add(name, value.getBytes()));
    return record;
  }

  /** Counts connections, as a client does that has a broker. */
  private static final class ClientWithBroker extends MockConsumer<byte[], byte[]> {

    private volatile double connections = 1;

    ClientWithBroker() {
      super("earliest");
      updateBeginningOffsets(Map.of(TAKEN_OVER, 0L));
      updateEndOffsets(Map.of(TAKEN_OVER, 0L));
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
      MetricName name = new MetricName("connection-count", "consumer-metrics", "", Map.of());
      return Map.of(
          name,
          new Metric() {
            @Override
            public MetricName metricName() {
              return name;
            }

            @Override
            public Object metricValue() {
              return connections;
            }
          });
    }
  }
}
