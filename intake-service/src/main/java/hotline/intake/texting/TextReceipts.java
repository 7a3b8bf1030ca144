package hotline.intake.texting;

import hotline.relay.quarkus.JoinedConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notes what became of a message that the gateway has (状态报告). */
@ApplicationScoped
class TextReceipts {
  /** So long after it was handed over a receipt may be faster than the note of its name. */
  private static final Duration IN_HAND = Duration.ofSeconds(5);

  private final TextSettings settings;
  private final JoinedConnection database;
  private final Clock clock;
  private final Counter unknown;

  @Inject
  TextReceipts(
      TextSettings settings, JoinedConnection database, Clock clock, MeterRegistry registry) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.unknown =
        Counter.builder("hotline.texting.receipts.unknown")
            .description("Receipts for messages that are not known by the name the gateway gives")
            .register(registry);
  }

  /** Its message may not be noted as sent yet: the gateway says it again. */
  static final class NotSentYet extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private enum Heard {
    KNOWN,
    EARLY,
    UNKNOWN
  }

  /**
   * Refuses with {@link NotSentYet} what may have come faster than the note that it was sent. What
   * belongs to no message at all, as after a restored backup, is taken and counted: a gateway that
   * is refused again and again holds back what is behind it.
   */
  void note(Arrival.Receipt receipt) {
    if (receipt.state() == null) {
      return;
    }
    Heard heard =
        QuarkusTransaction.requiringNew().call(() -> database.call(tx -> note(tx, receipt)));
    if (heard == Heard.EARLY) {
      throw new NotSentYet();
    }
    if (heard == Heard.UNKNOWN) {
      unknown.increment();
    }
  }

  private Heard note(Connection tx, Arrival.Receipt receipt) throws SQLException {
    if (isNoted(tx, receipt)) {
      return Heard.KNOWN;
    }
    if (TextStore.anyInHand(tx, clock.instant().minus(settings.answerWithin()).minus(IN_HAND))) {
      return Heard.EARLY;
    }
    // What was in hand at the first look may have been noted as sent before the second.
    return isNoted(tx, receipt) ? Heard.KNOWN : Heard.UNKNOWN;
  }

  private boolean isNoted(Connection tx, Arrival.Receipt receipt) throws SQLException {
    Instant now = clock.instant();
    if (TextStore.receipt(tx, List.of(receipt.gatewayId()), receipt.state(), receipt.reason(), now)
        || TextStore.isKnownToGateway(tx, receipt.gatewayId())) {
      return true;
    }
    List<String> others = receipt.otherNames();
    return !others.isEmpty()
        && TextStore.receipt(tx, others, receipt.state(), receipt.reason(), now);
  }
}
