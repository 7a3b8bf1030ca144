package hotline.dispatch.subdispatch;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.requests.DecisionEntry;
import hotline.dispatch.reviews.ReviewEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments/{id}/sub-dispatch")
@Tag(name = "sub-dispatch")
public class SubDispatchResource {

  private final PartChoices choices;
  private final SubDispatchAssignment handDown;
  private final ReviewPart review;
  private final RecallPart recall;
  private final DecidePartReturn decide;
  private final CurrentActor actor;

  SubDispatchResource(
      PartChoices choices,
      SubDispatchAssignment handDown,
      ReviewPart review,
      RecallPart recall,
      DecidePartReturn decide,
      CurrentActor actor) {
    this.choices = choices;
    this.handDown = handDown;
    this.review = review;
    this.recall = recall;
    this.decide = decide;
    this.actor = actor;
  }

  @GET
  @RolesAllowed(Roles.UNIT_DESK)
  @Operation(
      operationId = "listPartChoices",
      summary = "To which units below a task may be handed down (下派), and by when at the latest",
      description = "Role unit-desk of the unit or above it.")
  public PartChoice choices(@PathParam("id") UUID id) {
    return choices.of(actor.scope(), id);
  }

  @POST
  @RolesAllowed(Roles.UNIT_DESK)
  @Idempotent
  @Operation(
      operationId = "subDispatch",
      summary = "Hand a signed task down to units directly below (下派)",
      description =
          "Role unit-desk of the unit or above it. Needs If-Match. Each part has its own due time,"
              + " before the unit's own by the buffer of the table sub_dispatch_rule; without one"
              + " the latest. The unit stays responsible: its own clocks run on.")
  public RestResponse<Outcome> handDown(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, SubDispatchEntry entry) {
    return handDown.handDown(actor.get(), id, IfMatch.of(ifMatch), entry).created();
  }

  @POST
  @Path("/review")
  @RolesAllowed(Roles.UNIT_DESK)
  @Idempotent
  @Operation(
      operationId = "reviewPart",
      summary = "Pass the reply of a part (下派审核), or send it back with a reason",
      description =
          "Of the part: role unit-desk of the unit that handed it down, or above that. Needs"
              + " If-Match. After the last part the unit replies itself.")
  public RestResponse<Outcome> review(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ReviewEntry entry) {
    return review.review(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }

  @POST
  @Path("/recall")
  @RolesAllowed(Roles.UNIT_DESK)
  @Idempotent
  @Operation(
      operationId = "recallPart",
      summary = "Take a part back (收回下派)",
      description =
          "Of the part: role unit-desk of the unit that handed it down, or above that. Needs"
              + " If-Match. What was handed on from there ends as well.")
  public RestResponse<Outcome> recall(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, RecallPart.Entry entry) {
    return recall.recall(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }

  @POST
  @Path("/return-decision")
  @RolesAllowed(Roles.UNIT_DESK)
  @Idempotent
  @Operation(
      operationId = "decidePartReturn",
      summary = "Decide about a part that the unit below asks to give back",
      description =
          "Of the part: role unit-desk of the unit that handed it down, or above that; not who"
              + " asked. Needs If-Match.")
  public RestResponse<Outcome> decide(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, DecisionEntry entry) {
    return decide.decide(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }
}
