package hotline.reporting.timeline;

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

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * One case's life on one page. Callback agents are not among the readers: they ask before they know
 * who handled the case.
 */
@Path("/api/cases/{caseIdOrNo}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline", description = "A case's life 工单时间线")
public class TimelineResource {

  private final Timelines timelines;

  TimelineResource(Timelines timelines) {
    this.timelines = timelines;
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
      operationId = "readTimeline",
      summary = "Every fact about one case in the order of the log 工单全过程",
      description =
          "By case id or by case number, with or without dashes. Units see their own cases, and "
              + "callbacks only when they have ended. Legal holds 法律保留: supervisor, leader, "
              + "assessment-clerk only.")
  public CaseTimeline timeline(@PathParam("caseIdOrNo") String caseIdOrNo) {
    return timelines.of(caseIdOrNo);
  }
}
