package hotline.reporting.daily;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SHIFT_LEAD;
import static hotline.access.Roles.SUPERVISOR;

import hotline.access.Invalid;
import hotline.reporting.cases.CaseCursor;
import hotline.reporting.cases.CaseLists;
import hotline.reporting.cases.PageSize;
import hotline.reporting.directory.UnitScopes;
import hotline.reporting.headline.Period;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The report of a day, as the centre reads it in the morning. */
@Path("/api/daily-report")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({LEADER, SUPERVISOR, ASSESSMENT_CLERK, SHIFT_LEAD, ANALYST})
@Tag(name = "daily-report", description = "Report of a day 日报")
public class DailyReportResource {

  private final DailyReports reports;
  private final UnitScopes scopes;
  private final Clock clock;

  DailyReportResource(DailyReports reports, UnitScopes scopes, Clock clock) {
    this.reports = reports;
    this.scopes = scopes;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "readDailyReport",
      summary = "What happened on a day of the city, beside the day and the week before 日报",
      description =
          "date: a day in Asia/Shanghai, yesterday when left out; not one to come. Counts by the time at which a "
              + "thing happened, each case once a day; the headline counts by the day of acceptance. A fact that "
              + "was recorded later belongs to its day, so a report may grow until complete is true and everybody "
              + "has told what they did.")
  public DailyReport read(@QueryParam("date") String date) {
    return reports.of(day(date), scopes.of(null));
  }

  @GET
  @Path("/cases")
  @Operation(
      operationId = "listCasesOfADay",
      summary = "Cases behind a number of the report 日报数字背后的工单",
      description =
          "date as in the report; flow: a value of its flows. The count equals the number.")
  public CaseLists.Page cases(
      @QueryParam("date") String date,
      @QueryParam("flow") String flow,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return reports.cases(
        day(date),
        DailyFlow.of(flow),
        scopes.of(null),
        CaseCursor.parse(cursor),
        PageSize.of(limit));
  }

  private LocalDate day(String date) {
    LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
    LocalDate day = Period.day("date", date);
    if (day == null) {
      day = today.minusDays(1);
    }
    if (day.isAfter(today)) {
      throw new Invalid(
          "date", "in-the-future", "日报只能查看今天及以前的日期。", "Choose today or a day before it.");
    }
    return day;
  }
}
