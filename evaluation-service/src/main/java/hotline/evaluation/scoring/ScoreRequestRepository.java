package hotline.evaluation.scoring;

import hotline.access.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What units asked about their score; whoever changes one holds the lock on its case. */
@ApplicationScoped
class ScoreRequestRepository implements PanacheRepositoryBase<ScoreRequest, UUID> {

  ScoreRequest get(UUID requestId) {
    return findByIdOptional(requestId).orElseThrow(ScoreRequestRepository::notFound);
  }

  /** Whose case is to be locked before the request itself is read. */
  UUID caseOf(UUID requestId) {
    return find("select r.caseId from ScoreRequest r where r.requestId = ?1", requestId)
        .project(UUID.class)
        .singleResultOptional()
        .orElseThrow(ScoreRequestRepository::notFound);
  }

  boolean isAsked(UUID caseId, int round, ScoreRequestKind kind) {
    return count("caseId = ?1 and round = ?2 and kind = ?3", caseId, round, kind) > 0;
  }

  /** How often anything was asked or decided about a case. */
  long changesOf(UUID caseId) {
    return find(
            "select coalesce(sum(r.version + 1), 0L) from ScoreRequest r where r.caseId = ?1",
            caseId)
        .project(Long.class)
        .singleResult();
  }

  List<ScoreRequest> openOf(Collection<UUID> caseIds) {
    return list(
        "caseId in ?1 and status in ?2",
        caseIds,
        List.of(ScoreRequestStatus.REVIEWING, ScoreRequestStatus.CONFIRMING));
  }

  private static NotFound notFound() {
    return new NotFound("申请", "request");
  }
}
