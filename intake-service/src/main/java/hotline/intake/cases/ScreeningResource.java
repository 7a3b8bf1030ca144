package hotline.intake.cases;

import static hotline.intake.cases.CaseResource.moved;
import static hotline.intake.cases.CaseResource.required;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.intake.cases.CaseResource.CaseMoved;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Screening over HTTP: a request is accepted, answered at once, or not taken on (预审). */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class ScreeningResource {

  /** Why the city does not take a request on, and whom the citizen was told to turn to. */
  public record RefusalForm(String reason, String lawfulChannel) {}

  /** Why it is not to be refused so. */
  public record SendBackForm(String reason) {}

  private final AcceptCase acceptCase;
  private final AnswerDirectly answerDirectly;
  private final RefuseCase refuseCase;
  private final CurrentActor actor;

  @Inject
  ScreeningResource(
      AcceptCase acceptCase,
      AnswerDirectly answerDirectly,
      RefuseCase refuseCase,
      CurrentActor actor) {
    this.acceptCase = acceptCase;
    this.answerDirectly = answerDirectly;
    this.refuseCase = refuseCase;
    this.actor = actor;
  }

  @POST
  @Path("/{id}/acceptance")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.SCREENER)
  @Idempotent
  @Operation(
      operationId = "acceptCase",
      summary = "Accept a request 受理",
      description = "screener. Needs Idempotency-Key and If-Match.")
  public RestResponse<CaseMoved> accept(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    return moved(acceptCase.accept(CaseId.parse(id), IfMatch.of(ifMatch), doer()));
  }

  @POST
  @Path("/{id}/direct-answer")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER})
  @Idempotent
  @Operation(
      operationId = "answerCaseDirectly",
      summary = "Answer a request at once, without a unit 直接答复",
      description =
          "operator, screener. Needs Idempotency-Key and If-Match. Of a case that was not accepted yet;"
              + " not of a critical one, a complaint or a report. answer: what the citizen is told;"
              + " knowledgeItem and knowledgeVersion: codes such as KB-0123 and 7, both or neither.")
  public RestResponse<CaseMoved> answerDirectly(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, DirectAnswerForm form) {
    return moved(
        answerDirectly.answer(CaseId.parse(id), required(form), IfMatch.of(ifMatch), doer()));
  }

  @POST
  @Path("/{id}/refusal-proposals")
  @RolesAllowed(Roles.SCREENER)
  @Idempotent
  @Operation(
      operationId = "proposeRefusal",
      summary = "Propose not to take a request on 提出不予受理",
      description =
          "screener. Needs Idempotency-Key and If-Match. reason: a RefusalReason; lawfulChannel:"
              + " where the reason calls for one. Never of a critical case. Waits for a second"
              + " person; accepting the case drops it.")
  public RestResponse<CaseMoved> proposeRefusal(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, RefusalForm form) {
    RefusalForm asked = required(form);
    return moved(
        refuseCase.propose(
            CaseId.parse(id), asked.reason(), asked.lawfulChannel(), IfMatch.of(ifMatch), doer()));
  }

  @POST
  @Path("/{id}/refusal-confirmation")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.SCREENER, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "confirmRefusal",
      summary = "Confirm that a request is not taken on 确认不予受理",
      description =
          "screener, shift-lead; not who proposed it. Needs Idempotency-Key and If-Match.")
  public RestResponse<CaseMoved> confirmRefusal(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    return moved(refuseCase.confirm(CaseId.parse(id), IfMatch.of(ifMatch), doer()));
  }

  @POST
  @Path("/{id}/refusal-return")
  @RolesAllowed({Roles.SCREENER, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "sendRefusalBack",
      summary = "Send the proposal back 退回不予受理意见",
      description = "screener, shift-lead. Needs Idempotency-Key and If-Match. reason: in words.")
  public RestResponse<CaseMoved> sendRefusalBack(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, SendBackForm form) {
    return moved(
        refuseCase.sendBack(
            CaseId.parse(id), required(form).reason(), IfMatch.of(ifMatch), doer()));
  }

  private Doer doer() {
    return Doer.of(actor.get());
  }
}
