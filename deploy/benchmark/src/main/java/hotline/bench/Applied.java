package hotline.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many facts about cases a database has applied: the newest number of every stream, summed. */
final class Applied {

  private Applied() {}

  static long in(Connection database) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet sum =
            sql.executeQuery(
                "SELECT coalesce(sum(last_sequence), 0) FROM consumed_sequence"
                    + " WHERE key NOT LIKE 'log:%'")) {
      sum.next();
      return sum.getLong(1);
    } catch (SQLException notYet) {
      if ("42P01".equals(notYet.getSQLState())) {
        return 0;
      }
      throw notYet;
    }
  }
}
