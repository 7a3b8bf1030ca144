package hotline.dispatch.assignments;

import hotline.dispatch.cases.CaseLine;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.DeadlineApproaching;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.Fact;
import java.time.Instant;
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

  /** What there is to say of its clocks now: the ones that have run out, then the yellow ones. */
  List<Fact> say(Cause cause) {
    List<Fact> facts = new ArrayList<>();
    for (Hand hand : hands.runOut(cause.at())) {
      facts.add(
          of.say(
              new DeadlineMissed(assignmentId, round, role, unitId, hand.kind(), hand.due()),
              cause));
    }
    for (Hand hand : hands.approaching(cause.at())) {
      facts.add(
          of.say(
              new DeadlineApproaching(assignmentId, round, role, unitId, hand.kind(), hand.due()),
              cause));
    }
    return facts;
  }

  /** The same after {@link #say}. */
  RunningTask saidAt(Instant now) {
    return new RunningTask(of, assignmentId, round, role, unitId, clockChanges, hands.saidAt(now));
  }

  boolean isOver() {
    return of.isOver() || AssignmentMoves.over(hands.status());
  }

  String timerKey() {
    return new TimerKey(assignmentId, clockChanges).text();
  }
}
