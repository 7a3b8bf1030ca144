package hotline.evaluation.archiving;

import hotline.access.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Legal holds; whoever changes one holds the lock on its case. */
@ApplicationScoped
class LegalHoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {

  /** In the order in which they were placed. */
  List<LegalHold> ofCase(UUID caseId) {
    return list("caseId = ?1 order by placedAt, holdId", caseId);
  }

  LegalHold get(UUID holdId) {
    return findByIdOptional(holdId).orElseThrow(LegalHoldRepository::notFound);
  }

  /** Whose case is to be locked before the hold itself is read. */
  UUID caseOf(UUID holdId) {
    return find("select l.caseId from LegalHold l where l.holdId = ?1", holdId)
        .project(UUID.class)
        .singleResultOptional()
        .orElseThrow(LegalHoldRepository::notFound);
  }

  private static NotFound notFound() {
    return new NotFound("法律保留", "legal hold");
  }
}
