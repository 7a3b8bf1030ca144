package hotline.evaluation.directory;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and paths of the units; places and categories are not needed here. */
@ApplicationScoped
public class UnitDirectory {

  /** Keeps the units of these records, the latest wins. */
  public void keep(Connection tx, List<Incoming> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    // One row per unit: the driver makes one statement of a batch, which may meet a row only once.
    Map<String, DirectoryEntry.Unit> latest = new LinkedHashMap<>();
    for (Incoming incoming : records) {
      // A tombstone keeps the unit: old cases still show its name.
      if (incoming.value() != null
          && incoming.type().equals(DirectoryEntry.Unit.TYPE)
          && read(incoming) instanceof DirectoryEntry.Unit unit) {
        latest.put(unit.code(), unit);
      }
    }
    try (PreparedStatement upsert =
        tx.prepareStatement(
            """
            insert into unit (unit_id, path, name_zh, name_en, active) values (?, ?, ?, ?, ?)
            on conflict (unit_id) do update
               set path = excluded.path, name_zh = excluded.name_zh,
                   name_en = excluded.name_en, active = excluded.active""")) {
      for (DirectoryEntry.Unit unit : latest.values()) {
        upsert.setString(1, unit.code());
        upsert.setString(2, unit.path());
        upsert.setString(3, unit.nameZh());
        upsert.setString(4, unit.nameEn());
        upsert.setBoolean(5, unit.active());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static DirectoryEntry read(Incoming incoming) {
    try {
      return EventCodec.readDirectoryEntry(incoming.headers(), incoming.value());
    } catch (UnreadableEvent e) {
      throw new PoisonRecord("UNREADABLE", e.getMessage(), e);
    }
  }
}
