package hotline.evaluation.callbacks;

/**
 * When a callback may be given up: enough attempts, on enough different days, none of which reached
 * the citizen.
 */
public record UnreachablePolicy(int attempts, int days) {

  void requireExhausted(int made, int onDays, boolean reached) {
    if (reached) {
      throw AttemptsNotExhausted.becauseReached();
    }
    if (made < attempts || onDays < days) {
      throw AttemptsNotExhausted.because(this, made, onDays);
    }
  }
}
