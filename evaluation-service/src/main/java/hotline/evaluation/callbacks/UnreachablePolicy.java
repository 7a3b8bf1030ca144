package hotline.evaluation.callbacks;

/**
 * When a callback may be given up: enough attempts, on enough different days, none of which reached
 * the citizen. Of a reporter who wants no callback or left no number none is asked for: it could
 * only be made up.
 */
public record UnreachablePolicy(int attempts, int days) {

  void requireExhausted(boolean wantsCallback, int made, int onDays, boolean reached) {
    if (reached) {
      throw AttemptsNotExhausted.becauseReached();
    }
    if (wantsCallback && (made < attempts || onDays < days)) {
      throw AttemptsNotExhausted.because(this, made, onDays);
    }
  }
}
