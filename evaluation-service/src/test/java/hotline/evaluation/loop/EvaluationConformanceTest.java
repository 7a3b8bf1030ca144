package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.localservers.KafkaServer;
import hotline.localservers.ServiceServers;
import hotline.relay.conformance.PooledDatabase;
import hotline.relay.conformance.RelayConformance;
import hotline.relay.quarkus.MigrationsBesideTraffic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promises of the relay on the database that this service's migrations make. */
class EvaluationConformanceTest extends RelayConformance {

  private static ServiceServers servers;
  private static DataSource database;

  @BeforeAll
  static void start() throws Exception {
    servers = ServiceServers.start("evaluation");
    database = PooledDatabase.of(servers.postgres().jdbcUrl("evaluation"), "evaluation");
    MigrationsBesideTraffic.locksBySession(Flyway.configure())
        .dataSource(database)
        .locations("db/relay", "db/access", "db/migration")
        .load()
        .migrate();
  }

  @AfterAll
  static void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void what_was_closed_before_there_was_an_archive_gets_its_window_and_its_timer()
      throws Exception {
    FluentConfiguration before =
        MigrationsBesideTraffic.locksBySession(Flyway.configure())
            .dataSource(database)
            .defaultSchema("before")
            .locations("db/relay", "db/access", "db/migration");
    before.target("12").load().migrate();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set search_path to before");
      sql.execute(
          """
          insert into hotline_case (case_id, case_no, status, kind, urgency, wants_callback, round)
          select gen_random_uuid(), 'before-' || n, case n when 3 then 'REHANDLING' else 'CLOSED' end,
                 'HELP', 'NORMAL', true, 1
            from generate_series(1, 3) n""");
      sql.execute(
          """
          insert into callback (callback_id, case_id, case_no, round, unit_id, unit_path, status,
                 opened_at, callback_due, policy_version, yellow_from, attempts, ended_at, ended_by,
                 decision, contest_until)
          select gen_random_uuid(), case_id, case_no, 1, 'cg', '/center/cg', 'UNREACHABLE', t, t,
                 'sd-default/1', t, 1, t, 'somebody', 'CLOSED', t + interval '7 days'
            from (select *, case case_no when 'before-1' then now() - interval '60 days'
                                         else now() - interval '3 days' end as t from hotline_case) c""");
    }
    before.target(MigrationVersion.LATEST).load().migrate();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("set search_path to before");
      try (ResultSet row =
          sql.executeQuery(
              """
              select c.case_no, c.reopen_until = c.ended_at + interval '15 days' as kept,
                     t.due_at > now() + interval '23 hours' as later,
                     t.due_at = c.reopen_until + interval '1 hour' as own
                from callback c left join timer t on t.key = c.callback_id::text and t.kind = 'archive-due'
               order by c.case_no""")) {
        // Over long ago: not at once, while an instance of before may still take it.
        assertRow(row, "before-1", true, false);
        assertRow(row, "before-2", true, true);
        assertRow(row, "before-3", null, null);
      }
      sql.execute("set search_path to default");
    }
  }

  @Test
  void an_instance_of_before_that_is_closing_a_case_goes_on_beside_the_migration()
      throws Exception {
    FluentConfiguration beside =
        MigrationsBesideTraffic.locksBySession(Flyway.configure())
            .dataSource(database)
            .defaultSchema("beside")
            .locations("db/relay", "db/access", "db/migration");
    beside.target("13").load().migrate();
    String closing =
        "update callback set status = 'UNREACHABLE', decision = 'CLOSED', attempts = 1,"
            + " ended_at = opened_at, ended_by = 'somebody' where case_no = '%s'";
    try (Connection older = database.getConnection();
        Statement sql = older.createStatement()) {
      sql.execute("set search_path to beside");
      sql.execute(
          "update callback_limit set reopen_days = 20 where urgency = 'NORMAL' and kind = 'HELP'");
      sql.execute(
          """
          insert into hotline_case (case_id, case_no, status, kind, urgency, wants_callback, round)
          select gen_random_uuid(), 'beside-' || n, 'PENDING_CALLBACK', 'HELP', 'NORMAL', true, 1
            from generate_series(1, 2) n""");
      sql.execute(
          """
          insert into callback (callback_id, case_id, case_no, round, unit_id, unit_path, status,
                 opened_at, callback_due, policy_version, yellow_from)
          select gen_random_uuid(), case_id, case_no, 1, 'cg', '/center/cg', 'OPEN', now(), now(),
                 'sd-default/1', now()
            from hotline_case""");
      older.setAutoCommit(false);
      // The case first and then its callback, as each act does.
      sql.execute("update hotline_case set status = 'CLOSED' where case_no = 'beside-1'");
      CompletableFuture<?> migration =
          CompletableFuture.runAsync(() -> beside.target(MigrationVersion.LATEST).load().migrate());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                try (ResultSet row =
                    sql.executeQuery(
                        "select count(*) from pg_locks where not granted"
                            + " and relation = 'beside.hotline_case'::regclass")) {
                  return row.next() && row.getInt(1) == 1;
                }
              });
      assertThat(sql.executeUpdate(closing.formatted("beside-1"))).isEqualTo(1);
      older.commit();
      migration.get(60, TimeUnit.SECONDS);

      sql.execute("update hotline_case set status = 'CLOSED' where case_no = 'beside-2'");
      assertThat(sql.executeUpdate(closing.formatted("beside-2"))).isEqualTo(1);
      older.commit();
      try (ResultSet row =
          sql.executeQuery(
              """
              select count(*)
                from callback c join timer t on t.key = c.callback_id::text and t.kind = 'archive-due'
               where c.reopen_until = c.ended_at + interval '480 hours'""")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(2);
      }
      older.commit();
      older.setAutoCommit(true);
      sql.execute("set search_path to default");
    }
  }

  private static void assertRow(ResultSet row, String caseNo, Boolean later, Boolean own)
      throws SQLException {
    assertThat(row.next()).isTrue();
    assertThat(row.getString("case_no")).isEqualTo(caseNo);
    assertThat(row.getBoolean("kept")).as(caseNo).isTrue();
    assertThat(row.getObject("later")).as(caseNo).isEqualTo(later);
    assertThat(row.getObject("own")).as(caseNo).isEqualTo(own);
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected KafkaServer broker() {
    return servers.kafka();
  }
}
