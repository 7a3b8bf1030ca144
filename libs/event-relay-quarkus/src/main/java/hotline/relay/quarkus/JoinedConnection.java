package hotline.relay.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** JDBC inside the transaction at hand, on the physical connection that Hibernate uses in it. */
@ApplicationScoped
public class JoinedConnection {

  private final DataSource database;
  private final TransactionSynchronizationRegistry transaction;

  JoinedConnection(DataSource database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** What is done with the connection. */
  public interface Work<T> {
    T run(Connection tx) throws SQLException;
  }

  /** Refuses to work outside a transaction: there the write would stand alone. */
  public <T> T call(Work<T> work) {
    if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("No transaction is active");
    }
    try (Connection tx = database.getConnection()) {
      return work.run(tx);
    } catch (SQLException failed) {
      throw new JdbcFailure(failed);
    }
  }

  /** An SQLException on its way through code that declares none. */
  public static final class JdbcFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JdbcFailure(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
