package hotline.relay;

/**
 * What a re-drive came to.
 *
 * @param applied records applied now
 * @param duplicates records that had been applied already, dropped
 * @param remaining records that still wait
 * @param error why the first of them still waits, or null
 */
public record RedriveResult(int applied, int duplicates, long remaining, String error) {

  /** Whether the key is no longer parked. */
  public boolean healed() {
    return remaining == 0;
  }

  RedriveResult plus(RedriveResult other) {
    return new RedriveResult(
        applied + other.applied,
        duplicates + other.duplicates,
        remaining + other.remaining,
        error != null ? error : other.error);
  }
}
