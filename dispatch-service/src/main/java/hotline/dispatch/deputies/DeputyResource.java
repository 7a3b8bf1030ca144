package hotline.dispatch.deputies;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.cases.Cause;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who signs in place of a unit's leader who is away (代班). */
@Path("/api/deputies")
@Tag(name = "deputies")
public class DeputyResource {

  private final Deputies deputies;
  private final NameDeputy name;
  private final EndDeputy end;
  private final CurrentActor actor;
  private final Clock clock;

  DeputyResource(
      Deputies deputies, NameDeputy name, EndDeputy end, CurrentActor actor, Clock clock) {
    this.deputies = deputies;
    this.name = name;
    this.end = end;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listDeputies",
      summary = "Who signs in place of the leaders of the own unit, now and soon (代班)",
      description =
          "Roles clerk, unit-desk, unit-leader: those of the own unit, and for a leader of the"
              + " units below. over=true for those of before.")
  public Deputies.Page list(
      @QueryParam("over") boolean over,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return deputies.page(actor.get(), over, Cursor.of(cursor), PageSize.of(limit));
  }

  @POST
  @RolesAllowed(Roles.UNIT_LEADER)
  @Idempotent
  @Operation(
      operationId = "nameDeputy",
      summary = "Name who signs for a time in the own place (指定代班)",
      description =
          "Role unit-leader: a candidate of the own unit, for at most 92 days, also with what"
              + " precedes and follows it. It ends by itself. The deputy never signs what that"
              + " leader or the deputy wrote.")
  public RestResponse<DeputyView> name(NameDeputy.Entry entry) {
    Deputy named = name.name(actor.get(), entry);
    return Versioned.created(view(named), named.version());
  }

  @POST
  @Path("/{deputyId}/end")
  @RolesAllowed(Roles.UNIT_LEADER)
  @Idempotent
  @Operation(
      operationId = "endDeputy",
      summary = "End it before its time (提前结束代班)",
      description = "Role unit-leader of the unit or above it. Needs If-Match; no body.")
  public RestResponse<DeputyView> end(
      @PathParam("deputyId") UUID deputyId, @HeaderParam("If-Match") String ifMatch) {
    Deputy ended = end.end(actor.get(), deputyId, IfMatch.of(ifMatch));
    return Versioned.ok(view(ended), ended.version());
  }

  @GET
  @Path("/candidates")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listDeputyCandidates",
      summary = "Who of the own unit may be named (可代班人员)",
      description = "Roles clerk, unit-desk, unit-leader: those of the own unit.")
  public Deputies.Candidates candidates() {
    return deputies.candidates(actor.get());
  }

  @POST
  @Path("/candidates")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK})
  @Idempotent
  @Operation(
      operationId = "standAsDeputy",
      summary = "Say by which post one may be named (登记为可代班)",
      description =
          "Roles clerk, unit-desk. The unit is that of the account; no two of a unit say the same"
              + " post.")
  public Deputies.Candidate stand(NameDeputy.CandidateEntry entry) {
    return Deputies.Candidate.of(name.stand(actor.get(), entry), actor.get());
  }

  @POST
  @Path("/candidates/{userRef}/withdrawal")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "withdrawDeputyCandidate",
      summary = "Take somebody off the list of those who may be named (撤销可代班登记)",
      description =
          "Roles clerk, unit-desk of themselves, unit-leader of the unit or above it; no body."
              + " Whoever stands in already does so until that is ended.")
  public Deputies.Candidate withdraw(@PathParam("userRef") String userRef) {
    return Deputies.Candidate.of(name.withdraw(actor.get(), userRef), actor.get());
  }

  private DeputyView view(Deputy deputy) {
    return DeputyView.of(deputy, actor.get().userId(), Cause.now(clock));
  }
}
