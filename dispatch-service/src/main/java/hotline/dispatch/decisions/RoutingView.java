package hotline.dispatch.decisions;

import hotline.dispatch.reference.Sentence;
import java.time.Instant;
import java.util.List;

/** Why a case lies where it lies, as clients see it. */
public record RoutingView(
    int round,
    boolean automatic,
    String ruleId,
    String catalogueVersion,
    List<Sentence> explanation,
    String reason,
    Instant decidedAt) {

  public static RoutingView of(DispatchDecision decision) {
    return new RoutingView(
        decision.round(),
        decision.automatic(),
        decision.ruleId(),
        decision.catalogueVersion(),
        decision.explanation(),
        decision.reason(),
        decision.decidedAt());
  }
}
