package hotline.relay;

/**
 * Why a key is parked.
 *
 * @param gapSource when a number is missing: the source of the record that came too early, or null
 * @param gapNumber the number of that record
 */
record ParkedBecause(String reason, String gapSource, long gapNumber) {

  static final String GAP = "GAP";
  static final String FOLLOWS = "FOLLOWS";
  static final String SET_ASIDE = "SET_ASIDE";

  static ParkedBecause gap(Placed early) {
    return new ParkedBecause(GAP, early.position().source(), early.number());
  }

  static ParkedBecause poison(String reason) {
    return new ParkedBecause(reason, null, 0);
  }

  /** Earlier records of the source that has the gap may pass those that wait; nothing else may. */
  boolean isClosedBy(Placed record) {
    return gapSource != null
        && record.gapFree()
        && record.position().source().equals(gapSource)
        && record.number() < gapNumber;
  }
}
