package hotline.dispatch.assignments;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotline.access.Versioned;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EndorsedAct;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What an act on an assignment answers.
 *
 * @param awaits what waits for the signature of the unit's leader instead of being submitted
 */
public record Outcome(
    UUID assignmentId,
    AssignmentStatus status,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean late,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer requestNo,
    @JsonInclude(JsonInclude.Include.NON_NULL) EndorsedAct awaits) {

  public static Outcome of(Assignment assignment, Boolean late) {
    return new Outcome(
        assignment.assignmentId(), assignment.status(), assignment.version(), late, null, null);
  }

  /** Of a request: with its number, by which it is decided. */
  public static Outcome asked(Assignment assignment) {
    return new Outcome(
        assignment.assignmentId(),
        assignment.status(),
        assignment.version(),
        null,
        assignment.requests(),
        null);
  }

  /** Of a reply that is submitted now. */
  public static Outcome replied(Assignment assignment) {
    return of(assignment, assignment.clocks().isPast(DeadlineKind.REPLY, assignment.repliedAt()));
  }

  /** Of what waits for the signature of the unit's leader now. */
  public static Outcome drafted(Assignment assignment) {
    return new Outcome(
        assignment.assignmentId(),
        assignment.status(),
        assignment.version(),
        null,
        null,
        assignment.endorsing().awaits());
  }

  public RestResponse<Outcome> response() {
    return Versioned.ok(this, version);
  }

  public RestResponse<Outcome> created() {
    return Versioned.created(this, version);
  }
}
