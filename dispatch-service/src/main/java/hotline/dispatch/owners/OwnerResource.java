package hotline.dispatch.owners;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/owners")
@Tag(name = "owners")
public class OwnerResource {

  private final OwnedCases owned;
  private final CaseOwnerPages pages;
  private final AssignOwner assign;
  private final RecordVisit visit;
  private final ChangePlan plan;
  private final AskHandover ask;
  private final DecideHandover decide;
  private final SignOff signOff;
  private final ViewLog viewLog;
  private final Clock clock;
  private final CurrentActor actor;

  OwnerResource(
      OwnedCases owned,
      CaseOwnerPages pages,
      AssignOwner assign,
      RecordVisit visit,
      ChangePlan plan,
      AskHandover ask,
      DecideHandover decide,
      SignOff signOff,
      ViewLog viewLog,
      Clock clock,
      CurrentActor actor) {
    this.owned = owned;
    this.pages = pages;
    this.assign = assign;
    this.visit = visit;
    this.plan = plan;
    this.ask = ask;
    this.decide = decide;
    this.signOff = signOff;
    this.viewLog = viewLog;
    this.clock = clock;
    this.actor = actor;
  }

  /** What an act on an owned case answers. */
  @Schema(name = "OwnershipOutcome")
  public record Outcome(UUID ownershipId, OwnershipStatus status, long version) {

    private static Outcome of(CaseOwnership ownership) {
      return new Outcome(ownership.ownershipId(), ownership.status(), ownership.version());
    }
  }

  @GET
  @RolesAllowed({Roles.LEADER, Roles.SUPERVISOR, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listOwnedCases",
      summary =
          "Owned cases (包案) by tab, the next visit first, with the exact number of every tab and"
              + " what is due next",
      description =
          "Roles leader, supervisor: all; unit-leader: the own ones. Tabs: mine 我的包案, handovers"
              + " 移交待批, overdue 走访超期, open 全部未解除, released 已解除.")
  public OwnedCases.Page list(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return owned.page(actor.get(), OwnedTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/cases/{caseId}")
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.DISPATCHER,
    Roles.REPLY_REVIEWER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "readCaseOwners",
      summary = "Who owns a case, with plans, visits and handovers (包案记录)",
      description =
          "Roles supervisor, leader, dispatcher, reply-reviewer: all; clerk, unit-desk,"
              + " unit-leader: of a case in which their unit has a task; an owner: the own case.")
  public CaseOwners ofCase(@PathParam("caseId") UUID caseId) {
    CaseOwners owners = pages.of(actor.scope(), caseId);
    if (!owners.ownerships().isEmpty()) {
      viewLog.viewed(actor.get(), ViewedBy.CASE, caseId, clock.instant());
    }
    return owners;
  }

  @POST
  @Path("/cases/{caseId}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Idempotent
  @Operation(
      operationId = "assignOwner",
      summary = "Give an open case to a leader to own (确定包案领导)",
      description =
          "Roles supervisor, leader. A case has one owner; another takes over by a handover only.")
  public RestResponse<Outcome> assign(@PathParam("caseId") UUID caseId, AssignOwner.Entry entry) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, Outcome.of(assign.assign(actor.get(), caseId, entry)))
        .build();
  }

  @POST
  @Path("/{ownershipId}/visits")
  @RolesAllowed({Roles.LEADER, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "recordVisit",
      summary = "Record a visit (接访、下访、处访): when, where, whom as roles, what came of it",
      description = "Roles leader, unit-leader: the owner. Needs If-Match.")
  public RestResponse<Outcome> visit(
      @PathParam("ownershipId") UUID ownershipId,
      @HeaderParam("If-Match") String ifMatch,
      RecordVisit.Entry entry) {
    return changed(visit.record(actor.get(), ownershipId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{ownershipId}/plans")
  @RolesAllowed({Roles.LEADER, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "changePlan",
      summary = "Change the plan (调整方案); the earlier ones stay",
      description = "Roles leader, unit-leader: the owner. Needs If-Match.")
  public RestResponse<Outcome> plan(
      @PathParam("ownershipId") UUID ownershipId,
      @HeaderParam("If-Match") String ifMatch,
      ChangePlan.Entry entry) {
    return changed(plan.change(actor.get(), ownershipId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{ownershipId}/handover-requests")
  @RolesAllowed({Roles.LEADER, Roles.UNIT_LEADER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "askHandover",
      summary = "Ask that another leader owns the case (申请移交)",
      description = "Roles leader, unit-leader: the owner; supervisor: any. Needs If-Match.")
  public RestResponse<Outcome> ask(
      @PathParam("ownershipId") UUID ownershipId,
      @HeaderParam("If-Match") String ifMatch,
      AskHandover.Entry entry) {
    return changed(ask.ask(actor.get(), ownershipId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{ownershipId}/handover-decisions")
  @RolesAllowed(Roles.LEADER)
  @Idempotent
  @Operation(
      operationId = "decideHandover",
      summary = "Approve the handover or refuse it, with the reason (审批移交)",
      description = "Role leader, other than who asked and than the present owner. Needs If-Match.")
  public RestResponse<Outcome> decide(
      @PathParam("ownershipId") UUID ownershipId,
      @HeaderParam("If-Match") String ifMatch,
      DecideHandover.Entry entry) {
    return changed(decide.decide(actor.get(), ownershipId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{ownershipId}/sign-off")
  @RolesAllowed({Roles.LEADER, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "signOff",
      summary = "Declare the matter settled (销号)",
      description =
          "Roles leader, unit-leader: the owner. Needs If-Match. The ownership ends when the"
              + " citizen has answered as well, before or after.")
  public RestResponse<Outcome> signOff(
      @PathParam("ownershipId") UUID ownershipId,
      @HeaderParam("If-Match") String ifMatch,
      SignOff.Entry entry) {
    return changed(signOff.signOff(actor.get(), ownershipId, IfMatch.of(ifMatch), entry));
  }

  private static RestResponse<Outcome> changed(CaseOwnership ownership) {
    return Versioned.ok(Outcome.of(ownership), ownership.version());
  }
}
