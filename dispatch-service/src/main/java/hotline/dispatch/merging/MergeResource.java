package hotline.dispatch.merging;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.lists.PageSize;
import hotline.lifecycle.CaseStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/cases/{caseId}")
@Tag(name = "merging")
public class MergeResource {

  private final MergeCase merge;
  private final UnmergeCase unmerge;
  private final MergePages pages;
  private final MergeCalls mergeCalls;
  private final IncidentCalls calls;
  private final ViewLog viewLog;
  private final Clock clock;
  private final CurrentActor actor;

  MergeResource(
      MergeCase merge,
      UnmergeCase unmerge,
      MergePages pages,
      MergeCalls mergeCalls,
      IncidentCalls calls,
      ViewLog viewLog,
      Clock clock,
      CurrentActor actor) {
    this.viewLog = viewLog;
    this.clock = clock;
    this.merge = merge;
    this.unmerge = unmerge;
    this.pages = pages;
    this.mergeCalls = mergeCalls;
    this.calls = calls;
    this.actor = actor;
  }

  /** What merging and unmerging answer. */
  @Schema(name = "MergeOutcome")
  public record Outcome(UUID caseId, CaseStatus status, UUID mainCaseId, long version) {}

  @GET
  @Path("/comparison")
  @RolesAllowed(Roles.DISPATCHER)
  @Operation(
      operationId = "compareCases",
      summary = "A case beside another one, and what keeps the two from being merged (并单比对)",
      description =
          "Role dispatcher. caseNo is the printed number of the case that would be the main one.")
  public MergePages.Comparison compare(
      @PathParam("caseId") UUID caseId, @QueryParam("caseNo") String caseNo) {
    MergePages.Comparison compared = pages.compare(actor.scope(), caseId, caseNo);
    // The demand of both is told, whether or not they may be merged.
    Stream.of(compared.one().caseId(), compared.main().caseId())
        .distinct()
        .forEach(each -> viewLog.viewed(actor.get(), ViewedBy.CASE, each, clock.instant()));
    return compared;
  }

  @GET
  @Path("/mergings")
  @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER, Roles.REPLY_REVIEWER})
  @Operation(
      operationId = "listCaseMergings",
      summary = "The case that this one follows, and those that follow it (并单关系)",
      description = "Roles dispatcher, supervisor, leader, reply-reviewer.")
  public MergePages.Relations mergings(@PathParam("caseId") UUID caseId) {
    return pages.relations(actor.scope(), caseId);
  }

  @GET
  @Path("/answer-with-main")
  @RolesAllowed({
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Operation(
      operationId = "getAnswerWithMain",
      summary = "The public reply that answered a merged case together with its main one (随主单答复)",
      description =
          "Roles callback-agent, callback-lead, dispatcher, supervisor, leader. Nothing of the main"
              + " case but the words: who calls the citizen back reads them out.")
  public MergePages.Answer answer(@PathParam("caseId") UUID caseId) {
    return pages.answer(caseId);
  }

  @POST
  @Path("/merge")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "mergeCase",
      summary = "Have a case handled together with another one (并单)",
      description =
          "Role dispatcher. Needs If-Match with the version of the case that is merged. It waits for"
              + " dispatch or nobody has signed for it; its tasks end without a fault. The main case"
              + " is answered no later than this one would have been.")
  public RestResponse<Outcome> merge(
      @PathParam("caseId") UUID caseId, @HeaderParam("If-Match") String ifMatch, MergeEntry entry) {
    return outcome(merge.merge(actor.get(), caseId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/unmerge")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "unmergeCase",
      summary = "Let a merged case go its own way again (撤销并单)",
      description =
          "Role dispatcher. Needs If-Match. It waits for dispatch again, and its next unit has every"
              + " limit in full.")
  public RestResponse<Outcome> unmerge(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") String ifMatch,
      UnmergeEntry entry) {
    return outcome(unmerge.unmerge(actor.get(), caseId, IfMatch.of(ifMatch), entry));
  }

  @GET
  @Path("/incident-calls")
  @RolesAllowed({Roles.SHIFT_LEAD, Roles.DISPATCHER, Roles.SUPERVISOR})
  @Operation(
      operationId = "listIncidentCalls",
      summary = "How far the calls of an incident are merged into its parent (突发事件来电并单)",
      description =
          "Roles shift-lead, dispatcher, supervisor. caseId is the parent case. The items are those"
              + " that do not follow it, each with why; without reports and confidential cases.")
  public IncidentCalls.Page incidentCalls(
      @PathParam("caseId") UUID caseId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return calls.page(actor.scope(), caseId, cursor, PageSize.of(limit));
  }

  @POST
  @Path("/incident-calls/merge")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "mergeIncidentCalls",
      summary = "Merge the next calls of an incident into its parent (突发事件来电一并并单)",
      description =
          "Role shift-lead. Needs Idempotency-Key. caseId is the parent case. Twenty at once, each by"
              + " itself; the answer says from where the next step goes on, and without a cursor a"
              + " step begins anew with those that do not follow the parent.")
  public MergeCalls.Step mergeIncidentCalls(
      @PathParam("caseId") UUID caseId, MergeCalls.Entry entry) {
    if (entry == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return mergeCalls.merge(actor.get(), caseId, entry);
  }

  private static RestResponse<Outcome> outcome(HandledCase of) {
    return Versioned.ok(
        new Outcome(of.caseId(), of.status(), of.isMerged() ? of.mainCaseId() : null, of.version()),
        of.version());
  }
}
