package hotline.evaluation.scoring;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.AppealDismissed;
import hotline.lifecycle.AppealFiled;
import hotline.lifecycle.AppealGround;
import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseExclusionRefused;
import hotline.lifecycle.CaseExclusionRequested;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.ExclusionReason;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A unit asks that a closed case (剔除), or the rating that closed it (考核申诉), is left out of its
 * score. One person of the centre reviews it, another confirms. The rating itself is never changed.
 */
@Entity
public class ScoreRequest {

  @Id private UUID requestId;

  @Enumerated(EnumType.STRING)
  private ScoreRequestKind kind;

  private UUID caseId;
  private String caseNo;
  private int round;
  private String unitId;
  private String unitPath;
  private String ratedBy;

  @Enumerated(EnumType.STRING)
  private ScoreRequestStatus status;

  private String reason;
  private String explanation;
  private String evidence;
  private Instant requestedAt;
  private String requestedBy;
  private Boolean grants;
  private String decisionReason;
  private Instant proposedAt;
  private String proposedBy;
  private String sentBack;
  private Instant endedAt;
  private String confirmedBy;
  @Version private Long version;

  protected ScoreRequest() {}

  /** Asked about the round that closed the case; whether it may be is a {@link Hindrance}. */
  static ScoreRequest asked(Asking asking, Callback ended, HotlineCase of, Speaker speaker) {
    ScoreRequest asked = new ScoreRequest();
    asked.requestId = Uuid7.at(speaker.time());
    asked.kind = asking.kind();
    asked.caseId = of.caseId();
    asked.caseNo = of.caseNo();
    asked.round = ended.round();
    asked.unitId = ended.unitId();
    asked.unitPath = ended.unitPath();
    asked.ratedBy = ended.endedBy();
    asked.status = ScoreRequestStatus.REVIEWING;
    asked.reason = asking.reason();
    asked.explanation = asking.explanation();
    asked.evidence = asking.evidence();
    asked.requestedAt = speaker.time();
    asked.requestedBy = speaker.actor();
    return asked;
  }

  /** Somebody of the centre has reviewed it and says how it should be decided. */
  void proposed(boolean grant, String why, Actor reviewer, List<String> hands, Instant at) {
    requireJudge(reviewer, hands);
    if (status != ScoreRequestStatus.REVIEWING) {
      throw RequestNotThere.toReview(status);
    }
    status = ScoreRequestStatus.CONFIRMING;
    grants = grant;
    decisionReason = why;
    proposedAt = at;
    proposedBy = reviewer.userId();
    sentBack = null;
  }

  /** Another one confirms it; returns what is to be said. */
  EvaluationEvent confirmed(Actor second, List<String> hands, Instant at) {
    requireJudge(second, hands);
    if (status != ScoreRequestStatus.CONFIRMING) {
      throw RequestNotThere.toConfirm(status);
    }
    if (second.userId().equals(proposedBy)) {
      throw NoJudge.proposedIt();
    }
    status = grants ? ScoreRequestStatus.GRANTED : ScoreRequestStatus.REFUSED;
    confirmedBy = second.userId();
    endedAt = at;
    return ended();
  }

  /** Another one does not agree with the review, or who proposed it takes it back. */
  void sentBack(String why, Actor second, List<String> hands) {
    requireJudge(second, hands);
    if (status != ScoreRequestStatus.CONFIRMING) {
      throw RequestNotThere.toConfirm(status);
    }
    status = ScoreRequestStatus.REVIEWING;
    grants = null;
    decisionReason = null;
    proposedAt = null;
    proposedBy = null;
    sentBack = why;
  }

  /** The case was reopened: its next result counts, and may be asked about anew. */
  void lapsed(Instant at) {
    status = ScoreRequestStatus.LAPSED;
    endedAt = at;
  }

  private void requireJudge(Actor judge, List<String> hands) {
    FourEyes.requireSomeoneElse(judge, hands);
    FourEyes.requireSomeoneElse(judge, ratedBy, requestedBy);
    if (Scope.isWithin(judge.unitPath(), unitPath)) {
      throw NoJudge.ofTheUnit();
    }
  }

  /** What was asked, as a fact. */
  EvaluationEvent asked() {
    return switch (kind) {
      case EXCLUSION -> new CaseExclusionRequested(requestId, round, unitId, exclusionReason());
      case APPEAL -> new AppealFiled(requestId, round, unitId, ground());
    };
  }

  private EvaluationEvent ended() {
    return switch (kind) {
      case EXCLUSION ->
          grants
              ? new CaseExcluded(requestId, round, unitId, exclusionReason())
              : new CaseExclusionRefused(requestId, round, unitId, exclusionReason());
      case APPEAL ->
          grants
              ? new AppealUpheld(requestId, round, unitId, ground())
              : new AppealDismissed(requestId, round, unitId, ground());
    };
  }

  private ExclusionReason exclusionReason() {
    return ExclusionReason.valueOf(reason);
  }

  private AppealGround ground() {
    return AppealGround.valueOf(reason);
  }

  /** Refuses unless the asker has read the present state. */
  void requireVersion(IfMatch read) {
    read.check(version());
  }

  UUID requestId() {
    return requestId;
  }

  UUID caseId() {
    return caseId;
  }

  ScoreRequestStatus status() {
    return status;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
