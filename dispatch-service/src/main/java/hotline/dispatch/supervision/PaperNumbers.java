package hotline.dispatch.supervision;

import hotline.dispatch.limits.TimeRulesInForce;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;

/**
 * Numbers of papers, of whatever kind, by year and without a gap: whoever rolls back gives the
 * number back.
 */
@ApplicationScoped
public class PaperNumbers {

  private final JoinedConnection connection;
  private final TimeRulesInForce timeRules;

  PaperNumbers(JoinedConnection connection, TimeRulesInForce timeRules) {
    this.connection = connection;
    this.timeRules = timeRules;
  }

  /** Such as DB2026-0001. */
  public String next(String kind, Instant at) {
    int year = timeRules.calendar().dateOf(at).getYear();
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into paper_number (kind, year, last) values (?, ?, 1)"
                      + " on conflict (kind, year) do update set last = paper_number.last + 1"
                      + " returning last")) {
            sql.setString(1, kind);
            sql.setInt(2, year);
            try (ResultSet row = sql.executeQuery()) {
              row.next();
              return "%s%d-%04d".formatted(kind, year, row.getInt(1));
            }
          }
        });
  }
}
