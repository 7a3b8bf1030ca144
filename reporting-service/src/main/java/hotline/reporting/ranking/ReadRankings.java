package hotline.reporting.ranking;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.relay.quarkus.CityCalendars;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reads rankings for those who may: the centre everything, units their own line until it is
 * published, analysts what is published.
 */
@ApplicationScoped
class ReadRankings {

  /** Who works on rankings, from the preview on. */
  private static final Role[] CENTRE = {Role.ASSESSMENT_CLERK, Role.SUPERVISOR, Role.LEADER};

  private static final Role[] UNITS = {Role.CLERK, Role.UNIT_DESK, Role.UNIT_LEADER};

  /**
   * A ranking in a list.
   *
   * @param openObjections null for units and analysts
   * @param errata how many were published
   */
  @Schema(name = "RankingSummary")
  public record Summary(
      UUID rankingId,
      LocalDate periodFrom,
      LocalDate periodTo,
      RankingView.Status status,
      String ruleZh,
      String ruleEn,
      Instant checkUntil,
      Instant publishedAt,
      Long openObjections,
      long errata) {}

  /** A page and the exact count of the whole list. */
  @Schema(name = "RankingPage")
  public record Page(List<Summary> items, long count, String nextCursor) {}

  /** A case behind a number, as it was copied. */
  @Schema(name = "RankingCase")
  public record CopiedCase(UUID caseId, String caseNo, List<String> counters) {}

  /** A page of cases and their exact count. */
  @Schema(name = "RankingCasePage")
  public record CasePage(List<CopiedCase> items, long count, String nextCursor) {}

  /**
   * An objection for those who may read it.
   *
   * @param raisedBy user id
   * @param decidedBy user id; null while it is open
   */
  @Schema(name = "RankingObjection")
  public record ObjectionView(
      UUID objectionId,
      UUID rankingId,
      LocalDate periodFrom,
      LocalDate periodTo,
      String unitId,
      String unitName,
      String words,
      Objection.Status status,
      long version,
      String raisedBy,
      Instant raisedAt,
      String decidedBy,
      Instant decidedAt,
      String reason) {}

  /** A page of objections, their exact count, and those of both tabs. */
  @Schema(name = "RankingObjectionPage")
  public record ObjectionPage(
      List<ObjectionView> items, long count, Counts counts, String nextCursor) {
    /** Exact counts. */
    @Schema(name = "RankingObjectionCounts")
    public record Counts(long open, long decided) {}
  }

  private final DataSource database;
  private final Rankings rankings;
  private final RulesInForce rules;
  private final Inputs inputs;
  private final Editions editions;
  private final DirectoryNames names;
  private final CityCalendars calendars;
  private final Clock clock;

  ReadRankings(
      DataSource database,
      Rankings rankings,
      RulesInForce rules,
      Inputs inputs,
      Editions editions,
      DirectoryNames names,
      CityCalendars calendars,
      Clock clock) {
    this.database = database;
    this.rankings = rankings;
    this.rules = rules;
    this.inputs = inputs;
    this.editions = editions;
    this.names = names;
    this.calendars = calendars;
    this.clock = clock;
  }

  RankingView preview(Period period, Actor reader) {
    return query(
        connection -> {
          RankingRule rule = rules.of(connection, period);
          Snapshot now =
              inputs.preview(connection, rule, period, editions.before(connection, period, rule));
          return new RankingView(
              null,
              period.from(),
              period.to(),
              RankingView.Status.PREVIEW,
              null,
              rule,
              now.asOf(),
              now.cases(),
              null,
              false,
              null,
              null,
              null,
              null,
              null,
              false,
              null,
              null,
              null,
              lines(now.units(), names.units(connection), reader, true),
              List.of(),
              null);
        });
  }

