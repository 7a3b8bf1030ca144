package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.dispatch.assignments.Cursor;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of owned cases that one actor may see, the visit that is due first at the top. */
@ApplicationScoped
public class OwnedCases {

  private static final String OWN = " and o.owner_ref = :me";

  private final EntityManager database;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  OwnedCases(
      EntityManager database, DirectoryStore directory, TimeRulesInForce timeRules, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "OwnedCasePage")
  public record Page(
      List<OwnershipView> items, long count, Map<String, Long> counts, String nextCursor) {}

  /** A leader of a unit sees the own cases; leaders of the city and supervisors see all. */
  Page page(Actor actor, OwnedTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    boolean all = actor.isAny(Role.LEADER, Role.SUPERVISOR);
    Map<String, Long> counts = counts(actor, all, now);
    List<Object[]> rows = rows(actor, all, tab, now, after, limit);
    Directory names = directory.recent();
    List<OwnershipView> items = new ArrayList<>();
    for (Object[] row : rows.subList(0, Math.min(limit, rows.size()))) {
      items.add(
          OwnershipView.of(
              (CaseOwnership) row[0],
              (HandledCase) row[1],
              (String) row[2],
              List.of(),
              actor,
              names,
              now,
              timeRules.calendar()));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor((CaseOwnership) rows.get(limit - 1)[0]) : null);
  }

  private static String cursor(CaseOwnership last) {
    return new Cursor(last.visitDue(), last.ownershipId()).text();
  }

  private List<Object[]> rows(
      Actor actor, boolean all, OwnedTab tab, Instant now, Cursor after, int limit) {
    String sql =
        "select {o.*}, {c.*}, f.title as file_title from case_ownership o"
            + " join handled_case c on c.case_id = o.case_id"
            + " left join case_file f on f.case_id = o.case_id where "
            + tab.condition()
            + (all ? "" : OWN)
            + (after == null ? "" : " and (o.visit_due, o.ownership_id) > (:due, :id)")
            + " order by o.visit_due, o.ownership_id limit "
            + (limit + 1);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("o", CaseOwnership.class)
            .addEntity("c", HandledCase.class)
            .addScalar("file_title", StandardBasicTypes.STRING);
    bind(query, sql, actor, now);
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Map<String, Long> counts(Actor actor, boolean all, Instant now) {
    StringBuilder columns = new StringBuilder();
    for (OwnedTab each : OwnedTab.values()) {
      columns.append(columns.isEmpty() ? "select " : ", ");
      columns.append("count(*) filter (where ").append(each.condition()).append(")");
    }
    String sql = columns + " from case_ownership o where true" + (all ? "" : OWN);
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    bind(query, sql, actor, now);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (OwnedTab each : OwnedTab.values()) {
      counts.put(each.wireName(), ((Number) row[each.ordinal()]).longValue());
    }
    return counts;
  }

  private static void bind(NativeQuery<Object[]> query, String sql, Actor actor, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("me", actor.userId());
    values.put("now", now);
    values.forEach(
        (name, value) -> {
          if (sql.contains(":" + name)) {
            query.setParameter(name, value);
          }
        });
  }
}
