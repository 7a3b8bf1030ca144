package hotline.dispatch.assignments;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search of the inbox finds among many tasks, and what PostgreSQL makes of it. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class InboxPlanTest {

  @Inject DataSource database;

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
  void words_are_found_wherever_they_stand_whatever_their_letters_and_as_they_are()
      throws SQLException {
    assertThat(count("停水")).isEqualTo(30);
    assertThat(count("abc小区")).isEqualTo(30);
    assertThat(count("100%_停")).isEqualTo(30);
    assertThat(count("停水1000")).isEqualTo(2);
    assertThat(count("区")).isEqualTo(30);
    assertThat(count("停%水")).isZero();
    // Both pairs are in a title, the word is not.
    assertThat(count("停水小区")).isZero();
  }

  @Test
  void two_characters_are_looked_up_in_the_index_and_no_other_title_is_read() throws SQLException {
    assertThat(String.join("\n", ask("explain ", "停水")))
        .contains("case_files_by_words_of_title")
        .doesNotContain("Seq Scan on case_file");
  }

  private int count(String words) throws SQLException {
    return Integer.parseInt(ask("", words).get(0));
  }

  private List<String> ask(String prefix, String words) throws SQLException {
    InboxQuery asked = new InboxQuery(Tab.ALL, null, words, Instant.parse("2026-11-09T02:00:00Z"));
    String sql = prefix + asked.count();
    for (var value : asked.searched().entrySet()) {
      sql = sql.replace(":" + value.getKey(), "'" + value.getValue() + "'");
    }
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
