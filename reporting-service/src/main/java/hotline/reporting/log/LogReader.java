package hotline.reporting.log;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Move;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import hotline.relay.RecordApplier;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.Facts;
import hotline.reporting.cases.CaseRecord;
import hotline.reporting.cases.CaseRecords;
import hotline.reporting.directory.DirectoryNames;
import hotline.reporting.headline.DayChanges;
import hotline.reporting.ranking.HearRankings;
import hotline.reporting.timeline.TimelineEntries;
import hotline.reporting.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies a poll to all read models in five statements, however many records it has: cases are
 * read, then cases, timeline, counts and progress are written.
 */
@ApplicationScoped
public class LogReader implements RecordApplier {

  private final CaseRecords cases;
  private final TimelineEntries timeline;
  private final DirectoryNames names;
  private final CityCalendars calendars;
  private final HearRankings rankings;
  private final LogProgress progress;

  LogReader(
      CaseRecords cases,
      TimelineEntries timeline,
      DirectoryNames names,
      CityCalendars calendars,
      HearRankings rankings,
      LogProgress progress) {
    this.cases = cases;
    this.timeline = timeline;
    this.names = names;
    this.calendars = calendars;
    this.rankings = rankings;
    this.progress = progress;
  }

  private record Read(Incoming record, Fact fact) {}

  @Override
  public void apply(Connection tx, List<Incoming> records) throws SQLException {
    List<DirectoryEntry> entries = new ArrayList<>();
    List<Incoming> calendarRecords = new ArrayList<>();
    List<Incoming> rankingRecords = new ArrayList<>();
    List<Read> facts = new ArrayList<>();
    Map<Integer, LogProgress.Reached> reached = new HashMap<>();
    for (Incoming record : records) {
      switch (record.topic()) {
        case Topics.DIRECTORY -> directoryEntry(record).ifPresent(entries::add);
        case Topics.CALENDAR -> calendarRecords.add(record);
        case Topics.SCORE -> rankingRecords.add(record);
        default -> facts.add(new Read(record, Facts.read(record)));
      }
    }
    if (!entries.isEmpty()) {
      names.save(tx, entries);
    }
    calendars.keep(tx, calendarRecords);
    rankings.hear(tx, rankingRecords);
    if (!facts.isEmpty()) {
      applyFacts(tx, facts, reached);
      progress.save(tx, reached);
    }
  }

  private void applyFacts(
      Connection tx, List<Read> facts, Map<Integer, LogProgress.Reached> reached)
      throws SQLException {
    Map<UUID, CaseRecord> rows =
        cases.find(
            tx, facts.stream().map(read -> read.fact().envelope().caseId()).distinct().toList());
    DayChanges days = new DayChanges();
    rows.values().forEach(days::takeOff);
    List<TimelineEntry> entries = new ArrayList<>(facts.size());
    Map<UUID, CaseRecord> changed = new LinkedHashMap<>();
    for (Read read : facts) {
      var envelope = read.fact().envelope();
      CaseRecord row =
          rows.computeIfAbsent(
              envelope.caseId(), caseId -> new CaseRecord(caseId, envelope.caseNo()));
      Move<?> move = row.apply(read.fact());
      if (move.kind() == Move.Kind.IMPOSSIBLE) {
        throw new PoisonRecord(
            "IMPOSSIBLE_MOVE",
            read.fact().event().type().wireName() + " cannot follow the status " + row.status());
      }
      changed.put(envelope.caseId(), row);
      entries.add(
          TimelineEntry.of(
              read.fact(),
              move.kind() == Move.Kind.SUPERSEDED,
              read.record().offset(),
              new String(read.record().value(), StandardCharsets.UTF_8)));
      reached.merge(
          read.record().partition(),
          new LogProgress.Reached(read.record().offset() + 1, envelope.recordedTime()),
          LogReader::further);
    }
    changed.values().forEach(days::putOn);
    cases.save(tx, changed.values());
    timeline.append(tx, entries);
    days.save(tx);
  }

  private static LogProgress.Reached further(LogProgress.Reached a, LogProgress.Reached b) {
    Instant newest = a.asOf().isAfter(b.asOf()) ? a.asOf() : b.asOf();
    return new LogProgress.Reached(Math.max(a.nextOffset(), b.nextOffset()), newest);
  }

  private static Optional<DirectoryEntry> directoryEntry(Incoming record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventCodec.readDirectoryEntry(record.headers(), record.value()));
    } catch (UnreadableEvent unreadable) {
      throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
    }
  }
}
