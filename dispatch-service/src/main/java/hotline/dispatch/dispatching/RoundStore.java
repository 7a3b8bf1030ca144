package hotline.dispatch.dispatching;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.decisions.DecisionStore;
import hotline.dispatch.dispatching.Rounds.Round;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Writes rounds that have begun: rows, timers and facts, each kind in one batch. */
@ApplicationScoped
public class RoundStore {

  private final AssignmentRepository assignments;
  private final DecisionStore decisions;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;

  RoundStore(
      AssignmentRepository assignments,
      DecisionStore decisions,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log) {
    this.assignments = assignments;
    this.decisions = decisions;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
  }

  public void write(List<Round> rounds) {
    List<Assignment> begun = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (Round round : rounds) {
      begun.addAll(round.assignments());
      facts.addAll(round.facts());
    }
    assignments.persist(begun);
    assignments.flush();
    decisions.add(rounds.stream().map(Round::decision).toList());
    timers.watch(begun);
    looks.soon(
        begun.stream().map(Assignment::caseId).distinct().toList(), begun.get(0).clocks().start());
    log.append(facts);
  }
}
