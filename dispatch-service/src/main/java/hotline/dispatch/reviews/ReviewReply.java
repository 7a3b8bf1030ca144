package hotline.dispatch.reviews;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.Reply.Decision;
import hotline.dispatch.assignments.Reply.Review;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.merging.Followers;
import hotline.dispatch.publicreplies.PublicReplies;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A reply is passed or sent back (审核). */
@ApplicationScoped
public class ReviewReply {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final Followers followers;
  private final PublicReplies publicReplies;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  ReviewReply(
      AssignmentRepository assignments,
      HandlingRecords records,
      DeadlineTimers timers,
      CaseLooks looks,
      Followers followers,
      PublicReplies publicReplies,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.assignments = assignments;
    this.records = records;
    this.timers = timers;
    this.looks = looks;
    this.followers = followers;
    this.publicReplies = publicReplies;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  public Outcome review(Actor actor, UUID assignmentId, IfMatch expected, ReviewEntry entry) {
    entry.check();
    Held held = assignments.lockWithFollowers(assignmentId);
    Assignment assignment = held.assignment();
    held.requireOfCentre();
    expected.check(assignment.version());
    requireStranger(actor, assignment);
    Cause cause = Cause.by(actor, clock);
    DispatchEvent decided =
        entry.decision() == Decision.PASS ? pass(held, cause) : reject(held, entry, cause);
    Fact fact = held.handledCase().say(decided, cause);
    records.review(
        assignmentId,
        assignment.replies(),
        new Review(entry.decision(), entry.reason(), entry.comment(), cause.at()),
        cause.actor());
    assignments.flush();
    if (assignment.isOver()) {
      records.countEnded(List.of(assignment));
    } else {
      timers.watch(List.of(assignment));
      looks.soon(List.of(assignment.caseId()), cause.at());
    }
    if (decided instanceof AssignmentCompleted reply && reply.role() == AssignmentRole.LEAD) {
      log.append(publicReplies.of(List.of(assignment.caseId()), cause.at()), List.of(fact));
      followers.answered(held.handledCase(), assignment, reply, cause);
    } else {
      log.append(List.of(fact));
    }
    return Outcome.of(assignment, null);
  }

  private static DispatchEvent pass(Held held, Cause cause) {
    DispatchEvent completed = held.assignment().passReply(cause.actor(), cause.at());
    if (held.assignment().role() == AssignmentRole.CO) {
      held.handledCase().coUnitFinished();
    }
    return completed;
  }

  private DispatchEvent reject(Held held, ReviewEntry entry, Cause cause) {
    return held.assignment().rejectReply(entry.reason(), cause.at(), timeRules.recent());
  }

  /**
   * Neither the handler, who signed, the leader in whose place it was signed, nor anybody of the
   * unit that replied judges the reply.
   */
  private static void requireStranger(Actor actor, Assignment assignment) {
    FourEyes.requireSomeoneElse(
        actor,
        assignment.handlerRef(),
        assignment.endorsing().endorserRef(),
        assignment.endorsing().endorsedFor());
    if (Scope.isWithin(actor.unitPath(), assignment.unitPath())) {
      throw new Forbidden(
          "不能审核本单位的答复，请交由其他审核员处理。", "A reply of your own unit is reviewed by somebody else.");
    }
  }
}
