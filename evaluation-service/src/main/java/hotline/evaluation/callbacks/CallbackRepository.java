package hotline.evaluation.callbacks;

import hotline.access.NotFound;
import hotline.evaluation.evaluations.Decision;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Callbacks; whoever changes one holds the lock on its case. */
@ApplicationScoped
public class CallbackRepository implements PanacheRepositoryBase<Callback, UUID> {

  /** In a statement over {@code hotline_case h}: whether the citizen is about to be asked. */
  public static final String CASE_HAS_OPEN =
      "exists (select 1 from callback o where o.case_id = h.case_id and o.status = 'OPEN')";

  public Callback get(UUID callbackId) {
    return findByIdOptional(callbackId).orElseThrow(() -> new NotFound("回访任务", "callback"));
  }

  /** The one whose result closed the case; null while that round has none. */
  public Callback closing(UUID caseId, int round) {
    return find("caseId = ?1 and round = ?2 and decision = ?3", caseId, round, Decision.CLOSED)
        .singleResultOptional()
        .orElse(null);
  }

  List<Callback> ofCase(UUID caseId) {
    return list("caseId = ?1 order by round", caseId);
  }

  /** In the order in which their clocks speak. */
  public List<Callback> these(Collection<UUID> callbackIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from callback where callback_id = any (:ids)"
                + " order by callback_due, callback_id",
            Callback.class)
        .setParameter("ids", callbackIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** Those that wait for the citizens of these cases; a case has one at most. */
  public List<Callback> openOf(Collection<UUID> caseIds) {
    return list("caseId in ?1 and status = ?2", caseIds, CallbackStatus.OPEN);
  }
}
