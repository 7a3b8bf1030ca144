package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is registered after its true time (补登): paper forms of an outage, cases of an old system.
 */
@QuarkusTest
class EnteredLaterTest extends IntakeTest {

  @Inject LaterClock clock;

  @Test
  void a_paper_form_is_a_case_since_its_true_time_and_its_number_is_registered_once()
      throws IOException {
    Instant received = minutesAgo(180);
    String outage = opened(minutesAgo(240), minutesAgo(60));
    Map<String, Object> form = form();
    form.put("urgency", "CRITICAL");
    form.put("receivedAt", received.toString());
    JsonPath typed = type(outage, "017", form).statusCode(201).extract().jsonPath();
    UUID id = UUID.fromString(typed.getString("caseId"));

    as(Role.SCREENER)
        .get("/api/cases/" + id)
        .then()
        .body("receivedAt", is(received.toString()))
        .body("origin.enteredAs", is("PAPER"))
        .body("origin.originalDue", nullValue())
        .body("externalSource", is(outage))
        .body("externalRef", is("017"))
        // Its screening was due before anybody could see it: that is said, and not hidden.
        .body("screening.missed", is(true));
    await().atMost(SOON).until(() -> facts(id).size() == 2);
    TheLog.Entry registered = facts(id).get(0);
    assertThat(registered.headers())
        .containsEntry("ce_time", received.toString())
        .doesNotContainEntry("ce_recordedtime", received.toString());
    CaseRegistered said = said(registered);
    assertThat(said.enteredAs()).isEqualTo(EnteredAs.PAPER);
    assertThat(said.screeningSince()).isEqualTo(received);
    assertThat(facts(id).get(1).type()).isEqualTo(EventType.SCREENING_MISSED.wireName());
    assertThat(facts(id).get(1).sequence()).isEqualTo(2);

    type(outage, "017", form)
        .statusCode(409)
        .body("code", is("external-ref-known"))
        .body("caseNo", is(typed.getString("caseNo")));
    as(Role.OPERATOR)
        .get("/api/cases?enteredAs=PAPER&q=017")
        .then()
        .body("items.caseId", hasItem(id.toString()))
        .body("items[0].enteredAs", is("PAPER"));
    as(Role.SHIFT_LEAD)
        .get("/api/outages")
        .then()
        .body("items.find { it.code == '" + outage + "' }.forms", is(1))
        .body("items.find { it.code == '" + outage + "' }.takesForms", is(false));
    act(Role.SCREENER, known(typed), "acceptance", 1, "{}").statusCode(200);
    act(
            Role.SCREENER,
            known(typed),
            "corrections",
            2,
            Map.of("reason", "手误", "receivedAt", minutesAgo(200).toString()))
        .statusCode(400)
        .body("violations[0].code", is("true-time-stands"));
  }

  @Test
  void only_forms_of_hours_that_a_shift_lead_opened_are_typed_in_and_not_by_that_lead() {
    String outage = opened(minutesAgo(300), minutesAgo(242));
    Map<String, Object> form = form();
    form.put("receivedAt", minutesAgo(100).toString());
    type(outage, "1", form)
        .statusCode(400)
        .body("violations[0].code", is("outside-outage"))
        .body("violations[0].field", is("receivedAt"));
    type("PAPER-199901010000", "1", form).statusCode(404);
    form.remove("receivedAt");
    type(outage, "1", form).statusCode(400).body("violations[0].code", is("required"));
    as(Role.OPERATOR)
        .body(hours(minutesAgo(20), minutesAgo(10)))
        .post("/api/outages")
        .then()
        .statusCode(403);
    form.put("receivedAt", minutesAgo(290).toString());
    with(TestTokens.of(Role.SHIFT_LEAD.wireName(), Role.SHIFT_LEAD, Role.OPERATOR).token())
        .body(Map.of("paperNo", "1", "request", form))
        .post("/api/outages/" + outage + "/forms")
        .then()
        .statusCode(403)
        .body("code", is("same-person"));
    as(Role.SHIFT_LEAD)
        .body(hours(minutesAgo(300), minutesAgo(200)))
        .post("/api/outages")
        .then()
        .statusCode(409)
        .body("code", is("outage-known"))
        .body("outage", is(outage));
    as(Role.SHIFT_LEAD)
        .body(hours(minutesAgo(305), minutesAgo(290)))
        .post("/api/outages")
        .then()
        .statusCode(409)
        .body("outage", is(outage));
    as(Role.SHIFT_LEAD)
        .body(hours(minutesAgo(10), clock.instant().plusSeconds(600)))
        .post("/api/outages")
        .then()
        .statusCode(400)
        .body("violations[0].code", is("in-the-future"));
  }

  @Test
  void forms_come_in_a_file_as_well() {
    String outage = opened(minutesAgo(420), minutesAgo(361));
    String file =
        "kind,channel,categoryCode,placeCode,title,content,receivedAt,outage,paperNo\n"
            + paperRow(minutesAgo(400), outage, "1")
            + paperRow(minutesAgo(300), outage, "2")
            + paperRow(minutesAgo(400), "PAPER-199901010000", "3")
            + paperRow(minutesAgo(400), outage, "1");
    upload(Role.OPERATOR, "/api/case-imports", file)
        .body("registered", is(1))
        .body("duplicates", is(1))
        .body("items[1].violations[0].code", is("outside-outage"))
        .body("items[2].violations[0].code", is("unknown-outage"));
  }

