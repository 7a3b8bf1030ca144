package hotline.dispatch.endorsement;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/drafts/pending")
@Tag(name = "endorsement")
public class PendingDraftResource {

  private final PendingDrafts drafts;
  private final CurrentActor actor;

  PendingDraftResource(PendingDrafts drafts, CurrentActor actor) {
    this.drafts = drafts;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.UNIT_LEADER, Roles.UNIT_DESK, Roles.CLERK})
  @Operation(
      operationId = "listPendingDrafts",
      summary = "What waits for the unit's leaders to sign (待签发), first due first",
      description = "Role unit-leader, and who stands in for one now (代班): the unit and below.")
  public PendingDrafts.Page pending(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return drafts.page(actor.scope(), Cursor.of(cursor), PageSize.of(limit));
  }
}
