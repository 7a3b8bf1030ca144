package hotline.reporting.cases;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** The cases of an opened list, one after the other. Holds a connection until it is closed. */
public interface CaseRows extends AutoCloseable {

  /** The next case; null after the last. */
  CaseLine next();

  @Override
  void close();

  /** Ends the transaction, in which nothing was changed, and gives the connection to the pool. */
  static void giveBack(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException broken) {
      // The pool throws a broken connection away; whoever was reading has been told why.
      Logger.getLogger(CaseRows.class).debug("The connection of a list was not given back", broken);
    }
  }
}
