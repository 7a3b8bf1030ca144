package hotline.relay.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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

  /**
   * One query, as {@link Rows#of}.
   *
   * @param values its parameters; times as {@link java.time.OffsetDateTime}
   */
  public <T> List<T> read(String query, Rows.Reader<T> reader, Object... values) {
    return call(tx -> Rows.of(tx, query, reader, values));
  }

  /**
   * One statement that writes.
   *
   * @param values its parameters; times as {@link java.time.OffsetDateTime}
   * @return how many rows it wrote
   */
  public int write(String statement, Object... values) {
    return call(
        tx -> {
          try (PreparedStatement sql = tx.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
              sql.setObject(i + 1, values[i]);
            }
            return sql.executeUpdate();
          }
        });
  }

  /** An SQLException on its way through code that declares none. */
  public static final class JdbcFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JdbcFailure(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
