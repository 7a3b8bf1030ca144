package hotline.evaluation.callbacks;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.Violations;
import hotline.evaluation.cases.CaseOnGrid;
import hotline.lifecycle.CallbackResult;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The callback desk (回访席). */
@Path("/api/callbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "callbacks", description = "回访: the citizen is called back, blind 盲访")
public class CallbackResource {

  private static final int LONGEST_NOTE = 500;
  private static final int LARGEST_PAGE = 200;

  private final CallbackDesk desk;
  private final ReadCallback readCallback;
  private final RecordAttempt recordAttempt;
  private final CurrentActor actor;

  CallbackResource(
      CallbackDesk desk,
      ReadCallback readCallback,
      RecordAttempt recordAttempt,
      CurrentActor actor) {
    this.desk = desk;
    this.readCallback = readCallback;
    this.recordAttempt = recordAttempt;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD, Roles.SUPERVISOR})
  @Operation(
      operationId = "listCallbacks",
      summary = "Callback tasks of one tab, with exact counts 回访任务列表",
      description =
          "Roles: callback-agent, callback-lead, supervisor. Blind: no unit, no handler. open and"
              + " overdue by due time, done and all newest first.")
  public CallbackDesk.Page list(
      @QueryParam("tab") @DefaultValue("open") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return desk.page(
        CaseOnGrid.of(actor.scope()),
        CallbackTab.of(tab),
        cursor == null ? null : PageCursor.parse(cursor),
        limit);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD, Roles.SUPERVISOR})
  @Operation(
      operationId = "getCallback",
      summary = "One callback with its attempts 回访任务详情",
      description =
          "Roles: callback-agent, callback-lead, supervisor. Evaluation only once the callback has"
              + " ended, unit only while no callback of the case is open.")
  public RestResponse<CallbackDetail> get(@org.jboss.resteasy.reactive.RestPath UUID id) {
    CallbackDetail detail = readCallback.read(id);
    return Versioned.ok(detail, detail.version());
  }

  /** What came of a call. */
  @Schema(name = "AttemptForm")
  public record AttemptForm(
      @Schema(required = true) CallbackResult result,
      @Schema(maxLength = LONGEST_NOTE) String note) {}

  /** The callback after an act. */
  @Schema(name = "AttemptAnswer")
  public record AttemptAnswer(
      UUID callbackId, UUID caseId, CallbackStatus status, int attempts, long version) {}

  @POST
  @Path("/{id}/attempts")
  @Idempotent
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD})
  @Operation(
      operationId = "recordCallbackAttempt",
      summary = "Record one call to the citizen 登记回访",
      description =
          "Roles: callback-agent, callback-lead; nobody who handled or reviewed the case. In the"
              + " quiet hours (policy sd-default: 21:00 to 08:00 of the centre's time) only who was"
              + " reached is recorded: 409 quiet-hours, with nextAt. Needs If-Match and"
              + " Idempotency-Key.")
  public RestResponse<AttemptAnswer> attempt(
      @org.jboss.resteasy.reactive.RestPath UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      AttemptForm form) {
    IfMatch read = IfMatch.of(ifMatch);
    check(form);
    Callback callback =
        recordAttempt.record(id, read, form.result(), blankToNull(form.note()), actor.get());
    return Versioned.ok(
        new AttemptAnswer(
            id, callback.caseId(), callback.status(), callback.attempts(), callback.version()),
        callback.version());
  }

  private static void check(AttemptForm form) {
    new Violations()
        .require(
            form.result() != null, "result", "required", "请选择回访结果。", "Say what came of the call.")
        .atMost(form.note(), LONGEST_NOTE, "note")
        .throwIfAny();
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
