package hotline.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What is parked, and the ways out of it; safe while the consumer runs. */
public final class ParkedKeys {

  private static final int ATTEMPTS = 3;

  private final Inbox inbox;
  private final Transactions transactions;
  private final ParkedStore store;
  private final String schema;

  public ParkedKeys(Inbox inbox, String schema) {
    this.inbox = inbox;
    this.schema = schema;
    transactions = inbox.transactions();
    store = inbox.parked();
  }

  /**
   * One page in the order of the keys.
   *
   * @param next cursor of the next page, or null
   */
  public record Page(List<ParkedKey> items, String next) {}

  /**
   * @param cursor {@link Page#next()} of the page before, or null
   */
  public Page list(String cursor, int limit) throws Exception {
    return transactions.call(tx -> list(tx, cursor, limit));
  }

  private Page list(Connection tx, String cursor, int limit) throws SQLException {
    String records = Tables.name(schema, "parked_record");
    String query =
        "SELECT k.key, k.reason, k.since,"
            + " (SELECT count(*) FROM "
            + records
            + " r WHERE r.key = k.key),"
            + " (SELECT r.error_text FROM "
            + records
            + " r WHERE r.key = k.key ORDER BY r.id LIMIT 1) FROM "
            + Tables.name(schema, "parked_key")
            + " k WHERE k.key > ? ORDER BY k.key LIMIT ?";
    List<ParkedKey> items = new ArrayList<>();
    try (PreparedStatement sql = tx.prepareStatement(query)) {
      sql.setString(1, cursor == null ? "" : cursor);
      sql.setInt(2, limit + 1);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          items.add(
              new ParkedKey(
                  row.getString(1),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  row.getLong(4),
                  row.getString(5)));
        }
      }
    }
    if (items.size() <= limit) {
      return new Page(items, null);
    }
    List<ParkedKey> page = items.subList(0, limit);
    return new Page(List.copyOf(page), page.get(limit - 1).key());
  }

  /** How many keys are parked, exactly. */
  public long count() throws Exception {
    return transactions.call(tx -> count(tx, schema));
  }

  /** The same count on a connection at hand, for gauges. */
  public static long count(Connection connection, String schema) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement(
                "SELECT count(*) FROM " + Tables.name(schema, "parked_key"));
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What waits under the key, in order, at most a thousand. */
  public List<ParkedRecord> records(String key) throws Exception {
    return transactions.call(tx -> store.ofKey(tx, key, 1_000));
  }

  /** Whether this record waits under the key. */
  public boolean waits(String key, long recordId) throws Exception {
    return transactions.call(tx -> store.keyOf(tx, recordId).filter(key::equals).isPresent());
  }

  /**
   * Applies what waits under the key, in order, each record in a transaction of its own; stops at
   * the first that fails again and notes why. An empty queue releases the key.
   */
  public RedriveResult redrive(String key) throws Exception {
    int applied = 0;
    int duplicates = 0;
    while (true) {
      Step step = step(key);
      switch (step.kind()) {
        case APPLIED -> applied++;
        case DUPLICATE -> duplicates++;
        case DONE -> {
          return new RedriveResult(applied, duplicates, 0, null);
        }
        case FAILED -> {
          return new RedriveResult(applied, duplicates, remaining(key), step.error());
        }
      }
    }
  }

  private enum Kind {
    APPLIED,
    DUPLICATE,
    DONE,
    FAILED
  }

  private record Step(Kind kind, String error) {}

  private Step step(String key) throws Exception {
    AtomicReference<ParkedRecord> tried = new AtomicReference<>();
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(tx -> step(tx, key, tried));
      } catch (Exception failed) {
        if (failed instanceof InterruptedException || Faults.isInfrastructure(failed)) {
          throw failed;
        }
        // A conflict with a command or another consumer heals itself when tried again.
        if (Faults.poison(failed).isPresent() || attempt == ATTEMPTS) {
          return noteFailure(tried.get(), failed);
        }
      }
    }
  }

  private Step step(Connection tx, String key, AtomicReference<ParkedRecord> tried)
      throws Exception {
    if (store.lock(tx, key).isEmpty()) {
      return new Step(Kind.DONE, null);
    }
    Optional<ParkedRecord> first = store.first(tx, key);
    if (first.isEmpty()) {
      store.releaseIfEmpty(tx, key);
      return new Step(Kind.DONE, null);
    }
    ParkedRecord record = first.get();
    tried.set(record);
    Inbox.Redriven redriven = inbox.applyWaiting(tx, record.incoming());
    if (redriven.tooEarly()) {
      ParkedBecause gap = redriven.gap();
      Optional<ParkedRecord> closing = store.closing(tx, key, gap.gapSource(), redriven.missing());
      if (closing.isEmpty()) {
        String text = "Number " + redriven.missing() + " of its source is still missing";
        store.failedAgain(tx, record, gap, text);
        return new Step(Kind.FAILED, text);
      }
      record = closing.get();
      tried.set(record);
      redriven = inbox.applyWaiting(tx, record.incoming());
    }
    store.delete(tx, record.id());
    // In the same transaction, so that a key whose last record is applied is never seen parked.
    store.releaseIfEmpty(tx, key);
    return new Step(redriven.applied() ? Kind.APPLIED : Kind.DUPLICATE, null);
  }

  private Step noteFailure(ParkedRecord record, Exception failed) throws Exception {
    if (record == null) {
      throw failed;
    }
    String text = Inbox.text(failed);
    transactions.call(
        tx -> {
          if (store.lock(tx, record.key()).isPresent()) {
            store.failedAgain(tx, record, ParkedBecause.poison(Inbox.reason(failed)), text);
          }
          return null;
        });
    return new Step(Kind.FAILED, text);
  }

  private long remaining(String key) throws Exception {
    return transactions.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "SELECT count(*) FROM "
                      + Tables.name(schema, "parked_record")
                      + " WHERE key = ?")) {
            sql.setString(1, key);
            try (ResultSet row = sql.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Every key, one after another; a key that fails again does not stop the rest. */
  public RedriveResult redriveAll() throws Exception {
    return redriveAll(key -> true);
  }

  /** The same for the keys that are parked for this reason. */
  public RedriveResult redriveAll(String reason) throws Exception {
    return redriveAll(key -> key.reason().equals(reason));
  }

  private RedriveResult redriveAll(Predicate<ParkedKey> chosen) throws Exception {
    RedriveResult total = new RedriveResult(0, 0, 0, null);
    String cursor = null;
    do {
      Page page = list(cursor, 200);
      for (ParkedKey parked : page.items().stream().filter(chosen).toList()) {
        total = total.plus(redrive(parked.key()));
      }
      cursor = page.next();
    } while (cursor != null);
    return total;
  }

  /** Keys parked for a number that is no longer missing, such as after a crash in between. */
  List<String> closedGaps(int limit) throws Exception {
    String query =
        "SELECT k.key FROM "
            + Tables.name(schema, "parked_key")
            + " k LEFT JOIN "
            + Tables.name(schema, "consumed_sequence")
            + " c ON c.key = k.key AND c.source = k.gap_source WHERE k.reason = 'GAP'"
            + " AND (k.gap_number <= coalesce(c.last_sequence, 0) + 1 OR EXISTS (SELECT 1 FROM "
            + Tables.name(schema, "parked_record")
            + " r WHERE r.key = k.key AND r.source = k.gap_source"
            + " AND r.number = coalesce(c.last_sequence, 0) + 1)) LIMIT ?";
    return transactions.call(
        tx -> {
          List<String> keys = new ArrayList<>();
          try (PreparedStatement sql = tx.prepareStatement(query)) {
            sql.setInt(1, limit);
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                keys.add(row.getString(1));
              }
            }
          }
          return keys;
        });
  }

  /**
   * Takes a record out of the queue for ever. It stays in the table of what was set aside and in
   * the dead-letter topic. What waits behind it goes on with the next re-drive, once its number is
   * applied or counts.
   *
   * @param numberCounts true for a genuine record that can never be applied: its number counts as
   *     applied without effect, else the numbers after it would wait for ever. False for one
   *     written by hand: the genuine record with that number is still to come
   * @return false when it did not wait (any more)
   * @throws NotTheNextNumber when its number is to count and an earlier one is missing
   */
  public boolean setAside(long recordId, String reason, String actor, boolean numberCounts)
      throws Exception {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("需要说明理由 / A reason is needed");
    }
    return transactions.call(
        tx -> {
          Optional<String> key = store.keyOf(tx, recordId);
          if (key.isEmpty() || store.lock(tx, key.get()).isEmpty()) {
            return false;
          }
          Optional<ParkedRecord> record = store.withId(tx, recordId);
          if (record.isEmpty()) {
            return false;
          }
          if (numberCounts) {
            inbox.countWithoutEffect(tx, record.get().incoming());
          }
          store.setAside(tx, recordId, reason, actor);
          if (!store.releaseIfEmpty(tx, key.get())) {
            store.waitForRedrive(tx, key.get());
          }
          return true;
        });
  }

  /** Whether values of the topic may be erased: then they are shown nowhere else. */
  public boolean withholdsValuesOf(String topic) {
    return store.withholdsValuesOf(topic);
  }
}
