package hotline.dispatch.assignments;

import hotline.access.Scope;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of assignments that one actor may see, page by page, with exact numbers. */
@ApplicationScoped
public class Inbox {

  private static final String ROWS =
      " from assignment a join handled_case c on c.case_id = a.case_id"
          + " left join case_file f on f.case_id = a.case_id where ";

  // Two ranges instead of LIKE: the index on the path serves them whatever the plan was made for.
  // '0' is the character after '/'.
  private static final String SUBTREE =
      "(%1$s.unit_path = :unit or (%1$s.unit_path > :unit || '/' and %1$s.unit_path < :unit || '0'))";

  private static final String NUMBER = "(replace(c.case_no, '-', '') like :number)";
  private static final String TEXT = "(f.title ilike :text or c.case_no like :text)";

  private final EntityManager database;
  private final DirectoryStore directory;
  private final WorkCalendar calendar;
  private final Clock clock;

  Inbox(EntityManager database, DirectoryStore directory, WorkCalendar calendar, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A page of the list. */
  @Schema(name = "AssignmentPage")
  public record Page(
      List<AssignmentView> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, Tab tab, String search, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    Map<String, Object> values = new HashMap<>();
    String where = where(scope, tab, search, now, values);
    Map<String, Long> counts = counts(scope, now);
    // A search is counted by itself; without one the tab's number is the answer.
    long count =
        search == null || search.isBlank() ? counts.get(tab.wireName()) : count(where, values);
    List<Object[]> rows = rows(tab, where, values, after, limit);
    Directory names = directory.recent();
    List<AssignmentView> items = new ArrayList<>();
    for (Object[] row : rows.subList(0, Math.min(limit, rows.size()))) {
      items.add(
          AssignmentView.of(
              (Assignment) row[0], (HandledCase) row[1], (String) row[2], names, now, calendar));
    }
    return new Page(items, count, counts, rows.size() > limit ? cursor(rows.get(limit - 1)) : null);
  }

  private static String cursor(Object[] row) {
    Assignment last = (Assignment) row[0];
    return new Cursor(last.clocks().nextDue(), last.assignmentId()).text();
  }

  private List<Object[]> rows(
      Tab tab, String where, Map<String, Object> values, Cursor after, int limit) {
    Map<String, Object> all = new HashMap<>(values);
    StringBuilder sql =
        new StringBuilder("select {a.*}, {c.*}, f.title as file_title").append(ROWS).append(where);
    if (after != null) {
      sql.append(
          tab.open()
              ? " and (a.next_due, a.assignment_id) > (:due, :id)"
              : " and a.assignment_id < :id");
      all.put("id", after.id());
      if (tab.open()) {
        all.put("due", after.due());
      }
    }
    sql.append(
        tab.open()
            ? " order by a.next_due, a.assignment_id limit "
            : " order by a.assignment_id desc limit ");
    // One more than asked for tells whether there is another page.
    sql.append(limit + 1);
    var query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql.toString(), Object[].class)
            .addEntity("a", Assignment.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING);
    bind(query, all);
    return query.getResultList();
  }

  private long count(String where, Map<String, Object> values) {
    var query =
        database
            .unwrap(Session.class)
            .createNativeQuery("select count(*)" + ROWS + where, Long.class);
    bind(query, values);
    return query.getSingleResult();
  }

  /**
   * The number of every tab with one statement; ended tasks are not read but taken from a tally.
   */
  private Map<String, Long> counts(Scope scope, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("now", now);
    String mine = subtree(scope, "a", values);
    String tally = subtree(scope, "t", values);
    StringBuilder sql = new StringBuilder("select ");
    for (Tab tab : Tab.values()) {
      if (tab.open()) {
        sql.append("count(*) filter (where ").append(tab.condition()).append("), ");
      }
    }
    sql.append(
            "count(*), (select cast(coalesce(sum(t.ended), 0) as bigint) from ended_tally t where ")
        .append(tally)
        .append(") from assignment a where a.ended_at is null and ")
        .append(mine);
    var query = database.unwrap(Session.class).createNativeQuery(sql.toString(), Object[].class);
    bind(query, values);
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

  private static String where(
      Scope scope, Tab tab, String search, Instant now, Map<String, Object> values) {
    String where = tab.condition() + " and " + subtree(scope, "a", values);
    if (tab.condition().contains(":now")) {
      values.put("now", now);
    }
    if (search == null || search.isBlank()) {
      return where;
    }
    String words = search.strip();
    if (words.matches("[0-9 -]+")) {
      values.put("number", words.replaceAll("[ -]", "") + "%");
      return where + " and " + NUMBER;
    }
    values.put("text", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    return where + " and " + TEXT;
  }

  private static String subtree(Scope scope, String table, Map<String, Object> values) {
    return scope
        .sqlUnitPathPrefix()
        .map(
            unit -> {
              values.put("unit", unit);
              return String.format(SUBTREE, table);
            })
        .orElse("true");
  }

  private static void bind(Query query, Map<String, Object> values) {
    values.forEach(query::setParameter);
  }

  AssignmentView view(Assignment assignment, HandledCase of, String title) {
    return AssignmentView.of(assignment, of, title, directory.recent(), Cause.now(clock), calendar);
  }

  /** Replies that wait for a reviewer, the one that is due first at the top. */
  public Page underReview(Scope scope, Cursor after, int limit) {
    return page(scope, Tab.UNDER_REVIEW, null, after, limit);
  }
}
