package hotline.dispatch.requests;

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

@Path("/api/unit-requests/pending")
@Tag(name = "requests")
public class PendingRequestResource {

  private final PendingRequests pending;
  private final CurrentActor actor;

  PendingRequestResource(PendingRequests pending, CurrentActor actor) {
    this.pending = pending;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR})
  @Operation(
      operationId = "listPendingRequests",
      summary = "Requests of units that wait for a decision (待审批申请), longest waiting first",
      description = "Roles dispatcher, supervisor. kind: RETURN, EXTENSION, HOLD, or none for all.")
  public PendingRequests.Page pending(
      @QueryParam("kind") String kind,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return pending.page(
        actor.scope(), RequestKinds.of(kind), Cursor.of(cursor), PageSize.of(limit));
  }
}
