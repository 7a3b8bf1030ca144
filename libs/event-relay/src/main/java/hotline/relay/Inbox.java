package hotline.relay;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies records exactly once: their effects, and the note how far each stream has come, are one
 * transaction. Two consumers that hold the same records cannot both apply them.
 */
public final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Transactions transactions;
  private final RecordApplier applier;
  private final InboxSettings settings;
  private final ConsumedSequences sequences;
  private final ParkedStore parked;

  public Inbox(Transactions transactions, RecordApplier applier, InboxSettings settings) {
    this.transactions = transactions;
    this.applier = applier;
    this.settings = settings;
    sequences = new ConsumedSequences(settings.schema());
    parked = new ParkedStore(settings);
  }

  /**
   * One transaction for the whole batch, in log order: two statements and those of the applier.
   * Throws what the applier throws; then nothing has happened.
   */
  public Outcome apply(List<Incoming> records) throws Exception {
    List<Placed> placed = new ArrayList<>(records.size());
    for (Incoming record : records) {
      placed.add(place(record));
    }
    return transactions.call(tx -> apply(tx, placed));
  }

  private Outcome apply(Connection tx, List<Placed> placed) throws Exception {
    BatchPlan plan = BatchPlan.of(placed, sequences.read(tx, placed));
    if (!plan.gapKeys().isEmpty()) {
      // While the first look waited for a lock, others may have filled the gap: look again before
      // an alarm.
      plan = BatchPlan.of(placed, sequences.read(tx, placed));
    }
    if (!plan.advances().isEmpty()) {
      sequences.advance(tx, plan.advances());
    }
    if (!plan.fresh().isEmpty()) {
      applier.apply(tx, plan.fresh());
    }
    List<Incoming> tombstones = tombstones(placed);
    if (!tombstones.isEmpty()) {
      parked.erase(tx, tombstones);
    }
    int waiting = plan.held().isEmpty() ? 0 : parked.hold(tx, plan.held());
    for (String key : plan.gapKeys()) {
      LOG.error("A number is missing in the sequence of key {}: its records wait", key);
    }
    return new Outcome(
        plan.fresh().size(),
        plan.duplicates() + plan.held().size() - waiting,
        waiting,
        plan.gapKeys().size(),
        plan.drainable());
  }

  private static List<Incoming> tombstones(List<Placed> placed) {
    return placed.stream()
        .filter(record -> !record.gapFree() && record.incoming().value() == null)
        .map(Placed::incoming)
        .toList();
  }

  private Placed place(Incoming record) {
    return Placed.of(record, settings.unsequencedTopics(), settings.incarnation());
  }

  /** Parks a record that can not be applied, in a transaction of its own. */
  Outcome park(Incoming record, Throwable failed) throws Exception {
    String reason = reason(failed);
    String text = text(failed);
    Outcome outcome = transactions.call(tx -> park(tx, record, reason, text));
    if (outcome.parked() > 0) {
      tell(record, reason, text, failed);
    }
    return outcome;
  }

  private Outcome park(Connection tx, Incoming record, String reason, String text)
      throws Exception {
    Placed placed;
    try {
      placed = place(record);
    } catch (PoisonRecord unreadable) {
      return parkUnplaced(tx, record, reason, text);
    }
    BatchPlan plan = BatchPlan.ofPoison(placed, sequences.read(tx, List.of(placed)), reason, text);
    if (!plan.advances().isEmpty()) {
      sequences.advance(tx, plan.advances());
    }
    return held(plan.held().isEmpty() ? 0 : parked.hold(tx, plan.held()));
  }

  private static Outcome held(int one) {
    return new Outcome(0, 1 - one, one, 0, Set.of());
  }

  private Outcome parkUnplaced(Connection tx, Incoming record, String reason, String text)
      throws Exception {
    String key = Placed.parkingKey(record);
    String already = parked.lock(tx, key).orElse(null);
    ParkedBecause because = ParkedBecause.poison(already == null ? reason : ParkedBecause.FOLLOWS);
    return held(parked.hold(tx, List.of(BatchPlan.Held.unplaced(record, because, text))));
  }

  private static void tell(Incoming record, String reason, String text, Throwable failed) {
    String what = "Record {}-{}@{} cannot be applied, its key {} is parked: {}: {}";
    List<Object> about =
        new ArrayList<>(
            List.of(
                record.topic(),
                record.partition(),
                record.offset(),
                Placed.parkingKey(record),
                reason,
                text));
    if (Faults.poison(failed).isEmpty()) {
      // A bug needs its stack.
      about.add(failed);
    }
    LOG.error(what, about.toArray());
  }

  /**
   * What a re-drive of one waiting record came to.
   *
   * @param missing number that must be applied before it, or 0 when it was applied or dropped
   */
  record Redriven(boolean applied, ParkedBecause gap, long missing) {

    boolean tooEarly() {
      return missing > 0;
    }
  }

  /** Applies a record that waited, in the caller's transaction; throws when it fails again. */
  Redriven applyWaiting(Connection tx, Incoming record) throws Exception {
    Placed placed = place(record);
    // The offset of an unsequenced record was noted when it was parked; order is the queue's.
    if (placed.gapFree()) {
      Long last = sequences.read(tx, List.of(placed)).last().get(placed.position());
      long before = last == null ? 0 : last;
      if (placed.number() <= before) {
        return new Redriven(false, null, 0);
      }
      if (placed.number() > before + 1) {
        return new Redriven(false, ParkedBecause.gap(placed), before + 1);
      }
      sequences.advance(
          tx, new TreeMap<>(Map.of(placed.position(), new Advance(before, placed.number()))));
    }
    applier.apply(tx, List.of(record));
    return new Redriven(true, null, 0);
  }

  /**
   * Lets the number of a record count as applied though it had no effect, in the caller's
   * transaction.
   *
   * @throws NotTheNextNumber when an earlier number of its stream is missing, or it has none
   */
  void countWithoutEffect(Connection tx, Incoming record) throws Exception {
    Placed placed;
    try {
      placed = place(record);
    } catch (PoisonRecord unreadable) {
      throw new NotTheNextNumber();
    }
    if (!placed.gapFree()) {
      return;
    }
    Long last = sequences.read(tx, List.of(placed)).last().get(placed.position());
    long before = last == null ? 0 : last;
    if (placed.number() > before + 1) {
      throw new NotTheNextNumber();
    }
    if (placed.number() == before + 1) {
      sequences.advance(
          tx, new TreeMap<>(Map.of(placed.position(), new Advance(before, placed.number()))));
    }
  }

  static String reason(Throwable failed) {
    return Faults.poison(failed)
        .map(PoisonRecord::code)
        .orElseGet(() -> rootOf(failed).getClass().getSimpleName());
  }

  static String text(Throwable failed) {
    return Faults.poison(failed)
        .map(Throwable::getMessage)
        .orElseGet(() -> withoutData(rootOf(failed)));
  }

  /** The database adds the values of the failing row to its message; they are nobody's business. */
  private static String withoutData(Throwable root) {
    if (root instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
      return refused.getServerErrorMessage().getSQLState()
          + " "
          + refused.getServerErrorMessage().getMessage();
    }
    return String.valueOf(root);
  }

  private static Throwable rootOf(Throwable failed) {
    Throwable root = failed;
    for (int depth = 0; root.getCause() != null && depth < 30; depth++) {
      root = root.getCause();
    }
    return root;
  }

  Transactions transactions() {
    return transactions;
  }

  ParkedStore parked() {
    return parked;
  }
}
