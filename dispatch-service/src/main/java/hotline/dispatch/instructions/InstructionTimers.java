package hotline.dispatch.instructions;

import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.timers.DueWork;
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

/** Says that a unit did not answer an instruction in time (批示超期), once per unit. */
@ApplicationScoped
class InstructionTimers implements DueWork {

  private static final String KIND = "instruction";

  private final InstructionRepository instructions;
  private final CaseLog log;
  private final ServiceTimers timers;
  private final Clock clock;

  InstructionTimers(
      InstructionRepository instructions, CaseLog log, ServiceTimers timers, Clock clock) {
    this.instructions = instructions;
    this.log = log;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * The due moment itself is in time. The number of answers makes the key new after a sending back.
   */
  void watch(List<InstructedUnit> units) {
    timers.scheduleAll(
        units.stream()
            .filter(unit -> !unit.missed() && ReceiptMoves.runs(unit.status(), unit.duty()))
            .map(
                unit ->
                    new DueTimer(
                        KIND,
                        unit.instructionId() + "/" + unit.unitId() + "/" + unit.answers(),
                        unit.dueAt().plus(Duration.ofMillis(1)),
                        null))
            .toList());
  }

  /** Whatever of them has run out by now; the other units of the instruction are looked at too. */
  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Instant now = Cause.now(clock);
    Cause cause = Cause.bySystem(now, null);
    Set<UUID> ids = new LinkedHashSet<>();
    due.forEach(timer -> ids.add(id(timer)));
    List<Fact> facts = new ArrayList<>();
    for (InstructionRepository.Held held : instructions.lockAll(ids)) {
      held.units()
          .forEach(unit -> unit.missedBy(now).ifPresent(missed -> held.say(missed, cause, facts)));
    }
    instructions.flush();
    log.append(facts);
  }

  private static UUID id(DueTimer timer) {
    return UUID.fromString(timer.key().substring(0, timer.key().indexOf('/')));
  }
}
