package hotline.intake.knowledge;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Invalid;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The two rates of the knowledge base, from its own tables. {@code kb.fresh} (知识更新率): items that
 * were looked at by their day, of the items that were due on a day of the period, each once. {@code
 * kb.wrong} (知识差错率): answers that somebody later said to be wrong, of the answers of the period
 * that rest on an item.
 */
@ApplicationScoped
class KnowledgeFigures {

  /**
   * A rate with what it was reckoned from.
   *
   * @param value from 0 to 1, four digits; null where nothing is to be reckoned
   */
  public record Rate(long numerator, long denominator, BigDecimal value) {
    static Rate of(long numerator, long denominator) {
      return new Rate(
          numerator,
          denominator,
          denominator == 0
              ? null
              : BigDecimal.valueOf(numerator)
                  .divide(BigDecimal.valueOf(denominator), 4, RoundingMode.HALF_UP));
    }
  }

  /**
   * Both rates of a period of days, both ends within.
   *
   * @param published items that hold today
   */
  public record Figures(LocalDate from, LocalDate to, Rate fresh, Rate wrong, long published) {}

  /**
   * An item that was due.
   *
   * @param inTime whether it was looked at by its day
   */
  public record DueItem(
      String code,
      String title,
      String ownerName,
      LocalDate dueOn,
      Instant reviewedAt,
      boolean inTime) {}

  /**
   * An answer that rests on an item.
   *
   * @param caseId null, as its number, for who does not see the case
   * @param reported whether somebody said that it was wrong
   * @param upheld whether its owner agreed with a report of it
   */
  public record UsedItem(
      UUID caseId,
      String caseNo,
      String code,
      int version,
      String title,
      Instant answeredAt,
      boolean reported,
      boolean upheld) {}

  /** Days of the city. */
  record Period(LocalDate from, LocalDate to) {}

  private static final String IN_TIME =
      "(w.reviewed_at IS NOT NULL AND (w.reviewed_at AT TIME ZONE 'Asia/Shanghai')::date <= w.due_on)";
  // By the codes and versions of this base: an answer from an outside one is nobody's here,
  // whatever its
  // code looks like.
  private static final String USED =
      " FROM knowledge_item i JOIN knowledge_version v ON v.code = i.code JOIN hotline_case c ON"
          + " c.knowledge_item = v.code AND c.knowledge_version = v.version::text LEFT JOIN unit u ON u.code"
          + " = i.owner_unit WHERE c.answered_at >= (?::date)::timestamp AT TIME ZONE 'Asia/Shanghai' AND"
          + " c.answered_at < (?::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' ";
  private static final String REPORTED =
      "EXISTS (SELECT 1 FROM knowledge_report r WHERE r.case_id = c.id AND r.code = i.code)";
  private static final String UPHELD =
      "EXISTS (SELECT 1 FROM knowledge_report r WHERE r.case_id = c.id AND r.code = i.code AND r.decision"
          + " IN ('NEW_VERSION', 'RETIRED'))";

  private final JoinedConnection database;
  private final Directories directories;
  private final Clock clock;

  @Inject
  KnowledgeFigures(JoinedConnection database, Directories directories, Clock clock) {
    this.database = database;
    this.directories = directories;
    this.clock = clock;
  }

  /** The last thirty days unless others are given. */
  Period period(String typedFrom, String typedTo) {
    LocalDate to = day(typedTo, "to", CityDay.today(clock));
    LocalDate from = day(typedFrom, "from", to.minusDays(29));
    if (from.isAfter(to) || from.plusYears(2).isBefore(to)) {
      throw new Invalid(
          "from",
          "out-of-range",
          "起始日期不能晚于截止日期，区间最长两年。",
          "It begins before it ends, and is two years long at most.");
    }
    return new Period(from, to);
  }

  Figures of(Period period, KnowledgeRights rights) {
    Within within = Within.of(rights);
    return database.call(
        tx -> {
          Rate fresh = rate(tx, "in_time", due(within), within, dueDays(period));
          Rate wrong = rate(tx, REPORTED, USED + within.sql(), within, days(period));
          return new Figures(period.from(), period.to(), fresh, wrong, published(tx, within));
        });
  }

