package hotline.dispatch.assignments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The columns of many rows as parameters of one statement: {@code unnest(?::uuid[], ...)}. */
final class SqlColumns<T> {

  private final Connection tx;
  private final PreparedStatement sql;
  private final List<T> rows;
  private int parameter;

  SqlColumns(Connection tx, PreparedStatement sql, List<T> rows) {
    this.tx = tx;
    this.sql = sql;
    this.rows = rows;
  }

  /** The next parameter. */
  SqlColumns<T> set(String type, Function<T, ?> column) throws SQLException {
    parameter++;
    sql.setArray(parameter, tx.createArrayOf(type, rows.stream().map(column).toArray()));
    return this;
  }

  SqlColumns<T> setTime(Function<T, Instant> column) throws SQLException {
    return set("timestamptz", row -> offset(column.apply(row)));
  }

  private static OffsetDateTime offset(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
