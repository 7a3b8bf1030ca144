package hotline.dispatch.reviews;

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

@Path("/api/reviews/pending")
@Tag(name = "reviews")
public class PendingReviewResource {

  private final PendingReviews pending;
  private final CurrentActor actor;

  PendingReviewResource(PendingReviews pending, CurrentActor actor) {
    this.pending = pending;
    this.actor = actor;
  }

  @GET
  @RolesAllowed(Roles.REPLY_REVIEWER)
  @Operation(
      operationId = "listPendingReviews",
      summary = "Replies that wait for review (待审核答复), first due first",
      description = "Role reply-reviewer.")
  public PendingReviews.Page pending(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return pending.page(actor.scope(), Cursor.of(cursor), PageSize.of(limit));
  }
}