  RankingView read(UUID rankingId, Actor reader) {
    // Asked before a connection is held: it may take one itself.
    WorkCalendar calendar = calendars.recent().calendar();
    return query(
        connection -> {
          Ranking ranking = readable(connection, rankingId, reader);
          Map<String, DirectoryNames.Unit> units = names.units(connection);
          return ranking.status() == RankingStatus.PUBLISHED
              ? published(connection, ranking, units, reader)
              : inCheck(connection, ranking, units, calendar, reader);
        });
  }

  private Ranking readable(Connection connection, UUID rankingId, Actor reader)
      throws SQLException {
    Ranking ranking = rankings.get(connection, rankingId);
    boolean readable =
        switch (ranking.status()) {
          case PUBLISHED -> true;
          case CHECK -> reader.isAny(CENTRE) || reader.isAny(UNITS);
          case TAKEN_BACK -> reader.isAny(CENTRE);
        };
    if (!readable) {
      throw Rankings.noRanking();
    }
    return ranking;
  }

  private RankingView inCheck(
      Connection connection,
      Ranking ranking,
      Map<String, DirectoryNames.Unit> units,
      WorkCalendar calendar,
      Actor reader)
      throws SQLException {
    boolean centre = reader.isAny(CENTRE);
    Snapshot snapshot = rankings.snapshot(connection, ranking.rankingId(), ranking.snapshot());
    Long remaining =
        ranking.status() == RankingStatus.CHECK
            ? calendar.remainingWork(clock.instant(), ranking.checkUntil()).toMinutes()
            : null;
    return view(
        ranking,
        remaining,
        snapshot.asOf(),
        snapshot.cases(),
        snapshot.inputsHash(),
        centre ? rankings.openObjections(connection, ranking.rankingId()) : null,
        lines(snapshot.units(), units, reader, centre),
        List.of(),
        null);
  }

  private RankingView published(
      Connection connection, Ranking ranking, Map<String, DirectoryNames.Unit> units, Actor reader)
      throws SQLException {
    Published published =
        rankings.published(connection, ranking.rankingId()).orElseThrow(Rankings::noRanking);
    List<RankingView.Erratum> errata = new ArrayList<>();
    List<List<Published.Change>> changes = published.changes();
    for (var erratum : published.errata()) {
      errata.add(
          new RankingView.Erratum(
              erratum.number(),
              erratum.reason(),
              erratum.words(),
              erratum.inputsHash(),
              erratum.asOf(),
              erratum.publishedBy(),
              erratum.publishedAt(),
              changed(changes.get(erratum.number() - 1), units)));
    }
    RankingView.Waiting waiting =
        reader.isAny(CENTRE) ? waiting(connection, ranking, published, units) : null;
    return view(
        ranking,
        null,
        published.ranking().asOf(),
        published.ranking().cases(),
        published.ranking().inputsHash(),
        reader.isAny(CENTRE) ? 0L : null,
        lines(published, units, reader),
        errata,
        waiting);
  }

  private RankingView.Waiting waiting(
      Connection connection,
      Ranking ranking,
      Published published,
      Map<String, DirectoryNames.Unit> units)
      throws SQLException {
    Optional<Rankings.Erratum> found = rankings.erratum(connection, ranking.rankingId());
    if (found.isEmpty()) {
      return null;
    }
    Rankings.Erratum erratum = found.get();
    Snapshot anew = rankings.snapshot(connection, ranking.rankingId(), erratum.snapshot());
    return new RankingView.Waiting(
        erratum.number(),
        ErratumReason.valueOf(erratum.reason()),
        erratum.words(),
        erratum.proposedBy(),
        erratum.proposedAt(),
        changed(Published.differences(published.corrected(), anew.units()), units));
  }

