package hotline.dispatch.attachments;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/attachments")
@Tag(name = "attachments")
public class AttachmentResource {

  private static final int PART = 512 * 1024;

  private final AttachmentReaders readers;
  private final AttachmentStore store;
  private final CurrentActor actor;

  AttachmentResource(AttachmentReaders readers, AttachmentStore store, CurrentActor actor) {
    this.readers = readers;
    this.store = store;
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
    EntityTag tag = new EntityTag(file.sha256());
    Response.ResponseBuilder had = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        had != null
            ? had
            : Response.ok((StreamingOutput) to -> copy(file, to))
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name(file));
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
        .build();
  }

  /**
   * In parts, each on a connection of its own: a slow client holds neither memory nor a connection.
   */
  private void copy(AttachmentView file, OutputStream to) throws IOException {
    for (long from = 0; from < file.size(); from += PART) {
      byte[] part = store.part(file.id(), from, PART);
      if (part == null) {
        // Erased meanwhile. Half a file must not look like a whole one.
        throw new IOException("The attachment is there no more");
      }
      to.write(part);
    }
  }

  private static String name(AttachmentView file) {
    return URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
