package hotline.intake.texting;

import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.intake.cases.CaseId;
import hotline.intake.cases.PageRequest;
import hotline.intake.texting.TextingState.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The gateway for text messages over HTTP, for who runs the system. */
@Path("/api/texting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "texting", description = "Text messages to citizens 短信")
public class TextingResource {
  private final TextingState state;

  @Inject
  TextingResource(TextingState state) {
    this.state = state;
  }

  @GET
  @RolesAllowed(Roles.SYSTEM_ADMIN)
  @Operation(
      operationId = "textingState",
      summary = "How the gateway for text messages does 短信网关",
      description =
          "system-admin. items: what the network did not take, the last first; no text and no"
              + " number.")
  public State read(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return state.read(PageRequest.of(cursor, limit));
  }

  @POST
  @Path("/messages/{id}/sending")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.SYSTEM_ADMIN)
  @Idempotent
  @Operation(
      operationId = "sendTextAgain",
      summary = "Send a failed message again 重新发送",
      description =
          "system-admin. Needs Idempotency-Key. It waits for the gateway once more. Refused"
              + " (409) with message-too-old where it makes no sense any more.")
  public State again(@PathParam("id") String id) {
    state.again(CaseId.parse(id));
    return state.read(PageRequest.of(null, (Integer) null));
  }
}
