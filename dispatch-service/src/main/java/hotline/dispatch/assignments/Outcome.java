package hotline.dispatch.assignments;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotline.access.IfMatch;
import hotline.lifecycle.AssignmentStatus;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What an act on an assignment answers. */
public record Outcome(
    UUID assignmentId,
    AssignmentStatus status,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean late) {

  public static Outcome of(Assignment assignment, Boolean late) {
    return new Outcome(assignment.assignmentId(), assignment.status(), assignment.version(), late);
  }

  public RestResponse<Outcome> response() {
    return RestResponse.ResponseBuilder.ok(this)
        .header(HttpHeaders.ETAG, IfMatch.etag(version))
        .build();
  }
}
