package hotline.reporting.log;

import hotline.lifecycle.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Facts that were read and are not counted: their cases are parked until an administrator has
 * looked at them. The log is read past them all the same.
 */
@ApplicationScoped
public class ParkedFacts {

  // In a gap the fact that is missing is older than those that wait, by nobody knows how much.
  private static final String WAITING =
      "SELECT r.key, CASE WHEN k.reason <> 'GAP' THEN"
          + " r.headers[array_position(r.headers, 'ce_recordedtime') + 1] END"
          + " FROM parked_record r JOIN parked_key k USING (key) WHERE r.topic = ?";

  /** How many cases lack a fact that was, or may have been, recorded before a moment. */
  public int casesBefore(Connection connection, Instant until) throws SQLException {
    Set<String> cases = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setString(1, Topics.CASE_LIFECYCLE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (mayBeBefore(rows.getString(2), until)) {
            cases.add(rows.getString(1));
          }
        }
      }
    }
    return cases.size();
  }

  static boolean mayBeBefore(String recorded, Instant until) {
    try {
      return recorded == null || Instant.parse(recorded).isBefore(until);
    } catch (DateTimeException unreadable) {
      return true;
    }
  }
}
