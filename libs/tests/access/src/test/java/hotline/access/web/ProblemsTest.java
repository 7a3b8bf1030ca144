package hotline.access.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemsTest {
  private static final String OPERATOR = TestTokens.forRole(Role.OPERATOR);

  @TestHTTPResource("/")
  URI root;

  private static ValidatableResponse posted(String body) {
    return given()
        .auth()
        .oauth2(OPERATOR)
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/things")
        .then();
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    String body =
        answer
            .statusCode(status)
            .contentType("application/problem+json")
            .body("type", equalTo("urn:hotline:problem:" + code))
            .body("code", equalTo(code))
            .body("status", equalTo(status))
            .body("title", notNullValue())
            .body("titleZh", notNullValue())
            .body("titleEn", notNullValue())
            .body("detailZh", notNullValue())
            .body("detailEn", notNullValue())
            .body("instance", startsWith("/"))
            .extract()
            .asString();
    assertThat(body)
        .doesNotContain(
            "java.", "Exception", "com.fasterxml", "hotline.access", "select ", "    at ");
    return answer;
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"x\"", "7", "true", "[{}]"})
  void a_body_that_is_no_object_is_told_so(String body) {
    problem(posted(body), 400, "invalid")
        .body("violations", hasSize(1))
        .body("violations[0].code", equalTo("wrong-type"))
        .body("violations[0].en", containsString("JSON object"))
        .body("violations[0].zh", containsString("JSON 对象"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "null"})
  void an_empty_body_is_told_so(String body) {
    problem(posted(body), 400, "invalid").body("violations[0].code", equalTo("body-required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"title\":}",
        "<x/>",
        "{\"title\":\"a\",\"count\":1} trailing",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{'title':'a'}"
      })
  void a_body_that_is_no_json_is_told_where(String body) {
    problem(posted(body), 400, "invalid")
        .body("violations[0].code", equalTo("not-json"))
        .body("violations[0].en", containsString("line 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"a\",\"count\":\"1\"}|count|wrong-type",
        "{\"title\":\"a\",\"count\":1.5}|count|wrong-type",
        "{\"title\":\"a\",\"count\":99999999999}|count|not-json",
        "{\"title\":\"a\",\"count\":null}|count|required",
        "{\"title\":\"a\"}|count|required",
        "{\"title\":5,\"count\":1}|title|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"urgent\":\"yes\"}|urgent|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"kind\":\"RANT\"}|kind|unknown-value",
        "{\"title\":\"a\",\"count\":1,\"kind\":0}|kind|unknown-value",
        "{\"title\":\"a\",\"count\":1,\"at\":\"2026-02-30T00:00:00Z\"}|at|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"day\":\"tomorrow\"}|day|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"owner\":\"me\"}|owner|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"parts\":{}}|parts|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"parts\":[{\"code\":\"x\",\"weight\":1},{\"code\":3,\"weight\":1}]}|parts[1].code|wrong-type",
        "{\"title\":\"a\",\"count\":1,\"version\":9}|version|unknown-field",
        "{\"title\":\"a\",\"count\":1,\"parts\":[{\"code\":\"x\",\"weight\":1,\"state\":\"DONE\"}]}|parts[0].state|unknown-field",
        "{\"title\":\"a\\u0000b\",\"count\":1}|title|bad-character",
        "{\"title\":\"a\\ud83d\",\"count\":1}|title|bad-character",
      })
  void a_wrong_field_is_named(String body, String field, String code) {
    problem(posted(body), 400, "invalid")
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo(code));
  }

  @Test
  void every_field_that_breaks_a_constraint_has_its_entry() {
    problem(
            posted(
                "{\"title\":\""
                    + "长".repeat(51)
                    + "\",\"count\":1,\"parts\":[{\"code\":\" \",\"weight\":1}]}"),
            400,
            "invalid")
        .body("violations", hasSize(2))
        .body("violations.field", hasItem("title"))
        .body("violations.field", hasItem("parts[0].code"))
        .body("violations.find { it.field == 'title' }.zh", equalTo("标题最多 50 个字"))
        .body("violations.find { it.field == 'title' }.en", equalTo("At most 50 characters"))
        .body("violations.find { it.field == 'parts[0].code' }.code", equalTo("required"));
  }

  @Test
  void emoji_and_rare_characters_are_welcome() {
    posted(
            "{\"title\":\"𠮷野家 😀 "
                + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"count\":1}")
        .statusCode(201);
  }

  @Test
  void json_that_is_nested_without_end_is_refused() {
    // Little over what the parser takes: what is printed of a failed request is indented.
    problem(posted("{\"title\":" + "[".repeat(1100) + "}"), 400, "invalid");
    problem(posted("{\"unknown\":" + "[".repeat(1100) + "}"), 400, "invalid");
  }

  @Test
  void bytes_that_are_no_utf8_are_refused() {
    problem(
        given()
            .auth()
            .oauth2(OPERATOR)
            .header("Idempotency-Key", "k")
            .contentType("application/json")
            .body(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})
            .post("/api/things")
            .then(),
        400,
        "invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "page,abc",
    "page,1.5",
    "page,99999999999",
    "limit,x",
    "day,2026-02-30",
    "day,13",
    "kind,RANT",
    "size,201"
  })
  void a_wrong_query_parameter_is_400_and_named(String name, String value) {
    problem(given().queryParam(name, value).get("/api/things").then(), 400, "invalid")
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo(name));
  }

  @Test
  void a_wrong_path_or_header_parameter_is_400_and_named() {
    problem(given().get("/api/things/17").then(), 400, "invalid")
        .body("violations[0].field", equalTo("id"))
        .body("violations[0].en", containsString("UUID"));
    problem(given().header("X-Count", "many").get("/api/things").then(), 400, "invalid")
        .body("violations[0].field", equalTo("X-Count"));
  }

  @Test
  void what_is_not_there_is_404_with_the_reason() {
    problem(given().get("/api/things/" + UUID.randomUUID()).then(), 404, "not-found");
    problem(given().get("/api/nothing/here").then(), 404, "no-such-address");
    problem(given().auth().oauth2(OPERATOR).get("/q/nothing").then(), 404, "no-such-address");
  }

  @Test
  void http_mistakes_are_problems_too() {
    problem(given().delete("/api/things").then(), 405, "method-not-allowed");
    problem(given().accept("application/xml").get("/api/things").then(), 406, "not-acceptable");
    problem(
        given()
            .auth()
            .oauth2(OPERATOR)
            .header("Idempotency-Key", "k")
            .contentType("text/plain")
            .body("x")
            .post("/api/things")
            .then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_method_that_is_not_taken_is_told_which_ones_are() {
    String id = UUID.randomUUID().toString();
    given().delete("/api/things").then().header("Allow", "GET, HEAD, OPTIONS, POST");
    given().patch("/api/things/" + id).then().header("Allow", "GET, HEAD, OPTIONS, PUT");
    given().get("/api/things/" + id + "/completion").then().header("Allow", "OPTIONS, POST");
  }

  @Test
  void a_content_type_that_is_none_is_refused() throws IOException {
    String raw =
        exchange(
            "POST /desk/api/things/texts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: not a type\r\nContent-Length: 1\r\n\r\nx");
    assertThat(raw).matches("(?s)HTTP/1.1 4(00|15).*").contains("application/problem+json");
  }

  @Test
  void control_characters_are_not_echoed() throws IOException {
    String raw =
        exchange(
            "GET /desk/api/things/a%0d%0ab%1b%5b31m HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(raw).startsWith("HTTP/1.1 400");
    String body = raw.substring(raw.indexOf("\r\n\r\n") + 4);
    assertThat(body).contains("urn:hotline:problem:invalid");
    assertThat(body.chars().filter(c -> c < ' ' && c != '\r' && c != '\n').count()).isZero();
    String instance = body.replaceAll("(?s).*\"instance\":\"([^\"]*)\".*", "$1");
    assertThat(instance)
        .startsWith("/desk/api/things/")
        .matches("[\\x20-\\x7e]+")
        .doesNotContain("\\u00", "\\r", "\\n");
  }

  @Test
  void a_nul_in_the_address_is_refused() throws IOException {
    for (String path : new String[] {"/desk/api/things?kind=%00", "/desk/api/things/%00"}) {
      String raw = exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(raw)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "bad-character");
    }
  }

  @Test
  void a_body_over_the_limit_is_413_whether_it_says_its_length_or_not() throws IOException {
    problem(posted("{\"title\":\"" + "x".repeat(70_000) + "\"}"), 413, "too-large");
    String chunk = "x".repeat(1000);
    StringBuilder chunked = new StringBuilder();
    chunked
        .append("POST /desk/api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ")
        .append(OPERATOR);
    chunked.append(
        "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    chunked.append("a\r\n{\"title\":\"\r\n");
    for (int i = 0; i < 70; i++) {
      chunked.append("3e8\r\n").append(chunk).append("\r\n");
    }
    chunked.append("2\r\n\"}\r\n0\r\n\r\n");
    String raw = exchange(chunked.toString());
    assertThat(raw).startsWith("HTTP/1.1 413").contains("application/problem+json", "too-large");
  }

  @Test
  void who_announces_too_much_and_does_not_send_it_is_answered_and_hung_up_on() throws IOException {
    String raw =
        exchange(
            "POST /desk/api/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 70000\r\n\r\n"
                + "{\"title\":\"");
    assertThat(raw).startsWith("HTTP/1.1 413").contains("application/problem+json", "too-large");
  }

  @Test
  void a_chunked_body_within_the_limit_is_read() throws IOException {
    String raw =
        exchange(
            "POST /desk/api/things/texts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\na,b\r\n0\r\n\r\n");
    assertThat(raw).startsWith("HTTP/1.1 200").contains("{\"bytes\":3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "own-json", "own-json-syntax", "sql", "overflow"})
  void a_fault_of_the_service_is_500_with_an_id_that_the_log_has(String kind) {
    try (LogLines log = new LogLines("hotline.access.fault")) {
      String id =
          problem(given().get("/api/things/faults/" + kind).then(), 500, "internal-error")
              .body("traceId", matchesPattern("[0-9a-f]{32}"))
              .body("detail", not(containsString("13800000000")))
              .extract()
              .path("traceId");
      assertThat(log.all())
          .contains(id)
          .contains("/desk/api/things/faults/" + kind)
          .contains("ThingResource");
    }
  }

  @Test
  void a_fault_cannot_forge_a_log_line() {
    try (LogLines log = new LogLines("hotline.access.fault")) {
      given().get("/api/things/faults/bug").then().statusCode(500);
      assertThat(log.all())
          .contains("\\u000a2026 ERROR forged line")
          .doesNotContain("\n2026 ERROR");
    }
  }

  @Test
  void the_callers_trace_is_named() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/api/things/faults/bug")
        .then()
        .body("traceId", equalTo(trace));
    given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/api/things/17")
        .then()
        .body("traceId", equalTo(trace));
  }

  @Test
  void a_value_that_the_column_cannot_keep_is_not_a_fault() {
    problem(given().get("/api/things/faults/too-long").then(), 400, "invalid")
        .body("violations[0].code", equalTo("not-storable"));
  }

  @Test
  void a_unique_key_that_nobody_foresaw_is_a_conflict() {
    String title = "twice " + UUID.randomUUID().toString().substring(0, 8);
    posted("{\"title\":\"" + title + "\",\"count\":1}").statusCode(201);
    problem(posted("{\"title\":\"" + title + "\",\"count\":1}"), 409, "conflict");
  }

  @Test
  void the_title_speaks_the_language_asked_for() {
    given()
        .get("/api/things/17")
        .then()
        .body("title", equalTo("填写有误"))
        .header("Content-Language", "zh-CN");
    given()
        .header("Accept-Language", "en-GB,en;q=0.8,zh;q=0.5")
        .get("/api/things/17")
        .then()
        .body("title", equalTo("Invalid input"))
        .header("Content-Language", "en");
    given()
        .header("Accept-Language", "zh-CN,en;q=0.8")
        .get("/api/things/17")
        .then()
        .body("title", equalTo("填写有误"));
    given()
        .header("Accept-Language", "fr")
        .get("/api/things/17")
        .then()
        .body("title", equalTo("填写有误"));
    given()
        .header("Accept-Language", ";;;\u0001")
        .get("/api/things/17")
        .then()
        .body("title", equalTo("填写有误"));
  }

  @Test
  void a_missing_or_stale_version_is_told() {
    String token = TestTokens.forRole(Role.CLERK);
    String id =
        posted("{\"title\":\"v " + UUID.randomUUID().toString().substring(0, 8) + "\",\"count\":1}")
            .extract()
            .path("id");
    problem(given().auth().oauth2(token).put("/api/things/" + id).then(), 428, "if-match-required");
    problem(
        given().auth().oauth2(token).header("If-Match", "W/\"0\"").put("/api/things/" + id).then(),
        400,
        "invalid");
    problem(
            given()
                .auth()
                .oauth2(token)
                .header("If-Match", "\"3\"")
                .put("/api/things/" + id)
                .then(),
            412,
            "stale-version")
        .body("currentVersion", equalTo(0))
        .body("expectedVersion", equalTo(3));
    given()
        .auth()
        .oauth2(token)
        .header("If-Match", "\"0\"")
        .put("/api/things/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void every_answer_has_the_security_headers() {
    for (String path :
        new String[] {"/api/things", "/api/things/17", "/api/nowhere", "/q/openapi"}) {
      given()
          .get(path)
          .then()
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "no-referrer")
          .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    given().get("/api/things").then().header("Cache-Control", "no-store");
  }

  private String exchange(String request) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return readAnswer(socket.getInputStream());
    }
  }

  /** Until the server closes; a reset after the answer is its way to refuse the rest of a body. */
  private static String readAnswer(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[4096];
    try {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        answer.append(new String(buffer, 0, got, StandardCharsets.UTF_8));
      }
    } catch (java.net.SocketException reset) {
      assertThat(answer).as("reset before an answer").isNotEmpty();
    }
    return answer.toString();
  }
}
