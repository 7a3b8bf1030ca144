package hotline.evaluation.closing;

import hotline.access.CurrentActor;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What units claim and citizens deny, over many cases. */
@Path("/api/denied-claims")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "closing")
public class DeniedClaimResource {

  private static final int LONGEST_DAYS = 366;
  private static final int LARGEST_PAGE = 200;

  private final DeniedClaims deniedClaims;
  private final CurrentActor actor;

  DeniedClaimResource(DeniedClaims deniedClaims, CurrentActor actor) {
    this.actor = actor;
    this.deniedClaims = deniedClaims;
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listDeniedClaims",
      summary =
          "Rounds of cases closed in a period of which the citizen denies what the unit claims 诉办矛盾",
      description =
          "Roles: supervisor, leader. Newest closing first, with the number of each unit. A round before"
              + " the last counts with its own unit. A unit limits list and numbers to it and those"
              + " below it. Claims that were not heard are never denied.")
  public DeniedClaims.Page list(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("unit") String unit,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    LocalDate first = day(from, "from");
    LocalDate end = day(to, "to");
    new Violations()
        .require(
            isPossible(first)
                && isPossible(end)
                && first.isBefore(end)
                && ChronoUnit.DAYS.between(first, end) <= LONGEST_DAYS,
            "to",
            "out-of-range",
            "截止日须晚于起始日，且时段不超过 366 天。",
            "The end must be later than the beginning, by 366 days at most.")
        .require(
            limit >= 1 && limit <= LARGEST_PAGE,
            "limit",
            "out-of-range",
            "limit 应为 1 到 200。",
            "limit must be from 1 to 200.")
        .throwIfAny();
    return deniedClaims.page(
        CaseOnGrid.of(actor.scope()),
        first,
        end,
        unit == null || unit.isBlank() ? null : unit,
        cursor == null ? null : PageCursor.parse(cursor),
        limit);
  }

  /** Of a day that nobody means, the database would not know the time. */
  private static boolean isPossible(LocalDate day) {
    return day.getYear() >= 2000 && day.getYear() < 2200;
  }

  private static LocalDate day(String text, String field) {
    try {
      if (text != null) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException notADay) {
      // Answered below as what is missing.
    }
    throw new Invalid(field, "not-a-day", "请填写日期，例如 2026-11-01。", "Give a day, as in 2026-11-01.");
  }
}
