package hotline.relay;

import static hotline.relay.conformance.Parcels.incoming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.relay.conformance.Parcels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

  private static DataSource database;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Parcels parcels;
  private Inbox inbox;

  @BeforeAll
  static void start() throws Exception {
    database = TestServers.database("inbox");
  }

  @BeforeEach
  void empty() throws Exception {
    Parcels.clear(database);
    parcels = new Parcels(database);
    inbox = inbox(topic -> "1");
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private Inbox inbox(java.util.function.UnaryOperator<String> incarnation) {
    return new Inbox(
        new JdbcTransactions(database),
        parcels,
        new InboxSettings(null, Set.of("state"), "dead", incarnation));
  }

  @Test
  void two_consumers_that_hold_the_same_records_do_not_both_apply_them() throws Exception {
    for (int round = 0; round < 40; round++) {
      long first = round * 5L + 1;
      List<Incoming> records =
          LongStream.range(first, first + 5).mapToObj(n -> incoming("log", n, "k", n)).toList();
      CyclicBarrier together = new CyclicBarrier(4);
      List<Future<Outcome>> both = new ArrayList<>();
      for (int consumer = 0; consumer < 4; consumer++) {
        both.add(
            threads.submit(
                () -> {
                  together.await();
                  return applyOrLookAgain(records);
                }));
      }
      int applied = 0;
      for (Future<Outcome> one : both) {
        applied += one.get().applied();
      }
      assertThat(applied).isEqualTo(5);
    }
    assertThat(parcels.seen("k")).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void a_consumer_that_wakes_with_old_records_changes_nothing() throws Exception {
    List<Incoming> polledBeforeThePause = numbers(1, 6);
    inbox.apply(numbers(1, 9));
    Outcome late = inbox.apply(polledBeforeThePause);
    assertThat(late.applied()).isZero();
    assertThat(late.duplicates()).isEqualTo(6);
    assertThat(parcels.seen("k")).hasSize(9);
  }

  @Test
  void the_second_of_two_racing_consumers_never_reaches_the_applier() throws Exception {
    CountDownLatch applying = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Inbox slow =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              parcels.apply(tx, records);
              applying.countDown();
              goOn.await();
            },
            InboxSettings.of(Set.of(), null));
    AtomicInteger reached = new AtomicInteger();
    Inbox late =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> reached.incrementAndGet(),
            InboxSettings.of(Set.of(), null));
    Future<Outcome> first = threads.submit(() -> slow.apply(numbers(1, 3)));
    applying.await();
    Future<?> second = threads.submit(() -> late.apply(numbers(1, 3)));
    await().until(() -> waitingForALock() > 0);
    goOn.countDown();
    assertThat(first.get().applied()).isEqualTo(3);
    assertThatThrownBy(second::get).hasCauseInstanceOf(RacedByAnotherConsumer.class);
    assertThat(reached).hasValue(0);
    assertThat(parcels.seen("k")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void an_older_file_does_not_come_back_after_its_tombstone() throws Exception {
    Incoming file = state(4, "k", "text");
    inbox.apply(List.of(file));
    inbox.apply(List.of(new Incoming("state", 0, 8, "k", Map.of(), null)));
    assertThat(inbox.apply(List.of(file)).duplicates()).isEqualTo(1);
    assertThat(parcels.seen("k")).containsExactly(4L, 8L);
  }

  @Test
  void a_topic_made_anew_is_read_from_its_beginning() throws Exception {
    inbox.apply(List.of(state(4, "k", "text")));
    inbox("2"::concat).apply(List.of(state(0, "k", "text")));
    assertThat(parcels.seen("k")).containsExactly(4L, 0L);
  }

  @Test
  void what_cannot_be_read_is_parked_with_its_reason_and_the_rest_is_applied() throws Exception {
    List<Incoming> records = new ArrayList<>();
    records.add(incoming("log", 1, "good", 1));
    records.add(bad(2, null, Parcels.headers("k", 1)));
    records.add(bad(3, "nul\0key", Parcels.headers("k", 1)));
    records.add(bad(4, "x".repeat(3_000), Parcels.headers("k", 1)));
    records.add(bad(5, "no-headers", Map.of()));
    records.add(bad(6, "odd-number", Map.of("ce_source", "/a", "ce_sequence", "seven")));
    records.add(bad(7, "nul-source", Map.of("ce_source", "/\0", "ce_sequence", "1", "x", "\0")));
    records.add(bad(8, "zero", Map.of("ce_source", "/a", "ce_sequence", "0")));
    records.add(incoming("log", 9, "good", 2));
    records.add(new Incoming("state", 0, 10, null, Map.of(), null));

    Delivery delivery = delivery(inbox);
    delivery.deliver(records, new Patient());
    assertThat(parcels.seen("good")).containsExactly(1L, 2L);
    assertThat(delivery.parked()).isEqualTo(8);
    assertThat(parked().list(null, 20).items())
        .extracting(ParkedKey::key)
        .containsExactlyInAnyOrder(
            "unreadable:log-0-2",
            "unreadable:log-0-3",
            "unreadable:log-0-4",
            "no-headers",
            "odd-number",
            "nul-source",
            "zero",
            "unreadable:state-0-10");
    assertThat(parked().records("odd-number").get(0).error()).isEqualTo("HEADER_UNREADABLE");

    // Read again after a crash before the offsets were noted: nothing is parked or said twice.
    delivery.deliver(records, new Patient());
    assertThat(parked().count()).isEqualTo(8);
    assertThat(deadLetters()).isEqualTo(8);
  }

  @Test
  void a_value_of_any_bytes_is_kept_as_it_was() throws Exception {
    byte[] bytes = {0, (byte) 0xff, (byte) 0xfe, 1};
    parcels.damage("k", 1);
    Incoming record = new Incoming("log", 0, 1, "k", Parcels.headers("k", 1), bytes);
    delivery(inbox).deliver(List.of(record), new Patient());
    assertThat(parked().records("k").get(0).value()).isEqualTo(bytes);
  }

  @Test
  void a_record_set_aside_leaves_the_queue_and_stays_aside_when_read_again() throws Exception {
    Incoming byHand = bad(1, "k", Map.of("ce_id", "by-hand"));
    Delivery delivery = delivery(inbox);
    delivery.deliver(List.of(byHand, incoming("log", 2, "k", 1)), new Patient());
    assertThat(parcels.seen("k")).isEmpty();

    ParkedRecord first = parked().records("k").get(0);
    assertThatThrownBy(() -> parked().setAside(first.id(), " ", "admin", false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(parked().setAside(first.id(), "written by hand", "admin", false)).isTrue();
    assertThat(parked().setAside(first.id(), "written by hand", "admin", false)).isFalse();
    assertThat(parked().redrive("k").healed()).isTrue();
    assertThat(parcels.seen("k")).containsExactly(1L);

    delivery.deliver(List.of(byHand), new Patient());
    assertThat(parked().count()).isZero();
  }

  @Test
  void a_record_set_aside_stays_aside_also_while_others_of_its_key_wait() throws Exception {
    parcels.damage("k", 1);
    Delivery delivery = delivery(inbox);
    List<Incoming> log = List.of(incoming("log", 1, "k", 1), incoming("log", 2, "k", 2));
    delivery.deliver(log, new Patient());
    setFirstAside(false);
    delivery.deliver(log, new Patient());
    assertThat(parked().records("k")).extracting(ParkedRecord::offset).containsExactly(2L);
    assertThat(deadLetters()).isEqualTo(2);
  }

  @Test
  void what_waits_behind_a_genuine_record_goes_on_when_its_number_counts() throws Exception {
    parcels.damage("k", 1);
    Delivery delivery = delivery(inbox);
    delivery.deliver(numbers(1, 3), new Patient());
    assertThatThrownBy(
            () -> parked().setAside(parked().records("k").get(1).id(), "early", "admin", true))
        .isInstanceOf(NotTheNextNumber.class);
    assertThat(parked().records("k")).hasSize(3);

    setFirstAside(true);
    assertThat(parked().redrive("k").healed()).isTrue();
    assertThat(parcels.seen("k")).containsExactly(2L, 3L);
    delivery.deliver(numbers(1, 4), new Patient());
    assertThat(parcels.seen("k")).containsExactly(2L, 3L, 4L);
    assertThat(parked().count()).isZero();
  }

  @Test
  void what_waits_behind_a_genuine_record_stays_when_its_number_does_not_count() throws Exception {
    parcels.damage("k", 1);
    delivery(inbox).deliver(numbers(1, 2), new Patient());
    setFirstAside(false);
    RedriveResult result = parked().redrive("k");
    assertThat(result.healed()).isFalse();
    assertThat(result.error()).contains("Number 1");
  }

  private void setFirstAside(boolean numberCounts) throws Exception {
    long first = parked().records("k").get(0).id();
    assertThat(parked().setAside(first, "cannot be applied", "admin", numberCounts)).isTrue();
  }

  @Test
  void a_tombstone_erases_what_waits_and_what_was_set_aside() throws Exception {
    parcels.damage("k", 1);
    parcels.damage("k", 2);
    Delivery delivery = delivery(inbox);
    delivery.deliver(List.of(state(1, "k", "secret"), state(2, "k", "secret")), new Patient());
    parked().setAside(parked().records("k").get(0).id(), "unreadable", "admin", false);
    assertThat(number("SELECT count(*) FROM outbox WHERE value IS NOT NULL")).isZero();

    delivery.deliver(List.of(new Incoming("state", 0, 3, "k", Map.of(), null)), new Patient());
    assertThat(parked().records("k")).extracting(ParkedRecord::value).containsOnlyNulls();
    assertThat(number("SELECT count(*) FROM set_aside_record WHERE value IS NULL")).isEqualTo(1);
  }

  @Test
  void values_of_a_refused_row_do_not_reach_the_page_of_parked_records() throws Exception {
    Inbox refused =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              try (var sql = tx.createStatement()) {
                sql.execute("INSERT INTO seen_parcel (key, content) VALUES ('x', 'secret')");
              }
            },
            InboxSettings.of(Set.of(), null));
    delivery(refused).deliver(numbers(1, 1), new Patient());
    ParkedRecord record = parked().records("k").get(0);
    assertThat(record.errorText()).startsWith("23502").doesNotContain("secret");
  }

  @Test
  void a_gap_that_closed_while_nobody_looked_is_found() throws Exception {
    Delivery delivery = delivery(inbox);
    delivery.deliver(numbers(2, 3), new Patient());
    assertThat(parked().closedGaps(10)).isEmpty();
    // Applied, and then the machine stopped before the waiting records were looked at.
    assertThat(inbox.apply(numbers(1, 1)).drainable()).containsExactly("k");
    assertThat(parcels.seen("k")).containsExactly(1L);
    assertThat(parked().closedGaps(10)).containsExactly("k");
    delivery.sweepGaps(new Patient());
    assertThat(parcels.seen("k")).containsExactly(1L, 2L, 3L);
    assertThat(parked().count()).isZero();
  }

  @Test
  void a_record_that_comes_while_its_key_is_released_waits_for_that_and_goes_on() throws Exception {
    parcels.damage("k", 1);
    delivery(inbox).deliver(numbers(1, 1), new Patient());
    parcels.mend();
    CountDownLatch applying = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Inbox slow =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              parcels.apply(tx, records);
              applying.countDown();
              goOn.await();
            },
            InboxSettings.of(Set.of(), null));
    Future<RedriveResult> redriven = threads.submit(() -> new ParkedKeys(slow, null).redrive("k"));
    applying.await();
    Patient patient = new Patient();
    Future<?> follower =
        threads.submit(
            () -> {
              delivery(inbox).deliver(numbers(2, 2), patient);
              return null;
            });
    await().until(() -> waitingForALock() > 0);
    goOn.countDown();
    assertThat(redriven.get().healed()).isTrue();
    follower.get();
    assertThat(parcels.seen("k")).containsExactly(1L, 2L);
    assertThat(parked().count()).isZero();
    assertThat(patient.pauses() + patient.faults()).isZero();
  }

  @Test
  void a_bug_is_tried_three_times_and_then_parked_under_its_name() throws Exception {
    List<Integer> calls = new ArrayList<>();
    Inbox buggy =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              calls.add(records.size());
              throw new NullPointerException("a bug");
            },
            InboxSettings.of(Set.of(), null));
    Patient patient = new Patient();
    delivery(buggy).deliver(numbers(1, 1), patient);
    assertThat(calls).hasSize(3);
    assertThat(patient.pauses()).isEqualTo(2);
    assertThat(new ParkedKeys(buggy, null).records("k").get(0).error())
        .isEqualTo("NullPointerException");
  }

  @Test
  void a_conflict_with_a_command_heals_itself() throws Exception {
    List<Integer> calls = new ArrayList<>();
    Inbox raced =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              calls.add(records.size());
              if (calls.size() < 3) {
                throw new IllegalStateException("the version has changed");
              }
              parcels.apply(tx, records);
            },
            InboxSettings.of(Set.of(), null));
    delivery(raced).deliver(numbers(1, 1), new Patient());
    assertThat(parcels.seen("k")).containsExactly(1L);
    assertThat(parked().count()).isZero();
  }

  @Test
  void one_poisoned_record_of_a_batch_costs_few_transactions() throws Exception {
    parcels.damage("k37", 1);
    List<Incoming> records = new ArrayList<>();
    for (int key = 0; key < 500; key++) {
      records.add(incoming("log", key, "k" + key, 1));
    }
    int[] calls = new int[1];
    Inbox counted =
        new Inbox(
            new JdbcTransactions(database),
            (tx, some) -> {
              calls[0]++;
              parcels.apply(tx, some);
            },
            InboxSettings.of(Set.of(), "dead"));
    delivery(counted).deliver(records, new Patient());
    assertThat(parcels.count()).isEqualTo(499);
    assertThat(parked().count()).isEqualTo(1);
    assertThat(calls[0]).isLessThan(25);
  }

  @Test
  void a_fault_of_the_surroundings_drops_and_parks_nothing() throws Exception {
    int[] calls = new int[1];
    Inbox unlucky =
        new Inbox(
            new JdbcTransactions(database),
            (tx, records) -> {
              if (++calls[0] < 8) {
                throw new java.sql.SQLException("the connection is gone", "08006");
              }
              parcels.apply(tx, records);
            },
            InboxSettings.of(Set.of(), null));
    Patient patient = new Patient();
    delivery(unlucky).deliver(numbers(1, 10), patient);
    assertThat(patient.faults()).isEqualTo(7);
    assertThat(parcels.seen("k")).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
    assertThat(parked().count()).isZero();
  }

  private List<Incoming> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(n -> incoming("log", n, "k", n)).toList();
  }

  private Outcome applyOrLookAgain(List<Incoming> records) throws Exception {
    while (true) {
      try {
        return inbox.apply(records);
      } catch (RacedByAnotherConsumer raced) {
        Thread.onSpinWait();
      }
    }
  }

  private static Incoming state(long offset, String key, String text) {
    return new Incoming("state", 0, offset, key, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Incoming bad(long offset, String key, Map<String, String> headers) {
    return new Incoming("log", 0, offset, key, headers, new byte[] {1});
  }

  private ParkedKeys parked() {
    return new ParkedKeys(inbox, null);
  }

  private static Delivery delivery(Inbox inbox) {
    return new Delivery(inbox, new ParkedKeys(inbox, null));
  }

  private static long waitingForALock() throws Exception {
    return number("SELECT count(*) FROM pg_locks WHERE NOT granted");
  }

  private static long deadLetters() throws Exception {
    return number("SELECT count(*) FROM outbox WHERE topic = 'dead'");
  }

  private static long number(String query) throws Exception {
    try (var connection = database.getConnection();
        var sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
