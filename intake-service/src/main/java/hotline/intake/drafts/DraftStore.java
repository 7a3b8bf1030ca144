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
          + " handed_from, touched_at, (SELECT s.seen_at FROM draft_seat s"
          + " WHERE s.user_ref = d.owner_ref) AS owner_seen_at"
          + " FROM registration_draft d";

  /** What a save has made of a draft. */
  record Saved(long version, Instant changedAt) {}

  /** To whom a draft can be handed; seenAt: when a registration was begun there last. */
  record Seat(String userRef, String name, Instant seenAt) {}

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
   * another act, or the person has begun as many drafts as anybody may: two that are begun at the
   * same moment may be one too many.
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
          // What others have handed over to them stops no call of their own.
          + " OR (SELECT count(*) FROM registration_draft"
          + " WHERE owner_ref = ? AND handed_from IS NULL) < ?"
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
                  LINE.replace("SELECT id,", "SELECT id, sealed_content,")
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
              behind.set(select, 3);
            }
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                lines.add(line(rows));
              }
            }
          }
          return Page.of(
              lines, count(tx, ownerRef), page, line -> Behind.cursor(line.begunAt(), line.id()));
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

  /**
   * False when there is none, or it belongs to somebody else or has another version, or was handed
   * over and no reason is said. Of one that was handed over a record is left.
   */
  boolean discard(UUID id, String ownerRef, long version, DiscardReason reason, Instant now) {
    String why = reason == null ? null : reason.name();
    return database.write(
            "WITH kept AS (INSERT INTO draft_ending (draft_id, begun_at, ended_at, ending, reason,"
                + " owner_ref, owner_name, handed_from)"
                + " SELECT id, begun_at, ?::timestamptz, 'DISCARDED', ?::text, owner_ref, owner_name,"
                + " handed_from FROM registration_draft WHERE id = ? AND owner_ref = ? AND version = ?"
                + " AND handed_from IS NOT NULL AND ?::text IS NOT NULL"
                // Two at the same moment: one of them deletes nothing, and is undone.
                + " ON CONFLICT DO NOTHING)"
                + " DELETE FROM registration_draft WHERE id = ? AND owner_ref = ? AND version = ?"
                + " AND (handed_from IS NULL OR ?::text IS NOT NULL)",
            at(now),
            why,
            id,
            ownerRef,
            version,
            why,
            id,
            ownerRef,
            version,
            why)
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

  /**
   * To whom it went from this person last; empty when it was never taken from them or came back.
   */
  Optional<DraftHandedOver> handedOver(UUID id, String fromRef) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT h.to_name, h.handed_at FROM draft_handover h"
                      + " WHERE h.draft_id = ? AND h.from_ref = ? AND NOT EXISTS (SELECT"
                      + " FROM draft_handover back WHERE back.draft_id = h.draft_id"
                      + " AND back.version > h.version AND back.to_ref = h.from_ref)"
                      + " ORDER BY h.version DESC LIMIT 1")) {
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
                  "SELECT user_ref, name, seen_at FROM draft_seat WHERE seen_at >= ?"
                      + " ORDER BY name, user_ref LIMIT "
                      + MOST_SEATS)) {
            select.setObject(1, at(since));
            List<Seat> seats = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                seats.add(new Seat(rows.getString(1), rows.getString(2), instant(rows, "seen_at")));
              }
            }
            return seats;
          }
        });
  }

  /**
   * Deletes up to {@code limit} that nobody touched since then and leaves a record of each; returns
   * how many there were.
   */
  int expire(Instant untouchedSince, int limit, Instant now) {
    return database.write(
        "WITH old AS (SELECT id, begun_at, owner_ref, owner_name, handed_from FROM registration_draft"
            + " WHERE touched_at < ? ORDER BY touched_at LIMIT ? FOR UPDATE SKIP LOCKED),"
            + " kept AS (INSERT INTO draft_ending (draft_id, begun_at, ended_at, ending, owner_ref,"
            + " owner_name, handed_from) SELECT id, begun_at, ?::timestamptz, 'EXPIRED', owner_ref,"
            + " owner_name, handed_from FROM old ON CONFLICT DO NOTHING)"
            + " DELETE FROM registration_draft WHERE id = ANY (ARRAY(SELECT id FROM old))",
        at(untouchedSince),
        limit,
        at(now));
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
        row.getString("handed_from"),
        instant(row, "touched_at").plus(DraftPruning.KEPT),
        row.getObject("owner_seen_at", OffsetDateTime.class) == null
            ? null
            : instant(row, "owner_seen_at"));
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
