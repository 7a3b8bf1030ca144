package hotline.evaluation.spotchecks;

import hotline.access.NotFound;
import hotline.evaluation.cases.HotlineCase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Spot checks; whoever changes one holds the lock on its case. */
@ApplicationScoped
class SpotCheckRepository implements PanacheRepositoryBase<SpotCheck, UUID> {

  SpotCheck get(UUID checkId) {
    return findByIdOptional(checkId).orElseThrow(SpotCheckRepository::notFound);
  }

  /** Whose case is to be locked before the check itself is read. */
  UUID caseOf(UUID checkId) {
    return find("select s.caseId from SpotCheck s where s.checkId = ?1", checkId)
        .project(UUID.class)
        .singleResultOptional()
        .orElseThrow(SpotCheckRepository::notFound);
  }

  /** Those of these cases of which nobody has reported yet. */
  List<SpotCheck> toCheckOf(Collection<UUID> caseIds) {
    return list("caseId in ?1 and status = ?2", caseIds, SpotCheckStatus.CHECKING);
  }

  /** Those of these closings. */
  List<SpotCheck> ofCallbacks(Collection<UUID> callbackIds) {
    return list("callbackId in ?1", callbackIds);
  }

  /** Everybody who answered, handled, reviewed or called back the case, in any round. */
  Set<String> handsOf(HotlineCase about) {
    Set<String> hands = new HashSet<>(about.hands());
    @SuppressWarnings("unchecked")
    List<String> callers =
        getEntityManager()
            .createNativeQuery(
                """
                select a.actor from callback_attempt a join callback c using (callback_id) where c.case_id = :id
                 union
                select c.ended_by from callback c where c.case_id = :id and c.ended_by is not null""",
                String.class)
            .setParameter("id", about.caseId())
            .getResultList();
    hands.addAll(callers);
    return hands;
  }

  private static NotFound notFound() {
    return new NotFound("抽查任务", "spot check");
  }
}
