package hotline.dispatch.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.access.Scope;
import hotline.dispatch.assignments.AllowanceView;
import hotline.dispatch.assignments.Allowances;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentView;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.CaseOnGrid;
import hotline.dispatch.lists.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The queue of requests that wait for the centre, longest waiting first. */
@ApplicationScoped
public class PendingRequests {

  private final EntityManager database;
  private final RequestRecords records;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  PendingRequests(
      EntityManager database,
      RequestRecords records,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.records = records;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A task with what its unit asks for, and what is left of the quota. */
  @Schema(name = "PendingRequest")
  public record Item(
      @JsonUnwrapped AssignmentView assignment,
      UnitRequest request,
      String suggestedUnitName,
      AllowanceView allowances) {}

  /** A page of the queue, with the exact number of each kind. */
  @Schema(name = "PendingRequestPage")
  public record Page(List<Item> items, long count, Map<Kind, Long> counts, String nextCursor) {}

  Page page(Scope scope, Kind kind, Cursor after, int limit) {
    String grid = scope.sqlGridPathPrefix().orElse(null);
    Map<Kind, Long> counts = counts(grid);
    List<Object[]> rows = rows(kind, grid, after, limit);
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<UUID, List<UnitRequest>> asked =
        records.of(shown.stream().map(row -> ((Assignment) row[0]).assignmentId()).toList());
    List<Item> items = new ArrayList<>();
    for (Object[] row : shown) {
      Assignment assignment = (Assignment) row[0];
      asked.getOrDefault(assignment.assignmentId(), List.of()).stream()
          .filter(request -> request.state() == UnitRequest.State.OPEN)
          .map(request -> item(assignment, (HandledCase) row[1], (String) row[2], request))
          .forEach(items::add);
    }
    long count =
        kind == null ? counts.values().stream().mapToLong(Long::longValue).sum() : counts.get(kind);
    return new Page(items, count, counts, rows.size() > limit ? cursor(rows.get(limit - 1)) : null);
  }

  private Item item(Assignment assignment, HandledCase of, String title, UnitRequest request) {
    Directory names = directory.recent();
    Instant now = Cause.now(clock);
    String suggested = request.suggestedUnitId();
    return new Item(
        AssignmentView.of(assignment, of, title, names, now, timeRules.calendar()),
        request,
        suggested == null ? null : names.unitName(suggested),
        Allowances.at(now, new Held(of, assignment), timeRules).view());
  }

  private static String cursor(Object[] row) {
    return new Cursor((Instant) row[3], ((Assignment) row[0]).assignmentId()).text();
  }

  private List<Object[]> rows(Kind kind, String grid, Cursor after, int limit) {
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select {a.*}, {c.*}, f.title as file_title, r.requested_at as asked_at"
                    + " from unit_request r join assignment a on a.assignment_id = r.assignment_id"
                    + " join handled_case c on c.case_id = a.case_id"
                    + " left join case_file f on f.case_id = a.case_id where r.state = 'OPEN'"
                    // What a part gives back is decided by the unit above.
                    + " and a.parent_id is null"
                    + (kind == null ? "" : " and r.kind = :kind")
                    + on(grid)
                    + (after == null ? "" : " and (r.requested_at, r.assignment_id) > (:due, :id)")
                    + " order by r.requested_at, r.assignment_id limit "
                    + (limit + 1),
                Object[].class)
            .addEntity("a", Assignment.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .addScalar("asked_at", StandardBasicTypes.INSTANT);
    if (kind != null) {
      query.setParameter("kind", kind.name());
    }
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private static String on(String grid) {
    return grid == null ? "" : " and " + CaseOnGrid.of("a.case_id");
  }

  private Map<Kind, Long> counts(String grid) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0L);
    }
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                "select r.kind, count(*) from unit_request r"
                    + " join assignment a on a.assignment_id = r.assignment_id"
                    + " where r.state = 'OPEN' and a.parent_id is null"
                    + on(grid)
                    + " group by r.kind",
                Object[].class);
    if (grid != null) {
      query.setParameter("grid", grid);
    }
    query
        .getResultList()
        .forEach(row -> counts.put(Kind.valueOf((String) row[0]), ((Number) row[1]).longValue()));
    return counts;
  }
}
