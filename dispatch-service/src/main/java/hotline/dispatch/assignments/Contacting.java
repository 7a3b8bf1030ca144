package hotline.dispatch.assignments;

import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The attempts of a unit to speak with the citizen (联系): how many, and when the first was. */
@Embeddable
public class Contacting {

  private int attempts;
  private Instant contactedAt;

  protected Contacting() {}

  static Contacting notYet() {
    return new Contacting();
  }

  int attempts() {
    return attempts;
  }

  /** When the first attempt was made; null before. */
  Instant contactedAt() {
    return contactedAt;
  }

  /** Every attempt counts for the clock: what came of it is another matter. */
  AssignmentContactAttempted attempt(Assignment task, ContactResult result, Instant at) {
    attempts++;
    if (contactedAt == null) {
      contactedAt = at;
    }
    return new AssignmentContactAttempted(
        task.assignmentId(),
        task.round(),
        task.role(),
        task.unitId(),
        attempts,
        result,
        task.clocks().due(DeadlineKind.CONTACT),
        task.clocks().isPast(DeadlineKind.CONTACT, contactedAt));
  }
}
