package hotline.reporting.cases;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.CALLBACK_LEAD;
import static hotline.access.Roles.CLERK;
import static hotline.access.Roles.DISPATCHER;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.OPERATOR;
import static hotline.access.Roles.REPLY_REVIEWER;
import static hotline.access.Roles.SCREENER;
import static hotline.access.Roles.SHIFT_LEAD;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_DESK;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.access.CurrentActor;
import hotline.access.Forbidden;
import hotline.reporting.directory.UnitScopes;
import hotline.reporting.headline.Period;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The cases behind a number. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "Lists behind the numbers 数字背后的清单")
public class CaseListResource {

  private final CaseLists lists;
  private final UnitScopes scopes;
  private final CurrentActor actor;

  CaseListResource(CaseLists lists, UnitScopes scopes, CurrentActor actor) {
    this.lists = lists;
    this.scopes = scopes;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    LEADER,
    SUPERVISOR,
    ANALYST,
    ASSESSMENT_CLERK,
    SHIFT_LEAD,
    OPERATOR,
    SCREENER,
    DISPATCHER,
    REPLY_REVIEWER,
    CALLBACK_LEAD,
    UNIT_DESK,
    UNIT_LEADER,
    CLERK
  })
  @Operation(
      operationId = "listCases",
      summary = "Cases behind a headline number 数字背后的工单",
      description =
          "list = registered, answered-direct (both by the day of registration), accepted, closed, open, overdue, withdrawn, reopened, disputed, ruled, split-off (of several demands of one call; not for units), from-paper, from-old-system, in-dispute, excluded, rating-excluded, rating-set-aside, said-satisfied, self-rated, spot-checked, spot-failed, spot-partly, spot-cannot-tell, spot-not-made, spot-weighted, responded, not-responded,"
              + " responded-unknown, solved, solved-partly, unsolved, solved-by-policy, solved-unknown, satisfied,"
              + " unsatisfied or unknown: its count equals the number; or on-hold, extended,"
              + " returned, merged, archived; or refused, transferred-out, transfers-open (not acknowledged), of the"
              + " period in which they were registered. unit = a unit with all below it, as in"
              + " /headline; with unitOnly=true the unit itself, as in a line of"
              + " /headline/by-unit.")
  public CaseLists.Page list(
      @QueryParam("list") String list,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit,
      @QueryParam("unitOnly") String unitOnly,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    CaseList asked = CaseList.of(list);
    if (asked == CaseList.SPLIT_OFF && actor.scope().sqlUnitPathPrefix().isPresent()) {
      // Of two requests of one call the one may be confidential, and the other name who reported.
      throw new Forbidden(
          "拆出的工单清单只供中心查看：各单位按收到的工单分别办理。请改选其他清单。",
          "The list of cases that were split off is for the centre: units handle each case for"
              + " itself. Choose another list.");
    }
    return lists.page(
        asked,
        Period.of(from, to),
        scopes.of(unit, unitOnly),
        CaseCursor.parse(cursor),
        PageSize.of(limit));
  }
}
