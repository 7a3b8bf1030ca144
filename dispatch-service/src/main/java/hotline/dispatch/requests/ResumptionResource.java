package hotline.dispatch.requests;

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

@Path("/api/assignments/{id}/resumption")
@Tag(name = "requests")
public class ResumptionResource {

  private final ResumeAssignment resume;
  private final CurrentActor actor;

  ResumptionResource(ResumeAssignment resume, CurrentActor actor) {
    this.resume = resume;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "resumeAssignment",
      summary = "End a hold before its day (提前恢复)",
      description =
          "Role dispatcher. Needs If-Match; no body. The remaining work time is that before the hold.")
  public RestResponse<Outcome> resume(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return resume.resume(actor.get(), id, IfMatch.of(ifMatch)).response();
  }
}
