package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How many statements the hot commands send: each is a round trip, and a city registers and accepts
 * all day.
 */
@QuarkusTest
class StatementCountTest extends IntakeTest {

  @Test
  void registering_takes_five_statements_and_one_for_the_text_message() {
    registered();
    List<String> statements = counted(() -> registered());
    // Outbox (file and event in one batch), case, timer of the screening, vault, text message, kept
    // answer; a block of numbers every fifty.
    assertThat(statements).as(String.join("\n", statements)).hasSize(6);
    assertThat(statements.get(0)).containsIgnoringCase("outbox");
    assertThat(statements.get(1)).containsIgnoringCase("hotline_case");
    assertThat(statements.get(2)).containsIgnoringCase("timer");
    assertThat(statements.get(3)).containsIgnoringCase("vault_contact");
    assertThat(statements.get(4)).containsIgnoringCase("text_message");
    assertThat(statements.get(5)).containsIgnoringCase("kept_answer");
  }

  @Test
  void who_has_no_mobile_number_costs_the_question_whether_it_is_a_switchboard() {
    Map<String, Object> form = form();
    form.put("reporter", reporter("王示例", "0532-85550000"));
    registered(form);
    // No text message, but whether the number is one person's.
    List<String> statements = counted(() -> registered(form));
    assertThat(statements).as(String.join("\n", statements)).hasSize(6);
    assertThat(statements.get(0)).containsIgnoringCase("switchboard");
  }

  @Test
  void numbers_in_the_texts_cost_one_statement_more() {
    registered();
    Map<String, Object> form = form();
    form.put("title", "请打13800001234");
    form.put("content", "或者13900005678");
    // The texts as they were told, in one batch.
    assertThat(counted(() -> registered(form))).hasSize(7);
  }

  @Test
  void saving_a_draft_takes_one_statement_and_its_registering_one_more() {
    UUID id = UUID.randomUUID();
    // Every seat does it every few seconds: no event, no kept answer, no look before.
    assertThat(counted(() -> saved(id, 0))).hasSize(1);
    assertThat(counted(() -> saved(id, 1))).hasSize(1);
    List<String> statements =
        counted(
            () ->
                as(Role.OPERATOR)
                    .queryParam("draft", id)
                    .body(form())
                    .post("/api/cases")
                    .then()
                    .statusCode(201));
    assertThat(statements).as(String.join("\n", statements)).hasSize(7);
    assertThat(statements).anyMatch(sql -> sql.startsWith("DELETE FROM registration_draft"));
  }

  private static void saved(UUID draft, long version) {
    as(Role.OPERATOR)
        .header("If-Match", "\"" + version + "\"")
        .body(Map.of("title", "路灯", "content", Map.of("title", "路灯")))
        .post("/api/drafts/" + draft)
        .then()
        .statusCode(200);
  }

  @Test
  void a_list_that_fits_a_page_takes_one_statement_and_a_longer_one_is_counted_by_another() {
    Known known = registered();
    registered();
    assertThat(counted(() -> list("limit=50&q=" + known.caseNo()))).hasSize(1);
    assertThat(counted(() -> list("limit=1"))).hasSize(2);
  }

  private static void list(String asked) {
    as(Role.OPERATOR).get("/api/cases?" + asked).then().statusCode(200);
  }

  @Test
  void accepting_takes_four_statements() {
    Known known = registered();
    // The locked case, outbox, update, kept answer.
    assertThat(counted(() -> act(Role.SCREENER, known, "acceptance", 1, "{}").statusCode(200)))
        .hasSize(4);
  }

  @Test
  void importing_a_hundred_rows_takes_five_batches() {
    String source = UUID.randomUUID().toString();
    StringBuilder file =
        new StringBuilder(
            "kind,channel,categoryCode,placeCode,title,content,externalSource,externalRef\n");
    for (int i = 0; i < 100; i++) {
      file.append("COMPLAINT,WEB,010101,370281001,标题,内容,")
          .append(source)
          .append(',')
          .append(i)
          .append('\n');
    }
    List<String> statements =
        counted(
            () ->
                with(hotline.access.testing.TestTokens.forRole(Role.OPERATOR))
                    .contentType("text/csv")
                    .body(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .post("/api/case-imports")
                    .then()
                    .statusCode(200));
    // Which are known, outbox, cases, timers, vault: five batches, whatever the number of rows.
    assertThat(statements).as(String.join("\n", statements)).hasSize(5);
  }

  /**
   * Without the questions whether directory or calendar have changed, each asked once a second by
   * whoever comes.
   */
  private static List<String> counted(Runnable act) {
    return CountingDriver.counted(act).stream()
        .filter(sql -> !sql.contains("reference_change"))
        .filter(sql -> !sql.contains("max(version)"))
        .filter(sql -> !sql.contains("case_number_block"))
        .toList();
  }
}
