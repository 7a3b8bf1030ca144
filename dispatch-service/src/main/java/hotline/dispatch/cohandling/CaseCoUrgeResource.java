package hotline.dispatch.cohandling;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/cases/{caseId}/co-handler-urges")
@Tag(name = "assignments")
public class CaseCoUrgeResource {

  private final CaseCoUrges urges;
  private final CurrentActor actor;

  CaseCoUrgeResource(CaseCoUrges urges, CurrentActor actor) {
    this.urges = urges;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.REPLY_REVIEWER,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listCaseCoUrges",
      summary = "What the lead units of a case said to its co-handlers (主办催协办), the oldest first",
      description =
          "Roles as for the case itself; a unit reads what it or a unit below it said or was told.")
  public CaseCoUrges.Whole list(@PathParam("caseId") UUID caseId) {
    return urges.of(actor.scope(), caseId);
  }
}
