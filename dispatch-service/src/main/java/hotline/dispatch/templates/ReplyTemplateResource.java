package hotline.dispatch.templates;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.lists.PageSize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A unit keeps its reply templates (答复模板). */
@Path("/api/reply-templates")
@Tag(name = "templates")
public class ReplyTemplateResource {

  private final ReplyTemplates templates;
  private final SaveReplyTemplate save;
  private final CurrentActor actor;

  ReplyTemplateResource(ReplyTemplates templates, SaveReplyTemplate save, CurrentActor actor) {
    this.templates = templates;
    this.save = save;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listReplyTemplates",
      summary = "Reply templates of the own unit (答复模板) with how often each was used, by name",
      description =
          "Roles clerk, unit-desk, unit-leader: those of the own unit. inactive=true for those out of"
              + " use.")
  public ReplyTemplates.Page list(
      @QueryParam("inactive") boolean inactive,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return templates.ofOwnUnit(actor.scope(), !inactive, cursor, PageSize.of(limit));
  }

  @POST
  @RolesAllowed({Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "addReplyTemplate",
      summary = "Add a reply template to the own unit (新增模板)",
      description =
          "Roles unit-desk, unit-leader. Parts that must be filled in are written as {{label}}; the"
              + " public reply has at least one.")
  public RestResponse<ReplyTemplate> add(ReplyTemplateEntry entry) {
    ReplyTemplate added = save.add(actor.get(), entry);
    return Versioned.created(added, added.version());
  }

  @GET
  @Path("/{templateId}")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "readReplyTemplate",
      summary = "A reply template with its present text",
      description = "Roles clerk, unit-desk, unit-leader of the unit or above it.")
  public RestResponse<ReplyTemplate> one(@PathParam("templateId") UUID templateId) {
    ReplyTemplate found = templates.one(actor.scope(), templateId);
    return Versioned.ok(found, found.version());
  }

  @POST
  @Path("/{templateId}")
  @RolesAllowed({Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Idempotent
  @Operation(
      operationId = "changeReplyTemplate",
      summary = "Write the next text of a template, or put it out of use or into use again (修改模板)",
      description =
          "Roles unit-desk, unit-leader of the unit or above it. Needs If-Match. The texts of before"
              + " are kept.")
  public RestResponse<ReplyTemplate> change(
      @PathParam("templateId") UUID templateId,
      @HeaderParam("If-Match") String ifMatch,
      ReplyTemplateEntry entry) {
    ReplyTemplate changed = save.change(actor.get(), templateId, IfMatch.of(ifMatch), entry);
    return Versioned.ok(changed, changed.version());
  }

  @GET
  @Path("/{templateId}/versions")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_DESK, Roles.UNIT_LEADER})
  @Operation(
      operationId = "listReplyTemplateVersions",
      summary = "Every text that a template had and who wrote it when, the newest first (版本)",
      description = "Roles clerk, unit-desk, unit-leader of the unit or above it.")
  public ReplyTemplates.Versions versions(
      @PathParam("templateId") UUID templateId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return templates.versions(actor.scope(), templateId, cursor, PageSize.of(limit));
  }
}
