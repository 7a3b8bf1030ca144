package hotline.evaluation.closing;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackStatus;
import hotline.evaluation.evaluations.Decision;
import hotline.evaluation.evaluations.RatingForm;
import hotline.lifecycle.RatedVia;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The acts that end a round: the citizen's rating, or silence. */
@Path("/api/callbacks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "closing", description = "评价与办结: rating, rehandling, closing")
public class ClosingResource {

  private final RateCallback rateCallback;
  private final CloseUnreachable closeUnreachable;
  private final CurrentActor actor;

  ClosingResource(
      RateCallback rateCallback, CloseUnreachable closeUnreachable, CurrentActor actor) {
    this.rateCallback = rateCallback;
    this.closeUnreachable = closeUnreachable;
    this.actor = actor;
  }

  /** What became of the case. */
  @Schema(name = "RoundEnded")
  public record RoundEnded(
      UUID callbackId,
      UUID caseId,
      @Schema(description = "of the callback") CallbackStatus status,
      Decision decision,
      long version) {}

  @POST
  @Path("/evaluation")
  @Idempotent
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD})
  @Operation(
      operationId = "recordEvaluation",
      summary = "Record the citizen's rating; the case is closed or handled again 登记评价",
      description =
          "Roles: callback-agent, callback-lead; nobody who handled or reviewed the case. Needs an"
              + " attempt that reached the citizen, If-Match and Idempotency-Key. reason is required"
              + " if and only if solved or satisfied is NO; UNIT orders another round while one is"
              + " left, but none for ordinary praise and suggestions.")
  public RestResponse<RoundEnded> evaluate(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, RatingForm form) {
    return answer(
        rateCallback.rate(id, IfMatch.of(ifMatch), form.rating(RatedVia.AGENT), actor.get()));
  }

  @POST
  @Path("/unreachable")
  @Idempotent
  @RolesAllowed(Roles.CALLBACK_LEAD)
  @Operation(
      operationId = "closeUnreachable",
      summary = "Close the case because the citizen cannot be reached 无法接通办结",
      description =
          "Roles: callback-lead. Policy sd-default: at least 3 failed attempts on at least 2 days;"
              + " none when wantsCallback is false. Every answer is unknown. Needs If-Match and"
              + " Idempotency-Key.")
  public RestResponse<RoundEnded> unreachable(
      @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(closeUnreachable.close(id, IfMatch.of(ifMatch), actor.get()));
  }

  private static RestResponse<RoundEnded> answer(Callback ended) {
    return Versioned.ok(
        new RoundEnded(
            ended.callbackId(), ended.caseId(), ended.status(), ended.decision(), ended.version()),
        ended.version());
  }
}
