package hotline.evaluation.scoring;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Role;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.lifecycle.AppealGround;
import hotline.lifecycle.ExclusionReason;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a unit sees of its score and asks about it. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "scoring", description = "剔除与考核申诉: what counts in the score of a unit")
public class ScoringResource {

  private final ReadScoring readScoring;
  private final AskAboutScore askAboutScore;
  private final CurrentActor actor;

  ScoringResource(ReadScoring readScoring, AskAboutScore askAboutScore, CurrentActor actor) {
    this.readScoring = readScoring;
    this.askAboutScore = askAboutScore;
    this.actor = actor;
  }

  /** 申请剔除. */
  @Schema(name = "ExclusionForm")
  public record ExclusionForm(
      @Schema(required = true) ExclusionReason reason,
      @Schema(required = true, maxLength = Asking.LONGEST, description = "情况说明") String explanation,
      @Schema(required = true, maxLength = Asking.LONGEST, description = "佐证材料: what proves it")
          String evidence) {}

  /** 考核申诉. */
  @Schema(name = "AppealForm")
  public record AppealForm(
      @Schema(required = true) AppealGround reason,
      @Schema(required = true, maxLength = Asking.LONGEST, description = "情况说明") String explanation,
      @Schema(required = true, maxLength = Asking.LONGEST, description = "佐证材料: what proves it")
          String evidence) {}

  @GET
  @Path("/{caseId}/scoring")
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.ASSESSMENT_CLERK,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Operation(
      operationId = "getScoring",
      summary = "Whether a case counts in the score of its unit 计分情况",
      description =
          "Roles: assessment-clerk, supervisor, leader; units see those of their own subtree. With"
              + " until when the unit may ask for an exclusion or contest the rating, or why not, and"
              + " what became of it. A unit does not see a proposal before it is confirmed, nor who"
              + " decides. ETag is for applying.")
  public RestResponse<CaseScoring> scoring(@RestPath UUID caseId) {
    CaseScoring seen = readScoring.read(caseId, actor.scope(), isOfUnit(actor.get()));
    return Versioned.ok(seen, seen.version());
  }

  @POST
  @Path("/{caseId}/exclusion")
  @Idempotent
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "requestExclusion",
      summary = "Ask that a closed case is left out of the score 申请剔除",
      description =
          "Roles: clerk, unit-desk, unit-leader of the scored unit. Once for each round, until"
              + " contestUntil (policy sd-default: 5 work days from the closing). Needs If-Match (of"
              + " getScoring) and Idempotency-Key.")
  public RestResponse<ScoreRequestMoved> exclude(
      @RestPath UUID caseId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ExclusionForm form) {
    return ask(
        caseId,
        ifMatch,
        Asking.of(ScoreRequestKind.EXCLUSION, form.reason(), form.explanation(), form.evidence()));
  }

  @POST
  @Path("/{caseId}/appeal")
  @Idempotent
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "fileAppeal",
      summary = "Contest the rating of a closed case 考核申诉",
      description =
          "Roles: clerk, unit-desk, unit-leader of the scored unit. Once for each round that the"
              + " citizen rated, until contestUntil. The rating is never changed: only whether it"
              + " counts. Needs If-Match (of getScoring) and Idempotency-Key.")
  public RestResponse<ScoreRequestMoved> appeal(
      @RestPath UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, AppealForm form) {
    return ask(
        caseId,
        ifMatch,
        Asking.of(ScoreRequestKind.APPEAL, form.reason(), form.explanation(), form.evidence()));
  }

  private RestResponse<ScoreRequestMoved> ask(UUID caseId, String ifMatch, Asking asking) {
    return ScoreRequestMoved.answer(
        askAboutScore.ask(caseId, asking, IfMatch.of(ifMatch), actor.get()));
  }

  static boolean isOfUnit(Actor actor) {
    return !actor.isAny(Role.ASSESSMENT_CLERK, Role.SUPERVISOR, Role.LEADER);
  }
}
