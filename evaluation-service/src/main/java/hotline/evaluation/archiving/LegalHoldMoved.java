package hotline.evaluation.archiving;

import hotline.access.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** A hold after an act. */
@Schema(name = "LegalHoldMoved")
public record LegalHoldMoved(UUID holdId, UUID caseId, boolean stands, long version) {

  static RestResponse<LegalHoldMoved> answer(LegalHold hold) {
    return Versioned.ok(
        new LegalHoldMoved(hold.holdId(), hold.caseId(), hold.stands(), hold.version()),
        hold.version());
  }
}
