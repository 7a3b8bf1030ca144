package hotline.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the whole service share: people, a city, the log, and how one registers. */
@QuarkusTestResource(IntakeServers.class)
abstract class IntakeTest {
  static final Duration SOON = Duration.ofSeconds(60);
  static final ObjectMapper JSON = new ObjectMapper();

  IntakeServers servers;
  TheLog log;

  /** A registered case as its citizen knows it. */
  record Known(UUID id, String caseNo, String queryCode) {}

  @BeforeEach
  void theCityIsKnown() {
    log = new TheLog(servers.kafka().bootstrapServers());
    if (count("category") == 0) {
      City.entries().forEach(log::say);
      await().atMost(SOON).until(() -> count("category") == City.CATEGORIES.size());
      await().atMost(SOON).until(() -> count("unit") == City.UNITS.size());
      await().atMost(SOON).until(() -> count("place") == City.PLACES.size());
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  as(Role.OPERATOR)
                      .get("/api/reference/units")
                      .then()
                      .body("count", org.hamcrest.Matchers.is(City.UNITS.size())));
    }
  }

  @AfterEach
  void closeTheLog() {
    log.close();
  }

  static RequestSpecification as(Role role) {
    return with(TestTokens.forRole(role));
  }

  static RequestSpecification as(Role role, String unit) {
    return with(TestTokens.forRole(role, unit, "/center/" + unit, role.wireName() + "-" + unit));
  }

  static RequestSpecification with(String token) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON);
  }

  static RequestSpecification citizen() {
    return given()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON);
  }

  /** A request that is complete. */
  static Map<String, Object> form() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", "COMPLAINT");
    form.put("urgency", "NORMAL");
    form.put("channel", "PHONE");
    form.put("categoryCode", "010101");
    form.put("placeCode", "370281001001");
    form.put("address", "示范路 1 号");
    form.put("title", "路灯不亮");
    form.put("content", "示范路 1 号附近路灯连续三晚不亮，夜间出行不便。");
    form.put("demand", "尽快修复路灯");
    form.put("reporter", reporter("王示例", "13800001234"));
    return form;
  }

  static Map<String, Object> reporter(String name, String phone) {
    Map<String, Object> reporter = new LinkedHashMap<>();
    reporter.put("name", name);
    reporter.put("phone", phone);
    reporter.put("anonymous", false);
    reporter.put("confidential", false);
    reporter.put("wantsCallback", true);
    return reporter;
  }

  static Known registered() {
    return registered(form());
  }

  static Known registered(Map<String, Object> form) {
    var answer = as(Role.OPERATOR).body(form).post("/api/cases").then().statusCode(201).extract();
    return new Known(
        UUID.fromString(answer.path("caseId")), answer.path("caseNo"), answer.path("queryCode"));
  }

  static Known accepted() {
    return accepted(form());
  }

  static Known accepted(Map<String, Object> form) {
    Known known = registered(form);
    act(Role.SCREENER, known, "acceptance", 1, "{}").statusCode(200);
    return known;
  }

  static ValidatableResponse act(Role role, Known known, String act, long version, Object body) {
    return as(role)
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post("/api/cases/" + known.id() + "/" + act)
        .then();
  }

  void awaitStatus(Known known, CaseStatus status) {
    await().atMost(SOON).until(() -> status.name().equals(status(known)));
  }

  /** The case is dispatched and a unit holds it: two facts, which may come in two polls. */
  void awaitHeld(Known known) {
    awaitStatus(known, CaseStatus.DISPATCHED);
    await()
        .atMost(SOON)
        .until(() -> count("case_assignment WHERE case_id = '" + known.id() + "'") == 1);
  }

  String status(Known known) {
    return text("SELECT status FROM hotline_case WHERE id = '" + known.id() + "'");
  }

  long count(String table) {
    return Long.parseLong(text("SELECT count(*) FROM " + table));
  }

  void execute(String... statements) {
    try (Connection connection = servers.connect();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(String query) {
    try (Connection connection = servers.connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
