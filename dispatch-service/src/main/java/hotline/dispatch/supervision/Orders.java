package hotline.dispatch.supervision;

import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.Subtree;
import hotline.dispatch.lists.TabbedList;
import hotline.dispatch.lists.TabbedList.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** The lists of supervision orders that one actor may see: first due first. */
@ApplicationScoped
public class Orders {

  private static final TabbedList<OrderTab> LIST =
      new TabbedList<>(OrderTab.class, "supervision_order o", "o.due_at", "o.order_id");
  private static final String OF_UNIT = " and " + Subtree.of("o.unit_path");

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
    Asked asked =
        Asked.of(scope.sqlUnitPathPrefix().orElse(null), OF_UNIT, now).onGridOf(scope, "o.case_id");
    Session session = database.unwrap(Session.class);
    Map<String, Long> counts = LIST.counts(session, asked);
    List<Object[]> rows =
        LIST.page(
                session,
                "{o.*}, c.case_no as case_no, f.title as file_title",
                " join handled_case c on c.case_id = o.case_id"
                    + " left join case_file f on f.case_id = o.case_id",
                tab,
                asked,
                after,
                limit)
            .addEntity("o", SupervisionOrder.class)
            .addScalar("case_no", StandardBasicTypes.STRING)
            .addScalar("file_title", StandardBasicTypes.STRING)
            .getResultList();
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
}
