package hotline.relay.quarkus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a query finds, by plain JDBC. */
public final class Rows {

  private Rows() {}

  /** Reads what is wanted of the row at hand. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All rows, in the order of the query.
   *
   * @param values of the parameters in their order, as the driver takes them
   */
  public static <T> List<T> of(
      Connection connection, String query, Reader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    }
  }
}
