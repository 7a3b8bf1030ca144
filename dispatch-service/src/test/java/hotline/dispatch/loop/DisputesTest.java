package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.LimitRule;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CentreDuty;
import hotline.lifecycle.CentreMissed;
import hotline.lifecycle.DeadlineMissed;
import hotline.lifecycle.DisputeOpened;
import hotline.lifecycle.DisputeRuled;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Units that disagree whose duty a case is, and what the centre rules (会商、裁定). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class DisputesTest {

  private static final Map<String, String> RETURN =
      Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "《城市道路管理条例》第六条", "suggestedUnitId", "zj");
  private static final Map<String, Object> CROSSED =
      Map.of("ground", "CROSSED_DUTIES", "note", "请两局会商", "concernedUnitIds", List.of("zj"));
  private static final Map<String, String> NOT_OURS =
      Map.of("unitId", "zj", "stance", "NOT_OURS", "legalBasis", "权责清单第 12 条", "words", "属养护范围");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject TimeRulesInForce timeRules;
  @Inject DataSource database;

  @Test
  void a_case_that_is_returned_again_is_disputed_heard_and_ruled_to_another_unit()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    convene(task, no, Map.of("ground", "REPEATED_RETURNS", "concernedUnitIds", List.of("zj")))
        .then()
        .statusCode(409)
        .body("code", equalTo("too-few-returns"));
    Desk.decide(
            task,
            "return-requests",
            no,
            Map.of("decision", "REFUSE", "refusal", "WITHIN_DUTIES", "comment", "属于贵局职责"))
        .then()
        .statusCode(200);
    Instant replyDue = Instant.parse(Desk.task(task).getString("replyDue"));
    no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    clock.moveBy(Duration.ofMinutes(30));

    String id =
        convene(task, no, Map.of("ground", "REPEATED_RETURNS", "concernedUnitIds", List.of("zj")))
            .then()
            .statusCode(201)
            .body("returnsAsked", equalTo(2))
            .body("interim.unitId", equalTo("cg"))
            .body("state", equalTo("OPEN"))
            .extract()
            .path("disputeId");

    JsonPath held = Desk.task(task);
    assertThat(held.getString("status")).isEqualTo("IN_DISPUTE");
    assertThat(held.getString("requests[1].state")).isEqualTo("DISPUTED");
    requireReadableByOlderInstances(task, no);
    assertThat(held.getString("nextDeadline.kind")).isIn("SIGN", "CONTACT");
    assertThat(Instant.parse(held.getString("replyDue"))).isEqualTo(replyDue);
    assertThat(count("/api/assignments?tab=in-dispute&limit=200", Desk.clerk())).isPositive();
    Desk.decide(task, "return-requests", no, Map.of("decision", "GRANT"))
        .then()
        .statusCode(409)
        .body("code", equalTo("request-not-open"))
        .body("detail", containsString("会商"));

    // The unit that was convened has no task in the case: it reads the matter, not the case.
    RequestSpecification zj = zj();
    assertThat(
            zj.get("/api/disputes/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("mayStateFor", String.class))
        .containsExactly("zj");
    zj().get("/api/cases/" + known.caseId()).then().statusCode(404);
    Desk.clerk("jt", "/center/jt").get("/api/disputes/" + id).then().statusCode(404);
    state(zj(), id, NOT_OURS).then().statusCode(201).body("opinions", hasSize(1));
    state(Desk.clerk(), id, NOT_OURS).then().statusCode(403);
    state(
            Desk.clerk("jt", "/center/jt"),
            id,
            Map.of("unitId", "jt", "stance", "OURS", "legalBasis", "无"))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-concerned"));

    // Who is about to rule reads the opinion that arrived meanwhile first.
    rule(id, 0, Map.of("leadUnitId", "zj", "reason", "按权责清单")).then().statusCode(412);
    clock.moveBy(Duration.ofHours(1));
    rule(
            id,
            version(id),
            Map.of("leadUnitId", "zj", "coUnitIds", List.of("cg"), "reason", "按权责清单由住建局主办"))
        .then()
        .statusCode(200)
        .body("state", equalTo("RULED"))
        .body("ruling.kept", equalTo(false));

    JsonPath former = Desk.task(task);
    assertThat(former.getString("status")).isEqualTo("RECALLED");
    assertThat(former.getString("recall.reason")).isEqualTo("RULED");
    UUID next = Desk.openLead(known.caseId());
    JsonPath ruled = Desk.task(next);
    assertThat(ruled.getString("unitId")).isEqualTo("zj");
    assertThat(Instant.parse(ruled.getString("createdAt"))).isEqualTo(clock.instant());
    assertThat(ruled.getString("allowances.returning.whyNot.zh")).contains("第 1 次会商");
    Desk.ask(zj(), next, "return-requests", ruled.getLong("version"), RETURN)
        .then()
        .statusCode(409)
        .body("code", equalTo("ruled-to-handle"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(types(known))
                    .endsWith(
                        EventType.DISPUTE_OPENED,
                        EventType.DISPUTE_OPINION_STATED,
                        EventType.DISPUTE_RULED,
                        EventType.ASSIGNMENT_RECALLED,
                        EventType.CASE_DISPATCHED,
                        EventType.ASSIGNMENT_CREATED,
                        EventType.ASSIGNMENT_CREATED));
    assertWithoutGap(known);
    assertThat(only(known, EventType.DISPUTE_OPENED))
        .isInstanceOfSatisfying(
            DisputeOpened.class,
            opened -> {
              assertThat(opened.concernedUnitIds()).containsExactly("cg", "zj");
              assertThat(opened.returnsAsked()).isEqualTo(2);
            });
    assertThat(only(known, EventType.DISPUTE_RULED))
        .isInstanceOfSatisfying(
            DisputeRuled.class, fact -> assertThat(fact.opinions()).isEqualTo(1));
  }

  @Test
  void a_ruling_for_the_unit_that_acted_first_lets_it_go_on_and_adds_the_co_handlers() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String id = disputed(task);
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    assertThat(Desk.task(task).getString("status")).isEqualTo("IN_DISPUTE");

    rule(
            id,
            version(id),
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj"), "reason", "道路养护归城管"))
        .then()
        .statusCode(200)
        .body("ruling.kept", equalTo(true));

    assertThat(Desk.openLead(known.caseId())).isEqualTo(task);
    assertThat(Desk.task(task).getString("status")).isEqualTo("CONTACTED");
    assertThat(
            Desk.caseOf(known.caseId())
                .getList(
                    "assignments.findAll { it.role == 'CO' && it.endedAt == null }.unitId",
                    String.class))
        .containsExactly("zj");
    Desk.ask(Desk.clerk(), task, "return-requests", Desk.version(task), RETURN)
        .then()
        .statusCode(409)
        .body("code", equalTo("ruled-to-handle"));
    // It binds in later rounds as well.
    Desk.handle(openCo(known), DisputesTest::zj);
    Desk.reply(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    others.closed(known);
    others.say(
        known,
        new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, clock.instant()));
    UUID second = Desk.awaitTask(known.caseId(), 2);
    Desk.ask(Desk.clerk(), second, "return-requests", Desk.version(second), RETURN)
        .then()
        .statusCode(409)
        .body("code", equalTo("ruled-to-handle"));
    assertWithoutGap(known);
  }

  @Test
  void a_reply_in_a_dispute_ends_it_and_nothing_is_left_to_rule() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String id = disputed(task);
    Desk.reply(Desk.clerk(), task, Desk.version(task))
        .then()
        .statusCode(409)
        .body("detail", containsString("请先签收"));

    Desk.replied(task, Desk::clerk);

    assertThat(Desk.task(task).getString("status")).isEqualTo("REPLY_SUBMITTED");
    assertEnded(id, "REPLIED");
    rule(id, version(id), Map.of("leadUnitId", "zj", "reason", "按权责清单"))
        .then()
        .statusCode(409)
        .body("code", equalTo("dispute-over"));
    state(zj(), id, NOT_OURS).then().statusCode(409).body("code", equalTo("dispute-over"));
    // A rejected reply is the unit's own again, in no dispute.
    Desk.review(task, Desk.version(task), Map.of("decision", "REJECT", "reason", "OFF_TOPIC"))
        .then()
        .statusCode(200)
        .body("status", equalTo("REPLY_REJECTED"));
  }

  @Test
  void a_withdrawal_or_a_recall_ends_the_dispute() {
    Known withdrawn = others.accepted(OtherServices.ROADS);
    UUID one = Desk.awaitTask(withdrawn.caseId(), 1);
    String first = disputed(one);
    Known recalled = others.accepted(OtherServices.ROADS);
    UUID other = Desk.awaitTask(recalled.caseId(), 1);
    String second = disputed(other);

    others.withdrawn(withdrawn);
    Desk.awaitStatus(withdrawn.caseId(), "WITHDRAWN");
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            other,
            "recall",
            Desk.version(other),
            Map.of("reason", "RULED"))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("not-by-hand"));
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            other,
            "recall",
            Desk.version(other),
            Map.of("reason", "MISROUTED", "toUnitId", "zj"))
        .then()
        .statusCode(200);

    assertThat(Desk.task(one).getString("status")).isEqualTo("CANCELLED");
    assertEnded(first, "CANCELLED");
    assertEnded(second, "RECALLED");
    assertThat(Desk.task(Desk.openLead(recalled.caseId())).getString("unitId")).isEqualTo("zj");
  }

  @Test
  void after_one_dispute_another_unit_may_ask_again_and_a_second_ruling_stands_in_its_place() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String first = disputed(task);
    rule(first, version(first), Map.of("leadUnitId", "cg", "reason", "道路养护归城管"))
        .then()
        .statusCode(200);
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "DUTY_CHANGED", "toUnitId", "zj"))
        .then()
        .statusCode(200);
    UUID next = Desk.openLead(known.caseId());
    int no =
        Desk.asked(
            zj(), next, "return-requests", Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "权责清单"));

    String second =
        convene(
                next,
                no,
                Map.of("ground", "REPEATED_RETURNS", "concernedUnitIds", List.of("cg", "jt")))
            .then()
            .statusCode(201)
            .body("disputeNo", equalTo(2))
            .extract()
            .path("disputeId");
    rule(second, version(second), Map.of("leadUnitId", "jt", "reason", "属交通设施"))
        .then()
        .statusCode(200);

    JsonPath ofCase =
        Desk.as(Role.DISPATCHER).get("/api/cases/" + known.caseId() + "/disputes").jsonPath();
    assertThat(ofCase.getList("items.disputeNo", Integer.class)).containsExactly(1, 2);
    assertThat(ofCase.getList("items.state", String.class)).containsExactly("RULED", "RULED");
    UUID last = Desk.openLead(known.caseId());
    assertThat(Desk.task(last).getString("allowances.returning.whyNot.zh")).contains("第 2 次会商");
    assertWithoutGap(known);
  }

  @Test
  void neither_who_is_complained_about_is_convened_nor_ruled() {
    Known known = others.accepted(OtherServices.ROADS, CaseKind.COMPLAINT, Urgency.NORMAL, "zj");
    UUID task = Desk.awaitTask(known.caseId(), 1);
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    convene(task, no, CROSSED).then().statusCode(409).body("code", equalTo("respondent-unit"));
    String id =
        convene(task, no, Map.of("ground", "CROSSED_DUTIES", "concernedUnitIds", List.of("jt")))
            .then()
            .statusCode(201)
            .extract()
            .path("disputeId");

    rule(id, version(id), Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj"), "reason", "共同职责"))
        .then()
        .statusCode(409)
        .body("code", equalTo("respondent-unit"));
    assertThat(Desk.task(task).getString("status")).isEqualTo("IN_DISPUTE");
  }

  @Test
  void a_ruling_may_become_the_rule_of_the_category_and_is_a_precedent_for_the_next_case() {
    Known known = others.accepted(OtherServices.OTHER);
    UUID task = dispatched(known, "cg");
    String id = disputed(task);
    rule(
            id,
            version(id),
            Map.of("leadUnitId", "jt", "reason", "属交通设施", "rule", "CATEGORY_AND_DISTRICT"))
        .then()
        .statusCode(200)
        .body("ruling.ruleId", containsString(OtherServices.OTHER));

    JsonPath route =
        Desk.as(Role.DISPATCHER)
            .get(
                "/api/catalogue/route?categoryCode=" + OtherServices.OTHER + "&placeCode=370281001")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(route.getString("unitId")).isEqualTo("jt");
    assertThat(route.getBoolean("automatic")).isFalse();
    Known next = others.accepted(OtherServices.OTHER);
    UUID later = dispatched(next, "cg");
    JsonPath seen =
        Desk.clerk()
            .get("/api/cases/" + next.caseId() + "/disputes")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(seen.getList("items")).isEmpty();
    assertThat(seen.getBoolean("rulingRenews")).isTrue();
    assertThat(seen.getList("precedents.lead.unitId", String.class)).contains("jt");
    assertThat(seen.getString("precedents.find { it.disputeId == '" + id + "' }.reason"))
        .isEqualTo("属交通设施");
    assertThat(seen.getBoolean("precedents.find { it.disputeId == '" + id + "' }.sameDistrict"))
        .isTrue();
    assertThat(later).isNotNull();
    // For the other tests: the street again.
    Desk.command(Desk.as(Role.CATALOGUE_ADMIN), 0)
        .body(
            Map.of(
                "categoryPrefix",
                OtherServices.OTHER,
                "placePrefix",
                "370281",
                "target",
                "street-of-place",
                "automatic",
                false))
        .post("/api/catalogue/rules")
        .then()
        .statusCode(201);
  }

  @Test
  void the_clocks_of_who_acts_first_run_out_and_a_ruling_that_is_late_is_seen() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    String id = disputed(task);
    Instant opened = clock.instant();
    Instant due =
        DueTime.compute(
            ClockTerms.of(opened, LimitRule.of(Limit.parse("2wd"))),
            timeRules.current().calendar());
    assertThat(Instant.parse(dispute(id).getString("dueAt"))).isEqualTo(due);
    assertThat(dispute(id).getString("light")).isIn("GREEN", "YELLOW");

    // The lists know the moment to the second.
    clock.moveBy(Duration.between(opened, due).plusMinutes(2));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(known, EventType.CENTRE_MISSED))
                    .singleElement()
                    .isInstanceOfSatisfying(
                        CentreMissed.class,
                        missed -> {
                          assertThat(missed.duty()).isEqualTo(CentreDuty.RULING);
                          assertThat(missed.dueAt()).isEqualTo(due);
                        }));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(said(known, EventType.DEADLINE_MISSED))
                    .extracting(event -> ((DeadlineMissed) event).deadline().name())
                    .contains("SIGN", "CONTACT"));
    assertThat(dispute(id).getBoolean("late")).isTrue();
    for (String tab : List.of("open", "overdue")) {
      JsonPath page = Desk.as(Role.SUPERVISOR).get("/api/disputes?limit=200&tab=" + tab).jsonPath();
      assertThat(page.getList("items.disputeId", String.class)).contains(id);
      assertThat(page.getInt("counts." + tab)).isEqualTo(page.getList("items").size());
    }
    JsonPath board =
        Desk.as(Role.SUPERVISOR)
            .get("/api/supervision/board?concern=late-ruling&limit=200")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(board.getList("items.caseId", String.class)).contains(known.caseId().toString());
    JsonPath clocks =
        Desk.as(Role.SUPERVISOR).get("/api/cases/" + known.caseId() + "/clocks").jsonPath();
    assertThat(clocks.getString("items.find { it.kind == 'RULING' }.state")).isEqualTo("RUNNING");
    assertThat(clocks.getBoolean("items.find { it.kind == 'RULING' }.late")).isTrue();
    long before =
        Desk.as(Role.SUPERVISOR).get("/api/disputes/ruling-times").jsonPath().getLong("ruled");
    rule(id, version(id), Map.of("leadUnitId", "cg", "reason", "道路养护归城管")).then().statusCode(200);
    JsonPath times =
        Desk.as(Role.SUPERVISOR)
            .get("/api/disputes/ruling-times")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(times.getLong("ruled")).isEqualTo(before + 1);
    assertThat(times.getLong("meanWorkMinutes")).isPositive();
    Desk.clerk().get("/api/disputes/ruling-times").then().statusCode(403);
    assertThat(
            Desk.as(Role.SUPERVISOR)
                .get("/api/cases/" + known.caseId() + "/clocks")
                .jsonPath()
                .getString("items.find { it.kind == 'RULING' }.state"))
        .isEqualTo("MET");
  }

  @Test
  void of_a_grant_and_a_dispute_at_once_one_is_true() throws Exception {
    for (int i = 0; i < 5; i++) {
      Known known = others.accepted(OtherServices.ROADS);
      UUID task = Desk.awaitTask(known.caseId(), 1);
      int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
      long version = Desk.version(task);

      List<Integer> answers =
          atOnce(
              () ->
                  Desk.command(Desk.as(Role.DISPATCHER), version)
                      .body(Map.of("decision", "GRANT", "toUnitId", "zj"))
                      .post("/api/assignments/" + task + "/return-requests/" + no + "/decision")
                      .statusCode(),
              () ->
                  Desk.command(Desk.as(Role.DISPATCHER), version)
                      .body(CROSSED)
                      .post("/api/assignments/" + task + "/return-requests/" + no + "/dispute")
                      .statusCode());

      assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
      assertThat(answers).filteredOn(status -> status >= 300).containsExactly(412);
      assertWithoutGap(known);
    }
  }

  @Test
  void an_opinion_stays_as_it_was_stated() throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    String id = disputed(Desk.awaitTask(known.caseId(), 1));
    state(zj(), id, NOT_OURS).then().statusCode(201);

    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      Assertions.assertThatThrownBy(
              () ->
                  sql.executeUpdate(
                      "update dispute_opinion set words = '改' where dispute_id = '" + id + "'"))
          .hasMessageContaining("neither changed nor deleted");
    }
  }

  @Test
  void a_bad_form_is_told_all_that_is_wrong_with_it() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    convene(task, no, Map.of())
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("ground", "concernedUnitIds"));
    convene(task, no, Map.of("ground", "CROSSED_DUTIES", "concernedUnitIds", List.of("cg")))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("only-itself"));
    String id = convene(task, no, CROSSED).then().statusCode(201).extract().path("disputeId");
    state(zj(), id, Map.of("unitId", "zj"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("stance", "legalBasis"));
    rule(id, version(id), Map.of("leadUnitId", "zj"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("reason"));
  }

  private UUID dispatched(Known known, String unit) {
    JsonPath waiting = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", unit))
        .then()
        .statusCode(201);
    return Desk.awaitTask(known.caseId(), 1);
  }

  private static UUID openCo(Known known) {
    return UUID.fromString(
        Desk.caseOf(known.caseId())
            .getString("assignments.find { it.role == 'CO' && it.endedAt == null }.assignmentId"));
  }

  /** A dispute about crossed duties in place of the task's first return. */
  private static String disputed(UUID task) {
    int no = Desk.asked(Desk.clerk(), task, "return-requests", RETURN);
    return convene(task, no, CROSSED).then().statusCode(201).extract().path("disputeId");
  }

  /** They know neither the state of the request nor since when it is disputed. */
  private void requireReadableByOlderInstances(UUID task, int no) throws SQLException {
    String one = " where assignment_id = '" + task + "'";
    try (Connection older = database.getConnection();
        Statement sql = older.createStatement()) {
      older.setAutoCommit(false);
      try (ResultSet row =
          sql.executeQuery("select state from unit_request" + one + " and request_no = " + no)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("LAPSED");
      }
      assertThat(
              sql.executeUpdate(
                  "update assignment set status = 'CANCELLED', stood_at = null, ended_at = now()"
                      + one))
          .isOne();
      older.rollback();
    }
  }

  private static Response convene(UUID task, int requestNo, Map<String, ?> entry) {
    return Desk.command(Desk.as(Role.DISPATCHER), Desk.version(task))
        .body(entry)
        .post("/api/assignments/" + task + "/return-requests/" + requestNo + "/dispute");
  }

  private static Response state(RequestSpecification who, String dispute, Map<String, ?> entry) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(entry)
        .post("/api/disputes/" + dispute + "/opinions");
  }

  private static Response rule(String dispute, long version, Map<String, ?> entry) {
    return Desk.command(Desk.as(Role.DISPATCHER), version)
        .body(entry)
        .post("/api/disputes/" + dispute + "/ruling");
  }

  private static JsonPath dispute(String id) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/disputes/" + id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long version(String id) {
    return dispute(id).getLong("version");
  }

  private static void assertEnded(String id, String ending) {
    assertThat(dispute(id).getString("state")).isEqualTo("ENDED");
    assertThat(dispute(id).getString("ending")).isEqualTo(ending);
  }

  private static int count(String path, RequestSpecification who) {
    JsonPath page = who.get(path).then().statusCode(200).extract().jsonPath();
    assertThat(page.getInt("count")).isEqualTo(page.getList("items").size());
    return page.getInt("count");
  }

  private static RequestSpecification zj() {
    return Desk.clerk("zj", "/center/zj");
  }

  /** Without the warning that a clock turns yellow: a timer says it whenever it comes by. */
  private List<EventType> types(Known known) {
    return log.factsOf(known.caseId()).stream()
        .map(fact -> fact.event().type())
        .filter(type -> type != EventType.DEADLINE_APPROACHING)
        .toList();
  }

  private List<LifecycleEvent> said(Known known, EventType type) {
    return log.factsOf(known.caseId()).stream()
        .map(Fact::event)
        .filter(event -> event.type() == type)
        .toList();
  }

  private LifecycleEvent only(Known known, EventType type) {
    List<LifecycleEvent> said = said(known, type);
    assertThat(said).hasSize(1);
    return said.get(0);
  }

  private void assertWithoutGap(Known known) {
    List<Fact> facts = log.factsOf(known.caseId());
    assertThat(facts)
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, facts.size()).boxed().toList());
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : pool.invokeAll(List.of(one, other))) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }
}
