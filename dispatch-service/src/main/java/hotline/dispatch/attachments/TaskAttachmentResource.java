package hotline.dispatch.attachments;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/assignments/{id}/attachments")
@Tag(name = "attachments")
public class TaskAttachmentResource {

  private final KeepAttachment keep;
  private final CurrentActor actor;
  private final UriInfo asked;

  TaskAttachmentResource(KeepAttachment keep, CurrentActor actor, UriInfo asked) {
    this.keep = keep;
    this.actor = actor;
    this.asked = asked;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "uploadAttachment",
      summary = "Upload a file for a task (上传附件), which a reply or a request names afterwards",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. The body is the file: JPEG, PNG or"
              + " PDF by its content, at most 10 MB. Images are kept upright, at most 2560 pixels"
              + " long and without EXIF. What no act names within 14 days is removed.")
  public RestResponse<AttachmentView> upload(
      @PathParam("id") UUID id,
      @QueryParam("name") String name,
      @Parameter(
              required = true,
              description = "A new one for each file; the same file with the same key is kept once",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
          @HeaderParam("Idempotency-Key")
          String key,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/octet-stream",
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          InputStream file) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED,
            keep.keep(
                actor.get(),
                keep.task(id),
                new KeepAttachment.Sent(asked.getRequestUri().getRawPath(), key, name, file)))
        .build();
  }
}
