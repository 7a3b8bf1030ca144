package hotline.intake.disclosure;

import hotline.access.Roles;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
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

/** Who viewed a case (浏览记录), and whether what was written of it still is what was written. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Reaching the reporter 联系方式")
public class ViewLogResource {

  /**
   * One view.
   *
   * @param actor the account
   * @param roles wire names of the roles with which it was viewed
   */
  @Schema(name = "CaseViewed")
  public record Viewed(
      String actor, String unit, List<String> roles, ViewedBy operation, Instant at) {}

  /**
   * What the hashes say.
   *
   * @param unbroken whether every row is what was written
   * @param chains each with its length and its last hash: compared with those of an earlier day
   */
  @Schema(name = "ViewLogVerification")
  public record Verification(boolean unbroken, long views, List<ViewLog.Chain> chains) {}

  private final ViewLog views;
  private final CaseRepository cases;

  @Inject
  ViewLogResource(ViewLog views, CaseRepository cases) {
    this.views = views;
    this.cases = cases;
  }

  @GET
  @Path("/cases/{id}/views")
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
    ViewLog.Place behind =
        asked.cursor() == null ? null : ViewLog.Place.parse(asked.cursor());
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
        page.items().stream().map(ViewLogResource::viewed).toList(),
        page.count(),
        page.nextCursor());
  }

  @GET
  @Path("/view-log/verification")
  @RolesAllowed(Roles.AUDITOR)
  @Transactional
  @Operation(
      operationId = "verifyViewLog",
      summary = "Whether the log of views is what was written 核验浏览记录",
      description =
          "auditor. Computes every hash anew. Of a chain that was changed brokenAt says the first row."
              + " Whoever could write the whole database anew could write the chains anew: compare"
              + " length and lastHash with those that were written down on an earlier day.")
  public Verification verify() {
    List<ViewLog.Chain> chains = views.verify();
    return new Verification(
        chains.stream().allMatch(chain -> chain.brokenAt() == null),
        chains.stream().mapToLong(ViewLog.Chain::length).sum(),
        chains);
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
