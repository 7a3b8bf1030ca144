package hotline.intake.progress;

import hotline.intake.reference.DirectoryHandler;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.RecordApplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;

/** Gives each record of a poll to who follows its topic. */
@ApplicationScoped
class LogReader implements RecordApplier {
  private final CaseEventHandler cases;
  private final DirectoryHandler directory;

  @Inject
  LogReader(CaseEventHandler cases, DirectoryHandler directory) {
    this.cases = cases;
    this.directory = directory;
  }

  @Override
  public void apply(Connection tx, List<Incoming> records) throws Exception {
    List<Incoming> entries = of(Topics.DIRECTORY, records);
    if (!entries.isEmpty()) {
      directory.apply(tx, entries);
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
