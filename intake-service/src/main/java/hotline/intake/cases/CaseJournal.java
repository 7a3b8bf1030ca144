package hotline.intake.cases;

import hotline.lifecycle.CaseFile;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.IntakeEvent;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says the facts of intake: the file of a case first, then the event that speaks of it. */
@ApplicationScoped
class CaseJournal {

  /**
   * A fact about a case.
   *
   * @param file null when the texts did not change
   * @param happenedAt null for now; earlier than that what is written down later
   */
  record Entry(HotlineCase about, CaseFile file, IntakeEvent event, Instant happenedAt) {
    Entry(HotlineCase about, CaseFile file, IntakeEvent event) {
      this(about, file, event, null);
    }
  }

  private final EventLog log;

  @Inject
  CaseJournal(EventLog log) {
    this.log = log;
  }

  /** A newer file alone, where no event speaks of what changed. */
  void file(CaseFile file, Instant now) {
    log.append(List.of(written(file, now)));
  }

  void say(Entry entry, Doer doer, Instant now) {
    say(List.of(entry), doer, now);
  }

  void say(List<Entry> entries, Doer doer, Instant now) {
    List<OutboxRecord> records = new ArrayList<>(2 * entries.size());
    for (Entry entry : entries) {
      if (entry.file() != null) {
        records.add(written(entry.file(), now));
      }
      records.add(event(entry, doer, now));
    }
    log.append(records);
  }

  private static OutboxRecord written(CaseFile file, Instant now) {
    return new OutboxRecord(
        Topics.CASE_FILE,
        file.caseId().toString(),
        EventCodec.write(file),
        EventCodec.stateHeaders(Uuid7.at(now), CaseFile.TYPE, Source.INTAKE, file.caseNo(), now));
  }

  private static OutboxRecord event(Entry entry, Doer doer, Instant now) {
    HotlineCase about = entry.about();
    Envelope envelope =
        new Envelope(
            Uuid7.at(now),
            Source.INTAKE,
            about.id(),
            about.caseNo(),
            entry.happenedAt() == null ? now : entry.happenedAt(),
            now,
            about.nextSequence(),
            null,
            doer.ref(),
            doer.unit(),
            null);
    return new OutboxRecord(
        Topics.CASE_LIFECYCLE,
        about.id().toString(),
        EventCodec.write(entry.event()),
        EventCodec.headers(envelope, entry.event().type()));
  }
}
