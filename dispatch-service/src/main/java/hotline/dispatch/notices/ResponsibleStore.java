package hotline.dispatch.notices;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The people whom notices name, and who gets which copy as a rule. */
@ApplicationScoped
class ResponsibleStore {

  private final DataSource database;
  private final JoinedConnection connection;

  ResponsibleStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  void add(UUID noticeId, List<ResponsiblePerson> people) {
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into notice_responsible (notice_id, person_no, name, post, phone)"
                      + " values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < people.size(); i++) {
              ResponsiblePerson person = people.get(i).tidy();
              sql.setObject(1, noticeId);
              sql.setInt(2, i + 1);
              sql.setString(3, person.name());
              sql.setString(4, person.post());
              sql.setString(5, person.phone());
              sql.addBatch();
            }
            return sql.executeBatch();
          }
        });
  }

  Map<UUID, List<ResponsiblePerson>> of(Collection<UUID> noticeIds) {
    Map<UUID, List<ResponsiblePerson>> found = new HashMap<>();
    if (noticeIds.isEmpty()) {
      return found;
    }
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select notice_id, name, post, phone from notice_responsible"
                    + " where notice_id = any(?) order by notice_id, person_no")) {
      sql.setArray(1, reading.createArrayOf("uuid", noticeIds.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
              .add(new ResponsiblePerson(row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The responsible people cannot be read", e);
    }
  }
}
