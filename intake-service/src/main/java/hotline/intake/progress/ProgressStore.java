package hotline.intake.progress;

import static hotline.relay.quarkus.Columns.instant;

import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EventType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Rows of what intake follows, written a poll at a time. */
final class ProgressStore {
  private static final String SAVE_CASES =
      """
      UPDATE hotline_case c SET status = n.status,
        version = c.version + CASE WHEN n.moved THEN 1 ELSE 0 END,
        closed_at = coalesce(n.closed_at, CASE WHEN NOT n.reopened THEN c.closed_at END),
        closed_by = coalesce(n.closed_by, CASE WHEN NOT n.reopened THEN c.closed_by END),
        responded = coalesce(n.responded, CASE WHEN NOT n.reopened THEN c.responded END),
        solved = coalesce(n.solved, CASE WHEN NOT n.reopened THEN c.solved END),
        satisfied = coalesce(n.satisfied, CASE WHEN NOT n.reopened THEN c.satisfied END),
        reopen_until = coalesce(n.reopen_until, CASE WHEN NOT n.reopened THEN c.reopen_until END),
        citizen_may_reopen = coalesce(n.citizen_may_reopen, CASE WHEN NOT n.reopened THEN c.citizen_may_reopen END),
        reopen_requested_at = CASE WHEN NOT n.reopened THEN c.reopen_requested_at END,
        transfer_target = CASE WHEN NOT n.reopened THEN c.transfer_target END,
        transfer_by = CASE WHEN NOT n.reopened THEN c.transfer_by END,
        transfer_handed = CASE WHEN NOT n.reopened THEN c.transfer_handed END,
        transfer_due = CASE WHEN NOT n.reopened THEN c.transfer_due END,
        transfer_three_party = CASE WHEN NOT n.reopened THEN c.transfer_three_party END,
        transfer_ref = CASE WHEN NOT n.reopened THEN c.transfer_ref END,
        transfer_why = CASE WHEN NOT n.reopened THEN c.transfer_why END,
        transfer_acknowledged = CASE WHEN NOT n.reopened THEN c.transfer_acknowledged END,
        transferred_at = CASE WHEN NOT n.reopened THEN c.transferred_at END,
        callback_round = CASE WHEN n.callback_heard THEN n.callback_round ELSE c.callback_round END,
        answered_with_main = coalesce(n.answered_with_main, c.answered_with_main),
        recorded_round = coalesce(n.recorded_round, c.recorded_round),
        recorded_via = coalesce(n.recorded_via, c.recorded_via)
      FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
        ?::boolean[], ?::boolean[], ?::boolean[], ?::boolean[], ?::integer[], ?::boolean[], ?::integer[], ?::text[])
        AS n (id, status, closed_at, closed_by, responded, solved, satisfied, reopen_until, citizen_may_reopen, reopened,
          moved, callback_heard, callback_round, answered_with_main, recorded_round, recorded_via)
      WHERE c.id = n.id
      """;
  private static final String SAVE_ASSIGNMENTS =
      """
      INSERT INTO case_assignment (assignment_id, case_id, round, role, unit_id, unit_path, status, reply_due, held_until,
        first_due)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
        ?::timestamptz[])
      ON CONFLICT (assignment_id) DO UPDATE SET status = excluded.status, reply_due = excluded.reply_due,
        held_until = excluded.held_until
      """;
  private static final String SAVE_STEPS =
      """
      INSERT INTO case_step (event_id, case_id, type, at, result, unit_id, until)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[])
      """;

  private ProgressStore() {}

