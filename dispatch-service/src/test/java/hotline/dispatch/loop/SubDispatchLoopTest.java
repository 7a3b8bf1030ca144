package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentContactAttempted;
import hotline.lifecycle.AssignmentFact;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.RecallReason;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A district hands its task down to its streets (下派), with everything that follows from it. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class SubDispatchLoopTest {

  private static final String DISTRICT = "d370281";
  private static final String DISTRICT_PATH = "/center/d370281";
  private static final String STREET = "s370281001";
  private static final String OTHER_STREET = "s370281002";
  private static final Map<String, String> PASS = Map.of("decision", "PASS");
  private static final Map<String, String> BACK =
      Map.of("decision", "REJECT", "reason", "LACK_OF_EVIDENCE", "comment", "请补充照片");
  private static final Map<String, String> TAKE_BACK =
      Map.of("reason", "RAISED", "note", "由区里统一办理");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @Test
  void the_street_replies_to_the_district_which_replies_to_the_centre() {
    Known known = others.accepted(OtherServices.OTHER);
    UUID whole = withDistrict(known);
    UUID part = handedDown(whole, STREET);
    assertThat(Desk.task(whole).getString("status")).isEqualTo("SUBDISPATCHED");
    assertThat(Desk.task(part).getString("parentUnitId")).isEqualTo(DISTRICT);
    assertThat(Desk.task(part).getString("partNote")).isEqualTo("请现场核实");
    Desk.reply(desk(), whole, Desk.version(whole))
        .then()
        .statusCode(409)
        .body("detail", containsString("审核下级单位的答复"));

    clock.moveBy(Duration.ofMinutes(5));
    Instant replied = clock.instant();
    Desk.replied(part, () -> clerkOf(STREET));

    // The citizen was reached from below: the district need not call again.
    JsonPath above = Desk.task(whole);
    assertThat(above.getInt("attemptCount")).isEqualTo(1);
    assertThat(above.getString("parts[0].unitId")).isEqualTo(STREET);
    assertThat(above.getBoolean("parts[0].toBeDecided")).isTrue();
    assertThat(Instant.parse(above.getString("parts[0].since"))).isEqualTo(replied);
    assertThat(Desk.awaitStatus(known.caseId(), "HANDLING").getString("status"))
        .isEqualTo("HANDLING");
    Desk.review(part, Desk.version(part), PASS)
        .then()
        .statusCode(409)
        .body("type", containsString("answers-to-unit-above"));
    act(clerkDesk(STREET), part, "review", PASS).then().statusCode(403);
    act(desk(), part, "review", Map.of("decision", "REJECT")).then().statusCode(400);
    act(desk(), part, "review", BACK)
        .then()
        .statusCode(200)
        .body("status", equalTo("REPLY_REJECTED"));
    Desk.reply(clerkOf(STREET), part, Desk.version(part)).then().statusCode(200);
    act(desk(), part, "review", PASS).then().statusCode(200).body("status", equalTo("DONE"));

    assertThat(Desk.task(whole).getString("status")).isEqualTo("CONTACTED");
    Desk.reply(desk(), whole, Desk.version(whole)).then().statusCode(200);
    Desk.awaitStatus(known.caseId(), "PENDING_REVIEW");
    Desk.review(whole, Desk.version(whole), PASS).then().statusCode(200);
    Desk.awaitStatus(known.caseId(), "PENDING_CALLBACK");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(types(known))
                    .endsWith(
                        EventType.ASSIGNMENT_REPLY_SUBMITTED, EventType.ASSIGNMENT_COMPLETED));
    assertThat(types(known))
        .containsSubsequence(
            EventType.ASSIGNMENT_SIGNED,
            EventType.ASSIGNMENT_SUB_DISPATCHED,
            EventType.ASSIGNMENT_CREATED,
            EventType.ASSIGNMENT_SIGNED,
            EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
            EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_REPLY_REJECTED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_COMPLETED,
            EventType.ASSIGNMENT_SUB_DISPATCH_ENDED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_COMPLETED);
    assertThat(facts(known))
        .filteredOn(fact -> fact.event() instanceof AssignmentContactAttempted)
        .extracting(fact -> ((AssignmentFact) fact.event()).assignmentId())
        .containsExactly(part, whole);
  }

  @Test
  void a_part_is_due_before_the_district_and_the_refusal_names_the_latest_moment() {
    UUID whole = withDistrict(others.accepted(OtherServices.OTHER));
    JsonPath choice =
        desk()
            .get("/api/assignments/" + whole + "/sub-dispatch")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Instant latest = Instant.parse(choice.getString("latestDue"));
    assertThat(latest).isBefore(Instant.parse(Desk.task(whole).getString("replyDue")));
    assertThat(choice.getString("buffer.zh")).isEqualTo("4个工作小时");
    assertThat(choice.getList("units.unitId")).contains(STREET, OTHER_STREET);
    assertThat(choice.getString("against")).isNull();

    handDown(desk(), whole, Map.of("unitId", STREET, "dueAt", latest.plusSeconds(60).toString()))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("parts[0].dueAt"))
        .body("violations[0].zh", containsString("最迟须在"));
    handDown(desk(), whole, Map.of("unitId", STREET, "dueAt", latest.toString()))
        .then()
        .statusCode(201);

    UUID part = partsOf(whole).get(0);
    assertThat(Instant.parse(Desk.task(part).getString("replyDue"))).isEqualTo(latest);
  }

  @Test
  void only_the_desk_hands_down_and_only_to_units_directly_below_that_nobody_complains_about() {
    Known known = others.accepted(OtherServices.OTHER, CaseKind.COMPLAINT, Urgency.NORMAL, STREET);
    UUID whole = withDistrict(known);

    handDown(Desk.clerk(DISTRICT, DISTRICT_PATH), whole, Map.of("unitId", OTHER_STREET))
        .then()
        .statusCode(403);
    handDown(clerkDesk(STREET), whole, Map.of("unitId", OTHER_STREET)).then().statusCode(403);
    for (String far : List.of("cg", DISTRICT)) {
      handDown(desk(), whole, Map.of("unitId", far))
          .then()
          .statusCode(400)
          .body("violations[0].code", equalTo("not-below"));
    }
    handDown(desk(), whole, Map.of("unitId", STREET))
        .then()
        .statusCode(409)
        .body("type", containsString("respondent-unit"));
    handDown(desk(), whole, Map.of("unitId", OTHER_STREET)).then().statusCode(201);
    handDown(desk(), whole, Map.of("unitId", OTHER_STREET))
        .then()
        .statusCode(409)
        .body("type", containsString("unit-has-it-already"));
  }

  @Test
  void a_part_is_taken_back_or_given_back_and_the_district_goes_on() {
    UUID whole = withDistrict(others.accepted(OtherServices.OTHER));
    UUID first = handedDown(whole, STREET);
    UUID second = handedDown(whole, OTHER_STREET);

    for (String system : List.of("LEAD_CHANGED", "MERGED", "RULED")) {
      act(desk(), first, "recall", Map.of("reason", system))
          .then()
          .statusCode(400)
          .body("violations[0].code", equalTo("not-by-hand"));
    }
    act(desk(), first, "recall", TAKE_BACK)
        .then()
        .statusCode(200)
        .body("status", equalTo("RECALLED"));
    assertThat(Desk.task(whole).getString("status")).isEqualTo("SUBDISPATCHED");
    Desk.asked(
        clerkOf(OTHER_STREET),
        second,
        "return-requests",
        Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "属区级管理"));
    assertThat(pendingReturns()).doesNotContain(second.toString());
    assertThat(rows(desk(), "handed-up")).contains(second.toString());
    act(desk(), second, "return-decision", Map.of("decision", "REFUSE", "refusal", "WITHIN_DUTIES"))
        .then()
        .statusCode(200)
        .body("status", equalTo("PENDING_SIGN"));
    Desk.asked(
        clerkOf(OTHER_STREET),
        second,
        "return-requests",
        Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "属区级管理"));
    act(desk(), second, "return-decision", Map.of("decision", "GRANT"))
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"));

    assertThat(Desk.task(whole).getString("status")).isEqualTo("SIGNED");
    assertThat(Desk.task(whole).getInt("openPartCount")).isZero();
    // It is no return of the case.
    assertThat(Desk.task(whole).getInt("allowances.returning.used")).isZero();
  }

  @Test
  void what_the_centre_takes_back_ends_with_everything_that_was_handed_down() {
    Known known = others.accepted(OtherServices.OTHER);
    UUID whole = withDistrict(known);
    UUID part = handedDown(whole, STREET);

    Desk.command(Desk.as(Role.DISPATCHER), Desk.version(part))
        .body(Map.of("reason", "MISROUTED"))
        .post("/api/assignments/" + part + "/recall")
        .then()
        .statusCode(409);
    Desk.command(Desk.as(Role.DISPATCHER), Desk.version(whole))
        .body(Map.of("reason", "MISROUTED"))
        .post("/api/assignments/" + whole + "/recall")
        .then()
        .statusCode(200);

    assertThat(Desk.task(part).getString("status")).isEqualTo("RECALLED");
    assertThat(Desk.task(part).getString("recall.reason"))
        .isEqualTo(RecallReason.LEAD_CHANGED.name());
    Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
  }

  @Test
  void a_withdrawn_case_cancels_what_was_handed_down() throws SQLException {
    Known known = others.accepted(OtherServices.OTHER);
    UUID whole = withDistrict(known);
    UUID part = handedDown(whole, STREET);

    try (Connection older = database.getConnection();
        Statement sql = older.createStatement()) {
      older.setAutoCommit(false);
      assertThat(
              sql.executeUpdate(
                  "update assignment set status = 'CANCELLED', ended_at = now()"
                      + " where assignment_id = '"
                      + whole
                      + "'"))
          .as("an instance of before sub-dispatch cancels it and leaves the rest")
          .isOne();
      older.rollback();
    }

    others.withdrawn(known);

    Desk.awaitStatus(known.caseId(), "WITHDRAWN");
    assertThat(Desk.task(whole).getString("status")).isEqualTo("CANCELLED");
    assertThat(Desk.task(part).getString("status")).isEqualTo("CANCELLED");
  }

  @Test
  void a_co_handler_that_gives_its_task_back_ends_what_it_handed_down() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(
            known.caseId(), version, Map.of("leadUnitId", "cg", "coUnitIds", List.of(DISTRICT)))
        .then()
        .statusCode(201);
    UUID co =
        UUID.fromString(
            Desk.caseOf(known.caseId())
                .getString("assignments.find { it.role == 'CO' }.assignmentId"));
    Desk.sign(desk(), co, Desk.version(co)).then().statusCode(200);
    UUID part = handedDown(co, STREET);

    Desk.command(Desk.as(Role.DISPATCHER), Desk.version(co))
        .body(Map.of("reason", "MISROUTED"))
        .post("/api/assignments/" + co + "/recall")
        .then()
        .statusCode(200);

    assertThat(Desk.task(part).getString("status")).isEqualTo("RECALLED");
    // The lead waits for nobody any more.
    UUID lead = Desk.openLead(known.caseId());
    Desk.replied(lead, Desk::clerk);
  }

  @Test
  void everybody_reads_who_has_it_and_since_when() {
    Known known = others.accepted(OtherServices.OTHER, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID whole = withDistrict(known);
    clock.moveBy(Duration.ofMinutes(3));
    UUID part = handedDown(whole, STREET);
    Instant since = Instant.parse(Desk.task(part).getString("createdAt"));

    JsonPath inbox = desk().get("/api/assignments?tab=to-reply&limit=200").jsonPath();
    String row = "items.find { it.assignmentId == '" + whole + "' }.";
    assertThat(inbox.getString(row + "parts[0].unitId")).isEqualTo(STREET);
    assertThat(Instant.parse(inbox.getString(row + "parts[0].since"))).isEqualTo(since);
    clock.moveBy(Duration.ofMinutes(20));
    JsonPath board =
        Desk.as(Role.SUPERVISOR)
            .get("/api/supervision/board?concern=unsigned&unit=" + DISTRICT + "&limit=200")
            .jsonPath();
    String held = "items.find { it.caseId == '" + known.caseId() + "' }.holder.";
    assertThat(board.getString(held + "level")).isEqualTo("UNIT");
    assertThat(board.getString(held + "unitId")).isEqualTo(STREET);
    assertThat(Instant.parse(board.getString(held + "since"))).isEqualTo(since);
    // The street sees its own part and nothing of its sibling or of the district.
    assertThat(
            clerkOf(STREET).get("/api/cases/" + known.caseId()).jsonPath().getList("assignments"))
        .hasSize(1);
    clerkOf(OTHER_STREET).get("/api/assignments/" + part).then().statusCode(404);
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
  }

  private UUID withDistrict(Known known) {
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", DISTRICT)).then().statusCode(201);
    UUID whole = Desk.openLead(known.caseId());
    handDown(desk(), whole, Map.of("unitId", STREET))
        .then()
        .statusCode(409)
        .body("detail", containsString("请先签收"));
    Desk.sign(desk(), whole, Desk.version(whole)).then().statusCode(200);
    return whole;
  }

  private static UUID handedDown(UUID whole, String unit) {
    handDown(desk(), whole, Map.of("unitId", unit)).then().statusCode(201);
    return UUID.fromString(
        Desk.task(whole)
            .getString(
                "parts.find { it.unitId == '"
                    + unit
                    + "' && it.status == 'PENDING_SIGN' }"
                    + ".assignmentId"));
  }

  private static List<UUID> partsOf(UUID whole) {
    return Desk.task(whole).getList("parts.assignmentId", UUID.class);
  }

  private static Response handDown(RequestSpecification who, UUID whole, Map<String, String> part) {
    return Desk.command(who, Desk.version(whole))
        .body(Map.of("parts", List.of(part), "note", "请现场核实"))
        .post("/api/assignments/" + whole + "/sub-dispatch");
  }

  private static Response act(
      RequestSpecification who, UUID part, String what, Map<String, String> body) {
    return Desk.command(who, Desk.version(part))
        .body(body)
        .post("/api/assignments/" + part + "/sub-dispatch/" + what);
  }

  private static List<String> pendingReturns() {
    return Desk.as(Role.DISPATCHER)
        .get("/api/unit-requests/pending?kind=RETURN&limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.assignmentId");
  }

  private static List<String> rows(RequestSpecification who, String tab) {
    return who.get("/api/assignments?limit=200&tab=" + tab)
        .jsonPath()
        .getList("items.assignmentId");
  }

  private List<Fact> facts(Known known) {
    return log.factsOf(known.caseId());
  }

  private List<EventType> types(Known known) {
    return facts(known).stream().map(fact -> fact.event().type()).toList();
  }

  private static RequestSpecification desk() {
    return Desk.as("desk-of-district", Role.UNIT_DESK, DISTRICT, DISTRICT_PATH);
  }

  private static RequestSpecification clerkDesk(String street) {
    return Desk.as("desk-of-" + street, Role.UNIT_DESK, street, DISTRICT_PATH + "/" + street);
  }

  private static RequestSpecification clerkOf(String street) {
    return Desk.clerk(street, DISTRICT_PATH + "/" + street);
  }
}
