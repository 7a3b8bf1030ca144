package hotline.reporting.directory;

import hotline.lifecycle.DirectoryEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and paths of units, places and categories, as the directory tells them. */
@ApplicationScoped
public class DirectoryNames {

  /** A unit and where it stands. */
  record Named(String code, String path, String name) {}

  /**
   * A unit as those who rank it need it.
   *
   * @param level null for one that was told without
   * @param ofAPlace null while that is not known
   */
  public record Unit(String code, String path, String name, Integer level, Boolean ofAPlace) {}

  /** All units by code. */
  public Map<String, Unit> units(Connection connection) throws SQLException {
    Map<String, Unit> units = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT code, path, name_zh, unit_level, of_a_place FROM directory_name"
                    + " WHERE kind = 'unit'");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        units.put(
            rows.getString(1),
            new Unit(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getObject(4, Integer.class),
                rows.getObject(5, Boolean.class)));
      }
    }
    return units;
  }

  /** Whether it is not known of some unit if it is responsible for a place. */
  public boolean lackPlaces(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM directory_name"
                    + " WHERE kind = 'unit' AND of_a_place IS NULL)");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Adds what is not known yet and nothing else: a newer entry may have come meanwhile. */
  public void fillPlaces(Connection connection, Collection<DirectoryEntry.Unit> units)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE directory_name SET unit_level = ?, of_a_place = ?"
                + " WHERE kind = 'unit' AND code = ? AND of_a_place IS NULL")) {
      for (DirectoryEntry.Unit unit : units) {
        update.setInt(1, unit.level());
        update.setBoolean(2, hasPlace(unit));
        update.setString(3, unit.code());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** What a unit is called; its code where nobody has said it. */
  public static String name(String code, Map<String, Unit> units) {
    Unit unit = units.get(code);
    return unit == null ? code : unit.name();
  }

  /** Keeps the newest entry per code. */
  public void save(Connection tx, Collection<DirectoryEntry> entries) throws SQLException {
    Map<String, DirectoryEntry> newest = new LinkedHashMap<>();
    entries.forEach(entry -> newest.put(entry.key(), entry));
    try (PreparedStatement upsert =
        tx.prepareStatement(
            "INSERT INTO directory_name (kind, code, path, name_zh, name_en, unit_level, of_a_place)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (kind, code) DO UPDATE SET path = excluded.path,"
                + " name_zh = excluded.name_zh, name_en = excluded.name_en,"
                + " unit_level = excluded.unit_level, of_a_place = excluded.of_a_place")) {
      for (DirectoryEntry entry : newest.values()) {
        bind(upsert, entry);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Chinese names by code. */
  public Map<String, String> of(Connection connection, String kind) throws SQLException {
    Map<String, String> names = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT code, name_zh FROM directory_name WHERE kind = ?")) {
      select.setString(1, kind);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return names;
  }

  /** Chinese names of these codes only, by kind and code. */
  public Map<String, Map<String, String>> of(
      Connection connection, Map<String, ? extends Collection<String>> codes) throws SQLException {
    List<String> kinds = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    Map<String, Map<String, String>> names = new HashMap<>();
    codes.forEach((kind, ofKind) -> names.put(kind, new HashMap<>()));
    for (String kind : codes.keySet()) {
      for (String code : new HashSet<>(codes.get(kind))) {
        kinds.add(kind);
        wanted.add(code);
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT kind, code, name_zh FROM unnest(?::text[], ?::text[]) AS wanted (kind, code)"
                + " JOIN directory_name USING (kind, code)")) {
      select.setArray(1, connection.createArrayOf("text", kinds.toArray()));
      select.setArray(2, connection.createArrayOf("text", wanted.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.get(rows.getString(1)).put(rows.getString(2), rows.getString(3));
        }
      }
    }
    return names;
  }

  Optional<Named> unit(Connection connection, String code) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT code, path, name_zh FROM directory_name WHERE kind = 'unit' AND code = ?")) {
      select.setString(1, code);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Named(rows.getString(1), rows.getString(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  private static void bind(PreparedStatement upsert, DirectoryEntry entry) throws SQLException {
    String kind = entry.key().substring(0, entry.key().indexOf(':'));
    upsert.setString(1, kind);
    upsert.setString(2, entry.code());
    DirectoryEntry.Unit ofUnits = entry instanceof DirectoryEntry.Unit unit ? unit : null;
    upsert.setObject(6, ofUnits == null ? null : ofUnits.level(), Types.INTEGER);
    upsert.setObject(7, ofUnits == null ? null : hasPlace(ofUnits), Types.BOOLEAN);
    if (entry instanceof DirectoryEntry.Unit unit) {
      bindNames(upsert, unit.path(), unit.nameZh(), unit.nameEn());
    } else if (entry instanceof DirectoryEntry.Place place) {
      bindNames(upsert, place.path(), place.name(), null);
    } else if (entry instanceof DirectoryEntry.Category category) {
      bindNames(upsert, category.path(), category.nameZh(), category.nameEn());
    }
  }

  private static boolean hasPlace(DirectoryEntry.Unit unit) {
    return unit.placeCode() != null && !unit.placeCode().isBlank();
  }

  private static void bindNames(PreparedStatement upsert, String path, String zh, String en)
      throws SQLException {
    upsert.setString(3, path);
    upsert.setString(4, zh);
    upsert.setString(5, en);
  }
}
