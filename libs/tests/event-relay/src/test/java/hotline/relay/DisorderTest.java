package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.relay.conformance.Parcels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records in any order, several times, and cured while they come: the end is always the same. */
class DisorderTest {

  private static final int KEYS = 12;
  private static final int NUMBERS = 40;

  private static DataSource database;

  private OneConnection transactions;
  private Parcels parcels;
  private Inbox inbox;
  private Delivery delivery;
  private ParkedKeys parked;

  @BeforeAll
  static void start() throws Exception {
    database = TestServers.database("disorder");
  }

  @BeforeEach
  void empty() throws Exception {
    Parcels.clear(database);
    parcels = new Parcels(database);
    transactions = new OneConnection(database);
    inbox = new Inbox(transactions, parcels, InboxSettings.of(Set.of(), "dead"));
    parked = new ParkedKeys(inbox, null);
    delivery = new Delivery(inbox, parked);
  }

  @AfterEach
  void end() throws Exception {
    transactions.close();
  }

  @Test
  void shuffled_and_repeated_records_end_as_if_they_had_come_in_order() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      end();
      empty();
      SplittableRandom random = new SplittableRandom(seed);
      List<Incoming> log = disorderly(random);
      for (int at = 0; at < log.size(); ) {
        int end = Math.min(log.size(), at + 1 + random.nextInt(60));
        delivery.deliver(log.subList(at, end), new Patient());
        at = end;
      }
      delivery.sweepGaps(new Patient());
      assertThat(parked.list(null, 50).items()).as("seed %d", seed).isEmpty();
      assertEverythingOnceAndInOrder("seed " + seed);
    }
  }

  @Test
  void keys_cured_while_their_records_still_come_lose_none_and_strand_none() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int key = 0; key < KEYS; key += 2) {
      parcels.damage("k" + key, 3 + random.nextInt(5));
    }
    List<Incoming> log = inOrder();
    AtomicBoolean coming = new AtomicBoolean(true);
    ExecutorService administrator = Executors.newSingleThreadExecutor();
    Future<?> cure =
        administrator.submit(
            () -> {
              while (coming.get()) {
                parked.redriveAll();
                if (parcels.count() > KEYS * NUMBERS / 3) {
                  parcels.mend();
                }
              }
              return null;
            });
    for (int at = 0; at < log.size(); at += 6) {
      delivery.deliver(log.subList(at, Math.min(log.size(), at + 6)), new Patient());
    }
    coming.set(false);
    cure.get();
    administrator.shutdown();
    parcels.mend();
    assertThat(parked.redriveAll().healed()).isTrue();
    assertThat(parked.count()).isZero();
    assertEverythingOnceAndInOrder("cured");
  }

  private void assertEverythingOnceAndInOrder(String name) throws Exception {
    Map<String, List<Long>> seen = parcels.seen();
    assertThat(seen).as(name).hasSize(KEYS);
    assertThat(seen.values())
        .as(name)
        .allMatch(LongStream.rangeClosed(1, NUMBERS).boxed().toList()::equals);
  }

  private static List<Incoming> inOrder() {
    List<Incoming> log = new ArrayList<>();
    for (long number = 1; number <= NUMBERS; number++) {
      for (int key = 0; key < KEYS; key++) {
        log.add(Parcels.incoming("log", log.size(), "k" + key, number));
      }
    }
    return log;
  }

  /** Neighbours far apart change places, a third comes again later, some of it twice. */
  private static List<Incoming> disorderly(SplittableRandom random) {
    List<Incoming> log = new ArrayList<>(inOrder());
    int size = log.size();
    for (int swap = 0; swap < size / 2; swap++) {
      int one = random.nextInt(size);
      int other = Math.min(size - 1, one + random.nextInt(80));
      Incoming moved = log.get(one);
      log.set(one, log.get(other));
      log.set(other, moved);
    }
    for (int again = 0; again < size / 3; again++) {
      Incoming copy = log.get(random.nextInt(log.size()));
      log.add(random.nextInt(log.size()), copy);
    }
    List<Incoming> numbered = new ArrayList<>();
    for (Incoming record : log) {
      numbered.add(
          new Incoming(
              record.topic(), 0, numbered.size(), record.key(), record.headers(), record.value()));
    }
    return numbered;
  }
}
