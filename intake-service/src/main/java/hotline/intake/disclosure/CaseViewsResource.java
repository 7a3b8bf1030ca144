package hotline.intake.disclosure;

import hotline.access.Roles;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who viewed a case (浏览记录). */
@Path("/api/cases/{id}/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Reaching the reporter 联系方式")
public class CaseViewsResource {

  /**
   * One view.
   *
   * @param actor the account
   * @param roles wire names of the roles with which it was viewed
   */
  @Schema(name = "CaseViewed")
  public record Viewed(
      String actor, String unit, List<String> roles, ViewedBy operation, Instant at) {}

  private final ViewLog views;
  private final CaseRepository cases;

  @Inject
  CaseViewsResource(ViewLog views, CaseRepository cases) {
    this.views = views;
    this.cases = cases;
  }

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  @Transactional
  @Operation(
      operationId = "listCaseViews",
      summary = "Who viewed a case, the newest first 浏览记录",
      description = "auditor, supervisor. By identifier or case number; with the exact count.")
  public Page<Viewed> ofCase(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    PageRequest asked = PageRequest.of(cursor, limit);
    ViewLog.Place behind = asked.cursor() == null ? null : ViewLog.Place.parse(asked.cursor());
    if (asked.cursor() != null && behind == null) {
      throw asked.badCursor();
    }
    UUID caseId = cases.known(id).id();
    Page<ViewLog.View> page =
        Page.of(
            views.of(caseId, behind, asked.limit() + 1),
            views.count(caseId),
            asked,
            ViewLog.View::cursor);
    return new Page<>(
        page.items().stream().map(CaseViewsResource::viewed).toList(),
        page.count(),
        page.nextCursor());
  }

  private static Viewed viewed(ViewLog.View view) {
    return new Viewed(
        view.actor(),
        view.unit(),
        view.roles().isEmpty() ? List.of() : List.of(view.roles().split(",")),
        view.operation(),
        view.at().toInstant());
  }
}
