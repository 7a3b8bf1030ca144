package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Parts;
import hotline.dispatch.assignments.RecallTasks;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.dispatching.Rounds.ReplyTime;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a case goes whose unit does not keep it: to another unit at once, or back to the
 * dispatcher. As a rule the next unit gets every limit in full; what was lost is nobody's of the
 * units.
 */
@ApplicationScoped
public class GiveOn {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final RecallTasks recall;
  private final DispatchCase dispatch;
  private final Rounds rounds;
  private final RoundStore store;
  private final Parts parts;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;

  GiveOn(
      AssignmentRepository assignments,
      HandlingRecords records,
      RecallTasks recall,
      DispatchCase dispatch,
      Rounds rounds,
      RoundStore store,
      Parts parts,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log) {
    this.assignments = assignments;
    this.records = records;
    this.recall = recall;
    this.dispatch = dispatch;
    this.rounds = rounds;
    this.store = store;
    this.parts = parts;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
  }

  /**
   * @param ended the task that has just ended without a reply
   * @param to the unit that gets the case instead; null leaves it to the dispatcher
   * @param said the facts that ended the task: appended here, before those that follow
   */
  public void give(Held ended, Unit to, String reason, Cause cause, List<Fact> said) {
    if (ended.assignment().role() == AssignmentRole.LEAD) {
      List<Unit> units = to == null ? List.of() : List.of(to);
      give(ended, units, ReplyTime.AS_A_RULE, reason, cause, said);
    } else {
      givePart(ended, to, cause, said);
    }
  }

  /**
   * The same of a lead's task. Without its lead the round has no units: a case that waits for
   * dispatch lies with nobody.
   *
   * @param to the lead first; none leaves it to the dispatcher
   * @param time how much of it the next lead has for the reply
   */
  public void give(
      Held ended, List<Unit> to, ReplyTime time, String reason, Cause cause, List<Fact> said) {
    HandledCase of = ended.handledCase();
    List<Fact> facts = new ArrayList<>(said);
    List<Assignment> others = openOf(of);
    recall.recall(of, others, RecallReason.LEAD_CHANGED, null, cause, facts);
    rounds.leavePromise(of, ended.assignment());
    of.comeBack(cause.at());
    // Now, not with the next rows: a round has one lead, and inserts would go first.
    assignments.flush();
    List<Assignment> over = new ArrayList<>(List.of(ended.assignment()));
    over.addAll(others);
    records.countEnded(over);
    log.append(facts);
    if (to.isEmpty()) {
      looks.soon(List.of(of.caseId()), cause.at());
    } else {
      store.write(List.of(dispatch.begin(of, to, reason, time, ended.assignment(), cause)));
    }
  }

  private void givePart(Held ended, Unit to, Cause cause, List<Fact> said) {
    HandledCase of = ended.handledCase();
    of.coUnitFinished();
    List<Fact> facts = new ArrayList<>(said);
    List<Assignment> over = new ArrayList<>(List.of(ended.assignment()));
    over.addAll(parts.endOf(ended, cause, facts));
    assignments.flush();
    records.countEnded(over);
    log.append(facts);
    if (to != null) {
      requireWithoutTask(of, to);
      dispatch.requireNotComplainedAbout(of.caseId(), List.of(to));
      Assignment joined = rounds.join(of, to, cause);
      assignments.persist(joined);
      assignments.flush();
      timers.watch(List.of(joined));
      looks.soon(List.of(of.caseId()), cause.at());
      log.append(List.of(of.say(joined.created(), cause)));
    }
  }

  /**
   * More co-handlers beside the lead; who has an open task keeps that.
   *
   * @param facts of the act at hand: those of the new tasks are added
   */
  public void join(HandledCase of, List<Unit> units, Cause cause, List<Fact> facts) {
    Set<String> busy = new HashSet<>();
    openOf(of).forEach(open -> busy.add(open.unitId()));
    List<Assignment> joined = new ArrayList<>();
    for (Unit unit : units) {
      if (busy.add(unit.code())) {
        Assignment task = rounds.join(of, unit, cause);
        facts.add(of.say(task.created(), cause));
        joined.add(task);
      }
    }
    joined.forEach(assignments::persist);
    assignments.flush();
    timers.watch(joined);
    looks.soon(List.of(of.caseId()), cause.at());
  }

  private void requireWithoutTask(HandledCase of, Unit to) {
    if (openOf(of).stream().anyMatch(open -> open.unitId().equals(to.code()))) {
      throw new UnitHasItAlready(to);
    }
  }

  /** Without what the act at hand has ended, which may not be written yet. */
  private List<Assignment> openOf(HandledCase of) {
    return assignments.openOf(List.of(of.caseId())).stream()
        .filter(task -> !task.isOver())
        .toList();
  }
}
