package hotline.intake.cases;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.CaseSearch.CaseItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases to be read. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class CaseListResource {
  private final CaseSearch search;
  private final ReadCase readCase;
  private final CurrentActor actor;

  @Inject
  CaseListResource(CaseSearch search, ReadCase readCase, CurrentActor actor) {
    this.search = search;
    this.readCase = readCase;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER
  })
  @Transactional
  @Operation(
      operationId = "listCases",
      summary = "Cases, the newest first 工单列表",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor, leader. q: case number or words"
              + " of the title, or the number of a paper form or another system; enteredAs = PAPER or"
              + " OLD_SYSTEM: entered after its true time; a person's number is refused in an address: searchCases takes it.")
  public Page<CaseItem> list(
      @QueryParam("status") String status,
      @QueryParam("kind") String kind,
      @QueryParam("enteredAs") String enteredAs,
      @QueryParam("q") String q,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return search.newestFirst(
        new CaseFilter()
            .within(actor.scope())
            .status(status)
            .kind(kind)
            .enteredAs(enteredAs)
            .about(q),
        PageRequest.of(cursor, limit));
  }

  @GET
  @Path("/screening-queue")
  @RolesAllowed({Roles.SCREENER, Roles.SHIFT_LEAD})
  @Transactional
  @Operation(
      operationId = "screeningQueue",
      summary = "Cases to be screened, the most urgent and oldest first 待审核",
      description =
          "screener, shift-lead. tab = all (those with a refusal that waits among them) or"
              + " refusals: those whose refusal waits for the second person.")
  public Page<CaseItem> screeningQueue(
      @QueryParam("tab") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    CaseFilter waiting = new CaseFilter().within(actor.scope()).screening();
    return search.mostUrgentFirst(
        ScreeningTab.of(tab) == ScreeningTab.REFUSALS ? waiting.refusalToConfirm() : waiting,
        PageRequest.of(cursor, limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.UNIT_DESK,
    Roles.CLERK,
    Roles.UNIT_LEADER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD
  })
  @Operation(
      operationId = "getCase",
      summary = "One case, by its identifier or its number 工单详情",
      description =
          "operator, shift-lead, screener, dispatcher, supervisor, callback roles; unit roles when"
              + " their unit has or had an assignment. The reporter is masked, and absent for who"
              + " may not know.")
  public RestResponse<CaseView> get(@PathParam("id") String id) {
    CaseView view = readCase.read(id, actor.scope());
    return Versioned.ok(view, view.version());
  }
}
