package hotline.dispatch.assignments;

import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says once of each task whose window for returns has passed that it was accepted (视为接受). */
@ApplicationScoped
public class AcceptedTasks {

  private final AssignmentRepository assignments;
  private final RequestRecords requests;
  private final TimeRulesInForce timeRules;

  AcceptedTasks(
      AssignmentRepository assignments, RequestRecords requests, TimeRulesInForce timeRules) {
    this.assignments = assignments;
    this.requests = requests;
    this.timeRules = timeRules;
  }

  /**
   * Of cases whose rows the caller has locked.
   *
   * @param said gets what there is to say now
   * @return for each case the end of the next window, where there is one
   */
  public Map<UUID, Instant> look(Map<UUID, HandledCase> cases, Instant now, List<Fact> said) {
    Map<UUID, Instant> next = new HashMap<>();
    List<Assignment> over = new ArrayList<>();
    Map<UUID, Instant> ends = new HashMap<>();
    for (Assignment task : assignments.openOf(cases.keySet())) {
      Instant end =
          Allowances.at(now, new Held(cases.get(task.caseId()), task), timeRules).acceptedFrom();
      if (end != null && now.isAfter(end)) {
        over.add(task);
        ends.put(task.assignmentId(), end);
      } else if (end != null) {
        // It counts until its last moment.
        next.merge(
            task.caseId(), end.plusSeconds(1), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    Map<UUID, List<UnitRequest>> asked = asked(over);
    for (Assignment task : over) {
      if (asked.getOrDefault(task.assignmentId(), List.of()).stream()
          .noneMatch(request -> request.kind() == UnitRequest.Kind.RETURN)) {
        said.add(
            cases
                .get(task.caseId())
                .say(
                    task.deemAccepted(ends.get(task.assignmentId()), now),
                    Cause.bySystem(now, null)));
      }
    }
    return next;
  }

  private Map<UUID, List<UnitRequest>> asked(List<Assignment> over) {
    List<UUID> asking =
        over.stream().filter(task -> task.requests() > 0).map(Assignment::assignmentId).toList();
    return asking.isEmpty() ? Map.of() : requests.of(asking);
  }
}
