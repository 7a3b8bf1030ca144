package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the catalogue does not decide, a dispatcher does. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class DispatcherTest {

  @Inject OtherServices others;
  @Inject TheLog log;

  @Test
  void a_case_that_waits_is_in_the_queue_with_a_suggestion() {
    Known known = others.accepted(OtherServices.OTHER);
    Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");

    JsonPath queue =
        Desk.as(Role.DISPATCHER).get("/api/cases/pending?limit=200").then().extract().jsonPath();
    String item = "items.find { it.caseId == '" + known.caseId() + "' }";
    assertThat(queue.getString(item + ".suggestion.unitId")).isEqualTo("s370281001");
    assertThat(queue.getBoolean(item + ".suggestion.automatic")).isFalse();
    assertThat(queue.getString(item + ".placeName")).isEqualTo("胶州市阜安街道大同社区居民委员会");
    assertThat(queue.getString(item + ".title")).startsWith("诉求");
    assertThat(queue.getLong("count")).isEqualTo(queue.getList("items").size());
  }

  @Test
  void the_suggestion_follows_a_corrected_category_and_a_form_from_before_is_stale() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");

    others.corrected(known, CaseKind.HELP, Urgency.NORMAL, OtherServices.ROADS);

    String item = "items.find { it.caseId == '" + known.caseId() + "' }";
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        Desk.as(Role.DISPATCHER)
                            .get("/api/cases/pending?limit=200")
                            .then()
                            .extract()
                            .jsonPath()
                            .getString(item + ".suggestion.unitId"))
                    .isEqualTo("cg"));
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "zj", "reason", "涉及房屋"))
        .then()
        .statusCode(412);
    assertThat(Desk.caseOf(known.caseId()).getString("categoryCode"))
        .isEqualTo(OtherServices.ROADS);
  }

  @Test
  void a_dispatcher_sends_it_to_a_lead_and_co_handlers_and_the_lead_replies_last() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    Desk.dispatch(
            known.caseId(),
            version,
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj"), "reason", "涉及两家"))
        .then()
        .statusCode(201)
        .body("status", equalTo("DISPATCHED"))
        .body("assignments.size()", equalTo(2));

    JsonPath found = Desk.caseOf(known.caseId());
    UUID lead = Desk.awaitTask(known.caseId(), 1);
    UUID co = UUID.fromString(found.getString("assignments.find { it.role == 'CO' }.assignmentId"));
    assertThat(found.getString("routing.reason")).isEqualTo("涉及两家");
    assertThat(found.getBoolean("routing.automatic")).isFalse();
    Desk.sign(Desk.clerk(), lead, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), lead, 1).then().statusCode(200);
    Desk.reply(Desk.clerk(), lead, 2)
        .then()
        .statusCode(409)
        .body("code", equalTo("co-units-open"))
        .body("openCoUnits", equalTo(1));
    assertThat(Desk.task(lead).getList("replies")).isEmpty();
    Desk.handle(co, () -> Desk.clerk("zj", "/center/zj"));
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("HANDLING");
    Desk.reply(Desk.clerk(), lead, 2).then().statusCode(200);

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_REPLY_SUBMITTED);
    CaseDispatched dispatched = (CaseDispatched) facts.get(0).event();
    assertThat(dispatched.coUnitIds()).containsExactly("zj");
    assertThat(dispatched.ruleId()).isNull();
    assertThat(facts.get(0).envelope().actor()).isEqualTo("the-dispatcher");
  }

  @Test
  void a_direct_answer_comes_to_the_dispatcher_only_when_it_was_no_help() {
    Known known = others.answeredDirectly(OtherServices.ROADS);
    JsonPath answered = Desk.awaitStatus(known.caseId(), "ANSWERED_DIRECT");
    assertThat(answered.getString("answeredAt")).isNotNull();
    assertThat(answered.getString("acceptedAt")).isNull();
    assertThat(answered.getList("assignments")).isEmpty();
    assertThat(waiting(known)).isNull();

    others.answeredInVain(known);
    JsonPath found = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
    assertThat(found.getString("file.directAnswer")).isEqualTo("路面由养护公司每周巡查。");
    // What was answered in vain is read by somebody, also where a rule would have sent it.
    assertThat(found.getList("assignments")).isEmpty();
    assertThat(found.getString("suggestion.unitId")).isEqualTo("cg");
    assertThat(waiting(known)).isEqualTo(answered.getString("answeredAt"));

    Desk.dispatch(known.caseId(), found.getLong("version"), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201)
        .body("round", equalTo(1));
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Known other = others.accepted(OtherServices.ROADS);
    UUID ordinary = Desk.awaitTask(other.caseId(), 1);
    assertThat(limits(task)).as("the limits of a first round").isEqualTo(limits(ordinary));
    Desk.handle(task, Desk::clerk);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  /** When the centre answered it, of a case in the queue; null when it is not there. */
  private static String waiting(Known known) {
    return Desk.as(Role.DISPATCHER)
        .get("/api/cases/pending?limit=200")
        .then()
        .extract()
        .jsonPath()
        .getString("items.find { it.caseId == '" + known.caseId() + "' }?.answeredAt");
  }

  private static List<String> limits(UUID task) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/cases/" + Desk.task(task).getString("caseId") + "/clocks")
        .then()
        .extract()
        .jsonPath()
        .getList("items.findAll { it.unitId == 'cg' }.limit", String.class);
  }

  @Test
  void a_unit_that_does_not_exist_is_out_of_service_or_named_twice_is_refused() {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(waiting).getLong("version");
    Desk.command(Desk.as(Role.ORG_ADMIN), 0)
        .body(
            Map.of(
                "code", "closed-desk",
                "parentCode", "center",
                "nameZh", "停用单位",
                "nameEn", "Closed desk",
                "active", false))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                Desk.dispatch(
                        waiting,
                        version,
                        Map.of(
                            "leadUnitId",
                            "closed-desk",
                            "coUnitIds",
                            List.of("nobody", "closed-desk")))
                    .then()
                    .statusCode(400)
                    .body("violations.code", hasItem("inactive-unit"))
                    .body("violations.code", hasItem("unknown-unit"))
                    .body("violations.code", hasItem("named-twice"))
                    .body("violations.field", hasItem("coUnitIds[0]")));
    Desk.dispatch(waiting, version, Map.of())
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("leadUnitId"));
    assertThat(Desk.caseOf(waiting).getString("status")).isEqualTo("PENDING_DISPATCH");
  }

  @Test
  void the_unit_complained_about_gets_the_case_neither_by_rule_nor_by_hand() {
    Known known =
        others.accepted(OtherServices.STREET, CaseKind.COMPLAINT, Urgency.NORMAL, "d370281");
    JsonPath waiting = Desk.awaitWaiting(known.caseId());

    assertThat(waiting.getString("suggestion.unitId")).isNull();
    assertThat(waiting.getString("suggestion.explanation.last().zh")).contains("被反映单位");
    for (String unit : List.of("d370281", "s370281001")) {
      Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", unit))
          .then()
          .statusCode(409)
          .body("code", equalTo("respondent-unit"))
          .body("detail", containsString("不能承办"));
    }
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201)
        .body("suggestion", nullValue());
  }

  @Test
  void a_citizen_who_urges_does_not_make_the_dispatcher_start_again() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    others.say(known, new CaseUrged(1, Channel.PHONE));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Desk.caseOf(known.caseId()).getInt("urgeCount") == 1);

    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg")).then().statusCode(201);
  }

  @Test
  void two_dispatchers_cannot_both_send_it() {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(waiting).getLong("version");

    Desk.dispatch(waiting, version, Map.of("leadUnitId", "cg")).then().statusCode(201);
    Desk.dispatch(waiting, version, Map.of("leadUnitId", "zj"))
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
    Desk.dispatch(waiting, version + 1, Map.of("leadUnitId", "zj")).then().statusCode(409);
    assertThat(Desk.caseOf(waiting).getList("assignments")).hasSize(1);
  }

  @Test
  void a_route_is_explained_and_follows_a_new_rule_at_once() {
    String route = "/api/catalogue/route?categoryCode=130301&placeCode=370211001";
    Desk.as(Role.OPERATOR)
        .get(route)
        .then()
        .statusCode(200)
        .body("unitId", equalTo("ty"))
        .body("explanation[0].en", containsString("R-1303"));

    String first = saveRule("130301", "370211", "cg");
    assertThat(saveRule("130301", "370211", "district-of-place"))
        .startsWith("R-130301-370211-v")
        .isNotEqualTo(first);

    Desk.as(Role.OPERATOR).get(route).then().statusCode(200).body("unitId", equalTo("d370211"));
    Desk.as(Role.DISPATCHER)
        .get("/api/catalogue/route?categoryCode=77&placeCode=1")
        .then()
        .statusCode(400)
        .body("violations.size()", equalTo(2));
  }

  /** Returns the id of the rule. */
  private static String saveRule(String category, String place, String target) {
    return Desk.command(Desk.as(Role.CATALOGUE_ADMIN), 0)
        .body(
            Map.of(
                "categoryPrefix", category,
                "placePrefix", place,
                "target", target,
                "automatic", true))
        .post("/api/catalogue/rules")
        .then()
        .statusCode(201)
        .extract()
        .path("ruleId");
  }
}
