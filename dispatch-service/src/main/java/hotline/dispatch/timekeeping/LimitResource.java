package hotline.dispatch.timekeeping;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.dispatch.assignments.DeadlinePreview.Preview;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/limits")
@Tag(name = "limits")
public class LimitResource {

  private final LimitPages pages;
  private final AdoptLimits adopt;
  private final PreviewRules preview;
  private final CurrentActor actor;

  LimitResource(LimitPages pages, AdoptLimits adopt, PreviewRules preview, CurrentActor actor) {
    this.pages = pages;
    this.adopt = adopt;
    this.preview = preview;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "readLimits",
      summary = "The table of limits in force (时限表), by kind, urgency and clock",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public RestResponse<LimitsView> inForce() {
    LimitsView now = pages.inForce();
    return Versioned.ok(now, now.version());
  }

  @GET
  @Path("/versions")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "listLimitVersions",
      summary = "All tables that were in force, the newest first: who, when, why",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public LimitPages.Versions versions() {
    return pages.all();
  }

  @GET
  @Path("/versions/{version}")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "readLimitVersion",
      summary = "One table that was in force",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public LimitsView version(@PathParam("version") int version) {
    return pages.version(version);
  }

  @GET
  @Path("/presets")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "listLimitPresets",
      summary = "Shipped tables to begin from (预设方案): sd-default, tj, bj-4tier, sh-1-5-15",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public LimitPages.Presets presets() {
    return pages.presets();
  }

  @POST
  @Path("/previews")
  @RolesAllowed(Roles.CALENDAR_ADMIN)
  @Operation(
      operationId = "previewLimits",
      summary = "What a table would move if open tasks followed it (试算); nothing is written",
      description = "Role calendar-admin. The body is that of the change.")
  public Preview preview(LimitsChange change) {
    return preview.of(change);
  }

  @POST
  @Path("/versions")
  @RolesAllowed(Roles.CALENDAR_ADMIN)
  @Idempotent
  @Operation(
      operationId = "adoptLimits",
      summary = "Put a whole table of limits into force: for new rounds, on demand for open tasks",
      description =
          "Role calendar-admin. Needs If-Match with the version in force. Rows, or the name of a"
              + " preset. With openCases, due times that lie ahead follow within moments, passed"
              + " ones never.")
  public RestResponse<LimitsView> adopt(
      @HeaderParam("If-Match") String ifMatch, LimitsChange change) {
    LimitsView adopted = adopt.adopt(actor.get(), IfMatch.of(ifMatch), change);
    return Versioned.created(adopted, adopted.version());
  }
}
