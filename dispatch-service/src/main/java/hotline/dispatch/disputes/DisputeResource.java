package hotline.dispatch.disputes;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/disputes")
@Tag(name = "disputes")
public class DisputeResource {

  private final StateOpinion state;
  private final RuleDispute rule;
  private final DisputePages pages;
  private final ReadRulingTimes times;
  private final CurrentActor actor;

  DisputeResource(
      StateOpinion state,
      RuleDispute rule,
      DisputePages pages,
      ReadRulingTimes times,
      CurrentActor actor) {
    this.times = times;
    this.state = state;
    this.rule = rule;
    this.pages = pages;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "listDisputes",
      summary =
          "Disputes about whose duty a case is (会商), longest open first, with the number of every tab",
      description =
          "Roles dispatcher, supervisor, leader: all; clerk, unit-desk, unit-leader: those for which"
              + " their unit or one below it was convened. Tabs: open 会商中, overdue 逾期未裁定, ruled 已裁定,"
              + " ended 已终止.")
  public DisputePages.Page list(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return pages.page(actor.scope(), DisputeTab.of(tab), Cursor.of(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/ruling-times")
  @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "getRulingTimes",
      summary = "How long the rulings of the last 90 days took, in work time (裁定用时)",
      description =
          "Roles dispatcher, supervisor, leader. Mean and median from the convening to the ruling;"
              + " disputes that ended without a ruling are not in it.")
  public RulingTimes times() {
    return times.read();
  }

  @GET
  @Path("/{disputeId}")
  @RolesAllowed({
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER
  })
  @Operation(
      operationId = "getDispute",
      summary = "One dispute with its opinions and its ruling",
      description = "Roles as for the list. It says what the case is about, not who reported it.")
  public RestResponse<DisputeView> get(@PathParam("disputeId") UUID disputeId) {
    DisputeView view = pages.one(actor.scope(), disputeId);
    return Versioned.ok(view, view.version());
  }

  @POST
  @Path("/{disputeId}/opinions")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "stateOpinion",
      summary = "State whose duty it is, with its legal basis (会商意见)",
      description =
          "Roles clerk, unit-desk, unit-leader of a unit that was convened, or above it. Opinions are"
              + " added, never changed.")
  public RestResponse<DisputeView> state(
      @PathParam("disputeId") UUID disputeId, StateOpinion.Entry entry) {
    DisputeView made = state.state(actor.get(), disputeId, entry);
    return Versioned.created(made, made.version());
  }

  @POST
  @Path("/{disputeId}/ruling")
  @RolesAllowed(Roles.DISPATCHER)
  @Idempotent
  @Operation(
      operationId = "ruleDispute",
      summary = "Rule which unit leads and which take part (裁定), and whether that becomes the rule",
      description =
          "Role dispatcher of no unit concerned. Needs If-Match, the version of the dispute: an"
              + " opinion that arrived since must be read first. None of the named units may give the"
              + " case back again. rule: CATEGORY, CATEGORY_AND_DISTRICT, or none.")
  public RestResponse<DisputeView> rule(
      @PathParam("disputeId") UUID disputeId,
      @HeaderParam("If-Match") String ifMatch,
      RuleDispute.Entry entry) {
    DisputeView ruled = rule.rule(actor.get(), disputeId, IfMatch.of(ifMatch), entry);
    return Versioned.ok(ruled, ruled.version());
  }
}
