package hotline.evaluation.cases;

import hotline.lifecycle.Answer;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentEndorsementRequested;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentSigned;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Move;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A case (工单) as evaluation knows it: what the others said about it, and what is said here. */
@Entity
@Table(name = "hotline_case")
public class HotlineCase {

  @Id private UUID caseId;
  private String caseNo;

  @Enumerated(EnumType.STRING)
  private CaseStatus status;

  @Enumerated(EnumType.STRING)
  private CaseKind kind;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private boolean wantsCallback;
  private int round;
  private String leadUnitId;
  private String leadUnitPath;

  private String categoryCode;
  private String placePath;

  // What the unit claims, and of which round: an older instance that hears the next round does not
  // begin them anew. Null is what is not known.
  private Integer claimsRound;
  private Instant signedAt;
  private Instant repliedAt;
  private Boolean claimedContact;
  private Boolean claimedSolved;

  @Column(columnDefinition = "text[]")
  private String[] hands = {};

  @Enumerated(EnumType.STRING)
  private Solved firstSolved;

  @Enumerated(EnumType.STRING)
  private Answer firstSatisfied;

  private Instant archivedAt;
  private Integer retentionYears;
  private Instant retentionUntil;
  private long saidEvents;
  @Version private Long version;

  protected HotlineCase() {}

  /** A case of which nothing has been heard yet: only its registration fits. */
  public static HotlineCase unheard(UUID caseId, String caseNo) {
    HotlineCase unheard = new HotlineCase();
    unheard.caseId = caseId;
    unheard.caseNo = caseNo;
    unheard.status = CaseStatus.DRAFT;
    return unheard;
  }

  /** Takes in what somebody said in another service; the move tells whether it had an effect. */
  public Move<CaseStatus> hear(Fact fact) {
    Move<CaseStatus> move = hear(fact.event(), fact.envelope().actor());
    if (move.effective()
        && fact.event() instanceof AssignmentSigned signed
        && signed.role() == AssignmentRole.LEAD) {
      claimsOf(signed.round());
      signedAt = fact.envelope().time();
    }
    return move;
  }

