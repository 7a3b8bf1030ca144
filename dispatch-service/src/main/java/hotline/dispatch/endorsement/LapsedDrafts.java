package hotline.dispatch.endorsement;

import hotline.dispatch.assignments.Allowances;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.OpenTasks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests to give a task back that nobody signed before their window ended: they have lapsed. */
@ApplicationScoped
public class LapsedDrafts {

  private final DraftStore drafts;
  private final TimeRulesInForce timeRules;

  LapsedDrafts(DraftStore drafts, TimeRulesInForce timeRules) {
    this.drafts = drafts;
    this.timeRules = timeRules;
  }

  /**
   * Of cases whose rows the caller has locked.
   *
   * @param open the tasks of these cases
   * @param said gets what there is to say now
   * @return for each case the end of the next window, where one waits
   */
  public Map<UUID, Instant> look(
      Map<UUID, HandledCase> cases, OpenTasks open, Instant now, List<Fact> said) {
    Map<UUID, Instant> next = new HashMap<>();
    List<UUID> passed = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Assignment task : open.tasks()) {
      if (task.endorsing().awaits() != EndorsedAct.RETURN) {
        continue;
      }
      HandledCase of = cases.get(task.caseId());
      Instant end = Allowances.at(now, new Held(of, task), timeRules).returnUntil();
      if (end != null && now.isAfter(end)) {
        passed.add(task.assignmentId());
        numbers.add(task.endorsing().drafts());
        said.add(
            of.say(
                task.endEndorsement(EndorsementOutcome.WINDOW_PASSED), Cause.bySystem(now, null)));
      } else if (end != null) {
        // It counts until its last moment.
        next.merge(
            task.caseId(), end.plusSeconds(1), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    drafts.windowPassed(passed, numbers, now);
    return next;
  }
}
