package hotline.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.CountingAnswers;
import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyTest {
  private static final String OPERATOR = TestTokens.forRole(Role.OPERATOR);
  private static final String CLERK = TestTokens.forRole(Role.CLERK);

  @Inject DataSource database;
  @Inject CountingAnswers answers;

  private static String title() {
    return "t " + UUID.randomUUID();
  }

  private static String body(String title) {
    return "{\"title\":\"" + title + "\",\"count\":1}";
  }

  private static Response post(String path, String token, String key, String body) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/things", "/api/things/typed"})
  void a_repetition_gets_the_first_answer_and_changes_nothing(String path) throws SQLException {
    String key = UUID.randomUUID().toString();
    String title = title();
    Response first = post(path, OPERATOR, key, body(title));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isNull();
    for (int i = 0; i < 3; i++) {
      Response again = post(path, OPERATOR, key, body(title));
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(again.asString()).isEqualTo(first.asString());
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.contentType()).startsWith("application/json");
    }
    assertThat(things(title)).isEqualTo(1);
  }

  @Test
  void the_same_fields_in_another_order_are_the_same_request() {
    String key = UUID.randomUUID().toString();
    String title = title();
    String id = post("/api/things", OPERATOR, key, body(title)).path("id");
    post("/api/things", OPERATOR, key, "{ \"count\": 1, \"title\": \"" + title + "\" }")
        .then()
        .statusCode(201)
        .body("id", equalTo(id));
  }

  @Test
  void a_key_used_for_another_request_is_refused() throws SQLException {
    String key = UUID.randomUUID().toString();
    String other = title();
    post("/api/things", OPERATOR, key, body(title())).then().statusCode(201);
    post("/api/things", OPERATOR, key, body(other))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(things(other)).isZero();
  }

  @Test
  void the_key_belongs_to_one_person_and_one_address() {
    String key = UUID.randomUUID().toString();
    String first = post("/api/things", OPERATOR, key, body(title())).path("id");
    String colleague = TestTokens.forRole(Role.OPERATOR, "center", "/center", "operator-2");
    String second =
        post("/api/things", colleague, key, body(title()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String third =
        post("/api/things/typed", OPERATOR, key, body(title()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
  }

  static Stream<String> keysThatAreNone() {
    return Stream.of("", " ", "a b", "x".repeat(201));
  }

  @ParameterizedTest
  @MethodSource("keysThatAreNone")
  void a_key_that_is_none_is_refused(String key) {
    post("/api/things", OPERATOR, key, body(title()))
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
  }

  @Test
  void a_missing_key_is_refused() {
    given()
        .auth()
        .oauth2(OPERATOR)
        .contentType(ContentType.JSON)
        .body(body(title()))
        .post("/api/things")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-required"));
  }

  @Test
  void an_act_that_has_moved_the_thing_on_answers_its_repetition_all_the_same() {
    String id =
        post("/api/things", OPERATOR, UUID.randomUUID().toString(), body(title())).path("id");
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      given()
          .auth()
          .oauth2(CLERK)
          .header("Idempotency-Key", key)
          .header("If-Match", "\"0\"")
          .post("/api/things/" + id + "/completion")
          .then()
          .statusCode(204)
          .header("ETag", "\"1\"")
          .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"));
    }
    given()
        .auth()
        .oauth2(CLERK)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", "\"0\"")
        .post("/api/things/" + id + "/completion")
        .then()
        .statusCode(412);
  }

  @Test
  void a_refused_act_leaves_neither_its_change_nor_an_answer_and_is_judged_anew()
      throws SQLException {
    String key = UUID.randomUUID().toString();
    String title = title();
    long before = answers();
    for (int i = 0; i < 2; i++) {
      post("/api/things/half-done", OPERATOR, key, body(title))
          .then()
          .statusCode(409)
          .body("code", equalTo("illegal-move"))
          .body("state", equalTo("NEW"));
    }
    assertThat(things(title)).isZero();
    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void while_the_first_runs_the_second_is_told_to_wait() throws Exception {
    String key = UUID.randomUUID().toString();
    String title = title();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Response> first =
          threads.submit(() -> post("/api/things/slow", OPERATOR, key, body(title)));
      assertThat(ThingResource.ENTERED.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      post("/api/things/slow", OPERATOR, key, body(title))
          .then()
          .statusCode(409)
          .header("Retry-After", "1")
          .body("code", equalTo("still-running"));
      ThingResource.MAY_LEAVE.release();
      assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      post("/api/things/slow", OPERATOR, key, body(title))
          .then()
          .statusCode(200)
          .header("Idempotency-Replayed", "true");
      assertThat(things(title)).isEqualTo(1);
    } finally {
      ThingResource.MAY_LEAVE.drainPermits();
      threads.shutdownNow();
    }
  }

  @Test
  void a_storm_of_repetitions_does_the_act_once() throws Exception {
    String key = UUID.randomUUID().toString();
    String title = title();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Response>> all = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        all.add(threads.submit(() -> post("/api/things", OPERATOR, key, body(title))));
      }
      List<String> ids = new ArrayList<>();
      for (Future<Response> one : all) {
        Response answer = one.get(30, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isIn(201, 409);
        if (answer.statusCode() == 201) {
          ids.add(answer.path("id"));
        } else {
          assertThat(answer.<String>path("code")).isEqualTo("still-running");
        }
      }
      assertThat(ids).isNotEmpty();
      assertThat(ids.stream().distinct()).hasSize(1);
      assertThat(things(title)).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_kept_cannot_be_read_without_the_key() throws SQLException {
    String title = title();
    post("/api/things", OPERATOR, UUID.randomUUID().toString(), body(title)).then().statusCode(201);
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection.createStatement().executeQuery("select sealed_answer from kept_answer")) {
      int rows = 0;
      while (row.next()) {
        rows++;
        assertThat(new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(title);
      }
      assertThat(rows).isPositive();
    }
  }

  @Test
  void the_ordinary_way_costs_one_insert_and_no_question() {
    int kept = answers.kept();
    int sought = answers.sought();
    for (int i = 0; i < 5; i++) {
      post("/api/things", OPERATOR, UUID.randomUUID().toString(), body(title()))
          .then()
          .statusCode(201);
    }
    assertThat(answers.kept()).isEqualTo(kept + 5);
    assertThat(answers.sought()).isEqualTo(sought);
  }

  private long things(String title) throws SQLException {
    return count("select count(*) from thing where title = ?", title);
  }

  private long answers() throws SQLException {
    return count("select count(*) from kept_answer where status::text <> ?", "none");
  }

  private long count(String sql, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
