package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Parts;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where a case goes whose unit does not keep it: to another unit at once, or back to the
 * dispatcher. The next unit gets every limit in full; what was lost is nobody's of the units.
 */
@ApplicationScoped
public class GiveOn {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final RequestRecords requests;
  private final DispatchCase dispatch;
  private final Rounds rounds;
  private final RoundStore store;
  private final Parts parts;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;

  GiveOn(
      AssignmentRepository assignments,
      HandlingRecords records,
      RequestRecords requests,
      DispatchCase dispatch,
      Rounds rounds,
      RoundStore store,
      Parts parts,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log,
      TimeRulesInForce timeRules) {
    this.assignments = assignments;
    this.records = records;
    this.requests = requests;
    this.dispatch = dispatch;
    this.rounds = rounds;
    this.store = store;
    this.parts = parts;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
    this.timeRules = timeRules;
  }

  /**
   * @param ended the task that has just ended without a reply
   * @param to the unit that gets the case instead; null leaves it to the dispatcher
   * @param said the facts that ended the task: appended here, before those that follow
   */
  public void give(Held ended, Unit to, String reason, Cause cause, List<Fact> said) {
    if (ended.assignment().role() == AssignmentRole.LEAD) {
      giveCase(ended, to, reason, cause, said);
    } else {
      givePart(ended, to, cause, said);
    }
  }

  /** Without its lead the round has no units: a case that waits for dispatch lies with nobody. */
  private void giveCase(Held ended, Unit to, String reason, Cause cause, List<Fact> said) {
    HandledCase of = ended.handledCase();
    List<Assignment> over = new ArrayList<>(List.of(ended.assignment()));
    List<UUID> asking = new ArrayList<>();
    List<Fact> facts = new ArrayList<>(said);
    for (Assignment co : assignments.openOf(List.of(of.caseId()))) {
      if (!co.isOver()) {
        if (co.openRequest() != null) {
          asking.add(co.assignmentId());
        }
        facts.add(
            of.say(
                co.recall(RecallReason.LEAD_CHANGED, null, cause.at(), timeRules.recent()), cause));
        over.add(co);
      }
    }
    of.comeBack(cause.at());
    // Now, not with the next rows: a round has one lead, and inserts would go first.
    assignments.flush();
    requests.lapse(asking, cause.at());
    records.countEnded(over);
    log.append(facts);
    if (to == null) {
      looks.soon(List.of(of.caseId()), cause.at());
    } else {
      store.write(List.of(dispatch.begin(of, List.of(to), reason, cause)));
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

  private void requireWithoutTask(HandledCase of, Unit to) {
    for (Assignment open : assignments.openOf(List.of(of.caseId()))) {
      if (!open.isOver() && open.unitId().equals(to.code())) {
        throw new UnitHasItAlready(to);
      }
    }
  }
}
