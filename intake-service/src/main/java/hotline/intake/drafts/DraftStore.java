package hotline.intake.drafts;

import static hotline.relay.quarkus.Columns.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.vault.SealedDraft;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts as rows; everything joins the running transaction. */
@ApplicationScoped
class DraftStore {
  private static final Duration SEAT_IS_SEEN_EVERY = Duration.ofHours(1);
  private static final int MOST_SEATS = 500;

  private static final String LINE =
      "SELECT id, owner_ref, owner_name, version, wrapped_key, sealed_head, begun_at, changed_at,"
          + " handed_from FROM registration_draft";

  /** What a save has made of a draft. */
  record Saved(long version, Instant changedAt) {}

  /** An operator to whom a draft can be handed. */
  record Seat(String userRef, String name) {}

  /** A draft with what was typed. */
  record Opened(Draft draft, byte[] content) {}

  private final JoinedConnection database;
  private final SealedDraft.Seal seal;
  private final ObjectMapper json;

  @Inject
  DraftStore(JoinedConnection database, SealedDraft.Seal seal, ObjectMapper json) {
    this.database = database;
    this.seal = seal;
    this.json = json;
  }

  /**
   * The first save, which also says that this seat is at work. Empty when the id is taken by
   * another act, or the person has as many drafts as anybody may: two that are begun at the same
   * moment may be one too many.
   */
  Optional<Saved> begin(
      UUID id, UUID saveKey, DraftHead head, byte[] content, Actor owner, int most, Instant now) {
    SealedDraft sealed = seal.seal(id, bytes(head), content);
    String name = Draft.nameOf(owner);
    return database.call(
        tx -> {
          try (PreparedStatement insert = tx.prepareStatement(BEGIN)) {
            insert.setString(1, owner.userId());
            insert.setString(2, name);
            insert.setObject(3, at(now));
            insert.setObject(4, at(now.minus(SEAT_IS_SEEN_EVERY)));
            insert.setObject(5, id);
            insert.setString(6, owner.userId());
            insert.setString(7, name);
            insert.setObject(8, saveKey);
            insert.setShort(9, sealed.keyVersion());
            insert.setBytes(10, sealed.wrappedKey());
            insert.setBytes(11, sealed.head());
            insert.setBytes(12, sealed.content());
            insert.setObject(13, at(now));
            insert.setObject(14, at(now));
            insert.setObject(15, at(now));
            insert.setObject(16, id);
            insert.setString(17, owner.userId());
            insert.setInt(18, most);
            return saved(insert);
          }
        });
  }

  // One statement: it comes with every beginning of every seat.
  private static final String BEGIN =
      "WITH seat AS (INSERT INTO draft_seat AS s (user_ref, name, seen_at) VALUES (?, ?, ?)"
          + " ON CONFLICT (user_ref) DO UPDATE SET name = EXCLUDED.name, seen_at = EXCLUDED.seen_at"
          + " WHERE s.seen_at < ? OR s.name <> EXCLUDED.name)"
          + " INSERT INTO registration_draft AS d (id, owner_ref, owner_name, version, save_key,"
          + " key_version, wrapped_key, sealed_head, sealed_content, begun_at, changed_at, touched_at)"
          + " SELECT ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?"
          + " WHERE EXISTS (SELECT FROM registration_draft WHERE id = ?)"
          + " OR (SELECT count(*) FROM registration_draft WHERE owner_ref = ?) < ?"
          // The same act again: it was answered before.
          + " ON CONFLICT (id) DO UPDATE SET version = d.version WHERE d.save_key = EXCLUDED.save_key"
          + " AND d.owner_ref = EXCLUDED.owner_ref"
          + " RETURNING version, changed_at";

