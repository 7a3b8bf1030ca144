package hotline.reporting.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** The cases of a list as they stand now. */
final class CasesNow implements CaseRows {

  private static final Logger LOG = Logger.getLogger(CasesNow.class);

  private final Connection connection;
  private final ResultSet rows;
  private final Reading reading;

  interface Reading {
    CaseLine line(ResultSet row) throws SQLException;
  }

  /** Runs the query, which brings the first rows; closes nothing when that fails. */
  CasesNow(Connection connection, PreparedStatement select, Reading reading) throws SQLException {
    this.connection = connection;
    this.reading = reading;
    select.closeOnCompletion();
    this.rows = select.executeQuery();
  }

  @Override
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
    CaseRows.giveBack(connection);
  }
}
