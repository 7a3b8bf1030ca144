package hotline.intake.callers;

import static hotline.relay.quarkus.Columns.instant;

import hotline.access.NotFound;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.vault.CaseKey;
import hotline.intake.vault.NumberKeys;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The marks of callers and who had to do with them; joins the running transaction. */
@ApplicationScoped
class CallerMarkStore {
  private static final String COLUMNS =
      "id, kind, need, state, set_by, set_at, decided_by, ends_at, version, wrapped_key,"
          + " sealed_reason";
  private static final String REASON = "reason";

  /** What is about to end. */
  private static final Duration SOON = Duration.ofDays(14);

  /** A mark with why it was set. */
  record Told(CallerMark mark, String reason) {}

  /**
   * @param reason null where none was told, and once the number was erased
   */
  record Line(long no, MarkAct act, String actor, Instant at, String reason) {}

  private final JoinedConnection database;
  private final NumberKeys keys;

  @Inject
  CallerMarkStore(JoinedConnection database, NumberKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Refuses what the number has already. */
  void insert(CallerMark mark, byte[] number, String reason, Instant now) {
    NumberKeys.Fresh fresh = keys.fresh(mark.id());
    database.write(
        "UPDATE caller_mark SET state = 'EXPIRED', version = version + 1 WHERE phone_hash = ?"
            + " AND state IN ('PROPOSED', 'IN_FORCE') AND ends_at <= ?",
        number,
        at(now));
    int inserted =
        database.write(
            "INSERT INTO caller_mark (id, phone_hash, kind, need, wrapped_key, sealed_reason,"
                + " state, set_by, set_at, ends_at, version)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            mark.id(),
            number,
            mark.kind().name(),
            mark.need() == null ? null : mark.need().name(),
            fresh.wrapped(),
            fresh.key().seal(REASON, reason),
            mark.state().name(),
            mark.setBy(),
            at(mark.setAt()),
            at(mark.endsAt()),
            mark.version());
    if (inserted == 0) {
      throw new MarkKnown();
    }
    MarkAct act = mark.state() == MarkState.PROPOSED ? MarkAct.PROPOSED : MarkAct.SET;
    wrote(List.of(mark.id()), act, mark.setBy(), now, null);
  }

  /** For an act: nobody else changes it until the transaction ends. */
  CallerMark locked(UUID id) {
    return database
        .read(
            "SELECT " + COLUMNS + " FROM caller_mark WHERE id = ? FOR UPDATE",
            CallerMarkStore::read,
            id)
        .stream()
        .findFirst()
        .orElseThrow(CallerMarkStore::unknown);
  }

  /**
   * @param reason null where none was told
   */
  void decide(CallerMark decided, MarkAct act, String reason, Instant now) {
    database.write(
        "UPDATE caller_mark SET state = ?, decided_by = ?, decided_at = ?, ends_at = ?, version = ?"
            + " WHERE id = ?",
        decided.state().name(),
        decided.decidedBy(),
        at(now),
        at(decided.endsAt()),
        decided.version(),
        decided.id());
    wrote(List.of(decided.id()), act, decided.decidedBy(), now, reason);
  }

  /** What is told of a number now; who is told is kept before it is. */
  List<Told> shown(byte[] number, String to, Instant now) {
    List<Told> found =
        database
            .read(
                "SELECT "
                    + COLUMNS
                    + " FROM caller_mark WHERE phone_hash = ? AND state = 'IN_FORCE'"
                    + " AND ends_at > ? ORDER BY kind DESC, id",
                row -> isKnown(row) ? Optional.of(told(row)) : Optional.<Told>empty(),
                number,
                at(now))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    wrote(found.stream().map(one -> one.mark().id()).toList(), MarkAct.SEEN, to, now, null);
    return found;
  }

  /** Whether two people have said abuse of a number, and it has not ended. */
  boolean hasAbuse(byte[] number, Instant now) {
    return !database
        .read(
            "SELECT 1 FROM caller_mark WHERE phone_hash = ? AND kind = 'ABUSE'"
                + " AND state = 'IN_FORCE' AND ends_at > ? LIMIT 1",
            row -> 1,
            number,
            at(now))
        .isEmpty();
  }

  /** Abuse that waits for a second person, the oldest first. */
  Page<Told> proposed(PageRequest page, Instant now) {
    return page(
        " FROM caller_mark WHERE state = 'PROPOSED' AND ends_at > ?",
        List.of(at(now)),
        " AND id > ?",
        " ORDER BY id",
        page);
  }

  /** Abuse that two people have said, the newest first. */
  Page<Told> abuse(AbuseTab tab, PageRequest page, Instant now) {
    String inForce = "state = 'IN_FORCE' AND ends_at > ?";
    String rows =
        " FROM caller_mark WHERE kind = 'ABUSE' AND decided_by IS NOT NULL AND "
            + switch (tab) {
              case ACTIVE -> inForce;
              case EXPIRING -> inForce + " AND ends_at <= ?";
              case ENDED ->
                  "(state IN ('LIFTED', 'EXPIRED') OR (state = 'IN_FORCE' AND ends_at <= ?))";
            };
    List<Object> times =
        tab == AbuseTab.EXPIRING ? List.of(at(now), at(now.plus(SOON))) : List.of(at(now));
    return page(rows, times, " AND id < ?", " ORDER BY id DESC", page);
  }

  /**
   * @param behind the condition of what comes after the last that was shown
   */
  private Page<Told> page(
      String rows, List<Object> times, String behind, String order, PageRequest page) {
    List<Object> values = new ArrayList<>(times);
    UUID last = page.behind();
    if (last != null) {
      values.add(last);
    }
    return Page.of(
        database.read(
            "SELECT "
                + COLUMNS
                + rows
                + (last == null ? "" : behind)
                + order
                + " LIMIT "
                + (page.limit() + 1),
            this::told,
            values.toArray()),
        database.read("SELECT count(*)" + rows, row -> row.getLong(1), times.toArray()).get(0),
        page,
        one -> one.mark().id().toString());
  }

  /** Says of so many that have ended that they have; how many. */
  int expire(Instant now, int most) {
    return database.write(
        "UPDATE caller_mark SET state = 'EXPIRED', version = version + 1 WHERE id IN ("
            + "SELECT id FROM caller_mark WHERE state IN ('PROPOSED', 'IN_FORCE') AND ends_at <= ?"
            + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)",
        at(now),
        most);
  }

