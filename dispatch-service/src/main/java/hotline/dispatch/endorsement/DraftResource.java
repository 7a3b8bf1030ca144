package hotline.dispatch.endorsement;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.dispatch.assignments.Outcome;
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

@Path("/api/assignments/{id}/drafts")
@Tag(name = "endorsement")
public class DraftResource {

  private final PendingDrafts drafts;
  private final DecideDraft decide;
  private final TakeBackDraft takeBack;
  private final CurrentActor actor;

  DraftResource(
      PendingDrafts drafts, DecideDraft decide, TakeBackDraft takeBack, CurrentActor actor) {
    this.drafts = drafts;
    this.decide = decide;
    this.takeBack = takeBack;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listDrafts",
      summary = "What was written for the leader of the unit to sign (送签稿), the first first",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it: nobody else reads a draft.")
  public PendingDrafts.Drafts drafts(@PathParam("id") UUID id) {
    return drafts.of(actor.scope(), id);
  }

  @POST
  @Path("/{draftNo}/decision")
  @RolesAllowed({Roles.UNIT_LEADER, Roles.UNIT_DESK, Roles.CLERK})
  @Idempotent
  @Operation(
      operationId = "decideDraft",
      summary = "Sign a draft, which submits it (签发), or send it back with a reason (退回修改)",
      description =
          "Role unit-leader of the unit or above it, or who stands in for one now (代班); somebody else than who"
              + " wrote it, and not in the place of who wrote it. Needs If-Match. A return that is signed after its"
              + " window is refused.")
  public RestResponse<Outcome> decide(
      @PathParam("id") UUID id,
      @PathParam("draftNo") int draftNo,
      @HeaderParam("If-Match") String ifMatch,
      DecideDraft.Entry entry) {
    return decide.decide(actor.get(), id, draftNo, IfMatch.of(ifMatch), entry).response();
  }

  @POST
  @Path("/{draftNo}/withdrawal")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "takeBackDraft",
      summary = "Take a draft back before it is signed (撤回送签)",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match; no body.")
  public RestResponse<Outcome> takeBack(
      @PathParam("id") UUID id,
      @PathParam("draftNo") int draftNo,
      @HeaderParam("If-Match") String ifMatch) {
    return takeBack.takeBack(actor.get(), id, draftNo, IfMatch.of(ifMatch)).response();
  }
}