  /**
   * @param inTime null for all that were due
   */
  Page<DueItem> due(Period asked, Boolean inTime, KnowledgeRights rights, PageRequest page) {
    Within within = Within.of(rights);
    Directory directory = directories.current();
    int from = Offset.of(page);
    String which = inTime == null ? "" : "WHERE " + (inTime ? "" : "NOT ") + "in_time";
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT due.*, count(*) OVER () AS total"
                      + due(within)
                      + which
                      + " ORDER BY due_on, code OFFSET ? LIMIT ?")) {
            int at = bind(select, within, dueDays(asked));
            select.setInt(at++, from);
            select.setInt(at, page.limit());
            try (ResultSet row = select.executeQuery()) {
              List<DueItem> items = new ArrayList<>();
              long total = 0;
              while (row.next()) {
                total = row.getLong("total");
                items.add(
                    new DueItem(
                        row.getString("code"),
                        row.getString("title"),
                        KnowledgeOwner.name(directory, row.getString("owner_unit")),
                        KnowledgeVersions.day(row, "due_on"),
                        instant(row, "reviewed_at"),
                        row.getBoolean("in_time")));
              }
              return Offset.page(items, total, from);
            }
          }
        });
  }

  /**
   * @param reported null for all answers
   */
  Page<UsedItem> used(Period asked, Boolean reported, KnowledgeRights rights, PageRequest page) {
    Within within = Within.of(rights);
    int from = Offset.of(page);
    String which = reported == null ? "" : " AND " + (reported ? "" : "NOT ") + REPORTED;
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT c.id, c.case_no, c.place_path, i.code, v.version, i.title, c.answered_at, "
                      + REPORTED
                      + " AS reported, "
                      + UPHELD
                      + " AS upheld, count(*) OVER () AS total"
                      + USED
                      + within.sql()
                      + which
                      + " ORDER BY c.answered_at DESC, c.id OFFSET ? LIMIT ?")) {
            int at = bind(select, within, days(asked));
            select.setInt(at++, from);
            select.setInt(at, page.limit());
            try (ResultSet row = select.executeQuery()) {
              List<UsedItem> items = new ArrayList<>();
              long total = 0;
              while (row.next()) {
                total = row.getLong("total");
                items.add(used(row, rights));
              }
              return Offset.page(items, total, from);
            }
          }
        });
  }

  private static UsedItem used(ResultSet row, KnowledgeRights rights) throws SQLException {
    boolean withCase = rights.seesCaseAt(row.getString("place_path"));
    return new UsedItem(
        withCase ? row.getObject("id", UUID.class) : null,
        withCase ? row.getString("case_no") : null,
        row.getString("code"),
        row.getInt("version"),
        row.getString("title"),
        instant(row, "answered_at"),
        row.getBoolean("reported"),
        row.getBoolean("upheld"));
  }

  /** Whose items: the subtree of a unit, or all. */
  private record Within(String sql, String path) {
    static Within of(KnowledgeRights rights) {
      Optional<String> path = rights.ofTheCentre() ? Optional.empty() : rights.writesWithin();
      return path.isEmpty()
          ? new Within("", null)
          : new Within(" AND (u.path = ? OR starts_with(u.path, ? || '/'))", path.get());
    }
  }

  /**
   * Each item once, however many of its days lie in the period: of several the worst, then the
   * last. What is due today or later may still be looked at in time.
   */
  private static String due(Within within) {
    return " FROM (SELECT DISTINCT ON (w.code) w.code, i.title, i.owner_unit, w.due_on, w.reviewed_at, "
        + IN_TIME
        + " AS in_time FROM knowledge_review w JOIN knowledge_item i ON i.code = w.code LEFT JOIN unit u ON"
        + " u.code = i.owner_unit WHERE w.due_on BETWEEN ? AND ? AND (w.due_on < ? OR (w.due_on = ? AND"
        + " w.reviewed_at IS NOT NULL))"
        + within.sql()
        + " ORDER BY w.code, in_time, w.due_on DESC) due ";
  }

  private static Rate rate(
      Connection tx, String numerator, String fromWhere, Within within, LocalDate... days)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT count(*) FILTER (WHERE " + numerator + "), count(*)" + fromWhere)) {
      bind(select, within, days);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Rate.of(row.getLong(1), row.getLong(2));
      }
    }
  }

  private long published(Connection tx, Within within) throws SQLException {
    LocalDate today = CityDay.today(clock);
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT count(*) FROM knowledge_search s JOIN knowledge_item i ON i.code = s.code LEFT JOIN unit"
                + " u ON u.code = i.owner_unit WHERE s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to"
                + " >= ?)"
                + within.sql())) {
      bind(select, within, today, today);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static int bind(PreparedStatement select, Within within, LocalDate... days)
      throws SQLException {
    int at = 1;
    for (LocalDate day : days) {
      select.setObject(at++, day);
    }
    if (within.path() != null) {
      select.setString(at++, within.path());
      select.setString(at++, within.path());
    }
    return at;
  }

  private static LocalDate[] days(Period period) {
    return new LocalDate[] {period.from(), period.to()};
  }

  private LocalDate[] dueDays(Period period) {
    LocalDate today = CityDay.today(clock);
    return new LocalDate[] {period.from(), period.to(), today, today};
  }

  private static LocalDate day(String typed, String field, LocalDate otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.getYear() >= 2000 && day.getYear() <= 2999) {
        return day;
      }
    } catch (DateTimeParseException none) {
      // Said below, as for a day out of reach.
    }
    throw new Invalid(field, "not-a-day", "日期应写作 2026-12-31。", "A day is written 2026-12-31.");
  }
}
