package hotline.intake.cases;

import static hotline.intake.cases.CaseResource.required;

import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Roles;
import hotline.intake.cases.RegisterEmergency.HandedOver;
import hotline.intake.drafts.DiscardDraft;
import hotline.intake.reference.Directories;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Emergencies: registered and handed over with one key. */
@Path("/api/cases/emergencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases")
public class EmergencyResource {
  private final RegisterEmergency registerEmergency;
  private final DiscardDraft discardDraft;
  private final CurrentActor actor;
  private final Directories directories;

  @Inject
  EmergencyResource(
      RegisterEmergency registerEmergency,
      DiscardDraft discardDraft,
      CurrentActor actor,
      Directories directories) {
    this.registerEmergency = registerEmergency;
    this.discardDraft = discardDraft;
    this.actor = actor;
    this.directories = directories;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Idempotent
  @Operation(
      operationId = "registerEmergency",
      summary = "Register an emergency and hand it over at once 紧急情况一键转",
      description =
          "operator. Needs Idempotency-Key. target and threePartyCall are needed; all else may be missing"
              + " and is completed by a correction. The case is CRITICAL and TRANSFERRED_OUT; one for"
              + " 12356 is confidential and marked SENSITIVE. leftOut: fields that could not be read."
              + " The query code is told here only. draft: the own draft that ends with it.")
  @APIResponseSchema(value = HandedOver.class, responseCode = "201")
  public RestResponse<HandedOver> register(@QueryParam("draft") String draft, EmergencyForm form) {
    HandedOver done =
        registerEmergency.register(required(form), directories.required(), actor.get());
    discardDraft.becameEmergency(draft, actor.get());
    return ResponseBuilder.create(RestResponse.Status.CREATED, done)
        .location(URI.create("api/cases/" + done.caseId()))
        .header(HttpHeaders.ETAG, IfMatch.etag(done.version()))
        .build();
  }
}
