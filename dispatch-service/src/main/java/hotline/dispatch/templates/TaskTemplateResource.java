package hotline.dispatch.templates;

import hotline.access.CurrentActor;
import hotline.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/assignments/{id}/reply-templates")
@Tag(name = "templates")
public class TaskTemplateResource {

  private final ReplyTemplates templates;
  private final CurrentActor actor;

  TaskTemplateResource(ReplyTemplates templates, CurrentActor actor) {
    this.templates = templates;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listTemplatesOfTask",
      summary =
          "Templates that may be put into the reply of a task: of its unit and those above, for its"
              + " category",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. The nearest category first,"
              + " then the most used.")
  public ReplyTemplates.Choice list(@PathParam("id") UUID id) {
    return templates.ofTask(actor.scope(), id);
  }

  @GET
  @Path("/{templateId}")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "readTemplateOfTask",
      summary = "The texts to be put into the reply of a task",
      description =
          "Roles clerk, unit-desk, unit-leader of the unit or above it. Parts to be filled in are"
              + " written as {{label}}; the reply says which template and version it was begun with.")
  public ReplyTemplate one(@PathParam("id") UUID id, @PathParam("templateId") UUID templateId) {
    return templates.ofTask(actor.scope(), id, templateId);
  }
}
