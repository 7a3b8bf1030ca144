package hotline.dispatch.assignments;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Says that a clock has run out (超期), once.
 *
 * <p>One timer per assignment stands at its next due time. Acts leave it alone, since most clocks
 * are stopped in time and a timer that finds nothing to say costs less than a write in every act:
 * it moves on to the clock that runs then, or ends.
 */
@ApplicationScoped
public class DeadlineTimers implements TimerHandler {

  static final String KIND = "assignment-clock";

  private final AssignmentRepository assignments;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  DeadlineTimers(AssignmentRepository assignments, CaseLog log, ServiceTimers timers, Clock clock) {
    this.assignments = assignments;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  /** Sets the timers of assignments whose clocks have just begun, or run again after a review. */
  public void watch(Collection<Assignment> watched) {
    List<DueTimer> due = new ArrayList<>();
    for (Assignment assignment : watched) {
      // The number of replies makes the key new after a rejection: an older timer may be firing at
      // this very moment, and two that wait for each other's rows would be a deadlock.
      String key = assignment.assignmentId() + "/" + assignment.replies();
      addNext(due, key, assignment);
    }
    if (!due.isEmpty()) {
      timers.scheduleAll(due);
    }
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Set<UUID> ids = new LinkedHashSet<>();
    due.forEach(timer -> ids.add(assignmentId(timer)));
    Instant now = Cause.now(clock);
    List<Fact> facts = new ArrayList<>();
    List<Assignment> running = new ArrayList<>();
    for (Held held : assignments.lockAll(ids)) {
      if (held.assignment().isOver() || held.handledCase().isOver()) {
        continue;
      }
      facts.addAll(held.sayMissed(Cause.bySystem(now, null)));
      running.add(held.assignment());
    }
    assignments.flush();
    log.append(facts);
    watch(running);
  }

  private static UUID assignmentId(DueTimer timer) {
    return UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
  }

  private static void addNext(List<DueTimer> due, String key, Assignment assignment) {
    assignment
        .clocks()
        .nextMiss(assignment.status())
        .ifPresent(at -> due.add(new DueTimer(KIND, key, at, null)));
  }
}
