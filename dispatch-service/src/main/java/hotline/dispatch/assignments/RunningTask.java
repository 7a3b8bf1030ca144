package hotline.dispatch.assignments;

import hotline.dispatch.cases.CaseLine;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * As much of an assignment as its timer needs, with its case, both rows locked: the entities have
 * three times as many columns, and ten thousand clocks may run out with the same working day.
 *
 * @param clockChanges what its timer is known by
 */
record RunningTask(
    CaseLine of,
    UUID assignmentId,
    int round,
    AssignmentRole role,
    String unitId,
    int clockChanges,
    ClockHands hands) {

  /** The clocks that have run out are said, each once. */
  List<Fact> say(List<DeadlineKind> runOut, Cause cause) {
    List<Fact> facts = new ArrayList<>();
    for (DeadlineKind kind : runOut) {
      facts.add(
          of.say(
              new DeadlineMissed(assignmentId, round, role, unitId, kind, hands.due(kind)), cause));
    }
    return facts;
  }

  RunningTask saying(List<DeadlineKind> said) {
    return new RunningTask(of, assignmentId, round, role, unitId, clockChanges, hands.saying(said));
  }

  boolean isOver() {
    return of.isOver() || AssignmentMoves.over(hands.status());
  }

  String timerKey() {
    return new TimerKey(assignmentId, clockChanges).text();
  }
}
