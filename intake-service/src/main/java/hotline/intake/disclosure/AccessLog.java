package hotline.intake.disclosure;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asked for the contact of a case, why, and whether it was given. */
@ApplicationScoped
class AccessLog {

  /**
   * One question for a contact.
   *
   * @param basis why it was given; null when it was refused
   * @param refusal why it was refused; null when it was given
   */
  @Schema(name = "AccessEntry")
  public record Entry(
      UUID caseId,
      String actor,
      String unit,
      String reason,
      String basis,
      String refusal,
      Instant at) {}

  private final JoinedConnection database;

  @Inject
  AccessLog(JoinedConnection database) {
    this.database = database;
  }

  void write(Entry entry) {
    database.call(
        tx -> {
          insert(tx, entry);
          return null;
        });
  }

  List<Entry> of(UUID caseId) {
    return database.call(tx -> select(tx, caseId));
  }

  /**
   * How many contacts this person was given within the last hour of real time. Until the end of the
   * transaction nobody else is told this of the same person: otherwise all who ask at the same
   * moment would read the same number, and all be given one more.
   */
  long givenWithinAnHour(String actor) {
    return database.call(
        tx -> {
          try (PreparedStatement lock =
              tx.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, actor);
            lock.execute();
          }
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT count(*) FROM access_log WHERE actor = ? AND refusal IS NULL"
                      + " AND logged_at > clock_timestamp() - interval '1 hour'")) {
            select.setString(1, actor);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private static void insert(Connection tx, Entry entry) throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO access_log (case_id, actor, unit, reason, basis, refusal, occurred_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, entry.caseId());
      insert.setString(2, entry.actor());
      insert.setString(3, entry.unit());
      insert.setString(4, entry.reason());
      insert.setString(5, entry.basis());
      insert.setString(6, entry.refusal());
      insert.setObject(7, entry.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static List<Entry> select(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT actor, unit, reason, basis, refusal, occurred_at FROM access_log WHERE case_id = ? ORDER BY id")) {
      select.setObject(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
          entries.add(
              new Entry(
                  caseId,
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant()));
        }
        return entries;
      }
    }
  }
}
