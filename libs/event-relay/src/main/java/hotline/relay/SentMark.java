package hotline.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * What a relay says now and then: everything that was appended before a moment has been sent.
 *
 * @param clock of those who append, which may be a simulated one
 * @param every shortest time between two marks
 * @param margin how much earlier than found the moment is that is said: as long as may pass between
 *     a look at the clock and the first statement of its transaction, and as the clocks of two
 *     instances may differ
 * @param record the record that says it of a moment; a reader takes the latest that it hears
 */
public record SentMark(
    Clock clock, Duration every, Duration margin, Function<Instant, OutboxRecord> record) {}
