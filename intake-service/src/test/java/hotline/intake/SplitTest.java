package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A call with several demands is taken apart: each is a case with its own number, unit and clock.
 */
@QuarkusTest
class SplitTest extends IntakeTest {

  @Inject LaterClock clock;

  @Test
  void each_demand_becomes_a_case_of_its_own_and_all_of_them_are_of_one_call() {
    Map<String, Object> form = form();
    form.put(
        "receivedAt", clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString());
    form.put("content", "示范路 1 号路灯不亮；楼下烧烤摊油烟扰民，摊主电话13900005678。");
    Known call = registered(form);
    act(Role.SCREENER, call, "marks", 1, Map.of("marks", List.of("SENSITIVE"))).statusCode(200);
    clock.forward(Duration.ofMinutes(20));

    JsonPath done =
        split(
                call,
                2,
                Map.of("content", "示范路 1 号路灯不亮。"),
                demand("烧烤摊油烟", "楼下烧烤摊油烟扰民，摊主电话139****5678。", Map.of("categoryCode", "010102")))
            .statusCode(200)
            .body("caseNo", is(call.caseNo()))
            .body("version", is(3))
            .header("ETag", is("\"3\""))
            .body("newCases.size()", is(1))
            .extract()
            .jsonPath();
    Known other = newCase(done, 0);
    assertThat(other.caseNo()).isNotEqualTo(call.caseNo());

    // The newer file of the call, its correction and the split; then the new case, file first.
    assertThat(types(call))
        .endsWith(EventType.CASE_CORRECTED.wireName(), EventType.CASE_SPLIT.wireName());
    CaseSplit said = event(call, EventType.CASE_SPLIT, CaseSplit.class);
    assertThat(said.splitInto()).containsExactly(other.id());
    assertThat(said.newCases()).isEqualTo(1);
    assertThat(types(other).subList(0, 2))
        .containsExactly(EventType.CASE_REGISTERED.wireName(), EventType.CASE_MARKED.wireName());
    CaseRegistered registered = event(other, EventType.CASE_REGISTERED, CaseRegistered.class);
    CaseRegistered called = event(call, EventType.CASE_REGISTERED, CaseRegistered.class);
    assertThat(registered.splitFrom()).isEqualTo(call.id());
    assertThat(called.splitFrom()).isNull();
    assertThat(registered.callerRef()).isEqualTo(called.callerRef()).isNotNull();
    assertThat(registered.receivedAt()).isEqualTo(called.receivedAt());
    assertThat(registered.channel()).isEqualTo(called.channel());
    assertThat(registered.placeCode()).isEqualTo(called.placeCode());
    assertThat(registered.categoryCode()).isEqualTo("010102");
    assertThat(registered.externalRef()).isNull();
    assertThat(registered.reachable()).isTrue();
    TheLog.Entry file = log.read(Topics.CASE_FILE, other.id()).get(0);
    assertThat(new JsonPath(file.value()).getString("content"))
        .isEqualTo("楼下烧烤摊油烟扰民，摊主电话139****5678。");
    assertThat(new JsonPath(file.value()).getString("address")).isEqualTo("示范路 1 号");

    as(Role.SCREENER)
        .get("/api/cases/" + call.id())
        .then()
        .body("content", is("示范路 1 号路灯不亮。"))
        .body("corrections[0].changes[0].before", startsWith("示范路 1 号路灯不亮；楼下"))
        .body("corrections[0].reason", startsWith("一诉多求"))
        .body("siblings.caseNo", contains(other.caseNo()))
        .body("siblings[0].call", is(false))
        .body("maySplit", is(true));
    as(Role.SCREENER)
        .get("/api/cases/" + other.id())
        .then()
        .body("siblings.caseNo", contains(call.caseNo()))
        .body("siblings[0].call", is(true))
        .body("marks", contains("SENSITIVE"))
        .body("reporter.phone", is("138****1234"));
    // What a mask stood for is told to whoever may ask, by the new case's own vault.
    assertThat(count("vault_text WHERE case_id = '" + other.id() + "' AND part = 'content'"))
        .isEqualTo(1);
    assertThat(text(keyOf(call))).isNotEqualTo(text(keyOf(other)));
    assertThat(count("vault_text WHERE case_id = '" + call.id() + "' AND part LIKE 'before-1-%'"))
        .isEqualTo(1);

    // Both the time of the call and that of the split are kept, and no time is gained.
    JsonPath ofCall = clocks(call);
    JsonPath ofOther = clocks(other);
    assertThat(ofOther.getString("items[0].startedAt"))
        .isEqualTo(ofCall.getString("items[0].startedAt"));
    assertThat(ofOther.getString("items[0].dueAt")).isEqualTo(ofCall.getString("items[0].dueAt"));
    assertThat(registered.screeningSince())
        .isEqualTo(Instant.parse(ofCall.getString("items[0].startedAt")));
    assertThat(Instant.parse(done.getString("newCases[0].registeredAt")))
        .isAfterOrEqualTo(registered.screeningSince().plus(Duration.ofMinutes(20)));

    // Each goes its own way.
    act(Role.SCREENER, other, "acceptance", 1, "{}").statusCode(200);
    assertThat(status(call)).isEqualTo("REGISTERED");
  }

