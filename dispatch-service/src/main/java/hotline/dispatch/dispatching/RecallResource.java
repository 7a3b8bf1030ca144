package hotline.dispatch.dispatching;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.dispatch.assignments.Outcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments/{id}/recall")
@Tag(name = "dispatching")
public class RecallResource {

  private final RecallAssignment recall;
  private final CurrentActor actor;

  RecallResource(RecallAssignment recall, CurrentActor actor) {
    this.recall = recall;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "recallAssignment",
      summary = "Take an open task back (收回), and give it to another unit at once (改派)",
      description =
          "Role dispatcher. Needs If-Match with the version of the task. No fault of the unit; the next"
              + " one gets every limit in full. Without toUnitId the case waits for dispatch. Never to"
              + " the unit complained about.")
  public RestResponse<Outcome> recall(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      RecallAssignment.Entry entry) {
    return recall.recall(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }
}
