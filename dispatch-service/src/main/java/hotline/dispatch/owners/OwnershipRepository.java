package hotline.dispatch.owners;

import hotline.access.NotFound;
import hotline.dispatch.cases.HandledCase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class OwnershipRepository implements PanacheRepositoryBase<CaseOwnership, UUID> {

  /** An owned case with its case, both rows locked. */
  record Held(HandledCase handledCase, CaseOwnership ownership) {}

  /** The case is locked first, as everywhere. */
  Held lock(UUID ownershipId) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select {c.*}, {o.*} from handled_case c join case_ownership o on o.case_id ="
                + " c.case_id where o.ownership_id = :id for update of c, o",
            Object[].class)
        .addEntity("c", HandledCase.class)
        .addEntity("o", CaseOwnership.class)
        .setParameter("id", ownershipId)
        .getResultList()
        .stream()
        .map(row -> new Held((HandledCase) row[0], (CaseOwnership) row[1]))
        .findFirst()
        .orElseThrow(() -> new NotFound("包案", "owned case"));
  }

  /**
   * What is not released and has to do with somebody of a unit: as its owner, or as the one to whom
   * it is to be handed over.
   *
   * @param locks whether the rows are locked, the case first, as everywhere
   */
  List<Held> ofLeaver(String userRef, String unitId, boolean locks) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select {c.*}, {o.*} from handled_case c join case_ownership o on o.case_id ="
                + " c.case_id where o.released_at is null and ((o.owner_ref = :person and"
                + " o.owner_unit_id = :unit) or (o.proposed_ref = :person and o.proposed_unit_id ="
                + " :unit)) order by c.case_id"
                + (locks ? " for update of c, o" : ""),
            Object[].class)
        .addEntity("c", HandledCase.class)
        .addEntity("o", CaseOwnership.class)
        .setParameter("person", userRef)
        .setParameter("unit", unitId)
        .getResultList()
        .stream()
        .map(row -> new Held((HandledCase) row[0], (CaseOwnership) row[1]))
        .toList();
  }

  /** Of cases whose rows the caller has locked. */
  List<CaseOwnership> openOf(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from case_ownership where case_id = any(:ids) and released_at is null"
                + " order by case_id",
            CaseOwnership.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  Optional<CaseOwnership> openOf(UUID caseId) {
    return openOf(List.of(caseId)).stream().findFirst();
  }

  List<CaseOwnership> ofCase(UUID caseId) {
    return list("caseId = ?1 order by assignedAt desc, ownershipId", caseId);
  }
}
