package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Solved;
import hotline.relay.Incoming;
import hotline.relay.RecordApplier;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Several records of one key in the same poll, which is applied as a whole. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class OnePollTest {

  @Inject JtaTransactions transactions;
  @Inject RecordApplier applier;
  @Inject DataSource database;
  @Inject MovedClock clock;

  private final List<Incoming> poll = new ArrayList<>();

  @Test
  void of_several_texts_of_a_case_the_newest_is_kept_in_whatever_order() throws Exception {
    OtherServices said = OtherServices.into(poll, clock);
    OtherServices.Known rising = said.newCase();
    OtherServices.Known falling = said.newCase();
    said.file(rising, 1, "旧标题");
    said.file(falling, 2, "新标题");
    said.file(rising, 2, "新标题");
    said.file(falling, 1, "旧标题");
    apply();

    assertThat(titles(rising)).containsExactly("新标题");
    assertThat(titles(falling)).containsExactly("新标题");
  }

  @Test
  void a_text_around_its_erasure_does_not_come_back() throws Exception {
    OtherServices said = OtherServices.into(poll, clock);
    OtherServices.Known known = said.newCase();
    said.file(known, 1, "旧标题");
    said.fileErased(known);
    said.file(known, 2, "不应再出现");
    apply();

    assertThat(titles(known)).hasSize(1).containsOnlyNulls();
  }

  @Test
  void words_of_a_rating_stay_where_a_newer_text_has_none_and_go_with_their_erasure()
      throws Exception {
    OtherServices said = OtherServices.into(poll, clock);
    OtherServices.Known known = said.newCase();
    OtherServices.Known inTurn = said.newCase();
    said.fileWithWords(known, 2, 1, "没修好");
    said.file(known, 3, "新标题");
    said.fileWithWords(inTurn, 2, 1, "没修好");
    apply();
    poll.clear();
    said.file(inTurn, 3, "新标题");
    apply();

    String words = "select rating_words ->> '1' from case_file where case_id = ?";
    assertThat(texts(words, known.caseId())).containsExactly("没修好");
    assertThat(texts(words, inTurn.caseId())).containsExactly("没修好");
    assertThat(titles(inTurn)).containsExactly("新标题");

    poll.clear();
    said.fileErased(known);
    apply();
    assertThat(texts(words, known.caseId())).containsOnlyNulls();
    // An instance of before knows no such column.
    assertThat(
            texts(
                "update case_file set title = null, content = null, demand = null,"
                    + " direct_answer = null, erased = true where case_id = ?"
                    + " returning rating_words ->> '1'",
                inTurn.caseId()))
        .hasSize(1)
        .containsOnlyNulls();
  }

  @Test
  void a_rating_right_behind_what_opened_its_callback_closes_the_case() throws Exception {
    OtherServices said = OtherServices.into(poll, clock);
    OtherServices.Known known = said.completed();
    said.ratedOnline(known, 1, Solved.YES, null);
    OtherServices.Known direct = said.answeredDirectly(CaseKind.HELP, "operator");
    said.ratedOnline(direct, 0, Solved.YES, null);
    OtherServices.Known inTurn = said.completed();
    apply();
    poll.clear();
    said.ratedOnline(inTurn, 1, Solved.YES, null);
    apply();

    for (OtherServices.Known one : List.of(known, direct, inTurn)) {
      assertThat(texts("select status from hotline_case where case_id = ?", one.caseId()))
          .containsExactly("CLOSED");
      assertThat(texts("select status from callback where case_id = ?", one.caseId()))
          .containsExactly("EVALUATED");
      assertThat(texts("select type from late_fact where case_id = ?", one.caseId())).isEmpty();
      assertThat(
              texts(
                  "select kind from timer where key in"
                      + " (select callback_id::text from callback where case_id = ?)",
                  one.caseId()))
          .contains("archive-due");
    }
    assertThat(
            texts(
                "select 'counted' where (select sum(ended) from ended_callback_count)"
                    + " = (select count(*) from callback where status <> ?)",
                "OPEN"))
        .containsExactly("counted");
  }

  @Test
  void a_unit_that_is_told_twice_has_its_last_name() throws Exception {
    OtherServices said = OtherServices.into(poll, clock);
    said.unit("renamed", "旧名");
    said.unit("renamed", "新名");
    apply();

    assertThat(texts("select name_zh from unit where unit_id = ?", "renamed"))
        .containsExactly("新名");
  }

  private void apply() throws Exception {
    transactions.call(
        tx -> {
          applier.apply(tx, poll);
          return null;
        });
  }

  private List<String> titles(OtherServices.Known known) throws SQLException {
    return texts("select title from case_file where case_id = ?", known.caseId());
  }

  private List<String> texts(String query, Object key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, key);
      List<String> texts = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    }
  }
}
