package hotline.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.loop.DispatchServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of the board's questions. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class BoardPlanTest {

  private static final String[] MANY_CASES = {
    """
    create temporary table many on commit drop as
    select gen_random_uuid() as id, n, n % 30 = 0 as open,
           timestamptz '2026-01-01' + n * interval '10 minutes' as since
    from generate_series(1, 30000) n
    """,
    """
    insert into handled_case (case_id, case_no, status, kind, urgency, category_code, place_code,
        place_path, received_at, confidential, accepted_event, accepted_at, offered_to_catalogue,
        round, lead_unit_id, open_co_units, urge_count, sequence, version)
    select id, 'plan-' || n, case when open then 'HANDLING' else 'CLOSED' end, 'COMPLAINT',
        'NORMAL', '130301', '370202', '/370202', since, false, id, since, true, 1, 'cg', 0, 0, 5, 5
    from many
    """,
    """
    insert into assignment (assignment_id, case_id, round, role, unit_id, unit_path, status,
        created_at, policy_version, sign_rule, reply_rule, reply_pauses, sign_due, contact_due,
        contacted_at, reply_due, next_due, sign_missed, contact_missed, reply_missed, signed_at,
        signed_by, attempts, replies, replied_at, handler_ref, reviewer_ref, ended_at, version)
    select id, id, 1, 'LEAD', unit, '/center/' || unit,
        case when open then 'CONTACTED' else 'DONE' end, since, '1', '4h', '5w', '{}', since, since,
        since, since + interval '7 days', since + interval '7 days', false, false, false, since, 'a',
        1, 1, since, 'a', 'b', case when open then null else since end, 5
    from (select *, case when n % 7 = 0 then 'cg' else 'u' || n % 40 end as unit from many) each
    """,
    "analyze handled_case",
    "analyze assignment"
  };

  @Inject DataSource database;
  @Inject SupervisionLimitStore limits;
  @Inject TimeRulesInForce timeRules;

  private Connection connection;

  @BeforeEach
  void fill() throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String each : MANY_CASES) {
        statement.execute(each);
      }
    }
  }

  @AfterEach
  void empty() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void a_page_of_any_list_reads_open_cases_and_open_tasks_only() throws SQLException {
    List<Concern> lists = new ArrayList<>(Arrays.asList(Concern.values()));
    lists.add(null);
    for (Concern list : lists) {
      for (String unit : new String[] {null, "/center/cg"}) {
        assertThat(plan(query(list, unit).page(false, 50)))
            .as("%s of %s", list, unit)
            .containsPattern("open_cases_by_age|cases_waiting_for_dispatch")
            .contains("unit_has_one_open_task_of_a_case")
            .doesNotContain("Seq Scan on handled_case", "Seq Scan on assignment");
      }
    }
  }

  @Test
  void a_page_of_the_red_list_walks_the_index_and_sorts_nothing() throws SQLException {
    // Nearly every open case is on it; where few are, sorting those few is cheaper.
    assertThat(plan(query(null, null).page(false, 50)))
        .contains("Index Scan using open_cases_by_age")
        .doesNotContain("Sort Key: c.");
  }

  @Test
  void the_numbers_read_open_cases_and_open_tasks_only() throws SQLException {
    assertThat(plan(query(null, null).counts()))
        .contains("open_cases_by_age")
        .containsPattern(
            "open_assignments_(of_(the_city|a_unit)|by_reckoning)|unit_has_one_open_task")
        .doesNotContain("Seq Scan on handled_case", "Seq Scan on assignment");
  }

  private BoardQuery query(Concern list, String unit) {
    return BoardQuery.of(
        list, unit, Instant.parse("2026-11-09T02:00:00Z"), limits.inForce(), timeRules.calendar());
  }

  /** As PostgreSQL plans it where a thousand of thirty thousand cases are open. */
  private String plan(String named) throws SQLException {
    String sql = named.replace("{c.*}", "c.*");
    for (Map.Entry<String, Object> each : query(null, null).moments().entrySet()) {
      String literal =
          each.getValue() instanceof Integer
              ? each.getValue().toString()
              : "timestamptz '" + each.getValue() + "'";
      sql = sql.replaceAll(":" + each.getKey() + "\\b", Matcher.quoteReplacement(literal));
    }
    sql = sql.replace(":unit", "'/center/cg'");
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet line = statement.executeQuery("explain " + sql)) {
      while (line.next()) {
        plan.append(line.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
