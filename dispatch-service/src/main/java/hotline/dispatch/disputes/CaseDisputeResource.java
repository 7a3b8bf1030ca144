package hotline.dispatch.disputes;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/cases/{caseId}/disputes")
@Tag(name = "disputes")
public class CaseDisputeResource {

  private final DisputePages pages;
  private final CurrentActor actor;

  CaseDisputeResource(DisputePages pages, CurrentActor actor) {
    this.pages = pages;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listCaseDisputes",
      summary = "The disputes of a case, and earlier rulings of its category (先例)",
      description =
          "Roles dispatcher, supervisor, leader; clerk, unit-desk, unit-leader when their unit has a"
              + " task in it: of the disputes those for which it was convened.")
  public DisputePages.OfCase ofCase(@PathParam("caseId") UUID caseId) {
    return pages.ofCase(actor.scope(), caseId);
  }
}
