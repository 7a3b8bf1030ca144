package hotline.relay;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Whether a reader still has a broker to read from. The client does not say: with nobody to ask,
 * its polls are as empty as those of a quiet log.
 */
final class BrokerConnection {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DoubleSupplier connections;
  private long lastSeen = System.nanoTime();

  BrokerConnection(Consumer<?, ?> consumer) {
    connections =
        consumer.metrics().entrySet().stream()
            .filter(entry -> entry.getKey().name().equals("connection-count"))
            .filter(entry -> entry.getKey().group().equals("consumer-metrics"))
            .map(
                entry ->
                    (DoubleSupplier) () -> ((Number) entry.getValue().metricValue()).doubleValue())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The client counts no connections"));
  }

  boolean isThere() {
    return connections.getAsDouble() > 0;
  }

  /** Whether there was no connection for longer than it takes to make a new one. */
  boolean isGone() {
    long now = System.nanoTime();
    if (isThere()) {
      lastSeen = now;
    }
    return now - lastSeen > PATIENCE.toNanos();
  }
}
