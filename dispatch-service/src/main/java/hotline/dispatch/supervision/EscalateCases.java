package hotline.dispatch.supervision;

import hotline.calendar.ClockHand;
import hotline.dispatch.assignments.AcceptedTasks;
import hotline.dispatch.assignments.OpenTasks;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.endorsement.LapsedDrafts;
import hotline.dispatch.limits.TimeRules;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.supervision.EscalationPolicy.Step;
import hotline.dispatch.supervision.EscalationStore.Asked;
import hotline.dispatch.timers.DueWork;
import hotline.lifecycle.CaseEscalated;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves cases up the organisation tree by rules that are data (升级): the next higher unit first, the
 * centre last, each tier once for each clock that a rule looks at. Every unit with a task has its
 * own, and one that begins anew is another.
 *
 * <p>One timer per case stands at its next possible step, with or without a unit. It looks, does
 * what is due, and moves on; an act that starts a clock asks for a look ({@link CaseLooks#soon}).
 */
@ApplicationScoped
public class EscalateCases implements DueWork {

  /** A rule may change, or a case need none at present. */
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final CaseRepository cases;
  private final Situations situations;
  private final EscalationRules rules;
  private final EscalationStore store;
  private final SupervisionLimitStore limits;
  private final OrderByRule orderByRule;
  private final AcceptedTasks accepted;
  private final LapsedDrafts lapsed;
  private final DirectoryStore directory;
  private final CaseLooks looks;
  private final CaseLog log;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  EscalateCases(
      CaseRepository cases,
      Situations situations,
      EscalationRules rules,
      EscalationStore store,
      SupervisionLimitStore limits,
      OrderByRule orderByRule,
      AcceptedTasks accepted,
      LapsedDrafts lapsed,
      DirectoryStore directory,
      CaseLooks looks,
      CaseLog log,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.cases = cases;
    this.situations = situations;
    this.rules = rules;
    this.store = store;
    this.limits = limits;
    this.orderByRule = orderByRule;
    this.accepted = accepted;
    this.lapsed = lapsed;
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
    OpenTasks open = situations.open(found.keySet());
    Map<UUID, List<Situation>> lying = situations.of(found, open);
    Map<UUID, Set<Asked>> asked = store.asked(found.keySet());
    Batch batch = new Batch(now);
    Map<UUID, Instant> windows = lapsed.look(found, open, now, batch.facts);
    accepted
        .look(found, open, now, batch.facts)
        .forEach((id, end) -> windows.merge(id, end, EscalateCases::earlier));
    for (DueTimer timer : due) {
      HandledCase of = found.get(UUID.fromString(timer.key()));
      if (of != null) {
        look(
            batch,
            of,
            lying.get(of.caseId()),
            windows.getOrDefault(of.caseId(), now.plus(LONGEST_REST)),
            asked.computeIfAbsent(of.caseId(), none -> new HashSet<>()));
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

  private void look(
      Batch batch, HandledCase of, List<Situation> lying, Instant window, Set<Asked> asked) {
    Instant next = earlier(batch.now.plus(LONGEST_REST), window);
    for (Situation situation : lying) {
      next = earlier(next, escalate(batch, of, situation, asked));
    }
    for (Instant word : tick(batch, of, lying)) {
      next = earlier(next, word);
    }
    batch.looks.add(CaseLooks.look(of.caseId(), next));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A clock of the centre with what was said of it so far. */
  private record Standing(CentreClock clock, ClockHand hand) {}

  /**
   * Says what the centre's own clocks have to say; when those that run have more to say. Replies of
   * several units may wait side by side.
   */
  private List<Instant> tick(Batch batch, HandledCase of, List<Situation> lying) {
    TimeRules inForce = timeRules.recent();
    // What was said is read before anything is said: two may end at the same moment.
    List<Standing> running =
        lying.stream()
            .flatMap(
                each -> CentreClock.running(each, of.roundToDispatch(), limits.inForce()).stream())
            .sorted(Comparator.comparing(CentreClock::start))
            .map(
                clock ->
                    new Standing(
                        clock,
                        clock.hand(inForce.calendar(), inForce.policy().light(), of.centreWords())))
            .toList();
    List<Instant> words = new ArrayList<>();
    for (Standing each : running) {
      each.clock()
          .tick(each.hand(), of.centreWords(), batch.now)
          .ifPresent(said -> batch.facts.add(of.say(said, Cause.bySystem(batch.now, null))));
      each.hand().saidAt(batch.now).nextWord().ifPresent(words::add);
    }
    return words;
  }

  /** Asks whoever is to be asked now; the moment of the next possible step. */
  private Instant escalate(Batch batch, HandledCase of, Situation situation, Set<Asked> asked) {
    Directory known = directory.recent();
    EscalationRules.InForce inForce = rules.inForce();
    Instant next = batch.now.plus(LONGEST_REST);
    List<Unit> above = above(situation, known);
    EscalationPolicy policy = new EscalationPolicy(timeRules.calendar());
    for (Step step : policy.steps(situation, inForce.rules(), above.size())) {
      Unit to = above.get(step.tier());
      if (step.at().isAfter(batch.now)) {
        next = earlier(next, step.at());
        continue;
      }
      Asked ask = ask(of, situation, step, to);
      if (asked.add(ask)) {
        escalate(batch, of, situation, step, to, ask.dispatchNo(), inForce.version());
      }
    }
    return next;
  }

  /** Rounds are counted over all units; a case that waits is with the next one already. */
  private static Asked ask(HandledCase of, Situation situation, Step step, Unit to) {
    boolean ofAllUnits = step.rule().cause() == EscalationCause.ROUNDS;
    int next = situation.task() == null ? of.dispatchNo() + 1 : of.dispatchNo();
    return new Asked(
        of.round(),
        ofAllUnits ? 1 : next,
        ofAllUnits ? null : situation.unitId(),
        step.rule().ruleId(),
        to.level(),
        step.since());
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
            situation.unitId(),
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
    if (step.opensOrder(situation)) {
      orderByRule.open(of, situation.unitId(), step.rule(), cause).ifPresent(batch.facts::add);
    }
  }

  /**
   * Who can be asked, the nearest first: the units above the one that has the task in hand. What
   * lies with the centre's own desks is for the centre.
   */
  private static List<Unit> above(Situation situation, Directory known) {
    boolean inHand = situation.task() != null && situation.task().isInHand();
    List<Unit> chain =
        Stream.iterate(
                known.unit(inHand ? situation.unitId() : null),
                Optional::isPresent,
                unit -> known.unit(unit.get().parentCode()))
            .map(Optional::get)
            .toList();
    return chain.size() > 1 ? chain.subList(1, chain.size()) : known.unitsBelow(null);
  }
}
