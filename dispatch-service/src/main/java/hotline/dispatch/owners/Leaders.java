package hotline.dispatch.owners;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The leaders who have said their post (领导名册). */
@ApplicationScoped
public class Leaders {

  private static final String COLUMNS = "select user_ref, unit_id, unit_path, post from leader";

  private final DataSource database;
  private final JoinedConnection connection;

  Leaders(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** A later post takes the place of the earlier one; owned cases keep the post of their time. */
  void save(Leader leader, Instant since) {
    connection.write(
        "insert into leader (user_ref, unit_id, unit_path, post, since) values (?, ?, ?, ?, ?)"
            + " on conflict (user_ref) do update set unit_id = excluded.unit_id,"
            + " unit_path = excluded.unit_path, post = excluded.post, since = excluded.since",
        leader.userRef(),
        leader.unitId(),
        leader.unitPath(),
        leader.post(),
        since.atOffset(ZoneOffset.UTC));
  }

  /** Who is no leader of that unit any more is chosen no more; false of who was none. */
  boolean remove(String userRef, String unitId) {
    return connection.write(
            "delete from leader where user_ref = ? and unit_id = ?", userRef, unitId)
        > 0;
  }

  public Optional<Leader> find(String userRef) {
    return read(COLUMNS + " where user_ref = ?", userRef).stream().findFirst();
  }

  List<Leader> all() {
    return read(COLUMNS + " order by unit_path, post, user_ref", null);
  }

  private List<Leader> read(String query, String userRef) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql = reading.prepareStatement(query)) {
      if (userRef != null) {
        sql.setString(1, userRef);
      }
      List<Leader> found = new ArrayList<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.add(
              new Leader(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The leaders cannot be read", e);
    }
  }
}
