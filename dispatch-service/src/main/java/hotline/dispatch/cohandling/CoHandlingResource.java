package hotline.dispatch.cohandling;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments/{id}/co-handlers")
@Tag(name = "assignments")
public class CoHandlingResource {

  private final CoHandling coHandling;
  private final UrgeCoHandler urge;
  private final CurrentActor actor;

  CoHandlingResource(CoHandling coHandling, UrgeCoHandler urge, CurrentActor actor) {
    this.coHandling = coHandling;
    this.urge = urge;
    this.actor = actor;
  }

  /** What the lead unit says. */
  @Schema(name = "CoHandlerUrgeForm")
  public record Words(@Schema(required = true, maxLength = 1000) String words) {}

  @GET
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER
  })
  @Operation(
      operationId = "listCoHandlers",
      summary = "How the co-handlers of a lead's task stand (协办进度), or what the lead urged",
      description =
          "Roles as for the task itself. Of a lead's task: each co-handler of the round with its status,"
              + " due time, passed reply and urges. Of a co-handler's task: what the lead said to it.")
  public CoHandling.View list(@PathParam("id") UUID id) {
    return coHandling.of(actor.scope(), id);
  }

  @POST
  @Path("/{coId}/urges")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
  @Idempotent
  @Operation(
      operationId = "urgeCoHandler",
      summary = "The lead unit urges a co-handler (主办催协办)",
      description =
          "Roles clerk, unit-desk of the lead unit or above it. Each co-handler once a day while it has"
              + " something to do; no If-Match, since nothing is moved.")
  public RestResponse<CoUrge> urge(
      @PathParam("id") UUID id, @PathParam("coId") UUID coId, Words body) {
    return RestResponse.status(
        RestResponse.Status.CREATED,
        urge.urge(actor.get(), id, coId, body == null ? null : body.words()));
  }
}
