package hotline.intake.cases;

import static hotline.intake.cases.CaseResource.moved;
import static hotline.intake.cases.CaseResource.required;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Role;
import hotline.access.Roles;
import hotline.intake.cases.CaseResource.CaseMoved;
import hotline.intake.cases.CaseSearch.CaseItem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases that a body outside takes over. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class TransferResource {

  /** What the body outside has said. */
  public record AcknowledgementForm(String acknowledgedAt, String externalRef) {}

  /** Why the body outside did not take it. */
  public record DeclineForm(String reason) {}

  private final TransferCase transferCase;
  private final CaseSearch search;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  TransferResource(TransferCase transferCase, CaseSearch search, CurrentActor actor, Clock clock) {
    this.transferCase = transferCase;
    this.search = search;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @Path("/{id}/transfer")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER})
  @Idempotent
  @Operation(
      operationId = "transferCase",
      summary = "Hand a request to a body outside 转出",
      description =
          "operator, screener. Needs Idempotency-Key, and no If-Match: an emergency does not wait."
              + " target: a TransferTarget; threePartyCall is needed of 110, 119, 120, 122 and 12356.")
  public RestResponse<CaseMoved> transfer(@PathParam("id") String id, TransferForm form) {
    return moved(transferCase.transfer(CaseId.parse(id), required(form), Doer.of(actor.get())));
  }

  @POST
  @Path("/{id}/transfer-in-handling")
  @RolesAllowed({Roles.DISPATCHER, Roles.SUPERVISOR, Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "transferCaseInHandling",
      summary = "Hand a case that units handle to a body outside 办理中转出",
      description =
          "dispatcher, supervisor; operator and shift-lead to 110, 119, 120, 122 and 12356. Needs Idempotency-Key,"
              + " and no If-Match: an emergency does not wait. As a transfer, with the reason in words; the tasks of its units end. Not while its citizen is"
              + " called back.")
  public RestResponse<CaseMoved> transferInHandling(
      @PathParam("id") String id, HandlingTransferForm form) {
    Actor by = actor.get();
    return moved(
        transferCase.transferInHandling(
            CaseId.parse(id),
            required(form),
            by.isAny(Role.DISPATCHER, Role.SUPERVISOR),
            Doer.of(by)));
  }

  @POST
  @Path("/{id}/transfer-acknowledgement")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Idempotent
  @Operation(
      operationId = "acknowledgeTransfer",
      summary = "The body outside has it 对方回执",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. Needs Idempotency-Key. acknowledgedAt:"
              + " empty for now; externalRef: its number there. What was being handled and went to no emergency"
              + " service is acknowledged by somebody else than who handed it over.")
  public RestResponse<CaseMoved> acknowledge(@PathParam("id") String id, AcknowledgementForm form) {
    AcknowledgementForm told = required(form);
    return moved(
        transferCase.acknowledge(
            CaseId.parse(id), told.acknowledgedAt(), told.externalRef(), Doer.of(actor.get())));
  }

  @POST
  @Path("/{id}/transfer-return")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Idempotent
  @Operation(
      operationId = "declineTransfer",
      summary = "The body outside did not take it 对方不接收",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. Needs Idempotency-Key. reason: in words. The case waits"
              + " for screening again, with a clock that begins anew.")
  public RestResponse<CaseMoved> decline(@PathParam("id") String id, DeclineForm form) {
    return moved(
        transferCase.decline(CaseId.parse(id), required(form).reason(), Doer.of(actor.get())));
  }

  @GET
  @Path("/transfers")
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SCREENER,
    Roles.SHIFT_LEAD,
    Roles.DISPATCHER,
    Roles.SUPERVISOR
  })
  @Transactional
  @Operation(
      operationId = "listTransfers",
      summary = "Cases that were handed to a body outside, first due first 转出待回执",
      description =
          "operator, screener, shift-lead, dispatcher, supervisor. tab = waiting (for the acknowledgement),"
              + " overdue or acknowledged. target: a TransferTarget, those that were handed to it only.")
  public Page<CaseItem> list(
      @QueryParam("tab") String tab,
      @QueryParam("target") String target,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return search.firstDueFirst(
        new CaseFilter()
            .within(actor.scope())
            .transferred(TransferTab.of(tab), clock.instant())
            .transferredTo(target),
        PageRequest.of(cursor, limit));
  }
}
