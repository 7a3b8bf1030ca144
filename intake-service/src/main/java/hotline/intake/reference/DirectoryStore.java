package hotline.intake.reference;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The directory in this service's database. */
final class DirectoryStore {
  private static final String SAVE_CATEGORIES =
      """
      INSERT INTO category (code, parent_code, path, name_zh, name_en, level, active)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::boolean[])
      ON CONFLICT (code) DO UPDATE SET parent_code = excluded.parent_code, path = excluded.path,
        name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level, active = excluded.active
      """;
  private static final String SAVE_PLACES =
      """
      INSERT INTO place (code, parent_code, path, name, level, active)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
      ON CONFLICT (code) DO UPDATE SET parent_code = excluded.parent_code, path = excluded.path,
        name = excluded.name, level = excluded.level, active = excluded.active
      """;
  private static final String SAVE_UNITS =
      """
      INSERT INTO unit (code, parent_code, path, name_zh, name_en, level, place_code, active)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::boolean[])
      ON CONFLICT (code) DO UPDATE SET parent_code = excluded.parent_code, path = excluded.path,
        name_zh = excluded.name_zh, name_en = excluded.name_en, level = excluded.level,
        place_code = excluded.place_code, active = excluded.active
      """;

  private DirectoryStore() {}

  static long changeCounter(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT counter FROM reference_change");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static void countChange(Connection tx) throws SQLException {
    try (PreparedStatement update =
        tx.prepareStatement("UPDATE reference_change SET counter = counter + 1")) {
      update.executeUpdate();
    }
  }

  static Directory load(Connection connection) throws SQLException {
    return new Directory(
        read(
            connection,
            "SELECT * FROM category",
            row ->
                new Category(
                    row.getString("code"),
                    row.getString("parent_code"),
                    row.getString("path"),
                    row.getString("name_zh"),
                    row.getString("name_en"),
                    row.getInt("level"),
                    row.getBoolean("active"))),
        read(
            connection,
            "SELECT * FROM place",
            row ->
                new Place(
                    row.getString("code"),
                    row.getString("parent_code"),
                    row.getString("path"),
                    row.getString("name"),
                    row.getString("level"),
                    row.getBoolean("active"))),
        read(
            connection,
            "SELECT * FROM unit",
            row ->
                new Unit(
                    row.getString("code"),
                    row.getString("parent_code"),
                    row.getString("path"),
                    row.getString("name_zh"),
                    row.getString("name_en"),
                    row.getInt("level"),
                    row.getString("place_code"),
                    row.getBoolean("active"))));
  }

  static void saveCategories(Connection tx, List<Category> categories) throws SQLException {
    save(
        tx,
        SAVE_CATEGORIES,
        text(categories, Category::code),
        text(categories, Category::parentCode),
        text(categories, Category::path),
        text(categories, Category::nameZh),
        text(categories, Category::nameEn),
        column("integer", categories, Category::level),
        column("boolean", categories, Category::active));
  }

  static void savePlaces(Connection tx, List<Place> places) throws SQLException {
    save(
        tx,
        SAVE_PLACES,
        text(places, Place::code),
        text(places, Place::parentCode),
        text(places, Place::path),
        text(places, Place::name),
        text(places, Place::level),
        column("boolean", places, Place::active));
  }

  static void saveUnits(Connection tx, List<Unit> units) throws SQLException {
    save(
        tx,
        SAVE_UNITS,
        text(units, Unit::code),
        text(units, Unit::parentCode),
        text(units, Unit::path),
        text(units, Unit::nameZh),
        text(units, Unit::nameEn),
        column("integer", units, Unit::level),
        text(units, Unit::placeCode),
        column("boolean", units, Unit::active));
  }

  /** An entry that the directory no longer has is out of use; old cases still name it. */
  static void retire(Connection tx, String table, List<String> codes) throws SQLException {
    try (PreparedStatement update =
        tx.prepareStatement("UPDATE " + table + " SET active = false WHERE code = ANY (?)")) {
      update.setArray(1, tx.createArrayOf("text", codes.toArray()));
      update.executeUpdate();
    }
  }

  private record Column(String type, Object[] values) {}

  private static <T extends DirectoryEntry> Column text(
      List<T> entries, Function<T, String> field) {
    return column("text", entries, field);
  }

  private static <T extends DirectoryEntry> Column column(
      String type, List<T> entries, Function<T, ?> field) {
    return new Column(type, entries.stream().map(field).toArray());
  }

  private static void save(Connection tx, String sql, Column... columns) throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        insert.setArray(i + 1, tx.createArrayOf(columns[i].type(), columns[i].values()));
      }
      insert.executeUpdate();
    }
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> Collection<T> read(Connection connection, String sql, Reader<T> reader)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    }
  }
}
