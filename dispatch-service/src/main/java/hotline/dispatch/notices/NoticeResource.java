package hotline.dispatch.notices;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import hotline.lifecycle.NoticeCopy;
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

@Path("/api/notices")
@Tag(name = "notices")
public class NoticeResource {

  private final Notices notices;
  private final Sheets sheets;
  private final NoticePages pages;
  private final UsualRecipients usual;
  private final IssueNotice issue;
  private final DeliverSheets deliver;
  private final ConfirmSheet confirm;
  private final WithdrawNotice withdraw;
  private final ViewLog viewLog;
  private final Clock clock;
  private final CurrentActor actor;

  NoticeResource(
      Notices notices,
      Sheets sheets,
      NoticePages pages,
      UsualRecipients usual,
      IssueNotice issue,
      DeliverSheets deliver,
      ConfirmSheet confirm,
      WithdrawNotice withdraw,
      ViewLog viewLog,
      Clock clock,
      CurrentActor actor) {
    this.notices = notices;
    this.sheets = sheets;
    this.pages = pages;
    this.usual = usual;
    this.issue = issue;
    this.deliver = deliver;
    this.confirm = confirm;
    this.withdraw = withdraw;
    this.viewLog = viewLog;
    this.clock = clock;
    this.actor = actor;
  }

  /** What an act on a notice answers. */
  @Schema(name = "NoticeOutcome")
  public record Outcome(
      UUID noticeId,
      String noticeNo,
      NoticeStatus status,
      int deliveries,
      int receipts,
      long version) {

    private static Outcome of(ResponsibilityNotice notice) {
      return new Outcome(
          notice.noticeId(),
          notice.noticeNo(),
          notice.status(),
          notice.deliveries(),
          notice.receipts(),
          notice.version());
    }
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listNotices",
      summary =
          "Responsibility notices (六联责任单) by tab, first due first, with the exact number of every"
              + " tab",
      description =
          "Roles supervisor, leader. Tabs: to-deliver 待送达, to-receipt 待签收, receipts-overdue 签收超期,"
              + " awaiting-result 待办结, overdue 办结超期, to-withdraw 待撤回, open 未办结, ended 已结束.")
  public Notices.Page list(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return notices.page(actor.scope(), NoticeTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/copies")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listNoticeCopies",
      summary = "Copies by tab: who has not opened theirs (谁还没签收)",
      description =
          "Roles supervisor, leader: all; clerk, unit-desk, unit-leader: those delivered to their"
              + " unit and below. Tabs: to-deliver 待送达, to-receipt 待签收, overdue 签收超期, receipted 已签收.")
  public Sheets.Page copies(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return sheets.page(actor.get(), SheetTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/recipients")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listUsualRecipients",
      summary = "Who gets which copy as a rule: what the form begins with",
      description = "Roles supervisor, leader. The table notice_recipient says it.")
  public UsualRecipients.Rows recipients() {
    return usual.all();
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
      operationId = "listNoticesOfCase",
      summary = "Notices about one case",
      description =
          "Roles supervisor, leader, dispatcher, reply-reviewer: all; clerk, unit-desk,"
              + " unit-leader: those that name their unit or one below, when it has a task in the"
              + " case, without the remark for the leader.")
  public NoticePages.OfCase ofCase(@PathParam("caseId") UUID caseId) {
    return pages.ofCase(actor.scope(), caseId);
  }

  @GET
  @Path("/{noticeId}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "readNotice",
      summary = "One notice with its six copies",
      description = "Roles supervisor, leader.")
  public NoticeView one(@PathParam("noticeId") UUID noticeId) {
    return pages.one(noticeId);
  }

  @GET
  @Path("/{noticeId}/papers")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "readNoticePapers",
      summary = "The six papers, each with what it carries, to be printed",
      description = "Roles supervisor, leader.")
  public NoticePages.Papers papers(@PathParam("noticeId") UUID noticeId) {
    NoticePages.Papers papers = pages.papers(actor.get(), noticeId);
    viewed(noticeId);
    return papers;
  }

  @GET
  @Path("/{noticeId}/copies/{copy}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "readNoticeCopy",
      summary = "One copy with what it carries",
      description =
          "Roles supervisor, leader: each; clerk, unit-desk, unit-leader: the one that was delivered"
              + " to their unit or one below.")
  public CopyPaper copy(@PathParam("noticeId") UUID noticeId, @PathParam("copy") String copy) {
    CopyPaper paper = pages.paper(actor.get(), noticeId, NoticePages.copy(copy));
    viewed(noticeId);
    return paper;
  }

  @POST
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Idempotent
  @Operation(
      operationId = "issueNotice",
      summary = "Issue a responsibility notice (发六联责任单) about an open case",
      description =
          "Roles supervisor, leader. Needs If-Match with the version of the case. Six recipients,"
              + " each copy once; a case has one open notice at a time.")
  public RestResponse<Outcome> issue(@HeaderParam("If-Match") String ifMatch, NoticeEntry entry) {
    ResponsibilityNotice issued = issue.issue(actor.get(), IfMatch.of(ifMatch), entry);
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, Outcome.of(issued))
        .build();
  }

