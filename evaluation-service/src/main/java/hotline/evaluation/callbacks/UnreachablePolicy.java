package hotline.evaluation.callbacks;

import hotline.lifecycle.UnreachableReason;

/**
 * When a callback may be given up: enough attempts, on enough different days, none of which reached
 * the citizen. Of a reporter who wants no callback or left no number none is asked for: it could
 * only be made up.
 */
public record UnreachablePolicy(int attempts, int days) {

  /** Why it is given up; refuses while the citizen is to be called again, or was reached. */
  UnreachableReason reason(boolean wantsCallback, int made, int onDays, boolean reached) {
    if (reached) {
      throw AttemptsNotExhausted.becauseReached();
    }
    if (made >= attempts && onDays >= days) {
      return UnreachableReason.ATTEMPTS_EXHAUSTED;
    }
    if (wantsCallback) {
      throw AttemptsNotExhausted.because(this, made, onDays);
    }
    return UnreachableReason.NOT_ASKED;
  }
}
