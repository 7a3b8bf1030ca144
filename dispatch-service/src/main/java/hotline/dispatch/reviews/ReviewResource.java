package hotline.dispatch.reviews;

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

@Path("/api/assignments/{id}/reviews")
@Tag(name = "reviews")
public class ReviewResource {

  private final ReviewReply reviewReply;
  private final CurrentActor actor;

  ReviewResource(ReviewReply reviewReply, CurrentActor actor) {
    this.reviewReply = reviewReply;
    this.actor = actor;
  }

  @POST
  @RolesAllowed(Roles.REPLY_REVIEWER)
  @Idempotent
  @Operation(
      operationId = "reviewReply",
      summary = "Pass a reply or send it back (审核通过、驳回)",
      description =
          "Role reply-reviewer; neither the handler nor the unit that replied. Needs If-Match. After a"
              + " rejection the clock resumes where it stopped.")
  public RestResponse<Outcome> review(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ReviewEntry entry) {
    return reviewReply.review(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }
}
