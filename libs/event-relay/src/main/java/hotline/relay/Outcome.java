package hotline.relay;

import java.util.Set;

/**
 * What became of a batch.
 *
 * @param applied records given to the applier
 * @param duplicates records seen before, dropped
 * @param parked records that now wait
 * @param gaps keys in whose sequence a number was found missing
 * @param drainable keys whose gap closed: their waiting records can be applied now
 */
public record Outcome(int applied, int duplicates, int parked, int gaps, Set<String> drainable) {}
