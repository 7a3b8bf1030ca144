package hotline.dispatch.dispatching;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/cases")
@Tag(name = "cases")
public class CaseResource {

  private final PendingCases pending;
  private final CasePages pages;
  private final CaseLife life;
  private final DispatchCase dispatch;
  private final ViewLog viewLog;
  private final Clock clock;
  private final CurrentActor actor;

  CaseResource(
      PendingCases pending,
      CasePages pages,
      CaseLife life,
      DispatchCase dispatch,
      ViewLog viewLog,
      Clock clock,
      CurrentActor actor) {
    this.viewLog = viewLog;
    this.clock = clock;
    this.pending = pending;
    this.pages = pages;
    this.life = life;
    this.dispatch = dispatch;
    this.actor = actor;
  }

  /** One unit's task that the dispatch made. */
  public record Task(UUID assignmentId, String unitId, AssignmentRole role) {}

  /** What a dispatch answers. */
  public record DispatchOutcome(
      UUID caseId, CaseStatus status, int round, long version, List<Task> assignments) {}

  @GET
  @Path("/pending")
  @RolesAllowed(Roles.DISPATCHER)
  @Operation(
      operationId = "listPendingCases",
      summary = "Cases that wait for dispatch (待派单), longest waiting first, with a suggestion",
      description = "Role dispatcher.")
  public PendingCases.Page pending(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return pending.page(actor.scope(), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/{caseId}")
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.REPLY_REVIEWER,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "getCase",
      summary = "A case with its text, its tasks in every round, and why they lie where they lie",
      description =
          "Roles dispatcher, supervisor, reply-reviewer, leader; clerk, unit-desk, unit-leader when"
              + " their unit has a task in it.")
  public RestResponse<CaseView> get(@PathParam("caseId") UUID caseId) {
    CaseView view = pages.view(actor.scope(), caseId);
    viewLog.viewed(actor.get(), ViewedBy.CASE, caseId, clock.instant());
    return Versioned.ok(view, view.version());
  }

  @GET
  @Path("/{caseId}/clocks")
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.REPLY_REVIEWER,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listCaseClocks",
      summary =
          "Every clock of a case in every round (一案一页): tasks, supervision orders, instructions,"
              + " notices, each with the spans that it counted and skipped",
      description =
          "Roles as for the case itself; units see the clocks of their own subtree. In the order in"
              + " which they began.")
  public CaseLife.Clocks clocks(@PathParam("caseId") UUID caseId) {
    return life.clocks(actor.scope(), caseId);
  }

  @POST
  @Path("/{caseId}/dispatch")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "dispatchCase",
      summary = "Send a case to its lead unit (主办) and co-handlers (协办)",
      description = "Role dispatcher. Needs If-Match. Never to the unit complained about.")
  public RestResponse<DispatchOutcome> dispatch(
      @PathParam("caseId") UUID caseId,
      @HeaderParam("If-Match") String ifMatch,
      DispatchEntry entry) {
    DispatchCase.Dispatched done =
        dispatch.dispatch(actor.get(), caseId, IfMatch.of(ifMatch), entry);
    DispatchOutcome outcome =
        new DispatchOutcome(
            caseId,
            done.handledCase().status(),
            done.handledCase().round(),
            done.handledCase().version(),
            done.round().assignments().stream().map(CaseResource::task).toList());
    return Versioned.created(outcome, outcome.version());
  }

  private static Task task(Assignment assignment) {
    return new Task(assignment.assignmentId(), assignment.unitId(), assignment.role());
  }
}
