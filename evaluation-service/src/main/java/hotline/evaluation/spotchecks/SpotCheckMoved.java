package hotline.evaluation.spotchecks;

import hotline.access.Versioned;
import hotline.lifecycle.SpotCheckFinding;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A check after an act. */
@Schema(name = "SpotCheckMoved")
public record SpotCheckMoved(
    UUID checkId, UUID caseId, SpotCheckStatus status, SpotCheckFinding finding, long version) {

  static RestResponse<SpotCheckMoved> answer(SpotCheck moved) {
    return Versioned.ok(
        new SpotCheckMoved(
            moved.checkId(), moved.caseId(), moved.status(), moved.finding(), moved.version()),
        moved.version());
  }
}