  /** In the order of the identifiers, so that two instances never wait for each other. */
  static Map<UUID, CaseStatus> lock(Connection tx, UUID[] ids) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, status FROM hotline_case WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")) {
      select.setArray(1, tx.createArrayOf("uuid", ids));
      try (ResultSet rows = select.executeQuery()) {
        Map<UUID, CaseStatus> known = new LinkedHashMap<>();
        while (rows.next()) {
          known.put(rows.getObject(1, UUID.class), CaseStatus.valueOf(rows.getString(2)));
        }
        return known;
      }
    }
  }

  static List<HeldAssignment> assignments(Connection tx, UUID... caseIds) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT assignment_id, case_id, round, role, unit_id, unit_path, status, reply_due,"
                + " held_until, first_due FROM case_assignment WHERE case_id = ANY (?) ORDER BY assignment_id")) {
      select.setArray(1, tx.createArrayOf("uuid", caseIds));
      try (ResultSet rows = select.executeQuery()) {
        List<HeldAssignment> held = new ArrayList<>();
        while (rows.next()) {
          held.add(
              new HeldAssignment(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getInt(3),
                  AssignmentRole.valueOf(rows.getString(4)),
                  rows.getString(5),
                  rows.getString(6),
                  AssignmentStatus.valueOf(rows.getString(7)),
                  rows.getObject(8, OffsetDateTime.class).toInstant(),
                  instant(rows, 9),
                  instant(rows, 10)));
        }
        return held;
      }
    }
  }

  static void saveCases(Connection tx, List<CaseProgress> cases) throws SQLException {
    save(
        tx,
        SAVE_CASES,
        cases,
        column("uuid", CaseProgress::caseId),
        column("text", one -> one.status().name()),
        column("text", one -> one.outcome() == null ? null : time(one.outcome().at())),
        column("text", one -> outcome(one, it -> it.closed().closedBy())),
        column("text", one -> outcome(one, it -> it.closed().responded())),
        column("text", one -> outcome(one, it -> it.closed().solved())),
        column("text", one -> outcome(one, it -> it.closed().satisfied())),
        column("text", one -> reopenUntil(one.outcome())),
        column(
            "boolean",
            one -> one.outcome() == null ? null : one.outcome().closed().citizenMayReopen()),
        column("boolean", CaseProgress::reopened),
        // That a callback waits changes nothing of what whoever acts on the case has read.
        column("boolean", CaseProgress::moved),
        column("boolean", CaseProgress::callbackHeard),
        column("integer", CaseProgress::callbackRound),
        column("boolean", CaseProgress::answeredWithMain),
        column("integer", one -> one.roundResult() == null ? null : one.roundResult().round()),
        column("text", one -> one.roundResult() == null ? null : one.roundResult().via()));
  }

  static void saveAssignments(Connection tx, List<HeldAssignment> assignments) throws SQLException {
    save(
        tx,
        SAVE_ASSIGNMENTS,
        assignments,
        column("uuid", HeldAssignment::assignmentId),
        column("uuid", HeldAssignment::caseId),
        column("integer", HeldAssignment::round),
        column("text", one -> one.role().name()),
        column("text", HeldAssignment::unitId),
        column("text", HeldAssignment::unitPath),
        column("text", one -> one.status().name()),
        column("text", one -> time(one.replyDue())),
        column("text", one -> one.heldUntil() == null ? null : time(one.heldUntil())),
        column("text", one -> one.firstDue() == null ? null : time(one.firstDue())));
  }

  static void saveSteps(Connection tx, List<CaseStep> steps) throws SQLException {
    save(
        tx,
        SAVE_STEPS,
        steps,
        column("uuid", CaseStep::eventId),
        column("uuid", CaseStep::caseId),
        column("text", one -> one.type().name()),
        column("text", one -> time(one.at())),
        column("text", CaseStep::result),
        column("text", CaseStep::unitId),
        column("text", one -> one.until() == null ? null : time(one.until())));
  }

  static List<CaseStep> steps(Connection tx, UUID caseId) throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT event_id, type, at, result, unit_id, until FROM case_step WHERE case_id = ? ORDER BY at, event_id")) {
      select.setObject(1, caseId);
      try (ResultSet rows = select.executeQuery()) {
        List<CaseStep> steps = new ArrayList<>();
        while (rows.next()) {
          steps.add(
              new CaseStep(
                  rows.getObject(1, UUID.class),
                  caseId,
                  EventType.valueOf(rows.getString(2)),
                  rows.getObject(3, OffsetDateTime.class).toInstant(),
                  rows.getString(4),
                  rows.getString(5),
                  instant(rows, 6)));
        }
        return steps;
      }
    }
  }

  private record Column<T>(String type, Function<T, Object> field) {}

  private static <T> Column<T> column(String type, Function<T, Object> field) {
    return new Column<>(type, field);
  }

  /** Timestamps travel as text: an array of them as objects is written in the JVM's own zone. */
  private static String time(Instant time) {
    return time.toString();
  }

  private static String reopenUntil(CaseProgress.Outcome outcome) {
    return outcome == null || outcome.closed().reopenUntil() == null
        ? null
        : time(outcome.closed().reopenUntil());
  }

  private static String outcome(CaseProgress one, Function<CaseProgress.Outcome, Enum<?>> field) {
    if (one.outcome() == null) {
      return null;
    }
    // A code of a newer writer is read as null: what it says is not known here.
    Enum<?> code = field.apply(one.outcome());
    return code == null ? "UNKNOWN" : code.name();
  }

  @SafeVarargs
  private static <T> void save(Connection tx, String sql, List<T> rows, Column<T>... columns)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = tx.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        Object[] values = rows.stream().map(columns[i].field()).toArray();
        insert.setArray(i + 1, tx.createArrayOf(columns[i].type(), values));
      }
      insert.executeUpdate();
    }
  }
}
