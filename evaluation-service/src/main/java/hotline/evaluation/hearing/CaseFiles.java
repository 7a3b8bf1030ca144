package hotline.evaluation.hearing;

import hotline.lifecycle.CaseFile;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The newest text of each case; a tombstone erases it for good. */
@ApplicationScoped
class CaseFiles {

  /** What a record leaves of a case; a tombstone is newer than every text. */
  private record Text(
      UUID caseId,
      long version,
      String title,
      String content,
      String demand,
      String directAnswer,
      String ratingWords,
      boolean erased) {

    Text orLater(Text later) {
      return erased || version > later.version ? withWordsOf(later) : later.withWordsOf(this);
    }

    /** A writer that does not know of ratings says nothing of them: that takes nothing back. */
    private Text withWordsOf(Text older) {
      return erased || ratingWords != null
          ? this
          : new Text(
              caseId, version, title, content, demand, directAnswer, older.ratingWords, false);
    }
  }

  void keep(Connection tx, List<Incoming> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    // One row per case: the driver makes one statement of a batch, which may meet a row only once.
    Map<UUID, Text> newest = new LinkedHashMap<>();
    for (Incoming incoming : records) {
      Text text = read(incoming);
      newest.merge(text.caseId(), text, Text::orLater);
    }
    // Never back to an older text: the topic is compacted and may be read again from its beginning.
    try (PreparedStatement upsert =
        tx.prepareStatement(
            """
            insert into case_file
              (case_id, version, title, content, demand, direct_answer, rating_words, erased)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (case_id) do update
               set version = excluded.version, title = excluded.title,
                   content = excluded.content, demand = excluded.demand,
                   direct_answer = excluded.direct_answer,
                   rating_words = case when not excluded.erased
                     then coalesce(excluded.rating_words, case_file.rating_words) end,
                   erased = excluded.erased
             where not case_file.erased and case_file.version <= excluded.version""")) {
      for (Text text : newest.values()) {
        upsert.setObject(1, text.caseId());
        upsert.setLong(2, text.version());
        upsert.setString(3, text.title());
        upsert.setString(4, text.content());
        upsert.setString(5, text.demand());
        upsert.setString(6, text.directAnswer());
        upsert.setString(7, text.ratingWords());
        upsert.setBoolean(8, text.erased());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** What the citizen wrote with own ratings, by round, as JSON; null for nothing. */
  private static String ratingWords(CaseFile file) {
    if (file.ratingWords() == null) {
      return null;
    }
    Map<Integer, String> byRound = new LinkedHashMap<>();
    file.ratingWords().forEach(words -> byRound.put(words.round(), words.text()));
    return new String(EventCodec.write(byRound), StandardCharsets.UTF_8);
  }

  private static Text read(Incoming incoming) {
    try {
      if (incoming.value() == null) {
        return new Text(
            UUID.fromString(incoming.key()), Long.MAX_VALUE, null, null, null, null, null, true);
      }
      CaseFile file = EventCodec.readCaseFile(incoming.value());
      return new Text(
          file.caseId(),
          file.version(),
          file.title(),
          file.content(),
          file.demand(),
          file.directAnswer(),
          ratingWords(file),
          false);
    } catch (UnreadableEvent | IllegalArgumentException e) {
      throw new PoisonRecord("UNREADABLE", e.getMessage(), e);
    }
  }
}
