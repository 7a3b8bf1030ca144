package hotline.intake.imports;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import hotline.access.Violations;
import hotline.intake.cases.Doer;
import hotline.intake.cases.FormTime;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The changeovers that were opened (旧系统转入期), with how many cases each has handed over. */
@ApplicationScoped
class Changeovers {
  private static final String SELECT =
      "SELECT c.id, c.system, c.cut_over, c.latest_due, c.ends_at, c.opened_by, c.opened_at,"
          + " c.confirmed_by, c.confirmed_at";

  /** A changeover in the list. */
  record Line(Changeover changeover, long cases) {}

  private final JoinedConnection database;
  private final Duration longestPromise;
  private final Clock clock;

  @Inject
  Changeovers(
      JoinedConnection database,
      @ConfigProperty(name = "hotline.changeover.longest-promise") Duration longestPromise,
      Clock clock) {
    this.database = database;
    this.longestPromise = longestPromise;
    this.clock = clock;
  }

  /** What is typed to open one; times as in a registration. */
  record Told(String system, String cutOver, String latestDue, String endsAt) {}

  @Transactional
  Changeover open(Told told, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Violations violations = new Violations();
    Instant cutOver = FormTime.minute(violations, told.cutOver(), "cutOver");
    Instant latestDue = FormTime.minute(violations, told.latestDue(), "latestDue");
    Instant endsAt = FormTime.minute(violations, told.endsAt(), "endsAt");
    Changeover.check(violations, told.system(), cutOver, latestDue, endsAt, longestPromise, now);
    violations.throwIfAny();
    Changeover opened =
        new Changeover(
            Uuid7.at(now),
            told.system().strip(),
            cutOver,
            latestDue,
            endsAt,
            doer.ref(),
            now,
            null,
            null);
    database.call(tx -> insert(tx.prepareStatement(INSERT), opened));
    return opened;
  }

  private static final String INSERT =
      "INSERT INTO changeover (id, system, cut_over, latest_due, ends_at, opened_by, opened_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private static int insert(PreparedStatement prepared, Changeover opened) throws SQLException {
    try (PreparedStatement insert = prepared) {
      insert.setObject(1, opened.id());
      insert.setString(2, opened.system());
      insert.setObject(3, at(opened.cutOver()));
      insert.setObject(4, at(opened.latestDue()));
      insert.setObject(5, at(opened.endsAt()));
      insert.setString(6, opened.openedBy());
      insert.setObject(7, at(opened.openedAt()));
      return insert.executeUpdate();
    }
  }

  /** Another person lets its cases be taken over. */
  @Transactional
  Changeover confirm(UUID id, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Locked: of two who confirm it at once one is told that it is.
    Changeover opened = known(id, " FOR UPDATE OF c");
    opened.requireConfirmable(doer.ref(), now);
    database.call(
        tx -> {
          try (PreparedStatement update =
              tx.prepareStatement(
                  "UPDATE changeover SET confirmed_by = ?, confirmed_at = ? WHERE id = ?")) {
            update.setString(1, doer.ref());
            update.setObject(2, at(now));
            update.setObject(3, id);
            return update.executeUpdate();
          }
        });
    return opened.confirmed(doer.ref(), now);
  }

  @Transactional
  Changeover known(UUID id) {
    return known(id, "");
  }

  private Changeover known(UUID id, String lock) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(SELECT + " FROM changeover c WHERE c.id = ?" + lock)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                throw new NotFound("转入期", "changeover");
              }
              return read(row);
            }
          }
        });
  }

  /** How many cases it has handed over so far. */
  @Transactional
  long cases(UUID id) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement("SELECT count(*) FROM old_case_line WHERE changeover_id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Newest first. */
  @Transactional
  Page<Line> list(PageRequest page) {
    UUID before = page.behind();
    return database.call(
        tx -> {
          List<Line> lines = new ArrayList<>();
          try (PreparedStatement select =
              tx.prepareStatement(
                  SELECT
                      + ", (SELECT count(*) FROM old_case_line l WHERE l.changeover_id = c.id) AS cases"
                      + " FROM changeover c"
                      + (before == null ? "" : " WHERE c.id < ?")
                      + " ORDER BY c.id DESC LIMIT "
                      + (page.limit() + 1))) {
            if (before != null) {
              select.setObject(1, before);
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                lines.add(new Line(read(rows), rows.getLong("cases")));
              }
            }
          }
          long count;
          try (PreparedStatement select = tx.prepareStatement("SELECT count(*) FROM changeover");
              ResultSet row = select.executeQuery()) {
            row.next();
            count = row.getLong(1);
          }
          return Page.of(lines, count, page, line -> line.changeover().id().toString());
        });
  }

  private static Changeover read(ResultSet row) throws SQLException {
    return new Changeover(
        row.getObject("id", UUID.class),
        row.getString("system"),
        instant(row, "cut_over"),
        instant(row, "latest_due"),
        instant(row, "ends_at"),
        row.getString("opened_by"),
        instant(row, "opened_at"),
        row.getString("confirmed_by"),
        instant(row, "confirmed_at"));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
