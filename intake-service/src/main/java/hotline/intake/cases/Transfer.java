package hotline.intake.cases;

import hotline.lifecycle.TransferTarget;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** To which body outside a case was handed (转出), and whether it has acknowledged that. */
@Embeddable
public class Transfer {

  @Enumerated(EnumType.STRING)
  @Column(name = "transfer_target")
  private TransferTarget target;

  @Column(name = "transfer_by")
  private String by;

  @Column(name = "transferred_at")
  private Instant at;

  @Column(name = "transfer_handed")
  private Instant handedAt;

  @Column(name = "transfer_due")
  private Instant due;

  @Column(name = "transfer_three_party")
  private Boolean threePartyCall;

  @Column(name = "transfer_ref")
  private String externalRef;

  @Column(name = "transfer_why")
  private String why;

  @Column(name = "transfer_acknowledged")
  private Instant acknowledgedAt;

  protected Transfer() {}

  /**
   * @param at when it was written down
   * @param due until when the body should have acknowledged it
   */
  static Transfer of(TransferRules.Handover handover, Instant due, String by, Instant at) {
    Transfer transfer = new Transfer();
    transfer.target = handover.target();
    transfer.handedAt = handover.handedAt();
    transfer.threePartyCall = handover.threePartyCall();
    transfer.externalRef = handover.externalRef();
    transfer.due = due;
    transfer.by = by;
    transfer.at = at;
    return transfer;
  }

  /** Handed over in the middle of its handling: the centre says why. */
  Transfer because(String reason) {
    why = reason;
    return this;
  }

  /** Null of one that screening handed over. */
  String why() {
    return why;
  }

  /**
   * Whether a second person has to say that they have it: what was being handled leaves every count
   * of its unit with that. An emergency is over by then.
   */
  boolean isAcknowledgedByAnother() {
    return why != null && !target.emergency();
  }

  void acknowledge(Instant when, String ref) {
    acknowledgedAt = when;
    externalRef = ref == null ? externalRef : ref;
  }

  public TransferTarget target() {
    return target;
  }

  String by() {
    return by;
  }

  /** When it was written down. */
  public Instant at() {
    return at;
  }

  Instant handedAt() {
    return handedAt;
  }

  Instant due() {
    return due;
  }

  /** Null where nobody called. */
  Boolean threePartyCall() {
    return threePartyCall;
  }

  /** Its number there; null while it was not told. */
  public String externalRef() {
    return externalRef;
  }

  /** Null while it waits for the acknowledgement. */
  public Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  /** Whether the acknowledgement came, or is still owed, after its due time. */
  boolean late(Instant now) {
    return (acknowledgedAt == null ? now : acknowledgedAt).isAfter(due);
  }
}
