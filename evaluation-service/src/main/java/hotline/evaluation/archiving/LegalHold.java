package hotline.evaluation.archiving;

import hotline.access.IfMatch;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The record of a case is needed as evidence (法律保留): it is kept as it is until this is lifted. */
@Entity
public class LegalHold {

  @Id private UUID holdId;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private LegalHoldReason reason;

  private String reference;
  private String explanation;
  private Instant placedAt;
  private String placedBy;
  private Instant liftedAt;
  private String liftedBy;
  private String liftReason;
  @Version private Long version;

  protected LegalHold() {}

  static LegalHold placed(HoldOrder order, HotlineCase on, Speaker speaker) {
    LegalHold placed = new LegalHold();
    placed.holdId = Uuid7.at(speaker.time());
    placed.caseId = on.caseId();
    placed.reason = order.reason();
    placed.reference = order.reference();
    placed.explanation = order.explanation();
    placed.placedAt = speaker.time();
    placed.placedBy = speaker.actor();
    return placed;
  }

  EvaluationEvent placed() {
    return new LegalHoldPlaced(holdId, reason);
  }

  void lifted(String why, Speaker speaker) {
    if (liftedAt != null) {
      throw new HoldLifted(liftedAt);
    }
    liftedAt = speaker.time();
    liftedBy = speaker.actor();
    liftReason = why;
  }

  void requireVersion(IfMatch read) {
    read.check(version());
  }

  boolean stands() {
    return liftedAt == null;
  }

  UUID holdId() {
    return holdId;
  }

  UUID caseId() {
    return caseId;
  }

  LegalHoldReason reason() {
    return reason;
  }

  /** Such as the number of the lawsuit. */
  String reference() {
    return reference;
  }

  String explanation() {
    return explanation;
  }

  Instant placedAt() {
    return placedAt;
  }

  String placedBy() {
    return placedBy;
  }

  Instant liftedAt() {
    return liftedAt;
  }

  String liftedBy() {
    return liftedBy;
  }

  String liftReason() {
    return liftReason;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
