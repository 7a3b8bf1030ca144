package hotline.intake.imports;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Roles;
import hotline.intake.cases.Doer;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Changeovers from an old system. */
@Path("/api/changeovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ChangeoverResource {

  /** Which system was left when; times as in a registration. */
  public record ChangeoverForm(
      @Schema(examples = "旧热线") String system,
      @Schema(examples = "2026-12-01 00:00") String cutOver,
      @Schema(examples = "2027-02-28 17:30") String latestDue,
      @Schema(examples = "2026-12-15 18:00") String endsAt) {}

  /**
   * The days in which the open cases of one old system are taken over.
   *
   * @param latestDue no original due time lies after it
   * @param confirmedBy null while nobody has
   * @param mayConfirm whether this reader may, now
   * @param takesFiles whether a file can be written now
   * @param cases how many it has handed over
   */
  @Schema(name = "Changeover")
  public record ChangeoverView(
      UUID id,
      String system,
      Instant cutOver,
      Instant latestDue,
      Instant endsAt,
      String openedBy,
      Instant openedAt,
      String confirmedBy,
      Instant confirmedAt,
      boolean mayConfirm,
      boolean takesFiles,
      long cases) {}

  private final Changeovers changeovers;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  ChangeoverResource(Changeovers changeovers, CurrentActor actor, Clock clock) {
    this.changeovers = changeovers;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.SHIFT_LEAD, Roles.SUPERVISOR})
  @Operation(
      operationId = "listChangeovers",
      summary = "Changeovers from an old system, the newest first 旧系统转入期",
      description = "shift-lead, supervisor.")
  public Page<ChangeoverView> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Page<Changeovers.Line> page = changeovers.list(PageRequest.of(cursor, limit));
    return new Page<>(
        page.items().stream().map(line -> view(line.changeover(), line.cases())).toList(),
        page.count(),
        page.nextCursor());
  }

  @POST
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "openChangeover",
      summary = "Let the open cases of an old system be taken over 开通转入期",
      description =
          "shift-lead. Needs Idempotency-Key. At most 30 days from the cut-over; nothing is written"
              + " before another person has confirmed it.")
  @APIResponseSchema(value = ChangeoverView.class, responseCode = "201")
  public RestResponse<ChangeoverView> open(ChangeoverForm form) {
    if (form == null) {
      throw new Invalid("body", "required", "请求内容不能为空。", "The request has no content.");
    }
    Changeover opened =
        changeovers.open(
            new Changeovers.Told(form.system(), form.cutOver(), form.latestDue(), form.endsAt()),
            Doer.of(actor.get()));
    return ResponseBuilder.create(RestResponse.Status.CREATED, view(opened, 0)).build();
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed({Roles.SHIFT_LEAD, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "confirmChangeover",
      summary = "Let its files be written 确认转入期",
      description = "shift-lead, supervisor, not who opened it. Needs Idempotency-Key.")
  public ChangeoverView confirm(@PathParam("id") String id) {
    Changeover confirmed = changeovers.confirm(parse(id), Doer.of(actor.get()));
    return view(confirmed, changeovers.cases(confirmed.id()));
  }

  /** An id that is none is of nothing. */
  static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException | NullPointerException none) {
      throw new NotFound("转入期", "changeover");
    }
  }

  private ChangeoverView view(Changeover of, long cases) {
    boolean over = of.isOver(clock.instant());
    return new ChangeoverView(
        of.id(),
        of.system(),
        of.cutOver(),
        of.latestDue(),
        of.endsAt(),
        of.openedBy(),
        of.openedAt(),
        of.confirmedBy(),
        of.confirmedAt(),
        !over && of.confirmedBy() == null && !of.openedBy().equals(actor.get().userId()),
        !over && of.confirmedBy() != null,
        cases);
  }
}
