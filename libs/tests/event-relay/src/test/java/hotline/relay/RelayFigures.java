package hotline.relay;

import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Prints how many records a second the relay sends and a consumer applies, each alone, on this
 * machine. Not a test: figures belong to a machine.
 */
public final class RelayFigures {

  private static final int RECORDS = 60_000;
  private static final int KEYS = 5_000;
  private static final String CONTENT = "x".repeat(600);

  private RelayFigures() {}

  public static void main(String[] arguments) throws Exception {
    DataSource database = TestServers.database("figures");
    Parcels.clear(database);
    LogAccess log = new LogAccess(TestServers.kafka().bootstrapServers());
    String topic = log.newTopic(12);
    OneConnection transactions = new OneConnection(database);
    fill(transactions, topic);

    long began = System.nanoTime();
    try (Relay relay = new Relay(database, RelaySettings.of(log.kafka()))) {
      relay.start();
      while (relay.relayed() < RECORDS) {
        LockSupport.parkNanos(1_000_000);
      }
      print("relay", began);
    }
    for (int threads = 1; threads <= 2; threads++) {
      Parcels.clear(database);
      began = System.nanoTime();
      ConsumerSettings settings =
          ConsumerSettings.of("g-" + UUID.randomUUID(), List.of(topic), log.kafka())
              .withThreads(threads)
              .withMaxPollRecords(2_000);
      try (LogConsumer consumer =
          new LogConsumer(new OneConnection(database), (tx, records) -> {}, settings)) {
        consumer.start();
        while (consumer.applied() < RECORDS) {
          LockSupport.parkNanos(1_000_000);
        }
        print("consumer, " + threads + " threads, applier does nothing", began);
      }
    }
    System.exit(0);
  }

  private static void print(String what, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("%s: %,.0f records/s (%.1f s)%n", what, RECORDS / seconds, seconds);
  }

  private static void fill(Transactions transactions, String topic) throws Exception {
    Map<String, Long> numbers = new HashMap<>();
    for (int from = 0; from < RECORDS; from += 2_000) {
      List<OutboxRecord> batch = new ArrayList<>();
      for (int at = from; at < from + 2_000; at++) {
        String key = "case-" + (at % KEYS);
        long number = numbers.merge(key, 1L, Long::sum);
        Map<String, String> headers = Parcels.headers(key, number);
        headers.put("ce_time", "2026-03-02T00:00:00Z");
        headers.put("ce_subject", key);
        headers.put("ce_recordedtime", "2026-03-02T00:00:00Z");
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        batch.add(new OutboxRecord(topic, key, CONTENT.getBytes(StandardCharsets.UTF_8), headers));
      }
      transactions.call(
          tx -> {
            new Outbox(null).append(tx, batch);
            return null;
          });
    }
  }
}
