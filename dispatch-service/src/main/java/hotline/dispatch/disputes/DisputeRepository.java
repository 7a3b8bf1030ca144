package hotline.dispatch.disputes;

import hotline.access.NotFound;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.Held;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
public class DisputeRepository implements PanacheRepositoryBase<Dispute, UUID> {

  private final AssignmentRepository assignments;

  DisputeRepository(AssignmentRepository assignments) {
    this.assignments = assignments;
  }

  /** A dispute with its task and case, all three rows locked. */
  record Locked(Held held, Dispute dispute) {}

  /** The case is locked first, then the task, as everywhere. */
  Locked lock(UUID disputeId) {
    UUID task =
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(
                "select assignment_id from dispute where dispute_id = :id", UUID.class)
            .setParameter("id", disputeId)
            .getResultStream()
            .findFirst()
            .orElseThrow(DisputeRepository::unknown);
    Held held = assignments.lock(task);
    return new Locked(held, findById(disputeId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The first first. */
  public List<Dispute> ofCase(UUID caseId) {
    return list("caseId = ?1 order by disputeNo", caseId);
  }

  /** From the convening to the ruling. */
  record Ruled(Instant openedAt, Instant ruledAt) {}

  /** Rulings from a moment on, whatever has become of their cases since. */
  List<Ruled> ruledSince(Instant from) {
    return find(
            "select d.openedAt, d.endedAt from Dispute d where d.state = ?1 and d.endedAt >= ?2",
            DisputeState.RULED,
            from)
        .project(Ruled.class)
        .list();
  }

  /** Earlier rulings of the category, those of the district first, then the newest. */
  List<Dispute> precedents(UUID caseId, String categoryCode, String district, int most) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from dispute where state = 'RULED' and category_code = :category"
                + " and case_id <> :of"
                + " order by starts_with(place_code, :district) desc, ended_at desc, dispute_id"
                + " limit :most",
            Dispute.class)
        .setParameter("category", categoryCode)
        .setParameter("of", caseId)
        .setParameter("district", district)
        .setParameter("most", most)
        .getResultList();
  }

  static NotFound unknown() {
    return new NotFound("会商", "dispute");
  }
}
