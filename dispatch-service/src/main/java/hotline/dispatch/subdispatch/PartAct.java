package hotline.dispatch.subdispatch;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.Parts;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What every act of a unit on what it handed down has in common: the right of the unit above, the
 * version, the facts, and that it goes on itself after the last part.
 */
@ApplicationScoped
class PartAct {

  private final AssignmentRepository assignments;
  private final Parts parts;
  private final HandlingRecords records;
  private final DeadlineTimers timers;
  private final CaseLooks looks;
  private final CaseLog log;
  private final Clock clock;

  PartAct(
      AssignmentRepository assignments,
      Parts parts,
      HandlingRecords records,
      DeadlineTimers timers,
      CaseLooks looks,
      CaseLog log,
      Clock clock) {
    this.assignments = assignments;
    this.parts = parts;
    this.records = records;
    this.timers = timers;
    this.looks = looks;
    this.log = log;
    this.clock = clock;
  }

  /** A part with the task that it is a part of, everything locked. */
  record Part(Held held, Assignment whole, Cause cause) {

    Assignment assignment() {
      return held.assignment();
    }
  }

  /** What the act makes true. */
  interface Act {
    DispatchEvent on(Part part);
  }

  Outcome on(Actor actor, UUID partId, IfMatch expected, Act act) {
    Held held = assignments.lock(partId);
    Assignment assignment = held.assignment();
    Assignment whole = parts.whole(assignment).orElse(null);
    // Of what the centre gave nobody below it learns more than that it is not theirs.
    Scope.of(actor).requireMayActForUnit(whole == null ? assignment.unitPath() : whole.unitPath());
    if (whole == null) {
      throw new NotHandedDown();
    }
    expected.check(assignment.version());
    Part part = new Part(held, whole, Cause.by(actor, clock));
    int clockChanges = assignment.clockChanges();
    int clockChangesAbove = whole.clockChanges();
    List<Fact> facts = new ArrayList<>(held.sayMissed(part.cause()));
    facts.add(held.handledCase().say(act.on(part), part.cause()));
    List<Assignment> over = new ArrayList<>();
    if (assignment.isOver()) {
      over.add(assignment);
      over.addAll(parts.endOf(held, part.cause(), facts));
      parts.partEnded(held, whole, part.cause(), facts);
    }
    assignments.flush();
    records.countEnded(over);
    // Where no clock runs anew its timer stays untouched: it may be firing at this very moment.
    if (!assignment.isOver() && assignment.clockChanges() != clockChanges) {
      timers.watch(List.of(assignment));
    }
    if (whole.clockChanges() != clockChangesAbove) {
      timers.watch(List.of(whole));
    }
    looks.soon(List.of(assignment.caseId()), part.cause().at());
    log.append(facts);
    return Outcome.of(assignment, null);
  }
}
