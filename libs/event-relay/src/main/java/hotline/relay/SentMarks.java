package hotline.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out until when everything has been sent. A moment is noted by both clocks, that of those
 * who append and that of the database; it is said as soon as no transaction is in progress that
 * began before it, and nothing waits in the outbox that was appended by one. So no time of one
 * clock is ever compared with one of the other, and a simulated clock may leap.
 */
final class SentMarks {

  private static final Logger LOG = LoggerFactory.getLogger(SentMarks.class);
  // A topic that is missing or forbidden holds up the sending of facts while it is asked for.
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  // A report of a day is waited for by then.
  private static final Duration LONG = Duration.ofMinutes(5);

  private final SentMark mark;
  // Of the one thread that relays.
  private Noted noted;
  private long nextLook = System.nanoTime();
  private boolean failing;
  private boolean warned;
  // When what was said last was noted, by the clock of the machine; null before the first look.
  private volatile Long saidOf;

  private record Noted(Instant moment, OffsetDateTime began, long at) {}

  SentMarks(SentMark mark) {
    this.mark = mark;
  }

  /** Looks when it is time to, and says what was found. */
  void say(OutboxSession session, LogWriter log, BooleanSupplier goOn)
      throws SQLException, InterruptedException {
    if (System.nanoTime() - nextLook < 0) {
      return;
    }
    Duration next = mark.every();
    Instant moment = mark.clock().instant();
    // The transactions first: one that ends between the two looks is seen by the second.
    OutboxSession.InProgress inProgress = session.inProgress(noted == null ? null : noted.began());
    if (noted == null) {
      noted = new Noted(moment, inProgress.now(), System.nanoTime());
      saidOf = noted.at();
    } else if (!inProgress.older() && !session.holdsOlderThan(noted.began())) {
      if (send(log, noted.moment().minus(mark.margin()), goOn)) {
        saidOf = noted.at();
      } else {
        next = AFTER_FAILURE;
      }
      noted = new Noted(moment, inProgress.now(), System.nanoTime());
      warned = false;
    } else if (!warned && System.nanoTime() - noted.at() > LONG.toNanos()) {
      warned = true;
      warn(session);
    }
    nextLook = System.nanoTime() + next.toNanos();
  }

  /** How long ago it was that what was said last held; 0 before anything was looked at. */
  long ageSeconds() {
    Long of = saidOf;
    return of == null ? 0 : Duration.ofNanos(System.nanoTime() - of).toSeconds();
  }

  private void warn(OutboxSession session) throws SQLException {
    LOG.warn(
        "For {} minutes it could not be said until when all is sent, and who waits for it goes on"
            + " waiting: {}",
        LONG.toMinutes(),
        session
            .oldest(noted.began())
            .map(one -> "a transaction of the database is in progress (" + one + ")")
            .orElse("what was appended before still waits in the outbox"));
  }

  private boolean send(LogWriter log, Instant until, BooleanSupplier goOn)
      throws InterruptedException {
    OutboxRecord said = mark.record().apply(until);
    LogWriter.Result result =
        log.send(
            List.of(
                new OutboxRow(
                    0, said.topic(), said.key(), said.value(), HeaderPairs.of(said.headers()))),
            PATIENCE,
            goOn);
    if (!result.complete() && !failing) {
      LOG.warn(
          "It cannot be said on {} until when all is sent: who waits for it goes on waiting",
          said.topic(),
          result.failure());
    }
    failing = !result.complete();
    return result.complete();
  }
}
