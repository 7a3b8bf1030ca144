package hotline.dispatch.assignments;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The open tasks of cases, read once for all that look at them.
 *
 * @param requests what was asked for about those of them about which anything ever was
 */
public record OpenTasks(List<Assignment> tasks, Map<UUID, List<UnitRequest>> requests) {

  /** What the unit of that task ever asked for, the first first. */
  public List<UnitRequest> requestsOf(Assignment task) {
    return requests.getOrDefault(task.assignmentId(), List.of());
  }
}
