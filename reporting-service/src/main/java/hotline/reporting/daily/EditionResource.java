package hotline.reporting.daily;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.ASSESSMENT_CLERK;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SHIFT_LEAD;
import static hotline.access.Roles.SUPERVISOR;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.access.Versioned;
import hotline.access.Violations;
import hotline.reporting.cases.CaseCursor;
import hotline.reporting.cases.CaseLists;
import hotline.reporting.cases.PageSize;
import hotline.reporting.headline.Period;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The editions of the daily report, as they were frozen. */
@Path("/api/daily-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({LEADER, SUPERVISOR, ASSESSMENT_CLERK, SHIFT_LEAD, ANALYST})
@Tag(name = "daily-report", description = "Report of a day 日报")
public class EditionResource {

  private final ReadEditions read;
  private final DailyReports reports;
  private final MakeEdition make;
  private final SignEdition sign;
  private final CurrentActor actor;
  private final Clock clock;

  EditionResource(
      ReadEditions read,
      DailyReports reports,
      MakeEdition make,
      SignEdition sign,
      CurrentActor actor,
      Clock clock) {
    this.read = read;
    this.reports = reports;
    this.make = make;
    this.sign = sign;
    this.actor = actor;
    this.clock = clock;
  }

  /** 定稿. */
  @Schema(name = "DailyEditionForm")
  public record Form(
      @Schema(required = true, format = "date", description = "a day that is over 日报日期")
          String date) {}

  /** What was made or signed. */
  @Schema(name = "DailyEditionMoved")
  public record Moved(LocalDate date, long version, String signedName, Instant signedAt) {
    private static Moved of(DailyEdition edition) {
      return new Moved(edition.day(), edition.version(), edition.signedName(), edition.signedAt());
    }
  }

  @GET
  @Operation(
      operationId = "listDailyEditions",
      summary = "Editions of the daily report, newest first 日报期次",
      description =
          "One for each calendar day, made on the morning after. Of the whole city: whose token"
              + " names a grid is refused.")
  public DailyEditions.Page list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return read.page(Period.day("cursor", cursor), PageSize.of(limit));
  }

  @POST
  @Idempotent
  @RolesAllowed({LEADER, SHIFT_LEAD})
  @Operation(
      operationId = "makeDailyEdition",
      summary = "Freeze the report of a day now, if it is missing 定稿",
      description =
          "Roles: leader, shift-lead. A day that is over, at most 31 days back. Refused (log-behind)"
              + " while not everything is known until its end: the log is read, and each service has said"
              + " that it has sent all it recorded; and (cases-wait) while cases are parked in reporting,"
              + " unless a leader makes it, casesWaiting then says how many. The clock makes it otherwise."
              + " Needs Idempotency-Key.")
  public RestResponse<Moved> make(Form form) {
    new Violations().required(form.date(), "date").throwIfAny();
    LocalDate day = Period.day("date", form.date());
    LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
    if (!DueEditions.mayBeMade(day, today)) {
      throw EditionRefusal.notADayOfIts(
          today.minusDays(DueEditions.MOST_DAYS_BACK), today.minusDays(1));
    }
    Actor by = actor.get();
    if (!make.make(day, by.userId(), DueEditions.end(day), by.is(Role.LEADER))) {
      throw EditionRefusal.made(day);
    }
    DailyEdition edition = read.edition(day);
    return Versioned.created(Moved.of(edition), edition.version());
  }

  @GET
  @Path("/{date}")
  @Operation(
      operationId = "readDailyEdition",
      summary = "An edition as it was frozen, and what was corrected since 日报定稿与此后更正",
      description =
          "The numbers never change. corrected: those whose cases are others by what is known now;"
              + " nothing is compared while the log is being read again, and nothing of a number that another"
              + " version of its definition counts now (redefined).")
  public RestResponse<EditionView> get(@RestPath String date) {
    EditionView view = read.view(day(date));
    return Versioned.ok(view, view.version());
  }

  @GET
  @Path("/{date}/cases")
  @Operation(
      operationId = "listCasesOfAnEdition",
      summary = "Cases behind a number of an edition, as it was frozen 定稿数字背后的工单",
      description =
          "flow: a value of its flows. The cases are those that were counted, each as it stands now;"
              + " the count equals the number. Refused (log-behind) while the log is being read again.")
  public CaseLists.Page cases(
      @RestPath String date,
      @QueryParam("flow") String flow,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    LocalDate day = day(date);
    DailyFlow counted = DailyFlow.of(flow);
    read.requireListed(read.edition(day));
    return reports.frozenCases(day, counted, CaseCursor.parse(cursor), PageSize.of(limit));
  }

  @GET
  @Path("/{date}/report.docx")
  @Produces(WordDocument.MEDIA_TYPE)
  @Operation(
      operationId = "exportDailyEdition",
      summary = "An edition as a Word document in the layout of a bulletin 日报 Word 文档",
      description = "In Chinese, the numbers as they were frozen.")
  public Response word(@RestPath String date) {
    DailyEdition edition = read.edition(day(date));
    return Response.ok(DailyBulletin.of(edition))
        .header(
            "Content-Disposition",
            "attachment; filename=\"daily-report-" + edition.day() + ".docx\"")
        .build();
  }

  @POST
  @Path("/{date}/signature")
  @Consumes(MediaType.WILDCARD)
  @Idempotent
  @RolesAllowed(LEADER)
  @Operation(
      operationId = "signDailyEdition",
      summary = "Sign the edition of a day 签发",
      description = "Role: leader. Once. Needs If-Match and Idempotency-Key.")
  public RestResponse<Moved> sign(
      @RestPath String date, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    DailyEdition edition = sign.sign(day(date), IfMatch.of(ifMatch), actor.get());
    return Versioned.ok(Moved.of(edition), edition.version());
  }

  private static LocalDate day(String date) {
    LocalDate day = Period.day("date", date);
    if (day == null || day.getYear() < 1 || day.getYear() > 9999) {
      throw new Invalid(
          "date",
          "not-a-date",
          "日期格式应为 YYYY-MM-DD，且须为真实日期。",
          "A date is written YYYY-MM-DD and must exist.");
    }
    return day;
  }
}
