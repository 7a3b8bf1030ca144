package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.FourEyes;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.DeadlineTimers;
import hotline.dispatch.assignments.Held;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.RequestNotOpen;
import hotline.dispatch.assignments.RequestRecords;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.assignments.UnitRequest.Decision;
import hotline.dispatch.assignments.UnitRequest.Kind;
import hotline.dispatch.assignments.UnitRequest.State;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What every decision about a request has in common: somebody of the centre decides about an open
 * request, and the record of it says how.
 */
@ApplicationScoped
public class Deciding {

  private final AssignmentRepository assignments;
  private final RequestRecords records;
  private final DeadlineTimers timers;
  private final CaseLog log;
  private final Clock clock;

  Deciding(
      AssignmentRepository assignments,
      RequestRecords records,
      DeadlineTimers timers,
      CaseLog log,
      Clock clock) {
    this.assignments = assignments;
    this.records = records;
    this.timers = timers;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A request under decision, its rows locked.
   *
   * @param clockChanges before the decision
   * @param facts what ran out before the decision
   */
  public record Open(
      Held held, UnitRequest request, Cause cause, int clockChanges, List<Fact> facts) {

    public Assignment assignment() {
      return held.assignment();
    }
  }

  /** Locks the request, which must still be open, and says what ran out before its decision. */
  public Open begin(Actor actor, UUID assignmentId, int requestNo, Kind kind, IfMatch expected) {
    Held held = assignments.lock(assignmentId);
    held.requireOfCentre();
    UnitRequest request =
        records
            .find(assignmentId, requestNo)
            .filter(found -> found.kind() == kind)
            .orElseThrow(() -> new NotFound("申请", "request"));
    requireStranger(actor, held.assignment(), request);
    expected.check(held.assignment().version());
    if (request.state() != State.OPEN) {
      throw new RequestNotOpen(request.state());
    }
    Cause cause = Cause.by(actor, clock);
    return new Open(
        held,
        request,
        cause,
        held.assignment().clockChanges(),
        new ArrayList<>(held.sayMissed(cause)));
  }

  /** Neither who asked, who signed or for whom, nor anybody of the unit that asked decides. */
  private static void requireStranger(Actor actor, Assignment assignment, UnitRequest request) {
    FourEyes.requireSomeoneElse(
        actor,
        request.requestedBy(),
        assignment.endorsing().endorserRef(),
        assignment.endorsing().endorsedFor());
    requireStranger(actor, assignment.unitPath());
  }

  /** Nobody of a unit decides what it asked for. */
  public static void requireStranger(Actor actor, String theirs) {
    if (Scope.isWithin(actor.unitPath(), theirs)) {
      throw new Forbidden(
          "不能审批本单位的申请，请交由热线中心处理。", "A request of your own unit is decided by the hotline centre.");
    }
  }

  /** The decision became true; the record says how, and the facts are handed back to be said. */
  List<Fact> record(Open open, DispatchEvent decided, DecisionEntry entry) {
    open.facts().add(open.held().handledCase().say(decided, open.cause()));
    records.decide(
        open.assignment().assignmentId(),
        open.request().requestNo(),
        entry.grants() ? State.GRANTED : State.REFUSED,
        new Decision(entry.refusal(), entry.comment(), open.cause().at(), open.cause().actor()));
    return open.facts();
  }

  /** For decisions after which the unit goes on with its task. */
  Outcome end(Open open, DispatchEvent decided, DecisionEntry entry) {
    List<Fact> facts = record(open, decided, entry);
    assignments.flush();
    // Where no clock runs anew its timer stays untouched: it may be firing at this very moment.
    if (open.assignment().clockChanges() != open.clockChanges()) {
      timers.watch(List.of(open.assignment()));
    }
    log.append(facts);
    return Outcome.of(open.assignment(), null);
  }
}
