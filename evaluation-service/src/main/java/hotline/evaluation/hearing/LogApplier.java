package hotline.evaluation.hearing;

import hotline.evaluation.callbacks.CallbackTimer;
import hotline.evaluation.directory.UnitDirectory;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import hotline.relay.RecordApplier;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Takes in a whole poll of the four topics that evaluation reads. */
@ApplicationScoped
public class LogApplier implements RecordApplier {

  private final HearFacts facts;
  private final CaseFiles files;
  private final UnitDirectory units;
  private final CityCalendars calendars;
  private final CallbackTimer callbackTimer;

  LogApplier(
      HearFacts facts,
      CaseFiles files,
      UnitDirectory units,
      CityCalendars calendars,
      CallbackTimer callbackTimer) {
    this.facts = facts;
    this.files = files;
    this.units = units;
    this.calendars = calendars;
    this.callbackTimer = callbackTimer;
  }

  @Override
  public void apply(Connection tx, List<Incoming> records) throws Exception {
    List<Fact> heard = new ArrayList<>(records.size());
    List<Incoming> fileRecords = new ArrayList<>();
    List<Incoming> directoryRecords = new ArrayList<>();
    List<Incoming> calendarRecords = new ArrayList<>();
    for (Incoming incoming : records) {
      switch (incoming.topic()) {
        case Topics.CASE_LIFECYCLE -> heard.add(Facts.read(incoming));
        case Topics.CASE_FILE -> fileRecords.add(incoming);
        case Topics.DIRECTORY -> directoryRecords.add(incoming);
        case Topics.CALENDAR -> calendarRecords.add(incoming);
        default -> throw new PoisonRecord("UNKNOWN_TOPIC", "Not read here: " + incoming.topic());
      }
    }
    units.keep(tx, directoryRecords);
    if (calendars.keep(tx, calendarRecords)) {
      callbackTimer.lookAgain(tx);
    }
    files.keep(tx, fileRecords);
    facts.hear(tx, heard);
  }
}
