package hotline.evaluation.archiving;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.lifecycle.LegalHoldReason;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The archive of closed cases (归档), and what holds them (法律保留). */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
    name = "archiving",
    description = "归档与法律保留: when closed cases are archived, and what holds them")
public class ArchiveResource {

  private final ReadArchive readArchive;
  private final HoldForLaw holdForLaw;
  private final CurrentActor actor;

  ArchiveResource(ReadArchive readArchive, HoldForLaw holdForLaw, CurrentActor actor) {
    this.readArchive = readArchive;
    this.holdForLaw = holdForLaw;
    this.actor = actor;
  }

  /** 设立法律保留. */
  @Schema(name = "LegalHoldForm")
  public record HoldForm(
      @Schema(required = true) LegalHoldReason reason,
      @Schema(
              required = true,
              maxLength = HoldOrder.LONGEST_REFERENCE,
              description = "文号或案号: such as the number of the lawsuit")
          String reference,
      @Schema(required = true, maxLength = HoldOrder.LONGEST, description = "情况说明")
          String explanation) {}

  @GET
  @Path("/{caseId}/archive")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK})
  @Operation(
      operationId = "getArchive",
      summary = "When a case is archived, how long it is kept, and what holds it 归档情况",
      description =
          "Roles: supervisor, leader, assessment-clerk. A closed case is archived by the clock once the"
              + " windows of reopening, exclusion and appeal are over, nothing its unit asked is"
              + " undecided and no legal hold stands. ETag is for placing a hold.")
  public RestResponse<CaseArchive> archive(@RestPath UUID caseId) {
    CaseArchive seen = readArchive.read(caseId);
    return Versioned.ok(seen, seen.version());
  }

  @POST
  @Path("/{caseId}/legal-holds")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "placeLegalHold",
      summary = "Hold a case for a lawsuit or an investigation 设立法律保留",
      description =
          "Role: supervisor, however the case stands. While a hold stands the case is neither archived"
              + " nor destroyed; several may stand, each with its own reference. Needs If-Match (of"
              + " getArchive) and Idempotency-Key.")
  public RestResponse<LegalHoldMoved> place(
      @RestPath UUID caseId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, HoldForm form) {
    return LegalHoldMoved.answer(
        holdForLaw.place(
            caseId,
            HoldOrder.of(form.reason(), form.reference(), form.explanation()),
            IfMatch.of(ifMatch),
            actor.get()));
  }
}
