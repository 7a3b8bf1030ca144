package hotline.relay;

import static hotline.relay.conformance.Parcels.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.LogAccess;
import hotline.relay.conformance.Parcels;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

  private static final Duration SOON = Duration.ofSeconds(40);

  private static DataSource database;
  private static LogAccess log;

  private JdbcTransactions transactions;
  private String topic;

  @BeforeAll
  static void start() throws Exception {
    database = TestServers.database("relay");
    log = new LogAccess(TestServers.kafka().bootstrapServers());
  }

  @BeforeEach
  void empty() throws Exception {
    Parcels.clear(database);
    transactions = new JdbcTransactions(database);
    topic = log.newTopic(1);
  }

  @Test
  void another_instance_calls_the_holder_after_a_commit() throws Exception {
    RelaySettings onlyWhenCalled = RelaySettings.of(log.kafka()).withPoll(Duration.ofMinutes(10));
    try (Relay holder = new Relay(database, onlyWhenCalled);
        Relay other = new Relay(database, onlyWhenCalled)) {
      holder.start();
      await().atMost(SOON).until(holder::isHolder);
      other.start();
      for (int number = 1; number <= 3; number++) {
        append(parcel(topic, "k", number));
        other.wake();
        int sent = number;
        await()
            .atMost(Duration.ofSeconds(5))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> holder.relayed() == sent);
      }
      assertThat(other.isHolder()).isFalse();
    }
  }

  @Test
  void a_topic_that_is_missing_does_not_hold_up_the_others() throws Exception {
    String missing = "missing-" + UUID.randomUUID();
    append(parcel(missing, "k", 1), parcel(topic, "k", 1), parcel(missing, "k", 2));
    RelaySettings hasty = RelaySettings.of(log.kafka()).withPatience(Duration.ofSeconds(3));
    try (Relay relay = new Relay(database, hasty)) {
      relay.start();
      await().atMost(SOON).until(() -> relay.relayed() == 1);
      append(parcel(topic, "k", 2));
      relay.wake();
      await().atMost(SOON).until(() -> relay.relayed() == 2);
      assertThat(OutboxBacklog.read(database.getConnection(), null).size()).isEqualTo(2);

      log.createTopic(missing);
      await().atMost(SOON).until(() -> relay.relayed() == 4);
      await().atMost(SOON).until(() -> relay.failure().isEmpty());
    }
    assertThat(log.read(missing))
        .extracting(record -> LogAccess.header(record, "ce_sequence"))
        .containsExactly("1", "2");
  }

  @Test
  void headers_tombstones_and_rare_characters_arrive_as_they_were() throws Exception {
    append(
        new OutboxRecord(
            topic, "市民热线𠮷", "正文 🏮".getBytes(StandardCharsets.UTF_8), Map.of("h", "值\"{},")),
        new OutboxRecord(topic, "gone", null, Map.of()));
    try (Relay relay = new Relay(database, RelaySettings.of(log.kafka()))) {
      relay.start();
      await().atMost(SOON).until(() -> relay.relayed() == 2);
    }
    List<ConsumerRecord<String, String>> records = log.read(topic);
    assertThat(records.get(0).key()).isEqualTo("市民热线𠮷");
    assertThat(records.get(0).value()).isEqualTo("正文 🏮");
    assertThat(LogAccess.header(records.get(0), "h")).isEqualTo("值\"{},");
    assertThat(records.get(1).value()).isNull();
    assertThat(records.get(1).headers()).isEmpty();
  }

  @Test
  void the_cloudevents_library_reads_what_was_written_in_binary_mode() throws Exception {
    append(
        new OutboxRecord(
            topic,
            "k",
            "{}".getBytes(StandardCharsets.UTF_8),
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "1",
                "ce_type", "parcel.sent.v1",
                "ce_source", "/parcel-desk",
                "ce_sequence", "1",
                "content-type", "application/json")));
    try (Relay relay = new Relay(database, RelaySettings.of(log.kafka()))) {
      relay.start();
      await().atMost(SOON).until(() -> relay.relayed() == 1);
    }
    ConsumerRecord<String, String> record = log.read(topic).get(0);
    CloudEvent event =
        KafkaMessageFactory.createReader(
                record.headers(), record.value().getBytes(StandardCharsets.UTF_8))
            .toEvent();
    assertThat(event.getType()).isEqualTo("parcel.sent.v1");
    assertThat(event.getExtension("sequence")).isEqualTo("1");
  }

  @Test
  void a_record_too_large_for_the_log_is_refused_in_the_command() {
    byte[] large = new byte[OutboxRecord.MAX_BYTES];
    assertThatThrownBy(() -> new OutboxRecord(topic, "k", large, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_relay_gives_its_lock_back_when_it_closes() throws Exception {
    Relay first = new Relay(database, RelaySettings.of(log.kafka()));
    first.start();
    await().atMost(SOON).until(first::isHolder);
    first.close();
    assertThat(first.isHolder()).isFalse();
    try (Relay second = new Relay(database, RelaySettings.of(log.kafka()))) {
      second.start();
      await().atMost(Duration.ofSeconds(3)).until(second::isHolder);
    }
  }

  @Test
  void until_when_all_is_sent_is_not_said_while_a_transaction_is_in_progress() throws Exception {
    String marks = log.newTopic(1);
    CountedClock clock = new CountedClock();
    RelaySettings settings = RelaySettings.of(log.kafka()).withPoll(Duration.ofMillis(20));
    try (Connection open = database.getConnection();
        Relay relay = new Relay(database, settings, Optional.of(mark(clock, marks)))) {
      open.setAutoCommit(false);
      new Outbox(null).append(open, List.of(parcel(topic, "k", 1)));
      relay.start();
      int looks = clock.looks.get() + 5;
      await().atMost(SOON).until(() -> clock.looks.get() > looks);
      // What was committed later is sent, and nothing is said of before.
      append(parcel(topic, "other", 1));
      relay.wake();
      await().atMost(SOON).until(() -> relay.relayed() == 1);
      assertThat(log.read(marks)).isEmpty();

      // A clock that leaps while it is in progress takes nothing with it.
      Instant before = clock.now;
      clock.now = before.plus(Duration.ofHours(8));
      open.commit();
      await().atMost(SOON).until(() -> !log.read(marks).isEmpty());
      assertThat(relay.relayed()).isEqualTo(2);
      assertThat(log.read(marks).get(0).value())
          .isEqualTo(before.minus(Duration.ofMinutes(1)).toString());
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  log.read(marks).stream()
                      .anyMatch(one -> Instant.parse(one.value()).isAfter(before)));
    }
  }

  @Test
  void facts_are_sent_also_where_it_cannot_be_said_until_when() throws Exception {
    CountedClock clock = new CountedClock();
    RelaySettings settings = RelaySettings.of(log.kafka()).withPoll(Duration.ofMillis(20));
    try (Relay relay =
        new Relay(database, settings, Optional.of(mark(clock, "missing-" + UUID.randomUUID())))) {
      relay.start();
      await().atMost(SOON).until(() -> clock.looks.get() >= 2);
      append(parcel(topic, "k", 1));
      relay.wake();
      await().atMost(SOON).until(() -> relay.relayed() == 1);
      assertThat(relay.failure()).isEmpty();
    }
  }

  @Test
  void a_session_that_does_not_tell_what_it_does_may_be_writing() throws Exception {
    String marks = log.newTopic(1);
    CountedClock clock = new CountedClock();
    RelaySettings settings = RelaySettings.of(log.kafka()).withPoll(Duration.ofMillis(20));
    try (Connection administrator = TestServers.postgres().connect("relay", "postgres");
        Statement grant = administrator.createStatement()) {
      grant.execute("GRANT SET ON PARAMETER track_activities TO relay");
    }
    try (Connection silent = database.getConnection();
        Statement sql = silent.createStatement();
        Relay relay = new Relay(database, settings, Optional.of(mark(clock, marks)))) {
      sql.execute("SET track_activities = off");
      relay.start();
      int looks = clock.looks.get() + 5;
      await().atMost(SOON).until(() -> clock.looks.get() > looks);
      assertThat(log.read(marks)).isEmpty();
      sql.execute("SET track_activities = on");
      await().atMost(SOON).until(() -> !log.read(marks).isEmpty());
    }
  }

  private static SentMark mark(Clock clock, String topic) {
    return new SentMark(
        clock,
        Duration.ofMillis(20),
        Duration.ofMinutes(1),
        until ->
            new OutboxRecord(
                topic, "/parcels", until.toString().getBytes(StandardCharsets.UTF_8), Map.of()));
  }

  /** Stands where it is put, and knows how often it was looked at. */
  private static final class CountedClock extends Clock {

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

    @Override
    public Instant instant() {
      looks.incrementAndGet();
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void append(OutboxRecord... records) throws Exception {
    transactions.call(
        tx -> {
          new Outbox(null).append(tx, List.of(records));
          return null;
        });
  }
}
