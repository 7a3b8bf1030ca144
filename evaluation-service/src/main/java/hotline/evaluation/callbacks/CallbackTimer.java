package hotline.evaluation.callbacks;

import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.evaluation.timers.DueWork;
import hotline.lifecycle.EvaluationEvent;
import hotline.lifecycle.Fact;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says when the clock of a callback turns yellow, runs out or follows a newer calendar. The timer
 * of a callback that has ended meanwhile fires into nothing: that is cheaper than a statement more
 * in every rating.
 */
@ApplicationScoped
public class CallbackTimer implements DueWork {

  static final String KIND = "callback-due";

  private final CallbackRepository callbacks;
  private final CaseRepository cases;
  private final CityCalendars calendars;
  private final Timers timers;
  private final CaseLog log;
  private final Clock clock;

  CallbackTimer(
      CallbackRepository callbacks,
      CaseRepository cases,
      CityCalendars calendars,
      Timers timers,
      CaseLog log,
      Clock clock) {
    this.callbacks = callbacks;
    this.cases = cases;
    this.calendars = calendars;
    this.timers = timers;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * For when each of these, just opened, has something to say first. A calendar may have come into
   * force since theirs was read: it is followed at once.
   */
  void begin(Connection tx, List<Callback> opened) throws SQLException {
    if (opened.isEmpty()) {
      return;
    }
    set(tx, opened);
    int newest = calendars.newestIn(tx).version();
    List<String> behind =
        opened.stream()
            .filter(callback -> callback.calendarVersion() < newest)
            .map(callback -> callback.callbackId().toString())
            .toList();
    if (!behind.isEmpty()) {
      timers.hasten(tx, KIND, behind, clock.instant());
    }
  }

  /** For when each of these has something to say next. */
  void set(Connection tx, Collection<Callback> of) throws SQLException {
    timers.scheduleAll(tx, of.stream().flatMap(CallbackTimer::next).toList());
  }

  private static Stream<DueTimer> next(Callback callback) {
    return callback.nextWord().stream()
        .map(at -> new DueTimer(KIND, callback.callbackId().toString(), at, null));
  }

  /** After a calendar has come into force: all that lie ahead are looked at, a batch at a time. */
  public void lookAgain(Connection tx) throws SQLException {
    List<String> behind = new ArrayList<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select callback_id from callback where status = 'OPEN' and overdue_since is null"
                + " and callback_limit is not null and calendar_version < ?")) {
      sql.setInt(1, calendars.newestIn(tx).version());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          behind.add(row.getString(1));
        }
      }
    }
    timers.hasten(tx, KIND, behind, clock.instant());
  }

  /**
   * After the due times of these, whose cases are locked, have moved. A timer may be firing at this
   * moment and wait for its case: it is not waited for, and sees what was written.
   */
  void lookAgain(Connection tx, List<Callback> moved) throws SQLException {
    timers.hasten(
        tx,
        KIND,
        moved.stream().map(callback -> callback.callbackId().toString()).toList(),
        clock.instant());
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    List<UUID> fired = due.stream().map(timer -> UUID.fromString(timer.key())).toList();
    Map<UUID, HotlineCase> locked =
        cases.lockedByCallbacks(fired).stream()
            .collect(Collectors.toMap(HotlineCase::caseId, Function.identity()));
    List<Callback> open = callbacks.these(fired).stream().filter(Callback::isOpen).toList();
    CityCalendars.InForce newest = calendars.newestIn(tx);
    Speaker speaker = Speaker.clock(clock);
    List<Fact> facts = new ArrayList<>();
    for (Callback callback : open) {
      HotlineCase about = locked.get(callback.caseId());
      Stream.concat(
              // One that was opened just before a newer calendar was heard follows it here.
              callback.follow(newest).stream(), callback.tick(speaker.time()).stream())
          .forEach((EvaluationEvent said) -> facts.add(about.say(said, speaker)));
    }
    log.append(facts);
    set(tx, open);
  }
}
