package hotline.dispatch.assignments;

import static hotline.relay.quarkus.Columns.instant;

import hotline.dispatch.cases.CaseLine;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DeadlineKind;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads and writes what timers change of many assignments: one statement per table. */
@ApplicationScoped
class RunningTasks {

  // The case is named first: its row is locked first everywhere, so that nobody waits in a circle.
  private static final String LOCK =
      "select c.case_id, c.case_no, c.status as case_status, c.sequence, a.assignment_id, a.round,"
          + " a.role, a.unit_id, a.replies + a.clock_changes as changes,"
          // In a dispute and behind what it handed down its clocks run where the unit stands.
          + " case a.status when 'IN_DISPUTE' then a.stood_at when 'SUBDISPATCHED' then a.worked_at"
          + " else a.status end as status, a.sign_due,"
          + " a.contact_due, a.reply_due, a.sign_yellow, a.contact_yellow, a.reply_yellow,"
          + " a.sign_missed, a.contact_missed, a.reply_missed, a.sign_warned, a.contact_warned,"
          + " a.reply_warned"
          + " from handled_case c join assignment a on a.case_id = c.case_id"
          + " where a.assignment_id = any(?) order by c.case_id, a.assignment_id"
          + " for update of c, a";

  // A clock that runs out spoils nobody's form: the versions of case and task stay.
  private static final String WRITE_CASES =
      "update handled_case c set sequence = s.sequence"
          + " from unnest(?::uuid[], ?::bigint[]) as s (case_id, sequence)"
          + " where c.case_id = s.case_id";

  private static final String WRITE_TASKS =
      "update assignment a set sign_missed = s.sign, contact_missed = s.contact,"
          + " reply_missed = s.reply, sign_warned = s.sign_warned,"
          + " contact_warned = s.contact_warned, reply_warned = s.reply_warned"
          + " from unnest(?::uuid[], ?::boolean[], ?::boolean[], ?::boolean[], ?::timestamptz[],"
          + " ?::timestamptz[], ?::timestamptz[]) as s (assignment_id, sign, contact, reply,"
          + " sign_warned, contact_warned, reply_warned) where a.assignment_id = s.assignment_id";

  private final JoinedConnection connection;

  RunningTasks(JoinedConnection connection) {
    this.connection = connection;
  }

  List<RunningTask> lockAll(Collection<UUID> assignmentIds) {
    return connection.call(
        tx -> {
          List<RunningTask> tasks = new ArrayList<>();
          Map<UUID, CaseLine> cases = new HashMap<>();
          try (PreparedStatement sql = tx.prepareStatement(LOCK)) {
            sql.setArray(1, tx.createArrayOf("uuid", assignmentIds.toArray()));
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                tasks.add(task(row, cases));
              }
            }
          }
          return tasks;
        });
  }

  private static RunningTask task(ResultSet row, Map<UUID, CaseLine> cases) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    CaseLine of = cases.get(caseId);
    if (of == null) {
      of =
          new CaseLine(
              caseId,
              row.getString("case_no"),
              CaseStatus.valueOf(row.getString("case_status")),
              row.getLong("sequence"));
      cases.put(caseId, of);
    }
    return new RunningTask(
        of,
        row.getObject("assignment_id", UUID.class),
        row.getInt("round"),
        AssignmentRole.valueOf(row.getString("role")),
        row.getString("unit_id"),
        row.getInt("changes"),
        new ClockHands(AssignmentStatus.valueOf(row.getString("status")), hands(row)));
  }

  private static List<Hand> hands(ResultSet row) throws SQLException {
    List<Hand> hands = new ArrayList<>();
    for (DeadlineKind kind : Clocks.KINDS) {
      String clock = kind.name().toLowerCase(Locale.ROOT);
      Instant due = instant(row, clock + "_due");
      if (due != null) {
        hands.add(
            new Hand(
                kind,
                due,
                instant(row, clock + "_yellow"),
                row.getBoolean(clock + "_missed"),
                instant(row, clock + "_warned")));
      }
    }
    return hands;
  }

  /** What was said of these, whose rows are locked. */
  void write(List<RunningTask> said) {
    if (said.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          List<CaseLine> cases = said.stream().map(RunningTask::of).distinct().toList();
          try (PreparedStatement sql = tx.prepareStatement(WRITE_CASES)) {
            new SqlColumns<>(tx, sql, cases)
                .set("uuid", CaseLine::caseId)
                .set("bigint", CaseLine::sequence);
            sql.executeUpdate();
          }
          try (PreparedStatement sql = tx.prepareStatement(WRITE_TASKS)) {
            SqlColumns<RunningTask> columns =
                new SqlColumns<>(tx, sql, said).set("uuid", RunningTask::assignmentId);
            for (DeadlineKind kind : Clocks.KINDS) {
              columns.set("boolean", task -> missed(task.hands().hand(kind)));
            }
            for (DeadlineKind kind : Clocks.KINDS) {
              columns.setTime(task -> warned(task.hands().hand(kind)));
            }
            sql.executeUpdate();
          }
          return null;
        });
  }

  private static boolean missed(Hand hand) {
    return hand != null && hand.missed();
  }

  private static Instant warned(Hand hand) {
    return hand == null ? null : hand.warned();
  }
}
