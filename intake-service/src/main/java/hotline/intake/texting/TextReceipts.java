package hotline.intake.texting;

import hotline.relay.quarkus.JoinedConnection;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Notes what became of a message that the gateway has (状态报告). */
@ApplicationScoped
class TextReceipts {
  private final JoinedConnection database;
  private final Clock clock;

  @Inject
  TextReceipts(JoinedConnection database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Its message is not noted as sent yet, or never will be: the gateway says it again. */
  static final class NotSentYet extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Refuses with {@link NotSentYet} what came faster than the note that it was sent. */
  void note(Arrival.Receipt receipt) {
    if (receipt.state() == null) {
      return;
    }
    boolean known =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database.call(
                        tx ->
                            TextStore.receipt(
                                    tx,
                                    receipt.gatewayId(),
                                    receipt.state(),
                                    receipt.reason(),
                                    clock.instant())
                                || TextStore.isKnownToGateway(tx, receipt.gatewayId())));
    if (!known) {
      throw new NotSentYet();
    }
  }
}
