package hotline.intake.reference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** The newest directory, kept in memory and read again when another instance has changed it. */
@ApplicationScoped
public class Directories {
  private static final long CHECK_NANOS = 1_000_000_000L;

  private record Loaded(Directory directory, long counter, long checkedAt) {}

  private final DataSource database;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Loaded loaded;

  @Inject
  Directories(DataSource database) {
    this.database = database;
  }

  /**
   * The directory, at most a second old, or a moment more while somebody reads it again: who asks
   * may hold a connection, and must not wait for one that only others can give back.
   */
  public Directory current() {
    Loaded known = loaded;
    if (known == null) {
      return first();
    }
    if (System.nanoTime() - known.checkedAt() >= CHECK_NANOS && reading.tryLock()) {
      try {
        refresh();
      } finally {
        reading.unlock();
      }
    }
    return loaded.directory();
  }

  /** The directory; refuses while none has arrived, since no code could be checked. */
  public Directory required() {
    Directory directory = current();
    if (directory.isEmpty()) {
      throw new DirectoryNotReady();
    }
    return directory;
  }

  private Directory first() {
    reading.lock();
    try {
      refresh();
      return loaded.directory();
    } finally {
      reading.unlock();
    }
  }

  private void refresh() {
    Loaded known = loaded;
    long now = System.nanoTime();
    if (known == null || now - known.checkedAt() >= CHECK_NANOS) {
      // Outside the command's transaction, so that a snapshot of its own cannot hide the change.
      loaded = QuarkusTransaction.suspendingExisting().call(() -> load(known, now));
    }
  }

  private Loaded load(Loaded known, long now) throws Exception {
    try (Connection connection = database.getConnection()) {
      long counter = DirectoryStore.changeCounter(connection);
      return known != null && known.counter() == counter
          ? new Loaded(known.directory(), counter, now)
          : new Loaded(DirectoryStore.load(connection), counter, now);
    }
  }

  /** A page that is the whole list. */
  public record Items<T>(List<T> items, long count, String nextCursor) {
    static <T> Items<T> all(List<T> items) {
      return new Items<>(items, items.size(), null);
    }
  }
}
