package hotline.reporting.ranking;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingRule;
import hotline.relay.quarkus.CityCalendars;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.Period;
import hotline.reporting.log.ReadModels;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private static final String BEING_COPIED =
      " UNION ALL SELECT ranking_id, period_from, period_to, CASE WHEN failed_at IS NULL THEN"
          + " 'COPYING' ELSE 'COPY_FAILED' END, rule, NULL, NULL FROM ranking_copy";

  /**
   * A ranking in a list.
   *
   * @param checkUntil null while its inputs are being copied
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

  private final ReadModels tables;
  private final Rankings rankings;
  private final Copies copies;
  private final RulesInForce rules;
  private final Inputs inputs;
  private final Editions editions;
  private final DirectoryNames names;
  private final CityCalendars calendars;
  private final Clock clock;

  ReadRankings(
      ReadModels tables,
      Rankings rankings,
      Copies copies,
      RulesInForce rules,
      Inputs inputs,
      Editions editions,
      DirectoryNames names,
      CityCalendars calendars,
      Clock clock) {
    this.tables = tables;
    this.rankings = rankings;
    this.copies = copies;
    this.rules = rules;
    this.inputs = inputs;
    this.editions = editions;
    this.names = names;
    this.calendars = calendars;
    this.clock = clock;
  }

  RankingView preview(Period period, Actor reader) {
    return tables.read(
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
              null,
              null);
        });
  }

  /** Who would stand where in the period by a rule that is not in force. */
  RuleTrial trial(Period period, RankingRule draft) {
    RulePolicy.check(draft);
    return tables.read(
        connection -> {
          RankingRule rule = rules.of(connection, period);
          List<Snapshot> both = inputs.previews(connection, List.of(rule, draft), period);
          Map<String, RankedUnit> now =
              both.get(0).units().stream()
                  .collect(Collectors.toMap(RankedUnit::unitId, Function.identity()));
          Map<String, DirectoryNames.Unit> units = names.units(connection);
          List<RuleTrial.Line> lines =
              both.get(1).units().stream()
                  .map(then -> tried(now.get(then.unitId()), then, units))
                  .toList();
          return new RuleTrial(
              period.from(),
              period.to(),
              both.get(0).asOf(),
              rule.version(),
              lines.stream().filter(RuleTrial.Line::moved).count(),
              lines);
        });
  }

  private static RuleTrial.Line tried(
      RankedUnit now, RankedUnit then, Map<String, DirectoryNames.Unit> units) {
    return new RuleTrial.Line(
        then.unitId(),
        DirectoryNames.name(then.unitId(), units),
        now,
        then,
        !Objects.equals(now.rank(), then.rank()) || !now.tier().equals(then.tier()));
  }

  RankingView read(UUID rankingId, Actor reader) {
    // Asked before a connection is held: it may take one itself.
    WorkCalendar calendar = calendars.recent().calendar();
    return tables.read(
        connection -> {
          // Before the ranking: one that becomes ready in between is found as such.
          Optional<Copying> copying =
              reader.isAny(CENTRE) ? copies.find(connection, rankingId) : Optional.empty();
          if (copying.isPresent()) {
            return copying(copying.get());
          }
          Ranking ranking = readable(connection, rankingId, reader);
          Map<String, DirectoryNames.Unit> units = names.units(connection);
          return ranking.status() == RankingStatus.PUBLISHED
              ? published(connection, ranking, units, reader)
              : inCheck(connection, ranking, units, calendar, reader);
        });
  }

  /** The ranking, for who may read it as it stands; refuses as if there were none. */
  Ranking readable(Connection connection, UUID rankingId, Actor reader) throws SQLException {
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
              RankingView.Changed.of(changes.get(erratum.number() - 1), units)));
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
        RankingView.Changed.of(Published.differences(published.corrected(), anew.units()), units));
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
        waiting,
        null);
  }

  /** No number is there yet. */
  private static RankingView copying(Copying copying) {
    Copying.Failure failure = copying.failure();
    return new RankingView(
        copying.rankingId(),
        copying.from(),
        copying.to(),
        copying.status(),
        copying.version(),
        copying.rule(),
        null,
        0,
        null,
        false,
        copying.submittedBy(),
        copying.submittedAt(),
        copying.takenBy(),
        null,
        null,
        false,
        null,
        null,
        0L,
        List.of(),
        List.of(),
        null,
        failure == null
            ? null
            : new RankingView.CopyFailure(
                failure.code(), failure.zh(), failure.en(), failure.at()));
  }

  private static List<RankingView.Line> lines(
      List<RankedUnit> ranked, Map<String, DirectoryNames.Unit> units, Actor reader, boolean all) {
    Scope scope = Scope.of(reader);
    List<RankingView.Line> lines = new ArrayList<>();
    for (RankedUnit line : ranked) {
      DirectoryNames.Unit unit = units.get(line.unitId());
      boolean own = unit != null && scope.mayActForUnit(unit.path());
      if (all || own) {
        lines.add(
            new RankingView.Line(
                DirectoryNames.name(line.unitId(), units), own, line, null, null, null));
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

  Page list(RankingCursor cursor, int limit, Actor reader) {
    boolean centre = reader.isAny(CENTRE);
    String seen =
        centre ? "true" : reader.isAny(UNITS) ? "status <> 'TAKEN_BACK'" : "status = 'PUBLISHED'";
    String sql =
        "WITH seen AS (SELECT ranking_id, period_from, period_to, status, rule, check_until,"
            + " published_at FROM ranking WHERE "
            + seen
            + (centre ? BEING_COPIED : "")
            + ") SELECT seen.*, (SELECT count(*) FROM seen) AS whole, (SELECT count(*) FROM"
            + " ranking_objection o WHERE o.ranking_id = seen.ranking_id AND o.status = 'OPEN') AS"
            + " open, (SELECT count(*) FROM ranking_edition e WHERE e.ranking_id = seen.ranking_id"
            + " AND e.number > 0) AS errata FROM seen"
            + (cursor == null
                ? ""
                : " WHERE (period_from, period_to, ranking_id) < (?::date, ?::date, ?::uuid)")
            + " ORDER BY period_from DESC, period_to DESC, ranking_id DESC LIMIT "
            + (limit + 1);
    return tables.read(
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
    RankingRule rule = Rankings.rule(row);
    return new Summary(
        row.getObject("ranking_id", UUID.class),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        RankingView.Status.valueOf(row.getString("status")),
        rule.nameZh(),
        rule.nameEn(),
        instant(row, "check_until"),
        instant(row, "published_at"),
        centre ? row.getLong("open") : null,
        row.getLong("errata"));
  }

  /**
   * Adopted rules, the newest first, and the one that waits.
   *
   * @param proposed null for none
   */
  record Rules(List<AdoptedRule> adopted, ProposedRule proposed) {}

  Rules rules() {
    return tables.read(
        connection ->
            new Rules(rankings.rules(connection), rankings.proposal(connection).orElse(null)));
  }
}
