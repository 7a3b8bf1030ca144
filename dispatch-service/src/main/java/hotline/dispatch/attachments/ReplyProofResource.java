package hotline.dispatch.attachments;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/cases/{caseId}")
@Tag(name = "attachments")
public class ReplyProofResource {

  private final ReplyProofs proofs;
  private final FileContent content;
  private final CurrentActor actor;

  ReplyProofResource(ReplyProofs proofs, FileContent content, CurrentActor actor) {
    this.proofs = proofs;
    this.content = content;
    this.actor = actor;
  }

  @GET
  @Path("/proofs")
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD, Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listReplyProofs",
      summary = "What proves the reply that answered a round of a case (佐证材料)",
      description =
          "Roles callback-agent, callback-lead, supervisor, leader. Of a merged case the files of the reply"
              + " of its main one. Who calls back is told neither the names that the unit gave them nor when"
              + " and where they were taken.")
  public ReplyProofs.Proofs of(
      @PathParam("caseId") UUID caseId, @QueryParam("round") @DefaultValue("1") int round) {
    return proofs.of(actor.get(), caseId, round);
  }

  @GET
  @Path("/proofs/{id}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Roles.CALLBACK_AGENT, Roles.CALLBACK_LEAD, Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "readReplyProof",
      summary = "The content of a file that proves the reply to a case",
      description =
          "Roles callback-agent, callback-lead, supervisor, leader. Noted before it is answered, once on a"
              + " day of the city for each person. Only ever saved: no page is made of it.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its SHA-256 is the entity tag",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The asker has it")
  public Response read(
      @PathParam("caseId") UUID caseId, @PathParam("id") UUID id, @Context Request request) {
    return content.of(proofs.open(actor.get(), caseId, id), request);
  }

  @GET
  @Path("/proof-readings")
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(
      operationId = "listProofReadings",
      summary = "Who opened what proves the replies to a case (佐证材料查阅记录), the latest first",
      description = "Roles auditor, supervisor. By identifier or case number.")
  public ReplyProofs.Readings readings(@PathParam("caseId") String caseId) {
    return proofs.readings(actor.scope(), caseId);
  }
}
