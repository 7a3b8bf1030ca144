package hotline.dispatch.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered with a problem document, and nothing is half-written. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class BadInputTest {

  @Inject OtherServices others;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"REACHED\"",
        "{",
        "{}",
        "{\"result\":\"MAYBE\",\"channel\":\"PHONE\"}",
        "{\"result\":3,\"channel\":\"PHONE\"}",
        "{\"result\":\"REACHED\",\"channel\":\"PHONE\",\"colour\":\"red\"}",
        "{\"result\":\"REACHED\",\"channel\":\"PHONE\",\"note\":\"\\u0000\"}",
        "{\"result\":\"REACHED\",\"channel\":\"PHONE\",\"note\":[1]}"
      })
  void an_attempt_that_says_nothing_sensible_is_refused(String body) {
    UUID task = signed();

    problem(
        Desk.command(Desk.clerk(), 1)
            .body(body)
            .post("/api/assignments/" + task + "/contact-attempts"),
        400);
    assertThat(Desk.version(task)).isEqualTo(1);
    assertThat(Desk.task(task).getList("contactAttempts")).isEmpty();
  }

  @Test
  void a_reply_may_hold_rare_characters_but_not_without_end() {
    UUID task = signed();
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    String rare = "\uD83D\uDE00\uD840\uDC0B";

    problem(reply(task, rare.repeat(10_001)), 400)
        .then()
        .body("violations.code", hasItem("too-long"));
    problem(reply(task, "   "), 400).then().body("violations.code", hasItem("required"));
    reply(task, rare.repeat(10_000)).then().statusCode(200);
    assertThat(Desk.task(task).getString("replies[0].publicReply")).startsWith(rare);
  }

  @Test
  void a_rejection_needs_its_reason_and_a_pass_has_none() {
    UUID task = signed();
    Desk.contact(Desk.clerk(), task, 1);
    Desk.reply(Desk.clerk(), task, 2).then().statusCode(200);

    problem(Desk.review(task, 3, Map.of("decision", "REJECT")), 400)
        .then()
        .body("violations[0].field", equalTo("reason"));
    problem(Desk.review(task, 3, Map.of("decision", "PASS", "reason", "ATTITUDE")), 400);
    problem(Desk.review(task, 3, Map.of()), 400);
    assertThat(Desk.task(task).getString("status")).isEqualTo("REPLY_SUBMITTED");
  }

  @Test
  void acts_come_in_their_order() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);

    problem(Desk.contact(Desk.clerk(), task, 0), 409)
        .then()
        .body("detail", containsString("请先签收"))
        .body("detailEn", containsString("Sign for it first"));
    problem(Desk.reply(Desk.clerk(), task, 0), 409);
    problem(Desk.review(task, 0, Map.of("decision", "PASS")), 409);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    problem(Desk.sign(Desk.clerk(), task, 1), 409);
    problem(Desk.reply(Desk.clerk(), task, 1), 409);
    assertThat(Desk.version(task)).isEqualTo(1);
  }

  @Test
  void a_version_is_needed_readable_and_the_present_one() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    String signature = "/api/assignments/" + task + "/signature";

    problem(key().body("{}").post(signature), 428);
    problem(key().header("If-Match", "yesterday").body("{}").post(signature), 400);
    problem(Desk.sign(Desk.clerk(), task, 7), 412)
        .then()
        .body("currentVersion", equalTo(0))
        .body("code", equalTo("stale-version"));
    problem(Desk.clerk().header("If-Match", "\"0\"").body("{}").post(signature), 400);
  }

  @Test
  void a_repeated_key_gets_the_first_answer_and_no_second_act() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    String key = UUID.randomUUID().toString();
    String path = "/api/assignments/" + task + "/contact-attempts";
    Map<String, String> body = Map.of("result", "NO_ANSWER", "channel", "PHONE");

    Response first = keyed(key).body(body).post(path);
    Response second = keyed(key).body(body).post(path);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    problem(keyed(key).body(Map.of("result", "REACHED", "channel", "PHONE")).post(path), 422);
    assertThat(Desk.task(task).getList("contactAttempts")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/assignments?limit=abc",
    "/api/assignments?limit=0",
    "/api/assignments?limit=201",
    "/api/assignments?tab=nonsense",
    "/api/assignments?cursor=%21%21",
    "/api/assignments?cursor=YWJj",
    "/api/assignments/not-a-uuid"
  })
  void a_list_asked_for_in_an_unreadable_way_says_what_is_wrong(String path) {
    problem(given().urlEncodingEnabled(false).spec(Desk.clerk()).get(path), 400);
  }

  @Test
  void what_is_unknown_is_not_found() {
    problem(Desk.clerk().get("/api/assignments/" + UUID.randomUUID()), 404);
    problem(Desk.as(Role.SUPERVISOR).get("/api/cases/" + UUID.randomUUID()), 404);
    problem(Desk.sign(Desk.clerk(), UUID.randomUUID(), 0), 404);
    problem(Desk.dispatch(UUID.randomUUID(), 0, Map.of("leadUnitId", "cg")), 404);
  }

  @Test
  void nobody_acts_without_a_token_a_role_or_the_unit() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    String signature = "/api/assignments/" + task + "/signature";

    problem(given().contentType(ContentType.JSON).body("{}").post(signature), 401);
    problem(Desk.command(Desk.as(Role.LEADER), 0).body("{}").post(signature), 403);
    problem(Desk.sign(Desk.clerk("zj", "/center/zj"), task, 0), 403)
        .then()
        .body("code", equalTo("other-unit"));
    // The name of the unit is forged, its path is not.
    problem(Desk.sign(Desk.clerk("cg", "/center/cg2"), task, 0), 403);
    problem(Desk.clerk("zj", "/center/zj").get("/api/assignments/" + task), 404);
    problem(Desk.as(Role.DISPATCHER).get("/api/reviews/pending"), 403);
    problem(Desk.clerk().get("/api/cases/pending"), 403);
    assertThat(Desk.version(task)).isZero();
  }

  @Test
  void handler_and_reviewer_are_two_people_of_two_units() {
    UUID task = signed();
    Desk.contact(Desk.clerk(), task, 1);
    Desk.reply(Desk.clerk(), task, 2).then().statusCode(200);
    String path = "/api/assignments/" + task + "/reviews";

    problem(
            Desk.command(Desk.as("clerk-of-cg", Role.REPLY_REVIEWER, "center", "/center"), 3)
                .body(Map.of("decision", "PASS"))
                .post(path),
            403)
        .then()
        .body("code", equalTo("same-person"));
    problem(
        Desk.command(Desk.as("colleague", Role.REPLY_REVIEWER, "cg", "/center/cg"), 3)
            .body(Map.of("decision", "PASS"))
            .post(path),
        403);
    assertThat(Desk.task(task).getString("status")).isEqualTo("REPLY_SUBMITTED");
  }

  @Test
  void of_a_confidential_case_the_unit_does_not_see_the_address() {
    OtherServices.Known known = others.newCase();
    others.file(known, 1, "举报", null, true);
    others.registered(known, OtherServices.ROADS, CaseKind.REPORT, Urgency.NORMAL);
    others.accept(known, OtherServices.ROADS, CaseKind.REPORT, Urgency.NORMAL);
    UUID task = Desk.awaitTask(known.caseId(), 1);

    Desk.clerk()
        .get("/api/assignments/" + task)
        .then()
        .statusCode(200)
        .body("file.title", equalTo("举报"))
        .body("file.address", equalTo(null));
  }

  private UUID signed() {
    UUID task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    return task;
  }

  private static Response reply(UUID task, String text) {
    return Desk.command(Desk.clerk(), 2)
        .body(Map.of("handlingText", "已办", "publicReply", text, "claimedSolved", true))
        .post("/api/assignments/" + task + "/replies");
  }

  private static RequestSpecification key() {
    return Desk.clerk().header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static RequestSpecification keyed(String key) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk-of-cg"))
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .header("Idempotency-Key", key);
  }

  private static Response problem(Response answer, int status) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", not(equalTo(null)))
        .body("titleZh", not(equalTo(null)))
        .body("titleEn", not(equalTo(null)))
        .body("detail", not(containsString("java.")));
    return answer;
  }
}