  @Test
  void open_cases_of_the_old_system_are_handed_over_once_with_what_was_promised()
      throws IOException {
    String system = "旧热线" + UUID.randomUUID();
    Instant received = minutesAgo(60 * 24 * 6);
    Instant due = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
    String atUnit = oldRow(system, "OLD-1", received, "办理中", "cg", due, "1", "路灯不亮");
    String waiting = oldRow(system, "OLD-2", received, "待派单", "", due, "", "井盖松动");
    String wrong = oldRow(system, "OLD-3", received, "待回访", "gone", due, "x", "积水");
    String file = OLD_HEADER + atUnit + waiting + wrong;
    String changeover = opened(system);
    String path = "/api/old-case-imports?changeover=" + changeover + "&digest=";
    String preview = "/api/old-case-imports/preview?changeover=" + changeover;
    String digest =
        upload(Role.SHIFT_LEAD, preview, file).body("written", is(false)).extract().path("digest");
    post(Role.SHIFT_LEAD, path + digest, file)
        .statusCode(409)
        .body("code", is("changeover-not-confirmed"));
    confirm(Role.SHIFT_LEAD, changeover).statusCode(403).body("code", is("same-person"));
    confirm(Role.SUPERVISOR, changeover)
        .statusCode(200)
        .body("takesFiles", is(true))
        .body("mayConfirm", is(false));
    confirm(Role.SUPERVISOR, changeover).statusCode(409).body("code", is("changeover-confirmed"));
    post(Role.SHIFT_LEAD, path + digest, file + waiting)
        .statusCode(409)
        .body("code", is("file-has-changed"));
    upload(Role.SHIFT_LEAD, preview, file)
        .body("written", is(false))
        .body("handedOver", is(2))
        .body("toDispatch", is(1))
        .body("atUnits", is(1))
        .body("rejected", is(1))
        .body("items[0].caseNo", nullValue())
        .body("unknownCodes[0].code", is("gone"))
        .body("unknownCodes[0].rows", is(1))
        .body("rejectedFile", containsString("待回访的工单请在旧系统中办结"))
        .body("rejectedFile", containsString("finished in the old system"))
        .body("rejectedFile", containsString("OLD-3"));
    assertThat(count("hotline_case WHERE external_source = '" + system + "'")).isZero();

    List<String> numbers =
        upload(Role.SHIFT_LEAD, path + digest, file)
            .body("written", is(true))
            .body("handedOver", is(2))
            .extract()
            .path("items.caseNo");
    upload(Role.SHIFT_LEAD, path + digest, file)
        .body("handedOver", is(0))
        .body("known", is(2))
        .body("items[0].caseNo", is(numbers.get(0)));
    upload(
            Role.SHIFT_LEAD,
            preview,
            OLD_HEADER + oldRow(system, "OLD-1", received, "办理中", "cg", due, "2", "路灯不亮"))
        .body("different", is(1))
        .body("rejectedFile", is(""))
        .body("items[0].violations[0].code", is("different"));

    JsonPath found =
        as(Role.OPERATOR)
            .body(Map.of("q", "OLD-1"))
            .post("/api/case-searches")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    List<Map<String, Object>> items = found.getList("items");
    String id =
        items.stream()
            .filter(item -> numbers.get(0).equals(item.get("caseNo")))
            .map(item -> (String) item.get("caseId"))
            .findFirst()
            .orElseThrow();
    as(Role.OPERATOR)
        .get("/api/cases/" + id)
        .then()
        .body("status", is("PENDING_DISPATCH"))
        .body("screening", nullValue())
        .body("origin.enteredAs", is("OLD_SYSTEM"))
        .body("origin.originalDue", is(due.toString()))
        .body("origin.formerUnitId", is("cg"))
        .body("origin.formerExtensions", is(1));
    await().atMost(SOON).until(() -> facts(UUID.fromString(id)).size() == 2);
    List<TheLog.Entry> facts = facts(UUID.fromString(id));
    assertThat(facts)
        .extracting(TheLog.Entry::type)
        .containsExactly(EventType.CASE_REGISTERED.wireName(), EventType.CASE_ACCEPTED.wireName());
    assertThat(facts)
        .allSatisfy(
            fact ->
                assertThat(fact.headers())
                    .containsEntry("ce_time", received.toString())
                    .doesNotContainEntry("ce_recordedtime", received.toString()));
    CaseRegistered said = said(facts.get(0));
    assertThat(said.originalDue()).isEqualTo(due);
    assertThat(said.formerUnitId()).isEqualTo("cg");
    assertThat(said.formerExtensions()).isEqualTo(1);
    assertThat(said.externalRef()).isEqualTo("OLD-1");

    // Entered wrongly: a shift lead takes it back, and the line is handed over anew.
    JsonPath now = as(Role.SHIFT_LEAD).get("/api/cases/" + id).jsonPath();
    as(Role.SHIFT_LEAD)
        .header("If-Match", "\"" + now.getLong("version") + "\"")
        .post("/api/cases/" + id + "/wrong-entry")
        .then()
        .statusCode(200);
    await().atMost(SOON).until(() -> facts(UUID.fromString(id)).size() == 3);
    as(Role.OPERATOR)
        .get("/api/cases/" + id)
        .then()
        .body("status", is("WITHDRAWN"))
        .body("withdrawalReason", is("ENTERED_WRONGLY"));
    upload(Role.SHIFT_LEAD, path + digest, file).body("handedOver", is(1)).body("known", is(1));
    as(Role.SUPERVISOR)
        .get("/api/changeovers")
        .then()
        .body("items.find { it.id == '" + changeover + "' }.cases", is(3));
  }

