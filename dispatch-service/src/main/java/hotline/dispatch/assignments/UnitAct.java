package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** What every act of a unit on its task has in common: the right, the version, the facts. */
@ApplicationScoped
public class UnitAct {

  private final AssignmentRepository assignments;
  private final CaseLog log;
  private final Clock clock;

  UnitAct(AssignmentRepository assignments, CaseLog log, Clock clock) {
    this.assignments = assignments;
    this.log = log;
    this.clock = clock;
  }

  /** Locks, checks, does the act and says what ran out before it and what it made true. */
  public Assignment on(
      UUID assignmentId,
      Actor actor,
      IfMatch expected,
      BiFunction<Held, Cause, ? extends DispatchEvent> act) {
    return andMore(
        assignmentId,
        actor,
        expected,
        (held, cause, facts) -> facts.add(held.handledCase().say(act.apply(held, cause), cause)));
  }

  /** An act that makes more than one fact true, and adds them in their order. */
  public interface Act {
    void on(Held held, Cause cause, List<Fact> facts);
  }

  public Assignment andMore(UUID assignmentId, Actor actor, IfMatch expected, Act act) {
    Held held = assignments.lock(assignmentId);
    Scope.of(actor).requireMayActForUnit(held.assignment().unitPath());
    expected.check(held.assignment().version());
    Cause cause = Cause.by(actor, clock);
    List<Fact> facts = held.sayMissed(cause);
    act.on(held, cause, facts);
    assignments.flush();
    log.append(facts);
    return held.assignment();
  }
}
