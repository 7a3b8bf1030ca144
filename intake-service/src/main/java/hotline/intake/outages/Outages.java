package hotline.intake.outages;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The outages that were opened (停用时段), with how many forms of each were typed in. */
@ApplicationScoped
class Outages {
  private static final String COLUMNS =
      "o.id, o.code, o.reason, o.began_at, o.ended_at, o.typed_until,"
          + " o.registered_live, o.opened_by, o.opened_at";

  /** An outage in the list. */
  record Line(Outage outage, long forms) {}

  private final JoinedConnection database;
  private final Duration within;
  private final Clock clock;

  @Inject
  Outages(
      JoinedConnection database,
      @ConfigProperty(name = "hotline.paper.within") Duration within,
      Clock clock) {
    this.database = database;
    this.within = within;
    this.clock = clock;
  }

  /** Opens the hours for which forms are typed in. */
  @Transactional
  Outage open(String reason, String from, String to, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Violations violations = new Violations();
    Instant begin = FormTime.minute(violations, from, "from");
    Instant end = FormTime.minute(violations, to, "to");
    Outage.check(violations, reason, begin, end, within, now);
    violations.throwIfAny();
    Outage opened =
        new Outage(
            Uuid7.at(now),
            Outage.codeOf(begin),
            reason.strip(),
            begin,
            end,
            end.plus(within),
            registeredLive(begin, end),
            doer.ref(),
            now);
    // Two leads who open overlapping hours at once: the second waits for the first and is refused.
    int inserted =
        database.write(
            "INSERT INTO outage (id, code, reason, began_at, ended_at, typed_until, registered_live,"
                + " opened_by, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            opened.id(),
            opened.code(),
            opened.reason(),
            at(begin),
            at(end),
            at(opened.typedUntil()),
            opened.registeredLive(),
            opened.openedBy(),
            at(now));
    if (inserted == 0) {
      throw new OutageKnown(overlapping(begin, end));
    }
    return opened;
  }

  /** An id begins with the moment of its registration. */
  private long registeredLive(Instant begin, Instant end) {
    return database
        .read(
            "SELECT count(*) FROM hotline_case WHERE id >= ? AND id < ? AND entered_as IS NULL",
            row -> row.getLong(1),
            new UUID(begin.toEpochMilli() << 16, 0),
            new UUID(end.toEpochMilli() << 16, 0))
        .get(0);
  }

  private String overlapping(Instant begin, Instant end) {
    return database
        .read(
            "SELECT code FROM outage WHERE tstzrange(began_at, ended_at) && tstzrange(?, ?)"
                + " ORDER BY began_at LIMIT 1",
            row -> row.getString(1),
            at(begin),
            at(end))
        .get(0);
  }

  @Transactional
  Outage known(String code) {
    Outage known = byCode(List.of(code)).get(code);
    if (known == null) {
      throw new NotFound("停用时段", "outage");
    }
    return known;
  }

  /** Those of these that were opened; what is no code was not. */
  @Transactional
  Map<String, Outage> byCode(Collection<String> codes) {
    String[] wanted = codes.stream().filter(Outage::isCode).toArray(String[]::new);
    return database
        .read(
            "SELECT " + COLUMNS + " FROM outage o WHERE o.code = ANY (?)",
            Outages::read,
            (Object) wanted)
        .stream()
        .collect(Collectors.toMap(Outage::code, Function.identity()));
  }

  /** Newest first. */
  @Transactional
  Page<Line> list(PageRequest page) {
    UUID before = page.behind();
    String lines =
        "SELECT "
            + COLUMNS
            + ", (SELECT count(*) FROM hotline_case c WHERE c.external_source = o.code"
            + " AND c.entered_as = 'PAPER'"
            + " AND c.withdrawal_reason IS DISTINCT FROM 'ENTERED_WRONGLY') AS forms FROM outage o"
            + (before == null ? "" : " WHERE o.id < ?")
            + " ORDER BY o.id DESC LIMIT "
            + (page.limit() + 1);
    return Page.of(
        database.read(
            lines,
            row -> new Line(read(row), row.getLong("forms")),
            before == null ? new Object[0] : new Object[] {before}),
        database.read("SELECT count(*) FROM outage", row -> row.getLong(1)).get(0),
        page,
        line -> line.outage().id().toString());
  }

  private static Outage read(ResultSet row) throws SQLException {
    return new Outage(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("reason"),
        instant(row, "began_at"),
        instant(row, "ended_at"),
        instant(row, "typed_until"),
        row.getLong("registered_live"),
        row.getString("opened_by"),
        instant(row, "opened_at"));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
