package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Forbidden;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Roles;
import hotline.access.Versioned;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.drafts.DiscardDraft;
import hotline.intake.reference.Directories;
import hotline.lifecycle.CaseStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Cases over HTTP: registering them, and what the centre puts right about them. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cases", description = "Requests of citizens 工单")
public class CaseResource {

  /** Where a case stands after an act. */
  public record CaseMoved(CaseStatus status, long version) {}

  /** All marks that a case has from now on. */
  public record MarksForm(List<String> marks) {}

  private final RegisterCase registerCase;
  private final SameCase sameCase;
  private final DiscardDraft discardDraft;
  private final MarkCase markCase;
  private final CorrectCase correctCase;
  private final SplitCase splitCase;
  private final WithdrawWrongEntry withdrawWrongEntry;
  private final CurrentActor actor;
  private final Directories directories;
  private final Clock clock;

  @Inject
  CaseResource(
      RegisterCase registerCase,
      SameCase sameCase,
      DiscardDraft discardDraft,
      MarkCase markCase,
      CorrectCase correctCase,
      SplitCase splitCase,
      WithdrawWrongEntry withdrawWrongEntry,
      CurrentActor actor,
      Directories directories,
      Clock clock) {
    this.registerCase = registerCase;
    this.sameCase = sameCase;
    this.discardDraft = discardDraft;
    this.markCase = markCase;
    this.correctCase = correctCase;
    this.splitCase = splitCase;
    this.withdrawWrongEntry = withdrawWrongEntry;
    this.actor = actor;
    this.directories = directories;
    this.clock = clock;
  }

  @POST
  @RolesAllowed({Roles.OPERATOR, Roles.GRID_OFFICER})
  @Idempotent
  @Operation(
      operationId = "registerCase",
      summary = "Register a request 登记",
      description =
          "operator, grid-officer (own grid). Needs Idempotency-Key. The query code is told here"
              + " only. draft: the own draft that ends with it; 409 draft-handed-over when somebody else has it by now.")
  @APIResponseSchema(value = Registered.class, responseCode = "201")
  public RestResponse<Registered> register(
      @QueryParam("draft") String draft, RegistrationForm form) {
    Registration registration =
        RegistrationRules.check(required(form), directories.required(), clock.instant());
    Actor who = actor.get();
    if (!actor.scope().seesGrid(registration.place().path())) {
      throw new Forbidden(
          "该地点不在您的网格内，请转由话务员登记。", "This place is not on your grid; let an operator register it.");
    }
    UUID sameAs = sameCase.of(form.sameAs(), registration, actor.scope());
    Registered registered = registerCase.register(registration, sameAs, Doer.of(who));
    discardDraft.registered(draft, who);
    return ResponseBuilder.create(RestResponse.Status.CREATED, registered)
        .location(URI.create("api/cases/" + registered.caseId()))
        .header(HttpHeaders.ETAG, IfMatch.etag(registered.version()))
        .build();
  }

  @POST
  @Path("/{id}/marks")
  @RolesAllowed({Roles.SCREENER, Roles.SUPERVISOR})
  @Idempotent
  @Operation(
      operationId = "markCase",
      summary = "Say what makes a case one to be watched 标签",
      description =
          "screener, supervisor. Needs Idempotency-Key and If-Match. marks: all CaseMarks that the"
              + " case has from now on.")
  public RestResponse<CaseMoved> mark(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, MarksForm form) {
    return moved(
        markCase.mark(CaseId.parse(id), required(form).marks(), IfMatch.of(ifMatch), doer()));
  }

  @POST
  @Path("/{id}/corrections")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER})
  @Idempotent
  @Operation(
      operationId = "correctCase",
      summary = "Put right what was registered 更正",
      description =
          "operator (own registration, same day), screener; before the case is closed. Needs"
              + " Idempotency-Key, If-Match and a reason. Only what is given changes; who reported"
              + " stays.")
  public RestResponse<CaseMoved> correct(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, CorrectionForm form) {
    return moved(
        correctCase.correct(
            CaseId.parse(id),
            required(form),
            directories.required(),
            IfMatch.of(ifMatch),
            actor.scope()));
  }

  @POST
  @Path("/{id}/split")
  @RolesAllowed({Roles.OPERATOR, Roles.SCREENER})
  @Idempotent
  @Operation(
      operationId = "splitCase",
      summary = "Take a call with several demands apart 一诉多求拆分",
      description =
          "operator (own registration, same day), screener; while the case waits for screening and no"
              + " refusal of it waits. Needs Idempotency-Key and If-Match. kept: what this case"
              + " keeps, a correction; demands: one to five others, each of which becomes a case of"
              + " its own. Reporter, channel, time of receipt, confidentiality and marks are those of"
              + " the call; the screening of each counts from when that of the call does. The query"
              + " codes are told here only.")
  public RestResponse<SplitCase.Split> split(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, SplitForm form) {
    SplitCase.Split split =
        splitCase.split(
            CaseId.parse(id),
            required(form),
            directories.required(),
            IfMatch.of(ifMatch),
            actor.scope());
    return Versioned.ok(split, split.version());
  }

  @POST
  @Path("/{id}/wrong-entry")
  @RolesAllowed(Roles.SHIFT_LEAD)
  @Idempotent
  @Operation(
      operationId = "withdrawWrongEntry",
      summary = "Take back what was entered wrongly after its true time 登记有误撤回",
      description =
          "shift-lead. Needs Idempotency-Key and If-Match. Paper forms and cases of an old system, also"
              + " critical ones; the same form or line can be entered anew.")
  public RestResponse<CaseMoved> withdrawWrongEntry(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
    return moved(withdrawWrongEntry.withdraw(CaseId.parse(id), IfMatch.of(ifMatch), doer()));
  }

  private Doer doer() {
    return Doer.of(actor.get());
  }

  static RestResponse<CaseMoved> moved(CaseRef stands) {
    return Versioned.ok(new CaseMoved(stands.status(), stands.version()), stands.version());
  }

  static <T> T required(T body) {
    if (body == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return body;
  }
}
