package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ResumedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The centre ends a hold before its day (提前恢复). */
@ApplicationScoped
public class ResumeAssignment {

  private final AssignmentRepository assignments;
  private final DeadlineTimers deadlines;
  private final CaseLooks looks;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  ResumeAssignment(
      AssignmentRepository assignments,
      DeadlineTimers deadlines,
      CaseLooks looks,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.deadlines = deadlines;
    this.looks = looks;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  public Outcome resume(Actor actor, UUID assignmentId, IfMatch expected) {
    Held held = assignments.lock(assignmentId);
    Assignment assignment = held.assignment();
    expected.check(assignment.version());
    Cause cause = Cause.by(actor, clock);
    Fact fact =
        held.handledCase()
            .say(assignment.resume(ResumedBy.CENTRE, cause.at(), timeRules.recent()), cause);
    assignments.flush();
    deadlines.watch(List.of(assignment));
    looks.soon(List.of(assignment.caseId()), cause.at());
    log.append(List.of(fact));
    return Outcome.of(assignment, null);
  }
}
