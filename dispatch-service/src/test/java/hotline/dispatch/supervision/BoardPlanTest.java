package hotline.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.WorkCalendar;
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
import org.junit.jupiter.api.Test;

/** What PostgreSQL makes of the board's questions. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class BoardPlanTest {

  @Inject DataSource database;
  @Inject SupervisionLimitStore limits;
  @Inject WorkCalendar calendar;

  @Test
  void a_page_walks_the_open_cases_along_their_index_and_sorts_nothing() throws SQLException {
    List<Concern> lists = new ArrayList<>(Arrays.asList(Concern.values()));
    lists.add(null);
    for (Concern list : lists) {
      for (String unit : new String[] {null, "/center/cg"}) {
        String plan = plan(query(list, unit).page(false, 50));
        assertThat(plan)
            .as("%s of %s", list, unit)
            .containsPattern("open_cases_by_age|cases_waiting_for_dispatch");
        assertThat(plan).contains("open_assignments_of_a_case").doesNotContain("Sort Key: c.");
      }
    }
  }

  @Test
  void the_numbers_read_open_tasks_only() throws SQLException {
    // Of cases it may take any index here: nearly all that other tests leave behind are open.
    assertThat(plan(query(null, null).counts()))
        .containsPattern("open_assignments_of_(a_case|the_city|a_unit)");
  }

  private BoardQuery query(Concern list, String unit) {
    return BoardQuery.of(
        list, unit, Instant.parse("2026-11-09T02:00:00Z"), limits.inForce(), calendar);
  }

  /**
   * With whole-table reads and sorting forbidden: in a small table PostgreSQL would prefer them.
   */
  private String plan(String named) throws SQLException {
    String sql = named.replace("{c.*}", "c.*");
    Map<String, Object> values = query(null, null).moments();
    for (Map.Entry<String, Object> each : values.entrySet()) {
      String literal =
          each.getValue() instanceof Integer
              ? each.getValue().toString()
              : "timestamptz '" + each.getValue() + "'";
      sql = sql.replaceAll(":" + each.getKey() + "\\b", Matcher.quoteReplacement(literal));
    }
    sql = sql.replace(":unit", "'/center/cg'");
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      statement.execute("set enable_bitmapscan = off");
      statement.execute("set enable_sort = off");
      statement.execute("set enable_mergejoin = off");
      statement.execute("set enable_hashjoin = off");
      try (ResultSet line = statement.executeQuery("explain " + sql)) {
        while (line.next()) {
          plan.append(line.getString(1)).append('\n');
        }
      } finally {
        statement.execute("reset all");
      }
    }
    return plan.toString();
  }
}
