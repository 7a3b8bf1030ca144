package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.OwnerAssigned;
import hotline.lifecycle.OwnerHandedOver;
import hotline.lifecycle.OwnerReleased;
import hotline.lifecycle.OwnerResumed;
import hotline.lifecycle.OwnerSignedOff;
import hotline.lifecycle.OwnerVisited;
import hotline.lifecycle.OwnershipReason;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A leader owns a hard case to its end (包案, 一包到底), whichever unit handles it and however many
 * rounds it takes: until the owner has signed off and the citizen has answered.
 */
@Entity
public class CaseOwnership {

  @Id private UUID ownershipId;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private OwnershipReason reason;

  @Enumerated(EnumType.STRING)
  private OwnershipStatus status;

  @Embedded
  @AttributeOverride(name = "userRef", column = @Column(name = "owner_ref"))
  @AttributeOverride(name = "unitId", column = @Column(name = "owner_unit_id"))
  @AttributeOverride(name = "unitPath", column = @Column(name = "owner_unit_path"))
  @AttributeOverride(name = "post", column = @Column(name = "owner_post"))
  private Leader owner;

  @Embedded
  @AttributeOverride(name = "userRef", column = @Column(name = "proposed_ref"))
  @AttributeOverride(name = "unitId", column = @Column(name = "proposed_unit_id"))
  @AttributeOverride(name = "unitPath", column = @Column(name = "proposed_unit_path"))
  @AttributeOverride(name = "post", column = @Column(name = "proposed_post"))
  private Leader proposed;

  private String askedBy;
  private int records;
  private int visits;
  private Instant visitDue;
  private String assignedBy;
  private Instant assignedAt;
  private Instant signedOffAt;
  private Instant answeredAt;
  private Instant releasedAt;
  @Version private long version;

  protected CaseOwnership() {}

  static CaseOwnership assign(
      UUID caseId, OwnershipReason reason, Leader owner, Instant visitDue, Cause cause) {
    CaseOwnership assigned = new CaseOwnership();
    assigned.ownershipId = Uuid7.at(cause.at());
    assigned.caseId = caseId;
    assigned.reason = reason;
    assigned.status = OwnershipStatus.OWNED;
    assigned.owner = owner;
    assigned.visitDue = visitDue;
    assigned.assignedBy = cause.actor();
    assigned.assignedAt = cause.at();
    return assigned;
  }

  OwnerAssigned assigned() {
    return new OwnerAssigned(
        ownershipId, reason, owner.userRef(), owner.unitId(), owner.unitPath(), visitDue);
  }

  /**
   * @param nextDue when the next visit is due
   */
  OwnerVisited visit(Instant nextDue) {
    move(OwnershipAct.VISIT);
    visits++;
    visitDue = nextDue;
    return new OwnerVisited(
        ownershipId,
        owner.unitId(),
        visits,
        status == OwnershipStatus.SIGNED_OFF ? null : visitDue);
  }

  void changePlan() {
    move(OwnershipAct.CHANGE_PLAN);
  }

  void askHandover(Leader to, String by) {
    move(OwnershipAct.ASK_HANDOVER);
    proposed = to;
    askedBy = by;
  }

  OwnerHandedOver approveHandover(Instant firstVisitDue) {
    move(OwnershipAct.APPROVE_HANDOVER);
    Leader before = owner;
    owner = proposed;
    visitDue = firstVisitDue;
    forgetProposal();
    return new OwnerHandedOver(
        ownershipId,
        before.userRef(),
        before.unitId(),
        owner.userRef(),
        owner.unitId(),
        owner.unitPath(),
        visitDue);
  }

  void refuseHandover() {
    move(OwnershipAct.REFUSE_HANDOVER);
    forgetProposal();
  }

  private void forgetProposal() {
    proposed = null;
    askedBy = null;
  }

  OwnerSignedOff signOff(Instant at) {
    move(OwnershipAct.SIGN_OFF);
    signedOffAt = at;
    return new OwnerSignedOff(ownershipId, owner.unitId(), visits);
  }

  /** The first answer counts: a rating that crossed a withdrawal changes nothing. */
  boolean hearAnswer(Instant at) {
    if (answeredAt != null) {
      return false;
    }
    move(OwnershipAct.CITIZEN_ANSWERED);
    answeredAt = at;
    return true;
  }

  /**
   * Another round was ordered: a signature that was given before does not hold any more, nor does
   * the answer of a case that was reopened.
   */
  Optional<OwnerResumed> handledAgain(int round, Instant nextDue) {
    if (status != OwnershipStatus.RELEASED) {
      answeredAt = null;
    }
    OwnershipStatus before = status;
    move(OwnershipAct.NEW_ROUND);
    if (status == before) {
      return Optional.empty();
    }
    signedOffAt = null;
    visitDue = nextDue;
    return Optional.of(new OwnerResumed(ownershipId, owner.unitId(), round, visitDue));
  }

  /** Both have come, in whichever order: said once. */
  Optional<OwnerReleased> release(Instant at) {
    if (status != OwnershipStatus.RELEASED || releasedAt != null) {
      return Optional.empty();
    }
    releasedAt = at;
    return Optional.of(
        new OwnerReleased(ownershipId, owner.unitId(), visits, signedOffAt, answeredAt));
  }

  private void move(OwnershipAct act) {
    status = OwnershipMoves.move(status, act, answeredAt != null);
  }

  void requireOwner(Actor actor) {
    if (!isOwnedBy(actor)) {
      throw new NotTheOwner();
    }
  }

  boolean isOwnedBy(Actor actor) {
    return owner.userRef().equals(actor.userId());
  }

  /** The number of the next record. */
  int nextRecord() {
    return ++records;
  }

  /** What is due next, by whom. */
  NextStep next() {
    return switch (status) {
      case OWNED -> answeredAt == null ? NextStep.VISIT : NextStep.SIGN_OFF;
      case HANDOVER_ASKED -> NextStep.DECIDE_HANDOVER;
      case SIGNED_OFF -> NextStep.CITIZEN_ANSWER;
      case RELEASED -> NextStep.NOTHING;
    };
  }

  UUID ownershipId() {
    return ownershipId;
  }

  UUID caseId() {
    return caseId;
  }

  OwnershipReason reason() {
    return reason;
  }

  OwnershipStatus status() {
    return status;
  }

  Leader owner() {
    return owner;
  }

  /** Null while no handover is asked for. */
  Leader proposed() {
    return proposed;
  }

  String askedBy() {
    return askedBy;
  }

  int visits() {
    return visits;
  }

  Instant visitDue() {
    return visitDue;
  }

  Instant assignedAt() {
    return assignedAt;
  }

  Instant signedOffAt() {
    return signedOffAt;
  }

  Instant answeredAt() {
    return answeredAt;
  }

  Instant releasedAt() {
    return releasedAt;
  }

  long version() {
    return version;
  }
}
