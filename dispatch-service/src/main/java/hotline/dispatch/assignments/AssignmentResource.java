package hotline.dispatch.assignments;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.assignments.Inbox.Page;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments")
@Tag(name = "assignments")
public class AssignmentResource {

  private final Inbox inbox;
  private final AssignmentPages pages;
  private final SignAssignment sign;
  private final RecordContactAttempt contact;
  private final SubmitReply reply;
  private final ViewLog viewLog;
  private final Clock clock;
  private final CurrentActor actor;

  AssignmentResource(
      Inbox inbox,
      AssignmentPages pages,
      SignAssignment sign,
      RecordContactAttempt contact,
      SubmitReply reply,
      ViewLog viewLog,
      Clock clock,
      CurrentActor actor) {
    this.viewLog = viewLog;
    this.clock = clock;
    this.inbox = inbox;
    this.pages = pages;
    this.sign = sign;
    this.contact = contact;
    this.reply = reply;
    this.actor = actor;
  }

  /** Every clock of an assignment. */
  public record Deadlines(List<DeadlineView> items, long count) {}

  @GET
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Operation(
      operationId = "listAssignments",
      summary = "The inbox (承办任务) by tab, with the exact number of every tab",
      description =
          "Roles clerk, unit-desk, unit-leader: their unit and below; dispatcher, supervisor,"
              + " leader: all. Tabs: to-sign 待签收, to-contact 待联系, to-reply 待答复, to-endorse 待签发,"
              + " urged-by-lead 主办催办, waiting 待批与挂起, in-dispute 争议, handed-up 下派待审, under-review"
              + " 待审核, overdue 超期, done 已完成, all 全部. Open tabs are sorted by the next due time,"
              + " done and all by age, newest first.")
  public Page list(
      @QueryParam("tab") String tab,
      @QueryParam("q") String search,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return inbox.page(actor.scope(), Tab.of(tab), search, Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/digest")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "readInboxDigest",
      summary = "What waits for the unit today, in five numbers (每日提醒)",
      description =
          "Roles clerk, unit-desk, unit-leader: their unit and below. The same questions as the tabs"
              + " of the inbox: 新派 new today, 待签收 to sign, 今日到期 due later today, 已超期 overdue, 被退回"
              + " sent back.")
  public Digest digest() {
    return inbox.digest(actor.scope());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER
  })
  @Operation(
      operationId = "getAssignment",
      summary = "One task with its case file, contact attempts, replies and routing",
      description =
          "Roles clerk, unit-desk, unit-leader: their unit and below; dispatcher, supervisor,"
              + " leader, reply-reviewer: all.")
  public RestResponse<AssignmentDetail> get(@PathParam("id") UUID id) {
    AssignmentDetail detail = pages.detail(actor.scope(), id);
    viewLog.viewed(actor.get(), ViewedBy.TASK, detail.assignment().caseId(), clock.instant());
    return Versioned.ok(detail, detail.assignment().version());
  }

  @GET
  @Path("/{id}/deadlines")
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER
  })
  @Operation(
      operationId = "getDeadlines",
      summary = "Every clock of a task (时限) with each span that it counted and skipped",
      description = "Roles as for the task itself.")
  public Deadlines deadlines(@PathParam("id") UUID id) {
    List<DeadlineView> deadlines = pages.deadlines(actor.scope(), id);
    return new Deadlines(deadlines, deadlines.size());
  }

  @POST
  @Path("/{id}/signature")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
  @Idempotent
  @Operation(
      operationId = "signAssignment",
      summary = "Sign for a task (签收)",
      description = "Roles clerk, unit-desk of the unit or above it. Needs If-Match; no body.")
  public RestResponse<Outcome> sign(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return sign.sign(actor.get(), id, IfMatch.of(ifMatch)).response();
  }

  @POST
  @Path("/{id}/contact-attempts")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
  @Idempotent
  @Operation(
      operationId = "recordContactAttempt",
      summary = "Record an attempt to reach the citizen (先行联系)",
      description = "Roles clerk, unit-desk of the unit or above it. Needs If-Match.")
  public RestResponse<Outcome> contact(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      RecordContactAttempt.Entry entry) {
    return contact.record(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }

  @POST
  @Path("/{id}/replies")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
  @Idempotent
  @Operation(
      operationId = "submitReply",
      summary = "Submit the reply (答复) for review; the clock stops",
      description = "Roles clerk, unit-desk of the unit or above it. Needs If-Match.")
  public RestResponse<Outcome> reply(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, SubmitReply.Entry entry) {
    return reply.submit(actor.get(), id, IfMatch.of(ifMatch), entry).response();
  }
}
