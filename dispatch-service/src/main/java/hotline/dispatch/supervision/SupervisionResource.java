package hotline.dispatch.supervision;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.lists.Cursor;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/supervision")
@Tag(name = "supervision")
public class SupervisionResource {

  private final CaseSupervisionPages pages;
  private final UrgeCases urge;
  private final Orders orders;
  private final OpenOrder open;
  private final AnswerOrder answer;
  private final JudgeAnswer judge;
  private final Cards cards;
  private final CurrentActor actor;

  SupervisionResource(
      CaseSupervisionPages pages,
      UrgeCases urge,
      Orders orders,
      OpenOrder open,
      AnswerOrder answer,
      JudgeAnswer judge,
      Cards cards,
      CurrentActor actor) {
    this.pages = pages;
    this.urge = urge;
    this.orders = orders;
    this.open = open;
    this.answer = answer;
    this.judge = judge;
    this.cards = cards;
    this.actor = actor;
  }

  /** Many cases, each with its own words. */
  @Schema(name = "UrgeEntries")
  public record Urges(List<UrgeEntry> items) {}

  /** What became of each, in the order in which they were given. */
  @Schema(name = "UrgeOutcomes")
  public record UrgeOutcomes(List<UrgeCases.Outcome> items, long count) {}

  /** What an act on an order answers. */
  @Schema(name = "SupervisionOrderOutcome")
  public record OrderOutcome(UUID orderId, String orderNo, OrderStatus status, long version) {

    private static OrderOutcome of(SupervisionOrder order) {
      return new OrderOutcome(order.orderId(), order.orderNo(), order.status(), order.version());
    }
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
      operationId = "readCaseSupervision",
      summary = "Urges, supervision orders and escalations of one case (督办记录)",
      description =
          "Roles supervisor, leader, dispatcher, reply-reviewer: all; clerk, unit-desk,"
              + " unit-leader: what was said to their unit and below, when it has a task in the"
              + " case.")
  public CaseSupervision of(@PathParam("caseId") UUID caseId) {
    return pages.of(actor.scope(), caseId);
  }

  @POST
  @Path("/cases/{caseId}/urges")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "urgeCase",
      summary = "Urge whoever has the case in hand (催办)",
      description =
          "Role supervisor. A message, or a written urge (催办通知书) with its number. At most once in"
              + " the time that the table supervision_limit says. The caseId of the body may be"
              + " left out.")
  public RestResponse<UrgeCases.Outcome> urgeOne(
      @PathParam("caseId") UUID caseId, UrgeEntry entry) {
    return created(urge.urge(actor.get(), new UrgeEntry(caseId, entry.form(), entry.words())));
  }

  @POST
  @Path("/urges")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "urgeCases",
      summary = "Urge many cases, each with its own words (批量催办)",
      description =
          "Role supervisor. Each is judged by itself: the answer says of each its number or why it"
              + " was refused.")
  public UrgeOutcomes urgeMany(Urges urges) {
    List<UrgeCases.Outcome> outcomes =
        urge.urge(actor.get(), urges.items() == null ? List.of() : urges.items());
    return new UrgeOutcomes(outcomes, outcomes.size());
  }

  @GET
  @Path("/orders")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listSupervisionOrders",
      summary =
          "Supervision orders (督办单) by tab, first due first, with the exact number of every tab",
      description =
          "Roles supervisor, leader: all; clerk, unit-desk, unit-leader: their unit and below."
              + " Tabs: to-answer 待整改, to-judge 待审核, overdue 整改超期, open 未销号, closed 已销号.")
  public Orders.Page list(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return orders.page(actor.scope(), OrderTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @POST
  @Path("/orders")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "openSupervisionOrder",
      summary = "Put a unit under supervision (发督办单): notice, yellow card or red card",
      description = "Role supervisor. Needs If-Match with the version of the case.")
  public RestResponse<OrderOutcome> open(
      @HeaderParam("If-Match") String ifMatch, OrderEntry entry) {
    return created(OrderOutcome.of(open.open(actor.get(), IfMatch.of(ifMatch), entry)));
  }

  @POST
  @Path("/orders/{orderId}/rectifications")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "answerSupervisionOrder",
      summary = "Report what was rectified (整改反馈); reports are added and never changed",
      description = "Roles clerk, unit-desk, unit-leader of the unit or above it. Needs If-Match.")
  public RestResponse<OrderOutcome> answer(
      @PathParam("orderId") UUID orderId,
      @HeaderParam("If-Match") String ifMatch,
      AnswerOrder.Entry entry) {
    return changed(answer.answer(actor.get(), orderId, IfMatch.of(ifMatch), entry));
  }

  @POST
  @Path("/orders/{orderId}/judgements")
  @RolesAllowed(Roles.SUPERVISOR)
  @Idempotent
  @Operation(
      operationId = "judgeRectification",
      summary = "Accept a rectification or send it back (销号、退回)",
      description = "Role supervisor. Needs If-Match. What is sent back has its whole time again.")
  public RestResponse<OrderOutcome> judge(
      @PathParam("orderId") UUID orderId,
      @HeaderParam("If-Match") String ifMatch,
      JudgeAnswer.Entry entry) {
    return changed(judge.judge(actor.get(), orderId, IfMatch.of(ifMatch), entry));
  }

  @GET
  @Path("/cards")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK})
  @Operation(
      operationId = "countCards",
      summary = "Notices, yellow and red cards per unit in a period (黄牌、红牌统计)",
      description =
          "Roles supervisor, leader, assessment-clerk. Days such as 2026-03-31, both included.")
  public Cards.Counts cards(@QueryParam("from") String from, @QueryParam("to") String to) {
    return cards.between(actor.scope(), from, to);
  }

  private static RestResponse<OrderOutcome> changed(SupervisionOrder order) {
    return Versioned.ok(OrderOutcome.of(order), order.version());
  }

  private static <T> RestResponse<T> created(T made) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made).build();
  }
}
