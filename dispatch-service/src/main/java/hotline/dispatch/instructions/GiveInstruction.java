package hotline.dispatch.instructions;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Scope;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.clocks.PaperClock;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.owners.Leader;
import hotline.dispatch.owners.Leaders;
import hotline.dispatch.supervision.PaperNumbers;
import hotline.lifecycle.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A leader instructs units (批示); or a supervisor types what came on paper, on the leader's behalf.
 */
@ApplicationScoped
public class GiveInstruction {

  private final EntityManager database;
  private final CaseRepository cases;
  private final DirectoryStore directory;
  private final Leaders leaders;
  private final PaperNumbers numbers;
  private final InstructionClock limit;
  private final InstructionTimers timers;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  GiveInstruction(
      EntityManager database,
      CaseRepository cases,
      DirectoryStore directory,
      Leaders leaders,
      PaperNumbers numbers,
      InstructionClock limit,
      InstructionTimers timers,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.database = database;
    this.cases = cases;
    this.directory = directory;
    this.leaders = leaders;
    this.numbers = numbers;
    this.limit = limit;
    this.timers = timers;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Transactional
  public Instruction give(Actor actor, InstructionEntry entry) {
    Cause cause = Cause.by(actor, clock);
    LocalDate today = timeRules.calendar().dateOf(cause.at());
    boolean onPaper = !actor.is(Role.LEADER);
    String ownPost = onPaper ? null : leaders.find(actor.userId()).map(Leader::post).orElse(null);
    Directory units = directory.current();
    entry.check(units, onPaper, ownPost, cause.at(), today);
    HandledCase about =
        entry.caseId() == null
            ? null
            : cases
                .lock(entry.caseId())
                .filter(one -> Scope.of(actor).reachesPlace(one.placePath()))
                .orElseThrow(() -> new NotFound("工单", "case"));
    PaperClock answerBy = limit.from(cause.at(), entry.due());
    Instruction instruction =
        Instruction.give(
            numbers.next("PS", cause.at()),
            entry.caseId(),
            entry.wording(onPaper, ownPost, today),
            answerBy.dueAt(),
            cause);
    List<InstructedUnit> instructed = entry.units(instruction, units, answerBy);
    List<Fact> facts = new ArrayList<>();
    if (about != null) {
      about.supervision().instructionGiven();
      facts.add(about.say(instruction.given(instructed), cause));
    }
    database.persist(instruction);
    // The rows point at it.
    database.flush();
    instructed.forEach(database::persist);
    database.flush();
    timers.watch(instructed);
    log.append(facts);
    return instruction;
  }
}
