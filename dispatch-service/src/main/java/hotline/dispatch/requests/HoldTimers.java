package hotline.dispatch.requests;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.TimerKey;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ResumedBy;
import hotline.relay.DueTimer;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Ends holds on their day, once. A hold that ended earlier leaves its timer alone: it finds nothing
 * to do.
 */
@ApplicationScoped
public class HoldTimers implements DueWork {

  static final String KIND = "assignment-hold";

  private final AssignmentRepository assignments;
  private final DeadlineTimers deadlines;
  private final CaseLooks looks;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  HoldTimers(
      AssignmentRepository assignments,
      DeadlineTimers deadlines,
      CaseLooks looks,
      CaseLog log,
      ServiceTimers timers,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.deadlines = deadlines;
    this.looks = looks;
    this.log = log;
    this.timers = timers;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  void watch(Assignment held) {
    timers.schedule(KIND, key(held), held.heldUntil(), null);
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Set<UUID> ids = new LinkedHashSet<>();
    Set<String> keys = new HashSet<>();
    for (DueTimer timer : due) {
      ids.add(TimerKey.parse(timer.key()).assignmentId());
      keys.add(timer.key());
    }
    Instant now = Cause.now(clock);
    List<Fact> facts = new ArrayList<>();
    List<Assignment> resumed = new ArrayList<>();
    for (Held held : assignments.lockAll(ids)) {
      Assignment assignment = held.assignment();
      if (assignment.status() == AssignmentStatus.HELD
          && keys.contains(key(assignment))
          && !held.handledCase().isOver()) {
        facts.add(
            held.handledCase()
                .say(
                    assignment.resume(ResumedBy.DUE, now, timeRules.recent()),
                    Cause.bySystem(now, null)));
        resumed.add(assignment);
      }
    }
    assignments.flush();
    deadlines.watch(resumed);
    looks.soon(resumed.stream().map(Assignment::caseId).distinct().toList(), now);
    log.append(facts);
  }

  /** The number of the request tells an earlier hold from the present one. */
  private static String key(Assignment assignment) {
    return new TimerKey(assignment.assignmentId(), assignment.requests()).text();
  }
}
