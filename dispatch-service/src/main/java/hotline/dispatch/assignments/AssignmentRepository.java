package hotline.dispatch.assignments;

import hotline.access.NotFound;
import hotline.dispatch.cases.HandledCase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
public class AssignmentRepository implements PanacheRepositoryBase<Assignment, UUID> {

  // The case is named first: its row is locked first everywhere, so that nobody waits in a circle.
  // Both are locked, because after a wait PostgreSQL reads anew only the rows that it locks.
  private static final String LOCK =
      "select c, a from HandledCase c join Assignment a on a.caseId = c.caseId"
          + " where a.assignmentId in :ids order by c.caseId, a.assignmentId";

  /**
   * The assignment with its case, locked until the end of the transaction.
   *
   * @throws NotFound when there is none
   */
  public Held lock(UUID assignmentId) {
    return lockAll(List.of(assignmentId)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }

  /** All of a batch with one statement. */
  public List<Held> lockAll(Collection<UUID> assignmentIds) {
    return getEntityManager()
        .createQuery(LOCK, Object[].class)
        .setParameter("ids", assignmentIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .map(row -> new Held((HandledCase) row[0], (Assignment) row[1]))
        .toList();
  }

  /** What is still open of these cases, whose rows the caller has locked. */
  public List<Assignment> openOf(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from assignment where case_id = any(:ids) and ended_at is null"
                + " order by case_id, assignment_id",
            Assignment.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  public List<Assignment> ofCase(UUID caseId) {
    return list("caseId = ?1 order by round, role desc, assignmentId", caseId);
  }
}
