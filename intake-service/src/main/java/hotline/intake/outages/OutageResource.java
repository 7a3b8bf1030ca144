package hotline.intake.outages;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.intake.cases.Doer;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.cases.RegistrationForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Outages and the paper forms of them. */
@Path("/api/outages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "outages", description = "Paper forms of an outage 停用时段与纸质补录")
public class OutageResource {

  /** Why the system was away and when; times as in a registration. */
  public record OutageForm(
      @Schema(examples = "停电") String reason,
      @Schema(examples = "2026-11-30 05:00") String from,
      @Schema(examples = "2026-11-30 08:00") String to) {}

  /** A form with the number that stands on it; its receivedAt is the true time and is needed. */
  public record PaperForm(@Schema(examples = "017") String paperNo, RegistrationForm request) {}

  /**
   * Hours in which the system was away.
   *
   * @param code by which files and lists name it
   * @param typedUntil until when its forms may be typed in
   * @param registeredLive how many requests were registered as they came in during it: of an outage
   *     few
   * @param takesForms whether they may be now, by this reader
   * @param forms how many were typed in
   */
  @Schema(name = "Outage")
  public record OutageView(
      String code,
      String reason,
      Instant from,
      Instant to,
      Instant typedUntil,
      long registeredLive,
      String openedBy,
      Instant openedAt,
      boolean takesForms,
      long forms) {}

  private final Outages outages;
  private final PaperForms paperForms;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  OutageResource(Outages outages, PaperForms paperForms, CurrentActor actor, Clock clock) {
    this.outages = outages;
    this.paperForms = paperForms;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Operation(
      operationId = "listOutages",
      summary = "Hours in which the system was away, the newest first 停用时段",
      description = "operator, shift-lead.")
  public Page<OutageView> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Page<Outages.Line> page = outages.list(PageRequest.of(cursor, limit));
    return new Page<>(
        page.items().stream().map(line -> view(line.outage(), line.forms())).toList(),
        page.count(),
        page.nextCursor());
  }

  @POST
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "openOutage",
      summary = "Let the paper forms of an outage be typed in 开通补录",
      description =
          "shift-lead. Needs Idempotency-Key. Once the system is back; who opens it types in none of"
              + " its forms.")
  @APIResponseSchema(value = OutageView.class, responseCode = "201")
  public RestResponse<OutageView> open(OutageForm form) {
    OutageForm told = required(form);
    Outage opened = outages.open(told.reason(), told.from(), told.to(), Doer.of(actor.get()));
    return ResponseBuilder.create(RestResponse.Status.CREATED, view(opened, 0)).build();
  }

  @POST
  @Path("/{code}/forms")
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "typePaperForm",
      summary = "Register what was taken down on paper 纸质补录",
      description =
          "operator, not who opened the outage. Needs Idempotency-Key. The true time must lie in the"
              + " outage; a number that was typed in before is answered with its case.")
  @APIResponseSchema(value = Registered.class, responseCode = "201")
  public RestResponse<Registered> type(@PathParam("code") String code, PaperForm form) {
    PaperForm told = required(form);
    Registered registered =
        paperForms.type(code, told.paperNo(), required(told.request()), Doer.of(actor.get()));
    return ResponseBuilder.create(RestResponse.Status.CREATED, registered)
        .location(URI.create("api/cases/" + registered.caseId()))
        .header(HttpHeaders.ETAG, IfMatch.etag(registered.version()))
        .build();
  }

  private OutageView view(Outage of, long forms) {
    return new OutageView(
        of.code(),
        of.reason(),
        of.begin(),
        of.end(),
        of.typedUntil(),
        of.registeredLive(),
        of.openedBy(),
        of.openedAt(),
        of.takesForms(clock.instant()) && !of.openedBy().equals(actor.get().userId()),
        forms);
  }

  private static <T> T required(T body) {
    if (body == null) {
      throw new Invalid("body", "required", "请求内容不能为空。", "The request has no content.");
    }
    return body;
  }
}
