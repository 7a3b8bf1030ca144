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

@Path("/api/assignments/{id}/extension-requests")
@Tag(name = "requests")
public class ExtensionRequestResource {

  private final RequestExtension ask;
  private final DecideExtension decide;
  private final CurrentActor actor;

  ExtensionRequestResource(RequestExtension ask, DecideExtension decide, CurrentActor actor) {
    this.ask = ask;
    this.decide = decide;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "requestExtension",
      summary = "Ask for more work days (延期申请) before the reply is due",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match. Nothing moves until it is granted.")
  public RestResponse<Outcome> ask(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      RequestExtension.Entry entry) {
    return ask.ask(actor.get(), id, IfMatch.of(ifMatch), entry).created();
  }

  @POST
  @Path("/{requestNo}/decision")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "decideExtension",
      summary = "Grant an extension (批准延期) or refuse it (驳回)",
      description = "Role dispatcher; neither who asked nor the unit that asked. Needs If-Match.")
  public RestResponse<Outcome> decide(
      @PathParam("id") UUID id,
      @PathParam("requestNo") int requestNo,
      @HeaderParam("If-Match") String ifMatch,
      DecisionEntry entry) {
    return decide.decide(actor.get(), id, requestNo, IfMatch.of(ifMatch), entry).response();
  }
}
