package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends IntakeTest {

  @Test
  void every_wrong_field_is_named_in_both_languages_and_nothing_is_written() {
    long before = count("hotline_case");
    Map<String, Object> form = form();
    form.put("categoryCode", "nothing");
    form.put("receivedAt", "2026-02-30T10:00:00Z");
    form.put("kind", "QUARREL");
    form.put("title", "长".repeat(101));
    form.put("reporter", reporter("王示例", "call me"));
    String answer =
        problem(as(Role.OPERATOR).body(form).post("/api/cases").then(), 400)
            .body("code", is("invalid"))
            .body(
                "violations.field",
                hasItems("categoryCode", "receivedAt", "kind", "title", "reporter.phone"))
            .body("violations[0].zh", notNullValue())
            .body("violations[0].en", notNullValue())
            .extract()
            .asString();
    assertThat(answer).doesNotContain("call me", "Exception", "hotline.");
    assertThat(count("hotline_case")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"x\"",
        "",
        "not json",
        "{\"kind\":",
        "{\"kind\":{\"a\":1}}",
        "{\"kind\":\"COMPLAINT\",\"surprise\":1}",
        "{\"title\":\"a\\u0000b\"}",
        "{\"title\":\"\\ud800\"}",
        "{\"reporter\":[]}",
        "{\"reporter\":{\"anonymous\":\"perhaps\"}}"
      })
  void a_body_that_is_no_form_is_a_problem_document(String body) {
    problem(as(Role.OPERATOR).body(body).post("/api/cases").then(), 400);
  }

  @Test
  void a_hundred_kilobytes_of_text_are_refused_by_field_and_20000_characters_are_taken() {
    Map<String, Object> form = form();
    form.put("content", "x".repeat(100_000));
    problem(as(Role.OPERATOR).body(form).post("/api/cases").then(), 400)
        .body("violations[0].field", is("content"))
        .body("violations[0].code", is("too-long"));
    form.put("content", "𠮷".repeat(20_000));
    as(Role.OPERATOR).body(form).post("/api/cases").then().statusCode(201);
  }

  @Test
  void emoji_and_rare_characters_come_back_as_they_were() {
    Map<String, Object> form = form();
    form.put("title", "😀𠮷㐀 · 阿卜杜拉");
    Known known = registered(form);
    as(Role.OPERATOR).get("/api/cases/" + known.id()).then().body("title", is("😀𠮷㐀 · 阿卜杜拉"));
  }

  @Test
  void headers_that_a_command_needs_are_asked_for() {
    Known known = registered();
    problem(
            RestAssured.given()
                .auth()
                .oauth2(TestTokens.forRole(Role.OPERATOR))
                .contentType("application/json")
                .body(form())
                .post("/api/cases")
                .then(),
            400)
        .body("code", is("idempotency-key-required"));
    problem(
            as(Role.SCREENER).body("{}").post("/api/cases/" + known.id() + "/acceptance").then(),
            428)
        .body("code", is("if-match-required"));
    problem(
        as(Role.SCREENER)
            .header("If-Match", "soon")
            .body("{}")
            .post("/api/cases/" + known.id() + "/acceptance")
            .then(),
        400);
  }

  @Test
  void who_may_not_is_told_so_and_nothing_changes() {
    Known known = registered();
    problem(as(Role.CLERK, "cg").body(form()).post("/api/cases").then(), 403);
    problem(citizen().body(form()).post("/api/cases").then(), 401);
    problem(
        with(TestTokens.of("x", Role.OPERATOR).unsigned()).body(form()).post("/api/cases").then(),
        401);
    problem(act(Role.OPERATOR, known, "acceptance", 1, "{}"), 403);
    problem(act(Role.ANALYST, known, "supplements", 1, Map.of("text", "x")), 403);
    assertThat(status(known)).isEqualTo("REGISTERED");
  }

  @Test
  void a_grid_officer_registers_on_the_own_grid_only() {
    String officer =
        TestTokens.of("grid-officer", Role.GRID_OFFICER).grid("/3702/370281/370281001").token();
    with(officer).body(form()).post("/api/cases").then().statusCode(201);
    Map<String, Object> elsewhere = form();
    elsewhere.put("placeCode", "370202");
    problem(with(officer).body(elsewhere).post("/api/cases").then(), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases?limit=0",
        "cases?limit=201",
        "cases?limit=abc",
        "cases?cursor=nowhere",
        "cases?status=ASLEEP",
        "cases?kind=QUARREL",
        "cases/screening-queue?cursor=9_x",
        "cases/not-an-id"
      })
  void questions_that_make_no_sense_are_problem_documents(String path) {
    problem(as(Role.SCREENER).get("/api/" + path).then(), 400);
  }

  @Test
  void a_path_that_is_not_there_and_a_method_that_is_not_are_problem_documents() {
    problem(as(Role.OPERATOR).get("/api/nothing").then(), 404);
    problem(as(Role.OPERATOR).delete("/api/cases").then(), 405);
    problem(as(Role.SCREENER).get("/api/cases/" + UUID.randomUUID()).then(), 404);
  }

  @Test
  void telephone_numbers_may_be_typed_in_any_shape() {
    for (String typed :
        List.of("+86 138-0000-1234", "１３８００００１２３４", "0086 13800001234", "85551234转801", "110")) {
      Map<String, Object> form = form();
      form.put("reporter", reporter("王示例", typed));
      as(Role.OPERATOR).body(form).post("/api/cases").then().statusCode(201);
    }
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status) {
    return answer
        .statusCode(status)
        .contentType(containsString("application/problem+json"))
        .body("status", is(status))
        .body("code", notNullValue())
        .body("titleZh", notNullValue())
        .body("titleEn", notNullValue());
  }
}
