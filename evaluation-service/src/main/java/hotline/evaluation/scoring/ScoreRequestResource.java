package hotline.evaluation.scoring;

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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What units asked about their score, and the two people who decide it. */
@Path("/api/score-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "scoring")
public class ScoreRequestResource {

  private static final int LARGEST_PAGE = 200;

  private final ScoreRequestDesk desk;
  private final DecideScoreRequest decide;
  private final CurrentActor actor;

  ScoreRequestResource(ScoreRequestDesk desk, DecideScoreRequest decide, CurrentActor actor) {
    this.desk = desk;
    this.decide = decide;
    this.actor = actor;
  }

  /** 审核意见. */
  @Schema(name = "ScoreProposalForm")
  public record ProposalForm(
      @Schema(required = true, description = "whether it is to be granted 是否同意") Boolean grants,
      @Schema(
              required = true,
              maxLength = Asking.LONGEST,
              description = "理由; the unit reads it when it is confirmed 确认后承办单位可见")
          String reason) {}

  /** 退回审核意见. */
  @Schema(name = "ScoreReturnForm")
  public record ReturnForm(
      @Schema(required = true, maxLength = Asking.LONGEST, description = "退回理由") String reason) {}

  @GET
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.ASSESSMENT_CLERK,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Operation(
      operationId = "listScoreRequests",
      summary = "What units asked about their score, of one tab, with exact counts 剔除与申诉列表",
      description =
          "Roles: assessment-clerk, supervisor, leader; units those of their own subtree. kind ="
              + " exclusion or appeal. tab = review, confirm, open (both), oldest first; decided,"
              + " newest first.")
  public ScoreRequestDesk.Page list(
      @QueryParam("kind") @DefaultValue("exclusion") String kind,
      @QueryParam("tab") @DefaultValue("review") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return desk.page(
        CaseOnGrid.of(actor.scope()),
        kind(kind),
        ScoreRequestTab.of(tab),
        actor.scope().sqlUnitPathPrefix().orElse(null),
        cursor == null ? null : PageCursor.parse(cursor),
        checked(limit));
  }

  @POST
  @Path("/{id}/proposal")
  @Idempotent
  @RolesAllowed(Roles.ASSESSMENT_CLERK)
  @Operation(
      operationId = "proposeScoreDecision",
      summary = "Review it and say how it should be decided 审核",
      description =
          "Role: assessment-clerk; nobody of the scored unit, and nobody who handled, reviewed or"
              + " called back the case. Waits for a second person. Needs If-Match and"
              + " Idempotency-Key.")
  public RestResponse<ScoreRequestMoved> propose(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ProposalForm form) {
    new Violations()
        .require(
            form.grants() != null, "grants", "required", "请选择同意或不同意。", "Say whether it is granted.")
        .required(form.reason(), "reason")
        .atMost(form.reason(), Asking.LONGEST, "reason")
        .throwIfAny();
    return ScoreRequestMoved.answer(
        decide.propose(id, form.grants(), form.reason().strip(), IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/confirmation")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed({Roles.ASSESSMENT_CLERK, Roles.SUPERVISOR})
  @Operation(
      operationId = "confirmScoreDecision",
      summary = "Confirm what another one proposed 确认",
      description =
          "Roles: assessment-clerk, supervisor; not who proposed it, nobody of the scored unit, and nobody who"
              + " handled, reviewed or called back the case. Needs If-Match and Idempotency-Key.")
  public RestResponse<ScoreRequestMoved> confirm(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return ScoreRequestMoved.answer(decide.confirm(id, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/return")
  @Idempotent
  @RolesAllowed({Roles.ASSESSMENT_CLERK, Roles.SUPERVISOR})
  @Operation(
      operationId = "sendScoreProposalBack",
      summary = "Send the proposal back, or take the own one back 退回审核意见",
      description =
          "Roles: assessment-clerk, supervisor; nobody of the scored unit, and nobody who handled, reviewed or"
              + " called back the case. Needs If-Match and Idempotency-Key.")
  public RestResponse<ScoreRequestMoved> sendBack(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReturnForm form) {
    new Violations()
        .required(form.reason(), "reason")
        .atMost(form.reason(), Asking.LONGEST, "reason")
        .throwIfAny();
    return ScoreRequestMoved.answer(
        decide.sendBack(id, form.reason().strip(), IfMatch.of(ifMatch), actor.get()));
  }

  private static ScoreRequestKind kind(String name) {
    for (ScoreRequestKind kind : ScoreRequestKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new Invalid(
        "kind",
        "unknown-value",
        "kind 只能是 exclusion 或 appeal。",
        "kind must be exclusion or appeal.");
  }

  static int checked(int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return limit;
  }
}
