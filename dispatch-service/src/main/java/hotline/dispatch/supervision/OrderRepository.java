package hotline.dispatch.supervision;

import hotline.dispatch.cases.HandledCase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class OrderRepository implements PanacheRepositoryBase<SupervisionOrder, UUID> {

  /** An order with its case, both rows locked. */
  record Held(HandledCase handledCase, SupervisionOrder order) {}

  Optional<Held> lock(UUID orderId) {
    return lockAll(List.of(orderId)).stream().findFirst();
  }

  /** The case is locked first, as everywhere. */
  List<Held> lockAll(Collection<UUID> orderIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select {c.*}, {o.*} from handled_case c join supervision_order o on o.case_id ="
                + " c.case_id where o.order_id = any(:ids) order by c.case_id, o.order_id for"
                + " update of c, o",
            Object[].class)
        .addEntity("c", HandledCase.class)
        .addEntity("o", SupervisionOrder.class)
        .setParameter("ids", orderIds.toArray(UUID[]::new))
        .getResultList()
        .stream()
        .map(row -> new Held((HandledCase) row[0], (SupervisionOrder) row[1]))
        .toList();
  }

  List<SupervisionOrder> ofCase(UUID caseId) {
    return list("caseId = ?1 order by openedAt, orderId", caseId);
  }

  /** Those that wait for a report, lie ahead and were computed with an older calendar. */
  List<SupervisionOrder> behind(int calendarVersion, Instant now) {
    return find(
            "closedAt is null and missed = false and clock.dueAt > ?1 and clock.dueCalendar < ?2",
            now,
            calendarVersion)
        .stream()
        .filter(SupervisionOrder::awaitsReport)
        .toList();
  }
}
