package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What belongs to 110, 12315 or another city is handed over, acknowledged, or comes back. */
@QuarkusTest
class TransferTest extends IntakeTest {
  private static final Map<String, Object> TO_110 =
      Map.of("target", "POLICE_110", "threePartyCall", true);

  @Inject LaterClock clock;

  @Test
  void an_emergency_of_somebody_without_a_name_is_handed_over_at_once_and_acknowledged() {
    Map<String, Object> form = form();
    form.put("urgency", "CRITICAL");
    form.put("reporter", Map.of("anonymous", true));
    Known known = registered(form);
    act(Role.OPERATOR, known, "transfer", 0, TO_110)
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    assertThat(tab("waiting").getList("items.caseId")).contains(known.id().toString());
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("transfer.threePartyCall", is(true))
        .body("transfer.late", is(false))
        .body("screening.light", is("NONE"));
    track(known).body("transfer.zh", is("公安 110")).body("transfer.acknowledgedAt", nullValue());

    clock.forward(Duration.ofMinutes(31));
    assertThat(tab("overdue").getList("items.caseId")).contains(known.id().toString());
    act(Role.OPERATOR, known, "transfer-acknowledgement", 0, Map.of("externalRef", "13800001234"))
        .statusCode(400)
        .body("violations[0].field", is("externalRef"));
    act(Role.OPERATOR, known, "transfer-acknowledgement", 0, Map.of("externalRef", "J2611-0042"))
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    assertThat(tab("overdue").getList("items.caseId")).doesNotContain(known.id().toString());
    assertThat(tab("acknowledged").getList("items.caseId")).contains(known.id().toString());
    act(Role.OPERATOR, known, "urges", 0, "{}")
        .statusCode(409)
        .body("code", is("transfer-acknowledged"))
        .body("detail", containsString("公安 110"));
    track(known)
        .body("steps.zh", hasItem("已转交其他机构：公安 110"))
        .body("steps.zh", hasItem("对方已接收"))
        .body("transfer.acknowledgedAt", notNullValue())
        .body("transfer.externalRef", is("J2611-0042"));

    await().atMost(SOON).until(() -> said(known).size() == 3);
    assertThat(said(known))
        .extracting(TheLog.Entry::type)
        .containsExactly(
            "hotline.case.registered.v1",
            "hotline.case.transferred-out.v1",
            "hotline.case.transfer-acknowledged.v1");
    assertThat(new JsonPath(said(known).get(2).value()).getBoolean("late")).isTrue();
  }

