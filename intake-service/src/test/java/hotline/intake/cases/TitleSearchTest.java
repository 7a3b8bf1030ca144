package hotline.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.intake.IntakeServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words of a title among many, and what PostgreSQL makes of the question. */
@QuarkusTest
@QuarkusTestResource(IntakeServers.class)
class TitleSearchTest {
  private static final String MANY_CASES =
      """
      INSERT INTO hotline_case (id, case_no, query_code_digest, kind, urgency, channel, status,
          category_code, category_path, place_code, place_path, title, content, anonymous,
          confidential, wants_callback, registered_by, received_at, registered_at, supplement_count,
          urge_count, file_version, event_sequence, version)
      SELECT gen_random_uuid(), '9' || lpad(n::text, 12, '0'), '\\x00', 'HELP', 'NORMAL', 'PHONE',
          'REGISTERED', '080102', '/08/0801/080102', '3702', '/3702',
          CASE WHEN n % 1000 = 0 THEN 'ABC小区100%_停水' || n
               ELSE (ARRAY['道路积水', '夜间施工噪声', '垃圾未清运', '供暖不足'])[n % 4 + 1] || n END,
          'x', false, false, true, 'a', now(), now(), 0, 0, 1, 1, 1
      FROM generate_series(1, 20000) n
      """;

  IntakeServers servers;
  private Connection connection;

  @BeforeEach
  void fill() throws SQLException {
    connection = servers.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(MANY_CASES);
      statement.execute("ANALYZE hotline_case");
    }
  }

  @AfterEach
  void empty() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void words_are_found_wherever_they_stand_whatever_their_letters_and_as_they_are()
      throws Exception {
    assertThat(found("停水")).hasSize(20);
    assertThat(found("abc小区")).hasSize(20);
    assertThat(found("100%_停")).hasSize(20);
    assertThat(found("停水1000")).containsExactlyInAnyOrder("ABC小区100%_停水1000", "ABC小区100%_停水10000");
    assertThat(found("区")).hasSize(20);
    assertThat(found("停%水")).isEmpty();
    // Both pairs are in a title, the word is not.
    assertThat(found("停水小区")).isEmpty();
  }

  @Test
  void two_characters_are_looked_up_in_the_index_and_no_other_title_is_read() throws Exception {
    assertThat(String.join("\n", ask("EXPLAIN SELECT count(*)", "停水")))
        .contains("cases_by_words_of_title")
        .doesNotContain("Seq Scan");
  }

  private List<String> found(String words) throws SQLException {
    return ask("SELECT title", words);
  }

  private List<String> ask(String what, String words) throws SQLException {
    CaseFilter filter = new CaseFilter().about(words).and("starts_with(case_no, '9')");
    try (PreparedStatement select =
        connection.prepareStatement(what + " FROM hotline_case WHERE " + filter.sql())) {
      int at = 1;
      for (Object value : filter.values()) {
        select.setObject(at++, value);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
      return rows;
    }
  }
}
