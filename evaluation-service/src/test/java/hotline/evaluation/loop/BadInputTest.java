package hotline.evaluation.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered with a problem document, and nothing is half-written. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
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
        "{\"result\":null}",
        "{\"result\":\"MAYBE\"}",
        "{\"result\":3}",
        "{\"result\":\"REACHED\",\"colour\":\"red\"}",
        "{\"result\":\"REACHED\",\"note\":\"\\u0000\"}",
        "{\"result\":\"REACHED\",\"note\":[1]}"
      })
  void an_attempt_that_says_nothing_sensible_is_refused(String body) {
    UUID callback = openCallback();

    problem(
        Desk.command(Desk.agent(), 0).body(body).post("/api/callbacks/" + callback + "/attempts"),
        400);
    Desk.read(callback).then().body("attempts", equalTo(0)).body("version", equalTo(0));
  }

  @Test
  void a_note_may_hold_rare_characters_but_not_without_end() {
    UUID callback = openCallback();
    String rare = "\uD83D\uDE00\uD840\uDC0B";

    problem(
            Desk.command(Desk.agent(), 0)
                .body(Map.of("result", "REACHED", "note", rare.repeat(251)))
                .post("/api/callbacks/" + callback + "/attempts"),
            400)
        .then()
        .body("violations.field", hasItem("note"));
    Desk.command(Desk.agent(), 0)
        .body(Map.of("result", "REACHED", "note", rare.repeat(250)))
        .post("/api/callbacks/" + callback + "/attempts")
        .then()
        .statusCode(200);
    Desk.read(callback).then().body("attemptList[0].note", equalTo(rare.repeat(250)));
  }

  @Test
  void a_rating_names_every_field_that_is_wrong() {
    UUID callback = openCallback();
    Desk.attempt(callback, "REACHED");

    problem(Desk.rate(callback, Map.of("solved", "NO")), 400)
        .then()
        .body("violations.field", hasItem("responded"))
        .body("violations.field", hasItem("satisfied"))
        .body("violations.field", hasItem("requestTrue"))
        .body("violations.field", hasItem("reason"));
    Desk.read(callback).then().body("status", equalTo("OPEN"));
  }

  @Test
  void a_rating_before_anyone_was_reached_is_refused() {
    UUID callback = openCallback();

    problem(Desk.rate(callback, Desk.satisfied()), 409)
        .then()
        .body("code", equalTo("not-reached-yet"));
  }

  @Test
  void an_old_version_a_missing_one_and_no_version_at_all_are_told_apart() {
    UUID callback = openCallback();
    Desk.attempt(callback, "NO_ANSWER");

    problem(attemptWith(callback, "\"0\"", UUID.randomUUID().toString()), 412);
    problem(attemptWith(callback, null, UUID.randomUUID().toString()), 428);
    problem(attemptWith(callback, "\"abc\"", UUID.randomUUID().toString()), 400);
    problem(attemptWith(callback, "\"1\"", null), 400);
    Desk.read(callback).then().body("attempts", equalTo(1));
  }

  @Test
  void the_same_key_gets_the_first_answer_and_another_body_is_refused() {
    UUID callback = openCallback();
    String key = UUID.randomUUID().toString();

    Response first = attemptWith(callback, "\"0\"", key);
    Response again = attemptWith(callback, "\"0\"", key);

    first.then().statusCode(200).header("ETag", "\"1\"");
    again.then().statusCode(200).header("ETag", "\"1\"");
    assertThat(again.asString()).isEqualTo(first.asString());
    Desk.read(callback).then().body("attempts", equalTo(1));
    problem(
        Desk.agent()
            .header("If-Match", "\"0\"")
            .header("Idempotency-Key", key)
            .body("{\"result\":\"REFUSED\"}")
            .post("/api/callbacks/" + callback + "/attempts"),
        422);
  }

  @Test
  void what_is_not_there_is_not_found_and_what_is_no_id_is_a_bad_request() {
    problem(Desk.read(UUID.randomUUID()), 404);
    problem(Desk.agent().get("/api/callbacks/not-a-uuid"), 400);
    problem(Desk.agent().get("/api/cases/" + UUID.randomUUID() + "/outcome"), 404);
    problem(
        Desk.command(Desk.agent(), 0)
            .body("{\"result\":\"REACHED\"}")
            .post("/api/callbacks/" + UUID.randomUUID() + "/attempts"),
        404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tab=mine", "limit=0", "limit=201", "limit=abc", "cursor=%00", "cursor=abc"})
  void a_list_that_does_not_exist_is_a_bad_request(String query) {
    problem(Desk.agent().get("/api/callbacks?" + query), 400);
  }

  @Test
  void without_the_role_or_with_a_forged_token_nothing_is_told() {
    UUID callback = openCallback();
    String one = "/api/callbacks/" + callback;

    problem(given().get(one), 401);
    problem(
        given().auth().oauth2(TestTokens.of("agent", Role.CALLBACK_AGENT).unsigned()).get(one),
        401);
    problem(
        given().auth().oauth2(TestTokens.of("agent", Role.CALLBACK_AGENT).tampered()).get(one),
        401);
    for (Role other : Role.values()) {
      if (other != Role.CALLBACK_AGENT && other != Role.CALLBACK_LEAD) {
        Response attempt =
            Desk.command(Desk.as("somebody", other), 0)
                .body("{\"result\":\"REACHED\"}")
                .post(one + "/attempts");
        problem(attempt, 403);
      }
      if (other != Role.CALLBACK_LEAD) {
        problem(Desk.command(Desk.as("somebody", other), 0).post(one + "/unreachable"), 403);
      }
    }
  }

  private UUID openCallback() {
    return Desk.awaitCallback(others.completed().caseId(), 1);
  }

  private static Response attemptWith(UUID callback, String ifMatch, String key) {
    var request = Desk.agent().body("{\"result\":\"NO_ANSWER\"}");
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/api/callbacks/" + callback + "/attempts");
  }

  private static Response problem(Response response, int status) {
    response
        .then()
        .statusCode(status)
        .contentType(containsString("application/problem+json"))
        .body("status", equalTo(status))
        .body("titleZh", not(equalTo(null)))
        .body("titleEn", not(equalTo(null)));
    assertThat(response.asString()).doesNotContain("hotline.", "Exception", "select ");
    return response;
  }
}
