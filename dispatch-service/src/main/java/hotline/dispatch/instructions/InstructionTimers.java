package hotline.dispatch.instructions;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.timekeeping.CalendarFollower;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says that a unit did not answer an instruction in time (批示超期), once per unit, and that its answer
 * is due at another moment by a newer calendar.
 */
@ApplicationScoped
class InstructionTimers implements DueWork, CalendarFollower {

  private static final String KIND = "instruction";

  private final InstructionRepository instructions;
  private final TimeRulesInForce timeRules;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  InstructionTimers(
      InstructionRepository instructions,
      TimeRulesInForce timeRules,
      CaseLog log,
      ServiceTimers timers,
      Clock clock) {
    this.instructions = instructions;
    this.timeRules = timeRules;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The due moment itself is in time. */
  void watch(List<InstructedUnit> units) {
    timers.scheduleAll(
        units.stream()
            .filter(unit -> !unit.missed() && unit.awaitsAnswer())
            .map(
                unit ->
                    new DueTimer(KIND, key(unit), unit.dueAt().plus(Duration.ofMillis(1)), null))
            .toList());
  }

  @Override
  public void hasten(int calendarVersion) {
    Instant now = clock.instant();
    List<String> behind =
        instructions.behind(calendarVersion, now).stream().map(InstructionTimers::key).toList();
    if (!behind.isEmpty()) {
      timers.hasten(KIND, behind, now);
    }
  }

  /** Whatever of them has run out by now; the other units of the instruction are looked at too. */
  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Cause cause = Cause.bySystem(Cause.now(clock), null);
    TimeRules rules = timeRules.current();
    Set<UUID> ids = new LinkedHashSet<>();
    due.forEach(timer -> ids.add(id(timer)));
    Set<String> fired = due.stream().map(DueTimer::key).collect(Collectors.toSet());
    List<Fact> facts = new ArrayList<>();
    List<InstructedUnit> next = new ArrayList<>();
    for (InstructionRepository.Held held : instructions.lockAll(ids)) {
      for (InstructedUnit unit : held.units()) {
        Stream.concat(unit.follow(rules, cause.at()).stream(), unit.missedBy(cause.at()).stream())
            .forEach((DispatchEvent said) -> held.say(said, cause, facts));
        // The other units have timers of their own, which may be firing at this very moment.
        if (fired.contains(key(unit))) {
          next.add(unit);
        }
      }
    }
    instructions.flush();
    log.append(facts);
    watch(next);
  }

  /** The number of answers makes it new after a sending back. */
  private static String key(InstructedUnit unit) {
    return unit.instructionId() + "/" + unit.unitId() + "/" + unit.answers();
  }

  private static UUID id(DueTimer timer) {
    return UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
  }
}
