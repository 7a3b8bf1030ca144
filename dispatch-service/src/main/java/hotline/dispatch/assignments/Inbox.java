package hotline.dispatch.assignments;

import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of assignments that one actor may see, page by page, with exact numbers. */
@ApplicationScoped
public class Inbox {

  private final EntityManager database;
  private final AssignmentRepository assignments;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Inbox(
      EntityManager database,
      AssignmentRepository assignments,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.assignments = assignments;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of the list. */
  @Schema(name = "AssignmentPage")
  public record Page(
      List<AssignmentView> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, Tab tab, String search, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    String subtree = limitedTo(scope.sqlUnitPathPrefix(), directory.recent());
    String grid = scope.sqlGridPathPrefix().orElse(null);
    return read(new InboxQuery(tab, subtree, false, grid, search, now), after, limit).page();
  }

  /** The day of a unit in numbers. */
  Digest digest(Scope scope) {
    InboxQuery asked =
        new InboxQuery(
            Tab.ALL,
            limitedTo(scope.sqlUnitPathPrefix(), directory.recent()),
            false,
            scope.sqlGridPathPrefix().orElse(null),
            null,
            Cause.now(clock));
    String sql = asked.digest();
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    asked.bind(query, sql, null);
    long[] numbers =
        Arrays.stream(query.getSingleResult())
            .mapToLong(one -> ((Number) one).longValue())
            .toArray();
    return new Digest(
        numbers[DigestLine.NEW_TODAY.ordinal()],
        numbers[DigestLine.TO_SIGN.ordinal()],
        numbers[DigestLine.DUE_TODAY.ordinal()],
        numbers[DigestLine.OVERDUE.ordinal()],
        numbers[DigestLine.SENT_BACK.ordinal()]);
  }

  private record Read(Page page, List<Object[]> rows) {}

  private Read read(InboxQuery asked, Cursor after, int limit) {
    Instant now = asked.now();
    Directory names = directory.recent();
    Map<String, Long> counts = counts(asked);
    long count = asked.searches() ? count(asked) : counts.get(asked.tab().wireName());
    List<Object[]> rows = rows(asked, after, limit);
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<UUID, List<Assignment>> parts = openParts(shown);
    List<AssignmentView> items = new ArrayList<>();
    for (Object[] row : shown) {
      items.add(
          AssignmentView.of(
              (Assignment) row[0],
              (HandledCase) row[1],
              (String) row[2],
              names,
              now,
              timeRules.calendar(),
              parts.getOrDefault(((Assignment) row[0]).assignmentId(), List.of())));
    }
    return new Read(
        new Page(items, count, counts, rows.size() > limit ? cursor(rows.get(limit - 1)) : null),
        shown);
  }

  /** Who has what was handed down of these: one more statement, and only when there is any. */
  private Map<UUID, List<Assignment>> openParts(List<Object[]> rows) {
    List<UUID> wholes =
        rows.stream()
            .map(row -> (Assignment) row[0])
            .filter(task -> task.openParts() > 0)
            .map(Assignment::assignmentId)
            .toList();
    return wholes.isEmpty()
        ? Map.of()
        : assignments.partsOf(wholes).stream()
            .filter(part -> !part.isOver())
            .collect(Collectors.groupingBy(part -> part.handedDown().parentId()));
  }

  /** Replies that wait for a reviewer, the one that is due first at the top. */
  public Page underReview(Scope scope, Cursor after, int limit) {
    return page(scope, Tab.UNDER_REVIEW, null, after, limit);
  }

  /** Tasks of which something waits for the unit's leader, with their cases by the task's id. */
  public record Waiting(Page page, Map<UUID, Held> tasks) {}

  /**
   * Drafts that wait for a leader of the unit, the one that is due first at the top. Whoever works
   * for the centre as well reads no more of them: a draft is its unit's. The centre itself is
   * nobody's superior, and reviews what the units submit.
   */
  public Waiting toEndorse(Scope scope, Cursor after, int limit) {
    String unit = scope.actor().unitPath();
    boolean centre = directory.recent().isTheOnlyRoot(unit);
    Read read =
        read(
            new InboxQuery(
                Tab.TO_ENDORSE,
                scope.mayActForUnit(unit) ? unit : Scope.NOWHERE,
                centre,
                scope.sqlGridPathPrefix().orElse(null),
                null,
                Cause.now(clock)),
            after,
            limit);
    return new Waiting(
        read.page(),
        read.rows().stream()
            .map(row -> new Held((HandledCase) row[1], (Assignment) row[0]))
            .collect(Collectors.toMap(held -> held.assignment().assignmentId(), held -> held)));
  }

  /** The unit to whose subtree the actor is limited; the subtree of the only root is everything. */
  private static String limitedTo(Optional<String> subtree, Directory directory) {
    return subtree.filter(path -> !directory.isTheOnlyRoot(path)).orElse(null);
  }

  private static String cursor(Object[] row) {
    Assignment last = (Assignment) row[0];
    return new Cursor(last.clocks().nextDue(), last.assignmentId()).text();
  }

  private List<Object[]> rows(InboxQuery asked, Cursor after, int limit) {
    String sql = asked.page(after != null, limit);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("a", Assignment.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING);
    asked.bind(query, sql, after);
    return query.getResultList();
  }

  private long count(InboxQuery asked) {
    String sql = asked.count();
    NativeQuery<Long> query = database.unwrap(Session.class).createNativeQuery(sql, Long.class);
    asked.bind(query, sql, null);
    return query.getSingleResult();
  }

  private Map<String, Long> counts(InboxQuery asked) {
    String sql = asked.counts();
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    asked.bind(query, sql, null);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    int column = 0;
    for (Tab tab : Tab.values()) {
      if (tab.open()) {
        counts.put(tab.wireName(), ((Number) row[column++]).longValue());
      }
    }
    long open = ((Number) row[column]).longValue();
    long ended = ((Number) row[column + 1]).longValue();
    counts.put(Tab.DONE.wireName(), ended);
    counts.put(Tab.ALL.wireName(), open + ended);
    return counts;
  }
}
