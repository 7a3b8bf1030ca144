package hotline.intake.cases;

import static hotline.intake.cases.CaseResource.required;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.CaseResource.CaseMoved;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.intake.cases.TransferResource.DeclineForm;
import hotline.lifecycle.TransferTarget;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What follows an emergency that was handed over: further services, and who called. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class EmergencyFollowUpResource {

  /** Which service is called in, and whether all three speak together. */
  @Schema(name = "CallInForm")
  public record CallInForm(
      @Schema(examples = "MEDICAL_120") String target, Boolean threePartyCall) {}

  /** acknowledgedAt: empty for now. */
  @Schema(name = "CalledInAcknowledgementForm")
  public record AcknowledgementForm(String acknowledgedAt, String externalRef) {}

  /** A service that has not said yet that it has the case; nothing of what that is about. */
  @Schema(name = "CalledInWaiting")
  public record Waiting(
      UUID caseId,
      String caseNo,
      TransferTarget target,
      Instant calledAt,
      Instant dueAt,
      boolean late) {}

  private final CallInService callInService;
  private final CalledInServices services;
  private final TellReporter tellReporter;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  EmergencyFollowUpResource(
      CallInService callInService,
      CalledInServices services,
      TellReporter tellReporter,
      CurrentActor actor,
      Clock clock) {
    this.callInService = callInService;
    this.services = services;
    this.tellReporter = tellReporter;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @Path("/{id}/called-in-services")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "callInService",
      summary = "Call in a further emergency service 联动转接",
      description =
          "operator, screener, shift-lead. Needs Idempotency-Key, and no If-Match: an emergency does not wait. Of"
              + " a case that an emergency service has, whether it has acknowledged that or not; each"
              + " service once, again when it has declined. 12356 marks the case SENSITIVE.")
  public RestResponse<CaseMoved> callIn(@PathParam("id") String id, CallInForm form) {
    CallInForm told = required(form);
    return stands(
        callInService.callIn(
            CaseId.parse(id), told.target(), told.threePartyCall(), Doer.of(actor.get())));
  }

  @POST
  @Path("/{id}/called-in-services/{target}/acknowledgement")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Idempotent
  @Operation(
      operationId = "acknowledgeCalledInService",
      summary = "The service that was called in has it 联动单位回执",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. Needs Idempotency-Key. acknowledgedAt: empty for"
              + " now; externalRef: its number there.")
  public RestResponse<CaseMoved> acknowledge(
      @PathParam("id") String id, @PathParam("target") String target, AcknowledgementForm form) {
    AcknowledgementForm told = required(form);
    return stands(
        callInService.acknowledge(
            CaseId.parse(id),
            target,
            told.acknowledgedAt(),
            told.externalRef(),
            Doer.of(actor.get())));
  }

  @POST
  @Path("/{id}/called-in-services/{target}/decline")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Idempotent
  @Operation(
      operationId = "declineCalledInService",
      summary = "The service that was called in does not take it 联动单位不接收",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. Needs Idempotency-Key. reason: in words. It may be"
              + " called in again.")
  public RestResponse<CaseMoved> decline(
      @PathParam("id") String id, @PathParam("target") String target, DeclineForm form) {
    return stands(
        callInService.decline(
            CaseId.parse(id), target, required(form).reason(), Doer.of(actor.get())));
  }

  @GET
  @Path("/called-in-services")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Transactional
  @Operation(
      operationId = "listCalledInServices",
      summary = "Services that were called in and have not answered, first due first 联动待回执",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. target: a TransferTarget, that one only.")
  public Page<Waiting> list(
      @QueryParam("target") String target,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Instant now = clock.instant();
    Page<CalledInServices.Waiting> page =
        services.waiting(
            target == null || target.isBlank() ? null : EmergencyRules.target(target),
            actor.scope().sqlGridPathPrefix().orElse(null),
            PageRequest.of(cursor, limit));
    return new Page<>(
        page.items().stream().map(one -> waiting(one, now)).toList(),
        page.count(),
        page.nextCursor());
  }

  @POST
  @Path("/{id}/reporter")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER})
  @Idempotent
  @Operation(
      operationId = "tellReporter",
      summary = "Who called in an emergency, told afterwards 补登来电人",
      description =
          "operator (who registered it, on that day), screener. Needs Idempotency-Key. Of a case that was handed"
              + " over first and has no number, once, until it is accepted; also when the service has"
              + " acknowledged it. One of the numbers is needed.")
  public RestResponse<CaseMoved> reporter(@PathParam("id") String id, ReporterForm form) {
    return stands(tellReporter.tell(CaseId.parse(id), required(form), actor.get()));
  }

  private static RestResponse<CaseMoved> stands(CaseRef ref) {
    return Versioned.ok(new CaseMoved(ref.status(), ref.version()), ref.version());
  }

  private static Waiting waiting(CalledInServices.Waiting one, Instant now) {
    CalledInService service = one.service();
    return new Waiting(
        service.caseId(),
        one.caseNo(),
        service.target(),
        service.calledAt(),
        service.due(),
        service.late(now));
  }
}
