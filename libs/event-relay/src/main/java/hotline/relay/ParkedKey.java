package hotline.relay;

import java.time.Instant;

/**
 * A key whose records wait.
 *
 * @param reason stable code: {@code GAP}, or why the first record could not be applied
 * @param records how many wait
 * @param firstError text of the first record's error
 */
public record ParkedKey(
    String key, String reason, Instant since, long records, String firstError) {}
