package hotline.dispatch.directory;

import hotline.dispatch.reference.Remembered;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Uuid7;
import hotline.relay.OutboxRecord;
import hotline.relay.quarkus.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The directory's tables; whatever is written there is said on the directory topic. */
@ApplicationScoped
public class DirectoryStore {

  private final EventLog log;
  private final Remembered<Directory> remembered;

  @Inject
  DirectoryStore(DataSource database, EventLog log) {
    this.log = log;
    remembered = new Remembered<>(database, "directory", (connection, version) -> load(connection));
  }

  /** At most a second old: for routing and for names on a screen. */
  public Directory recent() {
    return remembered.recent();
  }

  /** As it is now: for those who change it. */
  public Directory current() {
    return remembered.current();
  }

  /** Adds what is not there yet; returns how many that were. */
  int addMissing(Connection tx, List<? extends DirectoryEntry> entries, Instant now)
      throws SQLException {
    List<DirectoryEntry> added = new ArrayList<>();
    for (Class<? extends DirectoryEntry> kind : List.of(Unit.class, Place.class, Category.class)) {
      List<DirectoryEntry> same = new ArrayList<>();
      entries.stream().filter(kind::isInstance).forEach(same::add);
      added.addAll(insertMissing(tx, kind, same));
    }
    say(tx, added, now);
    return added.size();
  }

  void save(Connection tx, Unit unit, Instant now) throws SQLException {
    String upsert =
        insertUnit()
            + " on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,"
            + " place_code = excluded.place_code, active = excluded.active";
    try (PreparedStatement sql = tx.prepareStatement(upsert)) {
      bind(sql, unit);
      sql.executeUpdate();
    }
    say(tx, List.of(unit), now);
  }

  /** Others that change the directory wait from here on until this transaction ends. */
  void lock(Connection tx) throws SQLException {
    remembered.lock(tx);
  }

  /** Says on the directory topic what has been written in this transaction. */
  void say(Connection tx, List<DirectoryEntry> changed, Instant now) throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    remembered.advance(tx);
    List<OutboxRecord> records = new ArrayList<>();
    for (DirectoryEntry entry : changed) {
      records.add(
          new OutboxRecord(
              Topics.DIRECTORY,
              entry.key(),
              EventCodec.write(entry),
              EventCodec.stateHeaders(
                  Uuid7.at(now), entry.type(), Source.DISPATCH, entry.key(), now)));
    }
    log.append(records);
  }

  private static List<DirectoryEntry> insertMissing(
      Connection tx, Class<? extends DirectoryEntry> kind, List<DirectoryEntry> entries)
      throws SQLException {
    Set<String> known =
        new HashSet<>(read(tx, "select code from " + table(kind), row -> row.getString(1)));
    List<DirectoryEntry> missing =
        entries.stream().filter(entry -> !known.contains(entry.code())).toList();
    String insert =
        kind == Unit.class ? insertUnit() : kind == Place.class ? insertPlace() : insertCategory();
    try (PreparedStatement sql = tx.prepareStatement(insert)) {
      for (DirectoryEntry entry : missing) {
        bind(sql, entry);
        sql.addBatch();
      }
      sql.executeBatch();
    }
    return missing;
  }

  private static String table(Class<? extends DirectoryEntry> kind) {
    return kind == Unit.class ? "unit" : kind == Place.class ? "place" : "category";
  }

  private static String insertUnit() {
    return "insert into unit (code, parent_code, path, name_zh, name_en, level, place_code, active)"
        + " values (?, ?, ?, ?, ?, ?, ?, ?)";
  }

  private static String insertPlace() {
    return "insert into place (code, parent_code, path, name, level, active) values (?, ?, ?, ?, ?, ?)";
  }

  private static String insertCategory() {
    return "insert into category (code, parent_code, path, name_zh, name_en, level, active)"
        + " values (?, ?, ?, ?, ?, ?, ?)";
  }

  /** Binds what every table of the directory has; returns the number of the next parameter. */
  static int bind(PreparedStatement sql, DirectoryEntry entry) throws SQLException {
    sql.setString(1, entry.code());
    if (entry instanceof Unit unit) {
      sql.setString(2, unit.parentCode());
      sql.setString(3, unit.path());
      sql.setString(4, unit.nameZh());
      sql.setString(5, unit.nameEn());
      sql.setInt(6, unit.level());
      sql.setString(7, unit.placeCode());
      sql.setBoolean(8, unit.active());
      return 9;
    }
    if (entry instanceof Place place) {
      sql.setString(2, place.parentCode());
      sql.setString(3, place.path());
      sql.setString(4, place.name());
      sql.setString(5, place.level());
      sql.setBoolean(6, place.active());
      return 7;
    }
    if (entry instanceof Category category) {
      sql.setString(2, category.parentCode());
      sql.setString(3, category.path());
      sql.setString(4, category.nameZh());
      sql.setString(5, category.nameEn());
      sql.setInt(6, category.level());
      sql.setBoolean(7, category.active());
      return 8;
    }
    throw new IllegalArgumentException(entry.type());
  }

  private static Directory load(Connection connection) throws SQLException {
    return new Directory(
        read(
            connection,
            "select code, parent_code, path, name_zh, name_en, level, place_code, active from unit",
            row ->
                new Unit(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getString(7),
                    row.getBoolean(8))),
        read(
            connection,
            "select code, parent_code, path, name, level, active from place",
            row ->
                new Place(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6))),
        read(
            connection,
            "select code, parent_code, path, name_zh, name_en, level, active from category",
            row ->
                new Category(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getBoolean(7))));
  }

  private interface Row<E> {
    E read(ResultSet row) throws SQLException;
  }

  private static <E> List<E> read(Connection connection, String query, Row<E> row)
      throws SQLException {
    List<E> entries = new ArrayList<>();
    try (PreparedStatement sql = connection.prepareStatement(query);
        ResultSet rows = sql.executeQuery()) {
      while (rows.next()) {
        entries.add(row.read(rows));
      }
    }
    return entries;
  }
}
