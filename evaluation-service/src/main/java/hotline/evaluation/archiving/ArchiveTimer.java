package hotline.evaluation.archiving;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.CaseStatus;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Sets when a closed case is looked at to be archived (归档). Each closing has a timer of its own,
 * under the number of its callback: that of a case which was reopened meanwhile fires into nothing,
 * and its next closing meets none that fires at that moment.
 */
@ApplicationScoped
public class ArchiveTimer {

  static final String KIND = "archive-due";

  private final CallbackRepository callbacks;
  private final ArchivePolicyInForce policy;
  private final Timers timers;
  private final JoinedConnection database;
  private final Clock clock;

  ArchiveTimer(
      CallbackRepository callbacks,
      ArchivePolicyInForce policy,
      Timers timers,
      JoinedConnection database,
      Clock clock) {
    this.callbacks = callbacks;
    this.policy = policy;
    this.timers = timers;
    this.database = database;
    this.clock = clock;
  }

  /** For the case that this callback closes now. */
  public void begin(Callback closing) {
    DueTimer first = at(closing, policy.get().from(closing));
    database.call(
        tx -> {
          timers.scheduleAll(tx, List.of(first));
          return null;
        });
  }

  /**
   * What stood against it has ended; its case is locked. A timer may be firing at this moment and
   * wait for the case: it is not waited for, and sees what was written.
   */
  public void lookAgain(HotlineCase about) {
    Callback closing = callbacks.closing(about.caseId(), about.round());
    if (closing != null && about.status() == CaseStatus.CLOSED) {
      List<String> keys = List.of(closing.callbackId().toString());
      database.call(tx -> timers.hasten(tx, KIND, keys, clock.instant()));
    }
  }

  static DueTimer at(Callback closing, Instant moment) {
    return new DueTimer(KIND, closing.callbackId().toString(), moment, null);
  }
}
