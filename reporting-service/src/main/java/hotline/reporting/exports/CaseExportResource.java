package hotline.reporting.exports;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SUPERVISOR;
import static hotline.access.Roles.UNIT_LEADER;

import hotline.access.Invalid;
import hotline.access.files.SpreadsheetCell;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger of accepted cases as CSV, for spreadsheets and for analysts. */
@Path("/api/cases/export.csv")
@Tag(name = "exports", description = "Exports 导出")
public class CaseExportResource {

  private static final String SPREADSHEET = "spreadsheet";

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
          "overdue",
          "unitOverdue",
          "excluded",
          "ratingSetAside",
          "spotResult",
          "enteredAs");

  /** Without it a spreadsheet takes the Chinese of UTF-8 for another alphabet. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ExportUnderWay underWay;
  private final UnitScopes scopes;
  private final CityCalendars calendars;
  private final Clock clock;

  CaseExportResource(
      ExportUnderWay underWay, UnitScopes scopes, CityCalendars calendars, Clock clock) {
    this.underWay = underWay;
    this.scopes = scopes;
    this.calendars = calendars;
    this.clock = clock;
  }

  @GET
  @Produces("text/csv")
  @RolesAllowed({ANALYST, SUPERVISOR, ASSESSMENT_CLERK, LEADER, UNIT_LEADER})
  @Operation(
      operationId = "exportCases",
      summary = "Accepted cases of a period as CSV 台账导出",
      description =
          "UTF-8, one line per case; cells that a spreadsheet would run as a formula are quoted. "
              + "elapsedWorkDays counts working days after the day of receipt up to the last reply "
              + "that was not sent back; overdue is as counted in /headline, unitOverdue says "
              + "whether the unit that has the case now was late; excluded and ratingSetAside say "
              + "what is in no score; spotResult is what a spot check came to. With for=spreadsheet the codes "
              + "are written so that a spreadsheet keeps them as text, after a byte order mark. "
              + "asOf: a day (Asia/Shanghai) that has ended: each case as it stood at its end, by what was "
              + "recorded until then, the last registered first.")
  public Response export(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit,
      @QueryParam("for") String reader,
      @QueryParam("asOf") String asOf,
      @Context HttpServerRequest request) {
    boolean spreadsheet = spreadsheet(reader);
    Period period = Period.of(from, to);
    UnitScope scope = scopes.of(unit);
    // Asked once, before the rows hold a connection: it may take one itself.
    WorkCalendar calendar = calendars.recent().calendar();
    // Opened before the answer begins: a database that is away is a problem document then.
    CaseRows rows = underWay.start(period, scope, endOf(asOf));
    StreamingOutput body =
        out -> {
          // Never closed here: that would end the answer well, also when it breaks off.
          Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          try {
            if (spreadsheet) {
              csv.write(BYTE_ORDER_MARK);
            }
            csv.write(String.join(",", COLUMNS) + "\r\n");
            for (CaseLine line = rows.next(); line != null; line = rows.next()) {
              write(csv, line, calendar, spreadsheet);
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

  /** The end of a day that is over; null for none. */
  private Instant endOf(String asOf) {
    LocalDate day = Period.day("asOf", asOf);
    if (day == null) {
      return null;
    }
    if (!day.isBefore(LocalDate.now(clock.withZone(Period.ZONE)))) {
      throw new Invalid(
          "asOf",
          "not-over",
          "只能导出今天以前某日终了时的台账；要当前的台账请不填 asOf。",
          "Choose a day before today, or leave asOf out for the cases as they stand now.");
    }
    return day.plusDays(1).atStartOfDay(Period.ZONE).toInstant();
  }

  private static boolean spreadsheet(String reader) {
    if (reader == null || reader.isBlank()) {
      return false;
    }
    if (reader.equals(SPREADSHEET)) {
      return true;
    }
    throw new Invalid(
        "for",
        "unknown-value",
        "用途只能填 spreadsheet（用电子表格打开），或不填。",
        "Write for=spreadsheet for a file that a spreadsheet opens, or leave it out.");
  }

  private static void write(Writer csv, CaseLine line, WorkCalendar calendar, boolean spreadsheet)
      throws IOException {
    UnaryOperator<String> code = spreadsheet ? SpreadsheetCell::code : SpreadsheetCell::plain;
    String[] cells = {
      code.apply(line.caseNo()),
      SpreadsheetCell.plain(line.caseId()),
      SpreadsheetCell.plain(line.externalSource()),
      code.apply(line.externalRef()),
      SpreadsheetCell.plain(line.kind()),
      SpreadsheetCell.plain(line.status()),
      code.apply(line.categoryCode()),
      code.apply(line.placeCode()),
      code.apply(line.unitId()),
      SpreadsheetCell.plain(line.receivedAt()),
      SpreadsheetCell.plain(line.registeredAt()),
      SpreadsheetCell.plain(line.acceptedAt()),
      SpreadsheetCell.plain(line.firstRepliedAt()),
      SpreadsheetCell.plain(line.lastRepliedAt()),
      SpreadsheetCell.plain(line.closedAt()),
      SpreadsheetCell.plain(
          WorkDaysElapsed.between(calendar, line.receivedAt(), line.lastRepliedAt())),
      SpreadsheetCell.plain(line.rounds()),
      SpreadsheetCell.plain(line.responded()),
      SpreadsheetCell.plain(line.solved()),
      SpreadsheetCell.plain(line.satisfied()),
      SpreadsheetCell.plain(line.overdue()),
      SpreadsheetCell.plain(line.unitOverdue()),
      SpreadsheetCell.plain(line.excluded()),
      SpreadsheetCell.plain(line.ratingSetAside()),
      SpreadsheetCell.plain(line.spotResult()),
      SpreadsheetCell.plain(line.enteredAs())
    };
    csv.write(String.join(",", cells) + "\r\n");
  }
}