  @Test
  void what_came_in_as_it_was_registered_is_not_taken_back_by_the_centre() {
    Known known = registered(form());
    as(Role.SHIFT_LEAD)
        .header("If-Match", "\"1\"")
        .post("/api/cases/" + known.id() + "/wrong-entry")
        .then()
        .statusCode(409)
        .body("code", is("not-entered-later"));
  }

  @Test
  void only_a_shift_lead_hands_cases_over_and_a_template_shows_how() {
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.forRole(Role.OPERATOR))
        .contentType("text/csv")
        .body(OLD_HEADER.getBytes(StandardCharsets.UTF_8))
        .post("/api/old-case-imports")
        .then()
        .statusCode(403);
    String template =
        as(Role.SHIFT_LEAD).get("/api/old-case-imports/template").then().extract().asString();
    upload(Role.SHIFT_LEAD, "/api/old-case-imports/preview?changeover=" + opened("旧热线"), template)
        .body("rejected", is(0))
        .body("handedOver", is(2));
  }

  private static final String OLD_HEADER =
      "诉求类型,来源渠道,分类编码,区划编码,标题,内容,来源系统,来源编号,受理时间,当前环节,承办单位编码,原办结时限,已延期次数\r\n";

  private static String oldRow(
      String system,
      String ref,
      Instant received,
      String state,
      String unit,
      Instant due,
      String extensions,
      String title) {
    return String.join(
            ",",
            "投诉",
            "电话",
            "010101",
            "370281001",
            title,
            "内容",
            system,
            ref,
            received.toString(),
            state,
            unit,
            due.toString(),
            extensions)
        + "\r\n";
  }

  private static String paperRow(Instant received, String outage, String no) {
    return String.join(
            ",",
            "HELP",
            "PHONE",
            "010101",
            "370281001",
            "停电期间来电",
            "内容",
            received.toString(),
            outage,
            no)
        + "\n";
  }

  private Instant minutesAgo(long minutes) {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes));
  }

  private static Map<String, Object> hours(Instant from, Instant to) {
    Map<String, Object> hours = new HashMap<>();
    hours.put("reason", "停电演练");
    hours.put("from", from.toString());
    hours.put("to", to.toString());
    return hours;
  }

  private static String opened(Instant from, Instant to) {
    return as(Role.SHIFT_LEAD)
        .body(hours(from, to))
        .post("/api/outages")
        .then()
        .statusCode(201)
        .extract()
        .path("code");
  }

  private static ValidatableResponse type(String outage, String no, Map<String, Object> form) {
    return as(Role.OPERATOR)
        .body(Map.of("paperNo", no, "request", form))
        .post("/api/outages/" + outage + "/forms")
        .then();
  }

  private static Known known(JsonPath typed) {
    return new Known(
        UUID.fromString(typed.getString("caseId")),
        typed.getString("caseNo"),
        typed.getString("queryCode"));
  }

  private List<TheLog.Entry> facts(UUID id) {
    return log.read(Topics.CASE_LIFECYCLE, id);
  }

  private static CaseRegistered said(TheLog.Entry entry) throws IOException {
    return EventCodec.json().readValue(entry.value(), CaseRegistered.class);
  }

  private String opened(String system) {
    Instant now = clock.instant();
    return as(Role.SHIFT_LEAD)
        .body(
            Map.of(
                "system",
                system,
                "cutOver",
                now.minus(Duration.ofDays(1)).toString(),
                "latestDue",
                now.plus(Duration.ofDays(60)).toString(),
                "endsAt",
                now.plus(Duration.ofDays(7)).toString()))
        .post("/api/changeovers")
        .then()
        .statusCode(201)
        .body("takesFiles", is(false))
        .extract()
        .path("id");
  }

  private static ValidatableResponse confirm(Role role, String changeover) {
    return as(role).post("/api/changeovers/" + changeover + "/confirmation").then();
  }

  private static ValidatableResponse upload(Role role, String path, String file) {
    return post(role, path, file).statusCode(200);
  }

  private static ValidatableResponse post(Role role, String path, String file) {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.forRole(role))
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post(path)
        .then();
  }
}
