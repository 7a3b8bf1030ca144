package hotline.relay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on a plain data source, for hosts without a transaction manager. */
public final class JdbcTransactions implements Transactions {

  private final DataSource database;

  public JdbcTransactions(DataSource database) {
    this.database = database;
  }

  @Override
  public <T> T call(Work<T> work) throws Exception {
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      T result;
      try {
        result = work.run(tx);
      } catch (Throwable failed) {
        rollBack(tx, failed);
        throw failed;
      }
      tx.commit();
      return result;
    }
  }

  private static void rollBack(Connection tx, Throwable failed) {
    try {
      tx.rollback();
    } catch (SQLException lost) {
      failed.addSuppressed(lost);
    }
  }
}
