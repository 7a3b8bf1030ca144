package hotline.evaluation.callbacks;

import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The citizen withdrew, or a body outside has the case: its open callbacks are cancelled. */
@ApplicationScoped
public class CancelCallbacks {

  private final CallbackRepository callbacks;

  CancelCallbacks(CallbackRepository callbacks) {
    this.callbacks = callbacks;
  }

  /** Cancels what is open of these cases, each because of what ended it. */
  public void cancel(Map<HotlineCase, Fact> endings) {
    if (endings.isEmpty()) {
      return;
    }
    Map<UUID, Fact> byCase =
        endings.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().caseId(), Map.Entry::getValue));
    for (Callback open : callbacks.openOf(byCase.keySet())) {
      Fact ending = byCase.get(open.caseId());
      open.cancelled(ending.envelope().time(), ending.envelope().actor());
    }
  }
}
