package hotline.dispatch.assignments;

import hotline.access.IllegalMove;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.LimitPolicy;
import hotline.dispatch.limits.RequestLimits;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.EventType;
import java.time.Instant;

/**
 * What a unit may ask for at a moment, by the policy that its task follows. The acts are refused
 * with what the form says beside its button, since both ask here.
 */
public final class Allowances {

  private final Assignment assignment;
  private final HandledCase of;
  private final RequestLimits limits;
  private final Instant now;
  private final WorkCalendar calendar;

  Allowances(
      Assignment assignment,
      HandledCase of,
      RequestLimits limits,
      Instant now,
      WorkCalendar calendar) {
    this.assignment = assignment;
    this.of = of;
    this.limits = limits;
    this.now = now;
    this.calendar = calendar;
  }

  public static Allowances at(Instant now, Held held, TimeRulesInForce timeRules) {
    return at(
        now,
        held,
        timeRules.policy(held.assignment().clocks().policyVersion()),
        timeRules.calendar());
  }

  static Allowances at(Instant now, Held held, LimitPolicy policy, WorkCalendar calendar) {
    HandledCase of = held.handledCase();
    return new Allowances(
        held.assignment(), of, policy.requests(of.kind(), of.urgency()), now, calendar);
  }

  /**
   * The end of the return window; null when the kind of case has none. A part goes back to the unit
   * above as long as that may be of use.
   */
  public Instant returnUntil() {
    if (assignment.handedDown().isPart()) {
      return assignment.clocks().due(DeadlineKind.REPLY);
    }
    return limits.returnWindow() == null ? null : counted(limits.returnWindow());
  }

  /**
   * The end of the window that decides whether the unit has accepted the task; null when there is
   * none to wait for: a part has none, and whoever works on it, or was heard, has accepted it.
   */
  Instant acceptedFrom() {
    return limits.returnWindow() == null
            || assignment.handedDown().isPart()
            || assignment.deemedAcceptedAt() != null
            || !AssignmentMoves.move(assignment.status(), EventType.ASSIGNMENT_DEEMED_ACCEPTED)
                .effective()
        ? null
        : counted(limits.returnWindow());
  }

  /** The latest day on which a hold may end; null when the kind of case has none. */
  public Instant holdUntil() {
    return limits.hold() == null
        ? null
        : DueTime.compute(ClockTerms.of(now, LimitRule.of(limits.hold())), calendar);
  }

  /** The most work days that one extension has; 0 when the kind of case has none. */
  public int extensionDays() {
    return limits.extension() == null ? 0 : limits.extension().amount();
  }

  /** Refuses a return that is not possible now. */
  public void requireReturn() {
    refuse(againstReturn());
  }

  public void requireExtension() {
    refuse(againstExtension());
  }

  public void requireHold() {
    refuse(againstHold());
  }

  /** All three as a form shows them. */
  public AllowanceView view() {
    return new AllowanceView(
        new AllowanceView.Return(
            returnUntil(), of.returnCount(), limits.returns(), sentence(againstReturn())),
        new AllowanceView.Extension(
            extensionDays(),
            assignment.clocks().extensions(),
            limits.extensions(),
            sentence(againstExtension())),
        new AllowanceView.Hold(holdUntil(), sentence(againstHold())));
  }

  private IllegalMove againstReturn() {
    if (assignment.handedDown().isPart()) {
      // The unit above decides: it is nobody's return to the centre.
      IllegalMove busy = against(EventType.ASSIGNMENT_RETURN_REQUESTED);
      return busy != null || !now.isAfter(returnUntil())
          ? busy
          : new ReturnWindowPassed(returnUntil());
    }
    if (limits.returnWindow() == null) {
      return new NotForThisKind(UnitRequest.Kind.RETURN);
    }
    IllegalMove busy = against(EventType.ASSIGNMENT_RETURN_REQUESTED);
    if (busy != null) {
      return busy;
    }
    if (of.disputes().binds(assignment.unitId())) {
      return new RuledToHandle(of.disputes());
    }
    if (limits.returns() != null && of.returnCount() >= limits.returns()) {
      return new ReturnsUsedUp(of.returnCount());
    }
    return now.isAfter(returnUntil()) ? new ReturnWindowPassed(returnUntil()) : null;
  }

  private IllegalMove againstExtension() {
    if (assignment.handedDown().isPart()) {
      return new AnswersToUnitAbove(assignment.handedDown().parentUnitId());
    }
    if (limits.extension() == null) {
      return new NotForThisKind(UnitRequest.Kind.EXTENSION);
    }
    IllegalMove busy = against(EventType.ASSIGNMENT_EXTENSION_REQUESTED);
    if (busy != null) {
      return busy;
    }
    int used = assignment.clocks().extensions();
    if (limits.extensions() != null && used >= limits.extensions()) {
      return new ExtensionsUsedUp(used);
    }
    return assignment.clocks().isPast(DeadlineKind.REPLY, now)
        ? new ExtensionAfterDue(assignment.clocks().due(DeadlineKind.REPLY))
        : null;
  }

  private IllegalMove againstHold() {
    if (assignment.handedDown().isPart()) {
      return new AnswersToUnitAbove(assignment.handedDown().parentUnitId());
    }
    return limits.hold() == null
        ? new NotForThisKind(UnitRequest.Kind.HOLD)
        : against(EventType.ASSIGNMENT_HOLD_REQUESTED);
  }

  private IllegalMove against(EventType act) {
    if (!AssignmentMoves.move(assignment.status(), act).effective()) {
      return new AssignmentNotReady(assignment.status(), act);
    }
    if (assignment.openRequest() != null) {
      return new RequestStillOpen(assignment.openRequest());
    }
    // A request would keep the leader from signing, and what it brings might end the draft.
    return assignment.endorsing().awaits() == null
        ? null
        : new DraftWaits(assignment.endorsing().awaits());
  }

  private Instant counted(LimitRule rule) {
    return DueTime.compute(ClockTerms.of(assignment.clocks().start(), rule), calendar);
  }

  private static void refuse(IllegalMove refusal) {
    if (refusal != null) {
      throw refusal;
    }
  }

  private static Sentence sentence(IllegalMove refusal) {
    return refusal == null ? null : new Sentence(refusal.detailZh(), refusal.detailEn());
  }
}