  /** Forgets so many that ended before; how many. */
  int forget(Instant before, int most) {
    return database.write(
        "DELETE FROM caller_mark WHERE id IN (SELECT id FROM caller_mark WHERE ends_at < ?"
            + " ORDER BY ends_at LIMIT ? FOR UPDATE SKIP LOCKED)",
        at(before),
        most);
  }

  /** Who had to do with a mark, the last first; also of one whose number was erased. */
  Page<Line> history(UUID id, PageRequest page) {
    List<Line> lines =
        database.read(
            "SELECT h.id, h.act, h.actor, h.occurred_at, h.sealed_reason, m.wrapped_key,"
                + " m.sealed_reason AS first_reason FROM caller_mark_history h"
                + " LEFT JOIN caller_mark m ON m.id = h.mark_id"
                + " WHERE h.mark_id = ? AND h.id < ? ORDER BY h.id DESC LIMIT "
                + (page.limit() + 1),
            row -> line(id, row),
            id,
            number(page));
    long count =
        database
            .read(
                "SELECT count(*) FROM caller_mark_history WHERE mark_id = ?",
                row -> row.getLong(1),
                id)
            .get(0);
    if (count == 0) {
      throw unknown();
    }
    return Page.of(lines, count, page, line -> Long.toString(line.no()));
  }

  private static NotFound unknown() {
    return new NotFound("来电标记", "mark of a caller");
  }

  private static long number(PageRequest page) {
    try {
      return page.cursor() == null ? Long.MAX_VALUE : Long.parseLong(page.cursor());
    } catch (NumberFormatException notOurs) {
      throw page.badCursor();
    }
  }

  private Line line(UUID id, ResultSet row) throws SQLException {
    MarkAct act = MarkAct.valueOf(row.getString("act"));
    byte[] wrapped = row.getBytes("wrapped_key");
    byte[] sealed = row.getBytes("sealed_reason");
    String reason = null;
    if (wrapped != null && (act == MarkAct.SET || act == MarkAct.PROPOSED)) {
      reason = keys.open(id, wrapped).open(REASON, row.getBytes("first_reason"));
    } else if (wrapped != null && sealed != null) {
      reason = keys.open(id, wrapped).open(act.name(), sealed);
    }
    return new Line(
        row.getLong("id"), act, row.getString("actor"), instant(row, "occurred_at"), reason);
  }

  private void wrote(List<UUID> marks, MarkAct act, String by, Instant now, String reason) {
    if (marks.isEmpty()) {
      return;
    }
    database.write(
        "INSERT INTO caller_mark_history (mark_id, act, actor, occurred_at, sealed_reason)"
            + " SELECT id, ?, ?, ?, ?::bytea FROM unnest(?::uuid[]) WITH ORDINALITY AS marks (id, turn)"
            + " ORDER BY turn",
        act.name(),
        by,
        at(now),
        reason == null ? null : keyOf(marks.get(0)).seal(act.name(), reason),
        marks.stream().map(UUID::toString).toArray(String[]::new));
  }

  private CaseKey keyOf(UUID id) {
    return database
        .read(
            "SELECT wrapped_key FROM caller_mark WHERE id = ?",
            row -> keys.open(id, row.getBytes(1)),
            id)
        .get(0);
  }

  private Told told(ResultSet row) throws SQLException {
    CallerMark mark = read(row);
    String reason =
        keys.open(mark.id(), row.getBytes("wrapped_key"))
            .open(REASON, row.getBytes("sealed_reason"));
    return new Told(mark, reason);
  }

  /** A mark of a newer writer is not told here, and spoils no card. */
  private static boolean isKnown(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String need = row.getString("need");
    return Arrays.stream(MarkKind.values()).anyMatch(one -> one.name().equals(kind))
        && (need == null
            || Arrays.stream(CareNeed.values()).anyMatch(one -> one.name().equals(need)));
  }

  private static CallerMark read(ResultSet row) throws SQLException {
    String need = row.getString("need");
    return new CallerMark(
        row.getObject("id", UUID.class),
        MarkKind.valueOf(row.getString("kind")),
        need == null ? null : CareNeed.valueOf(need),
        MarkState.valueOf(row.getString("state")),
        row.getString("set_by"),
        instant(row, "set_at"),
        row.getString("decided_by"),
        instant(row, "ends_at"),
        row.getLong("version"));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