  @Test
  void the_citizen_tracks_each_with_its_own_code_and_reads_the_numbers_of_the_others() {
    Known call = registered();
    JsonPath done =
        split(call, 1, null, demand("噪音", "夜间施工"), demand("积水", "路口积水"))
            .statusCode(200)
            .extract()
            .jsonPath();
    Known second = newCase(done, 0);
    Known third = newCase(done, 1);
    track(second.caseNo(), second.queryCode())
        .statusCode(200)
        .body("title", is("噪音"))
        .body("otherRequests", contains(call.caseNo(), third.caseNo()));
    track(call.caseNo(), call.queryCode())
        .body("otherRequests", contains(second.caseNo(), third.caseNo()))
        .body("steps.zh", hasItem("您反映的多项诉求已分别登记"));
    track(second.caseNo(), call.queryCode()).statusCode(404);
    Known single = registered();
    track(single.caseNo(), single.queryCode()).body("otherRequests", empty());
  }

  @Test
  void one_bad_demand_refuses_all_and_names_which_in_both_languages() {
    Known call = registered();
    long cases = count("hotline_case");
    int said = types(call).size();
    split(
            call,
            1,
            Map.of("title", " "),
            demand("噪音", "夜间施工"),
            demand("积水", "", Map.of("categoryCode", "0101", "respondentUnitId", "nobody")))
        .statusCode(400)
        .body(
            "violations.field",
            contains(
                "kept.title",
                "demands[1].categoryCode",
                "demands[1].content",
                "demands[1].respondentUnitId"))
        .body("violations[0].zh", startsWith("本单："))
        .body("violations[1].zh", startsWith("拆出的第 2 件："))
        .body("violations[1].en", startsWith("New case 2: "));
    split(call, 1, null).statusCode(400).body("violations[0].field", is("demands"));
    split(
            call,
            1,
            null,
            Stream.generate(() -> demand("噪音", "施工")).limit(6).toArray(Map<?, ?>[]::new))
        .statusCode(400)
        .body("violations[0].code", is("too-many"));
    act(Role.SCREENER, call, "split", 1, "{\"demands\":[null]}")
        .statusCode(400)
        .body("violations[0].field", is("demands[0]"));
    assertThat(count("hotline_case")).isEqualTo(cases);
    assertThat(types(call)).hasSize(said);
    as(Role.SCREENER).get("/api/cases/" + call.id()).then().body("version", is(1));
  }

  @Test
  void it_is_done_once_however_often_it_is_sent_and_only_on_the_case_as_it_stands() {
    Known call = registered();
    Map<String, Object> body = Map.of("demands", List.of(demand("噪音", "夜间施工")));
    String key = UUID.randomUUID().toString();
    String first = repeated(call, key, 1, body).statusCode(200).extract().asString();
    assertThat(repeated(call, key, 1, body).statusCode(200).extract().asString()).isEqualTo(first);
    assertThat(count("hotline_case WHERE split_from = '" + call.id() + "'")).isEqualTo(1);
    repeated(call, UUID.randomUUID().toString(), 1, body).statusCode(412);
  }

  @Test
  void what_screening_decided_or_is_about_to_decide_is_not_split() {
    Known accepted = accepted();
    split(accepted, 2, null, demand("噪音", "夜间施工")).statusCode(409);
    Known proposed = registered();
    act(
            Role.SCREENER,
            proposed,
            "refusal-proposals",
            1,
            Map.of("reason", "OUTSIDE_AREA", "lawfulChannel", "请向潍坊市12345反映"))
        .statusCode(200);
    as(Role.SCREENER).get("/api/cases/" + proposed.id()).then().body("maySplit", is(false));
    split(proposed, 2, null, demand("噪音", "夜间施工"))
        .statusCode(409)
        .body("code", is("split-refusal-waits"));
  }

