package hotline.intake.reference;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.UnreadableEvent;
import hotline.relay.Incoming;
import hotline.relay.PoisonRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes over what the directory topic says: the newest entry of each key wins. */
@ApplicationScoped
public class DirectoryHandler {
  private static final List<String> TABLES = List.of("unit", "place", "category");

  public void apply(Connection tx, List<Incoming> records) throws SQLException {
    Map<String, Optional<DirectoryEntry>> newest = new LinkedHashMap<>();
    for (Incoming record : records) {
      newest.put(record.key(), entry(record));
    }
    save(tx, newest.values().stream().flatMap(Optional::stream).toList());
    for (String table : TABLES) {
      retire(tx, table, newest);
    }
    DirectoryStore.countChange(tx);
  }

  private static void save(Connection tx, List<DirectoryEntry> entries) throws SQLException {
    List<Category> categories = only(Category.class, entries);
    List<Place> places = only(Place.class, entries);
    List<Unit> units = only(Unit.class, entries);
    if (!categories.isEmpty()) {
      DirectoryStore.saveCategories(tx, categories);
    }
    if (!places.isEmpty()) {
      DirectoryStore.savePlaces(tx, places);
    }
    if (!units.isEmpty()) {
      DirectoryStore.saveUnits(tx, units);
    }
  }

  private static void retire(
      Connection tx, String table, Map<String, Optional<DirectoryEntry>> newest)
      throws SQLException {
    List<String> codes =
        newest.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty() && entry.getKey().startsWith(table + ":"))
            .map(entry -> entry.getKey().substring(table.length() + 1))
            .toList();
    if (!codes.isEmpty()) {
      DirectoryStore.retire(tx, table, codes);
    }
  }

  private static Optional<DirectoryEntry> entry(Incoming record) {
    if (record.key() == null) {
      throw new PoisonRecord("KEY_MISSING", "A directory entry has no key");
    }
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      DirectoryEntry entry = EventCodec.readDirectoryEntry(record.headers(), record.value());
      if (entry.code() == null || !record.key().equals(entry.key())) {
        throw new PoisonRecord("KEY_DIFFERS", "A directory entry has the key of another one");
      }
      return Optional.of(entry);
    } catch (UnreadableEvent unreadable) {
      throw new PoisonRecord("UNREADABLE", unreadable.getMessage(), unreadable);
    }
  }

  private static <T extends DirectoryEntry> List<T> only(
      Class<T> type, List<DirectoryEntry> entries) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
