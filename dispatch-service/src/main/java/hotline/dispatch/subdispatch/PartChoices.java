package hotline.dispatch.subdispatch;

import hotline.access.IllegalMove;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.PartLimits;
import hotline.dispatch.assignments.PartRule;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.DispatchCase;
import hotline.dispatch.dispatching.UnitHasItAlready;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the form of a sub-dispatch shows: the acts refuse with the same words. */
@ApplicationScoped
public class PartChoices {

  private final AssignmentRepository assignments;
  private final DispatchCase dispatch;
  private final DirectoryStore directory;
  private final PartRule rule;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  PartChoices(
      AssignmentRepository assignments,
      DispatchCase dispatch,
      DirectoryStore directory,
      PartRule rule,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.dispatch = dispatch;
    this.directory = directory;
    this.rule = rule;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  PartChoice of(Scope scope, UUID assignmentId) {
    Assignment whole =
        assignments
            .findByIdOptional(assignmentId)
            .filter(found -> scope.seesUnit(found.unitPath()))
            .orElseThrow(() -> new NotFound("承办任务", "task"));
    PartLimits limits = rule.inForce();
    Instant latest = limits.latest(whole, timeRules.calendar());
    Set<String> busy =
        assignments.openOf(List.of(whole.caseId())).stream()
            .map(Assignment::unitId)
            .collect(Collectors.toSet());
    List<PartChoice.Below> below =
        directory.recent().unitsBelow(whole.unitId()).stream()
            .filter(Unit::active)
            .map(unit -> below(whole.caseId(), unit, busy))
            .toList();
    return new PartChoice(
        latest,
        new Sentence(limits.buffer().zh(), limits.buffer().en()),
        against(whole, latest, limits),
        below);
  }

  private Sentence against(Assignment whole, Instant latest, PartLimits limits) {
    Sentence busy = refusal(whole::requireMayHandDown);
    if (busy != null) {
      return busy;
    }
    return latest.isAfter(Cause.now(clock))
        ? null
        : sentence(new NoTimeToHandDown(latest, limits.buffer()));
  }

  private PartChoice.Below below(UUID caseId, Unit unit, Set<String> busy) {
    Sentence against =
        busy.contains(unit.code())
            ? sentence(new UnitHasItAlready(unit))
            : refusal(() -> dispatch.requireNotComplainedAbout(caseId, List.of(unit)));
    return new PartChoice.Below(unit.code(), unit.nameZh(), unit.nameEn(), against);
  }

  private static Sentence refusal(Runnable act) {
    try {
      act.run();
      return null;
    } catch (IllegalMove refused) {
      return sentence(refused);
    }
  }

  private static Sentence sentence(IllegalMove refused) {
    return new Sentence(refused.detailZh(), refused.detailEn());
  }
}