  @Test
  void who_registered_it_splits_it_that_day_and_nobody_else_but_a_screener() {
    Known call = registered();
    Map<String, Object> body = Map.of("demands", List.of(demand("噪音", "夜间施工")));
    with(TestTokens.forRole(Role.OPERATOR, "center", "/center", "another-operator"))
        .header("If-Match", "\"1\"")
        .body(body)
        .post("/api/cases/" + call.id() + "/split")
        .then()
        .statusCode(403)
        .body("code", is("not-own-registration"));
    act(Role.OPERATOR, call, "split", 1, body).statusCode(200);
    act(Role.SCREENER, call, "split", 2, body).statusCode(200);
    act(Role.DISPATCHER, call, "split", 3, body).statusCode(403);
    assertThat(count("hotline_case WHERE split_from = '" + call.id() + "'")).isEqualTo(2);
  }

  @Test
  void what_is_out_of_sight_is_not_split_nor_shown_as_a_sibling() {
    Known call = registered();
    String elsewhere =
        TestTokens.of("screener-elsewhere", Role.SCREENER)
            .unit("center", "/center")
            .grid("/3702/370202")
            .token();
    Map<String, Object> body = Map.of("demands", List.of(demand("噪音", "夜间施工")));
    with(elsewhere)
        .header("If-Match", "\"1\"")
        .body(body)
        .post("/api/cases/" + call.id() + "/split")
        .then()
        .statusCode(404);
    Known there =
        newCase(
            split(
                    call,
                    1,
                    null,
                    demand("噪音", "夜间施工", Map.of("placeCode", "370202", "address", "示范路 2 号")))
                .statusCode(200)
                .extract()
                .jsonPath(),
            0);
    with(elsewhere)
        .get("/api/cases/" + there.id())
        .then()
        .statusCode(200)
        .body("siblings", empty());
    assertThat(text("SELECT registered_by FROM hotline_case WHERE id = '" + there.id() + "'"))
        .isEqualTo(text("SELECT registered_by FROM hotline_case WHERE id = '" + call.id() + "'"));
  }

  @Test
  void a_demand_that_was_split_off_is_split_again_as_a_part_of_the_same_call() {
    Known call = registered();
    Known second =
        newCase(
            split(call, 1, null, demand("噪音", "夜间施工；积水")).statusCode(200).extract().jsonPath(), 0);
    Known third =
        newCase(
            split(second, 1, Map.of("content", "夜间施工"), demand("积水", "路口积水"))
                .statusCode(200)
                .extract()
                .jsonPath(),
            0);
    assertThat(event(third, EventType.CASE_REGISTERED, CaseRegistered.class).splitFrom())
        .isEqualTo(call.id());
    as(Role.SCREENER)
        .get("/api/cases/" + second.id())
        .then()
        .body("siblings.caseNo", contains(call.caseNo(), third.caseNo()));
    // None of them is confidential: whoever may know who reported may know of all.
    as(Role.DISPATCHER)
        .get("/api/cases/" + second.id())
        .then()
        .body("siblings.caseNo", contains(call.caseNo(), third.caseNo()));
  }

  @Test
  void who_is_protected_is_so_in_every_case_of_the_call_and_a_report_protects_who_reports() {
    Map<String, Object> form = form();
    @SuppressWarnings("unchecked")
    Map<String, Object> reporter = (Map<String, Object>) form.get("reporter");
    reporter.put("confidential", true);
    Known secret = registered(form);
    Known other =
        newCase(
            split(secret, 1, null, demand("噪音", "夜间施工")).statusCode(200).extract().jsonPath(), 0);
    as(Role.SCREENER).get("/api/cases/" + other.id()).then().body("confidential", is(true));
    Known open = registered();
    split(open, 1, null, demand("私设电桩", "收费不入账", Map.of("kind", "REPORT")))
        .statusCode(400)
        .body("violations[0].field", is("kept.content"));
    Known report =
        newCase(
            split(
                    open,
                    1,
                    Map.of("content", "路灯不亮"),
                    demand("私设电桩", "收费不入账", Map.of("kind", "REPORT")))
                .statusCode(200)
                .extract()
                .jsonPath(),
            0);
    as(Role.SCREENER).get("/api/cases/" + report.id()).then().body("confidential", is(true));
    as(Role.SCREENER).get("/api/cases/" + open.id()).then().body("confidential", is(false));

    // A unit that has the open one is not led to the report, nor the other way round.
    act(Role.SCREENER, open, "acceptance", 2, "{}").statusCode(200);
    log.say(open.id(), open.caseNo(), Source.DISPATCH, new OtherServices("cg").dispatched());
    awaitHeld(open);
    as(Role.CLERK, "cg")
        .get("/api/cases/" + open.id())
        .then()
        .statusCode(200)
        .body("content", is("路灯不亮"))
        .body("corrections[0].reason", nullValue())
        .body("corrections[0].changes[0].field", is("CONTENT"))
        .body("corrections[0].changes[0].before", nullValue())
        .body("corrections[0].changes[0].after", nullValue())
        .body("siblings", empty());
    // Nor who reads for the centre and may not know who made a report.
    for (Role role : List.of(Role.DISPATCHER, Role.SUPERVISOR)) {
      as(role)
          .get("/api/cases/" + open.id())
          .then()
          .statusCode(200)
          .body("corrections[0].reason", nullValue())
          .body("corrections[0].changes[0].before", nullValue())
          .body("siblings", empty());
      as(role).get("/api/cases/" + report.id()).then().statusCode(200).body("siblings", empty());
    }
    as(Role.CALLBACK_AGENT)
        .get("/api/cases/" + open.id())
        .then()
        .body("corrections[0].reason", startsWith("一诉多求"))
        .body("corrections[0].changes[0].before", notNullValue())
        .body("siblings.caseNo", contains(report.caseNo()));
  }

