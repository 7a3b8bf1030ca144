package hotline.evaluation.closing;

import hotline.access.CurrentActor;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How a case ended, for everyone who works on it. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "closing")
public class OutcomeResource {

  private final ReadOutcome readOutcome;
  private final CurrentActor actor;

  OutcomeResource(ReadOutcome readOutcome, CurrentActor actor) {
    this.readOutcome = readOutcome;
    this.actor = actor;
  }

  @GET
  @Path("/{caseId}/outcome")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.DISPATCHER,
    Roles.UNIT_DESK,
    Roles.CLERK,
    Roles.UNIT_LEADER,
    Roles.REPLY_REVIEWER,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD,
    Roles.SUPERVISOR,
    Roles.ASSESSMENT_CLERK,
    Roles.LEADER,
    Roles.ANALYST
  })
  @Operation(
      operationId = "getOutcome",
      summary = "The results of each round of a case 办结结果",
      description =
          "Roles: everyone who works on cases; units see those of their own subtree, and of a case that"
              + " went on to another unit the rounds that they handled. Nothing of an"
              + " open callback is in it, and no free text. Blind: callback roles see no unit while a"
              + " callback of the case is open. What the unit claims beside what the citizen said"
              + " (诉办比对): supervisor, reply-reviewer, callback-lead, leader, and units of their own"
              + " rounds.")
  public CaseOutcome outcome(@RestPath UUID caseId) {
    ReadOutcome.Found found =
        readOutcome.read(caseId).orElseThrow(() -> new NotFound("工单", "case"));
    CaseOutcome seen =
        found.seenBy(actor.scope()::seesUnit).orElseThrow(() -> new NotFound("工单", "case"));
    // A case usually goes back to the unit that handled it before.
    if (found.callbackOpen() && mayAsk()) {
      return seen.blind();
    }
    return mayCompare() ? seen : seen.withoutClaims();
  }

  private boolean mayCompare() {
    return actor
        .get()
        .isAny(
            Role.SUPERVISOR,
            Role.REPLY_REVIEWER,
            Role.CALLBACK_LEAD,
            Role.LEADER,
            Role.CLERK,
            Role.UNIT_DESK,
            Role.UNIT_LEADER);
  }

  private boolean mayAsk() {
    return actor.get().isAny(Role.CALLBACK_AGENT, Role.CALLBACK_LEAD);
  }
}
