package hotline.reporting.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** The cases of an opened list, one after the other. Holds a connection until it is closed. */
public final class CaseRows implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CaseRows.class);

  private final Connection connection;
  private final ResultSet rows;
  private final Reading reading;

  interface Reading {
    CaseLine line(ResultSet row) throws SQLException;
  }

  /** Runs the query, which brings the first rows; closes nothing when that fails. */
  CaseRows(Connection connection, PreparedStatement select, Reading reading) throws SQLException {
    this.connection = connection;
    this.reading = reading;
    select.closeOnCompletion();
    this.rows = select.executeQuery();
  }

  /** The next case; null after the last. */
  public CaseLine next() {
    try {
      return rows.next() ? reading.line(rows) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("The list could not be read to its end", e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (SQLException broken) {
      LOG.debug("The rows of a list could not be closed", broken);
    }
    giveBack(connection);
  }

  /** Ends the transaction, in which nothing was changed, and gives the connection to the pool. */
  static void giveBack(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      // The pool throws a broken connection away; whoever was reading has been told why.
      LOG.debug("The connection of a list could not be given back", broken);
    }
  }
}
