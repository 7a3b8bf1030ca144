package hotline.dispatch.assignments;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotline.access.Versioned;
import hotline.lifecycle.AssignmentStatus;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What an act on an assignment answers. */
public record Outcome(
    UUID assignmentId,
    AssignmentStatus status,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean late,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer requestNo) {

  public static Outcome of(Assignment assignment, Boolean late) {
    return new Outcome(
        assignment.assignmentId(), assignment.status(), assignment.version(), late, null);
  }

  /** Of a request: with its number, by which it is decided. */
  public static Outcome asked(Assignment assignment) {
    return new Outcome(
        assignment.assignmentId(),
        assignment.status(),
        assignment.version(),
        null,
        assignment.requests());
  }

  public RestResponse<Outcome> response() {
    return Versioned.ok(this, version);
  }

  public RestResponse<Outcome> created() {
    return Versioned.created(this, version);
  }
}
