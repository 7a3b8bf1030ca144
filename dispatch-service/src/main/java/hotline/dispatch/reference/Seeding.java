package hotline.dispatch.reference;

import hotline.relay.quarkus.JtaTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills reference tables at the start, one instance at a time, each subject whole or not at all.
 */
@ApplicationScoped
public class Seeding {

  private static final Logger LOG = Logger.getLogger(Seeding.class);
  private static final long LOCK = 0x5EED;

  private final JtaTransactions transactions;

  private final boolean demonstration;

  Seeding(
      JtaTransactions transactions,
      @ConfigProperty(name = "hotline.directory.demonstration", defaultValue = "true")
          boolean demonstration) {
    this.transactions = transactions;
    this.demonstration = demonstration;
  }

  /**
   * Whether this database has the demonstration city; a city of its own begins with the centre
   * alone. The first start decides it for good: one that is configured otherwise later would put
   * another city's places among those of this one.
   */
  public boolean ofDemonstration(Connection tx) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into directory_origin (demonstration) values (?) on conflict do nothing")) {
      sql.setBoolean(1, demonstration);
      sql.executeUpdate();
    }
    try (Statement sql = tx.createStatement();
        ResultSet row = sql.executeQuery("select demonstration from directory_origin")) {
      row.next();
      boolean begun = row.getBoolean(1);
      if (begun != demonstration) {
        LOG.warnf(
            "hotline.directory.demonstration is %s, but the database began with %s and stays so",
            demonstration, begun);
      }
      return begun;
    }
  }

  /** Adds what is missing and returns how many rows that were. */
  public interface Step {
    int add(Connection tx) throws SQLException;
  }

  public void run(String subject, Step step) {
    try {
      int added =
          transactions.call(
              tx -> {
                lock(tx);
                return step.add(tx);
              });
      if (added > 0) {
        LOG.infof("%d rows of %s were added", added, subject);
      }
    } catch (Exception e) {
      throw new IllegalStateException("Reference data cannot be written: " + subject, e);
    }
  }

  private static void lock(Connection tx) throws SQLException {
    try (Statement sql = tx.createStatement()) {
      sql.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
  }
}
