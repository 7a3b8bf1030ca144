package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentEndorsementEnded;
import hotline.lifecycle.AssignmentReplySubmitted;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EndorsementOutcome;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a unit submits only with the signature of its leader (分管领导签发). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class EndorsementTest {

  private static final String UNIT = "endorsed";
  private static final String PATH = "/center/" + UNIT;

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @BeforeEach
  void a_unit_whose_leader_signs_everything() {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "code", UNIT, "parentCode", "center", "nameZh", "签发单位", "nameEn", "Signing unit"))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    for (String act : List.of("REPLY", "RETURN")) {
      rule(Map.of("unitId", UNIT, "act", act, "need", "REQUIRED")).then().statusCode(201);
    }
  }

  @Test
  void a_reply_is_sent_back_written_again_signed_and_only_then_reviewed() {
    Known known = others.accepted(OtherServices.OTHER);
    UUID task = contacted(known);
    assertThat(detail(task).getList("needsEndorsement")).containsExactly("REPLY", "RETURN");
    Desk.reply(clerk(), task, Desk.version(task))
        .then()
        .statusCode(200)
        .body("awaits", equalTo("REPLY"))
        .body("status", equalTo("CONTACTED"));
    assertThat(detail(task).getString("endorsement.act")).isEqualTo("REPLY");
    assertThat(waiting().getList("items.assignmentId")).contains(task.toString());
    assertThat(waiting().getString(item(task) + "draft.reply.publicReply")).contains("已修复");
    assertThat(tab().getList("items.assignmentId")).contains(task.toString());
    // Whoever has no part in the unit reads none of its words.
    Desk.as(Role.REPLY_REVIEWER).get(drafts(task)).then().statusCode(403);
    Desk.clerk().get(drafts(task)).then().statusCode(404);
    assertThat(Desk.task(task).getList("replies")).isEmpty();
    // A second click, and another way past the leader.
    Desk.reply(clerk(), task, Desk.version(task))
        .then()
        .statusCode(409)
        .body("type", containsString("draft-waits"));

    decide(leader("writer"), task, 1, Map.of("decision", "REFUSE")).then().statusCode(400);
    decide(leader("leader"), task, 1, Map.of("decision", "REFUSE", "remark", "请写明修复日期"))
        .then()
        .statusCode(200)
        .body("status", equalTo("CONTACTED"));
    JsonPath written = clerk().get(drafts(task)).then().statusCode(200).extract().jsonPath();
    assertThat(written.getString("items[0].state")).isEqualTo("REFUSED");
    assertThat(written.getString("items[0].remark")).isEqualTo("请写明修复日期");

    Desk.reply(clerk(), task, Desk.version(task)).then().statusCode(200);
    // Nobody signs what that person wrote.
    decide(writerAsLeader(), task, 2, Map.of("decision", "SIGN")).then().statusCode(403);
    clock.moveBy(Duration.ofMinutes(30));
    Instant signed = clock.instant();
    decide(leader("leader"), task, 2, Map.of("decision", "SIGN"))
        .then()
        .statusCode(200)
        .body("status", equalTo("REPLY_SUBMITTED"));
    decide(leader("other-leader"), task, 2, Map.of("decision", "SIGN"))
        .then()
        .statusCode(409)
        .body("draftState", equalTo("SIGNED"));
    assertThat(Desk.task(task).getString("endorsement")).isNull();
    assertThat(Instant.parse(Desk.task(task).getString("repliedAt")))
        .isBetween(signed.minusSeconds(1), signed.plusSeconds(60));
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);

    log.awaitLast(known.caseId(), EventType.ASSIGNMENT_COMPLETED);
    assertThat(types(known.caseId()))
        .containsSubsequence(
            EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED,
            EventType.ASSIGNMENT_ENDORSEMENT_ENDED,
            EventType.ASSIGNMENT_ENDORSEMENT_REQUESTED,
            EventType.ASSIGNMENT_ENDORSEMENT_ENDED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_COMPLETED);
    assertThat(log.factsOf(known.caseId()))
        .extracting(Fact::event)
        .filteredOn(AssignmentReplySubmitted.class::isInstance)
        .hasSize(1);
  }

  @Test
  void whoever_signed_a_reply_does_not_review_it() throws SQLException {
    Known known = others.accepted(OtherServices.OTHER);
    UUID task = contacted(known);
    Desk.reply(clerk(), task, Desk.version(task)).then().statusCode(200);
    decide(leader("the-reply-reviewer"), task, 1, Map.of("decision", "SIGN"))
        .then()
        .statusCode(200);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(403);
  }

  @Test
  void a_return_counts_by_its_signature_and_lapses_with_its_window() {
    Known known = others.accepted(OtherServices.OTHER, CaseKind.HELP, Urgency.CRITICAL, null);
    UUID task = given(known);
    Map<String, String> why = Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "条例第六条");
    Desk.ask(clerk(), task, "return-requests", Desk.version(task), why)
        .then()
        .statusCode(201)
        .body("awaits", equalTo("RETURN"))
        .body("requestNo", nullValue());
    Instant until = Instant.parse(detail(task).getString("allowances.returning.until"));
    long version = Desk.version(task);
    clock.moveBy(Duration.between(clock.instant(), until).plusMinutes(1));

    Response late = decide(leader("leader"), task, 1, Map.of("decision", "SIGN"));
    // The clock may have ended it a moment before.
    assertThat(late.statusCode()).isIn(409, 412);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(types(known.caseId()))
                    .containsSubsequence(
                        EventType.ASSIGNMENT_ENDORSEMENT_ENDED,
                        EventType.ASSIGNMENT_DEEMED_ACCEPTED));
    assertThat(ended(known.caseId()).endorsement()).isEqualTo(EndorsementOutcome.WINDOW_PASSED);
    assertThat(Desk.version(task)).isGreaterThanOrEqualTo(version);
    assertThat(clerk().get(drafts(task)).then().extract().jsonPath().getString("items[0].state"))
        .isEqualTo("WINDOW_PASSED");
  }

  @Test
  void a_signed_return_is_decided_by_the_centre_and_a_draft_may_be_taken_back() {
    Known known = others.accepted(OtherServices.OTHER);
    UUID task = given(known);
    Map<String, String> why = Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "条例第六条");
    Desk.ask(clerk(), task, "return-requests", Desk.version(task), why).then().statusCode(201);
    Desk.command(clerk(), Desk.version(task))
        .body(Map.of())
        .post(drafts(task) + "/1/withdrawal")
        .then()
        .statusCode(200);
    assertThat(ended(known.caseId()).endorsement()).isEqualTo(EndorsementOutcome.TAKEN_BACK);
    Desk.ask(clerk(), task, "return-requests", Desk.version(task), why).then().statusCode(201);
    decide(leader("leader"), task, 2, Map.of("decision", "SIGN"))
        .then()
        .statusCode(200)
        .body("requestNo", equalTo(1))
        .body("status", equalTo("RETURN_REQUESTED"));
    Desk.decide(task, "return-requests", 1, Map.of("decision", "GRANT")).then().statusCode(200);
  }

  @Test
  void a_recall_ends_the_wait_and_an_instance_of_before_too() throws SQLException {
    Known known = others.accepted(OtherServices.OTHER);
    UUID task = contacted(known);
    Desk.reply(clerk(), task, Desk.version(task)).then().statusCode(200);
    // What an instance that does not know of signatures writes.
    try (Connection sql = database.getConnection();
        Statement update = sql.createStatement()) {
      update.executeUpdate(
          "update assignment set status = 'RECALLED', ended_at = now(), recall_reason = 'RAISED',"
              + " version = version + 1 where assignment_id = '"
              + task
              + "'");
    }
    assertThat(Desk.task(task).getString("endorsement")).isNull();
    decide(leader("leader"), task, 1, Map.of("decision", "SIGN"))
        .then()
        .statusCode(409)
        .body("draftState", equalTo("LAPSED"));
  }

  @Test
  void a_rule_says_what_is_wrong_and_begins_not_in_the_past() {
    rule(Map.of("unitId", "no-such-unit", "validFrom", clock.instant().minusSeconds(60).toString()))
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("unitId", "act", "need", "validFrom")));
    rule(Map.of(
            "unitId", UNIT,
            "act", "REPLY",
            "urgency", "CRITICAL",
            "need", "NOT_REQUIRED",
            "validFrom", clock.instant().plus(Duration.ofDays(400)).toString()))
        .then()
        .statusCode(201)
        .body("inForce", equalTo(false));
  }

  private static Response rule(Map<String, ?> entry) {
    return Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(entry)
        .post("/api/endorsement-rules");
  }

  private UUID given(Known known) {
    Desk.awaitWaiting(known.caseId());
    Desk.dispatch(
            known.caseId(),
            Desk.caseOf(known.caseId()).getLong("version"),
            Map.of("leadUnitId", UNIT))
        .then()
        .statusCode(201);
    UUID task = Desk.openLead(known.caseId());
    // A rule of a moment ago is known to every instance a moment later.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> detail(task).getList("needsEndorsement").size() == 2);
    return task;
  }

  private UUID contacted(Known known) {
    UUID task = given(known);
    Desk.sign(clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(clerk(), task, Desk.version(task)).then().statusCode(200);
    return task;
  }

  private static RequestSpecification clerk() {
    return Desk.as("writer", Role.CLERK, UNIT, PATH);
  }

  private static RequestSpecification leader(String user) {
    return Desk.as(user, Role.UNIT_LEADER, UNIT, PATH);
  }

  private static RequestSpecification writerAsLeader() {
    return leader("writer");
  }

  private static Response decide(
      RequestSpecification who, UUID task, int draftNo, Map<String, String> decision) {
    return Desk.command(who, Desk.version(task))
        .body(decision)
        .post(drafts(task) + "/" + draftNo + "/decision");
  }

  private static String drafts(UUID task) {
    return "/api/assignments/" + task + "/drafts";
  }

  private static JsonPath detail(UUID task) {
    return clerk().get("/api/assignments/" + task).then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath waiting() {
    return leader("leader")
        .get("/api/drafts/pending?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath tab() {
    JsonPath page =
        clerk()
            .get("/api/assignments?tab=to-endorse&limit=200")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(page.getInt("counts.to-endorse")).isEqualTo(page.getList("items").size());
    return page;
  }

  private static String item(UUID task) {
    return "items.find { it.assignmentId == '" + task + "' }.";
  }

  private List<EventType> types(UUID caseId) {
    return log.factsOf(caseId).stream().map(fact -> fact.event().type()).toList();
  }

  private AssignmentEndorsementEnded ended(UUID caseId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> types(caseId).contains(EventType.ASSIGNMENT_ENDORSEMENT_ENDED));
    return log.factsOf(caseId).stream()
        .map(Fact::event)
        .filter(AssignmentEndorsementEnded.class::isInstance)
        .map(AssignmentEndorsementEnded.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
