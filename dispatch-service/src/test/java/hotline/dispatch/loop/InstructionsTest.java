package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.InstructionAccepted;
import hotline.lifecycle.InstructionGiven;
import hotline.lifecycle.InstructionOverdue;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A leader instructs (领导批示): words, readings, feedback, the end. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class InstructionsTest {

  private static final List<String> TABS =
      List.of("to-read", "to-answer", "to-accept", "overdue", "done");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;
  @Inject JtaTransactions transactions;
  @Inject Timers timers;
  @Inject TimerHandler handler;

  @Test
  void it_is_read_answered_sent_back_answered_and_done_when_every_unit_was_accepted()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    long version = Desk.caseOf(known.caseId()).getLong("version");
    Map<String, Object> body = body(List.of("cg", "zj"));
    body.put("caseId", known.caseId());
    body.put("readerUnitIds", List.of("jt"));
    Response given = give(Desk.as(Role.LEADER), body);
    given.then().statusCode(201).body("instructionNo", startsWith("PS2026-"));
    String id = given.path("instructionId");

    answer(clerk("cg"), id, "cg", 0, "已办").then().statusCode(409);
    read(clerk("zj"), id, "cg", 0).then().statusCode(403).body("code", equalTo("other-unit"));
    read(clerk("cg"), id, "cg", 0).then().statusCode(200).body("status", equalTo("TO_ANSWER"));
    read(clerk("cg"), id, "cg", 0).then().statusCode(412);
    read(clerk("jt"), id, "jt", 0).then().statusCode(200).body("status", equalTo("NOTED"));
    read(clerk("zj"), id, "zj", 0).then().statusCode(200);
    answer(clerk("cg"), id, "cg", 1, "已安排人员").then().statusCode(200);
    judge(id, "cg", 2, Map.of("accepted", false))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("remark"));
    judge(id, "cg", 2, Map.of("accepted", false, "remark", "没有结果")).then().statusCode(200);
    answer(clerk("cg"), id, "cg", 3, "路面已修复").then().statusCode(200);
    judge(id, "cg", 4, Map.of("accepted", true)).then().statusCode(200);
    answer(clerk("zj"), id, "zj", 1, "已配合").then().statusCode(200);
    command(Desk.as(Role.SUPERVISOR), 2)
        .body(Map.of("accepted", true))
        .post("/api/instructions/" + id + "/units/zj/judgements")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"));

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.INSTRUCTION_ACCEPTED);
    assertThat(facts)
        .filteredOn(fact -> fact.event().type().name().startsWith("INSTRUCTION_"))
        .extracting(fact -> fact.event().type())
        .containsExactly(
            EventType.INSTRUCTION_GIVEN,
            EventType.INSTRUCTION_READ,
            EventType.INSTRUCTION_READ,
            EventType.INSTRUCTION_READ,
            EventType.INSTRUCTION_ANSWERED,
            EventType.INSTRUCTION_SENT_BACK,
            EventType.INSTRUCTION_ANSWERED,
            EventType.INSTRUCTION_ACCEPTED,
            EventType.INSTRUCTION_ANSWERED,
            EventType.INSTRUCTION_ACCEPTED);
    assertThat(((InstructionAccepted) facts.get(facts.size() - 1).event()).ended()).isTrue();
    // It is written beside the case: nobody's form gets stale.
    assertThat(Desk.caseOf(known.caseId()).getLong("version")).isEqualTo(version);
    ofCase(Desk.as(Role.LEADER), known)
        .body("items[0].words", equalTo("请市城管局牵头，三日内修复。"))
        .body("items[0].endedAt", notNullValue())
        .body("items[0].receipts.unitId", hasItems("cg", "zj", "jt"))
        .body(
            "items[0].receipts.find { it.unitId == 'cg' }.feedback.words",
            equalTo(List.of("已安排人员", "路面已修复")));
    // A unit sees its own part, and a stranger nothing.
    ofCase(clerk("cg"), known).body("items[0].receipts.unitId", equalTo(List.of("cg")));
    clerk("zj").get("/api/instructions/cases/" + known.caseId()).then().statusCode(404);
    everyWordStays(id);
  }

  private void everyWordStays(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of(
              "update instruction set words = 'x' where instruction_id = '" + id + "'",
              "update instruction set case_id = null where instruction_id = '" + id + "'",
              "delete from instruction where instruction_id = '" + id + "'",
              "update instruction_feedback set words = 'x'",
              "delete from instruction_feedback")) {
        assertThatThrownBy(() -> sql.executeUpdate(change)).hasMessageContaining("not");
      }
    }
  }

  @Test
  void what_came_on_paper_is_about_no_case_yet_and_is_on_the_record_once_it_is_linked() {
    Map<String, Object> body = body(List.of("ty"));
    give(Desk.as(Role.SUPERVISOR), body)
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("title", "leaderPost", "givenOn"));
    body.put("title", "体育场夜间噪声");
    body.put("leaderPost", "副市长");
    body.put("givenOn", "2026-11-06");
    body.put("paperNo", "市政府批示〔2026〕18号");
    String id =
        give(Desk.as(Role.SUPERVISOR), body)
            .then()
            .statusCode(201)
            .body("caseId", nullValue())
            .extract()
            .path("instructionId");
    read(clerk("ty"), id, "ty", 0).then().statusCode(200);
    JsonPath row = row(clerk("ty"), "to-answer", id);
    assertThat(row.getString("title")).isEqualTo("体育场夜间噪声");
    assertThat(row.getString("leaderPost")).isEqualTo("副市长");
    assertThat(row.getString("givenOn")).isEqualTo("2026-11-06");
    assertThat(row.getBoolean("onPaper")).isTrue();

    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    link(id, 0, "no such number")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-case"));
    link(id, 7, known.caseNo()).then().statusCode(412);
    link(id, 0, known.caseNo())
        .then()
        .statusCode(200)
        .body("caseId", equalTo(known.caseId().toString()));
    link(id, 1, known.caseNo()).then().statusCode(409).body("code", equalTo("linked-already"));

    InstructionGiven said =
        (InstructionGiven) last(log.awaitLast(known.caseId(), EventType.INSTRUCTION_GIVEN)).event();
    assertThat(said.onPaper()).isTrue();
    assertThat(said.unitIds()).containsExactly("ty");
    answer(clerk("ty"), id, "ty", 1, "已约谈场馆").then().statusCode(200);
    assertThat(log.awaitLast(known.caseId(), EventType.INSTRUCTION_ANSWERED)).isNotEmpty();
    // The unit does not handle the case: its own title is told, the case's page is not.
    clerk("ty").get("/api/instructions/cases/" + known.caseId()).then().statusCode(404);
  }

  @Test
  void a_unit_that_is_late_is_said_once_however_many_instances_look() throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    Map<String, Object> body = body(List.of("cg", "zj"));
    body.put("caseId", known.caseId());
    body.put("readerUnitIds", List.of("jt"));
    body.put("dueAt", clock.instant().plus(Duration.ofHours(5)).toString());
    String id =
        give(Desk.as(Role.LEADER), body).then().statusCode(201).extract().path("instructionId");
    read(clerk("zj"), id, "zj", 0).then().statusCode(200);
    answer(clerk("zj"), id, "zj", 1, "已办").then().statusCode(200);

    clock.moveBy(Duration.ofHours(6));
    ExecutorService instances = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> passes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        passes.add(
            instances.submit(
                () -> new TimerRunner(transactions, timers, handler, clock).runOnce()));
      }
      for (Future<Integer> pass : passes) {
        pass.get();
      }
    } finally {
      instances.shutdown();
    }
    read(clerk("cg"), id, "cg", Desk.as(Role.LEADER), known).then().statusCode(200);

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.INSTRUCTION_READ);
    assertThat(facts)
        .filteredOn(fact -> fact.event() instanceof InstructionOverdue)
        .singleElement()
        .satisfies(
            fact -> assertThat(((InstructionOverdue) fact.event()).unitId()).isEqualTo("cg"));
    ofCase(Desk.as(Role.LEADER), known)
        .body("items[0].receipts.find { it.unitId == 'cg' }.overdue", equalTo(true))
        .body("items[0].receipts.find { it.unitId == 'jt' }.overdue", equalTo(false));
  }

  @Test
  void what_cannot_be_given_is_refused_with_its_reason_and_leaves_nothing() throws SQLException {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "code",
                "gone",
                "parentCode",
                "center",
                "nameZh",
                "原体改办",
                "nameEn",
                "Gone",
                "active",
                false))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    long before = count("instruction");
    Map<String, Object> body = body(List.of("gone", "nowhere"));
    body.put("title", "事由");
    body.put("words", "  ");
    body.put("leaderPost", "副市长");
    body.put("dueAt", clock.instant().minus(Duration.ofHours(1)).toString());
    give(Desk.as(Role.LEADER), body)
        .then()
        .statusCode(400)
        .body(
            "violations.code", hasItems("unit-is-gone", "unknown-unit", "required", "in-the-past"))
        .body("violations.field", hasItems("unitIds[0]", "unitIds[1]", "words", "dueAt"));
    body.put("unitIds", List.of());
    give(Desk.as(Role.LEADER), body)
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("unitIds"));
    Map<String, Object> unknown = body(List.of("cg"));
    unknown.put("caseId", UUID.randomUUID());
    unknown.put("leaderPost", "副市长");
    give(Desk.as(Role.LEADER), unknown).then().statusCode(404);
    assertThat(count("instruction")).isEqualTo(before);
  }

  @Test
  void every_number_is_the_number_of_rows_behind_it_for_the_city_and_for_a_unit() {
    for (int i = 0; i < 5; i++) {
      Map<String, Object> body = body(List.of("sg", "gx"));
      body.put("title", "事由 " + i);
      body.put("leaderPost", "副市长");
      String id =
          give(Desk.as(Role.LEADER), body).then().statusCode(201).extract().path("instructionId");
      if (i > 0) {
        read(clerk("sg"), id, "sg", 0).then().statusCode(200);
      }
      if (i > 1) {
        answer(clerk("sg"), id, "sg", 1, "已办").then().statusCode(200);
      }
      if (i > 3) {
        judge(id, "sg", 2, Map.of("accepted", true)).then().statusCode(200);
      }
    }
    JsonPath numbers = list(clerk("sg"), "to-read", null, 1);
    assertThat(numbers.getMap("counts"))
        .isEqualTo(Map.of("to-read", 1, "to-answer", 1, "to-accept", 2, "overdue", 0, "done", 1));
    for (Supplier<RequestSpecification> who :
        List.<Supplier<RequestSpecification>>of(
            () -> clerk("sg"),
            () -> clerk("gx"),
            () -> Desk.as(Role.LEADER),
            () -> Desk.as(Role.SUPERVISOR))) {
      for (String tab : TABS) {
        List<String> rows = new ArrayList<>();
        String cursor = null;
        long count;
        do {
          JsonPath page = list(who.get(), tab, cursor, 2);
          rows.addAll(page.getList("items.receipts.receiptId.flatten()", String.class));
          count = page.getLong("count");
          assertThat(page.getLong("counts." + tab)).isEqualTo(count);
          cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(rows).as(tab).doesNotHaveDuplicates().hasSize((int) count);
      }
    }
    Desk.as(Role.LEADER).get("/api/instructions?tab=rumours").then().statusCode(400);
  }

  private Map<String, Object> body(List<String> units) {
    Map<String, Object> body = new HashMap<>();
    body.put("words", "请市城管局牵头，三日内修复。");
    body.put("unitIds", units);
    if (units.contains("cg")) {
      body.put("leaderPost", "副市长");
    }
    return body;
  }

  private static Response give(RequestSpecification who, Map<String, Object> body) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/api/instructions");
  }

  private static Response link(String id, long version, String caseNo) {
    return command(Desk.as(Role.SUPERVISOR), version)
        .body(Map.of("caseNo", caseNo))
        .post("/api/instructions/" + id + "/link");
  }

  private static Response read(RequestSpecification who, String id, String unit, long version) {
    return command(who, version)
        .body("{}")
        .post("/api/instructions/" + id + "/units/" + unit + "/reading");
  }

  /** With the version as it is now: a timer may have written meanwhile. */
  private static Response read(
      RequestSpecification who, String id, String unit, RequestSpecification looking, Known of) {
    int version =
        looking
            .get("/api/instructions/cases/" + of.caseId())
            .path("items[0].receipts.find { it.unitId == '" + unit + "' }.version");
    return read(who, id, unit, version);
  }

  private static Response answer(
      RequestSpecification who, String id, String unit, long version, String words) {
    return command(who, version)
        .body(Map.of("words", words))
        .post("/api/instructions/" + id + "/units/" + unit + "/feedback");
  }

  private static Response judge(String id, String unit, long version, Map<String, ?> body) {
    return command(Desk.as(Role.LEADER), version)
        .body(body)
        .post("/api/instructions/" + id + "/units/" + unit + "/judgements");
  }

  private static io.restassured.response.ValidatableResponse ofCase(
      RequestSpecification who, Known known) {
    return who.get("/api/instructions/cases/" + known.caseId()).then().statusCode(200);
  }

  private static JsonPath list(RequestSpecification who, String tab, String cursor, int limit) {
    String after = cursor == null ? "" : "&cursor=" + cursor;
    return who.get("/api/instructions?tab=" + tab + "&limit=" + limit + after)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath row(RequestSpecification who, String tab, String id) {
    return list(who, tab, null, 200).setRootPath("items.find { it.instructionId == '" + id + "' }");
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        var row = sql.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static RequestSpecification command(RequestSpecification who, long version) {
    return Desk.command(who, version);
  }

  private static RequestSpecification clerk(String unit) {
    return Desk.clerk(unit, "/center/" + unit);
  }

  private static Fact last(List<Fact> facts) {
    return facts.get(facts.size() - 1);
  }
}
