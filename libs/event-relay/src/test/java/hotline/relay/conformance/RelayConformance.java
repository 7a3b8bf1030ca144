package hotline.relay.conformance;

import static hotline.relay.conformance.Parcels.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.relay.ConsumerState;
import hotline.relay.LogConsumer;
import hotline.relay.Outbox;
import hotline.relay.ParkedKey;
import hotline.relay.RedriveResult;
import hotline.relay.Relay;
import hotline.relay.TimerHandler;
import hotline.relay.TimerRunner;
import hotline.relay.Timers;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * What a service may rely on, proved against its own database and a real broker. The database must
 * be one of the test's own, with the service's migrations: its relay tables are emptied.
 */
public abstract class RelayConformance extends RelayBench {

  @Test
  void a_rollback_leaves_neither_row_nor_event() throws Exception {
    Relay relay = relay();
    assertThatThrownBy(
            () ->
                transactions()
                    .call(
                        tx -> {
                          try (Statement sql = tx.createStatement()) {
                            sql.execute("INSERT INTO seen_parcel (key, number) VALUES ('k', 1)");
                          }
                          new Outbox(null).append(tx, List.of(parcel(topic, "k", 1)));
                          throw new IllegalStateException("refused");
                        }))
        .hasStackTraceContaining("refused");
    send("witness", 1, 1);
    relay.wake();

    await().atMost(SOON).until(() -> backlog() == 0);
    assertThat(log.read(topic)).extracting(ConsumerRecord::key).containsExactly("witness");
    assertThat(parcels.count()).isZero();
  }

  @Test
  void what_was_committed_is_applied_once_and_in_order() throws Exception {
    Relay relay = relay();
    LogConsumer consumer = consumer();
    for (int key = 0; key < 20; key++) {
      send("k" + key, 1, 25);
      relay.wake();
    }
    await().atMost(SOON).until(() -> parcels.count() == 500);

    assertThat(parcels.seen().values()).hasSize(20).allSatisfy(numbers -> inOrder(numbers, 25));
    await().atMost(SOON).until(() -> consumer.lag() == 0 && backlog() == 0);
  }

  @Test
  void a_duplicate_changes_nothing() throws Exception {
    LogConsumer consumer = consumer();
    for (long number : new long[] {1, 2, 1, 2, 3, 3, 1}) {
      write("k", number);
    }
    write("witness", 1);
    await().atMost(SOON).until(() -> parcels.seen("witness").size() == 1);
    await().atMost(SOON).until(() -> consumer.duplicates() == 4);

    assertThat(parcels.seen("k")).containsExactly(1L, 2L, 3L);
    assertThat(consumer.parkedKeys().count()).isZero();
  }

  @Test
  void a_gap_alarms_and_nothing_is_skipped() throws Exception {
    LogConsumer consumer = consumer();
    for (long number : new long[] {1, 4, 3, 5}) {
      write("k", number);
    }
    write("other", 1);
    await().atMost(SOON).until(() -> parcels.seen("other").size() == 1);
    await().atMost(SOON).until(() -> records(consumer, "k") == 3);

    assertThat(consumer.gaps()).isEqualTo(1);
    assertThat(parcels.seen("k")).containsExactly(1L);
    assertThat(consumer.parkedKeys().list(null, 10).items())
        .extracting(ParkedKey::key, ParkedKey::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("k", "GAP"));

    write("k", 2);
    write("k", 3);
    await().atMost(SOON).until(() -> consumer.parkedKeys().count() == 0);
    assertThat(parcels.seen("k")).startsWith(1L, 2L, 3L, 4L);
    await().atMost(SOON).until(() -> parcels.seen("k").size() == 5);
    inOrder(parcels.seen("k"), 5);
    assertThat(log.read(deadLetters)).isEmpty();
  }

  @Test
  void poison_parks_one_key_the_others_move_and_a_redrive_heals() throws Exception {
    parcels.damage("bad", 3);
    Relay relay = relay();
    LogConsumer consumer = consumer();
    for (int key = 0; key < 10; key++) {
      send("good" + key, 1, 20);
    }
    send("bad", 1, 6);
    relay.wake();
    await().atMost(SOON).until(() -> parcels.count() == 202 && records(consumer, "bad") == 4);

    assertThat(parcels.seen("bad")).containsExactly(1L, 2L);
    await().atMost(SOON).until(() -> log.read(deadLetters).size() == 4);
    ConsumerRecord<String, String> letter = log.read(deadLetters).get(0);
    assertThat(letter.key()).isEqualTo("bad");
    assertThat(letter.value()).isEqualTo("content 3");
    assertThat(LogAccess.header(letter, "ce_id")).isEqualTo("bad-3");
    assertThat(LogAccess.header(letter, "dl_reason")).isEqualTo("DAMAGED");
    assertThat(LogAccess.header(letter, "dl_topic")).isEqualTo(topic);

    RedriveResult tooEarly = consumer.parkedKeys().redrive("bad");
    assertThat(tooEarly.healed()).isFalse();
    assertThat(consumer.parkedKeys().records("bad").get(0).attempts()).isEqualTo(2);

    parcels.mend();
    RedriveResult healed = consumer.parkedKeys().redrive("bad");
    assertThat(healed).isEqualTo(new RedriveResult(4, 0, 0, null));
    assertThat(consumer.parkedKeys().redrive("bad")).isEqualTo(new RedriveResult(0, 0, 0, null));
    send("bad", 7, 8);
    relay.wake();
    await().atMost(SOON).until(() -> parcels.seen("bad").size() == 8);
    inOrder(parcels.seen("bad"), 8);
    assertThat(consumer.parkedKeys().count()).isZero();
  }