  @Test
  void what_they_did_not_take_waits_for_screening_with_its_time_again() {
    Map<String, Object> form = form();
    form.put("urgency", "URGENT");
    Known known = registered(form);
    Instant first = due(known);
    act(Role.SCREENER, known, "refusal-proposals", 1, Map.of("reason", "NOT_TRUE")).statusCode(200);
    act(Role.SCREENER, known, "transfer", 0, Map.of("target", "其他城市", "externalRef", "WF-17"))
        .statusCode(200);
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id() + "/clocks")
        .then()
        .body("items[0].state", is("MET"));
    clock.forward(Duration.ofHours(2));
    act(Role.SHIFT_LEAD, known, "transfer-return", 0, Map.of("reason", " ")).statusCode(400);
    act(Role.SHIFT_LEAD, known, "transfer-return", 0, Map.of("reason", "对方称路段属本市，联系13900005678"))
        .statusCode(200)
        .body("status", is("REGISTERED"));
    track(known).body("steps.zh", hasItem("对方未接收，重新审核"));
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("transfer", nullValue())
        .body("transferDeclined.times", is(1))
        .body("transferDeclined.reason", not(containsString("13900005678")))
        .body("refusal.steps.kind", is(List.of("PROPOSED", "DROPPED")))
        .body("screening.missed", is(false));
    assertThat(due(known)).isAfter(first.plus(Duration.ofHours(1)));
    assertThat(count("timer WHERE key = '" + known.id() + "'")).isEqualTo(1);
    act(Role.SCREENER, known, "acceptance", 4, "{}").statusCode(200);
    act(Role.OPERATOR, known, "transfer", 0, TO_110).statusCode(409);
  }

  @Test
  void the_centre_hands_over_what_a_unit_handles_and_says_why_and_it_may_come_back() {
    Known known = accepted(form());
    OtherServices cg = new OtherServices("cg");
    log.say(known.id(), known.caseNo(), Source.DISPATCH, cg.dispatched());
    log.say(known.id(), known.caseNo(), Source.DISPATCH, cg.signed());
    awaitStatus(known, CaseStatus.HANDLING);
    Map<String, Object> petition =
        Map.of("target", "PETITION", "reason", "诉求人已就同一事项信访，联系13900005678");
    // Screening has decided: whoever screens hands it over no more.
    act(Role.OPERATOR, known, "transfer", 0, TO_110).statusCode(409);
    act(Role.DISPATCHER, known, "transfer-in-handling", 0, Map.of("target", "PETITION"))
        .statusCode(400)
        .body("violations[0].field", is("reason"));
    // Whoever takes a call hands over what is an emergency, and nothing else.
    act(Role.OPERATOR, known, "transfer-in-handling", 0, petition).statusCode(403);
    act(Role.SCREENER, known, "transfer-in-handling", 0, petition).statusCode(403);
    act(Role.DISPATCHER, known, "transfer-in-handling", 0, petition)
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    act(Role.SUPERVISOR, known, "transfer-in-handling", 0, petition).statusCode(409);
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("transfer.target", is("PETITION"))
        .body("transfer.reason", containsString("信访"))
        .body("transfer.reason", not(containsString("13900005678")));
    assertThat(tab("waiting").getList("items.caseId")).contains(known.id().toString());
    track(known)
        .body("status", is("TRANSFERRED_OUT"))
        .body("transfer.zh", is("信访部门"))
        .body("steps.zh", hasItem("已转交其他机构：信访部门"));

    // What the unit did at the same moment is true of its task and moves the case no more.
    log.say(known.id(), known.caseNo(), Source.DISPATCH, cg.replied());
    // Until dispatch has heard of it the unit still has its task.
    act(Role.SHIFT_LEAD, known, "transfer-return", 0, Map.of("reason", "不属信访事项"))
        .statusCode(409)
        .body("type", containsString("transfer-not-yet-heard"));
    log.say(known.id(), known.caseNo(), Source.DISPATCH, cg.cancelled());
    await()
        .untilAsserted(
            () ->
                act(Role.SHIFT_LEAD, known, "transfer-return", 0, Map.of("reason", "不属信访事项"))
                    .statusCode(200)
                    .body("status", is("REGISTERED")));
    act(Role.SCREENER, known, "acceptance", version(known), "{}").statusCode(200);
  }

  @Test
  void whoever_takes_the_call_hands_an_emergency_over_in_the_middle_of_its_handling() {
    Known known = accepted(form());
    Map<String, Object> gas =
        Map.of("target", "FIRE_119", "threePartyCall", true, "reason", "来电反映燃气泄漏");
    act(Role.SHIFT_LEAD, known, "transfer-in-handling", 0, gas)
        .statusCode(200)
        .body("status", is("TRANSFERRED_OUT"));
    act(Role.DISPATCHER, known, "transfer-acknowledgement", 0, "{}").statusCode(200);
  }

  @Test
  void what_is_screened_or_called_back_is_not_handed_over_by_the_dispatcher() {
    Known fresh = registered();
    Map<String, Object> form = Map.of("target", "PETITION", "reason", "属信访事项");
    act(Role.DISPATCHER, fresh, "transfer-in-handling", 0, form).statusCode(409);
    Known answered = accepted(form());
    OtherServices cg = new OtherServices("cg");
    log.say(answered.id(), answered.caseNo(), Source.DISPATCH, cg.dispatched());
    log.say(answered.id(), answered.caseNo(), Source.DISPATCH, cg.signed());
    log.say(answered.id(), answered.caseNo(), Source.DISPATCH, cg.replied());
    log.say(answered.id(), answered.caseNo(), Source.DISPATCH, cg.completed());
    awaitStatus(answered, CaseStatus.PENDING_CALLBACK);
    act(Role.DISPATCHER, answered, "transfer-in-handling", 0, form).statusCode(409);
  }

  private long version(Known known) {
    return as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .extract()
        .jsonPath()
        .getLong("version");
  }

  @Test
  void a_transfer_says_to_whom_when_and_whether_three_spoke() {
    Known known = registered();
    act(Role.OPERATOR, known, "transfer", 0, Map.of("target", "911"))
        .statusCode(400)
        .body("violations.field", is(List.of("target")));
    act(Role.OPERATOR, known, "transfer", 0, Map.of("target", "FIRE_119"))
        .statusCode(400)
        .body("violations[0].field", is("threePartyCall"));
    act(
            Role.OPERATOR,
            known,
            "transfer",
            0,
            Map.of("target", "MARKET_12315", "handedAt", "2099-01-01 09:00"))
        .statusCode(400)
        .body("violations[0].field", is("handedAt"));
    act(
            Role.OPERATOR,
            known,
            "transfer",
            0,
            Map.of("target", "MARKET_12315", "handedAt", "2001-01-01 09:00"))
        .statusCode(400)
        .body("violations[0].field", is("handedAt"));
    act(Role.OPERATOR, known, "transfer-acknowledgement", 0, "{}").statusCode(409);
    act(Role.OPERATOR, known, "transfer-return", 0, Map.of("reason", "x")).statusCode(409);
    as(Role.OPERATOR).get("/api/cases/transfers?tab=mine").then().statusCode(400);
  }

  @Test
  void the_list_pages_by_due_time_with_its_exact_count() {
    for (int i = 0; i < 3; i++) {
      act(Role.OPERATOR, registered(), "transfer", 0, TO_110).statusCode(200);
    }
    long count = tab("waiting").getLong("count");
    String cursor = null;
    Instant last = Instant.EPOCH;
    int seen = 0;
    do {
      JsonPath page =
          as(Role.SUPERVISOR)
              .get("/api/cases/transfers?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
              .jsonPath();
      for (Object due : page.getList("items.transfer.dueAt")) {
        assertThat(Instant.parse((String) due)).isAfterOrEqualTo(last);
        last = Instant.parse((String) due);
        seen++;
      }
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(seen).isEqualTo(count);
  }

  private static Instant due(Known known) {
    return Instant.parse(
        as(Role.SCREENER).get("/api/cases/" + known.id()).jsonPath().getString("screening.dueAt"));
  }

  private static JsonPath tab(String name) {
    return as(Role.OPERATOR).get("/api/cases/transfers?limit=200&tab=" + name).jsonPath();
  }

  private static io.restassured.response.ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }

  private List<TheLog.Entry> said(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id());
  }
}
