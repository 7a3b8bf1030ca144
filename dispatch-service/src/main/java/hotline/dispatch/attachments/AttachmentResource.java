package hotline.dispatch.attachments;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/attachments")
@Tag(name = "attachments")
public class AttachmentResource {

  private final AttachmentReaders readers;
  private final FileContent content;
  private final RemoveAttachment remove;
  private final CurrentActor actor;

  AttachmentResource(
      AttachmentReaders readers, FileContent content, RemoveAttachment remove, CurrentActor actor) {
    this.readers = readers;
    this.content = content;
    this.remove = remove;
    this.actor = actor;
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({
    Roles.CLERK,
    Roles.UNIT_DESK,
    Roles.UNIT_LEADER,
    Roles.DISPATCHER,
    Roles.SUPERVISOR,
    Roles.LEADER,
    Roles.REPLY_REVIEWER
  })
  @Operation(
      operationId = "readAttachment",
      summary = "The content of a file of a unit (附件)",
      description =
          "Whoever may read a record that has it; before it is submitted clerk, unit-desk, unit-leader of the"
              + " unit or above it alone. Only ever saved: no page is made of it.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its SHA-256 is the entity tag",
      content =
          @Content(
              mediaType = "application/octet-stream",
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                      format = "binary")))
  @APIResponse(responseCode = "304", description = "The asker has it")
  public Response read(@PathParam("id") UUID id, @Context Request request) {
    AttachmentView file = readers.find(actor.scope(), id);
    return content.of(file, request);
  }

  /** What was removed. */
  @Schema(name = "RemovedAttachment")
  public record Removed(UUID id) {}

  @POST
  @Path("/{id}/removal")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "removeAttachment",
      summary = "Remove a file that was not submitted (移除附件)",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it; no body. What a reply, a"
              + " request, a rectification or a waiting draft has stays (409).")
  public Removed remove(@PathParam("id") UUID id) {
    remove.remove(actor.get(), id);
    return new Removed(id);
  }
}