  /**
   * Every further save: one statement. Empty when it is not there, belongs to somebody else or was
   * changed meanwhile.
   */
  Optional<Saved> save(
      UUID id,
      long version,
      UUID saveKey,
      DraftHead head,
      byte[] content,
      Actor owner,
      Instant now) {
    SealedDraft sealed = seal.seal(id, bytes(head), content);
    return database.call(
        tx -> {
          try (PreparedStatement update = tx.prepareStatement(SAVE)) {
            update.setObject(1, saveKey);
            update.setObject(2, saveKey);
            update.setString(3, Draft.nameOf(owner));
            update.setShort(4, sealed.keyVersion());
            update.setBytes(5, sealed.wrappedKey());
            update.setBytes(6, sealed.head());
            update.setBytes(7, sealed.content());
            update.setObject(8, at(now));
            update.setObject(9, at(now));
            update.setObject(10, id);
            update.setString(11, owner.userId());
            update.setLong(12, version);
            update.setLong(13, version + 1);
            update.setObject(14, saveKey);
            return saved(update);
          }
        });
  }

  private static final String SAVE =
      "UPDATE registration_draft SET version = CASE WHEN save_key = ? THEN version ELSE version + 1 END,"
          + " save_key = ?, owner_name = ?, key_version = ?, wrapped_key = ?, sealed_head = ?,"
          + " sealed_content = ?, changed_at = ?, touched_at = ?"
          + " WHERE id = ? AND owner_ref = ? AND (version = ? OR (version = ? AND save_key = ?))"
          + " RETURNING version, changed_at";

  private static Optional<Saved> saved(PreparedStatement writing) throws SQLException {
    try (ResultSet row = writing.executeQuery()) {
      return row.next()
          ? Optional.of(new Saved(row.getLong(1), instant(row, "changed_at")))
          : Optional.empty();
    }
  }

  /** One draft, whosever it is. */
  Optional<Draft> find(UUID id) {
    return find(id, "");
  }

  /** The same, held until the transaction ends. */
  Optional<Draft> hold(UUID id) {
    return find(id, " FOR UPDATE");
  }

