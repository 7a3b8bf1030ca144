package hotline.dispatch.assignments;

import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.disputes.DisputeRecords.Ending;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Takes open tasks of a case back (收回), whoever does it and why. How many ended is counted by the
 * act, which knows all of them: once, so that two acts lock the tallies of units in one order.
 */
@ApplicationScoped
public class RecallTasks {

  private static final int LONGEST_NOTE = 500;

  private final Undecided undecided;
  private final TimeRulesInForce timeRules;

  RecallTasks(Undecided undecided, TimeRulesInForce timeRules) {
    this.undecided = undecided;
    this.timeRules = timeRules;
  }

  /**
   * What a person says of it; some reasons are the system's.
   *
   * @param ask what to choose, in Chinese
   */
  public static void checkByHand(RecallReason reason, String note, String ask) {
    new Violations()
        .require(reason != null, "reason", "required", ask, "Say why it is taken back.")
        .require(
            reason == null || reason.isByHand(),
            "reason",
            "not-by-hand",
            "该原因由系统填写，请选择其他原因。",
            "The system gives this reason; choose another one.")
        .atMost(note, LONGEST_NOTE, "note")
        .throwIfAny();
  }

  /**
   * @param facts those of the act at hand, to which what these tasks say is added
   */
  public void recall(
      HandledCase of,
      Collection<Assignment> tasks,
      RecallReason reason,
      String note,
      Cause cause,
      List<Fact> facts) {
    Undecided.Matters open = undecided.about(tasks);
    for (Assignment task : tasks) {
      facts.add(of.say(task.recall(reason, note, cause.at(), timeRules.recent()), cause));
    }
    open.end(Ending.RECALLED, cause.at());
  }
}
