package hotline.intake.cases;

import static hotline.intake.cases.CaseResource.moved;
import static hotline.intake.cases.CaseResource.required;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.intake.cases.CaseResource.CaseMoved;
import hotline.lifecycle.Channel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What citizens say of a case after it was registered, over HTTP (补充、催办、撤诉、重开). */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class FollowUpResource {

  /** What the citizen adds. */
  public record SupplementForm(String text) {}

  /** Why a case is taken back. */
  public record WithdrawalForm(String reason) {}

  /** Why a closed case is to be handled again, and what is told with it. */
  public record ReopeningForm(String reason, String text) {}

  private final SupplementCase supplementCase;
  private final UrgeCase urgeCase;
  private final WithdrawCase withdrawCase;
  private final ReopenCase reopenCase;
  private final CurrentActor actor;

  @Inject
  FollowUpResource(
      SupplementCase supplementCase,
      UrgeCase urgeCase,
      WithdrawCase withdrawCase,
      ReopenCase reopenCase,
      CurrentActor actor) {
    this.supplementCase = supplementCase;
    this.urgeCase = urgeCase;
    this.withdrawCase = withdrawCase;
    this.reopenCase = reopenCase;
    this.actor = actor;
  }

  @POST
  @Path("/{id}/supplements")
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "supplementCase",
      summary = "Add what the citizen says later 补充",
      description = "operator. Needs Idempotency-Key.")
  public RestResponse<CaseMoved> supplement(@PathParam("id") String id, SupplementForm form) {
    return moved(
        supplementCase.supplement(CaseId.parse(id), required(form).text(), Channel.PHONE, doer()));
  }

  @POST
  @Path("/{id}/urges")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "urgeCase",
      summary = "Urge for the citizen 催办",
      description = "operator. Needs Idempotency-Key. Refused when urged a short while ago.")
  public RestResponse<CaseMoved> urge(@PathParam("id") String id) {
    return moved(urgeCase.urge(CaseId.parse(id), Channel.PHONE, doer()));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "withdrawCase",
      summary = "Take the request back for the citizen 撤诉",
      description = "operator. Needs Idempotency-Key. reason: a WithdrawalReason.")
  public RestResponse<CaseMoved> withdraw(@PathParam("id") String id, WithdrawalForm form) {
    return moved(withdrawCase.withdraw(CaseId.parse(id), required(form).reason(), doer()));
  }

  @POST
  @Path("/{id}/reopening")
  @RolesAllowed({Roles.OPERATOR, Roles.CALLBACK_LEAD, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "reopenCase",
      summary = "Have a closed case handled again 申请重开",
      description =
          "operator and callback-lead on the citizen's word, supervisor on the own. Needs"
              + " Idempotency-Key. reason: a ReopenReason, SPOT_CHECK for supervisors only; text may"
              + " be missing and goes into the file. Possible for 15 days from the closing"
              + " (reopening.until); where no round is left, for supervisors only. The case is"
              + " CLOSED until evaluation has reopened it.")
  public RestResponse<CaseMoved> reopen(@PathParam("id") String id, ReopeningForm form) {
    ReopeningForm asked = required(form);
    return moved(
        reopenCase.ask(
            CaseId.parse(id), asked.reason(), asked.text(), ReopenCase.by(actor.get()), doer()));
  }

  private Doer doer() {
    return Doer.of(actor.get());
  }
}
