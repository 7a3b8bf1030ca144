package hotline.dispatch.cases;

import hotline.relay.DueTimer;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * When supervision looks at a case next: one timer per case, from its acceptance until it is over.
 */
@ApplicationScoped
public class CaseLooks {

  public static final String KIND = "case-escalation";

  /** Shorter than any rule; a case that ends before it is never looked at. */
  private static final Duration SOON = Duration.ofMinutes(15);

  private final ServiceTimers timers;

  CaseLooks(ServiceTimers timers) {
    this.timers = timers;
  }

  /** Sets the timers of cases that were accepted. */
  public void begin(Collection<UUID> caseIds, Instant now) {
    at(caseIds.stream().map(id -> look(id, now.plus(SOON))).toList());
  }

  /**
   * A clock of these cases, whose rows are locked, has begun or runs again: its first step may come
   * before the one for which the timer stands.
   */
  public void soon(Collection<UUID> caseIds, Instant now) {
    if (!caseIds.isEmpty()) {
      timers.hasten(KIND, caseIds.stream().map(UUID::toString).toList(), now.plus(SOON));
    }
  }

  /** The next looks of cases that were looked at. */
  public void at(Collection<DueTimer> looks) {
    if (!looks.isEmpty()) {
      timers.scheduleAll(looks);
    }
  }

  public static DueTimer look(UUID caseId, Instant at) {
    return new DueTimer(KIND, caseId.toString(), at, null);
  }
}
