package hotline.intake.texting;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.Roles;
import hotline.intake.cases.CaseId;
import hotline.intake.texting.CaseTexts.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Text messages of a case over HTTP. */
@Path("/api/cases/{id}/text-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "texting", description = "Text messages to citizens 短信")
public class CaseTextsResource {
  private final CaseTexts texts;
  private final AcknowledgeAgain acknowledgeAgain;
  private final LiftStop liftStop;
  private final CurrentActor actor;

  @Inject
  CaseTextsResource(
      CaseTexts texts, AcknowledgeAgain acknowledgeAgain, LiftStop liftStop, CurrentActor actor) {
    this.texts = texts;
    this.acknowledgeAgain = acknowledgeAgain;
    this.liftStop = liftStop;
    this.actor = actor;
  }

  @GET
  @RolesAllowed({
    Roles.OPERATOR,
    Roles.SHIFT_LEAD,
    Roles.SCREENER,
    Roles.SUPERVISOR,
    Roles.CALLBACK_AGENT,
    Roles.CALLBACK_LEAD
  })
  @Operation(
      operationId = "caseTextMessages",
      summary = "What was written to the citizen, and answered 短信记录",
      description =
          "operator, shift-lead, screener, supervisor, callback roles, as far as they may know who"
              + " reported. The newest 200 of each; the query code is masked. Texts are null once"
              + " the person was erased. Callback roles read nothing of units while the callback"
              + " is open.")
  public Texts read(@PathParam("id") String id) {
    return texts.read(CaseId.parse(id), actor.scope());
  }

  @POST
  @Path("/acknowledgement")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "acknowledgeCaseAgain",
      summary = "Send number and query code once more 重发登记短信",
      description =
          "operator. Needs Idempotency-Key. To the mobile number in the vault. Refused (409) with"
              + " texting-off, no-mobile, number-stopped, message-waits, sent-often or code-forgotten.")
  public Texts acknowledge(@PathParam("id") String id) {
    UUID caseId = CaseId.parse(id);
    acknowledgeAgain.send(caseId, actor.scope());
    return texts.read(caseId, actor.scope());
  }

  @POST
  @Path("/resumption")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.OPERATOR, Roles.SHIFT_LEAD})
  @Idempotent
  @Operation(
      operationId = "resumeTexts",
      summary = "Write to the number again 恢复短信",
      description =
          "operator, shift-lead. Needs Idempotency-Key. On the word of the citizen, of a number that"
              + " wanted no messages. Refused (409) with no-mobile or number-not-stopped.")
  public Texts resume(@PathParam("id") String id) {
    UUID caseId = CaseId.parse(id);
    liftStop.lift(caseId, actor.scope());
    return texts.read(caseId, actor.scope());
  }
}
