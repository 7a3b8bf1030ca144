package hotline.dispatch.supervision;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/supervision/cases/{caseId}/repeats")
@Tag(name = "supervision")
public class RepeatResource {

  private final RepeatPages pages;
  private final CurrentActor actor;

  RepeatResource(RepeatPages pages, CurrentActor actor) {
    this.pages = pages;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listRepeatedCases",
      summary = "The cases of the same caller or the same place (重复诉求), newest first",
      description =
          "Roles supervisor, leader, as for the board: a unit is not told who else asks. Of: caller"
              + " 同一诉求人 (same category of the second level), place 同一地点 (same category of the last)."
              + " Merged, withdrawn and closed cases count, the case itself among them; the demands"
              + " of one call are one; reports and cases in confidence are left out. The caller is"
              + " not named.")
  public RepeatPages.Page list(
      @PathParam("caseId") UUID caseId,
      @QueryParam("of") String of,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return pages.page(
        actor.scope(), caseId, RepeatOf.of(of), Cursor.of(cursor), PageSize.of(limit));
  }
}
