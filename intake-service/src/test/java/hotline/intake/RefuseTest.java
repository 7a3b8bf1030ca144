package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Not to take a request on needs two persons, a reason, and where else the citizen may turn. */
@QuarkusTest
class RefuseTest extends IntakeTest {
  private static final Map<String, String> OUTSIDE =
      Map.of("reason", "OUTSIDE_AREA", "lawfulChannel", "请向潍坊市12345反映，电话0536-12345678");

  @Test
  void what_one_person_proposes_a_second_confirms_and_the_citizen_is_told_why_and_where_to_turn() {
    Known known = registered();
    act(Role.SCREENER, known, "refusal-proposals", 1, OUTSIDE)
        .statusCode(200)
        .body("status", is("REGISTERED"));
    act(Role.SCREENER, known, "refusal-confirmation", 2, "{}")
        .statusCode(403)
        .body("code", is("same-person"));
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("refusal.reason", is("OUTSIDE_AREA"))
        .body("refusal.proposedBy", is("screener"))
        .body("refusal.refusedAt", nullValue())
        .body("refusal.steps[0].text", not(containsString("0536-12345678")))
        .body("screening.light", is("GREEN"));
    track(known).body("status", is("REGISTERED")).body("refusal", nullValue());

    act(Role.SHIFT_LEAD, known, "refusal-confirmation", 2, "{}")
        .statusCode(200)
        .body("status", is("REFUSED"));
    track(known)
        .body("status", is("REFUSED"))
        .body("statusZh", is("不予受理"))
        .body("steps.zh", hasItem("诉求不予受理"))
        .body("refusal.zh", containsString("不属于本市管辖范围"))
        .body("refusal.lawfulChannel", is("请向潍坊市12345反映，电话0536-12345678"));
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id() + "/clocks")
        .then()
        .body("items[0].state", is("MET"));
    act(Role.SCREENER, known, "acceptance", 3, "{}").statusCode(409);
    act(Role.OPERATOR, known, "urges", 0, "{}").statusCode(409);

