package hotline.intake.track;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;

/** Counts wrong query codes per case, over all instances: six digits must not be guessed. */
@ApplicationScoped
class WrongCodes {
  private static final int MOST = 5;
  static final int MINUTES = 15;

  private final JoinedConnection database;

  @Inject
  WrongCodes(JoinedConnection database) {
    this.database = database;
  }

  /**
   * Whether no further code may be tried. Until the end of the transaction nobody else is told this
   * of the same case: otherwise all who guess at the same moment would be below the limit. A row
   * that is counted first would do as well, but only wrong codes count, and most codes are right.
   */
  boolean tooMany(UUID caseId) {
    return database.call(
        tx -> {
          try (PreparedStatement lock =
              tx.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, caseId.toString());
            lock.execute();
          }
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT 1 FROM track_failure WHERE case_id = ? AND failures >= ?"
                      + " AND since > clock_timestamp() - make_interval(mins => ?)")) {
            select.setObject(1, caseId);
            select.setInt(2, MOST);
            select.setInt(3, MINUTES);
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  void count(UUID caseId) {
    database.call(
        tx -> {
          try (PreparedStatement upsert =
              tx.prepareStatement(
                  "INSERT INTO track_failure AS f (case_id, failures, since) VALUES (?, 1, clock_timestamp())"
                      + " ON CONFLICT (case_id) DO UPDATE SET"
                      + " failures = CASE WHEN f.since > clock_timestamp() - make_interval(mins => ?) THEN f.failures + 1 ELSE 1 END,"
                      + " since = CASE WHEN f.since > clock_timestamp() - make_interval(mins => ?) THEN f.since ELSE clock_timestamp() END")) {
            upsert.setObject(1, caseId);
            upsert.setInt(2, MINUTES);
            upsert.setInt(3, MINUTES);
            return upsert.executeUpdate();
          }
        });
  }
}
