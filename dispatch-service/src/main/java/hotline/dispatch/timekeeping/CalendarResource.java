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

@Path("/api/calendar")
@Tag(name = "calendar")
public class CalendarResource {

  private final CalendarPages pages;
  private final AdoptCalendar adopt;
  private final PreviewRules preview;
  private final CurrentActor actor;

  CalendarResource(
      CalendarPages pages, AdoptCalendar adopt, PreviewRules preview, CurrentActor actor) {
    this.pages = pages;
    this.adopt = adopt;
    this.preview = preview;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "readCalendar",
      summary = "The work calendar in force (工作日历), with a warning for years without a notice",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public RestResponse<CalendarView> inForce() {
    CalendarView now = pages.inForce();
    return Versioned.ok(now, now.version());
  }

  @GET
  @Path("/versions")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "listCalendarVersions",
      summary = "All versions of the calendar, the newest first: who, when, why",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public CalendarPages.Versions versions() {
    return pages.all();
  }

  @GET
  @Path("/versions/{version}")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "readCalendarVersion",
      summary = "One version of the calendar",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public CalendarView version(@PathParam("version") int version) {
    return pages.version(version);
  }

  @GET
  @Path("/versions/{version}/years/{year}")
  @RolesAllowed({Roles.CALENDAR_ADMIN, Roles.SUPERVISOR, Roles.LEADER, Roles.DISPATCHER})
  @Operation(
      operationId = "readCalendarYear",
      summary = "What a version says of every day of a year (工作日、节假日、调休上班日)",
      description = "Roles calendar-admin, supervisor, leader, dispatcher.")
  public CalendarPages.Year year(@PathParam("version") int version, @PathParam("year") int year) {
    return pages.year(version, year);
  }

  @POST
  @Path("/previews")
  @RolesAllowed(Roles.CALENDAR_ADMIN)
  @Operation(
      operationId = "previewCalendar",
      summary = "What a change of the calendar would move (试算); nothing is written",
      description = "Role calendar-admin. The body is that of the change.")
  public Preview preview(CalendarChange change) {
    return preview.of(change);
  }

  @POST
  @Path("/versions")
  @RolesAllowed(Roles.CALENDAR_ADMIN)
  @Idempotent
  @Operation(
      operationId = "adoptCalendar",
      summary = "Put a changed calendar into force, such as with a year's holiday notice (放假安排)",
      description =
          "Role calendar-admin. Needs If-Match with the version in force. Due times that lie ahead"
              + " follow within moments, passed ones never. A notice is taken as holiday-cn writes"
              + " it.")
  public RestResponse<CalendarView> adopt(
      @HeaderParam("If-Match") String ifMatch, CalendarChange change) {
    CalendarView adopted = adopt.adopt(actor.get(), IfMatch.of(ifMatch), change);
    return Versioned.created(adopted, adopted.version());
  }
}
