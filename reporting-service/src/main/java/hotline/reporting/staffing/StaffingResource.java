package hotline.reporting.staffing;

import static hotline.access.Roles.ANALYST;
import static hotline.access.Roles.LEADER;
import static hotline.access.Roles.SHIFT_LEAD;
import static hotline.access.Roles.SUPERVISOR;

import hotline.access.Invalid;
import hotline.reporting.headline.Period;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many seats the hotline needs, over HTTP. */
@Path("/api/staffing")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({LEADER, SUPERVISOR, SHIFT_LEAD, ANALYST})
@Tag(name = "staffing", description = "Seats for the calls 话务排班")
public class StaffingResource {

  private static final int USUAL_WEEKS = 8;
  private static final int MOST_DAYS = 366;

  private final ReadStaffing staffing;
  private final Clock clock;

  StaffingResource(ReadStaffing staffing, Clock clock) {
    this.staffing = staffing;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "readStaffing",
      summary = "Calls of each half hour, and the seats that answer them 分时话务量与坐席需求",
      description =
          "By the calls registered in [from, to) (Asia/Shanghai; the eight weeks before today when "
              + "both are left out; 366 days at most, none to come): a call counts once, however many "
              + "demands it had. Seats are reckoned by Erlang C for share % answered within so many "
              + "seconds, from the average of the days of one kind; calls that ended without a request "
              + "are known to the telephone system alone and added as unregistered %.")
  public Staffing read(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("handling") String handling,
      @QueryParam("within") String within,
      @QueryParam("share") String share,
      @QueryParam("away") String away,
      @QueryParam("unregistered") String unregistered) {
    return staffing.of(
        period(Period.of(from, to)), Terms.of(handling, within, share, away, unregistered));
  }

  private Period period(Period asked) {
    LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
    LocalDate to = asked.to() != null ? asked.to() : today;
    if (to.isAfter(today.plusDays(1))) {
      throw new Invalid(
          "to",
          "in-the-future",
          "话务量只能统计到今天为止。",
          "Calls can be counted until today; end the period there.");
    }
    LocalDate from = asked.from() != null ? asked.from() : to.minusWeeks(USUAL_WEEKS);
    if (!from.isBefore(to)) {
      throw new Invalid(
          "from", "in-the-future", "开始日期须早于今天。", "The period must start before today.");
    }
    if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
      throw new Invalid(
          "from",
          "too-long",
          "统计期最长 " + MOST_DAYS + " 天，请缩短。",
          "A period has " + MOST_DAYS + " days at most; choose a shorter one.");
    }
    return new Period(from, to);
  }
}
