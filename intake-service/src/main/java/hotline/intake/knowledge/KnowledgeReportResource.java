package hotline.intake.knowledge;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Roles;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.knowledge.KnowledgeReports.ReportView;
import hotline.intake.knowledge.ReportKnowledge.Reported;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What was said to be wrong about an item, and what its owner makes of it, over HTTP. */
@Path("/api/knowledge/{code}/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "knowledge")
public class KnowledgeReportResource {

  /** What was wrong, and in which case it was read out. */
  public record ReportForm(Integer version, String caseId, String reason, String words) {}

  /** What the owner makes of a report. */
  public record DecisionForm(String decision, String reason) {}

  private final ReportKnowledge reportKnowledge;
  private final ReadKnowledge readKnowledge;
  private final CurrentActor actor;

  @Inject
  KnowledgeReportResource(
      ReportKnowledge reportKnowledge, ReadKnowledge readKnowledge, CurrentActor actor) {
    this.reportKnowledge = reportKnowledge;
    this.readKnowledge = readKnowledge;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.CATALOGUE_ADMIN,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listKnowledgeReports",
      summary = "What was said to be wrong, what waits for its decision first 差错报告",
      description = "As getKnowledge. In which case is told to those who read cases.")
  public Page<ReportView> reports(
      @PathParam("code") String code,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return readKnowledge.reports(
        KnowledgeCode.parse(code), rights(), PageRequest.of(cursor, limit));
  }

  @POST
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.SUPERVISOR,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD
  })
  @Idempotent
  @Operation(
      operationId = "reportKnowledge",
      summary = "Say that it was answered wrongly 答错了",
      description =
          "operator, shift-lead, screener, supervisor, callback roles. Needs Idempotency-Key. version: which"
              + " was read out; caseId: in which case, or none; reason: a ReportReason, OTHER with words.")
  @APIResponseSchema(value = Reported.class, responseCode = "201")
  public RestResponse<Reported> report(@PathParam("code") String code, ReportForm form) {
    ReportForm told = KnowledgeResource.required(form);
    return ResponseBuilder.create(
            RestResponse.Status.CREATED,
            reportKnowledge.report(
                KnowledgeCode.parse(code),
                told.version(),
                told.caseId(),
                told.reason(),
                told.words(),
                rights()))
        .build();
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed({Roles.CATALOGUE_ADMIN, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "decideKnowledgeReport",
      summary = "Decide a report 处理差错报告",
      description =
          "catalogue-admin, unit roles for the own subtree. Needs Idempotency-Key and If-Match. decision:"
              + " NEW_VERSION, after which there is a draft to be put right, RETIRED of an item that is,"
              + " or NOT_WRONG; reason: in words.")
  public RestResponse<KnowledgeRef> decide(
      @PathParam("code") String code,
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      DecisionForm form) {
    DecisionForm told = KnowledgeResource.required(form);
    return KnowledgeResource.answer(
        reportKnowledge.decide(
            KnowledgeCode.parse(code),
            reportId(id),
            told.decision(),
            told.reason(),
            IfMatch.of(ifMatch),
            rights()));
  }

  private static UUID reportId(String id) {
    if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw new NotFound("差错报告", "report");
    }
    return UUID.fromString(id);
  }

  private KnowledgeRights rights() {
    return new KnowledgeRights(actor.scope());
  }
}
