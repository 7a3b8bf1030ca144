package hotline.evaluation.hearing;

import hotline.evaluation.callbacks.CallbackTimer;
import hotline.evaluation.directory.UnitDirectory;
import hotline.evaluation.spotchecks.CheckClocks;
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
  private final CheckClocks checkClocks;

  LogApplier(
      HearFacts facts,
      CaseFiles files,
      UnitDirectory units,
      CityCalendars calendars,
      CallbackTimer callbackTimer,
      CheckClocks checkClocks) {
    this.facts = facts;
    this.files = files;
    this.units = units;
    this.calendars = calendars;
    this.callbackTimer = callbackTimer;
    this.checkClocks = checkClocks;
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
    boolean newCalendar = calendars.keep(tx, calendarRecords);
    if (newCalendar) {
      callbackTimer.lookAgain(tx);
    }
    files.keep(tx, fileRecords);
    facts.hear(tx, heard);
    if (newCalendar) {
      // After the cases: whoever locks a case and its checks does so in this order.
      checkClocks.follow(tx);
    }
  }
}
