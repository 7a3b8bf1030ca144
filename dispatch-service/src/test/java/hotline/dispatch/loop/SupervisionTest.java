package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseEscalated;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseMarked;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ScreeningApproaching;
import hotline.lifecycle.ScreeningMissed;
import hotline.lifecycle.SupervisionClosed;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionOpened;
import hotline.lifecycle.SupervisionUrged;
import hotline.lifecycle.UrgeForm;
import hotline.lifecycle.Urgency;
import hotline.relay.TimerHandler;
import hotline.relay.TimerRunner;
import hotline.relay.Timers;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Somebody supervises (有人监督): the board, urges, orders and escalations. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class SupervisionTest {

  // Units that only this test sends cases to.
  private static final String CULTURE = "130101";
  private static final String LAND = "140101";
  private static final String TAX = "150201";

  private static final List<String> LISTS =
      List.of(
          "all",
          "overdue",
          "unsigned",
          "due-today",
          "forecast",
          "urged",
          "repeated",
          "failed-rounds",
          "late-dispatch",
          "late-review",
          "supervised",
          "escalated",
          "repeated-request");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;
  @Inject JtaTransactions transactions;
  @Inject Timers timers;
  @Inject TimerHandler handler;

  @ConfigProperty(name = "test.postgres.log")
  String postgresLog;

  @Test
  void every_number_of_the_board_is_the_number_of_rows_behind_it_oldest_first() {
    List<Known> cases = new ArrayList<>();
    List<UUID> tasks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      cases.add(others.accepted(CULTURE));
      tasks.add(Desk.awaitTask(cases.get(i).caseId(), 1));
      clock.moveBy(Duration.ofSeconds(1));
    }
    others.say(cases.get(1), new CaseUrged(1, Channel.PHONE));
    others.say(cases.get(1), new CaseUrged(2, Channel.PHONE));
    others.say(cases.get(1), new CaseUrged(3, Channel.PHONE));
    Desk.sign(clerk("wl"), tasks.get(2), 0).then().statusCode(200);
    Desk.replied(tasks.get(3), () -> clerk("wl"));
    Desk.handle(tasks.get(4), () -> clerk("wl"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Desk.caseOf(cases.get(1).caseId()).getInt("urgeCount") == 3);

    JsonPath fresh = board("all", "wl", null, 50);
    assertThat(fresh.getLong("counts.unsigned")).isEqualTo(2);
    assertThat(fresh.getLong("counts.repeated")).isEqualTo(1);
    assertThat(fresh.getLong("counts.overdue")).isZero();
    everyListIsItsNumber("wl");

    // Long enough also across the longest holiday.
    clock.moveBy(Duration.ofDays(20));
    // The rules have looked as well: three are overdue, one waits for its review.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonPath looked = board("all", "wl", null, 1);
              assertThat(looked.getLong("counts.escalated")).isEqualTo(4);
              assertThat(looked.getLong("counts.supervised")).isEqualTo(3);
            });
    JsonPath late = board("overdue", "wl", null, 50);
    assertThat(late.getList("items.caseNo"))
        .containsExactly(cases.get(0).caseNo(), cases.get(1).caseNo(), cases.get(2).caseNo());
    assertThat(board("late-review", "wl", null, 50).getList("items.caseNo"))
        .containsExactly(cases.get(3).caseNo());
    everyListIsItsNumber("wl");

    // Who has it now and since when, on every level.
    assertThat(late.getString("items[0].holder.level")).isEqualTo("UNIT");
    assertThat(late.getString("items[0].holder.unitName")).isEqualTo("文化和旅游局");
    assertThat(late.getLong("items[0].holder.workMinutes")).isGreaterThan(2_000);
    assertThat(late.getBoolean("items[0].nextDeadline.overdue")).isTrue();
    assertThat(late.getList("items[1].concerns")).contains("OVERDUE", "UNSIGNED", "REPEATED");
    assertThat(board("late-review", "wl", null, 50).getString("items[0].holder.level"))
        .isEqualTo("REVIEWER");
  }

  @Test
  void a_case_that_the_centre_leaves_lying_is_on_the_centres_list() {
    Known known = others.accepted(OtherServices.OTHER);
    Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
    assertThat(lists(known)).isEmpty();

    clock.moveBy(Duration.ofDays(4));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(lists(known)).containsExactly("LATE_DISPATCH", "ESCALATED"));
    CaseEscalated event = (CaseEscalated) escalations(known).get(0).event();
    assertThat(event.ruleId()).isEqualTo("E-UNDISPATCHED");
    assertThat(event.fromUnitId()).isNull();
    assertThat(event.toUnitId()).isEqualTo("center");
  }

  @Test
  void what_waits_for_screening_is_on_the_red_list_when_it_is_late_marked_or_urged() {
    Known known = others.newCase();
    others.registered(known, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    Desk.awaitStatus(known.caseId(), "REGISTERED");
    assertThat(lists(known)).isEmpty();

    others.say(known, new ScreeningApproaching(clock.instant()));
    others.say(known, new ScreeningMissed(clock.instant()));
    others.say(known, new CaseMarked(List.of(), List.of(CaseMark.MASS)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lists(known)).containsExactly("MASS", "LATE_SCREENING"));
    JsonPath late = board("late-screening", null, null, 50);
    String row = "items.find { it.caseNo == '" + known.caseNo() + "' }.";
    assertThat(late.getString(row + "holder.level")).isEqualTo("SCREENER");
    assertThat(late.getString(row + "registeredAt")).isNotNull();
    assertThat(late.getString(row + "acceptedAt")).isNull();

    // Accepted, the fault stays in the log and the case goes on.
    others.accept(known, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lists(known)).containsExactly("MASS"));
  }

  @Test
  void what_the_centre_answered_stays_on_the_red_list_for_its_marks_and_the_answer_ends_an_urge() {
    Known known = others.answeredDirectly(OtherServices.OTHER);
    Desk.awaitStatus(known.caseId(), "ANSWERED_DIRECT");
    others.say(known, new CaseUrged(1, Channel.PHONE));
    others.say(known, new CaseMarked(List.of(), List.of(CaseMark.SENSITIVE)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lists(known)).containsExactly("SENSITIVE"));
    String row = "items.find { it.caseNo == '" + known.caseNo() + "' }.";
    assertThat(board("sensitive", null, null, 50).getString(row + "holder.level"))
        .isEqualTo("CALLBACK");
  }

  @Test
  void what_the_centre_marks_as_mass_or_sensitive_is_on_the_red_list_until_the_mark_goes() {
    Known known = others.accepted(OtherServices.OTHER);
    Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");

    others.say(
        known,
        new CaseMarked(List.of(), List.of(CaseMark.MASS, CaseMark.SENSITIVE, CaseMark.HARD)));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(lists(known)).containsExactly("MASS", "SENSITIVE"));

    others.say(known, new CaseMarked(List.of(CaseMark.MASS, CaseMark.SENSITIVE), List.of()));
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(lists(known)).isEmpty());
  }

  @Test
  void a_unit_that_gets_a_case_late_is_looked_after_by_its_own_time() {
    Known known = others.accepted(OtherServices.OTHER, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID caseId = known.caseId();
    Desk.awaitStatus(caseId, "PENDING_DISPATCH");
    // The centre was too slow: that was said, and no other step is known at present.
    clock.moveBy(Duration.ofMinutes(31));
    awaitTiers(known, "E-UNDISPATCHED-CRITICAL 1");

    Desk.dispatch(caseId, Desk.caseOf(caseId).getLong("version"), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201);
    clock.moveBy(Duration.ofMinutes(29));
    assertThat(tiers(known)).hasSize(1);
    clock.moveBy(Duration.ofMinutes(2));

    awaitTiers(known, "E-UNSIGNED-CRITICAL 1");
  }

  private void awaitTiers(Known known, String tier) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(tiers(known)).contains(tier));
  }

  @Test
  void the_board_takes_three_statements_however_many_rows_it_shows() throws IOException {
    for (int i = 0; i < 4; i++) {
      Desk.awaitTask(others.accepted(TAX).caseId(), 1);
    }
    board("all", "ss", null, 50);

    for (int rows : List.of(1, 4)) {
      long before = Files.size(Path.of(postgresLog));
      assertThat(board("all", "ss", null, rows).getList("items")).hasSize(rows);
      byte[] written = Files.readAllBytes(Path.of(postgresLog));
      assertThat(
              new String(written, (int) before, written.length - (int) before)
                  .lines()
                  .filter(line -> line.contains("execute") && !line.contains("for update"))
                  // The look for due times to be computed anew runs beside it.
                  .filter(line -> !line.contains("reckoning <"))
                  .filter(
                      line ->
                          line.contains(" handled_case ") || line.contains(" from assignment ")))
          .as("%d rows", rows)
          .hasSize(3);
    }
  }

  @Test
  void the_board_is_for_supervisors_and_leaders() {
    for (Role role : Role.values()) {
      int status = Desk.as(role).get("/api/supervision/board").statusCode();
      assertThat(status)
          .as(role.name())
          .isEqualTo(role == Role.SUPERVISOR || role == Role.LEADER ? 200 : 403);
    }
    Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/board?concern=rumours")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-value"));
  }

  @Test
  void an_urge_reaches_the_unit_once_in_its_time_and_spoils_nobodys_form() {
    Known known = others.accepted(LAND);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    long version = Desk.caseOf(known.caseId()).getLong("version");

    urge(known, Map.of("form", "WRITTEN", "words", "请今日内联系诉求人。"))
        .then()
        .statusCode(201)
        .body("urgeNo", equalTo(1))
        .body("paperNo", matchesPattern("CB20\\d\\d-\\d{4}"));
    urge(known, Map.of("words", "再催一次"))
        .then()
        .statusCode(409)
        .body("code", equalTo("urged-recently"))
        .body("nextUrgeAt", notNullValue());

    assertThat(Desk.caseOf(known.caseId()).getLong("version")).isEqualTo(version);
    assertThat(Desk.task(task).getInt("centreUrgeCount")).isEqualTo(1);
    SupervisionUrged fact =
        (SupervisionUrged) last(log.awaitLast(known.caseId(), EventType.SUPERVISION_URGED)).event();
    assertThat(fact).isEqualTo(new SupervisionUrged(1, UrgeForm.WRITTEN, "zr"));
    clerk("zr")
        .get("/api/supervision/cases/" + known.caseId())
        .then()
        .statusCode(200)
        .body("urges[0].words", equalTo("请今日内联系诉求人。"));
    clerk("wl").get("/api/supervision/cases/" + known.caseId()).then().statusCode(404);

    clock.moveBy(Duration.ofHours(4));
    urge(known, Map.of("words", "再催一次")).then().statusCode(201).body("urgeNo", equalTo(2));
  }

  @Test
  void many_are_urged_with_their_own_words_and_each_is_judged_by_itself() {
    Known one = others.accepted(LAND);
    Known other = others.accepted(LAND);
    Known over = others.accepted(LAND);
    Desk.awaitTask(one.caseId(), 1);
    Desk.awaitTask(other.caseId(), 1);
    Desk.awaitTask(over.caseId(), 1);
    others.withdrawn(over);
    Desk.awaitStatus(over.caseId(), "WITHDRAWN");

    command()
        .body(
            Map.of(
                "items",
                List.of(
                    Map.of("caseId", one.caseId(), "words", "第一件"),
                    Map.of("caseId", over.caseId(), "words", "已撤诉"),
                    Map.of("caseId", other.caseId(), "words", "第二件"))))
        .post("/api/supervision/urges")
        .then()
        .statusCode(200)
        .body("items[0].urgeNo", equalTo(1))
        .body("items[1].refusal.code", equalTo("illegal-move"))
        .body("items[1].refusal.zh", notNullValue())
        .body("items[2].urgeNo", equalTo(1));
    for (Known known : List.of(one, other)) {
      assertThat(log.awaitLast(known.caseId(), EventType.SUPERVISION_URGED))
          .filteredOn(fact -> fact.event() instanceof SupervisionUrged)
          .hasSize(1);
    }
    command()
        .body(Map.of("items", List.of(Map.of("words", " "))))
        .post("/api/supervision/urges")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("items[0].caseId"))
        .body("violations.field", hasItem("items[0].words"));
  }

  @Test
  void an_order_is_answered_sent_back_answered_and_accepted_and_every_word_stays()
      throws SQLException {
    Known known = others.accepted(LAND);
    Desk.awaitTask(known.caseId(), 1);
    long version = Desk.caseOf(known.caseId()).getLong("version");
    open(known, version + 7, "YELLOW_CARD").then().statusCode(412);
    String id =
        open(known, version, "YELLOW_CARD")
            .then()
            .statusCode(201)
            .body("orderNo", matchesPattern("DB20\\d\\d-\\d{4}"))
            .extract()
            .path("orderId");
    open(known, version, "YELLOW_CARD")
        .then()
        .statusCode(409)
        .body("code", equalTo("order-open-already"));
    open(known, version, "RED_CARD", "wl")
        .then()
        .statusCode(409)
        .body("code", equalTo("no-unit-to-supervise"));

    answer(clerk("wl"), id, 0, "不是我单位").then().statusCode(403);
    judge(id, 0, Map.of("accepted", true))
        .then()
        .statusCode(409)
        .body("orderStatus", equalTo("ISSUED"));
    answer(clerk("zr"), id, 0, "已安排人员").then().statusCode(200).body("status", equalTo("ANSWERED"));
    answer(clerk("zr"), id, 1, "补充").then().statusCode(409);
    Desk.command(Desk.as("clerk-of-zr", Role.SUPERVISOR, "center", "/center"), 1)
        .body(Map.of("accepted", true))
        .post("/api/supervision/orders/" + id + "/judgements")
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));
    judge(id, 1, Map.of("accepted", false))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("remark"));
    judge(id, 1, Map.of("accepted", false, "remark", "没有整改结果")).then().statusCode(200);
    answer(clerk("zr"), id, 2, "已整改完毕").then().statusCode(200);
    judge(id, 3, Map.of("accepted", true)).then().statusCode(200).body("status", equalTo("CLOSED"));

    SupervisionClosed closed =
        (SupervisionClosed)
            last(log.awaitLast(known.caseId(), EventType.SUPERVISION_CLOSED)).event();
    assertThat(closed.late()).isFalse();
    assertThat(closed.answerNo()).isEqualTo(2);
    JsonPath told =
        clerk("zr").get("/api/supervision/cases/" + known.caseId()).then().extract().jsonPath();
    assertThat(told.getList("orders[0].rectifications.words")).containsExactly("已安排人员", "已整改完毕");
    assertThat(told.getString("orders[0].rectifications[0].remark")).isEqualTo("没有整改结果");
    assertThat(Desk.caseOf(known.caseId()).getLong("version")).isEqualTo(version);

    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of(
              "update supervision_answer set words = 'x' where order_id = '" + id + "'",
              "delete from supervision_answer where order_id = '" + id + "'")) {
        assertThatThrownBy(() -> sql.executeUpdate(change)).hasMessageContaining("not");
      }
    }
  }

  @Test
  void a_rectification_that_is_late_is_said_once_and_counted_for_its_unit() {
    Known known = others.accepted(LAND);
    Desk.awaitTask(known.caseId(), 1);
    String id =
        open(known, Desk.caseOf(known.caseId()).getLong("version"), "RED_CARD")
            .then()
            .statusCode(201)
            .extract()
            .path("orderId");
    assertThat(overdueOrders()).doesNotContain(id);

    clock.moveBy(Duration.ofDays(5));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(log.factsOf(known.caseId()))
                    .filteredOn(fact -> fact.event().type() == EventType.SUPERVISION_OVERDUE)
                    .isNotEmpty());
    assertThat(overdueOrders()).contains(id);
    // The clock that ran out did not make the report stale that was being written.
    answer(clerk("zr"), id, 0, "已整改").then().statusCode(200);
    // Facts about the unit go on after the case has ended.
    others.withdrawn(known);
    Desk.awaitStatus(known.caseId(), "WITHDRAWN");
    judge(id, 1, Map.of("accepted", true)).then().statusCode(200);
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.SUPERVISION_CLOSED);
    assertThat(facts)
        .filteredOn(fact -> fact.event().type() == EventType.SUPERVISION_OVERDUE)
        .hasSize(1);
    assertThat(((SupervisionClosed) last(facts).event()).late()).isTrue();

    JsonPath cards =
        Desk.as(Role.LEADER)
            .get("/api/supervision/cards?from=2026-11-01&to=2027-12-31")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(cards.getLong("items.find { it.unitId == 'zr' }.red")).isEqualTo(1);
    assertThat(cards.getLong("items.find { it.unitId == 'zr' }.missed")).isGreaterThanOrEqualTo(1);
    Desk.as(Role.LEADER).get("/api/supervision/cards?from=soon").then().statusCode(400);
  }

  @Test
  void a_silent_case_climbs_tier_by_tier_once_each_however_many_instances_look() throws Exception {
    Known known = others.accepted(OtherServices.STREET, CaseKind.HELP, Urgency.NORMAL, null);
    Desk.awaitTask(known.caseId(), 1);
    ExecutorService instances = Executors.newFixedThreadPool(3);
    try {
      for (int day = 0; day < 14; day++) {
        clock.moveBy(Duration.ofDays(1));
        List<Future<Integer>> passes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          passes.add(
              instances.submit(
                  () -> new TimerRunner(transactions, timers, handler, clock).runOnce()));
        }
        for (Future<Integer> pass : passes) {
          pass.get();
        }
      }
    } finally {
      instances.shutdown();
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(tiers(known))
                    .contains(
                        "E-UNSIGNED 2",
                        "E-UNSIGNED 1",
                        "E-SILENT 2",
                        "E-SILENT 1",
                        "E-NEAR-DUE 2",
                        "E-OVERDUE 2",
                        "E-OVERDUE 1"));
    assertThat(tiers(known)).doesNotHaveDuplicates().hasSize(7);
    CaseEscalated first = (CaseEscalated) escalations(known).get(0).event();
    assertThat(first.ruleId()).isEqualTo("E-UNSIGNED");
    assertThat(first.threshold()).isEqualTo("4wh");
    assertThat(first.fromUnitId()).isEqualTo("s370281001");
    assertThat(first.toUnitId()).isEqualTo("d370281");
    assertThat(first.since()).isNotNull();
    assertThat(escalations(known).get(0).envelope().actor()).isEqualTo("system");
    // The rule that saw the reply overdue also put the unit under supervision, once.
    assertThat(log.factsOf(known.caseId()))
        .filteredOn(fact -> fact.event() instanceof SupervisionOpened)
        .singleElement()
        .satisfies(
            fact -> {
              SupervisionOpened opened = (SupervisionOpened) fact.event();
              assertThat(opened.level()).isEqualTo(SupervisionLevel.NOTICE);
              assertThat(opened.ruleId()).isEqualTo("E-OVERDUE");
              assertThat(opened.unitId()).isEqualTo("s370281001");
            });
    assertThat(lists(known)).contains("ESCALATED", "SUPERVISED", "OVERDUE");
  }

  @Test
  void the_next_unit_of_a_round_is_escalated_and_put_under_supervision_as_the_first_was()
      throws Exception {
    Known known = others.accepted(OtherServices.STREET, CaseKind.HELP, Urgency.NORMAL, null);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    letDaysPass(14);
    awaitEscalation(known, "E-OVERDUE", "s370281001");

    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "UNIT_UNAVAILABLE", "toUnitId", "s370281002"))
        .then()
        .statusCode(200);
    letDaysPass(14);

    awaitEscalation(known, "E-UNSIGNED", "s370281002");
    awaitEscalation(known, "E-OVERDUE", "s370281002");
    assertThat(tiers(known)).filteredOn("E-UNSIGNED 2"::equals).hasSize(2);
  }

  @Test
  void a_co_handler_is_escalated_by_its_own_clocks_and_the_lead_that_waits_for_it_gets_no_order()
      throws Exception {
    Known known = others.accepted(OtherServices.OTHER);
    JsonPath waiting = Desk.awaitWaiting(known.caseId());
    Desk.dispatch(
            known.caseId(),
            waiting.getLong("version"),
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("s370281002")))
        .then()
        .statusCode(201);
    UUID lead = Desk.openLead(known.caseId());
    Desk.sign(Desk.clerk(), lead, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), lead, 1).then().statusCode(200);

    letDaysPass(14);

    awaitEscalation(known, "E-UNSIGNED", "s370281002");
    awaitEscalation(known, "E-OVERDUE", "s370281002");
    awaitEscalation(known, "E-OVERDUE", "cg");
    assertThat(escalations(known))
        .extracting(fact -> (CaseEscalated) fact.event())
        .filteredOn(said -> "s370281002".equals(said.fromUnitId()))
        .extracting(CaseEscalated::toUnitId)
        .contains("d370281");
    assertThat(log.factsOf(known.caseId()))
        .filteredOn(fact -> fact.event() instanceof SupervisionOpened)
        .extracting(fact -> ((SupervisionOpened) fact.event()).unitId())
        .containsExactly("s370281002");
  }

  @Test
  void a_second_reply_that_nobody_reviews_is_escalated_as_the_first_was() throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    letDaysPass(6);
    awaitTiers(known, "E-UNREVIEWED 1");

    Desk.review(
            task,
            Desk.version(task),
            Map.of("decision", "REJECT", "reason", "LACK_OF_EVIDENCE", "comment", "请补充照片"))
        .then()
        .statusCode(200);
    Desk.reply(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    letDaysPass(6);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(tiers(known)).filteredOn("E-UNREVIEWED 1"::equals).hasSize(2));
  }

  @Test
  void who_has_a_case_now_is_the_dispatcher_while_a_return_waits_and_the_unit_while_it_is_held() {
    Known returning = others.accepted(LAND);
    UUID task = Desk.awaitTask(returning.caseId(), 1);
    Known held = others.accepted(LAND);
    UUID other = Desk.awaitTask(held.caseId(), 1);
    Desk.sign(clerk("zr"), other, 0).then().statusCode(200);
    Desk.contact(clerk("zr"), other, 1).then().statusCode(200);
    urge(returning, Map.of("words", "请尽快")).then().statusCode(201);
    urge(held, Map.of("words", "请尽快")).then().statusCode(201);
    clock.moveBy(Duration.ofHours(1));
    String asked = clock.instant().toString();
    int no =
        Desk.asked(
            clerk("zr"),
            task,
            "return-requests",
            Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "三定规定", "suggestedUnitId", "cg"));
    int hold =
        Desk.asked(
            clerk("zr"),
            other,
            "hold-requests",
            Map.of(
                "reason",
                "SEASON",
                "evidence",
                "冬季不宜施工",
                "resumeAt",
                clock.instant().plus(Duration.ofDays(20)).toString()));
    clock.moveBy(Duration.ofHours(1));
    String began = clock.instant().toString();
    Desk.decide(other, "hold-requests", hold, Map.of("decision", "GRANT")).then().statusCode(200);
    clock.moveBy(Duration.ofDays(3));

    JsonPath page = board("urged", "zr", null, 200);
    String row = "items.find { it.caseNo == '%s' }.holder.";
    assertThat(page.getString(row.formatted(returning.caseNo()) + "level")).isEqualTo("DISPATCHER");
    assertThat(page.getString(row.formatted(returning.caseNo()) + "since")).isEqualTo(asked);
    assertThat(page.getString(row.formatted(held.caseNo()) + "level")).isEqualTo("UNIT");
    assertThat(page.getString(row.formatted(held.caseNo()) + "since")).isEqualTo(began);
    assertThat(page.getLong(row.formatted(held.caseNo()) + "workMinutes")).isPositive();

    // What a unit has given back is on its list no longer.
    Desk.decide(task, "return-requests", no, Map.of("decision", "GRANT")).then().statusCode(200);
    assertThat(board("urged", "zr", null, 200).getList("items.caseNo"))
        .contains(held.caseNo())
        .doesNotContain(returning.caseNo());
    assertThat(lists(returning)).contains("URGED");
  }

  @Test
  void a_reply_is_due_today_whatever_else_has_run_out_already() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Instant due = Instant.parse(Desk.task(task).getString("replyDue"));

    clock.moveBy(Duration.between(clock.instant(), due.minus(Duration.ofHours(2))));

    assertThat(lists(known)).contains("OVERDUE", "DUE_TODAY", "FORECAST");
    clock.moveBy(Duration.ofHours(3));
    assertThat(lists(known)).contains("OVERDUE").doesNotContain("DUE_TODAY", "FORECAST");
  }

  @Test
  void the_reply_ends_an_urge_and_what_is_urged_then_is_the_centre() {
    Known known = others.accepted(LAND);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    urge(known, Map.of("words", "请尽快答复")).then().statusCode(201);
    assertThat(lists(known)).contains("URGED");

    Desk.replied(task, () -> clerk("zr"));
    assertThat(lists(known)).doesNotContain("URGED");
    clock.moveBy(Duration.ofHours(4));
    urge(known, Map.of("words", "请尽快审核")).then().statusCode(201);

    SupervisionUrged fact =
        (SupervisionUrged) last(log.awaitLast(known.caseId(), EventType.SUPERVISION_URGED)).event();
    assertThat(fact).isEqualTo(new SupervisionUrged(2, UrgeForm.MESSAGE, null));
    clerk("zr")
        .get("/api/supervision/cases/" + known.caseId())
        .then()
        .statusCode(200)
        .body("urges.urgeNo", equalTo(List.of(1)));
  }

  private void letDaysPass(int days) throws Exception {
    for (int day = 0; day < days; day++) {
      clock.moveBy(Duration.ofDays(1));
      new TimerRunner(transactions, timers, handler, clock).runOnce();
    }
  }

  private void awaitEscalation(Known known, String rule, String from) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(escalations(known))
                    .extracting(fact -> (CaseEscalated) fact.event())
                    .anyMatch(
                        said -> said.ruleId().equals(rule) && from.equals(said.fromUnitId())));
  }

  private List<Fact> escalations(Known known) {
    return log.factsOf(known.caseId()).stream()
        .filter(fact -> fact.event() instanceof CaseEscalated)
        .toList();
  }

  private List<String> tiers(Known known) {
    return escalations(known).stream()
        .map(fact -> (CaseEscalated) fact.event())
        .map(event -> event.ruleId() + " " + event.toLevel())
        .toList();
  }

  /** Why the case is on the red list; empty when it is not. */
  private static List<String> lists(Known known) {
    String row = "items.find { it.caseId == '" + known.caseId() + "' }";
    String cursor = null;
    do {
      JsonPath page = board("all", null, cursor, 200);
      // A list that is not there reads as an empty one.
      if (page.get(row) != null) {
        // Every case of these tests is of one place, so each repeats the others.
        return page.getList(row + ".concerns", String.class).stream()
            .filter(list -> !list.equals("REPEATED_REQUEST"))
            .toList();
      }
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return List.of();
  }

  private static void everyListIsItsNumber(String unit) {
    JsonPath numbers = board("all", unit, null, 1);
    for (String list : LISTS) {
      List<String> rows = new ArrayList<>();
      String cursor = null;
      do {
        JsonPath page = board(list, unit, cursor, 2);
        rows.addAll(page.getList("items.caseId", String.class));
        assertThat(page.getLong("count")).isEqualTo(numbers.getLong("counts." + list));
        cursor = page.getString("nextCursor");
      } while (cursor != null);
      assertThat(rows).as(list).doesNotHaveDuplicates();
      assertThat((long) rows.size()).as(list).isEqualTo(numbers.getLong("counts." + list));
    }
  }

  private static JsonPath board(String list, String unit, String cursor, int limit) {
    RequestSpecification asked =
        Desk.as(Role.SUPERVISOR).queryParam("concern", list).queryParam("limit", limit);
    if (unit != null) {
      asked.queryParam("unit", unit);
    }
    if (cursor != null) {
      asked.queryParam("cursor", cursor);
    }
    return asked.get("/api/supervision/board").then().statusCode(200).extract().jsonPath();
  }

  /** On all pages: whatever the other tests let run out is there as well. */
  private static List<String> overdueOrders() {
    List<String> found = new ArrayList<>();
    String cursor = "";
    while (true) {
      JsonPath page =
          Desk.as(Role.SUPERVISOR)
              .get("/api/supervision/orders?limit=200&tab=overdue" + cursor)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      found.addAll(page.getList("items.orderId"));
      if (page.getString("nextCursor") == null) {
        assertThat(page.getLong("count")).isEqualTo(found.size());
        return found;
      }
      cursor = "&cursor=" + page.getString("nextCursor");
    }
  }

  private static RequestSpecification command() {
    return Desk.as(Role.SUPERVISOR).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static Response urge(Known known, Map<String, String> body) {
    return command().body(body).post("/api/supervision/cases/" + known.caseId() + "/urges");
  }

  private static Response open(Known known, long version, String level) {
    return open(known, version, level, "zr");
  }

  private static Response open(Known known, long version, String level, String unit) {
    return Desk.command(Desk.as(Role.SUPERVISOR), version)
        .body(
            Map.of(
                "caseId",
                known.caseId(),
                "unitId",
                unit,
                "level",
                level,
                "reason",
                "OVERDUE",
                "demand",
                "查明原因，限期整改。"))
        .post("/api/supervision/orders");
  }

  private static Response answer(RequestSpecification who, String id, long version, String words) {
    return Desk.command(who, version)
        .body(Map.of("words", words))
        .post("/api/supervision/orders/" + id + "/rectifications");
  }

  private static Response judge(String id, long version, Map<String, ?> body) {
    return Desk.command(Desk.as(Role.SUPERVISOR), version)
        .body(body)
        .post("/api/supervision/orders/" + id + "/judgements");
  }

  private static RequestSpecification clerk(String unit) {
    return Desk.clerk(unit, "/center/" + unit);
  }

  private static Fact last(List<Fact> facts) {
    return facts.get(facts.size() - 1);
  }
}
