package hotline.evaluation.evaluations;

import hotline.lifecycle.Answer;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the citizen says about one round (评价). Silence is unknown; the verbatim stays in this
 * service, since the log carries no free text.
 */
@Embeddable
public record Rating(
    @Enumerated(EnumType.STRING) Answer responded,
    @Enumerated(EnumType.STRING) Solved solved,
    @Enumerated(EnumType.STRING) Answer satisfied,
    @Enumerated(EnumType.STRING) Answer requestTrue,
    @Enumerated(EnumType.STRING) DissatisfactionReason reason,
    @Enumerated(EnumType.STRING) RatedVia via,
    String verbatim) {

  /** Whether the citizen says that it is not solved, or is not satisfied. */
  public boolean dissatisfied() {
    return dissatisfied(solved, satisfied);
  }

  static boolean dissatisfied(Solved solved, Answer satisfied) {
    return solved == Solved.NO || satisfied == Answer.NO;
  }
}
