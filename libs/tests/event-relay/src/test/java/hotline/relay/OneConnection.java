package hotline.relay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions that keep a connection per thread: thousands of them in a test are still quick. */
final class OneConnection implements Transactions, AutoCloseable {

  private final DataSource database;
  private final ThreadLocal<Connection> connections = new ThreadLocal<>();

  OneConnection(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T call(Work<T> work) throws Exception {
    Connection tx = connection();
    try {
      T result = work.run(tx);
      tx.commit();
      return result;
    } catch (Throwable failed) {
      tx.rollback();
      throw failed;
    }
  }

  private Connection connection() throws SQLException {
    Connection kept = connections.get();
    if (kept == null) {
      kept = database.getConnection();
      kept.setAutoCommit(false);
      connections.set(kept);
    }
    return kept;
  }

  @Override
  public void close() throws SQLException {
    Connection kept = connections.get();
    if (kept != null) {
      kept.close();
    }
  }
}
