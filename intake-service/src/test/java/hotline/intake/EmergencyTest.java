package hotline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One key on the empty form: registered, handed over, and completed afterwards. */
@QuarkusTest
class EmergencyTest extends IntakeTest {

  @Test
  void an_empty_form_becomes_a_critical_case_that_is_handed_over_in_the_same_act() {
    long timers = count("timer");
    JsonPath done =
        pressed(UUID.randomUUID().toString(), Map.of("target", "FIRE_119", "threePartyCall", true))
            .statusCode(201)
            .body("status", is("TRANSFERRED_OUT"))
            .body("target", is("FIRE_119"))
            .body("queryCode", notNullValue())
            .body("leftOut", empty())
            .extract()
            .jsonPath();
    Known known = known(done);
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("urgency", is("CRITICAL"))
        .body("placeCode", is("3702"))
        .body("title", is("紧急情况（消防 119）"))
        .body("reporter.anonymous", is(true))
        .body("transfer.threePartyCall", is(true))
        .body("transfer.handedAt", notNullValue())
        .body("screening.light", is("NONE"));
    assertThat(waiting("FIRE_119")).contains(known.id().toString());
    await().atMost(SOON).until(() -> said(known).size() == 2);
    assertThat(said(known))
        .extracting(TheLog.Entry::type)
        .containsExactly("hotline.case.registered.v1", "hotline.case.transferred-out.v1");
    assertThat(new JsonPath(said(known).get(0).value()).getString("urgency")).isEqualTo("CRITICAL");
    assertThat(count("timer")).isLessThanOrEqualTo(timers + 1);

    // Completed on the same day by who took the call; the hand-over and its clock stay.
    String due = text("SELECT transfer_due FROM hotline_case WHERE id = '" + known.id() + "'");
    act(
            Role.OPERATOR,
            known,
            "corrections",
            done.getLong("version"),
            Map.of("reason", "补充现场情况", "title", "厂房起火", "content", "三层厂房冒浓烟，无人被困。"))
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    assertThat(text("SELECT transfer_due FROM hotline_case WHERE id = '" + known.id() + "'"))
        .isEqualTo(due);
    // Also when the service has said at once that it has the call.
    act(Role.SCREENER, known, "transfer-acknowledgement", 0, "{}").statusCode(200);
    act(
            Role.OPERATOR,
            known,
            "corrections",
            done.getLong("version") + 2,
            Map.of("reason", "补充地点", "placeCode", "370281001", "categoryCode", "010102"))
        .statusCode(200);
  }

