package hotline.dispatch.holders;

import hotline.access.Actor;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has which of these cases in hand, by the rule of the board. */
@ApplicationScoped
public class Holders {

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  Holders(
      CaseRepository cases,
      AssignmentRepository assignments,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * Of one case whose tasks are read already; null when it is over.
   *
   * @param tasks all tasks of the case
   */
  public Holder of(Scope scope, HandledCase of, List<Assignment> tasks) {
    return holder(of, tasks, scope, directory.recent(), Cause.now(clock));
  }

  /** Of cases that lie with no unit yet: nothing is read for them. */
  public Holder ofWaiting(HandledCase of) {
    Holder holder =
        Holder.of(of, List.of(), null, directory.recent(), Cause.now(clock), timeRules.calendar());
    return holder == null ? null : holder.ofToday();
  }

  /**
   * Of those that are known here and open, for a list: two statements, however many.
   *
   * @param scope of somebody who looks after the whole city
   */
  Map<UUID, Holder> of(Scope scope, Collection<UUID> caseIds) {
    Map<UUID, HandledCase> found = cases.allOf(caseIds);
    List<UUID> open =
        found.values().stream()
            .filter(one -> !one.isOver() && scope.reachesPlace(one.placePath()))
            .map(HandledCase::caseId)
            .toList();
    Map<UUID, List<Assignment>> tasks =
        open.isEmpty()
            ? Map.of()
            : assignments.inPresentRoundOf(open).stream()
                .collect(Collectors.groupingBy(Assignment::caseId));
    Directory names = directory.recent();
    Instant now = Cause.now(clock);
    boolean handles = handles(scope.actor());
    Map<UUID, Holder> holders = new HashMap<>();
    for (UUID caseId : open) {
      HandledCase of = found.get(caseId);
      Holder holder = holder(of, tasks.getOrDefault(caseId, List.of()), scope, names, now);
      holders.put(caseId, of.isProtected() && !handles ? holder.withoutUnit() : holder);
    }
    return holders;
  }

  /** Whoever only registers and screens does not learn which unit looks into a report. */
  private static boolean handles(Actor actor) {
    return actor.isAny(Role.DISPATCHER, Role.SUPERVISOR, Role.LEADER, Role.REPLY_REVIEWER);
  }

  private Holder holder(
      HandledCase of, List<Assignment> tasks, Scope scope, Directory names, Instant now) {
    List<Assignment> open = new ArrayList<>();
    Instant done = null;
    for (Assignment task : tasks) {
      if (!task.isOver()) {
        open.add(task);
      } else if (task.round() == of.round()
          && task.role() == AssignmentRole.LEAD
          && task.status() == AssignmentStatus.DONE) {
        done = task.endedAt();
      }
    }
    Holder holder = Holder.of(of, open, done, scope::seesUnit, names, now, timeRules.calendar());
    return holder == null ? null : holder.ofToday();
  }
}
