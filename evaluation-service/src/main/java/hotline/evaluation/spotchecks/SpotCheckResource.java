package hotline.evaluation.spotchecks;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.PersonNumbers;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.Violations;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.lifecycle.Answer;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckObstacle;
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
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The drawn cases, the checker on site and the supervisor who signs (抽查任务). */
@Path("/api/spot-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "spot checks")
public class SpotCheckResource {

  private static final Set<SpotCheckObstacle> OF_NOBODY =
      EnumSet.of(SpotCheckObstacle.CASE_REOPENED, SpotCheckObstacle.NOT_IN_TIME);
  private static final int LARGEST_PAGE = 200;

  private final SpotCheckDesk desk;
  private final ReportSpotCheck report;
  private final ConfirmSpotCheck confirm;
  private final CurrentActor actor;
  private final Clock clock;

  SpotCheckResource(
      SpotCheckDesk desk,
      ReportSpotCheck report,
      ConfirmSpotCheck confirm,
      CurrentActor actor,
      Clock clock) {
    this.desk = desk;
    this.report = report;
    this.confirm = confirm;
    this.actor = actor;
    this.clock = clock;
  }

  /** 指派. */
  @Schema(name = "SpotCheckerChoice")
  public record CheckerForm(
      @Schema(required = true, description = "userRef of the list of checkers 核查人员")
          String checker) {}

  /** 现场核查单. */
  @Schema(name = "SpotCheckFindingForm")
  public record FindingForm(
      @Schema(required = true, description = "是否按答复办理") SpotCheckFinding finding,
      @Schema(required = true, description = "承办单位是否联系过诉求人") Answer contacted,
      @Schema(required = true, description = "核查时间") Instant checkedAt,
      @Schema(required = true, maxLength = FieldReport.LONGEST_PLACE, description = "核查地点")
          String place,
      @Schema(
              required = true,
              maxLength = FieldReport.LONGEST_EVIDENCE,
              description = "佐证编号：照片、录像等")
          String evidence,
      @Schema(maxLength = FieldReport.LONGEST, description = "情况说明，号码自动脱敏") String notes) {}

  /** 无法核查. */
  @Schema(name = "SpotCheckObstacleForm")
  public record ObstacleForm(
      @Schema(
              required = true,
              description = "not CASE_REOPENED or NOT_IN_TIME, which is nobody's to say 原因")
          SpotCheckObstacle reason,
      @Schema(required = true, maxLength = FieldReport.LONGEST, description = "情况说明，号码自动脱敏")
          String notes) {}

  /** 退回核查单. */
  @Schema(name = "SpotCheckReturnForm")
  public record ReturnForm(
      @Schema(required = true, maxLength = FieldReport.LONGEST, description = "退回理由")
          String reason) {}

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listSpotChecks",
      summary = "Drawn cases of one tab, with exact counts 抽查任务列表",
      description =
          "Roles: supervisor, leader. tab = check, mine, confirm, the most urgent first; ended, failed,"
              + " newest first. draw = only those of a draw, also in the counts.")
  public SpotCheckDesk.Page list(
      @QueryParam("tab") @DefaultValue("check") String tab,
      @QueryParam("draw") UUID draw,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return desk.page(
        CaseOnGrid.of(actor.scope()),
        SpotCheckTab.of(tab),
        draw,
        cursor == null ? null : PageCursor.parse(cursor),
        limit,
        actor.get());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "getSpotCheck",
      summary = "What the unit claims beside what the citizen said, and what was found 诉办比对与核查单",
      description = "Roles: supervisor, leader. ETag is for the acts.")
  public RestResponse<SpotCheckDetail> get(@RestPath UUID id) {
    SpotCheckDetail seen = desk.read(id, actor.get());
    return Versioned.ok(seen, seen.check().version());
  }

  @POST
  @Path("/{id}/checker")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "takeSpotCheck",
      summary = "Take a drawn case, also from another who took it before 领取核查任务",
      description =
          "Role: supervisor; nobody of the checked unit, and nobody who handled, reviewed or called back"
              + " the case. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> take(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return SpotCheckMoved.answer(report.take(id, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/named-checker")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "nameSpotChecker",
      summary = "Give a drawn case to a checker, also instead of another 指派核查任务",
      description =
          "Role: supervisor; nobody of the checked unit, and nobody who handled, reviewed or called back"
              + " the case, names or is named. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> give(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, CheckerForm form) {
    new Violations().required(form.checker(), "checker").throwIfAny();
    return SpotCheckMoved.answer(report.give(id, form.checker(), IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/finding")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "reportSpotCheck",
      summary = "Say what was found on site 提交现场核查单",
      description =
          "Role: supervisor, the one who took it. Waits for a second signature. Numbers of persons in the"
              + " words are masked. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> found(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, FindingForm form) {
    FieldReport found =
        FieldReport.of(
            form.finding(),
            form.contacted(),
            form.checkedAt(),
            form.place(),
            form.evidence(),
            form.notes(),
            clock.instant());
    return SpotCheckMoved.answer(report.found(id, found, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/obstacle")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "reportSpotCheckObstacle",
      summary = "Say why it cannot be checked 无法核查",
      description =
          "Role: supervisor, the one who took it. Waits for a second signature, and then counts as not"
              + " checked; no other case takes its place. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> hindered(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ObstacleForm form) {
    new Violations()
        .require(
            form.reason() != null && !OF_NOBODY.contains(form.reason()),
            "reason",
            "required",
            "请选择无法核查的原因。",
            "Choose why it cannot be checked.")
        .required(form.notes(), "notes")
        .atMost(form.notes(), FieldReport.LONGEST, "notes")
        .throwIfAny();
    return SpotCheckMoved.answer(
        report.hindered(
            id,
            form.reason(),
            PersonNumbers.withoutAnyLong(form.notes().strip()),
            IfMatch.of(ifMatch),
            actor.get()));
  }

  @POST
  @Path("/{id}/confirmation")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "confirmSpotCheck",
      summary = "Sign what another supervisor found 确认核查结果",
      description =
          "Role: supervisor, another one than the checker; nobody of the checked unit, and nobody who"
              + " handled, reviewed or called back the case. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> confirm(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return SpotCheckMoved.answer(confirm.confirm(id, IfMatch.of(ifMatch), actor.get()));
  }

  @POST
  @Path("/{id}/return")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "returnSpotCheck",
      summary = "Send it back to the checker, or take it back 退回核查单",
      description =
          "Role: supervisor. What was written stays to be mended. Needs If-Match and Idempotency-Key.")
  public RestResponse<SpotCheckMoved> sendBack(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReturnForm form) {
    new Violations()
        .required(form.reason(), "reason")
        .atMost(form.reason(), FieldReport.LONGEST, "reason")
        .throwIfAny();
    return SpotCheckMoved.answer(
        confirm.sendBack(
            id,
            PersonNumbers.withoutAnyLong(form.reason().strip()),
            IfMatch.of(ifMatch),
            actor.get()));
  }
}
