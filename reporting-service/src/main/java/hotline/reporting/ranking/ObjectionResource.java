package hotline.reporting.ranking;

import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_DESK;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Versioned;
import hotline.access.Violations;
import hotline.relay.quarkus.JoinedConnection;
import hotline.reporting.directory.DirectoryNames;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What units object to in rankings, and the decisions. */
@Path("/api/ranking-objections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "rankings")
public class ObjectionResource {

  private final ReadObjections read;
  private final DecideObjection decide;
  private final DirectoryNames names;
  private final JoinedConnection connection;
  private final CurrentActor actor;

  ObjectionResource(
      ReadObjections read,
      DecideObjection decide,
      DirectoryNames names,
      JoinedConnection connection,
      CurrentActor actor) {
    this.read = read;
    this.decide = decide;
    this.names = names;
    this.connection = connection;
    this.actor = actor;
  }

  /** 异议处理. */
  @Schema(name = "RankingObjectionDecision")
  public record DecisionForm(
      @Schema(required = true, description = "true: computed anew from the log 采纳并重新计算")
          Boolean accepts,
      @Schema(required = true, maxLength = Objection.LONGEST, description = "理由; the unit reads it")
          String reason) {}

  /** An objection after an act. */
  @Schema(name = "RankingObjectionMoved")
  public record Moved(UUID objectionId, UUID rankingId, Objection.Status status, long version) {
    static Moved of(Objection objection) {
      return new Moved(
          objection.objectionId(), objection.rankingId(), objection.status(), objection.version());
    }
  }

  /**
   * A decision and every line that it changed.
   *
   * @param changed none when it was refused, or when the log still says the same
   */
  @Schema(name = "RankingObjectionDecided")
  public record Decided(Moved objection, List<RankingView.Changed> changed) {}

  @GET
  @RolesAllowed({ASSESSMENT_CLERK, SUPERVISOR, LEADER, CLERK, UNIT_DESK, UNIT_LEADER})
  @Operation(
      operationId = "listRankingObjections",
      summary = "Objections of one tab, with exact counts 异议列表",
      description =
          "tab = open, oldest first, or decided, newest first; ranking = of that ranking alone. Units"
              + " see those of their own subtree.")
  public ReadObjections.ObjectionPage list(
      @QueryParam("tab") @DefaultValue("open") String tab,
      @QueryParam("ranking") UUID ranking,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (!tab.equals("open") && !tab.equals("decided")) {
      throw new Invalid(
          "tab", "unknown-value", "tab 只能是 open 或 decided。", "tab must be open or decided.");
    }
    return read.page(
        tab.equals("open"),
        ranking,
        ObjectionCursor.parse(cursor),
        RankingResource.checked(limit),
        actor.get());
  }

  @POST
  @Path("/{id}/decision")
  @Idempotent
  @RolesAllowed(ASSESSMENT_CLERK)
  @Operation(
      operationId = "decideRankingObjection",
      summary = "Accept or refuse an objection with a reason 处理异议",
      description =
          "Role: assessment-clerk, nobody of the unit. Accepted: the line of the unit is counted anew"
              + " and ranks follow. Needs If-Match and Idempotency-Key.")
  public RestResponse<Decided> decide(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DecisionForm form) {
    new Violations()
        .require(
            form.accepts() != null,
            "accepts",
            "required",
            "请选择采纳或不采纳。",
            "Say whether it is accepted.")
        .required(form.reason(), "reason")
        .atMost(form.reason(), Objection.LONGEST, "reason")
        .throwIfAny();
    DecideObjection.Decided decided =
        decide.decide(id, form.accepts(), form.reason().strip(), IfMatch.of(ifMatch), actor.get());
    return Versioned.ok(
        new Decided(
            Moved.of(decided.objection()),
            RankingView.Changed.of(decided.changed(), connection.call(names::units))),
        decided.objection().version());
  }
}
