package hotline.evaluation.evaluations;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

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
    return DissatisfactionReason.belongsTo(solved, satisfied);
  }

  /**
   * As the citizen gave it without an agent; the own words are in the case file. Empty when a newer
   * writer said what this version does not know, or what is no whole rating.
   */
  public static Optional<Rating> of(CaseRated said) {
    boolean whole =
        said.responded() != null
            && said.solved() != null
            && said.satisfied() != null
            && said.requestTrue() != null
            && said.via() != null
            && DissatisfactionReason.belongsTo(said.solved(), said.satisfied())
                == (said.reason() != null);
    return whole
        ? Optional.of(
            new Rating(
                said.responded(),
                said.solved(),
                said.satisfied(),
                said.requestTrue(),
                said.reason(),
                said.recordedVia(),
                null))
        : Optional.empty();
  }
}
