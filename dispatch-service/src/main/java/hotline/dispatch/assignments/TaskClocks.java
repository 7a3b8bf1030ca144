package hotline.dispatch.assignments;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.CaseClock;
import hotline.dispatch.clocks.CaseClock.State;
import hotline.dispatch.clocks.CaseClockKind;
import hotline.dispatch.clocks.CaseClockSource;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The clocks of all tasks of a case: signing, contact, reply. */
@ApplicationScoped
class TaskClocks implements CaseClockSource {

  private final AssignmentRepository assignments;
  private final TimeRulesInForce timeRules;

  TaskClocks(AssignmentRepository assignments, TimeRulesInForce timeRules) {
    this.assignments = assignments;
    this.timeRules = timeRules;
  }

  @Override
  public List<CaseClock> of(
      HandledCase of, Predicate<String> seesUnit, Directory names, Instant now) {
    List<CaseClock> clocks = new ArrayList<>();
    for (Assignment task : assignments.ofCase(of.caseId())) {
      if (seesUnit.test(task.unitPath())) {
        for (DeadlineKind kind : DeadlineKind.values()) {
          if (task.clocks().due(kind) != null) {
            clocks.add(clock(task, kind, names, now));
          }
        }
      }
    }
    return clocks;
  }

  private CaseClock clock(Assignment task, DeadlineKind kind, Directory names, Instant now) {
    Clocks clocks = task.clocks();
    Instant met = met(task, kind);
    State state = state(task, kind, met);
    Instant stopped = state == State.ENDED ? task.endedAt() : met;
    return new CaseClock(
        CaseClockKind.valueOf(kind.name()),
        task.round(),
        null,
        task.unitId(),
        names.unitName(task.unitId()),
        clocks.rule(kind).limit().format(),
        clocks.policyVersion(),
        clocks.startOf(kind),
        clocks.due(kind),
        stopped,
        state,
        clocks.missed(kind)
            || state != State.STANDS_STILL && clocks.isPast(kind, stopped == null ? now : stopped),
        kind == DeadlineKind.REPLY && clocks.isDueAsPromised(),
        clocks.explain(kind, timeRules.calendar(clocks.calendarVersion(kind))));
  }

  /** When what the clock asks for was done; a reply only counts once it has passed. */
  private static Instant met(Assignment task, DeadlineKind kind) {
    return switch (kind) {
      case SIGN -> task.signedAt();
      case CONTACT -> task.contactedAt();
      case REPLY -> task.status() == AssignmentStatus.DONE ? task.repliedAt() : null;
      case CALLBACK -> null;
    };
  }

  private static State state(Assignment task, DeadlineKind kind, Instant met) {
    if (met != null) {
      return State.MET;
    }
    if (ClockHands.runs(kind, task.clockStatus())) {
      return State.RUNNING;
    }
    return task.endedAt() == null ? State.STANDS_STILL : State.ENDED;
  }
}
