package hotline.evaluation.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The callback desk as its users drive it: through HTTP, with a token. */
public final class Desk {

  private Desk() {}

  public static RequestSpecification agent() {
    return as("agent", Role.CALLBACK_AGENT);
  }

  public static RequestSpecification lead() {
    return as("lead", Role.CALLBACK_LEAD);
  }

  public static RequestSpecification clerk(String unit, String path) {
    return given().auth().oauth2(TestTokens.forRole(Role.CLERK, unit, path, "clerk-of-" + unit));
  }

  public static RequestSpecification as(String user, Role role) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(role, null, null, user))
        .contentType(ContentType.JSON);
  }

  public static RequestSpecification command(RequestSpecification who, long version) {
    return who.header("If-Match", "\"" + version + "\"")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** The callback of that round, once it is open. */
  public static UUID awaitCallback(UUID caseId, int round) {
    UUID[] found = new UUID[1];
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              List<String> ids =
                  agent()
                      .get("/api/callbacks?tab=all&limit=200")
                      .then()
                      .statusCode(200)
                      .extract()
                      .jsonPath()
                      .getList(
                          "items.findAll { it.caseId == '%s' && it.round == %d }.callbackId"
                              .formatted(caseId, round),
                          String.class);
              assertThat(ids).hasSize(1);
              found[0] = UUID.fromString(ids.get(0));
            });
    return found[0];
  }

  public static Response read(UUID callback) {
    return agent().get("/api/callbacks/" + callback);
  }

  public static long version(UUID callback) {
    return read(callback).then().statusCode(200).extract().jsonPath().getLong("version");
  }

  public static Response attempt(UUID callback, String result) {
    return command(agent(), version(callback))
        .body(Map.of("result", result))
        .post("/api/callbacks/" + callback + "/attempts");
  }

  public static Response rate(UUID callback, Map<String, String> answers) {
    return command(agent(), version(callback))
        .body(answers)
        .post("/api/callbacks/" + callback + "/evaluation");
  }

  /** Reached at once and content with everything. */
  public static Map<String, String> satisfied() {
    return Map.of("responded", "YES", "solved", "YES", "satisfied", "YES", "requestTrue", "YES");
  }

  public static Map<String, String> unsolved(String reason) {
    return Map.of(
        "responded", "YES",
        "solved", "NO",
        "satisfied", "NO",
        "requestTrue", "YES",
        "reason", reason);
  }

  /** How a case came out, as the leader reads it. */
  public static ValidatableResponse outcome(OtherServices.Known known) {
    return as("the-leader", Role.LEADER)
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .statusCode(200);
  }
}
