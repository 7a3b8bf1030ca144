package hotline.evaluation.scoring;

import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A case was reopened: what its unit had asked about the result of before has nothing to decide.
 */
@ApplicationScoped
public class LapseRequests {

  private final ScoreRequestRepository requests;

  LapseRequests(ScoreRequestRepository requests) {
    this.requests = requests;
  }

  /** Ends what is open of these cases, each with its reopening. */
  public void lapse(Map<HotlineCase, Fact> reopenings) {
    if (reopenings.isEmpty()) {
      return;
    }
    Map<UUID, Fact> byCase =
        reopenings.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().caseId(), Map.Entry::getValue));
    for (ScoreRequest open : requests.openOf(byCase.keySet())) {
      open.lapsed(byCase.get(open.caseId()).envelope().time());
    }
  }
}
