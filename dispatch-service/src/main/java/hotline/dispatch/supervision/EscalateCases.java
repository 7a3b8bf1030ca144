package hotline.dispatch.supervision;

import hotline.calendar.ClockHand;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.ContactAttempt;
import hotline.dispatch.assignments.HandlingRecords;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.EscalationPolicy.Step;
import hotline.dispatch.supervision.EscalationStore.Asked;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseEscalated;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.EscalationCause;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves cases up the organisation tree by rules that are data (升级): the next higher unit first, the
 * centre last, each tier once per rule and round.
 *
 * <p>One timer per case stands at its next possible step, with or without a unit. It looks, does
 * what is due, and moves on; an act that starts a clock asks for a look ({@link CaseLooks#soon}).
 */
@ApplicationScoped
public class EscalateCases implements DueWork {

  /** A rule may change, or a case need none at present. */
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final HandlingRecords records;
  private final EscalationRules rules;
  private final EscalationStore store;
  private final SupervisionLimitStore limits;
  private final OrderByRule orderByRule;
  private final DirectoryStore directory;
  private final CaseLooks looks;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  EscalateCases(
      CaseRepository cases,
      AssignmentRepository assignments,
      HandlingRecords records,
      EscalationRules rules,
      EscalationStore store,
      SupervisionLimitStore limits,
      OrderByRule orderByRule,
      DirectoryStore directory,
      CaseLooks looks,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.assignments = assignments;
    this.records = records;
    this.rules = rules;
    this.store = store;
    this.limits = limits;
    this.orderByRule = orderByRule;
    this.directory = directory;
    this.looks = looks;
    this.log = log;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return CaseLooks.KIND;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) {
    Instant now = Cause.now(clock);
    Map<UUID, HandledCase> found =
        cases.lockAll(due.stream().map(timer -> UUID.fromString(timer.key())).toList());
    found.values().removeIf(HandledCase::isOver);
    if (found.isEmpty()) {
      return;
    }
    Map<UUID, Assignment> tasks =
        assignments.openOf(found.keySet()).stream()
            .filter(task -> task.role() == AssignmentRole.LEAD)
            .collect(Collectors.toMap(Assignment::caseId, Function.identity()));
    Map<UUID, List<ContactAttempt>> attempts =
        records.attempts(tasks.values().stream().map(Assignment::assignmentId).toList());
    Map<UUID, Set<Asked>> asked = store.asked(found.keySet());
    Batch batch = new Batch(now);
    for (DueTimer timer : due) {
      HandledCase of = found.get(UUID.fromString(timer.key()));
      if (of != null) {
        Assignment task = tasks.get(of.caseId());
        look(
            batch,
            of,
            situation(
                of,
                task,
                task == null ? List.of() : attempts.getOrDefault(task.assignmentId(), List.of())),
            asked.getOrDefault(of.caseId(), new HashSet<>()));
      }
    }
    cases.flush();
    store.add(batch.rows);
    looks.at(batch.looks);
    log.append(batch.facts);
  }

  /** What one pass writes. */
  private static final class Batch {
    final Instant now;
    final List<Fact> facts = new ArrayList<>();
    final List<EscalationStore.Row> rows = new ArrayList<>();
    final List<DueTimer> looks = new ArrayList<>();

    Batch(Instant now) {
      this.now = now;
    }
  }

  private void look(Batch batch, HandledCase of, Situation situation, Set<Asked> asked) {
    Instant byRules = escalate(batch, of, situation, asked);
    Instant byClock = tick(batch, of, situation).orElse(byRules);
    batch.looks.add(CaseLooks.look(of.caseId(), byClock.isBefore(byRules) ? byClock : byRules));
  }

  /** Says what the centre's own clock has to say; when it has more to say, if it runs. */
  private Optional<Instant> tick(Batch batch, HandledCase of, Situation situation) {
    TimeRules inForce = timeRules.recent();
    return CentreClock.running(situation, of.roundToDispatch(), limits.inForce())
        .flatMap(
            clock -> {
              ClockHand hand =
                  clock.hand(inForce.calendar(), inForce.policy().light(), of.centreWords());
              clock
                  .tick(hand, of.centreWords(), batch.now)
                  .ifPresent(
                      said -> batch.facts.add(of.say(said, Cause.bySystem(batch.now, null))));
              return hand.saidAt(batch.now).nextWord();
            });
  }

  /** Asks whoever is to be asked now; the moment of the next possible step. */
  private Instant escalate(Batch batch, HandledCase of, Situation situation, Set<Asked> asked) {
    Directory known = directory.recent();
    EscalationRules.InForce inForce = rules.inForce();
    Instant next = batch.now.plus(LONGEST_REST);
    List<Unit> above = above(of, situation, known);
    EscalationPolicy policy = new EscalationPolicy(timeRules.calendar());
    for (Step step : policy.steps(situation, inForce.rules(), above.size())) {
      Unit to = above.get(step.tier());
      if (step.at().isAfter(batch.now)) {
        next = step.at().isBefore(next) ? step.at() : next;
        continue;
      }
      int dispatchNo = dispatchNo(of, situation, step);
      if (asked.add(new Asked(of.round(), dispatchNo, step.rule().ruleId(), to.level()))) {
        escalate(batch, of, situation, step, to, dispatchNo, inForce.version());
      }
    }
    return next;
  }

  /** Rounds are counted over all units; a case that waits is with the next one already. */
  private static int dispatchNo(HandledCase of, Situation situation, Step step) {
    if (step.rule().cause() == EscalationCause.ROUNDS) {
      return 1;
    }
    return situation.task() == null ? of.dispatchNo() + 1 : of.dispatchNo();
  }

  private void escalate(
      Batch batch,
      HandledCase of,
      Situation situation,
      Step step,
      Unit to,
      int dispatchNo,
      String version) {
    Cause cause = Cause.bySystem(batch.now, null);
    CaseEscalated event =
        new CaseEscalated(
            of.supervision().escalate(to.level()),
            step.rule().ruleId(),
            version,
            step.rule().cause(),
            situation.task() == null ? null : of.leadUnitId(),
            to.code(),
            to.path(),
            to.level(),
            step.rule().threshold(),
            step.since(),
            situation.task() == null ? null : situation.task().replyDue(),
            of.round(),
            of.urgeCount());
    batch.rows.add(new EscalationStore.Row(of.caseId(), dispatchNo, event, batch.now));
    batch.facts.add(of.say(event, cause));
    if (step.tier() == 0 && step.rule().orderLevel() != null && situation.task() != null) {
      orderByRule.open(of, step.rule(), cause).ifPresent(batch.facts::add);
    }
  }

  /**
   * Who can be asked, the nearest first: the units above the one that has the case in hand. What
   * lies with the centre's own desks is for the centre.
   */
  private static List<Unit> above(HandledCase of, Situation situation, Directory known) {
    boolean inHand = situation.task() != null && situation.task().isInHand();
    List<Unit> chain =
        Stream.iterate(
                known.unit(inHand ? of.leadUnitId() : null),
                Optional::isPresent,
                unit -> known.unit(unit.get().parentCode()))
            .map(Optional::get)
            .toList();
    return chain.size() > 1 ? chain.subList(1, chain.size()) : known.unitsBelow(null);
  }

  private static Situation situation(
      HandledCase of, Assignment task, List<ContactAttempt> attempts) {
    return new Situation(
        of.urgency(),
        of.round(),
        of.isWaitingForDispatch(),
        of.waitingSince(),
        task == null
            ? null
            : new Situation.Task(
                task.status(),
                task.clocks().start(),
                task.clocks().due(DeadlineKind.REPLY),
                task.repliedAt(),
                lastAct(task, attempts)));
  }

  private static Instant lastAct(Assignment task, List<ContactAttempt> attempts) {
    return Stream.concat(
            Stream.of(task.inHandSince(), task.signedAt(), task.repliedAt()),
            attempts.stream().map(ContactAttempt::at))
        .filter(at -> at != null)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
