package hotline.dispatch.supervision;

import hotline.lifecycle.UrgeForm;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The urges of the centre: written once and never changed. */
@ApplicationScoped
class UrgeStore {

  private final DataSource database;
  private final JoinedConnection connection;

  UrgeStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** One per case, with one round trip. */
  void add(Map<UUID, CentreUrge> urges, String urgedBy) {
    if (urges.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into centre_urge (case_id, urge_no, form, paper_no, unit_id, words,"
                      + " urged_by, urged_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<UUID, CentreUrge> each : urges.entrySet()) {
              CentreUrge urge = each.getValue();
              sql.setObject(1, each.getKey());
              sql.setInt(2, urge.urgeNo());
              sql.setString(3, urge.form().name());
              sql.setString(4, urge.paperNo());
              sql.setString(5, urge.unitId());
              sql.setString(6, urge.words());
              sql.setString(7, urgedBy);
              sql.setObject(8, urge.at().atOffset(ZoneOffset.UTC));
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  List<CentreUrge> of(UUID caseId) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select urge_no, form, paper_no, unit_id, words, urged_at from centre_urge"
                    + " where case_id = ? order by urge_no")) {
      sql.setObject(1, caseId);
      List<CentreUrge> urges = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          urges.add(
              new CentreUrge(
                  row.getInt(1),
                  UrgeForm.valueOf(row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, OffsetDateTime.class).toInstant()));
        }
      }
      return urges;
    } catch (SQLException e) {
      throw new IllegalStateException("The urges of a case cannot be read", e);
    }
  }
}