  private RankingView view(
      Ranking ranking,
      Long remainingWorkMinutes,
      Instant asOf,
      long cases,
      String hash,
      Long openObjections,
      List<RankingView.Line> lines,
      List<RankingView.Erratum> errata,
      RankingView.Waiting waiting) {
    return new RankingView(
        ranking.rankingId(),
        ranking.from(),
        ranking.to(),
        RankingView.Status.valueOf(ranking.status().name()),
        ranking.version(),
        ranking.rule(),
        asOf,
        cases,
        hash,
        ranking.keepsInputs(),
        ranking.submittedBy(),
        ranking.submittedAt(),
        ranking.takenBy(),
        ranking.checkUntil(),
        remainingWorkMinutes,
        ranking.isOpenToObjections(clock.instant()),
        ranking.publishedBy(),
        ranking.publishedAt(),
        openObjections,
        lines,
        errata,
        waiting);
  }

  static List<RankingView.Changed> changed(
      List<Published.Change> changes, Map<String, DirectoryNames.Unit> units) {
    return changes.stream()
        .map(
            one ->
                new RankingView.Changed(
                    one.unitId(), name(one.unitId(), units), one.before(), one.after()))
        .toList();
  }

  private static List<RankingView.Line> lines(
      List<RankedUnit> ranked, Map<String, DirectoryNames.Unit> units, Actor reader, boolean all) {
    Scope scope = Scope.of(reader);
    List<RankingView.Line> lines = new ArrayList<>();
    for (RankedUnit line : ranked) {
      DirectoryNames.Unit unit = units.get(line.unitId());
      boolean own = unit != null && scope.mayActForUnit(unit.path());
      if (all || own) {
        lines.add(new RankingView.Line(name(line.unitId(), units), own, line, null, null, null));
      }
    }
    return lines;
  }

  /** The frozen lines, what errata made of each, and those that they added. */
  private static List<RankingView.Line> lines(
      Published published, Map<String, DirectoryNames.Unit> units, Actor reader) {
    Map<String, Integer> numbers = new HashMap<>();
    published
        .errata()
        .forEach(
            erratum ->
                erratum.corrections().forEach(one -> numbers.put(one.unitId(), erratum.number())));
    Map<String, RankedUnit> now = new LinkedHashMap<>();
    published.corrected().forEach(line -> now.put(line.unitId(), line));
    List<RankingView.Line> lines = new ArrayList<>();
    for (RankingView.Line frozen : lines(published.ranking().units(), units, reader, true)) {
      String unitId = frozen.ranked().unitId();
      Integer number = numbers.get(unitId);
      RankedUnit after = now.remove(unitId);
      lines.add(
          number == null
              ? frozen
              : new RankingView.Line(
                  frozen.unitName(),
                  frozen.own(),
                  frozen.ranked(),
                  after,
                  after == null ? RankingView.Corrected.REMOVED : RankingView.Corrected.CHANGED,
                  number));
    }
    for (RankingView.Line added : lines(List.copyOf(now.values()), units, reader, true)) {
      lines.add(
          new RankingView.Line(
              added.unitName(),
              added.own(),
              added.ranked(),
              null,
              RankingView.Corrected.ADDED,
              numbers.get(added.ranked().unitId())));
    }
    return lines;
  }

  private static String name(String unitId, Map<String, DirectoryNames.Unit> units) {
    DirectoryNames.Unit unit = units.get(unitId);
    return unit == null ? unitId : unit.name();
  }

