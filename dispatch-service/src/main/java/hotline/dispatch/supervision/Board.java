package hotline.dispatch.supervision;

import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.AssignmentView;
import hotline.dispatch.assignments.AssignmentView.NextDeadline;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.holders.Holder;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The supervision board (督办看板): the red list of open cases, oldest first, with exact numbers. */
@ApplicationScoped
public class Board {

  // The case, its title and when its reply passed come before them.
  private static final int FIRST_CONCERN = 3;

  private final EntityManager database;
  private final AssignmentRepository assignments;
  private final SupervisionLimitStore limits;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Board(
      EntityManager database,
      AssignmentRepository assignments,
      SupervisionLimitStore limits,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.assignments = assignments;
    this.limits = limits;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "BoardPage")
  public record Page(
      List<BoardRow> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, Concern concern, String unitCode, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    Directory names = directory.recent();
    BoardQuery asked =
        BoardQuery.of(concern, path(unitCode, names), now, limits.inForce(), timeRules.calendar())
            .onGrid(scope.sqlGridPathPrefix().orElse(null));
    Map<String, Long> counts = counts(asked);
    List<Object[]> rows = rows(asked, after, limit);
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<UUID, List<Assignment>> open = open(shown);
    List<BoardRow> items = new ArrayList<>();
    for (Object[] row : shown) {
      HandledCase of = (HandledCase) row[0];
      items.add(row(row, of, open.getOrDefault(of.caseId(), List.of()), names, now));
    }
    return new Page(
        items,
        counts.get(concern == null ? Concern.ALL : concern.wireName()),
        counts,
        rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  /** The subtree of the only root is the whole city, with what no unit has yet. */
  private static String path(String unitCode, Directory directory) {
    if (unitCode == null || unitCode.isBlank()) {
      return null;
    }
    Unit unit =
        directory
            .unit(unitCode)
            .orElseThrow(
                () -> new Invalid("unit", "unknown-unit", "没有这个承办单位。", "There is no such unit."));
    return unit.level() == 1 ? null : unit.path();
  }

  private BoardRow row(
      Object[] row, HandledCase of, List<Assignment> open, Directory names, Instant now) {
    return new BoardRow(
        of.caseId(),
        of.caseNo(),
        (String) row[1],
        of.status(),
        of.kind(),
        of.urgency(),
        names.categoryName(of.categoryCode()),
        names.placeName(of.placeCode()),
        of.registeredAt(),
        of.acceptedAt(),
        of.round(),
        concerns(row),
        repeats(row),
        Holder.of(of, open, (Instant) row[2], names, now, timeRules.calendar()),
        pressing(open, now).orElse(null),
        of.urgeCount(),
        of.supervision().centreUrges(),
        of.supervision().lastCentreUrge(),
        of.supervision().openOrders(),
        of.supervision().openInstructions(),
        of.supervision().owned(),
        of.supervision().escalatedTo(),
        of.version());
  }

  private Optional<NextDeadline> pressing(List<Assignment> open, Instant now) {
    return open.stream()
        .flatMap(
            one ->
                one
                    .clocks()
                    .pressing(one.clockStatus())
                    .map(kind -> AssignmentView.next(one.clocks(), kind, now, timeRules.calendar()))
                    .stream())
        .min(Comparator.comparing(NextDeadline::dueAt));
  }

  private BoardRow.Repeats repeats(Object[] row) {
    if (!Boolean.TRUE.equals(row[FIRST_CONCERN + Concern.REPEATED_REQUEST.ordinal()])) {
      return null;
    }
    SupervisionLimits inForce = limits.inForce();
    long ofCaller = (Long) row[FIRST_CONCERN + Concern.values().length];
    long atPlace = (Long) row[FIRST_CONCERN + Concern.values().length + 1];
    return new BoardRow.Repeats(
        ofCaller < inForce.repeatedOfCaller() ? null : ofCaller,
        atPlace < inForce.repeatedAtPlace() ? null : atPlace);
  }

  private static List<Concern> concerns(Object[] row) {
    return Stream.of(Concern.values())
        .filter(each -> Boolean.TRUE.equals(row[FIRST_CONCERN + each.ordinal()]))
        .toList();
  }

  private Map<UUID, List<Assignment>> open(List<Object[]> rows) {
    return rows.isEmpty()
        ? Map.of()
        : assignments
            .openOf(rows.stream().map(row -> ((HandledCase) row[0]).caseId()).toList())
            .stream()
            .collect(Collectors.groupingBy(Assignment::caseId));
  }

  private static String cursor(BoardRow last) {
    return new Cursor(last.inOrderSince(), last.caseId()).text();
  }

  private List<Object[]> rows(BoardQuery asked, Cursor after, int limit) {
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(asked.page(after != null, limit), Object[].class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .addScalar("done_at", StandardBasicTypes.INSTANT);
    for (Concern each : Concern.values()) {
      query.addScalar(each.name(), StandardBasicTypes.BOOLEAN);
    }
    query
        .addScalar("of_caller", StandardBasicTypes.LONG)
        .addScalar("at_place", StandardBasicTypes.LONG);
    asked.bind(query, after);
    return query.getResultList();
  }

  private Map<String, Long> counts(BoardQuery asked) {
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(asked.counts(), Object[].class);
    asked.bind(query, null);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(Concern.ALL, ((Number) row[0]).longValue());
    for (Concern each : Concern.values()) {
      counts.put(each.wireName(), ((Number) row[1 + each.ordinal()]).longValue());
    }
    return counts;
  }
}
