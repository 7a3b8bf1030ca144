package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** The knowledge base from the first draft to the answer that was wrong. */
@QuarkusTest
class KnowledgeTest extends IntakeTest {
  private static final String LEADER =
      TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "leader-of-cg");

  @Test
  void an_item_lives_from_its_draft_to_the_version_that_puts_it_right() {
    Map<String, Object> first = Knowledge.form("cg", "犬证遗失补领");
    first.put("changeNote", "首次发布");
    String code = Knowledge.drafted(first);
    search(Map.of("q", "犬证遗失")).body("count", is(0));
    as(Role.OPERATOR).get("/api/knowledge/" + code).then().statusCode(404);
    Knowledge.act(Knowledge.WRITER, code, "submission", 1, "{}").statusCode(200);
    Knowledge.act(Knowledge.WRITER, code, "publication", 2, "{}").statusCode(403);
    Knowledge.act(Knowledge.EDITOR, code, "publication", 2, "{}")
        .statusCode(200)
        .body("publishedVersion", is(1))
        .body("draftVersion", nullValue());
    search(Map.of("q", "犬证丢了怎么补领"))
        .body("items[0].code", is(code))
        .body("items[0].version", is(1))
        .body("items[0].questioned", is(false));

    Known known = answered(code, "1");
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("directAnswer.knowledgeItem", is(code))
        .body("directAnswer.knowledgeVersion", is("1"));

    String report = report(code, known);
    report(code, known, 409);
    search(Map.of("q", code)).body("items[0].questioned", is(true));
    Knowledge.act(
            Knowledge.WRITER,
            code,
            "reports/" + report + "/decision",
            3,
            Map.of("decision", "NEW_VERSION", "reason", "费用已取消"))
        .statusCode(200)
        .body("draftVersion", is(2));
    search(Map.of("q", code))
        .body("items[0].questioned", is(false))
        .body("items[0].upheld", is(true));
    with(Knowledge.WRITER)
        .get("/api/knowledge/" + code)
        .then()
        .body("draft.text.answer", is(first.get("answer")))
        .body("draft.text.changeNote", nullValue());
    Map<String, Object> second = Knowledge.form(null, "犬证遗失补领");
    second.put("answer", "补领免费。");
    second.put("changeNote", "费用已取消");
    Knowledge.act(Knowledge.WRITER, code, "draft", 4, second).statusCode(200);
    // The second of two who write at the same draft is told so.
    Knowledge.act(LEADER, code, "draft", 4, second).statusCode(412);
    search(Map.of("q", code)).body("items[0].version", is(1));
    Knowledge.act(Knowledge.WRITER, code, "submission", 5, "{}").statusCode(200);
    Knowledge.act(LEADER, code, "publication", 6, "{}").statusCode(200);

    search(Map.of("q", code))
        .body("items[0].version", is(2))
        .body("items[0].upheld", is(false))
        .body("count", is(1));
    as(Role.OPERATOR)
        .get("/api/knowledge/" + code + "/versions/1")
        .then()
        .statusCode(200)
        .body("answer", is(Knowledge.form(null, "").get("answer")));
    as(Role.OPERATOR)
        .get("/api/knowledge/" + code)
        .then()
        .body("published.answer", is("补领免费。"))
        .body("uses", is(1))
        .body("openReports", is(0))
        .body("reports", is(1))
        .body("versions.version", contains(2, 1));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("directAnswer.knowledgeVersion", is("1"));
    as(Role.CALLBACK_AGENT)
        .get("/api/knowledge/" + code + "/reports")
        .then()
        .body("items[0].decision", is("NEW_VERSION"))
        .body("items[0].caseNo", is(known.caseNo()));
    with(Knowledge.WRITER)
        .get("/api/knowledge/" + code + "/reports")
        .then()
        .body("items[0].caseNo", nullValue());
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/answers?reported=true")
        .then()
        .statusCode(200)
        .body("items.code", hasItem(code))
        .body("items.find { it.code == '%s' }.upheld".formatted(code), is(true));
    int reported =
        with(Knowledge.EDITOR)
            .get("/api/knowledge/figures")
            .then()
            .statusCode(200)
            .extract()
            .path("wrong.numerator");
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/answers?reported=true")
        .then()
        .body("count", is(reported));
  }

  @Test
  void an_operator_finds_by_words_initials_category_and_place_what_holds_today() {
    Map<String, Object> form = Knowledge.form("cg", "燃气灶点火故障");
    form.put("categoryCodes", List.of("010102"));
    form.put("placeCodes", List.of("370281"));
    String code = Knowledge.published(form);
    search(Map.of("q", "燃气灶打不着火")).body("items[0].code", is(code));
    search(Map.of("q", "rqzdh")).body("items[0].code", is(code));
    search(Map.of("q", code.toLowerCase(java.util.Locale.ROOT))).body("count", is(1));
    search(Map.of("title", "家里燃气坏了", "categoryCode", "010102")).body("items[0].code", is(code));
    // What a form is about is compared with titles and questions, not with what answers say.
    search(Map.of("title", "政务服务大厅")).body("items.code", not(hasItem(code)));
    search(Map.of("q", "政务服务大厅", "limit", 200)).body("items.code", hasItem(code));
    search(Map.of("categoryCode", "010102", "placeCode", "370281001001"))
        .body("items.code", hasItem(code));
    search(Map.of("q", "燃气灶", "placeCode", "370202")).body("items.code", not(hasItem(code)));
    search(Map.of("q", "水")).body("count", is(0));
    search(Map.of()).body("count", is(0));
    search(Map.of("q", "问".repeat(101)), 400).body("violations[0].code", is("too-long"));

    Map<String, Object> later = Knowledge.form("cg", "明年新规核桃树");
    later.put("validFrom", Knowledge.inDays(3).toString());
    Knowledge.published(later);
    search(Map.of("q", "核桃树")).body("items", empty());
    execute(
        "UPDATE knowledge_search SET valid_from = '2020-01-01', valid_to = '2020-02-01' WHERE"
            + " code = '"
            + code
            + "'");
    search(Map.of("q", "燃气灶点火")).body("items.code", not(hasItem(code)));
  }

  @Test
  void a_version_that_begins_later_leaves_the_one_before_until_its_day() {
    String code = Knowledge.published("cg", "犬只芯片植入");
    Map<String, Object> second = Knowledge.form(null, "犬只芯片换证");
    second.put("validFrom", Knowledge.inDays(3).toString());
    publishNext(code, 3, second);
    search(Map.of("q", "芯片植入"))
        .body("items.find { it.code == '%s' }.version".formatted(code), is(1));
    search(Map.of("q", code)).body("items.version", contains(1));

    execute(
        "UPDATE knowledge_search SET valid_from = valid_from - 3, valid_to = valid_to - 3 WHERE code = '"
            + code
            + "'");
    search(Map.of("q", code)).body("items.version", contains(2));

    publishNext(code, 6, Knowledge.form(null, "犬只芯片"));
    search(Map.of("q", code)).body("items.version", contains(3));
  }

  private static void publishNext(String code, long revision, Map<String, Object> form) {
    Knowledge.act(Knowledge.WRITER, code, "draft", revision, form).statusCode(200);
    Knowledge.act(Knowledge.WRITER, code, "submission", revision + 1, "{}").statusCode(200);
    Knowledge.act(Knowledge.EDITOR, code, "publication", revision + 2, "{}").statusCode(200);
  }

  @Test
  void an_own_code_must_exist_and_one_of_another_base_is_taken_as_it_is() {
    String code = Knowledge.published("cg", "树木修剪");
    answer("ZSK-999999", "1", 400).body("violations[0].field", is("knowledgeItem"));
    answer(code, "2", 400).body("violations[0].field", is("knowledgeVersion"));
    answer(code, "x", 400).body("violations[0].field", is("knowledgeVersion"));
    answer(Knowledge.drafted("cg", "草稿"), "1", 400);
    answer("KB-0123", "7", 200);
    answer(code.toLowerCase(java.util.Locale.ROOT), "01", 200);
  }

  @Test
  void an_answer_from_another_base_with_a_code_like_ours_is_not_counted() {
    String code = Knowledge.published("cg", "绿地认养");
    Known known = answered(code, "1");
    execute("UPDATE hotline_case SET knowledge_version = '2024.1' WHERE id = '" + known.id() + "'");
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/answers?limit=200")
        .then()
        .statusCode(200)
        .body("items.code", not(hasItem(code)));
    with(Knowledge.EDITOR).get("/api/knowledge/" + code).then().body("uses", is(0));
    with(Knowledge.EDITOR)
        .queryParam("q", code)
        .get("/api/knowledge")
        .then()
        .body("items[0].uses", is(0));
  }

  @Test
  void cases_of_another_grid_have_no_number_here() {
    String code = Knowledge.published("cg", "集市摊位");
    Known known = answered(code, "1");
    report(code, known);
    String elsewhere = supervisorOf("/3702/370202");
    String here = supervisorOf("/3702/370281");
    String answers = "/api/knowledge/figures/answers?limit=200";
    String one = "items.find { it.code == '%s' }.caseNo".formatted(code);
    with(elsewhere).get(answers).then().statusCode(200).body(one, nullValue());
    with(here).get(answers).then().body(one, is(known.caseNo()));
    String reports = "/api/knowledge/" + code + "/reports";
    with(elsewhere).get(reports).then().statusCode(200).body("items[0].caseNo", nullValue());
    with(here).get(reports).then().body("items[0].caseNo", is(known.caseNo()));
  }

  private static String supervisorOf(String grid) {
    return TestTokens.of("supervisor" + grid.replace('/', '-'), Role.SUPERVISOR).grid(grid).token();
  }

  @Test
  void who_wrote_it_leaves_publishing_to_another_and_a_stale_page_is_told_so() {
    String code =
        with(Knowledge.EDITOR)
            .body(Knowledge.form("zj", "物业费标准"))
            .post("/api/knowledge")
            .then()
            .statusCode(201)
            .extract()
            .path("code");
    Knowledge.act(Knowledge.EDITOR, code, "submission", 1, "{}").statusCode(200);
    Knowledge.act(Knowledge.EDITOR, code, "publication", 2, "{}")
        .statusCode(403)
        .body("code", is("same-person"));
    Knowledge.act(LEADER, code, "publication", 2, "{}").statusCode(403);
    Knowledge.act(Knowledge.WRITER, code, "draft", 2, Knowledge.form(null, "物业费")).statusCode(403);
    String other = TestTokens.forRole(Role.CATALOGUE_ADMIN, "center", "/center", "editor-2");
    Knowledge.act(other, code, "return", 1, Map.of("reason", "补充依据")).statusCode(412);
    Knowledge.act(other, code, "return", 2, Map.of("reason", "补充依据")).statusCode(200);
    with(Knowledge.EDITOR)
        .get("/api/knowledge/" + code)
        .then()
        .body("draft.sentBackBecause", is("补充依据"))
        .body("draft.own", is(true));
  }

  @Test
  void numbers_of_persons_are_refused_in_the_text_and_masked_in_a_report() {
    Map<String, Object> form = Knowledge.form("cg", "噪声投诉");
    form.put("answer", "联系张工 13912345678");
    form.put("reviewBy", "soon");
    with(Knowledge.WRITER)
        .body(form)
        .post("/api/knowledge")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("answer"))
        .body("violations.field", hasItem("reviewBy"));
    String code = Knowledge.published("cg", "噪声投诉");
    as(Role.SUPERVISOR)
        .body(Map.of("version", 1, "reason", "OTHER", "words", "市民 13912345678 说不对"))
        .post("/api/knowledge/" + code + "/reports")
        .then()
        .statusCode(201);
    assertThat(text("SELECT words FROM knowledge_report WHERE code = '" + code + "'"))
        .isEqualTo("市民 139****5678 说不对");
    Known known = answered(code, "1");
    as(Role.CALLBACK_AGENT)
        .body(
            Map.of(
                "version",
                1,
                "caseId",
                known.id().toString(),
                "reason",
                "WRONG",
                "words",
                "王示例女士说窗口告知不一样"))
        .post("/api/knowledge/" + code + "/reports")
        .then()
        .statusCode(201);
    assertThat(text("SELECT words FROM knowledge_report WHERE case_id = '" + known.id() + "'"))
        .doesNotContain("王示例")
        .endsWith("女士说窗口告知不一样");
    with(Knowledge.EDITOR)
        .queryParam("q", "13912345678")
        .get("/api/knowledge")
        .then()
        .statusCode(400);
  }

  @Test
  void what_is_due_is_listed_overdue_first_and_counted_by_its_day() {
    String late = Knowledge.published("cg", "复审一");
    String soon = Knowledge.published("cg", "复审二");
    dueOn(late, -3);
    dueOn(soon, 5);
    List<String> due =
        with(Knowledge.EDITOR)
            .get("/api/knowledge?tab=due")
            .then()
            .statusCode(200)
            .extract()
            .path("items.code");
    assertThat(due).containsSubsequence(late, soon);
    with(Knowledge.WRITER)
        .get("/api/knowledge?tab=due")
        .then()
        .body("items.find { it.code == '%s' }.reviewLight".formatted(late), is("RED"))
        .body("items.find { it.code == '%s' }.reviewLight".formatted(soon), is("YELLOW"));
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/reviews?inTime=false")
        .then()
        .body("items.code", hasItem(late))
        .body("items.code", not(hasItem(soon)));
    confirm(late);
    confirm(soon);
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/reviews?inTime=false")
        .then()
        .body("items.find { it.code == '%s' }.inTime".formatted(late), is(false));
    dueReviewed(soon);
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/reviews?inTime=true")
        .then()
        .body("items.code", hasItem(soon));
    with(Knowledge.EDITOR)
        .get("/api/knowledge?tab=due")
        .then()
        .body("items.code", not(hasItem(late)));
  }

  @Test
  void an_item_counts_once_however_often_it_is_confirmed_and_today_is_not_late_yet() {
    String today = Knowledge.published("cg", "复审当日");
    dueOn(today, 0);
    dueItems().body("items.code", not(hasItem(today)));
    String often = Knowledge.published("cg", "复审多次");
    execute(
        "INSERT INTO knowledge_review (code, due_on, reviewed_at, reviewed_by) VALUES"
            + " ('%s', '%s', now(), 'a'), ('%s', '%s', '2020-01-01', 'a')"
                .formatted(often, Knowledge.inDays(-4), often, Knowledge.inDays(-3)));
    dueItems()
        .body("items.findAll { it.code == '%s' }.size()".formatted(often), is(1))
        .body("items.find { it.code == '%s' }.inTime".formatted(often), is(false))
        .body(
            "items.find { it.code == '%s' }.dueOn".formatted(often),
            is(Knowledge.inDays(-4).toString()));
    int due =
        with(Knowledge.EDITOR)
            .get("/api/knowledge/figures")
            .then()
            .statusCode(200)
            .extract()
            .path("fresh.denominator");
    dueItems().body("count", is(due));
  }

  private static ValidatableResponse dueItems() {
    return with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/reviews?limit=200")
        .then()
        .statusCode(200);
  }

  @Test
  void what_is_retired_is_found_by_nobody_and_stays_readable() {
    String code = Knowledge.published("cg", "旧版年检窗口");
    Known known = answered(code, "1");
    Knowledge.act(LEADER, code, "retirement", 3, Map.of("reason", "窗口已撤")).statusCode(200);
    search(Map.of("q", "旧版年检窗口")).body("items.code", not(hasItem(code)));
    as(Role.OPERATOR).get("/api/knowledge/" + code + "/versions/1").then().statusCode(200);
    String report = report(code, known);
    with(Knowledge.WRITER)
        .get("/api/knowledge/" + code)
        .then()
        .body("mayWrite", is(false))
        .body("mayDecide", is(true));
    decide(code, report, 4, "NEW_VERSION", 409).body("code", is("knowledge-retired"));
    decide(code, report, 4, "RETIRED", 200);
    with(Knowledge.EDITOR)
        .get("/api/knowledge/figures/answers?reported=true&limit=200")
        .then()
        .body("items.find { it.code == '%s' }.upheld".formatted(code), is(true));
    String inUse = Knowledge.published("cg", "仍在使用");
    decide(inUse, Knowledge.reported(inUse, 1), 3, "RETIRED", 409)
        .body("code", is("knowledge-in-use"));
    Knowledge.act(Knowledge.WRITER, code, "draft", 4, Knowledge.form(null, "再用"))
        .statusCode(409)
        .body("code", is("knowledge-retired"));
  }

  @Test
  void a_file_of_items_waits_for_the_second_person_and_the_same_file_again_changes_nothing() {
    String review = Knowledge.inDays(90).toString().replace('-', '/');
    String file =
        "责任单位编码,标题,答复口径,问法关键词,复审期限,分类编码\n"
            // A spreadsheet keeps the zero in front by a formula.
            + ("cg,导入的条目,请到窗口办理。,怎么办；找谁," + review + ",\"=\"\"010102\"\"\"\n")
            + ("zj,别家的条目,请到窗口办理。,," + review + "\n")
            + ("cg,含号码,请找王工 13812345678,," + review + "\n")
            + ("cg,导入的条目,重复的行,," + review + "\n");
    String code =
        imported(file)
            .body("submitted", is(1))
            .body("duplicates", is(1))
            .body("rejected", is(2))
            .body("items[1].violations[0].code", is("other-unit"))
            .body("items[2].violations[0].code", is("personal-number"))
            .extract()
            .path("items[0].code");
    imported(file).body("submitted", is(0)).body("items[0].code", is(code));
    with(Knowledge.WRITER)
        .get("/api/knowledge/" + code)
        .then()
        .body("status", is("IN_REVIEW"))
        .body("draft.text.questions", contains("怎么办", "找谁"))
        .body("draft.text.categories.code", contains("010102"));
    // By another title, and retired, it is still the item of that row.
    Knowledge.act(Knowledge.EDITOR, code, "return", 1, Map.of("reason", "标题不清")).statusCode(200);
    publishNext(code, 2, Knowledge.form(null, "改过标题"));
    imported(file).body("submitted", is(0)).body("items[0].code", is(code));
    Knowledge.act(LEADER, code, "retirement", 5, Map.of("reason", "不再办理")).statusCode(200);
    imported(file).body("submitted", is(0)).body("items[0].code", is(code));
    imported("标题\n甲\n", 400).body("code", is("not-csv"));
  }

  private static ValidatableResponse decide(
      String code, String report, long revision, String decision, int status) {
    return Knowledge.act(
            Knowledge.WRITER,
            code,
            "reports/" + report + "/decision",
            revision,
            Map.of("decision", decision, "reason", "已核对"))
        .statusCode(status);
  }

  private static ValidatableResponse imported(String file) {
    return imported(file, 200);
  }

  private static ValidatableResponse imported(String file, int status) {
    return with(Knowledge.WRITER)
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/knowledge-imports")
        .then()
        .statusCode(status);
  }

  @Test
  void a_published_version_cannot_be_changed_in_the_database_either() {
    String code = Knowledge.published("cg", "不可改");
    assertThatThrownBy(
            () -> execute("UPDATE knowledge_version SET answer = 'x' WHERE code = '" + code + "'"))
        .hasMessageContaining("stays as it is");
  }

  @Test
  void a_search_is_one_statement_and_reads_no_other_item() throws Exception {
    search(Map.of("q", "路灯"));
    String byWords = searched(Map.of("q", "路灯连续三晚不亮"));
    String byForm = searched(Map.of("title", "路灯不亮", "categoryCode", "010101"));
    try (Connection connection = servers.connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute(
          """
          INSERT INTO knowledge_item (code, owner_unit, title, published_version, review_by, created_at, version)
          SELECT 'ZSK-8' || lpad(n::text, 8, '0'), 'cg', 'x', 1, '2030-01-01', now(), 1 FROM generate_series(1, 5000) n;
          INSERT INTO knowledge_version (code, version, title, questions, answer, category_codes, place_codes, valid_from,
            review_by, written_at, written_by)
          SELECT code, 1, 'x', '{}', 'x', '{}', '{}', '2020-01-01', '2030-01-01', now(), 'a' FROM knowledge_item
          WHERE code LIKE 'ZSK-8%';
          INSERT INTO knowledge_search SELECT code, 1, ARRAY['甲' || right(code, 4)], ARRAY['甲' || right(code, 4)],
            ARRAY['9' || right(code, 3)], '{}', '2020-01-01', NULL FROM knowledge_item WHERE code LIKE 'ZSK-8%';
          SELECT gin_clean_pending_list('knowledge_by_title'), gin_clean_pending_list('knowledge_by_words'),
            gin_clean_pending_list('knowledge_by_category');
          ANALYZE knowledge_item, knowledge_version, knowledge_search
          """);
      String none = "'{}'::text[]";
      String pairs = "ARRAY['甲0007', '乙乙']";
      String today = "'2026-01-01'::date";
      // Days, condition, score (titles, words, category, place) and page, as the service binds
      // them.
      assertThat(
              plan(
                  sql, byWords, today, today, pairs, pairs, "2", pairs, pairs, "''", none, none,
                  "0", "6"))
          .contains("knowledge_by_words")
          .doesNotContain("Seq Scan on knowledge_search");
      String codes = "ARRAY['9008']";
      assertThat(
              plan(sql, byForm, today, today, pairs, codes, pairs, "'9008'", codes, none, "0", "6"))
          .contains("knowledge_by_title", "knowledge_by_category")
          .doesNotContain("Seq Scan on knowledge_search");
      connection.rollback();
    }
  }

  /** The one statement of a search. */
  private static String searched(Map<String, Object> question) {
    List<String> statements =
        CountingDriver.counted(() -> search(question)).stream()
            .filter(sql -> !sql.contains("reference_change"))
            .filter(sql -> !sql.contains("max(version)"))
            .toList();
    assertThat(statements).hasSize(1);
    return statements.get(0);
  }

  private static String plan(Statement sql, String statement, String... values) throws Exception {
    String filled = statement;
    for (String value : values) {
      filled = filled.replaceFirst("\\?", Matcher.quoteReplacement(value));
    }
    assertThat(filled).doesNotContain("?");
    StringBuilder plan = new StringBuilder();
    try (ResultSet row = sql.executeQuery("EXPLAIN " + filled)) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static Known answered(String code, String version) {
    Known known = registered(question());
    answerWith(known, code, version).statusCode(200);
    return known;
  }

  private static ValidatableResponse answer(String code, String version, int status) {
    return answerWith(registered(question()), code, version).statusCode(status);
  }

  private static ValidatableResponse answerWith(Known known, String code, String version) {
    return act(
        Role.OPERATOR,
        known,
        "direct-answer",
        1,
        Map.of("answer", "请到大厅办理。", "knowledgeItem", code, "knowledgeVersion", version));
  }

  private static Map<String, Object> question() {
    Map<String, Object> form = form();
    form.put("kind", "CONSULTATION");
    return form;
  }

  private static String report(String code, Known known) {
    return report(code, known, 201).extract().path("reportId");
  }

  private static ValidatableResponse report(String code, Known known, int status) {
    return as(Role.CALLBACK_AGENT)
        .body(Map.of("version", 1, "caseId", known.id().toString(), "reason", "WRONG"))
        .post("/api/knowledge/" + code + "/reports")
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse search(Map<String, Object> question) {
    return search(question, 200);
  }

  private static ValidatableResponse search(Map<String, Object> question, int status) {
    return as(Role.OPERATOR)
        .body(new HashMap<>(question))
        .post("/api/knowledge-searches")
        .then()
        .statusCode(status);
  }

  private static void confirm(String code) {
    Knowledge.act(
            Knowledge.WRITER,
            code,
            "review",
            3,
            Map.of("reviewBy", Knowledge.inDays(90).toString()))
        .statusCode(200);
  }

  private void dueOn(String code, int days) {
    execute(
        "UPDATE knowledge_item SET review_by = '"
            + Knowledge.inDays(days)
            + "' WHERE code = '"
            + code
            + "'",
        "UPDATE knowledge_review SET due_on = '"
            + Knowledge.inDays(days)
            + "' WHERE code = '"
            + code
            + "'");
  }

  /** What was reviewed five days early is counted on its day. */
  private void dueReviewed(String code) {
    execute(
        "UPDATE knowledge_review SET due_on = '"
            + Knowledge.inDays(0)
            + "' WHERE code = '"
            + code
            + "' AND reviewed_at IS NOT NULL");
  }
}