  Page list(RankingCursor cursor, int limit, Actor reader) {
    boolean centre = reader.isAny(CENTRE);
    String seen =
        centre ? "true" : reader.isAny(UNITS) ? "status <> 'TAKEN_BACK'" : "status = 'PUBLISHED'";
    String sql =
        "SELECT ranking.*, (SELECT count(*) FROM ranking WHERE "
            + seen
            + ") AS whole, (SELECT count(*) FROM ranking_objection o WHERE o.ranking_id ="
            + " ranking.ranking_id AND o.status = 'OPEN') AS open, (SELECT count(*) FROM"
            + " ranking_edition e WHERE e.ranking_id = ranking.ranking_id AND e.number > 0) AS errata"
            + " FROM ranking WHERE "
            + seen
            + (cursor == null
                ? ""
                : " AND (period_from, period_to, ranking_id) < (?::date, ?::date, ?::uuid)")
            + " ORDER BY period_from DESC, period_to DESC, ranking_id DESC LIMIT "
            + (limit + 1);
    return query(
        connection -> {
          List<Summary> items = new ArrayList<>();
          long count = 0;
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (cursor != null) {
              select.setObject(1, cursor.from());
              select.setObject(2, cursor.to());
              select.setObject(3, cursor.rankingId());
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                count = rows.getLong("whole");
                items.add(summary(rows, centre));
              }
            }
          }
          boolean more = items.size() > limit;
          List<Summary> page = more ? List.copyOf(items.subList(0, limit)) : items;
          Summary last = more ? page.get(limit - 1) : null;
          return new Page(
              page,
              count,
              more
                  ? new RankingCursor(last.periodFrom(), last.periodTo(), last.rankingId()).text()
                  : null);
        });
  }

  private static Summary summary(ResultSet row, boolean centre) throws SQLException {
    Ranking ranking = Rankings.ranking(row);
    return new Summary(
        ranking.rankingId(),
        ranking.from(),
        ranking.to(),
        RankingView.Status.valueOf(ranking.status().name()),
        ranking.rule().nameZh(),
        ranking.rule().nameEn(),
        ranking.checkUntil(),
        ranking.publishedAt(),
        centre ? row.getLong("open") : null,
        row.getLong("errata"));
  }

  /** What cases behind a number are asked for. */
  record CasesAsked(
      UUID rankingId, int edition, String unitId, Kpi kpi, Kpi.Part part, UUID after, int limit) {}

  /** The cases behind a number of a unit, as they were copied. */
  CasePage cases(CasesAsked asked, Actor reader) {
    return query(
        connection -> {
          DirectoryNames.Unit unit = names.units(connection).get(asked.unitId());
          if (!Scope.of(reader).seesUnit(unit == null ? null : unit.path())) {
            throw Forbidden.otherUnit();
          }
          Ranking ranking = readable(connection, asked.rankingId(), reader);
          Optional<Integer> snapshot =
              ranking.status() == RankingStatus.PUBLISHED
                  ? rankings.snapshotOf(connection, asked.rankingId(), asked.edition())
                  : Optional.of(ranking.snapshot()).filter(kept -> ranking.keepsInputs());
          return cases(
              connection,
              asked,
              snapshot.orElseThrow(
                  () -> new NotFound("依据清单（数据库恢复后仅保留已发布的结果，撤回后不保留）", "list behind this ranking")));
        });
  }

  private static CasePage cases(Connection connection, CasesAsked asked, int snapshot)
      throws SQLException {
    String of =
        " FROM ranking_input WHERE ranking_id = ? AND snapshot = ? AND unit_id = ?"
            + " AND counters && ?::text[] AND NOT counters && ?::text[]";
    String sql =
        "SELECT whole.cases, page.* FROM (SELECT count(*) AS cases"
            + of
            + ") whole LEFT JOIN (SELECT case_id, case_no, counters"
            + of
            + (asked.after() == null ? "" : " AND case_id > ?")
            + " ORDER BY case_id LIMIT "
            + (asked.limit() + 1)
            + ") page ON true ORDER BY page.case_id";
    var any =
        connection.createArrayOf(
            "text", asked.kpi().anyOf(asked.part()).stream().map(Enum::name).toArray());
    var none =
        connection.createArrayOf("text", asked.kpi().noneOf().stream().map(Enum::name).toArray());
    int limit = asked.limit();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      for (int i = 0; i < 2; i++) {
        select.setObject(next++, asked.rankingId());
        select.setInt(next++, snapshot);
        select.setString(next++, asked.unitId());
        select.setArray(next++, any);
        select.setArray(next++, none);
      }
      if (asked.after() != null) {
        select.setObject(next, asked.after());
      }
      List<CopiedCase> items = new ArrayList<>();
      long count = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          count = rows.getLong("cases");
          UUID caseId = rows.getObject("case_id", UUID.class);
          if (caseId != null) {
            items.add(
                new CopiedCase(
                    caseId,
                    rows.getString("case_no"),
                    List.of((String[]) rows.getArray("counters").getArray())));
          }
        }
      }
      boolean more = items.size() > limit;
      return new CasePage(
          more ? List.copyOf(items.subList(0, limit)) : items,
          count,
          more ? items.get(limit - 1).caseId().toString() : null);
    }
  }

  /**
   * @param rankingId null for those of all rankings
   */
  ObjectionPage objections(
      boolean open, UUID rankingId, ObjectionCursor cursor, int limit, Actor reader) {
    String prefix = Scope.of(reader).sqlUnitPathPrefix().orElse(null);
    String seen =
        " FROM ranking_objection o JOIN ranking r USING (ranking_id)"
            + " LEFT JOIN directory_name d ON d.kind = 'unit' AND d.code = o.unit_id"
            + " WHERE (?::uuid IS NULL OR o.ranking_id = ?::uuid)"
            + " AND (?::text IS NULL OR d.path = ?::text OR starts_with(d.path, ?::text || '/'))";
    String time = open ? "o.raised_at" : "o.decided_at";
    String order = open ? "" : " DESC";
    String sql =
        "SELECT whole.*, page.* FROM (SELECT count(*) FILTER (WHERE o.status = 'OPEN') AS open,"
            + " count(*) FILTER (WHERE o.status <> 'OPEN') AS decided"
            + seen
            + ") whole LEFT JOIN (SELECT o.*, r.period_from, r.period_to, d.name_zh"
            + seen
            + (open ? " AND o.status = 'OPEN'" : " AND o.status <> 'OPEN'")
            + (cursor == null
                ? ""
                : " AND ("
                    + time
                    + ", o.objection_id) "
                    + (open ? ">" : "<")
                    + " (?::timestamptz, ?::uuid)")
            + " ORDER BY "
            + time
            + order
            + ", o.objection_id"
            + order
            + " LIMIT "
            + (limit + 1)
            + ") page ON true ORDER BY page."
            + time.substring(2)
            + order
            + ", page.objection_id"
            + order;
    return query(
        connection -> {
          List<ObjectionView> items = new ArrayList<>();
          ObjectionPage.Counts counts = new ObjectionPage.Counts(0, 0);
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            for (int i = 0; i < 2; i++) {
              select.setObject(next++, rankingId);
              select.setObject(next++, rankingId);
              for (int j = 0; j < 3; j++) {
                select.setString(next++, prefix);
              }
            }
            if (cursor != null) {
              select.setObject(next++, Rankings.at(cursor.at()));
              select.setObject(next, cursor.objectionId());
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                counts = new ObjectionPage.Counts(rows.getLong("open"), rows.getLong("decided"));
                if (rows.getObject("objection_id") != null) {
                  items.add(objection(rows));
                }
              }
            }
          }
          boolean more = items.size() > limit;
          ObjectionView last = more ? items.get(limit - 1) : null;
          return new ObjectionPage(
              more ? List.copyOf(items.subList(0, limit)) : items,
              open ? counts.open() : counts.decided(),
              counts,
              more
                  ? new ObjectionCursor(
                          open ? last.raisedAt() : last.decidedAt(), last.objectionId())
                      .text()
                  : null);
        });
  }

  private static ObjectionView objection(ResultSet row) throws SQLException {
    Objection one = Rankings.objection(row);
    String name = row.getString("name_zh");
    return new ObjectionView(
        one.objectionId(),
        one.rankingId(),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        one.unitId(),
        name == null ? one.unitId() : name,
        one.words(),
        one.status(),
        one.version(),
        one.raisedBy(),
        one.raisedAt(),
        one.decidedBy(),
        one.decidedAt(),
        one.reason());
  }

  List<AdoptedRule> rules() {
    return query(rankings::rules);
  }

  private <T> T query(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The rankings could not be read", e);
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
