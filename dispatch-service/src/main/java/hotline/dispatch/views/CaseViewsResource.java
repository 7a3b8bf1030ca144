package hotline.dispatch.views;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Roles;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who viewed a case at dispatch (浏览记录). */
@Path("/api/cases/{caseId}/views")
@Tag(name = "views")
public class CaseViewsResource {

  private final ViewLog views;
  private final CaseRepository cases;
  private final CurrentActor actor;

  CaseViewsResource(ViewLog views, CaseRepository cases, CurrentActor actor) {
    this.views = views;
    this.cases = cases;
    this.actor = actor;
  }

  /**
   * One view.
   *
   * @param actor the account
   * @param roles wire names of the roles with which it was viewed
   */
  @Schema(name = "CaseViewed")
  public record Viewed(
      String actor, String unit, List<String> roles, ViewedBy operation, Instant at) {}

  /** A page of views with their exact count. */
  @Schema(name = "CaseViewedPage")
  public record Page(List<Viewed> items, long count, String nextCursor) {}

  @GET
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  @Transactional
  @Operation(
      operationId = "listCaseViews",
      summary = "Who viewed a case here, the newest first (浏览记录)",
      description =
          "Roles auditor, supervisor. Opened cases and tasks. By id or by printed number; with the"
              + " exact count.")
  public Page ofCase(
      @PathParam("caseId") String caseId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    int most = PageSize.of(limit);
    ViewLog.Place behind = cursor == null || cursor.isBlank() ? null : ViewLog.Place.parse(cursor);
    if (behind == null && cursor != null && !cursor.isBlank()) {
      throw new Invalid(
          "cursor",
          "not-a-cursor",
          "翻页标记无效，请从第一页重新开始。",
          "The cursor cannot be read; begin with the first page.");
    }
    UUID id = cases.named(caseId, actor.scope()).orElseThrow(() -> new NotFound("工单", "case"));
    List<ViewLog.View> found = views.of(id, behind, most + 1);
    List<ViewLog.View> shown = found.subList(0, Math.min(most, found.size()));
    return new Page(
        shown.stream().map(CaseViewsResource::viewed).toList(),
        views.count(id),
        found.size() > most ? shown.get(most - 1).cursor() : null);
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
