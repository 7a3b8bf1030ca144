package hotline.relay;

import java.util.Map;

/**
 * What the database knew about a batch.
 *
 * @param last number of the last applied record per stream; streams never seen are absent
 * @param parked why each parked key is parked
 */
record Known(Map<Position, Long> last, Map<String, ParkedBecause> parked) {}
