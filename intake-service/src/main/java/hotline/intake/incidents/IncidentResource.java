package hotline.intake.incidents;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.CaseId;
import hotline.intake.cases.Doer;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.lifecycle.CaseStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Incidents that many call about at once. */
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "incidents", description = "What many call about at once 突发事件")
public class IncidentResource {

  /** From which open case (id or number) it is declared, and what all seats read to callers. */
  @Schema(name = "IncidentForm")
  public record DeclareForm(
      @Schema(description = "Id or number of an open case") String parentCase,
      @Schema(examples = "泰山路供水主管爆裂") String name,
      @Schema(examples = "泰山路、华山路沿线小区") String area,
      @Schema(description = "That of the case when absent") String categoryCode,
      @Schema(examples = "您反映的停水系主管爆裂，正在抢修，预计 18 时恢复供水。") String script) {}

  @Schema(name = "IncidentScriptForm")
  public record ScriptForm(String script) {}

  /** What is written to every caller, behind the number of the own case. */
  @Schema(name = "IncidentMessageForm")
  public record MessageForm(@Schema(examples = "供水已恢复，初期浑浊请放水片刻。") String message) {}

  @Schema(name = "IncidentEndForm")
  public record EndForm(String closingNote) {}

  /**
   * An incident.
   *
   * @param area where, in words that are read out
   * @param caseNo number of the parent case: given as sameAs of a registration it makes that case
   *     one of the incident; null, as its id, once the parent is confidential or a report
   * @param joinable whether it may be given so
   * @param categoryName null where it has no category
   * @param script that is read now, the {@code scriptNo}-th since it was declared
   * @param endedAt null while it is in force, as who ended it and the note
   * @param cases how many belong to it, its parent among them; null with {@code state=in-force},
   *     which all seats ask for every few seconds
   */
  @Schema(name = "Incident")
  public record IncidentView(
      UUID id,
      String name,
      String area,
      UUID caseId,
      String caseNo,
      boolean joinable,
      String categoryCode,
      String categoryName,
      String script,
      int scriptNo,
      Instant scriptSince,
      String declaredBy,
      Instant declaredAt,
      String endedBy,
      Instant endedAt,
      String closingNote,
      Long cases,
      long version) {}

  @Schema(name = "IncidentScript")
  public record Script(int no, String text, String writtenBy, Instant writtenAt) {}

  /**
   * @param numbers to how many telephones it went
   */
  @Schema(name = "IncidentMessage")
  public record Message(int no, String text, int numbers, String sentBy, Instant sentAt) {}

  /** One of its cases; nothing of who reported it. */
  @Schema(name = "IncidentCase")
  public record CaseLine(
      UUID caseId,
      String caseNo,
      CaseStatus status,
      String placeCode,
      String placeName,
      Instant receivedAt) {

    CaseLine in(String name) {
      return new CaseLine(caseId, caseNo, status, placeCode, name, receivedAt);
    }
  }

  /**
   * An incident with its past.
   *
   * @param scripts every version, the newest first
   * @param messages the newest first
   * @param messagesLeft how many times more its callers may be written to
   */
  @Schema(name = "IncidentDetail")
  public record Detail(
      IncidentView incident,
      List<Script> scripts,
      List<Message> messages,
      int messagesLeft,
      IncidentRollUp rollUp) {}

  private final DeclareIncident declareIncident;
  private final RewriteScript rewriteScript;
  private final TellCallers tellCallers;
  private final EndIncident endIncident;
  private final ReadIncidents readIncidents;
  private final CurrentActor actor;

  @Inject
  IncidentResource(
      DeclareIncident declareIncident,
      RewriteScript rewriteScript,
      TellCallers tellCallers,
      EndIncident endIncident,
      ReadIncidents readIncidents,
      CurrentActor actor) {
    this.declareIncident = declareIncident;
    this.rewriteScript = rewriteScript;
    this.tellCallers = tellCallers;
    this.endIncident = endIncident;
    this.readIncidents = readIncidents;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Operation(
      operationId = "listIncidents",
      summary = "What many call about at once, the newest first 突发事件",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor. state: in-force or ended; all when"
              + " absent.")
  public Page<IncidentView> list(
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return readIncidents.list(state, PageRequest.of(cursor, limit));
  }

  @POST
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "declareIncident",
      summary = "Declare an incident from an open case 发起突发事件",
      description =
          "shift-lead. Needs Idempotency-Key. From no report and no confidential case. Refused (409)"
              + " with protected-case, case-not-open or incident-known.")
  @APIResponseSchema(value = Detail.class, responseCode = "201")
  public RestResponse<Detail> declare(DeclareForm form) {
    DeclareForm told = required(form);
    UUID id =
        declareIncident.declare(
            told.parentCase(),
            told.name(),
            told.area(),
            told.categoryCode(),
            told.script(),
            doer());
    Detail declared = readIncidents.detail(id);
    return Versioned.created(declared, declared.incident().version());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Operation(
      operationId = "readIncident",
      summary = "An incident with its scripts and what it came to 突发事件汇总",
      description = "operator, shift-lead, screener, dispatcher, supervisor.")
  public RestResponse<Detail> read(@PathParam("id") String id) {
    return shown(CaseId.parse(id));
  }

  @GET
  @Path("/{id}/cases")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Operation(
      operationId = "listIncidentCases",
      summary = "The cases of an incident, its parent among them, the newest first 突发事件工单",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor. Without reports and confidential"
              + " cases.")
  public Page<CaseLine> cases(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return readIncidents.cases(CaseId.parse(id), PageRequest.of(cursor, limit));
  }

  @POST
  @Path("/{id}/script")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "rewriteIncidentScript",
      summary = "Let all seats read another text 更新话术",
      description = "shift-lead. Needs Idempotency-Key and If-Match. Every version is kept.")
  public RestResponse<Detail> rewrite(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, ScriptForm form) {
    UUID incident = CaseId.parse(id);
    rewriteScript.rewrite(incident, required(form).script(), IfMatch.of(ifMatch), doer());
    return shown(incident);
  }

  @POST
  @Path("/{id}/messages")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "tellIncidentCallers",
      summary = "Write one message to every caller 批量答复",
      description =
          "shift-lead. Needs Idempotency-Key and If-Match. One message for each mobile number, not in"
              + " quiet hours; five times at most. Refused (409) with texting-off or told-often.")
  public RestResponse<Detail> tell(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, MessageForm form) {
    UUID incident = CaseId.parse(id);
    tellCallers.tell(incident, required(form).message(), IfMatch.of(ifMatch), doer());
    return shown(incident);
  }

  @POST
  @Path("/{id}/end")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "endIncident",
      summary = "End an incident with a note 结束突发事件",
      description = "shift-lead. Needs Idempotency-Key and If-Match. Its cases go on as they are.")
  public RestResponse<Detail> end(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, EndForm form) {
    UUID incident = CaseId.parse(id);
    endIncident.end(incident, required(form).closingNote(), IfMatch.of(ifMatch), doer());
    return shown(incident);
  }

  private RestResponse<Detail> shown(UUID id) {
    Detail detail = readIncidents.detail(id);
    return Versioned.ok(detail, detail.incident().version());
  }

  private Doer doer() {
    return Doer.of(actor.get());
  }

  private static <T> T required(T body) {
    if (body == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return body;
  }
}
