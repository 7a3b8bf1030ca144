package hotline.reporting.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The tables of this service, for who only reads them. */
@ApplicationScoped
public class ReadModels {

  private final DataSource database;

  ReadModels(DataSource database) {
    this.database = database;
  }

  /** What is read over one connection. */
  public interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  /** Throws IllegalStateException with the cause when the database does not answer. */
  public <T> T read(Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The read models could not be read", e);
    }
  }
}