  /** The same where the time does not matter. */
  public Move<CaseStatus> hear(LifecycleEvent event, String actor) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (move.effective()) {
      status = move.to();
      learn(event);
      rememberHand(event, actor);
    }
    return move;
  }

  private void learn(LifecycleEvent event) {
    if (event instanceof CaseRegistered registered) {
      kind = registered.kind();
      urgency = registered.urgency();
      wantsCallback = registered.wantsCallback();
      categoryCode = registered.categoryCode();
      placePath = registered.placePath();
    } else if (event instanceof CaseAccepted accepted) {
      kind = accepted.kind();
      urgency = accepted.urgency();
      categoryCode = accepted.categoryCode();
      if (accepted.wantsCallback() != null) {
        wantsCallback = accepted.wantsCallback();
      }
      placePath = accepted.placePath();
    } else if (event instanceof CaseAnsweredDirect answered) {
      if (answered.wantsCallback() != null) {
        wantsCallback = answered.wantsCallback();
      }
    } else if (event instanceof CaseCorrected corrected) {
      kind = corrected.kind();
      urgency = corrected.urgency();
      categoryCode = corrected.categoryCode();
      placePath = corrected.placePath();
    } else if (event instanceof AssignmentCreated created
        && created.role() == AssignmentRole.LEAD) {
      lead(created.round(), created.unitId(), created.unitPath());
      nothingClaimed(created.round());
      // Heard from the beginning: so far it is known to have reached nobody.
      claimedContact = false;
    } else if (event instanceof AssignmentContactAttempted attempted) {
      // Also of those who handle it with the lead: an office below it calls for it.
      claimsOf(attempted.round());
      if (reached(attempted.result())) {
        claimedContact = true;
      }
    } else if (event instanceof AssignmentCompleted completed) {
      remember(completed.handlerRef());
      remember(completed.reviewerRef());
      if (completed.role() == AssignmentRole.LEAD) {
        lead(completed.round(), completed.unitId(), completed.unitPath());
        claimsOf(completed.round());
        repliedAt = completed.repliedAt();
        claimedSolved = completed.claimedSolved();
      }
    } else if (event instanceof CaseAnsweredWithMain answered) {
      remember(answered.handlerRef());
      remember(answered.reviewerRef());
      lead(answered.round(), answered.unitId(), answered.unitPath());
    }
  }

  private void claimsOf(int ofRound) {
    if (!hasClaimsOf(ofRound)) {
      nothingClaimed(ofRound);
    }
  }

  private void nothingClaimed(int ofRound) {
    claimsRound = ofRound;
    signedAt = null;
    repliedAt = null;
    claimedContact = null;
    claimedSolved = null;
  }

  private static boolean reached(ContactResult result) {
    return result == ContactResult.REACHED || result == ContactResult.ON_SITE;
  }

  // The completion names who handled and reviewed the reply that passed, not those of the replies
  // that were rejected or whose assignment was recalled. Of a reply that a leader signed the actor
  // is the leader: who wrote it asked for the signature.
  private void rememberHand(LifecycleEvent event, String actor) {
    boolean handlesOrReviews =
        event instanceof CaseAnsweredDirect
            || event instanceof AssignmentContactAttempted
            || event instanceof AssignmentEndorsementRequested
            || event instanceof AssignmentReplySubmitted
            || event instanceof AssignmentReplyRejected;
    if (handlesOrReviews && !Envelope.SYSTEM.equals(actor)) {
      remember(actor);
    }
  }

  private void lead(int ofRound, String unitId, String unitPath) {
    round = ofRound;
    leadUnitId = unitId;
    leadUnitPath = unitPath;
  }

  private void remember(String person) {
    if (person != null && !hands().contains(person)) {
      hands = Arrays.copyOf(hands, hands.length + 1);
      hands[hands.length - 1] = person;
    }
  }

  /** Says a fact about the case; it must be possible, and it is the next one of this service. */
  public Fact say(LifecycleEvent event, Speaker speaker) {
    Move<CaseStatus> move = CaseMoves.move(status, event);
    if (!move.effective()) {
      throw new IllegalStateException(event.type() + " is not possible while " + status);
    }
    status = move.to();
    saidEvents++;
    return new Fact(
        new Envelope(
            Uuid7.at(speaker.time()),
            Source.EVALUATION,
            caseId,
            caseNo,
            speaker.time(),
            speaker.time(),
            saidEvents,
            speaker.causationId(),
            speaker.actor(),
            speaker.unit(),
            null),
        event);
  }

  /**
   * Goes back to the unit that had it last (重开). Who may ask for it and until when was said with
   * the closing, and intake has asked within it.
   */
  public Fact reopen(CaseReopenRequested request, Speaker speaker) {
    return say(
        new CaseReopened(round + 1, leadUnitId, request.reason(), request.by(), request.closedAt()),
        speaker);
  }

  /** Is put away (归档): nothing more becomes of it, and it is kept until then. */
  public Fact archive(Instant closedAt, int years, Instant until, Speaker speaker) {
    archivedAt = speaker.time();
    retentionYears = years;
    retentionUntil = until;
    return say(new CaseArchived(closedAt, years, until), speaker);
  }

  /** What was held by law is kept for longer. */
  public void keptUntil(Instant until) {
    retentionUntil = until;
  }

  /** Keeps the result of the first round; that of a later round leaves it as it is. */
  public void keepFirstResult(Solved solved, Answer satisfied) {
    if (firstSolved == null) {
      firstSolved = solved;
      firstSatisfied = satisfied;
    }
  }

  public UUID caseId() {
    return caseId;
  }

  public String caseNo() {
    return caseNo;
  }

  public CaseStatus status() {
    return status;
  }

  public CaseKind kind() {
    return kind;
  }

  public Urgency urgency() {
    return urgency;
  }

  /** False: the reporter asked not to be called or left no number (不需要回访或未留电话). */
  public boolean wantsCallback() {
    return wantsCallback;
  }

  public int round() {
    return round;
  }

  /** Null where it was not heard. */
  public String categoryCode() {
    return categoryCode;
  }

  /** Whether what follows is of that round. */
  public boolean hasClaimsOf(int ofRound) {
    return claimsRound != null && claimsRound == ofRound;
  }

  /** When the unit signed; null where it was not heard. */
  public Instant signedAt() {
    return signedAt;
  }

  /** When it wrote the reply that passed; null where it was not heard. */
  public Instant repliedAt() {
    return repliedAt;
  }

  /** Whether it says to have reached the citizen; null where it was not heard. */
  public Boolean claimedContact() {
    return claimedContact;
  }

  /** Whether it says to have solved it; null where it was not heard. */
  public Boolean claimedSolved() {
    return claimedSolved;
  }

  public String leadUnitPath() {
    return leadUnitPath;
  }

  /** Everyone who answered, handled or reviewed the case in any round. */
  public List<String> hands() {
    return List.of(hands);
  }

  public long version() {
    return version == null ? 0 : version;
  }

  /** Null while it is not archived, as are the years and the end of its retention. */
  public Instant archivedAt() {
    return archivedAt;
  }

  public Integer retentionYears() {
    return retentionYears;
  }

  public Instant retentionUntil() {
    return retentionUntil;
  }

  public Solved firstSolved() {
    return firstSolved;
  }

  public Answer firstSatisfied() {
    return firstSatisfied;
  }
}
