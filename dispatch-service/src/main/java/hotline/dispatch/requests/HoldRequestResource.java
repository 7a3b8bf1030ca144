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

@Path("/api/assignments/{id}/hold-requests")
@Tag(name = "requests")
public class HoldRequestResource {

  private final RequestHold ask;
  private final DecideHold decide;
  private final CurrentActor actor;

  HoldRequestResource(RequestHold ask, DecideHold decide, CurrentActor actor) {
    this.ask = ask;
    this.decide = decide;
    this.actor = actor;
  }

  @POST
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "requestHold",
      summary = "Ask to let the clock stand still until a day (挂起申请)",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match. After the first contact; the clock runs until it is granted.")
  public RestResponse<Outcome> ask(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RequestHold.Entry entry) {
    return ask.ask(actor.get(), id, IfMatch.of(ifMatch), entry).created();
  }

  @POST
  @Path("/{requestNo}/decision")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "decideHold",
      summary = "Grant a hold (批准挂起) or refuse it (驳回)",
      description = "Role dispatcher; neither who asked nor the unit that asked. Needs If-Match.")
  public RestResponse<Outcome> decide(
      @PathParam("id") UUID id,
      @PathParam("requestNo") int requestNo,
      @HeaderParam("If-Match") String ifMatch,
      DecisionEntry entry) {
    return decide.decide(actor.get(), id, requestNo, IfMatch.of(ifMatch), entry).response();
  }
}