    await().atMost(SOON).until(() -> said(known).size() == 1);
    JsonPath said = new JsonPath(said(known).get(0).value());
    assertThat(said.getMap("$")).isEqualTo(Map.of("reason", "OUTSIDE_AREA"));
    assertThat(text("SELECT string_agg(t::text, '') FROM refusal_step t"))
        .doesNotContain("0536-12345678");
  }

  @Test
  void those_that_wait_for_the_second_person_are_a_tab_with_its_exact_count() {
    Known waiting = registered();
    Known other = registered();
    long before = tab().getLong("count");
    act(Role.SCREENER, waiting, "refusal-proposals", 1, OUTSIDE).statusCode(200);
    JsonPath refusals = tab();
    assertThat(refusals.getLong("count")).isEqualTo(before + 1);
    assertThat(refusals.getList("items.caseId")).contains(waiting.id().toString());
    assertThat(refusals.getList("items.caseId")).doesNotContain(other.id().toString());
    assertThat(
            refusals.getString("items.find { it.caseId == '" + waiting.id() + "' }.refusalReason"))
        .isEqualTo("OUTSIDE_AREA");
    as(Role.SCREENER).get("/api/cases/screening-queue?tab=mine").then().statusCode(400);

    second("refusal-return", waiting, 2, Map.of("reason", "  ")).statusCode(400);
    second("refusal-return", waiting, 2, Map.of("reason", "该路段属于本市")).statusCode(200);
    second("refusal-return", waiting, 3, Map.of("reason", "再退一次"))
        .statusCode(409)
        .body("code", is("no-refusal-waits"));
    assertThat(tab().getLong("count")).isEqualTo(before);
    as(Role.SCREENER)
        .get("/api/cases/" + waiting.id())
        .then()
        .body("refusal.reason", nullValue())
        .body("refusal.steps.kind", is(List.of("PROPOSED", "SENT_BACK")))
        .body("refusal.steps[1].text", is("该路段属于本市"));
  }

  @Test
  void accepting_it_knowingly_drops_the_proposal() {
    Known known = registered();
    act(Role.SCREENER, known, "refusal-proposals", 1, OUTSIDE).statusCode(200);
    // Who has not seen the proposal does not accept past it.
    second("acceptance", known, 1, "{}").statusCode(412);
    second("acceptance", known, 2, "{}").statusCode(200).body("status", is("PENDING_DISPATCH"));
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("refusal.steps.kind", is(List.of("PROPOSED", "DROPPED")));
    second("refusal-confirmation", known, 3, "{}").statusCode(409);
    Map<String, Object> question = form();
    question.put("kind", "CONSULTATION");
    Known answered = registered(question);
    act(Role.SCREENER, answered, "refusal-proposals", 1, OUTSIDE).statusCode(200);
    second("direct-answer", answered, 2, Map.of("answer", "该路段由市养护公司管养，今日修复。"))
        .statusCode(200)
        .body("status", is("ANSWERED_DIRECT"));
    second("refusal-confirmation", answered, 3, "{}").statusCode(409);
    Known withdrawn = registered();
    act(Role.SCREENER, withdrawn, "refusal-proposals", 1, OUTSIDE).statusCode(200);
    act(Role.OPERATOR, withdrawn, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    assertThat(said(known)).isEmpty();
  }

  @Test
  void what_turns_out_to_be_critical_while_a_refusal_waits_is_sent_back_and_never_confirmed() {
    Known known = registered();
    act(Role.SCREENER, known, "refusal-proposals", 1, OUTSIDE).statusCode(200);
    act(Role.SCREENER, known, "corrections", 2, Map.of("reason", "有人受困", "urgency", "CRITICAL"))
        .statusCode(200);
    second("refusal-confirmation", known, 3, "{}")
        .statusCode(409)
        .body("code", is("danger-to-life"));
    second("refusal-return", known, 3, Map.of("reason", "已改为特急")).statusCode(200);
  }

  @Test
  void a_refusal_says_what_its_reason_calls_for() {
    Known known = registered();
    act(Role.SCREENER, known, "refusal-proposals", 1, Map.of("reason", "懒得管"))
        .statusCode(400)
        .body("violations.field", is(List.of("reason")));
    act(Role.SCREENER, known, "refusal-proposals", 1, Map.of("reason", "LEGAL_PROCEDURE"))
        .statusCode(400)
        .body("violations[0].field", is("lawfulChannel"));
    act(Role.SCREENER, known, "refusal-proposals", 1, Map.of("reason", "反映情况不属实")).statusCode(200);
    second("refusal-confirmation", known, 2, "{}").statusCode(200);
    track(known).body("refusal.lawfulChannel", nullValue());
  }

  @Test
  void a_danger_to_life_is_not_refused_whatever_the_reason() {
    Map<String, Object> form = form();
    form.put("urgency", "CRITICAL");
    Known known = registered(form);
    act(Role.SCREENER, known, "refusal-proposals", 1, OUTSIDE)
        .statusCode(409)
        .body("code", is("danger-to-life"))
        .body("detail", containsString("特急"));
    as(Role.SCREENER)
        .get("/api/cases/screening-queue?tab=refusals&limit=200")
        .then()
        .body("items.findAll { it.caseId == '" + known.id() + "' }", is(empty()));
  }

  private static ValidatableResponse second(String act, Known known, long version, Object body) {
    return with(TestTokens.forRole(Role.SCREENER, "center", "/center", "screener-2"))
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/api/cases/" + known.id() + "/" + act)
        .then();
  }

  private static JsonPath tab() {
    return as(Role.SCREENER).get("/api/cases/screening-queue?tab=refusals&limit=200").jsonPath();
  }

  private static ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }

  private List<TheLog.Entry> said(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> entry.type().equals(EventType.CASE_REFUSED.wireName()))
        .toList();
  }
}
