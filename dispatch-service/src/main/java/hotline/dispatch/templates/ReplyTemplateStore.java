package hotline.dispatch.templates;

import hotline.relay.quarkus.JoinedConnection;
import hotline.relay.quarkus.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Templates, every text that they had, and where they were used. */
@ApplicationScoped
class ReplyTemplateStore {

  private static final String COLUMNS =
      "t.template_id, t.unit_id, t.version, t.name, t.category_code, t.handling_text,"
          + " t.public_reply, t.active, t.changed_by, t.changed_at";
  private static final String OF_VERSION =
      "select v.template_id, t.unit_id, v.version, v.name, v.category_code, v.handling_text,"
          + " v.public_reply, v.active, v.changed_by, v.changed_at"
          + " from reply_template_version v join reply_template t using (template_id)";
  // In how many tasks, kept with each use: a form that is opened counts none.
  private static final String USED =
      ", coalesce((select n.used from reply_template_used n where n.template_id = t.template_id),"
          + " 0)";

  private final DataSource database;
  private final JoinedConnection connection;

  ReplyTemplateStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** With the number of tasks in which it was used, whichever of its texts. */
  record Counted(ReplyTemplate template, long used) {}

  /** The unit of the path and those above it, from the top. */
  static List<String> unitsOf(String unitPath) {
    return unitPath == null ? List.of() : Arrays.stream(unitPath.split("/")).skip(1).toList();
  }

  /** The keepers of a unit follow each other: names are compared before they are kept. */
  void lockUnit(String unitId) {
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 44))")) {
            sql.setString(1, "reply_template " + unitId);
            return sql.execute();
          }
        });
  }

  /** Locks the template: two keepers follow each other. */
  Optional<ReplyTemplate> lock(UUID templateId) {
    return connection.call(
        tx ->
            read(
                    tx,
                    "select "
                        + COLUMNS
                        + " from reply_template t where t.template_id = ? for update",
                    templateId)
                .stream()
                .findFirst());
  }

  Optional<Counted> find(UUID templateId) {
    return counted(
            "select " + COLUMNS + USED + " from reply_template t where t.template_id = ?",
            templateId)
        .stream()
        .findFirst();
  }

  /** A text that the template had or has. */
  Optional<ReplyTemplate> version(UUID templateId, long version) {
    return reading(OF_VERSION + " where v.template_id = ? and v.version = ?", templateId, version)
        .stream()
        .findFirst();
  }

  /**
   * The texts of a template, the newest first.
   *
   * @param before null for the first page
   */
  List<ReplyTemplate> versions(UUID templateId, Long before, int limit) {
    return reading(
        OF_VERSION
            + " where v.template_id = ? and v.version < ? order by v.version desc limit "
            + limit,
        templateId,
        before == null ? Long.valueOf(Long.MAX_VALUE) : before);
  }

  /**
   * Templates of one unit in order of name.
   *
   * @param after the last of the page before; null for the first
   */
  List<Counted> ofUnit(String unitId, boolean active, UUID after, int limit) {
    return counted(
        "select "
            + COLUMNS
            + USED
            + " from reply_template t where t.unit_id = ? and t.active = ?"
            + " and (?::uuid is null or (t.name, t.template_id) >"
            + " (select l.name, l.template_id from reply_template l where l.template_id = ?))"
            + " order by t.name, t.template_id limit "
            + limit,
        unitId,
        active,
        after,
        after);
  }

  /** Of one unit: in use, and out of use. */
  long[] counts(String unitId) {
    return ask(
            "select count(*) filter (where active), count(*) filter (where not active)"
                + " from reply_template where unit_id = ?",
            row -> new long[] {row.getLong(1), row.getLong(2)},
            unitId)
        .get(0);
  }

  /** In use for a case of that category, the nearest category first, then the most used. */
  List<Counted> inUse(List<String> unitIds, String categoryCode) {
    try (Connection reading = database.getConnection()) {
      return Rows.of(
          reading,
          "select "
              + COLUMNS
              + USED
              + " as used from reply_template t where t.unit_id = any(?) and t.active"
              + " and (t.category_code is null or starts_with(?, t.category_code))"
              + " order by length(t.category_code) desc nulls last, used desc, t.name,"
              + " t.template_id",
          ReplyTemplateStore::counted,
          reading.createArrayOf("text", unitIds.toArray()),
          categoryCode);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Whether another of the unit that is in use has the name. */
  boolean isNamed(String unitId, String name, UUID except) {
    return connection.call(
        tx ->
            !Rows.of(
                    tx,
                    "select 1 from reply_template where unit_id = ? and name = ? and active"
                        + " and template_id <> ?",
                    row -> 1,
                    unitId,
                    name,
                    except)
                .isEmpty());
  }

  /** Writes the next text; the present one is locked, or there is none. */
  void save(ReplyTemplate next) {
    Object[] values = {
      next.templateId(),
      next.version(),
      next.name(),
      next.categoryCode(),
      next.handlingText(),
      next.publicReply(),
      next.active(),
      next.changedBy(),
      next.changedAt().atOffset(ZoneOffset.UTC),
      next.unitId()
    };
    connection.write(
        "insert into reply_template (template_id, version, name, category_code, handling_text,"
            + " public_reply, active, changed_by, changed_at, unit_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (template_id) do update set version = excluded.version,"
            + " name = excluded.name, category_code = excluded.category_code,"
            + " handling_text = excluded.handling_text, public_reply = excluded.public_reply,"
            + " active = excluded.active, changed_by = excluded.changed_by,"
            + " changed_at = excluded.changed_at",
        values);
    connection.write(
        "insert into reply_template_version (template_id, version, name, category_code,"
            + " handling_text, public_reply, active, changed_by, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Arrays.copyOf(values, values.length - 1));
  }

  /** The texts that were used in a task before the act at hand, which has locked it. */
  List<ReplyTemplate> usedIn(UUID assignmentId) {
    return connection.call(
        tx ->
            read(
                tx,
                OF_VERSION
                    + " join reply_template_use u on u.template_id = v.template_id"
                    + " and u.version = v.version where u.assignment_id = ?",
                assignmentId));
  }

  /** Once for a task, however often its reply is sent. */
  void use(ReplyTemplate template, UUID assignmentId, Instant at) {
    connection.write(
        "insert into reply_template_use (template_id, assignment_id, version, used_at)"
            + " values (?, ?, ?, ?) on conflict do nothing",
        template.templateId(),
        assignmentId,
        template.version(),
        at.atOffset(ZoneOffset.UTC));
  }

  private List<Counted> counted(String query, Object... values) {
    return ask(query, ReplyTemplateStore::counted, values);
  }

  private List<ReplyTemplate> reading(String query, Object... values) {
    return ask(query, ReplyTemplateStore::template, values);
  }

  private static List<ReplyTemplate> read(Connection tx, String query, Object... values)
      throws SQLException {
    return Rows.of(tx, query, ReplyTemplateStore::template, values);
  }

  private <T> List<T> ask(String query, Rows.Reader<T> reader, Object... values) {
    try (Connection reading = database.getConnection()) {
      return Rows.of(reading, query, reader, values);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("The reply templates cannot be read", e);
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(template(row), row.getLong(11));
  }

  private static ReplyTemplate template(ResultSet row) throws SQLException {
    return new ReplyTemplate(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getBoolean(8),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant());
  }
}