  @Test
  void two_relays_keep_the_order_and_the_second_takes_over() throws Exception {
    Relay first = relay();
    await().atMost(SOON).until(first::isHolder);
    Relay second = relay();
    long number = 0;
    for (int round = 0; round < 4; round++) {
      number = sendToAll(number, 50, first, second);
      if (round == 2) {
        first.close();
      } else {
        cutHolder();
      }
      await().atMost(SOON).until(() -> first.isHolder() != second.isHolder());
      number = sendToAll(number, 50, first, second);
    }
    // It may learn only now that its connection was cut, and take the lock anew.
    await().atMost(SOON).until(second::isHolder);
    await().atMost(SOON).until(() -> backlog() == 0);

    long last = number;
    Map<String, List<Long>> arrived = new ConcurrentHashMap<>();
    for (ConsumerRecord<String, String> record : log.read(topic)) {
      arrived
          .computeIfAbsent(record.key(), key -> new ArrayList<>())
          .add(Long.parseLong(LogAccess.header(record, "ce_sequence")));
    }
    // Sent twice is allowed, and dropped by readers; lost or overtaken is not.
    assertThat(arrived.values())
        .hasSize(5)
        .allSatisfy(numbers -> inOrder(firstTimes(numbers), (int) last));
  }

  @Test
  void commands_go_on_while_the_broker_is_away_and_nothing_is_lost() throws Exception {
    Relay relay = relay();
    LogConsumer consumer = consumer();
    send("k", 1, 10);
    relay.wake();
    await().atMost(SOON).until(() -> parcels.count() == 10);

    broker().kill();
    for (int number = 11; number <= 60; number++) {
      send("k", number, number);
      relay.wake();
    }
    assertThat(backlog()).isEqualTo(50);
    await().atMost(SOON).until(() -> relay.relayed() == 10 && backlog() == 50);
    await().atMost(SOON).until(() -> consumer.state() == ConsumerState.CUT_OFF);

    broker().start();
    await().atMost(Duration.ofSeconds(60)).until(() -> parcels.count() == 60 && backlog() == 0);
    inOrder(parcels.seen("k"), 60);
    assertThat(consumer.parkedKeys().count()).isZero();
    assertThat(consumer.gaps()).isZero();
    // The other member, which had nothing to apply, may find the broker later.
    await().atMost(SOON).until(() -> consumer.state() == ConsumerState.RUNNING);
  }

  @Test
  void a_timer_fires_once_with_two_instances_and_a_jump_of_the_clock() throws Exception {
    Instant start = Instant.parse("2026-03-02T00:00:00Z");
    MovableClock clock = new MovableClock(start);
    Timers timers = new Timers(null);
    transactions()
        .call(
            tx -> {
              for (int timer = 0; timer < 1_000; timer++) {
                timers.schedule(tx, "late", "k" + timer, start.plusSeconds(timer + 1), "p" + timer);
              }
              return null;
            });
    TimerHandler handler =
        (tx, due) -> {
          try (var row =
              tx.prepareStatement("INSERT INTO seen_parcel (key, number) VALUES (?, 1)")) {
            for (var timer : due) {
              row.setString(1, timer.key());
              row.addBatch();
            }
            row.executeBatch();
          }
        };
    for (int instance = 0; instance < 2; instance++) {
      TimerRunner runner = new TimerRunner(transactions(), timers, handler, clock);
      open.add(runner);
      runner.start();
    }
    clock.move(Duration.ofSeconds(10));
    await().atMost(SOON).until(() -> parcels.count() == 10);
    clock.move(Duration.ofDays(-1));
    clock.move(Duration.ofDays(3));
    await().atMost(SOON).until(() -> dueTimers() == 0);
    assertThat(parcels.seen().values()).hasSize(1_000).allMatch(fired -> fired.size() == 1);
  }
}
