package hotline.evaluation.callbacks;

import hotline.lifecycle.CallbackResult;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** One call to the citizen and what came of it. */
@Entity
class CallbackAttempt {

  @Embeddable
  record Id(UUID callbackId, int attemptNo) {}

  @EmbeddedId private Id id;

  @Enumerated(EnumType.STRING)
  private CallbackResult result;

  private String note;
  private Instant attemptedAt;
  private String actor;

  protected CallbackAttempt() {}

  CallbackAttempt(Id id, CallbackResult result, String note, Instant attemptedAt, String actor) {
    this.id = id;
    this.result = result;
    this.note = note;
    this.attemptedAt = attemptedAt;
    this.actor = actor;
  }
}
