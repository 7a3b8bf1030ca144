package hotline.access.views;

import hotline.access.Actor;
import hotline.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Who viewed which case, in chains of hashes. Written in the transaction of the reading, as its
 * last statement, or before the answer: what could not be written down is not told. A service that
 * uses it has Flyway's location {@code db/views}.
 */
@ApplicationScoped
public class ViewLog {

  /**
   * One view.
   *
   * @param actor the account; no name
   * @param roles wire names with commas between them
   * @param cursor where the page after this row begins
   */
  public record View(
      String actor,
      String unit,
      String roles,
      ViewedBy operation,
      OffsetDateTime at,
      String cursor) {}

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private final Instance<DataSource> database;

  @Inject
  ViewLog(Instance<DataSource> database) {
    this.database = database;
  }

  /** In the transaction at hand, or by itself where there is none. */
  private <T> T call(Reading<T> reading) {
    try (Connection connection = database.get().getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The log of views cannot be used", e);
    }
  }

  /**
   * @param caseId null where a person was looked for
   * @param at by the clock of the service
   */
  public void viewed(Actor actor, ViewedBy operation, UUID caseId, Instant at) {
    String roles =
        actor.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
    call(
        tx -> {
          try (PreparedStatement insert =
              tx.prepareStatement(
                  "INSERT INTO view_log (actor, unit, roles, operation, case_id, viewed_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, actor.userId());
            insert.setString(2, actor.unitId());
            insert.setString(3, roles);
            insert.setString(4, operation.name());
            insert.setObject(5, caseId, Types.OTHER);
            insert.setObject(6, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
          }
        });
  }

  public long count(UUID caseId) {
    return call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("SELECT count(*) FROM view_log WHERE case_id = ?")) {
            select.setObject(1, caseId);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * The newest first.
   *
   * @param behind the row behind which they begin; null for the first
   */
  public List<View> of(UUID caseId, Place behind, int limit) {
    return call(tx -> of(tx, caseId, behind, limit));
  }

  /** Where a row stands among the views of a case. */
  public record Place(OffsetDateTime loggedAt, int chain, long position) {
    private static final String SPLIT = "_";

    /** Null for what is no place. */
    public static Place parse(String text) {
      try {
        String[] parts = text.split(SPLIT, 3);
        return new Place(
            OffsetDateTime.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
      } catch (RuntimeException notOurs) {
        return null;
      }
    }

    private String format() {
      return loggedAt.withOffsetSameInstant(ZoneOffset.UTC) + SPLIT + chain + SPLIT + position;
    }
  }

  private static List<View> of(Connection tx, UUID caseId, Place behind, int limit)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT actor, unit, roles, operation, viewed_at, logged_at, chain, position FROM view_log"
                + " WHERE case_id = ?"
                + (behind == null
                    ? ""
                    : " AND (logged_at < ? OR logged_at = ? AND (chain, position) > (?, ?))")
                + " ORDER BY logged_at DESC, chain, position LIMIT ?")) {
      int next = 1;
      select.setObject(next++, caseId);
      if (behind != null) {
        select.setObject(next++, behind.loggedAt());
        select.setObject(next++, behind.loggedAt());
        select.setInt(next++, behind.chain());
        select.setLong(next++, behind.position());
      }
      select.setInt(next, limit);
      List<View> views = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          views.add(
              new View(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  ViewedBy.valueOf(row.getString(4)),
                  row.getObject(5, OffsetDateTime.class),
                  new Place(row.getObject(6, OffsetDateTime.class), row.getInt(7), row.getLong(8))
                      .format()));
        }
      }
      return views;
    }
  }
}
