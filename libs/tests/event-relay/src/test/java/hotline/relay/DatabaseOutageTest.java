package hotline.relay;

import static hotline.relay.conformance.Parcels.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

  private static final int KEYS = 10;
  private static final int NUMBERS = 300;

  @Test
  void a_database_killed_while_everything_flows_loses_nothing_and_applies_nothing_twice()
      throws Exception {
    DataSource database = TestServers.database("outage");
    Parcels.clear(database);
    Parcels parcels = new Parcels(database);
    LogAccess log = new LogAccess(TestServers.kafka().bootstrapServers());
    String topic = log.newTopic(4);
    AtomicLong applied = new AtomicLong();
    ConsumerSettings settings =
        ConsumerSettings.of("g-" + UUID.randomUUID(), List.of(topic), log.kafka())
            .withMaxPollRecords(20);
    JdbcTransactions transactions = new JdbcTransactions(database);
    try (Relay relay = new Relay(database, RelaySettings.of(log.kafka()).withBatchSize(50));
        LogConsumer consumer =
            new LogConsumer(
                transactions,
                (tx, records) -> {
                  parcels.apply(tx, records);
                  applied.addAndGet(records.size());
                },
                settings)) {
      transactions.call(
          tx -> {
            for (long number = 1; number <= NUMBERS; number++) {
              for (int key = 0; key < KEYS; key++) {
                new Outbox(null).append(tx, List.of(parcel(topic, "k" + key, number)));
              }
            }
            return null;
          });
      relay.start();
      consumer.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> applied.get() > 200);
      TestServers.postgres().kill();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> consumer.state() == ConsumerState.BLOCKED && relay.failure().isPresent());
      TestServers.postgres().start();

      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> parcels.count() == KEYS * NUMBERS);
      assertThat(parcels.seen().values())
          .allMatch(LongStream.rangeClosed(1, NUMBERS).boxed().toList()::equals);
      await().atMost(Duration.ofSeconds(10)).until(() -> consumer.lag() == 0);
      assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
      assertThat(consumer.failure()).isEmpty();
      assertThat(consumer.parkedKeys().count()).isZero();
      assertThat(consumer.gaps()).isZero();
    }
  }
}
