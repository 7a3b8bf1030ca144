package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit submits its reply for review (答复). */
@ApplicationScoped
public class SubmitReply {

  private static final int LONGEST_TEXT = 20_000;

  private final UnitAct act;
  private final HandlingRecords records;
  private final Undecided undecided;
  private final CaseLooks looks;
  private final TimeRulesInForce timeRules;

  SubmitReply(
      UnitAct act,
      HandlingRecords records,
      Undecided undecided,
      CaseLooks looks,
      TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.undecided = undecided;
    this.looks = looks;
    this.timeRules = timeRules;
  }

  /** What the clerk writes: for the file, and for the citizen. */
  @Schema(name = "ReplyEntry")
  public record Entry(String handlingText, String publicReply, Boolean claimedSolved) {

    void check() {
      new Violations()
          .required(handlingText, "handlingText")
          .required(publicReply, "publicReply")
          .atMost(handlingText, LONGEST_TEXT, "handlingText")
          .atMost(publicReply, LONGEST_TEXT, "publicReply")
          .require(
              claimedSolved != null,
              "claimedSolved",
              "required",
              "请说明诉求是否已解决。",
              "Say whether the demand was solved.")
          .throwIfAny();
    }
  }

  @Transactional
  public Outcome submit(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check();
    Assignment replied =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> {
              Undecided.Matters open = undecided.about(List.of(held.assignment()));
              AssignmentReplySubmitted fact =
                  held.assignment()
                      .submitReply(
                          cause.actor(), entry.claimedSolved(), cause.at(), timeRules.calendar());
              if (fact.role() == AssignmentRole.LEAD && held.handledCase().openCoUnits() > 0) {
                throw new CoUnitsStillWork(held.handledCase().openCoUnits());
              }
              // Who acted first has done it: nothing is left to rule.
              open.end(Ending.REPLIED, cause.at());
              records.add(
                  assignmentId,
                  new Reply(
                      fact.replyNo(),
                      entry.handlingText().strip(),
                      entry.publicReply().strip(),
                      entry.claimedSolved(),
                      cause.at(),
                      cause.actor(),
                      null));
              return fact;
            });
    looks.soon(List.of(replied.caseId()), replied.repliedAt());
    return Outcome.of(replied, replied.clocks().isPast(DeadlineKind.REPLY, replied.repliedAt()));
  }
}
