package hotline.evaluation.hearing;

import hotline.lifecycle.CaseFile;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The newest text of each case; a tombstone erases it for good. */
@ApplicationScoped
class CaseFiles {

  void keep(Connection tx, List<Incoming> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    // Never back to an older text: the topic is compacted and may be read again from its beginning.
    try (PreparedStatement upsert =
        tx.prepareStatement(
            """
            insert into case_file (case_id, version, title, content, demand, erased)
            values (?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update
               set version = excluded.version, title = excluded.title,
                   content = excluded.content, demand = excluded.demand,
                   erased = excluded.erased
             where not case_file.erased and case_file.version <= excluded.version""")) {
      for (Incoming incoming : records) {
        bind(upsert, incoming);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement upsert, Incoming incoming) throws SQLException {
    try {
      if (incoming.value() == null) {
        upsert.setObject(1, UUID.fromString(incoming.key()));
        upsert.setLong(2, Long.MAX_VALUE);
        upsert.setString(3, null);
        upsert.setString(4, null);
        upsert.setString(5, null);
        upsert.setBoolean(6, true);
        return;
      }
      CaseFile file = EventCodec.readCaseFile(incoming.value());
      upsert.setObject(1, file.caseId());
      upsert.setLong(2, file.version());
      upsert.setString(3, file.title());
      upsert.setString(4, file.content());
      upsert.setString(5, file.demand());
      upsert.setBoolean(6, false);
    } catch (UnreadableEvent | IllegalArgumentException e) {
      throw new PoisonRecord("UNREADABLE", e.getMessage(), e);
    }
  }
}
