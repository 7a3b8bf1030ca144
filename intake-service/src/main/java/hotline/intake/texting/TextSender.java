package hotline.intake.texting;

import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.relay.quarkus.JoinedConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hands messages to the gateway, one in each transaction, whose row stays locked until the gateway
 * has answered: of several instances one sends it, and what a killed instance had in hand waits
 * again. Then it may go twice; it is never lost.
 */
@ApplicationScoped
class TextSender {
  private static final Logger LOG = Logger.getLogger(TextSender.class);
  private static final int LOOK_MILLIS = 500;
  private static final int AT_ONCE = 200;
  private static final int KEEP_HOUSE_EVERY = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST_DOUBLING = 6;
  private static final Duration CODES_ARE_KNOWN = Duration.ofDays(30);
  private static final long MOST_PAUSED_PASSES = 60;

  private final TextSettings settings;
  private final TextReceipts receipts;
  private final HearReply hearReply;
  private final ContactVault vault;
  private final JoinedConnection database;
  private final Clock clock;
  private SmppGateway gateway;
  private ScheduledExecutorService worker;
  private long failedConnections;
  private long pausedPasses;
  private long passes;
  private volatile long waiting;

  @Inject
  TextSender(
      TextSettings settings,
      TextReceipts receipts,
      HearReply hearReply,
      ContactVault vault,
      JoinedConnection database,
      Clock clock) {
    this.settings = settings;
    this.receipts = receipts;
    this.hearReply = hearReply;
    this.vault = vault;
    this.database = database;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started, MeterRegistry registry) {
    if (!settings.on()) {
      return;
    }
    Gauge.builder("hotline.texting.waiting", this, sender -> sender.waiting)
        .description("Messages to citizens that the gateway does not have yet")
        .register(registry);
    Gauge.builder("hotline.texting.connected", this, sender -> sender.gateway.connected() ? 1 : 0)
        .description("Whether this instance is connected to the gateway")
        .register(registry);
    gateway = new SmppGateway(settings.gateway(), new Arrivals(), clock);
    worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "text-sender");
              thread.setDaemon(true);
              return thread;
            });
    worker.scheduleWithFixedDelay(
        this::passQuietly, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (worker != null) {
      worker.shutdownNow();
      gateway.close();
    }
  }

  /** Since when this instance is connected; null while it is not. */
  Instant connectedSince() {
    return gateway == null ? null : gateway.connectedSince();
  }

  private void passQuietly() {
    try {
      pass();
    } catch (RuntimeException failed) {
      // The next pass tries again. The class alone: a message could hold what was to be sent.
      LOG.warnf("Text messages could not be sent: %s", failed.getClass());
    }
  }

  private void pass() {
    if (passes++ % KEEP_HOUSE_EVERY == 0) {
      inTransaction(this::keepHouse);
    }
    if (!isConnected()) {
      return;
    }
    int sent = 0;
    while (sent < AT_ONCE && Boolean.TRUE.equals(inTransaction(this::sendNext))) {
      sent++;
    }
  }

  private Void keepHouse(Connection tx) throws SQLException {
    Instant now = clock.instant();
    TextStore.expire(tx, now);
    TextStore.forgetCodes(tx, now.minus(CODES_ARE_KNOWN));
    waiting = TextStore.waiting(tx);
    return null;
  }

  private boolean isConnected() {
    if (gateway.connected()) {
      return true;
    }
    if (pausedPasses > 0) {
      pausedPasses--;
      return false;
    }
    if (gateway.connect()) {
      failedConnections = 0;
      return true;
    }
    if (failedConnections == 0) {
      LOG.warn("The text message gateway is away; messages wait");
    }
    failedConnections++;
    pausedPasses = Math.min(MOST_PAUSED_PASSES, failedConnections * 2);
    return false;
  }

  /** True where the next may follow at once. */
  private boolean sendNext(Connection tx) throws SQLException {
    Instant now = clock.instant();
    Optional<TextStore.Waiting> next = TextStore.next(tx, now);
    if (next.isEmpty()) {
      return false;
    }
    TextStore.Waiting one = next.get();
    ContactVault.Keyed keyed = vault.keyed(List.of(one.caseId())).get(one.caseId());
    PhoneNumber to = keyed == null ? null : keyed.contact().mobile();
    if (to == null) {
      TextStore.ended(tx, one.id(), TextState.ERASED, null, now);
    } else if (one.stopped()) {
      TextStore.ended(tx, one.id(), TextState.STOPPED, null, now);
    } else if (one.over()) {
      TextStore.ended(tx, one.id(), TextState.EXPIRED, "OVER", now);
    } else if (!one.expiresAt().isAfter(now)) {
      TextStore.ended(tx, one.id(), TextState.EXPIRED, null, now);
    } else {
      return note(tx, one, gateway.submit(to.canonical(), text(one, keyed)), now);
    }
    return true;
  }

  private static String text(TextStore.Waiting one, ContactVault.Keyed keyed) {
    String text = keyed.key().open(QueuedText.part(one.id()), one.sealed());
    String code =
        one.sealedCode() == null
            ? null
            : keyed.key().open(QueuedText.codePart(one.id()), one.sealedCode());
    return TextWords.withCode(text, code);
  }

  private boolean note(Connection tx, TextStore.Waiting one, Submission submission, Instant now)
      throws SQLException {
    switch (submission.answer()) {
      case ACCEPTED -> TextStore.sent(tx, one.id(), submission.gatewayId(), now);
      case REFUSED -> TextStore.ended(tx, one.id(), TextState.FAILED, submission.reason(), now);
      case LATER ->
          TextStore.later(tx, one.id(), submission.reason(), now.plus(pause(one.tries())));
      case LOST -> {
        TextStore.later(tx, one.id(), submission.reason(), now.plus(pause(one.tries())));
        gateway.close();
      }
    }
    return submission.answer() == Submission.Answer.ACCEPTED
        || submission.answer() == Submission.Answer.REFUSED;
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries, LONGEST_DOUBLING));
  }

  private <T> T inTransaction(JoinedConnection.Work<T> work) {
    return QuarkusTransaction.requiringNew().call(() -> database.call(work));
  }

  private final class Arrivals implements SmppGateway.Listener {
    @Override
    public void receipt(Arrival.Receipt receipt) {
      receipts.note(receipt);
    }

    @Override
    public void written(Arrival.Written written) {
      hearReply.hear(written);
    }
  }
}
