package hotline.intake.cases;

import hotline.intake.cases.CaseJournal.Entry;
import hotline.lifecycle.IntakeEvent;
import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import hotline.relay.Timers;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Says when a case that waits for screening turns yellow, is late or follows a newer calendar. The
 * timer of a case that was screened meanwhile fires into nothing: that is cheaper than a statement
 * more in every acceptance.
 */
@ApplicationScoped
public class ScreeningTimer implements TimerHandler {

  private static final String KIND = "screening-due";

  private final CaseRepository cases;
  private final CaseJournal journal;
  private final CityCalendars calendars;
  private final Timers timers;
  private final JoinedConnection database;
  private final Clock clock;

  ScreeningTimer(
      CaseRepository cases,
      CaseJournal journal,
      CityCalendars calendars,
      Timers timers,
      JoinedConnection database,
      Clock clock) {
    this.cases = cases;
    this.journal = journal;
    this.calendars = calendars;
    this.timers = timers;
    this.database = database;
    this.clock = clock;
  }

  /** For when each of these has something to say next. */
  void set(Collection<HotlineCase> waiting) {
    List<DueTimer> next = waiting.stream().flatMap(ScreeningTimer::next).toList();
    database.call(
        tx -> {
          timers.scheduleAll(tx, next);
          return null;
        });
  }

  private static Stream<DueTimer> next(HotlineCase waiting) {
    return waiting.nextScreeningWord().stream()
        .map(at -> new DueTimer(KIND, waiting.id().toString(), at, null));
  }

  /** After a calendar has come into force: all that wait are looked at, a batch at a time. */
  public void lookAgain(Connection tx) throws SQLException {
    List<String> behind = new ArrayList<>();
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id FROM hotline_case WHERE status IN ('REGISTERED', 'SCREENING')"
                + " AND NOT screen_missed AND screen_calendar < ?")) {
      select.setInt(1, calendars.newestIn(tx).version());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          behind.add(row.getString(1));
        }
      }
    }
    timers.hasten(tx, KIND, behind, clock.instant());
  }

  /**
   * After the limit of this case, whose row is locked, has changed. Its timer may be firing at this
   * moment and wait for that row: it is not waited for, and sees what was written.
   */
  void lookAgain(UUID caseId) {
    database.call(tx -> timers.hasten(tx, KIND, List.of(caseId.toString()), clock.instant()));
  }

  @Override
  public void fire(Connection tx, List<DueTimer> due) throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CityCalendars.InForce newest = calendars.newestIn(tx);
    List<HotlineCase> waiting =
        cases.waitingForScreening(due.stream().map(timer -> UUID.fromString(timer.key())).toList());
    List<Entry> said = new ArrayList<>();
    for (HotlineCase one : waiting) {
      for (IntakeEvent event : one.screeningWords(newest, now)) {
        said.add(new Entry(one, null, event));
      }
    }
    journal.say(said, Doer.SYSTEM, now);
    cases.flush();
    set(waiting);
  }
}
