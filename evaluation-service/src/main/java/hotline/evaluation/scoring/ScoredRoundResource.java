package hotline.evaluation.scoring;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What counts in the score of one's unit (本单位计分). */
@Path("/api/scored-rounds")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "scoring")
public class ScoredRoundResource {

  private final ScoredRounds rounds;
  private final CurrentActor actor;

  ScoredRoundResource(ScoredRounds rounds, CurrentActor actor) {
    this.rounds = rounds;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listScoredRounds",
      summary = "The closed cases of one's unit as they count, newest first 本单位办结计分",
      description =
          "Roles: clerk, unit-desk, unit-leader, of the own subtree. tab = open (the unit may still"
              + " ask) or over (the time for it has passed).")
  public ScoredRounds.Page list(
      @QueryParam("tab") @DefaultValue("open") String tab,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return rounds.page(
        CaseOnGrid.of(actor.scope()),
        tab,
        // Who also works for the whole city asks here for the own unit all the same.
        actor.scope().sqlUnitPathPrefix().orElse(actor.get().unitPath()),
        cursor == null ? null : PageCursor.parse(cursor),
        ScoreRequestResource.checked(limit));
  }
}
