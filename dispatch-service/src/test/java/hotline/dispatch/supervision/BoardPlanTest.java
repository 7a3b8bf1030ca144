package hotline.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.loop.DispatchServers;
import hotline.dispatch.loop.ManyCases;
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

  @Inject DataSource database;
  @Inject SupervisionLimitStore limits;
  @Inject TimeRulesInForce timeRules;

  private Connection connection;

  @BeforeEach
  void fill() throws SQLException {
    connection = ManyCases.in(database);
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

  @Test
  void whether_a_request_repeats_is_asked_once_of_each_open_case_and_by_index()
      throws SQLException {
    String plan = plan(query(null, null).counts());
    assertThat(plan.split("handled_case r", -1)).as(plan).hasSize(3);
    assertThat(plan).contains("cases_of_a_caller", "cases_of_a_place");
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
