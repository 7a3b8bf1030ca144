package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.PartRule;
import hotline.dispatch.assignments.Reply.Decision;
import hotline.dispatch.assignments.Reply.Review;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.reviews.ReviewEntry;
import hotline.lifecycle.AssignmentReplyRejected;
import hotline.lifecycle.DispatchEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The unit above passes the reply of a part, or sends it back with a reason. */
@ApplicationScoped
public class ReviewPart {

  private final PartAct act;
  private final HandlingRecords records;
  private final PartRule rule;
  private final TimeRulesInForce timeRules;

  ReviewPart(PartAct act, HandlingRecords records, PartRule rule, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.rule = rule;
    this.timeRules = timeRules;
  }

  @Transactional
  public Outcome review(Actor actor, UUID partId, IfMatch expected, ReviewEntry entry) {
    entry.check();
    return act.on(
        actor,
        partId,
        expected,
        part -> {
          Assignment assignment = part.assignment();
          FourEyes.requireSomeoneElse(
              actor,
              assignment.handlerRef(),
              assignment.endorsing().endorserRef(),
              assignment.endorsing().endorsedFor());
          DispatchEvent decided =
              entry.decision() == Decision.PASS
                  ? assignment.passReply(part.cause().actor(), part.cause().at())
                  : reject(part, entry);
          records.review(
              assignment.assignmentId(),
              assignment.replies(),
              new Review(entry.decision(), entry.reason(), entry.comment(), part.cause().at()),
              part.cause().actor());
          return decided;
        });
  }

  private AssignmentReplyRejected reject(PartAct.Part part, ReviewEntry entry) {
    TimeRules rules = timeRules.recent();
    return part.assignment()
        .rejectPart(
            entry.reason(),
            rule.inForce().latestAfter(part.cause().at(), part.whole(), rules.calendar()),
            part.cause().at(),
            rules);
  }
}
