package hotline.evaluation.spotchecks;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Violations;
import hotline.evaluation.callbacks.PageCursor;
import hotline.evaluation.cases.CaseOnGrid;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Draws of closed cases by lot (抽样), which anybody who may read them can draw again. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
    name = "spot checks",
    description =
        "抽查: closed cases drawn by lot, looked at on site by one supervisor, signed by another")
public class SpotDrawResource {

  private static final int LARGEST_PAGE = 200;

  private final DrawSample drawSample;
  private final SpotDraws draws;
  private final SuspiciousClosings suspicious;
  private final CurrentActor actor;

  SpotDrawResource(
      DrawSample drawSample, SpotDraws draws, SuspiciousClosings suspicious, CurrentActor actor) {
    this.drawSample = drawSample;
    this.draws = draws;
    this.suspicious = suspicious;
    this.actor = actor;
  }

  /** 抽样. */
  @Schema(name = "SpotDrawForm")
  public record DrawForm(
      @Schema(required = true, description = "first day of closing 办结日期起") LocalDate from,
      @Schema(required = true, description = "first day no longer in it 办结日期止（不含）") LocalDate to,
      @Schema(description = "this unit and those below it; absent for all 单位") String unitId,
      @Schema(description = "top category, absent for all 一级分类") String category,
      @Schema(minimum = "1", maximum = "500", description = "how many; or a share 抽样数量")
          Integer size,
      @Schema(description = "of a hundred, rounded up; or a size 抽样比例（%）") BigDecimal share,
      @Schema(description = "absent for a draw in proportion; at most 10 multiplied 权重，不填为按比例抽样")
          SpotDrawView.DrawWeights weights) {}

  @POST
  @Path("/spot-draws")
  @Idempotent
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      operationId = "drawSpotChecks",
      summary = "Draw closed cases by lot 抽样",
      description =
          "Role: supervisor. From what was closed on these days, handled by a unit in a case of its own,"
              + " is still closed, counts in its score and was not drawn before; stratified by unit and top"
              + " category. At most a fifth of at least 20 cases, unless the city has set it otherwise. The"
              + " seed is made by the service. A draw from all cases and without weights counts in the rate"
              + " of false closures; others stand beside it. Needs Idempotency-Key.")
  public SpotDrawView draw(DrawForm form) {
    DrawOrder order =
        DrawOrder.of(
            form.from(),
            form.to(),
            form.unitId(),
            form.category(),
            form.size(),
            form.share(),
            form.weights() == null ? null : form.weights().toWeights());
    return draws.readIn(drawSample.draw(order, actor.get()));
  }

  @GET
  @Path("/spot-draws")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK, Roles.AUDITOR})
  @Operation(
      operationId = "listSpotDraws",
      summary = "Every draw there ever was, newest first 抽样记录",
      description =
          "Roles: supervisor, leader, assessment-clerk, auditor. None is ever changed or removed.")
  public SpotDraws.Page list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
    return draws.page(cursor == null ? null : PageCursor.parse(cursor), checked(limit));
  }

  @GET
  @Path("/spot-draws/{id}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK, Roles.AUDITOR})
  @Operation(
      operationId = "getSpotDraw",
      summary = "A draw with its strata 抽样详情",
      description = "Roles: supervisor, leader, assessment-clerk, auditor.")
  public SpotDrawView get(@RestPath UUID id) {
    return draws.read(id);
  }

  @GET
  @Path("/spot-draws/{id}/frame")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK, Roles.AUDITOR})
  @Operation(
      operationId = "getSpotDrawFrame",
      summary = "From what was drawn, to be drawn again elsewhere 抽样框",
      description =
          "Roles: supervisor, leader, assessment-clerk, auditor. Within a stratum those with the smallest SHA-256"
              + " of \"seed:case id\" are drawn.")
  public SpotDraws.FrameText frame(@RestPath UUID id) {
    return draws.frame(id);
  }

  @GET
  @Path("/spot-draws/{id}/redraw")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER, Roles.ASSESSMENT_CLERK, Roles.AUDITOR})
  @Operation(
      operationId = "redrawSpotChecks",
      summary = "Draw again from what was kept and compare 复抽验证",
      description = "Roles: supervisor, leader, assessment-clerk, auditor. Changes nothing.")
  public SpotDraws.Redraw redraw(@RestPath UUID id) {
    return draws.redraw(id);
  }

  @GET
  @Path("/suspicious-closings")
  @RolesAllowed({Roles.SUPERVISOR, Roles.LEADER})
  @Operation(
      operationId = "listSuspiciousClosings",
      summary = "Closings of a period with a signal of false closure, newest first 疑似虚假办结",
      description =
          "Roles: supervisor, leader. Of what a draw of that period may be made from. A signal is no proof.")
  public SuspiciousClosings.Page suspicious(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    LocalDate first = day(from, "from");
    LocalDate end = day(to, "to");
    new Violations()
        .require(
            DrawOrder.isPossible(first)
                && DrawOrder.isPossible(end)
                && first.isBefore(end)
                && ChronoUnit.DAYS.between(first, end) <= DrawOrder.LONGEST_DAYS,
            "to",
            "out-of-range",
            "截止日须晚于起始日，且时段不超过 366 天。",
            "The end must be later than the beginning, by 366 days at most.")
        .throwIfAny();
    return suspicious.page(
        CaseOnGrid.of(actor.scope()),
        first,
        end,
        cursor == null ? null : PageCursor.parse(cursor),
        checked(limit));
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

  private static int checked(int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new Invalid(
          "limit", "out-of-range", "limit 应为 1 到 200。", "limit must be from 1 to 200.");
    }
    return limit;
  }
}
