package hotline.evaluation.spotchecks;

import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.evaluation.timers.DueWork;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ends the checks that nobody has made and signed when their time and the grace are over (逾期未核查).
 * The timer of one that has ended meanwhile fires into nothing.
 */
@ApplicationScoped
class CheckEnds implements DueWork {

  static final String KIND = "spot-check-end";

  private final SpotCheckRepository checks;
  private final CaseRepository cases;
  private final SpotCheckPolicyInForce policy;
  private final CityCalendars calendars;
  private final Timers timers;
  private final CaseLog log;
  private final Clock clock;

  CheckEnds(
      SpotCheckRepository checks,
      CaseRepository cases,
      SpotCheckPolicyInForce policy,
      CityCalendars calendars,
      Timers timers,
      CaseLog log,
      Clock clock) {
    this.checks = checks;
    this.cases = cases;
    this.policy = policy;
    this.calendars = calendars;
    this.timers = timers;
    this.log = log;
    this.clock = clock;
  }

  /** When a check that is due then ends by itself. */
  Instant at(Instant due) {
    return CheckClock.start(due, policy.get().grace(), calendars.recent()).due();
  }

  static DueTimer timer(SpotCheck check, Instant end) {
    return new DueTimer(KIND, check.callbackId().toString(), end, null);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    List<UUID> fired = due.stream().map(timer -> UUID.fromString(timer.key())).toList();
    Map<UUID, HotlineCase> locked =
        cases.lockedByCallbacks(fired).stream()
            .collect(Collectors.toMap(HotlineCase::caseId, Function.identity()));
    Speaker speaker = Speaker.clock(clock);
    List<Fact> facts = new ArrayList<>();
    List<DueTimer> again = new ArrayList<>();
    for (SpotCheck check : checks.ofCallbacks(fired)) {
      // A newer calendar may have moved its due time.
      Instant end = at(check.dueAt());
      if (!check.isOpen()) {
        continue;
      } else if (speaker.time().isBefore(end)) {
        again.add(timer(check, end));
      } else {
        facts.add(locked.get(check.caseId()).say(check.outOfTime(speaker.time()), speaker));
      }
    }
    log.append(facts);
    timers.scheduleAll(tx, again);
  }
}
