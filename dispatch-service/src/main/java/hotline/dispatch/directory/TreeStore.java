package hotline.dispatch.directory;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import hotline.dispatch.directory.BranchPage.Above;
import hotline.dispatch.directory.BranchPage.Line;
import hotline.lifecycle.DirectoryEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Categories and places as their keepers see them, with versions and history. */
@ApplicationScoped
class TreeStore {

  private final DataSource database;
  private final DirectoryStore directory;

  TreeStore(DataSource database, DirectoryStore directory) {
    this.database = database;
    this.directory = directory;
  }

  /** One that changes, as it was before; null of one that is added. */
  record Change(Branch before, Branch after) {}

  /** Keepers follow each other from here on; what is read next nobody else changes. */
  void lock(Connection tx) throws SQLException {
    directory.lock(tx);
  }

  Optional<Branch> one(Connection tx, Tree tree, String code) throws SQLException {
    return branches(tx, tree, " where code = ?", code).values().stream().findFirst();
  }

  boolean hasActiveBelow(Connection tx, Tree tree, String code) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select exists (select 1 from " + tree.kind() + " where parent_code = ? and active)")) {
      sql.setString(1, code);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  List<String> activeAtTop(Connection tx, Tree tree) throws SQLException {
    List<String> codes = new ArrayList<>();
    try (PreparedStatement sql =
            tx.prepareStatement(
                "select code from " + tree.kind() + " where parent_code is null and active");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        codes.add(row.getString(1));
      }
    }
    return codes;
  }

  Map<String, Branch> all(Connection tx, Tree tree) throws SQLException {
    return branches(tx, tree, "", null);
  }

  private static Map<String, Branch> branches(Connection tx, Tree tree, String where, String code)
      throws SQLException {
    Map<String, Branch> found = new HashMap<>();
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select code, " + names(tree) + ", active, version from " + tree.kind() + where)) {
      if (code != null) {
        sql.setString(1, code);
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getString(1),
              new Branch(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getBoolean(4),
                  row.getLong(5)));
        }
      }
    }
    return found;
  }

  /** Writes them with their history and says each on the directory topic. */
  void save(Connection tx, Tree tree, List<Change> changes, String by, boolean byFile, Instant now)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    List<DirectoryEntry> said = new ArrayList<>();
    try (PreparedStatement sql = tx.prepareStatement(upsert(tree))) {
      for (Change change : changes) {
        Branch branch = change.after();
        said.add(tree.entry(branch));
        int at = DirectoryStore.bind(sql, tree.entry(branch));
        sql.setLong(at, branch.version());
        sql.setObject(at + 1, now.atOffset(ZoneOffset.UTC));
        sql.setString(at + 2, by);
        sql.addBatch();
      }
      sql.executeBatch();
    }
    history(tx, tree, changes, by, byFile, now);
    directory.say(tx, said, now);
  }

  private static String upsert(Tree tree) {
    String named = tree.hasEnglish() ? "name_zh, name_en" : "name";
    String renamed =
        tree.hasEnglish()
            ? "name_zh = excluded.name_zh, name_en = excluded.name_en"
            : "name = excluded.name";
    return "insert into "
        + tree.kind()
        + " (code, parent_code, path, "
        + named
        + ", level, active, version, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?"
        + (tree.hasEnglish() ? ", ?" : "")
        + ") on conflict (code) do update set "
        + renamed
        + ", active = excluded.active, version = excluded.version,"
        + " changed_at = excluded.changed_at, changed_by = excluded.changed_by";
  }

  private static void history(
      Connection tx, Tree tree, List<Change> changes, String by, boolean byFile, Instant now)
      throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into directory_change (kind, code, version, changed_at, changed_by, by_file,"
                + " name_zh_before, name_en_before, active_before, name_zh, name_en, active)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Change change : changes) {
        Branch before = change.before();
        sql.setString(1, tree.kind());
        sql.setString(2, change.after().code());
        sql.setLong(3, change.after().version());
        sql.setObject(4, now.atOffset(ZoneOffset.UTC));
        sql.setString(5, by);
        sql.setBoolean(6, byFile);
        sql.setString(7, before == null ? null : before.nameZh());
        sql.setString(8, before == null ? null : before.nameEn());
        sql.setObject(9, before == null ? null : before.active(), Types.BOOLEAN);
        sql.setString(10, change.after().nameZh());
        sql.setString(11, change.after().nameEn());
        sql.setBoolean(12, change.after().active());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  /**
   * Three statements however many rows: the page, the numbers, and what is above.
   *
   * @param parent null for the top
   * @param after the code with which the page before ended; null for the first page
   */
  BranchPage page(Tree tree, String parent, String after, int limit) {
    try (Connection connection = database.getConnection()) {
      List<Line> lines = lines(connection, tree, parent, after, limit + 1);
      List<Line> shown = lines.size() > limit ? lines.subList(0, limit) : lines;
      List<Above> way = parent == null ? List.of() : way(connection, tree, parent);
      if (parent != null && way.stream().noneMatch(one -> one.code().equals(parent))) {
        throw new NotFound("分类或区划", "category or place");
      }
      String below = parent == null ? " is null" : " = ?";
      try (PreparedStatement sql =
          connection.prepareStatement(
              "select count(*), count(*) filter (where active) from "
                  + tree.kind()
                  + " where parent_code"
                  + below)) {
        if (parent != null) {
          sql.setString(1, parent);
        }
        try (ResultSet row = sql.executeQuery()) {
          row.next();
          return new BranchPage(
              List.copyOf(shown),
              row.getLong(1),
              row.getLong(2),
              lines.size() > limit ? shown.get(shown.size() - 1).code() : null,
              way,
              parent == null ? tree.firstDigits() : tree.digitsBelow(parent).orElse(null));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The tree cannot be read", e);
    }
  }

  private static List<Line> lines(
      Connection connection, Tree tree, String parent, String after, int most) throws SQLException {
    String query =
        "select t.code, t.parent_code, %s, t.active, t.version, t.changed_at, t.changed_by,"
                .formatted(tree.hasEnglish() ? "t.name_zh, t.name_en" : "t.name, null")
            + " b.below, b.active_below from "
            + tree.kind()
            + " t cross join lateral (select count(*) as below, count(*) filter (where c.active) as"
            + " active_below from "
            + tree.kind()
            + " c where c.parent_code = t.code) b where t.parent_code"
            + (parent == null ? " is null" : " = ?")
            + " and t.code > ? order by t.code limit ?";
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement sql = connection.prepareStatement(query)) {
      int at = 1;
      if (parent != null) {
        sql.setString(at++, parent);
      }
      sql.setString(at++, after == null ? "" : after);
      sql.setInt(at, most);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          String code = row.getString(1);
          lines.add(
              new Line(
                  code,
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  tree.level(code),
                  tree.isDeepest(code),
                  row.getBoolean(5),
                  row.getLong(6),
                  instant(row, 7),
                  row.getString(8),
                  row.getLong(9),
                  row.getLong(10)));
        }
      }
    }
    return lines;
  }

  private static List<Above> way(Connection connection, Tree tree, String code)
      throws SQLException {
    List<Above> way = new ArrayList<>();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select code, "
                + names(tree)
                + ", active from "
                + tree.kind()
                + " where code = any (?) order by length(code)")) {
      sql.setArray(1, connection.createArrayOf("text", tree.way(code).toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          way.add(
              new Above(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
        }
      }
    }
    return way;
  }

  /**
   * @param before the version with which the page before ended; null for the first page
   */
  BranchPage.Changes changes(Tree tree, String code, Long before, int limit) {
    try (Connection connection = database.getConnection()) {
      List<BranchChange> found = new ArrayList<>();
      try (PreparedStatement sql =
          connection.prepareStatement(
              "select version, changed_at, changed_by, by_file, name_zh_before, name_en_before,"
                  + " active_before, name_zh, name_en, active from directory_change"
                  + " where kind = ? and code = ? and version < ? order by version desc limit ?")) {
        sql.setString(1, tree.kind());
        sql.setString(2, code);
        sql.setLong(3, before == null ? Long.MAX_VALUE : before);
        sql.setInt(4, limit + 1);
        try (ResultSet row = sql.executeQuery()) {
          while (row.next()) {
            found.add(change(row));
          }
        }
      }
      boolean more = found.size() > limit;
      return new BranchPage.Changes(
          List.copyOf(more ? found.subList(0, limit) : found),
          countOfChanges(connection, tree, code),
          more ? Long.toString(found.get(limit - 1).version()) : null);
    } catch (SQLException e) {
      throw new IllegalStateException("The history of the tree cannot be read", e);
    }
  }

  private static BranchChange change(ResultSet row) throws SQLException {
    Boolean before = row.getObject(7, Boolean.class);
    return new BranchChange(
        row.getLong(1),
        instant(row, 2),
        row.getString(3),
        row.getBoolean(4),
        before == null ? null : new BranchChange.Said(row.getString(5), row.getString(6), before),
        new BranchChange.Said(row.getString(8), row.getString(9), row.getBoolean(10)));
  }

  private static long countOfChanges(Connection connection, Tree tree, String code)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select count(*) from directory_change where kind = ? and code = ?")) {
      sql.setString(1, tree.kind());
      sql.setString(2, code);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static String names(Tree tree) {
    return tree.hasEnglish() ? "name_zh, name_en" : "name, null";
  }
}
