package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What many call about at once (突发事件): one parent case, one script, one answer to all. */
@QuarkusTest
class IncidentTest extends IntakeTest {

  @Test
  void callers_belong_to_it_by_the_case_that_theirs_is_proposed_to_join_and_are_told_at_once() {
    String mobile = someMobile();
    Known parent = registered(from(mobile));
    String id = declared(parent).statusCode(201).extract().path("incident.id");
    // The same caller once more, and another.
    Known again = registered(joining(parent, mobile));
    String other = someMobile();
    registered(joining(parent, other));
    as(Role.OPERATOR)
        .get("/api/incidents?state=in-force&limit=200")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.caseNo", is(parent.caseNo()))
        .body("items.find { it.id == '" + id + "' }.joinable", is(true))
        .body("items.find { it.id == '" + id + "' }.cases", nullValue());
    as(Role.OPERATOR)
        .get("/api/incidents?limit=200")
        .then()
        .body("items.find { it.id == '" + id + "' }.cases", is(3));
    as(Role.DISPATCHER)
        .get("/api/incidents/" + id + "/cases?limit=2")
        .then()
        .statusCode(200)
        .body("count", is(3))
        .body("items", hasSize(2))
        .body("items[1].caseNo", is(again.caseNo()));
    lead(id, "messages", 1, Map.of("message", "供水已恢复。"))
        .statusCode(200)
        .body("messages", hasSize(1))
        .body("messages[0].numbers", is(2))
        .body("messagesLeft", is(4));
    // A second press has another version behind it, and writes to nobody.
    lead(id, "messages", 1, Map.of("message", "供水已恢复。")).statusCode(412);
    assertThat(incidentTexts(again)).hasSize(1).first().asString().contains("供水已恢复。");
    assertThat(incidentTexts(parent)).isEmpty();

    ValidatableResponse ended = lead(id, "end", 2, Map.of("closingNote", "主管已修复"));
    ended
        .statusCode(200)
        .body("incident.joinable", is(false))
        .body("incident.closingNote", is("主管已修复"))
        .body("rollUp.cases", is(3))
        .body("rollUp.callers", is(2))
        .body("rollUp.statuses[0].status", is("REGISTERED"))
        .body("rollUp.grids[0].placeCode", is("370281001"))
        .body("rollUp.grids[0].cases", is(3));
    assertThat(ended.extract().asString()).doesNotContain(mobile, "刘一");
    lead(id, "script", 3, Map.of("script", "已恢复。"))
        .statusCode(409)
        .body("code", is("incident-ended"));
  }

  @Test
  void every_script_is_kept_with_who_wrote_it() {
    String id = declared(registered()).extract().path("incident.id");
    lead(id, "script", 1, Map.of("script", "预计 18 时恢复供水。"))
        .statusCode(200)
        .body("incident.script", is("预计 18 时恢复供水。"))
        .body("incident.scriptNo", is(2))
        .body("scripts.text", is(List.of("预计 18 时恢复供水。", "正在抢修。")));
    lead(id, "script", 1, Map.of("script", "预计 20 时恢复供水。")).statusCode(412);
    lead(id, "script", 2, Map.of("script", "请致电 13800001234"))
        .statusCode(400)
        .body("violations[0].code", is("number-of-a-person"));
  }

  @Test
  void of_two_who_declare_the_same_one_is_told_of_the_first() throws Exception {
    Known parent = registered();
    List<Integer> answers = AtOnce.answers(2, () -> declared(parent).extract().statusCode());
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    declared(parent).statusCode(409).body("code", is("incident-known"));
  }

  @Test
  void what_is_protected_or_over_is_no_parent() {
    Map<String, Object> report = form();
    report.put("kind", "REPORT");
    declared(registered(report)).statusCode(409).body("code", is("protected-case"));
    Known over = registered();
    act(Role.OPERATOR, over, "withdrawal", 1, Map.of("reason", "SOLVED_MEANWHILE")).statusCode(200);
    declared(over).statusCode(409).body("code", is("case-not-open"));
    as(Role.SHIFT_LEAD)
        .body(Map.of("parentCase", "x"))
        .post("/api/incidents")
        .then()
        .statusCode(400)
        .body("violations", hasSize(3));
  }

  @Test
  void a_parent_that_becomes_a_report_is_named_no_more() {
    Known parent = registered();
    String id = declared(parent).extract().path("incident.id");
    act(Role.SCREENER, parent, "corrections", 1, Map.of("reason", "实为举报", "kind", "REPORT"))
        .statusCode(200);
    as(Role.OPERATOR)
        .get("/api/incidents/" + id)
        .then()
        .body("incident.caseNo", nullValue())
        .body("incident.caseId", nullValue())
        .body("incident.joinable", is(false))
        .body("rollUp.cases", is(0))
        .body("rollUp.first", nullValue());
  }

  private static ValidatableResponse declared(Known parent) {
    return as(Role.SHIFT_LEAD)
        .body(
            Map.of(
                "parentCase",
                parent.id().toString(),
                "name",
                "主管爆裂",
                "area",
                "泰山路沿线",
                "script",
                "正在抢修。"))
        .post("/api/incidents")
        .then();
  }

  private static ValidatableResponse lead(
      String id, String act, long version, Map<String, Object> body) {
    return as(Role.SHIFT_LEAD)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/api/incidents/" + id + "/" + act)
        .then();
  }

  private static List<String> incidentTexts(Known known) {
    return as(Role.SHIFT_LEAD)
        .get("/api/cases/" + known.id() + "/text-messages")
        .jsonPath()
        .getList("messages.findAll { it.kind == 'ANSWER' }.text");
  }

  private static Map<String, Object> from(String mobile) {
    Map<String, Object> form = new HashMap<>(form());
    form.put("reporter", reporter("刘一", mobile));
    return form;
  }

  private static Map<String, Object> joining(Known parent, String mobile) {
    Map<String, Object> form = from(mobile);
    form.put("sameAs", parent.caseNo());
    return form;
  }

  private static String someMobile() {
    return "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }
}
