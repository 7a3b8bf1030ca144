package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.PartLimits;
import hotline.dispatch.assignments.PartRule;
import hotline.dispatch.assignments.Parts;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.DispatchCase;
import hotline.dispatch.dispatching.UnitHasItAlready;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A unit hands its task down to units directly below it (下派), each with its own due time. */
@ApplicationScoped
public class SubDispatchAssignment {

  private final AssignmentRepository assignments;
  private final Parts parts;
  private final PartRule rule;
  private final DispatchCase dispatch;
  private final DirectoryStore directory;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  SubDispatchAssignment(
      AssignmentRepository assignments,
      Parts parts,
      PartRule rule,
      DispatchCase dispatch,
      DirectoryStore directory,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.parts = parts;
    this.rule = rule;
    this.dispatch = dispatch;
    this.directory = directory;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  public Outcome handDown(
      Actor actor, UUID assignmentId, IfMatch expected, SubDispatchEntry entry) {
    Held held = assignments.lock(assignmentId);
    Assignment whole = held.assignment();
    Scope.of(actor).requireMayActForUnit(whole.unitPath());
    List<Unit> units = entry.units(whole.unitId(), directory.recent());
    expected.check(whole.version());
    whole.requireMayHandDown();
    Cause cause = Cause.by(actor, clock);
    Instant latest = requireTime(whole, entry, cause.at());
    dispatch.requireNotComplainedAbout(whole.caseId(), units);
    requireWithoutTask(whole.caseId(), units);
    List<Fact> facts = new ArrayList<>(held.sayMissed(cause));
    List<Assignment> begun = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Parts.Begun part =
          parts.begin(held, units.get(i), entry.parts().get(i).dueBy(latest), entry.words(), cause);
      begun.add(part.part());
      facts.addAll(part.facts());
    }
    assignments.persist(begun);
    assignments.flush();
    timers.watch(begun);
    looks.soon(List.of(whole.caseId()), cause.at());
    log.append(facts);
    return Outcome.of(whole, null);
  }

  private Instant requireTime(Assignment whole, SubDispatchEntry entry, Instant now) {
    PartLimits limits = rule.inForce();
    Instant latest = limits.latest(whole, timeRules.calendar());
    if (!latest.isAfter(now)) {
      throw new NoTimeToHandDown(latest, limits.buffer());
    }
    entry.requireDue(now, latest, limits.buffer());
    return latest;
  }

  private void requireWithoutTask(UUID caseId, List<Unit> units) {
    for (Assignment open : assignments.openOf(List.of(caseId))) {
      for (Unit unit : units) {
        if (!open.isOver() && open.unitId().equals(unit.code())) {
          throw new UnitHasItAlready(unit);
        }
      }
    }
  }
}
