package hotline.dispatch.disputes;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments/{id}/return-requests/{requestNo}/dispute")
@Tag(name = "disputes")
public class ConveneResource {

  private final ConveneDispute convene;
  private final CurrentActor actor;

  ConveneResource(ConveneDispute convene, CurrentActor actor) {
    this.convene = convene;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "conveneDispute",
      summary = "Convene the units concerned (会商) instead of deciding about a return",
      description =
          "Role dispatcher; neither who asked nor the unit that asked. Needs If-Match, the version of"
              + " the task. REPEATED_RETURNS needs as many returns of the case as dispute-after says;"
              + " CROSSED_DUTIES any. The unit that has the case acts first: its clocks run.")
  public RestResponse<DisputeView> convene(
      @PathParam("id") UUID id,
      @PathParam("requestNo") int requestNo,
      @HeaderParam("If-Match") String ifMatch,
      ConveneDispute.Entry entry) {
    DisputeView made = convene.convene(actor.get(), id, requestNo, IfMatch.of(ifMatch), entry);
    return Versioned.created(made, made.version());
  }
}
