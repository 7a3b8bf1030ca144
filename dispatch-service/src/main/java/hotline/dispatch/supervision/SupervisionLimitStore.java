package hotline.dispatch.supervision;

import hotline.dispatch.reference.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Limits and rules of supervision, remembered until the table says that they have changed. */
@ApplicationScoped
public class SupervisionLimitStore {

  private final Remembered<SupervisionLimits> remembered;

  @Inject
  SupervisionLimitStore(DataSource database) {
    remembered =
        new Remembered<>(database, "supervision", (connection, version) -> load(connection));
  }

  public SupervisionLimits inForce() {
    return remembered.recent();
  }

  private static SupervisionLimits load(Connection connection) throws SQLException {
    Map<String, String> rows = new HashMap<>();
    try (PreparedStatement sql =
            connection.prepareStatement("select name, value from supervision_limit");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        rows.put(row.getString(1), row.getString(2));
      }
    }
    return SupervisionLimits.of(rows);
  }
}
