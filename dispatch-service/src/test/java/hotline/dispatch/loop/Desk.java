package hotline.dispatch.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The dispatch service as its users drive it: through HTTP, with a token. */
public final class Desk {

  private Desk() {}

  public static RequestSpecification as(Role role) {
    return as("the-" + role.wireName(), role, "center", "/center");
  }

  public static RequestSpecification clerk(String unit, String path) {
    return as("clerk-of-" + unit, Role.CLERK, unit, path);
  }

  /** The clerk of the bureau that gets the roads. */
  public static RequestSpecification clerk() {
    return clerk("cg", "/center/cg");
  }

  public static RequestSpecification as(String user, Role role, String unit, String path) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(role, unit, path, user))
        .contentType(ContentType.JSON);
  }

  public static RequestSpecification command(RequestSpecification who, long version) {
    return who.header("If-Match", "\"" + version + "\"")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  public static JsonPath caseOf(UUID caseId) {
    return as(Role.SUPERVISOR)
        .get("/api/cases/" + caseId)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Waits until this service knows the case in this status. */
  public static JsonPath awaitStatus(UUID caseId, String status) {
    JsonPath[] found = new JsonPath[1];
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              Response answer = as(Role.SUPERVISOR).get("/api/cases/" + caseId);
              assertThat(answer.statusCode()).isEqualTo(200);
              found[0] = answer.jsonPath();
              assertThat(found[0].getString("status")).isEqualTo(status);
            });
    return found[0];
  }

  /** Waits until it can be dispatched: the text of a case comes on a stream of its own. */
  public static JsonPath awaitWaiting(UUID caseId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> awaitStatus(caseId, "PENDING_DISPATCH").get("file") != null);
    return caseOf(caseId);
  }

  /** The lead's task of that round, once it is there. */
  public static UUID awaitTask(UUID caseId, int round) {
    UUID[] found = new UUID[1];
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              Response answer = as(Role.SUPERVISOR).get("/api/cases/" + caseId);
              assertThat(answer.statusCode()).isEqualTo(200);
              List<String> tasks =
                  answer
                      .jsonPath()
                      .getList(
                          "assignments.findAll { it.role == 'LEAD' && it.round == %d }.assignmentId"
                              .formatted(round),
                          String.class);
              assertThat(tasks).hasSize(1);
              found[0] = UUID.fromString(tasks.get(0));
            });
    return found[0];
  }

  public static JsonPath task(UUID id) {
    return as(Role.SUPERVISOR)
        .get("/api/assignments/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static long version(UUID id) {
    return task(id).getLong("version");
  }

  public static Response sign(RequestSpecification who, UUID id, long version) {
    return command(who, version).body(Map.of()).post("/api/assignments/" + id + "/signature");
  }

  public static Response contact(RequestSpecification who, UUID id, long version) {
    return command(who, version)
        .body(Map.of("result", "REACHED", "channel", "PHONE", "note", "已说明处理计划"))
        .post("/api/assignments/" + id + "/contact-attempts");
  }

  public static Response reply(RequestSpecification who, UUID id, long version) {
    return reply(who, id, version, List.of());
  }

  public static Response reply(
      RequestSpecification who, UUID id, long version, List<String> attachments) {
    return command(who, version)
        .body(
            Map.of(
                "handlingText",
                "现场核查并修复。",
                "publicReply",
                "您反映的问题已修复，感谢监督。",
                "claimedSolved",
                true,
                "attachments",
                attachments))
        .post("/api/assignments/" + id + "/replies");
  }

  /**
   * @param what {@code assignments} or {@code supervision/orders}
   */
  public static Response upload(
      RequestSpecification who, String what, UUID id, String name, byte[] content) {
    return who.contentType(ContentType.BINARY)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .queryParam("name", name)
        .body(content)
        .post("/api/" + what + "/" + id + "/attachments");
  }

  public static Response review(UUID id, long version, Map<String, String> decision) {
    return command(as(Role.REPLY_REVIEWER), version)
        .body(decision)
        .post("/api/assignments/" + id + "/reviews");
  }

  /** Everything up to the passed reply. */
  public static void handle(UUID id) {
    handle(id, Desk::clerk);
  }

  public static void handle(UUID id, Supplier<RequestSpecification> clerk) {
    replied(id, clerk);
    review(id, version(id), Map.of("decision", "PASS")).then().statusCode(200);
  }

  public static void replied(UUID id, Supplier<RequestSpecification> clerk) {
    sign(clerk.get(), id, version(id)).then().statusCode(200);
    contact(clerk.get(), id, version(id)).then().statusCode(200);
    reply(clerk.get(), id, version(id)).then().statusCode(200);
  }

  public static Response ask(
      RequestSpecification who, UUID id, String what, long version, Map<String, ?> body) {
    return command(who, version).body(body).post("/api/assignments/" + id + "/" + what);
  }

  /** A unit's request, as its form says it; the answer is its number. */
  public static int asked(RequestSpecification who, UUID id, String what, Map<String, ?> body) {
    return ask(who, id, what, version(id), body).then().statusCode(201).extract().path("requestNo");
  }

  public static Response decide(UUID id, String what, int requestNo, Map<String, ?> decision) {
    return command(as(Role.DISPATCHER), version(id))
        .body(decision)
        .post("/api/assignments/" + id + "/" + what + "/" + requestNo + "/decision");
  }

  /** The lead's task that is open now. */
  public static UUID openLead(UUID caseId) {
    return UUID.fromString(
        caseOf(caseId)
            .getString(
                "assignments.find { it.role == 'LEAD' && it.endedAt == null }.assignmentId"));
  }

  public static Response dispatch(UUID caseId, long version, Map<String, ?> body) {
    return command(as(Role.DISPATCHER), version)
        .body(body)
        .post("/api/cases/" + caseId + "/dispatch");
  }
}
