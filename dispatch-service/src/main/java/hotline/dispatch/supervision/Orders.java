package hotline.dispatch.supervision;

import hotline.access.Scope;
import hotline.dispatch.assignments.Cursor;
import hotline.dispatch.cases.Cause;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** The lists of supervision orders that one actor may see: first due first. */
@ApplicationScoped
public class Orders {

  private static final String FROM = " from supervision_order o where ";
  private static final String OF_UNIT =
      " and (o.unit_path = :unit or (o.unit_path > :unit || '/' and o.unit_path < :unit || '0'))";

  private final EntityManager database;
  private final RectificationStore reports;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Orders(
      EntityManager database,
      RectificationStore reports,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.reports = reports;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /** A page of one list, with the number of every list. */
  @Schema(name = "SupervisionOrderPage")
  public record Page(
      List<OrderView> items, long count, Map<String, Long> counts, String nextCursor) {}

  Page page(Scope scope, OrderTab tab, Cursor after, int limit) {
    Instant now = Cause.now(clock);
    String unit = scope.sqlUnitPathPrefix().orElse(null);
    Map<String, Long> counts = counts(unit, now);
    List<Object[]> rows = rows(tab, unit, now, after, limit);
    List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<UUID, List<Rectification>> answers =
        reports.of(shown.stream().map(row -> ((SupervisionOrder) row[0]).orderId()).toList());
    Directory names = directory.recent();
    List<OrderView> items = new ArrayList<>();
    for (Object[] row : shown) {
      SupervisionOrder order = (SupervisionOrder) row[0];
      items.add(
          OrderView.of(
              order,
              (String) row[1],
              (String) row[2],
              answers.getOrDefault(order.orderId(), List.of()),
              names,
              now,
              timeRules.calendar()));
    }
    return new Page(
        items,
        counts.get(tab.wireName()),
        counts,
        rows.size() > limit ? cursor(items.get(limit - 1)) : null);
  }

  private static String cursor(OrderView last) {
    return new Cursor(last.dueAt(), last.orderId()).text();
  }

  private List<Object[]> rows(OrderTab tab, String unit, Instant now, Cursor after, int limit) {
    String sql =
        "select {o.*}, c.case_no as case_no, f.title as file_title from supervision_order o"
            + " join handled_case c on c.case_id = o.case_id"
            + " left join case_file f on f.case_id = o.case_id where "
            + tab.condition()
            + (unit == null ? "" : OF_UNIT)
            + (after == null ? "" : " and (o.due_at, o.order_id) > (:due, :id)")
            + " order by o.due_at, o.order_id limit "
            + (limit + 1);
    NativeQuery<Object[]> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(sql, Object[].class)
            .addEntity("o", SupervisionOrder.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING);
    bind(query, sql, unit, now);
    if (after != null) {
      query.setParameter("due", after.due()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Map<String, Long> counts(String unit, Instant now) {
    StringBuilder columns = new StringBuilder();
    for (OrderTab each : OrderTab.values()) {
      columns.append(columns.isEmpty() ? "select " : ", ");
      columns.append("count(*) filter (where ").append(each.condition()).append(")");
    }
    String sql = columns + FROM + "true" + (unit == null ? "" : OF_UNIT);
    NativeQuery<Object[]> query =
        database.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    bind(query, sql, unit, now);
    Object[] row = query.getSingleResult();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (OrderTab each : OrderTab.values()) {
      counts.put(each.wireName(), ((Number) row[each.ordinal()]).longValue());
    }
    return counts;
  }

  private static void bind(NativeQuery<Object[]> query, String sql, String unit, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("unit", unit);
    values.put("now", now);
    values.forEach(
        (name, value) -> {
          if (sql.contains(":" + name)) {
            query.setParameter(name, value);
          }
        });
  }
}
