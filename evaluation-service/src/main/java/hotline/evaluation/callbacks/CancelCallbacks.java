package hotline.evaluation.callbacks;

import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The citizen withdrew: open callbacks of the case are cancelled. */
@ApplicationScoped
public class CancelCallbacks {

  private final CallbackRepository callbacks;

  CancelCallbacks(CallbackRepository callbacks) {
    this.callbacks = callbacks;
  }

  /** Cancels what is open of these cases, each because of its withdrawal. */
  public void cancel(Map<HotlineCase, Fact> withdrawals) {
    if (withdrawals.isEmpty()) {
      return;
    }
    Map<UUID, Fact> byCase =
        withdrawals.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().caseId(), Map.Entry::getValue));
    for (Callback open : callbacks.openOf(byCase.keySet())) {
      Fact withdrawal = byCase.get(open.caseId());
      open.cancelled(withdrawal.envelope().time(), withdrawal.envelope().actor());
    }
  }
}
