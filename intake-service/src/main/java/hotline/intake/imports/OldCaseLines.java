package hotline.intake.imports;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the line of each case said that the old system handed over. */
@ApplicationScoped
class OldCaseLines {
  private final JoinedConnection database;

  @Inject
  OldCaseLines(JoinedConnection database) {
    this.database = database;
  }

  /** The digests of the lines of these cases; none of a case that came in another way. */
  Map<UUID, String> of(Collection<UUID> caseIds) {
    return database.call(
        tx -> {
          Map<UUID, String> digests = new HashMap<>();
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT case_id, digest FROM old_case_line WHERE case_id = ANY (?)")) {
            select.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                digests.put(rows.getObject(1, UUID.class), rows.getString(2));
              }
            }
          }
          return digests;
        });
  }

  void keep(Map<UUID, String> digests, UUID changeoverId) {
    database.call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO old_case_line (case_id, digest, changeover_id) VALUES (?, ?, ?)")) {
            for (Map.Entry<UUID, String> line : digests.entrySet()) {
              insert.setObject(1, line.getKey());
              insert.setString(2, line.getValue());
              insert.setObject(3, changeoverId);
              insert.addBatch();
            }
            return insert.executeBatch().length;
          }
        });
  }
}
