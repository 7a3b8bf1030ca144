package hotline.evaluation.archiving;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The legal holds of all cases (法律保留). */
@Path("/api/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "archiving")
public class LegalHoldResource {

  private static final int LARGEST_PAGE = 200;

  private final HoldDesk desk;
  private final HoldForLaw holdForLaw;
  private final CurrentActor actor;

  LegalHoldResource(HoldDesk desk, HoldForLaw holdForLaw, CurrentActor actor) {
    this.desk = desk;
    this.holdForLaw = holdForLaw;
    this.actor = actor;
  }

  /** 解除法律保留. */
  @Schema(name = "LegalHoldLiftForm")
  public record LiftForm(
      @Schema(required = true, maxLength = HoldOrder.LONGEST, description = "解除理由")
          String reason) {}

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listLegalHolds",
      summary = "The legal holds of all cases, of one tab, with exact counts 法律保留列表",
      description =
          "Roles: supervisor, leader. tab = standing, oldest first; lifted, newest first.")
  public HoldDesk.Page list(
      @QueryParam("tab") @DefaultValue("standing") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return desk.page(
        CaseOnGrid.of(actor.scope()), tab, cursor == null ? null : PageCursor.parse(cursor), limit);
  }

  @POST
  @Path("/{id}/lifting")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "liftLegalHold",
      summary = "Lift a legal hold 解除法律保留",
      description =
          "Role: supervisor. With the last one lifted the case is archived when its windows are over; an"
              + " archived one is kept at least until the end of the next year. Needs If-Match and"
              + " Idempotency-Key.")
  public RestResponse<LegalHoldMoved> lift(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, LiftForm form) {
    new Violations()
        .required(form.reason(), "reason")
        .atMost(form.reason(), HoldOrder.LONGEST, "reason")
        .throwIfAny();
    return LegalHoldMoved.answer(
        holdForLaw.lift(id, form.reason().strip(), IfMatch.of(ifMatch), actor.get()));
  }
}
