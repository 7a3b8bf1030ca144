package hotline.evaluation.scoring;

import hotline.access.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A request after an act. */
@Schema(name = "ScoreRequestMoved")
public record ScoreRequestMoved(
    UUID requestId, UUID caseId, ScoreRequestStatus status, long version) {

  static RestResponse<ScoreRequestMoved> answer(ScoreRequest moved) {
    return Versioned.ok(
        new ScoreRequestMoved(moved.requestId(), moved.caseId(), moved.status(), moved.version()),
        moved.version());
  }
}
