package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit tried to reach the citizen (先行联系). */
@ApplicationScoped
public class RecordContactAttempt {

  private static final int LONGEST_NOTE = 2_000;

  private final UnitAct act;
  private final HandlingRecords records;
  private final Parts parts;
  private final TimeRulesInForce timeRules;

  RecordContactAttempt(
      UnitAct act, HandlingRecords records, Parts parts, TimeRulesInForce timeRules) {
    this.act = act;
    this.records = records;
    this.parts = parts;
    this.timeRules = timeRules;
  }

  /** What the clerk says about it. */
  @Schema(name = "ContactAttemptEntry")
  public record Entry(ContactResult result, ContactChannel channel, String note) {

    void check() {
      new Violations()
          .require(result != null, "result", "required", "请选择联系结果。", "Say what came of it.")
          .require(channel != null, "channel", "required", "请选择联系方式。", "Say how it was tried.")
          .atMost(note, LONGEST_NOTE, "note")
          .throwIfAny();
    }
  }

  @Transactional
  public Outcome record(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check();
    Assignment contacted =
        act.andMore(
            assignmentId,
            actor,
            expected,
            (held, cause, facts) -> {
              requirePossible(entry, held.handledCase());
              AssignmentContactAttempted fact =
                  held.assignment().contact(entry.result(), cause.at(), timeRules::recent);
              ContactAttempt attempt =
                  new ContactAttempt(
                      fact.attemptNo(),
                      entry.result(),
                      entry.channel(),
                      entry.note(),
                      cause.at(),
                      cause.actor());
              records.add(assignmentId, attempt);
              facts.add(held.handledCase().say(fact, cause));
              parts.contacted(held.handledCase(), held.assignment(), attempt, cause, facts);
            });
    return Outcome.of(
        contacted, contacted.clocks().isPast(DeadlineKind.CONTACT, contacted.contactedAt()));
  }

  /** That nobody can be reached is not for the unit to say: of whom left a number it must try. */
  private static void requirePossible(Entry entry, HandledCase of) {
    new Violations()
        .require(
            entry.result() != ContactResult.NOT_POSSIBLE || !of.reachable(),
            "result",
            "not-anonymous",
            "该诉求不是匿名诉求，且留有电话，请先联系诉求人。",
            "This request is not anonymous and has a number: try to reach the citizen first.")
        .throwIfAny();
  }
}
