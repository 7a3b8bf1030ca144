package hotline.dispatch.attachments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import hotline.lifecycle.EventCodec;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Files of units: kept when they are uploaded, bound in the transaction of the act that names them,
 * and never changed. Whoever reads a record gets its files with the same statement ({@link
 * #column}).
 */
@ApplicationScoped
public class AttachmentStore {

  private static final int BATCH = 200;
  private static final TypeReference<List<AttachmentView>> VIEWS = new TypeReference<>() {};

  private final DataSource database;
  private final JoinedConnection connection;

  AttachmentStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * @param submitted whether a record has it that others than its unit may read
   */
  record Meta(AttachmentView view, String unitPath, boolean submitted) {}

  /** How much is kept. */
  record Total(long files, long bytes) {}

  /**
   * A column named {@code attachments} with the files of the record of each row. Of a confidential
   * case nobody reads where a photo was taken: that says as much as the address, which is kept from
   * most.
   */
  public static String column(AttachedTo kind, String recordId, String recordNo) {
    return "(select jsonb_agg(jsonb_build_object('id', f.attachment_id, 'name', f.file_name,"
        + " 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256, 'takenAt', f.taken_at,"
        + " 'latitude', case when t.confidential then null else f.latitude end,"
        + " 'longitude', case when t.confidential then null else f.longitude end,"
        + " 'erased', f.erased) order by u.position) from attachment_use u"
        + " join attachment f on f.attachment_id = u.attachment_id"
        + " left join case_file t on t.case_id = f.case_id where u.record_id = "
        + recordId
        + " and u.kind = '"
        + kind.name()
        + "' and u.record_no = "
        + recordNo
        + ") as attachments";
  }

  /** What {@link #column} holds. */
  public static List<AttachmentView> read(ResultSet row) throws SQLException {
    String json = row.getString("attachments");
    try {
      return json == null ? List.of() : EventCodec.json().readValue(json, VIEWS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Attachments of a record cannot be read", e);
    }
  }

  /**
   * Gives these files to a record, in the transaction of its act.
   *
   * @param chosen null or empty when there are none: then nothing is asked of the database
   * @param whose whose case they must be, and whose unit's; what a unit below has submitted in that
   *     case may be taken along as well, as its words may (下派)
   * @throws AttachmentsNotUsable when one is not, or is there no more
   */
  public void bind(
      AttachedTo kind,
      UUID recordId,
      int recordNo,
      List<UUID> chosen,
      FileOwner whose,
      Instant at) {
    if (chosen == null || chosen.isEmpty()) {
      return;
    }
    Set<UUID> bound =
        connection.call(
            tx -> {
              // Locks them as well: the pruning of what waits leaves alone what is bound now. In
              // one
              // order, since two acts may take the same files along.
              try (PreparedStatement sql =
                  tx.prepareStatement(
                      "update attachment set bound_at = coalesce(bound_at, ?) where attachment_id"
                          + " in (select attachment_id from attachment where attachment_id = any(?)"
                          + " and case_id = ? and not erased and (unit_id = ? or"
                          + " (starts_with(unit_path, ? || '/') and exists (select from"
                          + " attachment_use u where u.attachment_id = attachment.attachment_id and"
                          + " u.kind <> 'DRAFT'))) order by attachment_id for no key update)"
                          + " returning attachment_id")) {
                sql.setObject(1, at.atOffset(ZoneOffset.UTC));
                sql.setArray(2, tx.createArrayOf("uuid", chosen.toArray()));
                sql.setObject(3, whose.caseId());
                sql.setString(4, whose.unitId());
                sql.setString(5, whose.unitPath());
                Set<UUID> found = new HashSet<>();
                try (ResultSet row = sql.executeQuery()) {
                  while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                  }
                }
                return found;
              }
            });
    if (bound.size() != chosen.size()) {
      throw new AttachmentsNotUsable(
          chosen.stream().filter(Predicate.not(bound::contains)).toList());
    }
    connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "insert into attachment_use (record_id, kind, record_no, position, attachment_id)"
                      + " select ?, ?, ?, c.position, c.id"
                      + " from unnest(?::uuid[]) with ordinality as c (id, position)")) {
            sql.setObject(1, recordId);
            sql.setString(2, kind.name());
            sql.setInt(3, recordNo);
            sql.setArray(4, tx.createArrayOf("uuid", chosen.toArray()));
            return sql.executeUpdate();
          }
        });
  }

  /**
   * Of how many that followed the case the text and the common files were erased (并单): before the
   * transaction of an upload, and in it.
   */
  int erasedFollowers(UUID caseId) {
    try (Connection reading = database.getConnection()) {
      return erasedFollowers(reading, caseId);
    } catch (SQLException e) {
      throw new IllegalStateException("The mergings of a case cannot be read", e);
    }
  }

  /** Of a case that the transaction has locked. */
  int erasedFollowersNow(UUID caseId) {
    return connection.call(tx -> erasedFollowers(tx, caseId));
  }

  private static int erasedFollowers(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select count(distinct m.case_id) from merging m"
                + " join case_file f on f.case_id = m.case_id"
                + " where m.main_case_id = ? and f.erased and f.replies_erased")) {
      sql.setObject(1, caseId);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /**
   * Whether the text of the case was erased; nobody erases it, or the common files of those that
   * follow it, until the transaction ends. The case's row comes before that of its text, as
   * everywhere.
   */
  boolean isErased(UUID caseId) {
    return connection.call(
        tx -> {
          // The look that follows an erasure has the text first: what is erased waits for neither.
          if (erased(tx, "select erased from case_file where case_id = ?", caseId)) {
            return true;
          }
          lock(tx, "select from handled_case where case_id = ? for share", caseId);
          return erased(tx, "select erased from case_file where case_id = ? for share", caseId);
        });
  }

  private static boolean erased(Connection tx, String query, UUID caseId) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(query)) {
      sql.setObject(1, caseId);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void lock(Connection tx, String statement, UUID caseId) throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(statement)) {
      sql.setObject(1, caseId);
      sql.executeQuery().close();
    }
  }

  /**
   * How much is there already of what a new file counts toward; until the transaction ends nobody
   * else adds to it. What only drafts of before have waits as well; of the unit's other cases that
   * is left out, which no index finds.
   */
  FileRoom.Taken taken(UUID caseId, String unitId) {
    return connection.call(
        tx -> {
          // The unit before the case, whoever asks.
          lock(tx, "files of unit " + unitId);
          lock(tx, "files of case " + caseId);
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select (select count(*) from attachment where case_id = ? and unit_id = ?"
                      + " and attachment_is_free(attachment_id)),"
                      + " (select coalesce(sum(size), 0) from attachment where case_id = ?"
                      + " and not erased),"
                      + " (select coalesce(sum(size), 0) from attachment where unit_id = ?"
                      + " and bound_at is null and not erased)"
                      + " + (select coalesce(sum(size), 0) from attachment where case_id = ?"
                      + " and unit_id = ? and bound_at is not null and not erased"
                      + " and attachment_is_free(attachment_id))")) {
            sql.setObject(1, caseId);
            sql.setString(2, unitId);
            sql.setObject(3, caseId);
            sql.setString(4, unitId);
            sql.setObject(5, caseId);
            sql.setString(6, unitId);
            try (ResultSet row = sql.executeQuery()) {
              row.next();
              return new FileRoom.Taken(row.getInt(1), row.getLong(2), row.getLong(3));
            }
          }
        });
  }

  private static void lock(Connection tx, String name) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      sql.setString(1, name);
      sql.execute();
    }
  }

  void add(UUID id, FileOwner owner, String name, ReadyFile file, String by, Instant at) {
    PhotoFacts facts = file.facts();
    connection.write(
        "insert into attachment (attachment_id, case_id, unit_id, unit_path, uploaded_by,"
            + " uploaded_at, file_name, media_type, size, sha256, taken_at, latitude, longitude)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        owner.caseId(),
        owner.unitId(),
        owner.unitPath(),
        by,
        at.atOffset(ZoneOffset.UTC),
        name,
        file.type().mediaType(),
        file.size(),
        file.sha256(),
        facts.takenAt() == null ? null : facts.takenAt().atOffset(ZoneOffset.UTC),
        facts.latitude(),
        facts.longitude());
    connection.call(
        tx -> {
          try (PreparedStatement sql =
                  tx.prepareStatement(
                      "insert into attachment_content (attachment_id, bytes) values (?, ?)");
              InputStream content = file.content().open()) {
            sql.setObject(1, id);
            sql.setBinaryStream(2, content, file.size());
            return sql.executeUpdate();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  Optional<Meta> find(UUID id) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select a.*, exists (select from attachment_use u"
                    + " where u.attachment_id = a.attachment_id and u.kind <> 'DRAFT') as submitted"
                    + " from attachment a where a.attachment_id = ?")) {
      sql.setObject(1, id);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(meta(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("An attachment cannot be read", e);
    }
  }

  private static Meta meta(ResultSet row) throws SQLException {
    OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
    return new Meta(
        new AttachmentView(
            row.getObject("attachment_id", UUID.class),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getLong("size"),
            row.getString("sha256"),
            taken == null ? null : taken.toInstant(),
            number(row, "latitude"),
            number(row, "longitude"),
            row.getBoolean("erased")),
        row.getString("unit_path"),
        row.getBoolean("submitted"));
  }

  private static Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /**
   * A part of the content; null when it is there no more.
   *
   * @param from the first byte, from 0
   */
  byte[] part(UUID id, long from, int length) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select substring(bytes from ? for ?) from attachment_content"
                    + " where attachment_id = ?")) {
      sql.setInt(1, (int) from + 1);
      sql.setInt(2, length);
      sql.setObject(3, id);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The content of an attachment cannot be read", e);
    }
  }

  /** Removes files that no act took along, or only drafts that ended so, one batch; how many. */
  int prune(Instant before) throws SQLException {
    OffsetDateTime since = before.atOffset(ZoneOffset.UTC);
    return pruned(
            "select attachment_id from attachment where bound_at is null and uploaded_at < ?"
                + " order by uploaded_at limit ? for update skip locked",
            since)
        + pruned(
            "select attachment_id from attachment where attachment_id in"
                + " (select u.attachment_id from draft_given_up g join attachment_use u"
                + " on u.record_id = g.assignment_id and u.kind = 'DRAFT'"
                + " and u.record_no = g.draft_no group by u.attachment_id"
                + " having max(g.since) < ?)"
                + " and not erased and attachment_is_free(attachment_id)"
                + " limit ? for update skip locked",
            since);
  }

  private int pruned(String waiting, OffsetDateTime since) throws SQLException {
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement sql = tx.prepareStatement(waiting)) {
          sql.setObject(1, since);
          sql.setInt(2, BATCH);
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
              found.add(row.getObject(1, UUID.class));
            }
          }
        }
        int removed = remove(tx, found);
        tx.commit();
        return removed;
      } catch (SQLException | RuntimeException failed) {
        tx.rollback();
        throw failed;
      } finally {
        tx.setAutoCommit(true);
      }
    }
  }

  /**
   * Removes a file that no record has.
   *
   * @return false when one has it
   */
  boolean remove(UUID id) {
    return connection.call(
        tx -> {
          // A draft that names it meanwhile waits for this, or this for the draft.
          lock(tx, "select from attachment where attachment_id = ? for update", id);
          return remove(tx, List.of(id)) > 0;
        });
  }

  /** Of these, which the transaction has locked, those that are free; how many. */
  private static int remove(Connection tx, List<UUID> locked) throws SQLException {
    if (locked.isEmpty()) {
      return 0;
    }
    try (PreparedStatement uses =
            tx.prepareStatement(
                "delete from attachment_use where attachment_id = any(?)"
                    + " and attachment_is_free(attachment_id)");
        PreparedStatement files =
            tx.prepareStatement(
                "delete from attachment f where attachment_id = any(?) and not exists"
                    + " (select from attachment_use u where u.attachment_id = f.attachment_id)")) {
      uses.setArray(1, tx.createArrayOf("uuid", locked.toArray()));
      uses.executeUpdate();
      files.setArray(1, tx.createArrayOf("uuid", locked.toArray()));
      return files.executeUpdate();
    }
  }

  static boolean isWholeBatch(int pruned) {
    return pruned >= BATCH;
  }

  Total total() throws SQLException {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select count(*), coalesce(sum(size), 0) from attachment where not erased");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return new Total(row.getLong(1), row.getLong(2));
    }
  }
}
