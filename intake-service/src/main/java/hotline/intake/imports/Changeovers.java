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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
    database.write(
        "INSERT INTO changeover (id, system, cut_over, latest_due, ends_at, opened_by, opened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        opened.id(),
        opened.system(),
        at(cutOver),
        at(latestDue),
        at(endsAt),
        opened.openedBy(),
        at(now));
    return opened;
  }

  /** Another person lets its cases be taken over. */
  @Transactional
  Changeover confirm(UUID id, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Locked: of two who confirm it at once one is told that it is.
    Changeover opened = known(id, " FOR UPDATE OF c");
    opened.requireConfirmable(doer.ref(), now);
    database.write(
        "UPDATE changeover SET confirmed_by = ?, confirmed_at = ? WHERE id = ?",
        doer.ref(),
        at(now),
        id);
    return opened.confirmed(doer.ref(), now);
  }

  @Transactional
  Changeover known(UUID id) {
    return known(id, "");
  }

  private Changeover known(UUID id, String lock) {
    return database
        .read(SELECT + " FROM changeover c WHERE c.id = ?" + lock, Changeovers::read, id)
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("转入期", "changeover"));
  }

  /** How many cases it has handed over so far. */
  @Transactional
  long cases(UUID id) {
    return database
        .read(
            "SELECT count(*) FROM old_case_line WHERE changeover_id = ?", row -> row.getLong(1), id)
        .get(0);
  }

  /** Newest first. */
  @Transactional
  Page<Line> list(PageRequest page) {
    UUID before = page.behind();
    String lines =
        SELECT
            + ", (SELECT count(*) FROM old_case_line l WHERE l.changeover_id = c.id) AS cases"
            + " FROM changeover c"
            + (before == null ? "" : " WHERE c.id < ?")
            + " ORDER BY c.id DESC LIMIT "
            + (page.limit() + 1);
    return Page.of(
        database.read(
            lines,
            row -> new Line(read(row), row.getLong("cases")),
            before == null ? new Object[0] : new Object[] {before}),
        database.read("SELECT count(*) FROM changeover", row -> row.getLong(1)).get(0),
        page,
        line -> line.changeover().id().toString());
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
