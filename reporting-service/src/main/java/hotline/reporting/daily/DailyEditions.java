package hotline.reporting.daily;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rows of the editions. */
@ApplicationScoped
class DailyEditions {

  /**
   * An edition in the list.
   *
   * @param issue number of the day in its year (期号)
   * @param signedName null while nobody has signed it
   */
  @Schema(name = "DailyEditionSummary")
  public record Summary(
      LocalDate date,
      int year,
      int issue,
      Instant madeAt,
      Instant asOf,
      String signedName,
      Instant signedAt) {}

  /** A page, newest first, and the exact count of all. */
  @Schema(name = "DailyEditionPage")
  public record Page(List<Summary> items, long count, String nextCursor) {}

  private static final String EDITION =
      "SELECT day, made_at, made_by, as_of, content, cases_waiting, version, signed_name, signed_at"
          + " FROM daily_edition WHERE day = ?";

  /** The case numbers of a number of an edition, as a query of SQL with the day and the number. */
  static final String CASES =
      "SELECT case_id FROM case_record WHERE case_no IN (SELECT unnest(case_nos)"
          + " FROM daily_edition_list WHERE day = ?::date AND flow = ?)";

  /**
   * False when there is one already: what another instance has frozen stays.
   *
   * @param casesWaiting how many cases are parked and not in it
   * @param madeBy null for the clock
   */
  boolean add(
      Connection tx,
      DailyReport report,
      Map<DailyFlow, List<String>> lists,
      int casesWaiting,
      Instant now,
      String madeBy)
      throws SQLException {
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO daily_edition (day, made_at, made_by, as_of, content, cases_waiting)"
                + " VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING")) {
      insert.setObject(1, report.date());
      insert.setObject(2, at(now));
      insert.setString(3, madeBy);
      insert.setObject(4, at(report.asOf()));
      insert.setString(5, EditionContent.write(report));
      insert.setInt(6, casesWaiting);
      if (insert.executeUpdate() == 0) {
        return false;
      }
    }
    try (PreparedStatement insert =
        tx.prepareStatement(
            "INSERT INTO daily_edition_list (day, flow, case_nos) VALUES (?, ?, ?)")) {
      for (Map.Entry<DailyFlow, List<String>> list : lists.entrySet()) {
        insert.setObject(1, report.date());
        insert.setString(2, list.getKey().name());
        insert.setArray(3, tx.createArrayOf("text", list.getValue().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return true;
  }

  Optional<DailyEdition> find(Connection connection, LocalDate day) throws SQLException {
    return find(connection, day, EDITION);
  }

  /** Held until the transaction ends; refuses when there is none. */
  DailyEdition locked(Connection tx, LocalDate day) throws SQLException {
    return find(tx, day, EDITION + " FOR UPDATE").orElseThrow(DailyEditions::none);
  }

  static NotFound none() {
    return new NotFound("期次的日报（尚未定稿）", "edition of the daily report");
  }

  private static Optional<DailyEdition> find(Connection connection, LocalDate day, String sql)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, day);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new DailyEdition(
                    day,
                    instant(row, "made_at"),
                    row.getString("made_by"),
                    instant(row, "as_of"),
                    EditionContent.read(row.getString("content")),
                    row.getInt("cases_waiting"),
                    row.getLong("version"),
                    row.getString("signed_name"),
                    instant(row, "signed_at")))
            : Optional.empty();
      }
    }
  }

  void sign(Connection tx, LocalDate day, String userId, String name, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        tx.prepareStatement(
            "UPDATE daily_edition SET signed_by = ?, signed_name = ?, signed_at = ?,"
                + " version = version + 1 WHERE day = ?")) {
      update.setString(1, userId);
      update.setString(2, name);
      update.setObject(3, at(now));
      update.setObject(4, day);
      update.executeUpdate();
    }
  }

  /** The case numbers behind each number, as they were. */
  Map<DailyFlow, Set<String>> lists(Connection connection, LocalDate day) throws SQLException {
    Map<DailyFlow, Set<String>> lists = new EnumMap<>(DailyFlow.class);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT flow, case_nos FROM daily_edition_list WHERE day = ?")) {
      select.setObject(1, day);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString("flow");
          // A newer version that runs beside may count more: these are not compared here.
          for (DailyFlow flow : DailyFlow.values()) {
            if (flow.name().equals(name)) {
              lists.put(
                  flow, new HashSet<>(List.of((String[]) rows.getArray("case_nos").getArray())));
            }
          }
        }
      }
    }
    return lists;
  }

  /**
   * @param before the day of the last one that was seen; null for the newest
   */
  Page page(Connection connection, LocalDate before, int limit) throws SQLException {
    List<Summary> items = new ArrayList<>();
    long count = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT whole.editions, page.* FROM (SELECT count(*) AS editions FROM daily_edition) whole"
                + " LEFT JOIN (SELECT day, made_at, as_of, signed_name, signed_at FROM daily_edition"
                + " WHERE ?::date IS NULL OR day < ?::date ORDER BY day DESC LIMIT "
                + (limit + 1)
                + ") page ON true ORDER BY page.day DESC")) {
      select.setObject(1, before);
      select.setObject(2, before);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          count = rows.getLong("editions");
          LocalDate day = rows.getObject("day", LocalDate.class);
          if (day != null) {
            items.add(
                new Summary(
                    day,
                    day.getYear(),
                    day.getDayOfYear(),
                    instant(rows, "made_at"),
                    instant(rows, "as_of"),
                    rows.getString("signed_name"),
                    instant(rows, "signed_at")));
          }
        }
      }
    }
    boolean more = items.size() > limit;
    List<Summary> page = more ? List.copyOf(items.subList(0, limit)) : items;
    return new Page(page, count, more ? page.get(limit - 1).date().toString() : null);
  }

  /** The days from one on that have an edition. */
  Set<LocalDate> made(Connection connection, LocalDate from) throws SQLException {
    Set<LocalDate> days = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT day FROM daily_edition WHERE day >= ?")) {
      select.setObject(1, from);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          days.add(rows.getObject("day", LocalDate.class));
        }
      }
    }
    return days;
  }

  /** The first day of which anything is counted, null for none. */
  LocalDate firstDay(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT min(day) AS day FROM headline_day");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getObject("day", LocalDate.class);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
