package hotline.evaluation.cases;

import hotline.access.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Cases, always locked by whoever is going to change them or one of their callbacks. */
@ApplicationScoped
public class CaseRepository implements PanacheRepositoryBase<HotlineCase, UUID> {

  /**
   * In the order of their ids, so that two who lock several never wait for each other in turn. The
   * ids go as one array: a list of parameters would be another statement for every length.
   */
  public List<HotlineCase> locked(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from hotline_case where case_id = any (:ids) order by case_id"
                + " for no key update",
            HotlineCase.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** Those of these that nobody holds: for who has locked others and must not wait with them. */
  public List<HotlineCase> lockedAtOnce(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from hotline_case where case_id = any (:ids) order by case_id"
                + " for no key update skip locked",
            HotlineCase.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** The cases of these callbacks. */
  public List<HotlineCase> lockedByCallbacks(Collection<UUID> callbackIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from hotline_case where case_id in"
                + " (select case_id from callback where callback_id = any (:ids))"
                + " order by case_id for no key update",
            HotlineCase.class)
        .setParameter("ids", callbackIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** The case of a callback: the one lock that rating, withdrawal and timers contend for. */
  public HotlineCase lockedByCallback(UUID callbackId) {
    return find("caseId = (select c.caseId from Callback c where c.callbackId = ?1)", callbackId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResultOptional()
        .orElseThrow(() -> new NotFound("回访任务", "callback"));
  }
}