  @Test
  void a_demand_that_is_urgent_is_late_from_when_the_citizen_called() {
    Known call = registered();
    clock.forward(Duration.ofMinutes(30));
    Known danger =
        newCase(
            split(call, 1, null, demand("燃气泄漏", "楼道有燃气味", Map.of("urgency", "CRITICAL")))
                .statusCode(200)
                .extract()
                .jsonPath(),
            0);
    await().atMost(SOON).until(() -> types(danger).contains(EventType.SCREENING_MISSED.wireName()));
    as(Role.SCREENER)
        .get("/api/cases/" + danger.id())
        .then()
        .body("screening.missed", is(true))
        .body("screening.dueAt", notNullValue());
    assertThat(types(call))
        .as("the call has its own time")
        .doesNotContain("hotline.screening.missed.v1");
    as(Role.SCREENER)
        .get("/api/cases/" + call.id())
        .then()
        .body("corrections", empty())
        .body("title", not(startsWith("燃气")));
  }

  private static Map<String, Object> demand(String title, String content) {
    return demand(title, content, Map.of());
  }

  private static Map<String, Object> demand(
      String title, String content, Map<String, Object> more) {
    Map<String, Object> demand = new LinkedHashMap<>(Map.of("title", title, "content", content));
    demand.putAll(more);
    return demand;
  }

  private static ValidatableResponse split(
      Known call, long version, Map<String, Object> kept, Map<?, ?>... demands) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (kept != null) {
      body.put("kept", kept);
    }
    body.put("demands", List.of(demands));
    return act(Role.SCREENER, call, "split", version, body);
  }

  private static ValidatableResponse repeated(
      Known call, String key, long version, Map<String, Object> body) {
    return io.restassured.RestAssured.given()
        .auth()
        .oauth2(TestTokens.forRole(Role.SCREENER))
        .header("Idempotency-Key", key)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/json")
        .body(body)
        .post("/api/cases/" + call.id() + "/split")
        .then();
  }

  private static Known newCase(JsonPath done, int index) {
    String at = "newCases[" + index + "].";
    return new Known(
        UUID.fromString(done.getString(at + "caseId")),
        done.getString(at + "caseNo"),
        done.getString(at + "queryCode"));
  }

  private static ValidatableResponse track(String caseNo, String code) {
    return citizen().body(Map.of("caseNo", caseNo, "queryCode", code)).post("/api/track").then();
  }

  private static JsonPath clocks(Known of) {
    return as(Role.SCREENER).get("/api/cases/" + of.id() + "/clocks").jsonPath();
  }

  private static String keyOf(Known of) {
    return "SELECT encode(wrapped_key, 'hex') FROM vault_contact WHERE case_id = '" + of.id() + "'";
  }

  private List<String> types(Known of) {
    awaitSaid();
    return log.read(Topics.CASE_LIFECYCLE, of.id()).stream().map(TheLog.Entry::type).toList();
  }

  private void awaitSaid() {
    await().atMost(SOON).until(() -> count("outbox") == 0);
  }

  private <T> T event(Known of, EventType type, Class<T> as) {
    awaitSaid();
    TheLog.Entry entry =
        log.read(Topics.CASE_LIFECYCLE, of.id()).stream()
            .filter(one -> one.type().equals(type.wireName()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return EventCodec.json().convertValue(new JsonPath(entry.value()).getMap(""), as);
  }
}
