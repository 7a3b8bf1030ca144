package hotline.dispatch.supervision;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Explanation;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.assignments.Reply;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClock.State;
import hotline.dispatch.clocks.CaseClockKind;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.disputes.Dispute;
import hotline.dispatch.disputes.DisputeRepository;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The centre's own clocks: by when it dispatches what was accepted and reviews what was answered.
 * Units do not see them. They are computed from the limits in force, as on the red list.
 */
@ApplicationScoped
class CentreClocks implements CaseClockSource {

  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final DisputeRepository disputes;
  private final SupervisionLimitStore limits;
  private final TimeRulesInForce timeRules;

  CentreClocks(
      AssignmentRepository assignments,
      HandlingRecords records,
      DisputeRepository disputes,
      SupervisionLimitStore limits,
      TimeRulesInForce timeRules) {
    this.assignments = assignments;
    this.records = records;
    this.disputes = disputes;
    this.limits = limits;
    this.timeRules = timeRules;
  }

  @Override
  public List<CaseClock> of(
      HandledCase of, Predicate<String> seesUnit, Directory names, Instant now) {
    if (of.acceptedAt() == null || !seesUnit.test(null)) {
      return List.of();
    }
    SupervisionLimits inForce = limits.inForce();
    List<Assignment> tasks = assignments.ofCase(of.caseId());
    List<CaseClock> clocks = new ArrayList<>();
    clocks.addAll(dispatching(of, tasks, inForce.dispatchWithin(), now));
    Map<UUID, List<Reply>> replies =
        records.replies(tasks.stream().map(Assignment::assignmentId).toList());
    for (Assignment task : tasks) {
      if (task.handedDown().isPart()) {
        // Its replies are reviewed by the unit above.
        continue;
      }
      for (Reply reply : replies.getOrDefault(task.assignmentId(), List.of())) {
        clocks.add(reviewing(task, reply, inForce.reviewWithin(), now));
      }
    }
    if (of.disputes().any()) {
      for (Dispute dispute : disputes.ofCase(of.caseId())) {
        clocks.add(ruling(dispute, inForce.rulingWithin(), now));
      }
    }
    return clocks;
  }

  private CaseClock ruling(Dispute dispute, Limit limit, Instant now) {
    State state =
        switch (dispute.state()) {
          case OPEN -> State.RUNNING;
          case RULED -> State.MET;
          case ENDED -> State.ENDED;
        };
    return clock(
        CaseClockKind.RULING,
        dispute.round(),
        dispute.openedAt(),
        limit,
        dispute.endedAt(),
        state,
        now);
  }

  private List<CaseClock> dispatching(
      HandledCase of, List<Assignment> tasks, Limit limit, Instant now) {
    return waits(of, tasks).stream()
        .map(
            wait ->
                clock(
                    CaseClockKind.DISPATCH,
                    wait.given().map(Assignment::round).orElse(null),
                    wait.since(),
                    limit,
                    wait.ended(),
                    wait.state(),
                    now))
        .toList();
  }

  /**
   * How long nobody had it.
   *
   * @param given who had it then; empty where it never came to that
   * @param ended null while it waits, and when nobody knows
   */
  record Wait(Instant since, Optional<Assignment> given, Instant ended, State state) {}

  /**
   * From when the case came here until the first unit had it, and again each time it came back.
   * What went to a body outside waits no more.
   */
  static List<Wait> waits(HandledCase of, List<Assignment> tasks) {
    List<Assignment> leads =
        tasks.stream()
            .filter(task -> task.role() == AssignmentRole.LEAD)
            .sorted(Comparator.comparing(task -> task.clocks().start()))
            .toList();
    List<Instant> begun = new ArrayList<>(List.of(of.cameAt()));
    leads.stream().filter(Assignment::cameBack).map(Assignment::endedAt).forEach(begun::add);
    Instant left = of.transferredAt();
    if (left != null && of.waitingSince().isAfter(left) && !begun.contains(of.waitingSince())) {
      begun.add(of.waitingSince());
    }
    List<Wait> waits = new ArrayList<>();
    for (Instant since : begun) {
      Optional<Assignment> given =
          leads.stream()
              .filter(task -> !task.clocks().start().isBefore(since))
              .findFirst()
              .filter(
                  task ->
                      left == null || since.isAfter(left) || !task.clocks().start().isAfter(left));
      Instant dispatched = given.map(task -> task.clocks().start()).orElse(null);
      // What was given on in the same act never waited.
      if (!since.equals(dispatched) || since.equals(of.cameAt())) {
        waits.add(wait(of, since, given, dispatched));
      }
    }
    return waits;
  }

  private static Wait wait(
      HandledCase of, Instant since, Optional<Assignment> given, Instant dispatched) {
    if (dispatched != null) {
      return new Wait(since, given, dispatched, State.MET);
    }
    if (of.transferredAt() != null && !since.isAfter(of.transferredAt())) {
      return new Wait(since, given, of.transferredAt(), State.ENDED);
    }
    return new Wait(since, given, null, of.isWaitingForDispatch() ? State.RUNNING : State.ENDED);
  }

  private CaseClock reviewing(Assignment task, Reply reply, Limit limit, Instant now) {
    Instant reviewed = reply.review() == null ? null : reply.review().at();
    Instant stopped = reviewed == null ? task.endedAt() : reviewed;
    State state =
        reviewed != null ? State.MET : task.endedAt() != null ? State.ENDED : State.RUNNING;
    return clock(
        CaseClockKind.REVIEW, task.round(), reply.submittedAt(), limit, stopped, state, now);
  }

  private CaseClock clock(
      CaseClockKind kind,
      Integer round,
      Instant start,
      Limit limit,
      Instant stopped,
      State state,
      Instant now) {
    Instant until = stopped == null && state == State.RUNNING ? now : stopped;
    ClockTerms terms = ClockTerms.of(start, LimitRule.of(limit));
    WorkCalendar calendar =
        timeRules.calendarOf(
            start, until == null ? now : until, each -> DueTime.compute(terms, each));
    Explanation computed = DueTime.explain(terms, calendar);
    return new CaseClock(
        kind,
        round,
        null,
        null,
        null,
        limit.format(),
        null,
        start,
        computed.due(),
        stopped,
        state,
        until != null && until.isAfter(computed.due()),
        false,
        computed);
  }
}
