package hotline.relay.quarkus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What plain JDBC reads of a row beyond what the driver gives. */
public final class Columns {

  private Columns() {}

  /** A column {@code timestamptz}, to the microsecond; null where it is null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return instant(row.getObject(column, OffsetDateTime.class));
  }

  /**
   * As {@link #instant(ResultSet, String)}.
   *
   * @param column from 1
   */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    return instant(row.getObject(column, OffsetDateTime.class));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
