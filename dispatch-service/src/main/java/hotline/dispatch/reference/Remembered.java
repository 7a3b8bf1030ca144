package hotline.dispatch.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Reference data held in memory and read again when its number in the database has changed, so that
 * every instance soon works with the same.
 */
public final class Remembered<T> {

  /** Reads the data of one version. */
  public interface Loader<T> {
    T load(Connection connection, long version) throws SQLException;
  }

  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final DataSource database;
  private final String subject;
  private final Loader<T> loader;
  private volatile Held<T> held;

  private record Held<T>(long version, T value, long checkedAt) {}

  public Remembered(DataSource database, String subject, Loader<T> loader) {
    this.database = database;
    this.subject = subject;
    this.loader = loader;
  }

  /** What was in force at most a second ago: costs nothing on a hot path. */
  public T recent() {
    Held<T> known = held;
    return known != null && System.nanoTime() - known.checkedAt() < TRUSTED_NANOS
        ? known.value()
        : current();
  }

  /** What is in force now; one statement when nothing has changed. */
  public T current() {
    try (Connection connection = database.getConnection()) {
      long version = version(connection);
      Held<T> known = held;
      T value =
          known != null && known.version() == version
              ? known.value()
              : loader.load(connection, version);
      held = new Held<>(version, value, System.nanoTime());
      return value;
    } catch (SQLException e) {
      throw new IllegalStateException("Reference data cannot be read: " + subject, e);
    }
  }

  /** Waits for whoever changes the data now; others wait until the caller's transaction ends. */
  public void lock(Connection tx) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("select version from reference_version where subject = ? for update")) {
      sql.setString(1, subject);
      sql.executeQuery().close();
    }
  }

  /** Takes the next number in the caller's transaction, which changes the data. */
  public long advance(Connection tx) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "update reference_version set version = version + 1 where subject = ? returning version")) {
      sql.setString(1, subject);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private long version(Connection connection) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("select version from reference_version where subject = ?")) {
      sql.setString(1, subject);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
