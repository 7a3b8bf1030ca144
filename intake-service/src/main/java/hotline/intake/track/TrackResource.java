package hotline.intake.track;

import hotline.access.Idempotent;
import hotline.access.Invalid;
import hotline.intake.cases.CaseRef;
import hotline.intake.cases.CaseResource.CaseMoved;
import hotline.intake.cases.Doer;
import hotline.intake.cases.OwnRatingForm;
import hotline.intake.cases.RateCase;
import hotline.intake.cases.ReopenCase;
import hotline.intake.cases.SupplementCase;
import hotline.intake.cases.UrgeCase;
import hotline.intake.cases.WithdrawCase;
import hotline.lifecycle.Answer;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The citizen's own case, by its number and its code; nobody signs in here. */
@Path("/api/track")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@SecurityRequirements
@Tag(name = "track", description = "The citizen's own case 进度查询")
public class TrackResource {
  private static final String LIMITS =
      "Public, limited per address and per case (429). The number may have spaces and dashes; a wrong check digit is"
          + " told apart (400). ";

  /** Which case is asked for. */
  public record TrackForm(String caseNo, String queryCode) {}

  /** Which case, and what is added. */
  public record TrackSupplementForm(String caseNo, String queryCode, String text) {}

  /** Which case, and why it is taken back. */
  public record TrackWithdrawalForm(String caseNo, String queryCode, String reason) {}

  /** Which case, why it is to be handled again, and what is told with it. */
  public record TrackReopeningForm(String caseNo, String queryCode, String reason, String text) {}

  /** Which case, and how its answer is rated; who cannot say chooses UNKNOWN. */
  public record TrackRatingForm(
      String caseNo,
      String queryCode,
      @Schema(
              required = true,
              description =
                  "评价的办理轮次: rating.round of what the case was shown with; 409 another-result when a newer one waits")
          Integer round,
      @Schema(
              required = true,
              description =
                  "是否联系过您；热线直接答复的，为是否得到答复; where rating.withMain is true it is taken as UNKNOWN")
          Answer responded,
      @Schema(required = true, description = "是否解决") Solved solved,
      @Schema(required = true, description = "是否满意") Answer satisfied,
      @Schema(required = true, description = "诉求是否属实") Answer requestTrue,
      @Schema(description = "不满意原因; if and only if solved or satisfied is NO")
          DissatisfactionReason reason,
      @Schema(maxLength = OwnRatingForm.LONGEST_VERBATIM, description = "您想说的话") String verbatim) {

    private OwnRatingForm rating() {
      return new OwnRatingForm(round, responded, solved, satisfied, requestTrue, reason, verbatim);
    }
  }

  private final TrackCase trackCase;
  private final FindOwnCase findOwnCase;
  private final SupplementCase supplementCase;
  private final UrgeCase urgeCase;
  private final WithdrawCase withdrawCase;
  private final ReopenCase reopenCase;
  private final RateCase rateCase;
  private final ClientQuota quota;

  @Context HttpServerRequest request;

  @Inject
  TrackResource(
      TrackCase trackCase,
      FindOwnCase findOwnCase,
      SupplementCase supplementCase,
      UrgeCase urgeCase,
      WithdrawCase withdrawCase,
      ReopenCase reopenCase,
      RateCase rateCase,
      ClientQuota quota) {
    this.trackCase = trackCase;
    this.findOwnCase = findOwnCase;
    this.supplementCase = supplementCase;
    this.urgeCase = urgeCase;
    this.withdrawCase = withdrawCase;
    this.reopenCase = reopenCase;
    this.rateCase = rateCase;
    this.quota = quota;
  }

  @POST
  @Operation(
      operationId = "trackCase",
      summary = "What became of the request",
      description = LIMITS)
  public CaseTrack track(TrackForm form) {
    TrackForm asked = admitted(form);
    return trackCase.track(asked.caseNo(), asked.queryCode());
  }

  @POST
  @Path("/supplements")
  @Idempotent
  @Operation(
      operationId = "trackSupplement",
      summary = "Add something 补充",
      description = LIMITS + "Needs Idempotency-Key.")
  public CaseMoved supplement(TrackSupplementForm form) {
    TrackSupplementForm asked = admitted(form);
    UUID id = findOwnCase.find(asked.caseNo(), asked.queryCode()).id();
    return moved(supplementCase.supplement(id, asked.text(), Channel.WEB, Doer.CITIZEN));
  }

  @POST
  @Path("/urges")
  @Idempotent
  @Operation(
      operationId = "trackUrge",
      summary = "Urge 催办",
      description = LIMITS + "Needs Idempotency-Key.")
  public CaseMoved urge(TrackForm form) {
    TrackForm asked = admitted(form);
    UUID id = findOwnCase.find(asked.caseNo(), asked.queryCode()).id();
    return moved(urgeCase.urge(id, Channel.WEB, Doer.CITIZEN));
  }

  @POST
  @Path("/withdrawal")
  @Idempotent
  @Operation(
      operationId = "trackWithdrawal",
      summary = "Take the request back 撤诉",
      description = LIMITS + "Needs Idempotency-Key. reason: a WithdrawalReason.")
  public CaseMoved withdraw(TrackWithdrawalForm form) {
    TrackWithdrawalForm asked = admitted(form);
    UUID id = findOwnCase.find(asked.caseNo(), asked.queryCode()).id();
    return moved(withdrawCase.withdraw(id, asked.reason(), Doer.CITIZEN));
  }

  @POST
  @Path("/reopening")
  @Idempotent
  @Operation(
      operationId = "trackReopening",
      summary = "The closed request is not solved: have it handled again 申请重开",
      description =
          LIMITS
              + "Needs Idempotency-Key. reason: a ReopenReason but SPOT_CHECK; text may be missing."
              + " Possible until reopenUntil.")
  public CaseMoved reopen(TrackReopeningForm form) {
    TrackReopeningForm asked = admitted(form);
    UUID id = findOwnCase.find(asked.caseNo(), asked.queryCode()).id();
    return moved(
        reopenCase.ask(id, asked.reason(), asked.text(), ReopenedBy.CITIZEN, Doer.CITIZEN));
  }

  @POST
  @Path("/rating")
  @Idempotent
  @Operation(
      operationId = "trackRating",
      summary = "Rate the answer without waiting for the call 自助评价",
      description =
          LIMITS
              + "Needs Idempotency-Key. Possible while rating.state is OPEN, once for each answer (409 rated-already)."
              + " reason is required if and only if solved or satisfied is NO. What an agent is told at the"
              + " same moment on the telephone counts instead, if it comes first; rating.state says so.")
  public CaseMoved rate(TrackRatingForm form) {
    TrackRatingForm asked = admitted(form);
    UUID id = findOwnCase.find(asked.caseNo(), asked.queryCode()).id();
    return moved(rateCase.rate(id, asked.rating(), Channel.WEB));
  }

  private <T> T admitted(T form) {
    quota.take(request.remoteAddress().hostAddress());
    if (form == null) {
      throw new Invalid("", "required", "请求内容为空。", "The request has no content.");
    }
    return form;
  }

  private static CaseMoved moved(CaseRef stands) {
    return new CaseMoved(stands.status(), stands.version());
  }
}