  @Test
  void a_second_service_who_called_and_a_supplement_follow_also_after_the_acknowledgement() {
    JsonPath done =
        pressed(
                UUID.randomUUID().toString(),
                Map.of("target", "POLICE_110", "threePartyCall", true))
            .statusCode(201)
            .extract()
            .jsonPath();
    Known known = known(done);
    act(Role.SCREENER, known, "transfer-acknowledgement", 0, "{}").statusCode(200);
    Map<String, Object> fire = Map.of("target", "FIRE_119", "threePartyCall", true);
    act(Role.OPERATOR, known, "called-in-services", 0, Map.of("target", "FIRE_119"))
        .statusCode(400);
    act(Role.OPERATOR, known, "called-in-services", 0, fire)
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    act(Role.OPERATOR, known, "called-in-services", 0, fire)
        .statusCode(409)
        .body("code", is("service-called-in-before"));
    assertThat(calledIn()).contains(known.id().toString());
    act(Role.SCREENER, known, "called-in-services/FIRE_119/decline", 0, "{}").statusCode(400);
    act(
            Role.SCREENER,
            known,
            "called-in-services/FIRE_119/decline",
            0,
            Map.of("reason", "非火警，致电13800009999可核"))
        .statusCode(200);
    assertThat(calledIn()).doesNotContain(known.id().toString());
    act(Role.SCREENER, known, "called-in-services/FIRE_119/acknowledgement", 0, "{}")
        .statusCode(404);
    act(Role.OPERATOR, known, "called-in-services", 0, fire).statusCode(200);
    assertThat(calledIn()).contains(known.id().toString());
    act(Role.SCREENER, known, "called-in-services/FIRE_119/acknowledgement", 0, "{}")
        .statusCode(200);
    assertThat(calledIn()).doesNotContain(known.id().toString());
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "王示例已撤到安全处。")).statusCode(200);
    act(Role.OPERATOR, known, "reporter", 0, Map.of("phone", "13800"))
        .statusCode(400)
        .body("violations[0].field", is("phone"));
    Map<String, Object> who = Map.of("name", "王示例", "phone", "13800001234", "confidential", true);
    String files = "SELECT file_version FROM hotline_case WHERE id = '" + known.id() + "'";
    int before = Integer.parseInt(text(files));
    act(Role.OPERATOR, known, "reporter", 0, who).statusCode(200);
    // Units know from the file that it is confidential by now.
    assertThat(Integer.parseInt(text(files))).isEqualTo(before + 1);
    act(Role.OPERATOR, known, "reporter", 0, who)
        .statusCode(409)
        .body("code", is("reporter-known"));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("reporter.phone", is("138****1234"))
        .body("reporter.anonymous", is(false))
        .body("mayTellReporter", is(false))
        .body("calledIn[0].target", is("FIRE_119"))
        .body("calledIn[0].declinedReason", is("非火警，致电138****9999可核"))
        .body("calledIn[1].target", is("FIRE_119"))
        .body("calledIn[1].acknowledgedAt", notNullValue())
        // Nobody knew the name when it was written down.
        .body("supplements[0].text", is("王**已撤到安全处。"));
  }

  private static List<String> calledIn() {
    return as(Role.SHIFT_LEAD)
        .get("/api/cases/called-in-services?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.caseId");
  }

  @Test
  void pressed_twice_it_is_one_case() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = Map.of("target", "MEDICAL_120", "threePartyCall", false);
    String first = pressed(key, form).statusCode(201).extract().path("caseId");
    assertThat(pressed(key, form).statusCode(201).extract().<String>path("caseId"))
        .isEqualTo(first);
    pressed(key, Map.of("target", "FIRE_119", "threePartyCall", false)).statusCode(422);
  }

  @Test
  void what_is_half_typed_is_registered_without_it() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("target", "POLICE_110");
    form.put("threePartyCall", true);
    form.put("address", "示范路 1 号");
    form.put("reporter", reporter("王示例", "13800"));
    JsonPath done =
        pressed(UUID.randomUUID().toString(), form)
            .statusCode(201)
            .body("leftOut", is(List.of("reporter.phone")))
            .extract()
            .jsonPath();
    as(Role.SCREENER)
        .get("/api/cases/" + done.getString("caseId"))
        .then()
        .body("address", is("示范路 1 号"));
  }

  @Test
  void a_caller_in_distress_goes_to_12356_and_is_watched_in_confidence() {
    JsonPath done =
        pressed(
                UUID.randomUUID().toString(),
                Map.of("target", "PSYCHOLOGY_12356", "threePartyCall", true))
            .statusCode(201)
            .body("target", is("PSYCHOLOGY_12356"))
            .extract()
            .jsonPath();
    Known known = known(done);
    as(Role.SHIFT_LEAD)
        .get("/api/cases/" + known.id())
        .then()
        .body("marks", hasItem("SENSITIVE"))
        .body("confidential", is(true));
    assertThat(waiting("PSYCHOLOGY_12356")).contains(known.id().toString());
    assertThat(waiting("POLICE_110")).doesNotContain(known.id().toString());
    await().atMost(SOON).until(() -> said(known).size() == 3);
    assertThat(said(known))
        .extracting(TheLog.Entry::type)
        .containsExactly(
            "hotline.case.registered.v1",
            "hotline.case.marked.v1",
            "hotline.case.transferred-out.v1");
  }

  @Test
  void who_is_no_emergency_service_takes_over_on_no_key_and_nothing_is_registered() {
    long before = count("hotline_case");
    pressed(UUID.randomUUID().toString(), Map.of("target", "MARKET_12315", "threePartyCall", true))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", is("target"))
        .body("violations[0].zh", containsString("急救 120"));
    pressed(UUID.randomUUID().toString(), Map.of("target", "FIRE_119"))
        .statusCode(400)
        .body("violations[0].field", is("threePartyCall"));
    assertThat(count("hotline_case")).isEqualTo(before);
  }

  private static ValidatableResponse pressed(String key, Map<String, Object> form) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(Role.OPERATOR))
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(form)
        .post("/api/cases/emergencies")
        .then();
  }

  private static Known known(JsonPath done) {
    return new Known(
        UUID.fromString(done.getString("caseId")),
        done.getString("caseNo"),
        done.getString("queryCode"));
  }

  private static List<String> waiting(String target) {
    return as(Role.SHIFT_LEAD)
        .get("/api/cases/transfers?tab=waiting&limit=200&target=" + target)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.caseId");
  }

  private List<TheLog.Entry> said(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id());
  }
}
