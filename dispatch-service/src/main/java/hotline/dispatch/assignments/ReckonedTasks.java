package hotline.dispatch.assignments;

import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.limits.RuleColumn;
import hotline.lifecycle.DeadlineKind;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.util.List;

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

  private static final String WRITE_TASKS =
      "update assignment a set reckoning = s.reckoning, clock_changes = s.changes,"
          + " policy_version = s.policy, next_due = s.next_due, sign_rule = s.sign_rule,"
          + " sign_due = s.sign_due, sign_yellow = s.sign_yellow, sign_calendar = s.sign_calendar,"
          + " contact_rule = s.contact_rule, contact_due = s.contact_due,"
          + " contact_yellow = s.contact_yellow, contact_calendar = s.contact_calendar,"
          + " reply_rule = s.reply_rule, reply_due = s.reply_due, reply_yellow = s.reply_yellow,"
          + " reply_calendar = s.reply_calendar"
          + " from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::timestamptz[],"
          + " ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[],"
          + " ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[],"
          + " ?::text[], ?::timestamptz[], ?::timestamptz[], ?::integer[])"
          + " as s (assignment_id, reckoning, changes, policy, next_due,"
          + " sign_rule, sign_due, sign_yellow, sign_calendar,"
          + " contact_rule, contact_due, contact_yellow, contact_calendar,"
          + " reply_rule, reply_due, reply_yellow, reply_calendar)"
          + " where a.assignment_id = s.assignment_id";

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
          List<Assignment> tasks = reckoned.stream().map(Held::assignment).toList();
          try (PreparedStatement sql = tx.prepareStatement(WRITE_TASKS)) {
            SqlColumns<Assignment> columns =
                new SqlColumns<>(tx, sql, tasks)
                    .set("uuid", Assignment::assignmentId)
                    .set("bigint", task -> task.clocks().reckoning())
                    .set("integer", task -> task.clocks().changes())
                    .set("text", task -> task.clocks().policyVersion())
                    .setTime(task -> task.clocks().nextDue());
            for (DeadlineKind kind : Clocks.KINDS) {
              columns
                  .set("text", task -> RULES.convertToDatabaseColumn(task.clocks().rule(kind)))
                  .setTime(task -> task.clocks().due(kind))
                  .setTime(task -> task.clocks().yellow(kind))
                  .set("integer", task -> task.clocks().calendarVersion(kind));
            }
            sql.executeUpdate();
          }
          return null;
        });
    entities.clear();
  }
}
