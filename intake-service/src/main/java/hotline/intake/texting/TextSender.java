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
 * Hands messages to the gateway, one at a time. That it is tried is noted first, with a turn that
 * does not come again before the gateway must have answered: that is the lease of whoever took it.
 * No transaction and no lock stands while the gateway is asked. What a killed instance had in hand
 * waits for its next turn. Then, or where the gateway does not answer, it may go twice and no more;
 * it is never lost without being shown as failed.
 */
@ApplicationScoped
class TextSender {
  private static final Logger LOG = Logger.getLogger(TextSender.class);
  private static final int LOOK_MILLIS = 500;
  private static final int IDLE_MILLIS = 60_000;
  private static final int AT_ONCE = 200;
  private static final int KEEP_HOUSE_EVERY = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST_DOUBLING = 6;

  /** A note may have to wait for the database, at most as long as a transaction may last. */
  private static final Duration TO_NOTE = Duration.ofMinutes(1);

  private static final Duration CODES_ARE_KNOWN = Duration.ofDays(30);
  private static final long MOST_PAUSED_PASSES = 60;
  private static final long MOST_SILENT_PASSES = 600;
  private static final int LONGEST_SILENCE = 10;

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
  private long silences;
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
    if (settings.on()) {
      Gauge.builder("hotline.texting.waiting", this, sender -> sender.waiting)
          .description("Messages to citizens that the gateway does not have yet")
          .register(registry);
      Gauge.builder("hotline.texting.connected", this, sender -> sender.gateway.connected() ? 1 : 0)
          .description("Whether this instance is connected to the gateway")
          .register(registry);
      gateway = new SmppGateway(settings.gateway(), settings.answerWithin(), new Arrivals(), clock);
    }
    worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "text-sender");
              thread.setDaemon(true);
              return thread;
            });
    // Without a gateway what an earlier one left still becomes too old, and its codes are
    // forgotten.
    int every = settings.on() ? LOOK_MILLIS : IDLE_MILLIS;
    worker.scheduleWithFixedDelay(this::passQuietly, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (worker != null) {
      worker.shutdownNow();
    }
    if (gateway != null) {
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
    } catch (RuntimeException | Error failed) {
      // The next pass tries again; a task that throws would not be run any more. The class alone: a
      // message could hold what was to be sent.
      LOG.warnf("Text messages could not be sent: %s", failed.getClass());
    }
  }

  private void pass() {
    if (passes++ % KEEP_HOUSE_EVERY == 0) {
      inTransaction(this::keepHouse);
    }
    if (gateway == null || !isConnected()) {
      return;
    }
    int sent = 0;
    while (sent < AT_ONCE && sendNext()) {
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
  private boolean sendNext() {
    Taken taken = inTransaction(this::take);
    return taken.text() == null ? taken.any() : hand(taken);
  }

  /**
   * What was taken from the queue.
   *
   * @param any whether there was anything
   * @param text null where nothing is to be handed over
   */
  private record Taken(boolean any, TextStore.Waiting one, String to, String text) {
    static final Taken NOTHING = new Taken(false, null, null, null);
    static final Taken DONE = new Taken(true, null, null, null);

    /** Without anything of the person. */
    @Override
    public String toString() {
      return "Taken[...]";
    }
  }

  /** In a transaction of its own: that it is tried is known before it is handed over. */
  private Taken take(Connection tx) throws SQLException {
    Instant now = clock.instant();
    Optional<TextStore.Waiting> next = TextStore.next(tx, now);
    if (next.isEmpty()) {
      return Taken.NOTHING;
    }
    TextStore.Waiting one = next.get();
    TextTurn turn = TextTurn.of(one, settings.quietHours(), now);
    String to = null;
    String text = null;
    try {
      ContactVault.Keyed keyed = vault.keyed(List.of(one.caseId())).get(one.caseId());
      PhoneNumber mobile = keyed == null ? null : keyed.contact().mobile();
      if (mobile == null) {
        turn = TextTurn.ends(TextState.ERASED, null);
      } else if (turn.goes()) {
        to = mobile.canonical();
        text = text(one, keyed);
      }
    } catch (JoinedConnection.JdbcFailure broken) {
      throw broken;
    } catch (RuntimeException sealedOtherwise) {
      // One that cannot be opened stops no other.
      turn = TextTurn.ends(TextState.FAILED, "UNREADABLE");
    }
    if (turn.end() != null) {
      TextStore.ended(tx, one.id(), turn.end(), turn.reason(), now);
      return Taken.DONE;
    }
    if (turn.waitsUntil() != null) {
      TextStore.later(tx, one.id(), null, turn.waitsUntil());
      return Taken.DONE;
    }
    TextStore.tried(tx, one, now, now.plus(lease(one.tries())));
    return new Taken(true, one, to, text);
  }

  private boolean hand(Taken taken) {
    Submission submission = gateway.submit(taken.one().id(), taken.to(), taken.text());
    return inTransaction(tx -> note(tx, taken.one(), submission, clock.instant()));
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
    if (submission.answer() == Submission.Answer.UNANSWERED) {
      perhapsSent(tx, one, submission.reason(), now);
      return false;
    }
    silences = 0;
    if (submission.answer() == Submission.Answer.ACCEPTED) {
      TextStore.sent(tx, one.id(), submission.gatewayId(), now);
      return true;
    }
    boolean mine = TextStore.notTaken(tx, one);
    if (submission.answer() == Submission.Answer.REFUSED) {
      if (mine) {
        TextStore.ended(tx, one.id(), TextState.FAILED, submission.reason(), now);
      }
      return true;
    }
    if (mine) {
      TextStore.later(tx, one.id(), submission.reason(), now.plus(pause(one.tries())));
    }
    if (submission.answer() == Submission.Answer.LOST) {
      gateway.drop();
    }
    return false;
  }

  /**
   * A gateway that takes messages and does not answer may deliver them all: none goes more than
   * twice, and the queue waits longer each time.
   */
  private void perhapsSent(Connection tx, TextStore.Waiting one, String reason, Instant now)
      throws SQLException {
    if (TextStore.perhapsSent(tx, one, now)) {
      if (one.unanswered() + 1 >= TextTurn.MOST_UNANSWERED) {
        TextStore.ended(tx, one.id(), TextState.FAILED, reason, now);
      } else {
        TextStore.later(tx, one.id(), reason, now.plus(pause(one.tries())));
      }
    }
    gateway.drop();
    silences++;
    pausedPasses = Math.min(MOST_SILENT_PASSES, 1L << Math.min(silences, LONGEST_SILENCE));
    LOG.warn("The text message gateway does not answer; messages wait");
  }

  private static Duration pause(int tries) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(tries, LONGEST_DOUBLING));
  }

  /** Nobody else takes it while the gateway may still answer. */
  private Duration lease(int tries) {
    Duration answered = settings.answerWithin().plus(TO_NOTE);
    Duration pause = pause(tries);
    return pause.compareTo(answered) > 0 ? pause : answered;
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
