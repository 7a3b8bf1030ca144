package hotline.dispatch.assignments;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Says that a clock has turned yellow (临期), once per due time, and that it has run out (超期), once.
 *
 * <p>One timer per assignment stands at the next of these moments. Acts leave it alone, since most
 * clocks are stopped in time and a timer that finds nothing to say costs less than a write in every
 * act: it moves on to the clock that runs then, or ends.
 */
@ApplicationScoped
public class DeadlineTimers implements DueWork {

  static final String KIND = "assignment-clock";

  private final RunningTasks tasks;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  DeadlineTimers(RunningTasks tasks, CaseLog log, ServiceTimers timers, Clock clock) {
    this.tasks = tasks;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  /** Sets the timers of assignments whose clocks have just begun, or run anew. */
  public void watch(Collection<Assignment> watched) {
    List<DueTimer> due = new ArrayList<>();
    for (Assignment assignment : watched) {
      assignment
          .clocks()
          .nextWord(assignment.clockStatus())
          .ifPresent(at -> due.add(new DueTimer(KIND, key(assignment), at, null)));
    }
    if (!due.isEmpty()) {
      timers.scheduleAll(due);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Set<UUID> ids = new LinkedHashSet<>();
    Set<String> keys = new HashSet<>();
    due.forEach(timer -> ids.add(TimerKey.parse(timer.key()).assignmentId()));
    due.forEach(timer -> keys.add(timer.key()));
    Cause cause = Cause.bySystem(Cause.now(clock), null);
    List<Fact> facts = new ArrayList<>();
    List<RunningTask> said = new ArrayList<>();
    List<DueTimer> next = new ArrayList<>();
    for (RunningTask task : tasks.lockAll(ids)) {
      if (task.isOver()) {
        continue;
      }
      List<Fact> word = task.say(cause);
      RunningTask after = task.saidAt(cause.at());
      if (!word.isEmpty()) {
        facts.addAll(word);
        said.add(after);
      }
      // A timer of before the clock ran anew has been replaced: it ends here.
      if (keys.contains(after.timerKey())) {
        after
            .hands()
            .nextWord()
            .ifPresent(at -> next.add(new DueTimer(KIND, after.timerKey(), at, null)));
      }
    }
    tasks.write(said);
    log.append(facts);
    if (!next.isEmpty()) {
      timers.scheduleAll(next);
    }
  }

  /**
   * New whenever a clock runs anew: an older timer may be firing at this very moment, and two that
   * wait for each other's rows would be a deadlock.
   */
  private static String key(Assignment assignment) {
    return new TimerKey(assignment.assignmentId(), assignment.clockChanges()).text();
  }
}
