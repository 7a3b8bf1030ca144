package hotline.reporting.exports;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.calendar.WorkCalendar;
import hotline.relay.quarkus.CityCalendars;
import hotline.reporting.cases.CaseLine;
import hotline.reporting.cases.CaseRows;
import hotline.reporting.directory.UnitScope;
import hotline.reporting.directory.UnitScopes;
import hotline.reporting.headline.Period;
import hotline.reporting.timeline.WorkDaysElapsed;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger of accepted cases as CSV, for spreadsheets and for analysts. */
@Path("/api/cases/export.csv")
@Tag(name = "exports", description = "Exports 导出")
public class CaseExportResource {

  private static final List<String> COLUMNS =
      List.of(
          "caseNo",
          "caseId",
          "externalSource",
          "externalRef",
          "kind",
          "status",
          "categoryCode",
          "placeCode",
          "unit",
          "receivedAt",
          "registeredAt",
          "acceptedAt",
          "firstRepliedAt",
          "lastRepliedAt",
          "closedAt",
          "elapsedWorkDays",
          "rounds",
          "responded",
          "solved",
          "satisfied",
          "overdue");

  private final ExportUnderWay underWay;
  private final UnitScopes scopes;
  private final CityCalendars calendars;

  CaseExportResource(ExportUnderWay underWay, UnitScopes scopes, CityCalendars calendars) {
    this.underWay = underWay;
    this.scopes = scopes;
    this.calendars = calendars;
  }

  @GET
  @Produces("text/csv")
  @RolesAllowed({ANALYST, SUPERVISOR, ASSESSMENT_CLERK, LEADER, UNIT_LEADER})
  @Operation(
      operationId = "exportCases",
      summary = "Accepted cases of a period as CSV 台账导出",
      description =
          "UTF-8, one line per case; cells that a spreadsheet would run as a formula are quoted. "
              + "elapsedWorkDays counts working days after the day of receipt up to the last reply.")
  public Response export(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit,
      @Context HttpServerRequest request) {
    Period period = Period.of(from, to);
    UnitScope scope = scopes.of(unit);
    // Asked once, before the rows hold a connection: it may take one itself.
    WorkCalendar calendar = calendars.recent().calendar();
    // Opened before the answer begins: a database that is away is a problem document then.
    CaseRows rows = underWay.start(period, scope);
    StreamingOutput body =
        out -> {
          // Never closed here: that would end the answer well, also when it breaks off.
          Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          try {
            csv.write(String.join(",", COLUMNS) + "\r\n");
            for (CaseLine line = rows.next(); line != null; line = rows.next()) {
              write(csv, line, calendar);
            }
            csv.flush();
          } catch (IOException | RuntimeException brokenOff) {
            CutOff.unlessItCanStillBeRefused(request);
            throw brokenOff;
          } finally {
            underWay.end();
          }
        };
    return Response.ok(body)
        .type("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"cases.csv\"")
        .build();
  }

  private static void write(Writer csv, CaseLine line, WorkCalendar calendar) throws IOException {
    Object[] cells = {
      line.caseNo(),
      line.caseId(),
      line.externalSource(),
      line.externalRef(),
      line.kind(),
      line.status(),
      line.categoryCode(),
      line.placeCode(),
      line.unitId(),
      line.receivedAt(),
      line.registeredAt(),
      line.acceptedAt(),
      line.firstRepliedAt(),
      line.lastRepliedAt(),
      line.closedAt(),
      WorkDaysElapsed.between(calendar, line.receivedAt(), line.lastRepliedAt()),
      line.rounds(),
      line.responded(),
      line.solved(),
      line.satisfied(),
      line.overdue()
    };
    csv.write(Arrays.stream(cells).map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n");
  }
}