  private Optional<Draft> find(UUID id, String held) {
    return database.call(
        tx -> {
          try (PreparedStatement select = tx.prepareStatement(LINE + " WHERE id = ?" + held)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(line(row)) : Optional.empty();
            }
          }
        });
  }

  /** The content of a draft of this owner; refuses what cannot be opened. */
  Optional<Opened> open(UUID id, String ownerRef) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  LINE.replace(" FROM", ", sealed_content FROM")
                      + " WHERE id = ? AND owner_ref = ?")) {
            select.setObject(1, id);
            select.setString(2, ownerRef);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return Optional.empty();
              }
              byte[] content =
                  seal.content(id, row.getBytes("wrapped_key"), row.getBytes("sealed_content"))
                      .orElseThrow(DraftUnreadable::new);
              return Optional.of(new Opened(line(row), content));
            }
          }
        });
  }

  /**
   * Those that were begun last first: that order stays while they are typed into.
   *
   * @param ownerRef null for those of everybody
   */
  Page<Draft> list(String ownerRef, PageRequest page) {
    Behind behind = Behind.of(page);
    return database.call(
        tx -> {
          List<Draft> lines = new ArrayList<>();
          try (PreparedStatement select =
              tx.prepareStatement(
                  LINE
                      + " WHERE (?::text IS NULL OR owner_ref = ?)"
                      + (behind == null ? "" : " AND (begun_at, id) < (?, ?)")
                      + " ORDER BY begun_at DESC, id DESC LIMIT "
                      + (page.limit() + 1))) {
            select.setString(1, ownerRef);
            select.setString(2, ownerRef);
            if (behind != null) {
              select.setObject(3, at(behind.begunAt()));
              select.setObject(4, behind.id());
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                lines.add(line(rows));
              }
            }
          }
          return Page.of(lines, count(tx, ownerRef), page, line -> Behind.cursor(line));
        });
  }

  private static long count(Connection tx, String ownerRef) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT count(*) FROM registration_draft WHERE ?::text IS NULL OR owner_ref = ?")) {
      select.setString(1, ownerRef);
      select.setString(2, ownerRef);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Where a page begins: two drafts may have begun in the same moment. */
  private record Behind(Instant begunAt, UUID id) {
    static Behind of(PageRequest page) {
      if (page.cursor() == null) {
        return null;
      }
      String[] parts = page.cursor().split("_", -1);
      try {
        // Before 1970 no draft was begun, and the database counts back to fewer years than we do.
        if (parts.length == 2 && !parts[0].startsWith("-")) {
          return new Behind(
              Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
              UUID.fromString(parts[1]));
        }
      } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
        // Refused as what has too many parts.
      }
      throw page.badCursor();
    }

    static String cursor(Draft line) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, line.begunAt()) + "_" + line.id();
    }
  }

  /** False when there is none, or it belongs to somebody else or has another version. */
  boolean discard(UUID id, String ownerRef, long version) {
    return database.write(
            "DELETE FROM registration_draft WHERE id = ? AND owner_ref = ? AND version = ?",
            id,
            ownerRef,
            version)
        == 1;
  }

  /**
   * Whatever its version: what was registered is what its owner had before the eyes. False when
   * there is none, or it belongs to somebody else.
   */
  boolean finish(UUID id, String ownerRef) {
    return database.write(
            "DELETE FROM registration_draft WHERE id = ? AND owner_ref = ?", id, ownerRef)
        == 1;
  }

  /** It belongs to another from now on; returns its version then. */
  long handOver(Draft held, Seat to, String by, Instant now) {
    long version = held.version() + 1;
    database.write(
        "INSERT INTO draft_handover (draft_id, version, handed_at, handed_by, from_ref, to_ref,"
            + " to_name) VALUES (?, ?, ?, ?, ?, ?, ?)",
        held.id(),
        version,
        at(now),
        by,
        held.ownerRef(),
        to.userRef(),
        to.name());
    database.write(
        "UPDATE registration_draft SET owner_ref = ?, owner_name = ?, handed_from = ?, version = ?,"
            + " touched_at = ? WHERE id = ?",
        to.userRef(),
        to.name(),
        held.ownerName(),
        version,
        at(now),
        held.id());
    return version;
  }

  /** To whom it went from this person last; empty when it was never taken from them. */
  Optional<DraftHandedOver> handedOver(UUID id, String fromRef) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT to_name, handed_at FROM draft_handover WHERE draft_id = ? AND from_ref = ?"
                      + " ORDER BY version DESC LIMIT 1")) {
            select.setObject(1, id);
            select.setString(2, fromRef);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new DraftHandedOver(row.getString(1), instant(row, "handed_at")))
                  : Optional.empty();
            }
          }
        });
  }

  /** Operators who began a registration since then, by name. */
  List<Seat> seats(Instant since) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT user_ref, name FROM draft_seat WHERE seen_at >= ?"
                      + " ORDER BY name, user_ref LIMIT "
                      + MOST_SEATS)) {
            select.setObject(1, at(since));
            List<Seat> seats = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                seats.add(new Seat(rows.getString(1), rows.getString(2)));
              }
            }
            return seats;
          }
        });
  }

  /** Deletes up to {@code limit} that nobody touched since then; returns how many there were. */
  int expire(Instant untouchedSince, int limit) {
    return database.write(
        "DELETE FROM registration_draft WHERE id = ANY (ARRAY(SELECT id FROM registration_draft"
            + " WHERE touched_at < ? ORDER BY touched_at LIMIT ? FOR UPDATE SKIP LOCKED))",
        at(untouchedSince),
        limit);
  }

  void forgetSeats(Instant unseenSince) {
    database.write("DELETE FROM draft_seat WHERE seen_at < ?", at(unseenSince));
  }

  private Draft line(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Draft(
        id,
        row.getString("owner_ref"),
        row.getString("owner_name"),
        row.getLong("version"),
        // One that cannot be opened hides none of the others.
        seal.head(id, row.getBytes("wrapped_key"), row.getBytes("sealed_head"))
            .map(this::head)
            .orElse(DraftHead.UNREADABLE),
        instant(row, "begun_at"),
        instant(row, "changed_at"),
        row.getString("handed_from"));
  }

  private byte[] bytes(DraftHead head) {
    try {
      return json.writeValueAsBytes(head);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The head of a draft cannot be written");
    }
  }

  private DraftHead head(byte[] plain) {
    try {
      return json.readValue(plain, DraftHead.class);
    } catch (IOException e) {
      return DraftHead.UNREADABLE;
    }
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
