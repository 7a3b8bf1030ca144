package hotline.evaluation.archiving;

import hotline.access.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Legal holds; whoever changes one holds the lock on its case. */
@ApplicationScoped
class LegalHoldRepository implements PanacheRepositoryBase<LegalHold, UUID> {

  /** In the order in which they were placed. */
  List<LegalHold> ofCase(UUID caseId) {
    return list("caseId = ?1 order by placedAt, holdId", caseId);
  }

  /** When the last hold of each of these cases was lifted, of those that ever had one. */
  Map<UUID, Instant> lastLifted(Collection<UUID> caseIds) {
    return getEntityManager()
        .createQuery(
            "select l.caseId, max(l.liftedAt) from LegalHold l"
                + " where l.caseId in ?1 and l.liftedAt is not null group by l.caseId",
            Object[].class)
        .setParameter(1, caseIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
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
