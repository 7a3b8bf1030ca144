package hotline.dispatch.decisions;

import java.util.List;
import java.util.Optional;

/** Every decision of dispatch about one case. */
public record CaseDecisions(List<DispatchDecision> all) {

  /** Empty for a dispatch that nobody decided, or not yet. */
  public Optional<DispatchDecision> of(int round, int dispatchNo) {
    return all.stream()
        .filter(each -> each.round() == round && each.dispatchNo() == dispatchNo)
        .findFirst();
  }
}
