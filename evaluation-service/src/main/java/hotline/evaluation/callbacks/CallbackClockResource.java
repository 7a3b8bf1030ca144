package hotline.evaluation.callbacks;

import hotline.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "callbacks")
public class CallbackClockResource {

  private final CallbackClocks clocks;

  CallbackClockResource(CallbackClocks clocks) {
    this.clocks = clocks;
  }

  @GET
  @Path("/{caseId}/clocks")
  @RolesAllowed({Roles.CALLBACK_LEAD, Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listCallbackClocks",
      summary = "The callback clocks of a case with the spans they counted and skipped 回访时限",
      description =
          "Roles: callback-lead, supervisor, leader. Units do not learn when their citizen is"
              + " called.")
  public CallbackClocks.Clocks clocks(@RestPath UUID caseId) {
    return clocks.of(caseId);
  }
}
