package hotline.dispatch.assignments;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.RuleColumn;
import hotline.lifecycle.DeadlineKind;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes clocks that were computed anew, a hundred thousand after one adoption: one statement per
 * table and batch instead of one per row.
 */
@ApplicationScoped
class ReckonedTasks {

  // A clock that moves spoils nobody's form: the versions of case and task stay.
  private static final String WRITE_CASES =
      "update handled_case c set sequence = s.sequence"
          + " from unnest(?::uuid[], ?::bigint[]) as s (case_id, sequence)"
          + " where c.case_id = s.case_id and c.sequence <> s.sequence";

  private static final RuleColumn RULES = new RuleColumn();

  private final JoinedConnection connection;
  private final EntityManager entities;

  ReckonedTasks(JoinedConnection connection, EntityManager entities) {
    this.connection = connection;
    this.entities = entities;
  }

  /** These, whose rows are locked; afterwards no entity of the transaction is written. */
  void write(List<Held> reckoned) {
    if (reckoned.isEmpty()) {
      return;
    }
    connection.call(
        tx -> {
          List<HandledCase> cases = reckoned.stream().map(Held::handledCase).distinct().toList();
          try (PreparedStatement sql = tx.prepareStatement(WRITE_CASES)) {
            new SqlColumns<>(tx, sql, cases)
                .set("uuid", HandledCase::caseId)
                .set("bigint", HandledCase::sequence);
            sql.executeUpdate();
          }
          for (Map.Entry<Set<DeadlineKind>, List<Assignment>> group : byClocks(reckoned)) {
            writeTasks(tx, group.getKey(), group.getValue());
          }
          return null;
        });
    entities.clear();
  }

  /** What cannot have moved is not written: mostly two of three clocks lie behind. */
  private static Set<Map.Entry<Set<DeadlineKind>, List<Assignment>>> byClocks(List<Held> reckoned) {
    return reckoned.stream()
        .map(Held::assignment)
        .collect(Collectors.groupingBy(Reckoning::movable))
        .entrySet();
  }

  private static void writeTasks(Connection tx, Set<DeadlineKind> kinds, List<Assignment> tasks)
      throws SQLException {
    try (PreparedStatement sql = tx.prepareStatement(writeTasks(kinds))) {
      SqlColumns<Assignment> columns =
          new SqlColumns<>(tx, sql, tasks)
              .set("uuid", Assignment::assignmentId)
              .set("bigint", task -> task.clocks().reckoning())
              .set("integer", task -> task.clocks().changes())
              .set("text", task -> task.clocks().policyVersion())
              .setTime(task -> task.clocks().nextDue());
      for (DeadlineKind kind : kinds) {
        columns
            .set("text", task -> RULES.convertToDatabaseColumn(task.clocks().rule(kind)))
            .setTime(task -> task.clocks().due(kind))
            .setTime(task -> task.clocks().yellow(kind))
            .set("integer", task -> task.clocks().calendarVersion(kind));
      }
      sql.executeUpdate();
    }
  }

  private static String writeTasks(Set<DeadlineKind> kinds) {
    StringBuilder set = new StringBuilder();
    StringBuilder values = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (DeadlineKind kind : kinds) {
      String clock = kind.name().toLowerCase(Locale.ROOT);
      for (String column : List.of("_rule", "_due", "_yellow", "_calendar")) {
        set.append(", ").append(clock).append(column).append(" = s.").append(clock).append(column);
        names.append(", ").append(clock).append(column);
      }
      values.append(", ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[]");
    }
    return "update assignment a set reckoning = s.reckoning, clock_changes = s.changes,"
        + " policy_version = s.policy, next_due = s.next_due"
        + set
        + " from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::timestamptz[]"
        + values
        + ") as s (assignment_id, reckoning, changes, policy, next_due"
        + names
        + ") where a.assignment_id = s.assignment_id";
  }
}
