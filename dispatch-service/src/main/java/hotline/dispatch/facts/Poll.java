package hotline.dispatch.facts;

import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.CaseWithdrawn;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import hotline.relay.quarkus.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The records of one poll, read.
 *
 * @param facts in log order
 * @param files the newest of each case; null values stand for erased files
 */
record Poll(List<Fact> facts, Map<UUID, CaseFile> files) {

  static Poll read(List<Incoming> records) {
    List<Fact> facts = new ArrayList<>();
    Map<UUID, CaseFile> files = new LinkedHashMap<>();
    for (Incoming record : records) {
      try {
        if (record.topic().equals(Topics.CASE_FILE)) {
          UUID caseId = UUID.fromString(record.key());
          CaseFile file = file(record);
          files.put(caseId, files.containsKey(caseId) ? later(files.get(caseId), file) : file);
        } else {
          facts.add(Facts.read(record));
        }
      } catch (UnreadableEvent | IllegalArgumentException unreadable) {
        throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
      }
    }
    return new Poll(facts, files);
  }

  /** A tombstone is newer than every text. */
  private static CaseFile later(CaseFile one, CaseFile other) {
    if (one == null || other == null) {
      return null;
    }
    return one.version() > other.version() ? one : other;
  }

  private static CaseFile file(Incoming record) {
    if (record.value() == null) {
      return null;
    }
    CaseFile file = EventCodec.readCaseFile(record.value());
    if (file.caseId() == null || !file.caseId().toString().equals(record.key())) {
      throw new UnreadableEvent("The case file is not of the case that is its key");
    }
    if (file.updatedAt() == null) {
      throw new UnreadableEvent("The case file does not say when it was written");
    }
    return file;
  }

  /** Those that something is said of, and those that were split off one of them. */
  Set<UUID> caseIds() {
    Set<UUID> ids = new LinkedHashSet<>(files.keySet());
    for (Fact fact : facts) {
      ids.add(fact.envelope().caseId());
      if (fact.event() instanceof CaseSplit split) {
        ids.addAll(split.splitInto());
      }
    }
    return ids;
  }

  /** Cases that may leave their main case, or those that follow them, by what is said of them. */
  Set<UUID> parting() {
    Set<UUID> ids = new LinkedHashSet<>();
    for (Fact fact : facts) {
      if (fact.event() instanceof CaseWithdrawn
          || fact.event() instanceof CaseTransferredOut
          || fact.event() instanceof CaseCorrected) {
        ids.add(fact.envelope().caseId());
      }
    }
    return ids;
  }

  List<CaseFile> written() {
    return files.values().stream().filter(file -> file != null).toList();
  }

  List<UUID> erased() {
    return files.entrySet().stream()
        .filter(file -> file.getValue() == null)
        .map(Map.Entry::getKey)
        .toList();
  }
}
