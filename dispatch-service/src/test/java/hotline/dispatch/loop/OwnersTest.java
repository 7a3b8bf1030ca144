package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.OwnerAssigned;
import hotline.lifecycle.OwnerHandedOver;
import hotline.lifecycle.OwnershipReason;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A leader owns a hard case to its end (包案, 一包到底). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class OwnersTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @BeforeEach
  void leaders_have_said_their_posts() {
    sayPost(deputy(), "副局长");
    sayPost(chief(), "局长");
  }

  @Test
  void the_owner_plans_visits_and_signs_off_and_the_citizens_answer_ends_it() throws SQLException {
    Known known = owned(OtherServices.ROADS);
    long version = Desk.caseOf(known.caseId()).getLong("version");
    String id = id(known);
    assertThat(mine(deputy(), known).getString("next")).isEqualTo("VISIT");
    assertThat(mine(deputy(), known).getString("nextDue")).isNotNull();

    visit(chief(), id, 0).then().statusCode(403).body("code", equalTo("not-the-owner"));
    visit(deputy(), id, 0).then().statusCode(200);
    act(deputy(), id, 1, "plans", Map.of("plan", "先修主干道，再议补偿")).then().statusCode(200);
    act(deputy(), id, 1, "plans", Map.of("plan", "旧版本")).then().statusCode(412);
    // It is written beside the case: nobody's form gets stale.
    assertThat(Desk.caseOf(known.caseId()).getLong("version")).isEqualTo(version);
    signOff(deputy(), id, 2).then().statusCode(200).body("status", equalTo("SIGNED_OFF"));
    assertThat(mine(deputy(), known).getString("next")).isEqualTo("CITIZEN_ANSWER");
    handled(known);
    others.closed(known);

    assertThat(log.awaitLast(known.caseId(), EventType.OWNER_RELEASED))
        .filteredOn(fact -> fact.event().type().name().startsWith("OWNER_"))
        .extracting(fact -> fact.event().type())
        .containsExactly(
            EventType.OWNER_ASSIGNED,
            EventType.OWNER_VISITED,
            EventType.OWNER_SIGNED_OFF,
            EventType.OWNER_RELEASED);
    ofCase(deputy(), known)
        .body("ownerships[0].status", equalTo("RELEASED"))
        .body(
            "ownerships[0].records.kind",
            equalTo(
                List.of(
                    "ASSIGNED",
                    "VISITED",
                    "PLAN_CHANGED",
                    "SIGNED_OFF",
                    "CITIZEN_ANSWERED",
                    "RELEASED")))
        .body("ownerships[0].records[1].met", equalTo(List.of("CITIZEN", "VILLAGE")))
        .body("ownerships[0].records[1].visitedOn", notNullValue());
    signOff(deputy(), id, 4).then().statusCode(409);
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of("update ownership_record set words = 'x'", "delete from ownership_record")) {
        assertThatThrownBy(() -> sql.executeUpdate(change)).hasMessageContaining("not");
      }
    }
  }

  @Test
  void the_citizens_answer_alone_releases_nobody_and_the_signature_afterwards_does()
      throws SQLException {
    Known known = owned(OtherServices.ROADS);
    handled(known);
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");
    assertThat(mine(deputy(), known).getString("next")).isEqualTo("SIGN_OFF");

    signOff(deputy(), id(known), 1).then().statusCode(200).body("status", equalTo("RELEASED"));

    assertThat(log.awaitLast(known.caseId(), EventType.OWNER_RELEASED)).isNotEmpty();
    assertThat(marked(known)).isFalse();
  }

  @Test
  void a_withdrawal_is_the_citizens_answer_too() {
    Known known = owned(OtherServices.ROADS);
    signOff(deputy(), id(known), 0).then().statusCode(200);
    others.withdrawn(known);
    Desk.awaitStatus(known.caseId(), "WITHDRAWN");
    ofCase(deputy(), known).body("ownerships[0].status", equalTo("RELEASED"));
  }

  @Test
  void a_case_that_is_not_taken_on_releases_its_owner_too() {
    Known known = others.newCase();
    others.file(known, 1, "诉求 " + known.caseNo(), null, false);
    others.registered(known, OtherServices.ROADS, CaseKind.COMPLAINT, Urgency.NORMAL);
    Desk.awaitStatus(known.caseId(), "REGISTERED");
    assign(known, "deputy-of-cg").then().statusCode(201);
    signOff(deputy(), id(known), 0).then().statusCode(200);
    others.refused(known);
    Desk.awaitStatus(known.caseId(), "REFUSED");
    ofCase(deputy(), known).body("ownerships[0].status", equalTo("RELEASED"));
  }

  @Test
  void it_survives_a_recall_and_another_round_which_takes_the_signature_back() throws SQLException {
    Known known = owned(OtherServices.ROADS);
    UUID task = Desk.openLead(known.caseId());
    Desk.command(Desk.as(Role.DISPATCHER), Desk.version(task))
        .body(Map.of("reason", "RAISED", "toUnitId", "jt"))
        .post("/api/assignments/" + task + "/recall")
        .then()
        .statusCode(200);
    assertThat(marked(known)).isTrue();
    signOff(deputy(), id(known), 0).then().statusCode(200);
    Desk.handle(Desk.openLead(known.caseId()), () -> clerk("jt"));
    others.say(known, new CaseRehandleOrdered(2, "jt", DissatisfactionReason.UNIT));
    Desk.awaitTask(known.caseId(), 2);

    assertThat(log.awaitLast(known.caseId(), EventType.OWNER_RESUMED)).isNotEmpty();
    assertThat(mine(deputy(), known).getString("next")).isEqualTo("VISIT");
    signOff(deputy(), id(known), 2).then().statusCode(200).body("status", equalTo("SIGNED_OFF"));
  }

  @Test
  void a_reopened_case_waits_for_another_answer_before_its_owner_is_released() {
    Known known = owned(OtherServices.ROADS);
    handled(known);
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");
    others.say(
        known,
        new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, Instant.EPOCH));
    Desk.awaitTask(known.caseId(), 2);

    assertThat(mine(deputy(), known).getString("next")).isEqualTo("VISIT");
    signOff(deputy(), id(known), 2).then().statusCode(200).body("status", equalTo("SIGNED_OFF"));
  }

  @Test
  void nobody_is_rid_of_a_case_without_a_leader_who_approves_it() {
    Known known = owned(OtherServices.ROADS);
    String id = id(known);
    Map<String, String> toChief = Map.of("leaderRef", "chief-of-zj", "reason", "职责调整");
    act(chief(), id, 0, "handover-requests", toChief).then().statusCode(403);
    act(deputy(), id, 0, "handover-requests", Map.of("leaderRef", "deputy-of-cg", "reason", "x"))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("owner-already"));
    act(deputy(), id, 0, "handover-requests", Map.of("leaderRef", "nobody", "reason", "x"))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-leader"));
    act(deputy(), id, 0, "handover-requests", toChief).then().statusCode(200);
    signOff(deputy(), id, 1).then().statusCode(409);
    assertThat(row(Desk.as(Role.LEADER), "handovers", known).getString("proposed.post"))
        .isEqualTo("局长");

    act(deputy(), id, 1, "handover-decisions", Map.of("approved", true, "reason", "x"))
        .then()
        .statusCode(403);
    act(Desk.as(Role.LEADER), id, 1, "handover-decisions", Map.of("approved", true))
        .then()
        .statusCode(400);
    decide(id, 1, false).then().statusCode(200).body("status", equalTo("OWNED"));
    act(deputy(), id, 2, "handover-requests", toChief).then().statusCode(200);
    decide(id, 3, true).then().statusCode(200);

    OwnerHandedOver handed =
        (OwnerHandedOver) last(log.awaitLast(known.caseId(), EventType.OWNER_HANDED_OVER)).event();
    assertThat(handed.previousOwnerRef()).isEqualTo("deputy-of-cg");
    assertThat(handed.ownerRef()).isEqualTo("chief-of-zj");
    signOff(deputy(), id, 4).then().statusCode(403);
    visit(chief(), id, 4).then().statusCode(200);
    // The new owner reads the case, though the own unit has no task in it.
    ofCase(chief(), known)
        .body("file.title", notNullValue())
        .body(
            "ownerships[0].records.kind",
            hasItems("HANDOVER_ASKED", "HANDOVER_REFUSED", "HANDOVER_APPROVED"));
    Desk.as(Role.AUDITOR)
        .get("/api/cases/" + known.caseId() + "/views?limit=1")
        .then()
        .body("items.actor", hasItem("chief-of-zj"));
    clerk("zj").get("/api/owners/cases/" + known.caseId()).then().statusCode(404);
  }

  @Test
  void who_asked_for_a_handover_does_not_approve_it() {
    Known known = owned(OtherServices.ROADS);
    RequestSpecification both = Desk.as("leader-who-owns", Role.LEADER, "center", "/center");
    sayPost(both, "市长");
    String id = id(known);
    act(
            Desk.as(Role.SUPERVISOR),
            id,
            0,
            "handover-requests",
            Map.of("leaderRef", "leader-who-owns", "reason", "提级"))
        .then()
        .statusCode(200);
    decide(id, 1, true).then().statusCode(200);
    both = Desk.as("leader-who-owns", Role.LEADER, "center", "/center");
    act(both, id, 2, "handover-requests", Map.of("leaderRef", "chief-of-zj", "reason", "换人"))
        .then()
        .statusCode(200);
    both = Desk.as("leader-who-owns", Role.LEADER, "center", "/center");
    act(both, id, 3, "handover-decisions", Map.of("approved", true, "reason", "同意"))
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));
  }

  @Test
  void a_case_gets_one_owner_however_many_assign_one_at_the_same_moment() throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    ExecutorService supervisors = Executors.newFixedThreadPool(3);
    List<Integer> answers = new ArrayList<>();
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(supervisors.submit(() -> assign(known, "deputy-of-cg").statusCode()));
      }
      for (Future<Integer> one : all) {
        answers.add(one.get());
      }
    } finally {
      supervisors.shutdown();
    }
    assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
    OwnerAssigned said =
        (OwnerAssigned) last(log.awaitLast(known.caseId(), EventType.OWNER_ASSIGNED)).event();
    assertThat(said.reason()).isEqualTo(OwnershipReason.HARD);
    assertThat(said.ownerRef()).isEqualTo("deputy-of-cg");
    assertThat(said.unitPath()).isEqualTo("/center/cg");
  }

  @Test
  void what_cannot_be_owned_is_refused_with_its_reason() {
    Known against = others.accepted(OtherServices.OTHER, CaseKind.COMPLAINT, Urgency.NORMAL, "cg");
    Desk.awaitStatus(against.caseId(), "PENDING_DISPATCH");
    assign(against, "deputy-of-cg").then().statusCode(409).body("code", equalTo("respondent-unit"));
    assign(against, "nobody")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-leader"));
    Desk.as(Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("plan", " "))
        .post("/api/owners/cases/" + against.caseId())
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("leaderRef", "reason", "plan"));
    others.withdrawn(against);
    Desk.awaitStatus(against.caseId(), "WITHDRAWN");
    assign(against, "chief-of-zj").then().statusCode(409);
    Known known = owned(OtherServices.ROADS);
    act(
            deputy(),
            id(known),
            0,
            "visits",
            Map.of("visitedOn", "2036-01-01", "place", " ", "met", List.of(), "result", "已见面"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItems("visitedOn", "place", "met"));
  }

  @Test
  void a_visit_that_is_due_is_at_the_top_and_overdue_after_its_time() {
    Known known = owned(OtherServices.ROADS);
    assertThat(mine(deputy(), known).getBoolean("overdue")).isFalse();
    clock.moveBy(Duration.ofDays(8));
    assertThat(mine(deputy(), known).getBoolean("overdue")).isTrue();
    assertThat(row(Desk.as(Role.SUPERVISOR), "overdue", known).getString("owner.post"))
        .isEqualTo("副局长");
    JsonPath page =
        Desk.as(Role.SUPERVISOR)
            .get("/api/owners?tab=open&limit=200")
            .then()
            .statusCode(200)
            .body("items.caseId", hasItem(known.caseId().toString()))
            .extract()
            .jsonPath();
    assertThat(page.getList("items")).hasSize(page.getInt("count"));
    assertThat(page.getInt("counts.open")).isEqualTo(page.getInt("count"));
    // A leader of a unit sees the own ones alone.
    assertThat(chief().get("/api/owners?tab=open&limit=200").jsonPath().getList("items.mine"))
        .doesNotContain(false);
    visit(deputy(), id(known), 0).then().statusCode(200);
    assertThat(mine(deputy(), known).getBoolean("overdue")).isFalse();
  }

  private Known owned(String category) {
    Known known = others.accepted(category);
    Desk.awaitTask(known.caseId(), 1);
    assign(known, "deputy-of-cg").then().statusCode(201).body("status", equalTo("OWNED"));
    return known;
  }

  private static void handled(Known known) {
    Desk.handle(Desk.openLead(known.caseId()));
  }

  private static RequestSpecification deputy() {
    return Desk.as("deputy-of-cg", Role.UNIT_LEADER, "cg", "/center/cg");
  }

  private static RequestSpecification chief() {
    return Desk.as("chief-of-zj", Role.UNIT_LEADER, "zj", "/center/zj");
  }

  private static RequestSpecification clerk(String unit) {
    return Desk.clerk(unit, "/center/" + unit);
  }

  private static void sayPost(RequestSpecification who, String post) {
    who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("post", post))
        .post("/api/leaders")
        .then()
        .statusCode(200)
        .body("post", equalTo(post));
  }

  private static Response assign(Known known, String leaderRef) {
    return Desk.as(Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("leaderRef", leaderRef, "reason", "HARD", "plan", "每周走访，月底前解决"))
        .post("/api/owners/cases/" + known.caseId());
  }

  private static Response act(
      RequestSpecification who, String id, long version, String what, Map<String, ?> body) {
    return Desk.command(who, version).body(body).post("/api/owners/" + id + "/" + what);
  }

  private Response visit(RequestSpecification who, String id, long version) {
    return act(
        who,
        id,
        version,
        "visits",
        Map.of(
            "visitedOn",
            clock.instant().plus(Duration.ofHours(8)).toString().substring(0, 10),
            "place",
            "大同社区居委会",
            "met",
            List.of("CITIZEN", "VILLAGE"),
            "result",
            "说明了处理计划"));
  }

  private static Response signOff(RequestSpecification who, String id, long version) {
    return act(who, id, version, "sign-off", Map.of("conclusion", "问题已解决"));
  }

  private static Response decide(String id, long version, boolean approved) {
    return act(
        Desk.as(Role.LEADER),
        id,
        version,
        "handover-decisions",
        Map.of("approved", approved, "reason", approved ? "同意移交" : "请继续负责"));
  }

  private static io.restassured.response.ValidatableResponse ofCase(
      RequestSpecification who, Known known) {
    return who.get("/api/owners/cases/" + known.caseId()).then().statusCode(200);
  }

  private static String id(Known known) {
    return ofCase(Desk.as(Role.SUPERVISOR), known).extract().path("ownerships[0].ownershipId");
  }

  private static JsonPath mine(RequestSpecification who, Known known) {
    return row(who, "mine", known);
  }

  private static JsonPath row(RequestSpecification who, String tab, Known known) {
    JsonPath page =
        who.get("/api/owners?limit=200&tab=" + tab).then().statusCode(200).extract().jsonPath();
    assertThat(page.getList("items.caseId", String.class)).contains(known.caseId().toString());
    return page.setRootPath("items.find { it.caseId == '" + known.caseId() + "' }");
  }

  /** The mark that the board shows, read from its row: few cases are late enough to have one. */
  private boolean marked(Known known) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        var row =
            sql.executeQuery(
                "select owned from handled_case where case_id = '" + known.caseId() + "'")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Fact last(List<Fact> facts) {
    return facts.get(facts.size() - 1);
  }
}
