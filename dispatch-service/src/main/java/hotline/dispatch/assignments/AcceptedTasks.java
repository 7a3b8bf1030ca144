package hotline.dispatch.assignments;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says once of each task whose window for returns has passed that it was accepted (视为接受). */
@ApplicationScoped
public class AcceptedTasks {

  private final TimeRulesInForce timeRules;

  AcceptedTasks(TimeRulesInForce timeRules) {
    this.timeRules = timeRules;
  }

  /**
   * Of cases whose rows the caller has locked.
   *
   * @param open the tasks of these cases
   * @param said gets what there is to say now
   * @return for each case the end of the next window, where there is one
   */
  public Map<UUID, Instant> look(
      Map<UUID, HandledCase> cases, OpenTasks open, Instant now, List<Fact> said) {
    Map<UUID, Instant> next = new HashMap<>();
    for (Assignment task : open.tasks()) {
      HandledCase of = cases.get(task.caseId());
      Instant end = Allowances.at(now, new Held(of, task), timeRules).acceptedFrom();
      if (end != null && now.isAfter(end)) {
        if (open.requestsOf(task).stream()
            .noneMatch(request -> request.kind() == UnitRequest.Kind.RETURN)) {
          said.add(of.say(task.deemAccepted(end, now), Cause.bySystem(now, null)));
        }
      } else if (end != null) {
        // It counts until its last moment.
        next.merge(
            task.caseId(), end.plusSeconds(1), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return next;
  }
}
