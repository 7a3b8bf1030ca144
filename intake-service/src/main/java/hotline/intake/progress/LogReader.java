package hotline.intake.progress;

import hotline.intake.cases.ScreeningTimer;
import hotline.intake.reference.DirectoryHandler;
import hotline.intake.replies.PublicReplyHandler;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.RecordApplier;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;

/** Gives each record of a poll to who follows its topic. */
@ApplicationScoped
class LogReader implements RecordApplier {
  private final CaseEventHandler cases;
  private final DirectoryHandler directory;
  private final PublicReplyHandler replies;
  private final CityCalendars calendars;
  private final ScreeningTimer screenings;

  @Inject
  LogReader(
      CaseEventHandler cases,
      DirectoryHandler directory,
      PublicReplyHandler replies,
      CityCalendars calendars,
      ScreeningTimer screenings) {
    this.cases = cases;
    this.directory = directory;
    this.replies = replies;
    this.calendars = calendars;
    this.screenings = screenings;
  }

  @Override
  public void apply(Connection tx, List<Incoming> records) throws Exception {
    List<Incoming> entries = of(Topics.DIRECTORY, records);
    if (!entries.isEmpty()) {
      directory.apply(tx, entries);
    }
    if (calendars.keep(tx, of(Topics.CALENDAR, records))) {
      screenings.lookAgain(tx);
    }
    List<Incoming> answered = of(Topics.PUBLIC_REPLY, records);
    if (!answered.isEmpty()) {
      replies.apply(tx, answered);
    }
    List<Incoming> facts = of(Topics.CASE_LIFECYCLE, records);
    if (!facts.isEmpty()) {
      cases.apply(tx, facts);
    }
  }

  private static List<Incoming> of(String topic, List<Incoming> records) {
    return records.stream().filter(record -> record.topic().equals(topic)).toList();
  }
}
