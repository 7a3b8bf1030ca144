package hotline.intake.cases;

import hotline.lifecycle.RefusalReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A refusal that waits for the second person, or was confirmed by one (不予受理). */
@Embeddable
public class Refusal {

  @Enumerated(EnumType.STRING)
  @Column(name = "refusal_reason")
  private RefusalReason reason;

  @Column(name = "refusal_by")
  private String proposedBy;

  @Column(name = "refusal_since")
  private Instant proposedAt;

  @Column(name = "refused_at")
  private Instant refusedAt;

  protected Refusal() {}

  static Refusal proposed(RefusalReason reason, String by, Instant at) {
    Refusal proposed = new Refusal();
    proposed.reason = reason;
    proposed.proposedBy = by;
    proposed.proposedAt = at;
    return proposed;
  }

  void confirm(Instant at) {
    refusedAt = at;
  }

  public RefusalReason reason() {
    return reason;
  }

  String proposedBy() {
    return proposedBy;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  /** Null while it waits for the second person. */
  public Instant refusedAt() {
    return refusedAt;
  }
}
