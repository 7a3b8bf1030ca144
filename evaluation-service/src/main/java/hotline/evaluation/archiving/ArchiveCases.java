package hotline.evaluation.archiving;

import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.evaluation.timers.DueWork;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Archives closed cases whose windows are over and that nothing holds (归档), each under its lock.
 */
@ApplicationScoped
class ArchiveCases implements DueWork {

  /** What is not decided or is held by law is looked at again when that ends, and once a day. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  private final CallbackRepository callbacks;
  private final CaseRepository cases;
  private final ArchivePolicyInForce policy;
  private final Hindrances hindrances;
  private final LegalHoldRepository holds;
  private final CityCalendars calendars;
  private final ArchiveTimer timer;
  private final CaseLog log;
  private final Clock clock;

  ArchiveCases(
      CallbackRepository callbacks,
      CaseRepository cases,
      ArchivePolicyInForce policy,
      Hindrances hindrances,
      LegalHoldRepository holds,
      CityCalendars calendars,
      ArchiveTimer timer,
      CaseLog log,
      Clock clock) {
    this.callbacks = callbacks;
    this.cases = cases;
    this.policy = policy;
    this.hindrances = hindrances;
    this.holds = holds;
    this.calendars = calendars;
    this.timer = timer;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ArchiveTimer.KIND;
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    List<UUID> fired = due.stream().map(timer -> UUID.fromString(timer.key())).toList();
    Map<UUID, HotlineCase> locked =
        cases.lockedByCallbacks(fired).stream()
            .collect(Collectors.toMap(HotlineCase::caseId, Function.identity()));
    Set<UUID> hindered = hindrances.of(tx, locked.keySet());
    Map<UUID, Instant> lifted = holds.lastLifted(locked.keySet());
    ArchivePolicy inForce = policy.get();
    ZoneId city = calendars.recent().calendar().zone();
    Speaker speaker = Speaker.clock(clock);
    List<Fact> facts = new ArrayList<>();
    Map<Callback, Instant> again = new LinkedHashMap<>();
    for (Callback closing : callbacks.these(fired)) {
      HotlineCase about = locked.get(closing.caseId());
      if (about.status() != CaseStatus.CLOSED || about.round() != closing.round()) {
        continue;
      }
      Instant from = inForce.from(closing);
      if (speaker.time().isBefore(from)) {
        again.put(closing, from);
      } else if (hindered.contains(about.caseId())) {
        again.put(closing, speaker.time().plus(LOOK_AGAIN));
      } else {
        int years = inForce.years(about.kind());
        Instant until = Retention.until(closing.endedAt(), years, lifted.get(about.caseId()), city);
        facts.add(about.archive(closing.endedAt(), years, until, speaker));
      }
    }
    log.append(facts);
    timer.again(tx, again);
  }
}
