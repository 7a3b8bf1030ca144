package hotline.intake.texting;

import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.intake.cases.CaseId;
import hotline.intake.texting.TextingState.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
  private static final int MOST = 100;

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
          "system-admin. failed: what the network did not take, the last first, a page of limit"
              + " from offset on; no text and no number.")
  public State read(
      @QueryParam("limit") @DefaultValue("20") int limit,
      @QueryParam("offset") @DefaultValue("0") long offset) {
    Violations violations = new Violations();
    violations.require(
        limit > 0 && limit <= MOST,
        "limit",
        "out-of-range",
        "每页 1 至 100 条。",
        "A page has 1 to 100 rows.");
    violations.require(offset >= 0, "offset", "out-of-range", "不能为负数。", "It is not negative.");
    violations.throwIfAny();
    return state.read(limit, offset);
  }

  @POST
  @Path("/messages/{id}/sending")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.SYSTEM_ADMIN)
  @Idempotent
  @Operation(
      operationId = "sendTextAgain",
      summary = "Send a failed message again 重新发送",
      description = "system-admin. Needs Idempotency-Key. It waits for the gateway once more.")
  public State again(@PathParam("id") String id) {
    state.again(CaseId.parse(id));
    return state.read(1, 0);
  }
}