  @POST
  @Path("/{noticeId}/deliveries")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "deliverNoticeCopies",
      summary = "Deliver copies (送达): in the system, by hand or by post",
      description = "Role supervisor. Needs If-Match with the version of the notice.")
  public RestResponse<Outcome> deliver(
      @PathParam("noticeId") UUID noticeId,
      @HeaderParam("If-Match") String ifMatch,
      DeliverSheets.Entry entry) {
    return changed(deliver.deliver(actor.get(), noticeId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{noticeId}/copies/{copy}/receipt")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "confirmNoticeCopy",
      summary = "An office confirms its copy (签收)",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit that the copy is for, or above it. Needs"
              + " If-Match with the version of the notice.")
  public RestResponse<Outcome> receipt(
      @PathParam("noticeId") UUID noticeId,
      @PathParam("copy") String copy,
      @HeaderParam("If-Match") String ifMatch) {
    return changed(
        confirm.byRecipient(actor.get(), noticeId, NoticePages.copy(copy), IfMatch.of(ifMatch)));
  }

  @POST
  @Path("/{noticeId}/leader-receipt")
  @RolesAllowed(Roles.LEADER)
  @Idempotent
  @Operation(
      operationId = "confirmLeadersCopy",
      summary = "The leader in charge confirms the first copy (分管领导签收)",
      description =
          "Role leader; only the account that the copy names, when it names one. Needs If-Match with"
              + " the version of the notice.")
  public RestResponse<Outcome> leaderReceipt(
      @PathParam("noticeId") UUID noticeId, @HeaderParam("If-Match") String ifMatch) {
    return changed(
        confirm.byRecipient(actor.get(), noticeId, NoticeCopy.LEADER, IfMatch.of(ifMatch)));
  }

  @POST
  @Path("/{noticeId}/copies/{copy}/paper-receipt")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "recordPaperReceipt",
      summary = "Record a receipt on paper with what proves it (登记纸质签收)",
      description =
          "Role supervisor; for copies that went by hand or by post, such as the petitioner's. Needs"
              + " If-Match with the version of the notice.")
  public RestResponse<Outcome> paperReceipt(
      @PathParam("noticeId") UUID noticeId,
      @PathParam("copy") String copy,
      @HeaderParam("If-Match") String ifMatch,
      ConfirmSheet.Evidence entry) {
    return changed(
        confirm.onPaper(actor.get(), noticeId, NoticePages.copy(copy), IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/{noticeId}/withdrawal")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Idempotent
  @Operation(
      operationId = "withdrawNotice",
      summary = "Take a notice back with a reason (撤回责任单)",
      description = "Roles supervisor, leader. Needs If-Match with the version of the notice.")
  public RestResponse<Outcome> withdraw(
      @PathParam("noticeId") UUID noticeId,
      @HeaderParam("If-Match") String ifMatch,
      WithdrawNotice.Entry entry) {
    return changed(withdraw.withdraw(actor.get(), noticeId, IfMatch.of(ifMatch), entry));
  }

  /** A paper carries the text of the case. */
  private void viewed(UUID noticeId) {
    viewLog.viewed(actor.get(), ViewedBy.CASE, pages.caseOf(noticeId), clock.instant());
  }

  private static RestResponse<Outcome> changed(ResponsibilityNotice notice) {
    return Versioned.ok(Outcome.of(notice), notice.version());
  }
}
