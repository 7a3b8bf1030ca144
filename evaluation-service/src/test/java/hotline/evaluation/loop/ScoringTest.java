package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.APPEAL_FILED;
import static hotline.lifecycle.EventType.APPEAL_UPHELD;
import static hotline.lifecycle.EventType.CASE_EXCLUDED;
import static hotline.lifecycle.EventType.CASE_EXCLUSION_REFUSED;
import static hotline.lifecycle.EventType.CASE_EXCLUSION_REQUESTED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.calendar.DueTime;
import hotline.calendar.Limit;
import hotline.calendar.WorkCalendar;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseExclusionRequested;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.ExclusionReason;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Source;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EvaluationServers.class)
class ScoringTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;

  @Test
  void a_case_is_excluded_when_its_unit_asked_one_reviewed_and_another_confirmed() {
    OtherServices.Known known = closed(Desk.unsolved("POLICY"));
    JsonPath before = scoring(known, clerk("cg")).then().statusCode(200).extract().jsonPath();
    assertThat(before.getString("exclusionHindrance")).isNull();
    assertThat(before.getBoolean("excluded")).isFalse();
    Instant closedAt = Instant.parse(before.getString("closedAt"));
    assertThat(Instant.parse(before.getString("contestUntil")))
        .isEqualTo(
            DueTime.compute(
                closedAt,
                Limit.parse("5wd"),
                WorkCalendar.builder().build(),
                List.of(),
                List.of()));

    UUID request = id(exclude(known, clerk("cg")).then().statusCode(200).extract().response());
    Fact asked = log.awaitLast(known.caseId(), CASE_EXCLUSION_REQUESTED);
    assertThat(asked.event())
        .isEqualTo(new CaseExclusionRequested(request, 1, "cg", ExclusionReason.LEGAL_PROCEDURE));
    assertThat(asked.envelope().actor()).isEqualTo("clerk-of-cg");
    tab("review").body("items.requestId", hasItem(request.toString()));

    propose(request, "one", true).then().statusCode(200).body("status", equalTo("CONFIRMING"));
    tab("review").body("items.requestId", not(hasItem(request.toString())));
    tab("confirm").body("items.requestId", hasItem(request.toString()));
    // The unit does not learn how it will be decided before it is.
    scoring(known, clerk("cg"))
        .then()
        .body("requests[0].grants", nullValue())
        .body("requests[0].decisionReason", nullValue())
        .body("requests[0].proposedBy", nullValue());

    confirm(request, "one").then().statusCode(403).body("code", equalTo("same-person"));
    confirm(request, "two").then().statusCode(200).body("status", equalTo("GRANTED"));

    assertThat(log.awaitLast(known.caseId(), CASE_EXCLUDED).event())
        .isEqualTo(new CaseExcluded(request, 1, "cg", ExclusionReason.LEGAL_PROCEDURE));
    scoring(known, clerk("cg"))
        .then()
        .body("excluded", equalTo(true))
        .body("ratingSetAside", equalTo(false))
        .body("exclusionHindrance", equalTo("ASKED_ALREADY"))
        .body("requests[0].decisionReason", equalTo("已核对材料"));
    confirm(request, "two").then().statusCode(409);
  }

  @Test
  void a_refused_unit_reads_why_and_does_not_ask_twice_in_one_round() {
    OtherServices.Known known = closed(Desk.satisfied());
    UUID request = id(exclude(known, clerk("cg")));
    propose(request, "one", false);
    confirm(request, "two").then().statusCode(200).body("status", equalTo("REFUSED"));

    log.awaitLast(known.caseId(), CASE_EXCLUSION_REFUSED);
    scoring(known, clerk("cg"))
        .then()
        .body("excluded", equalTo(false))
        .body("requests[0].status", equalTo("REFUSED"))
        .body("requests[0].decisionReason", equalTo("已核对材料"));
    exclude(known, clerk("cg")).then().statusCode(409).body("code", equalTo("asked-already"));
  }

  @Test
  void two_of_a_unit_who_ask_at_once_have_asked_once() throws Exception {
    OtherServices.Known known = closed(Desk.satisfied());
    long version = scoringVersion(known);
    Callable<Integer> ask =
        () ->
            Desk.command(clerk("cg"), version)
                .body(exclusionForm())
                .post("/api/cases/" + known.caseId() + "/exclusion")
                .statusCode();
    ExecutorService clerks = Executors.newFixedThreadPool(2);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : clerks.invokeAll(List.of(ask, ask))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    } finally {
      clerks.shutdownNow();
    }
    scoring(known, clerk("cg")).then().body("requests", hasSize(1));
  }

  @Test
  void a_supervisor_confirms_where_there_is_one_assessment_clerk_but_reviews_nothing() {
    UUID request = id(exclude(closed(Desk.satisfied()), clerk("cg")));
    Desk.command(Desk.as("the-supervisor", Role.SUPERVISOR), version(request))
        .body(Map.of("grants", true, "reason", "属实"))
        .post("/api/score-requests/" + request + "/proposal")
        .then()
        .statusCode(403);
    propose(request, "one", true).then().statusCode(200);
    Desk.command(Desk.as("the-supervisor", Role.SUPERVISOR), version(request))
        .post("/api/score-requests/" + request + "/confirmation")
        .then()
        .statusCode(200)
        .body("status", equalTo("GRANTED"));
  }

  @Test
  void a_second_person_sends_a_review_back() {
    UUID request = id(exclude(closed(Desk.satisfied()), clerk("cg")));
    propose(request, "one", true);
    Desk.command(as("two"), version(request))
        .body(Map.of("reason", "请补充立案通知书编号"))
        .post("/api/score-requests/" + request + "/return")
        .then()
        .statusCode(200)
        .body("status", equalTo("REVIEWING"));
    tab("review")
        .body("items.find { it.requestId == '" + request + "' }.sentBack", equalTo("请补充立案通知书编号"));
  }

  @Test
  void after_the_window_the_unit_is_told_why_it_may_not_ask() {
    OtherServices.Known known = closed(Desk.satisfied());
    Instant until =
        Instant.parse(scoring(known, clerk("cg")).then().extract().path("contestUntil"));
    rounds("open").body("items.caseNo", hasItem(known.caseNo()));

    clock.moveTo(until.plusMillis(1));

    exclude(known, clerk("cg")).then().statusCode(409).body("code", equalTo("window-over"));
    appeal(known, clerk("cg")).then().statusCode(409).body("code", equalTo("window-over"));
    scoring(known, clerk("cg"))
        .then()
        .body("exclusionHindrance", equalTo("WINDOW_OVER"))
        .body("appealHindrance", equalTo("WINDOW_OVER"));
    rounds("open").body("items.caseNo", not(hasItem(known.caseNo())));
    rounds("over")
        .body(
            "items.find { it.caseNo == '" + known.caseNo() + "' }.exclusionHindrance",
            equalTo("WINDOW_OVER"));
  }

  @Test
  void another_unit_finds_nothing_and_nothing_is_asked_of_a_case_that_is_open() {
    OtherServices.Known known = closed(Desk.satisfied());
    scoring(known, clerk("jt")).then().statusCode(404);
    Desk.command(clerk("jt"), 0)
        .body(exclusionForm())
        .post("/api/cases/" + known.caseId() + "/exclusion")
        .then()
        .statusCode(404);

    OtherServices.Known open = others.completed();
    Desk.awaitCallback(open.caseId(), 1);
    exclude(open, clerk("cg")).then().statusCode(409).body("code", equalTo("not-closed"));
  }

  @Test
  void a_reopening_ends_what_was_asked_and_the_next_round_counts_again() {
    OtherServices.Known known = closed(Desk.satisfied());
    UUID lapses = id(exclude(known, clerk("cg")));
    propose(lapses, "one", true);

    reopen(known);

    confirm(lapses, "two").then().statusCode(409).body("requestStatus", equalTo("LAPSED"));
    exclude(known, clerk("cg")).then().statusCode(409).body("code", equalTo("not-closed"));
    scoring(known, clerk("cg")).then().body("requests[0].status", equalTo("LAPSED"));

    others.handled(known, 2);
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.unsolved("POLICY")).then().statusCode(200);
    scoring(known, clerk("cg"))
        .then()
        .body("round", equalTo(2))
        .body("excluded", equalTo(false))
        .body("exclusionHindrance", nullValue());
    exclude(known, clerk("cg")).then().statusCode(200);
    scoring(known, clerk("cg")).then().body("requests", hasSize(2));
  }

  @Test
  void who_asked_before_another_unit_closed_the_case_reads_that_it_cannot_ask_any_more() {
    OtherServices.Known known = closed(Desk.satisfied());
    exclude(known, clerk("cg")).then().statusCode(200);
    reopen(known);
    others.handled(known, 2, "jt");
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.satisfied()).then().statusCode(200);

    scoring(known, clerk("cg"))
        .then()
        .statusCode(200)
        .body("unitId", nullValue())
        .body("closedAt", nullValue())
        .body("exclusionHindrance", equalTo("OTHER_UNIT"))
        .body("appealHindrance", equalTo("OTHER_UNIT"));
    scoring(known, clerk("jt"))
        .then()
        .body("unitId", equalTo("jt"))
        .body("exclusionHindrance", nullValue());
  }

  @Test
  void what_was_excluded_counts_again_after_a_reopening() {
    OtherServices.Known known = closed(Desk.satisfied());
    UUID request = id(exclude(known, clerk("cg")));
    propose(request, "one", true);
    confirm(request, "two").then().statusCode(200);

    reopen(known);

    scoring(known, clerk("cg"))
        .then()
        .body("excluded", equalTo(false))
        .body("requests[0].status", equalTo("GRANTED"));
  }

  @Test
  void an_upheld_appeal_sets_the_rating_aside_and_leaves_it_as_it_was_given() {
    OtherServices.Known known = closed(Desk.unsolved("POLICY"));
    UUID request = id(appeal(known, clerk("cg")).then().statusCode(200).extract().response());
    log.awaitLast(known.caseId(), APPEAL_FILED);
    as("one")
        .get("/api/score-requests?kind=appeal&tab=review")
        .then()
        .statusCode(200)
        .body("items.find { it.requestId == '" + request + "' }.satisfied", equalTo("NO"));
    propose(request, "one", true).then().statusCode(200);
    confirm(request, "two").then().statusCode(200).body("status", equalTo("GRANTED"));

    log.awaitLast(known.caseId(), APPEAL_UPHELD);
    scoring(known, clerk("cg"))
        .then()
        .body("ratingSetAside", equalTo(true))
        .body("excluded", equalTo(false))
        .body("exclusionHindrance", nullValue())
        .body("appealHindrance", equalTo("ASKED_ALREADY"));
    Desk.as("the-leader", Role.LEADER)
        .get("/api/cases/" + known.caseId() + "/outcome")
        .then()
        .body("results[0].satisfied", equalTo("NO"));
  }

  private OtherServices.Known closed(Map<String, String> answers) {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, answers).then().statusCode(200).body("decision", equalTo("CLOSED"));
    return known;
  }

  private void reopen(OtherServices.Known known) {
    Instant closedAt = Instant.parse(scoring(known, clerk("cg")).then().extract().path("closedAt"));
    others.say(
        known,
        Source.INTAKE,
        new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
    log.awaitLast(known.caseId(), CASE_REOPENED);
  }

  private static RequestSpecification clerk(String unit) {
    return Desk.clerk(unit, "/center/" + unit).contentType(ContentType.JSON);
  }

  private static RequestSpecification as(String user) {
    return given()
        .auth()
        .oauth2(TestTokens.forRole(Role.ASSESSMENT_CLERK, "center", "/center", user))
        .contentType(ContentType.JSON);
  }

  private static Response scoring(OtherServices.Known known, RequestSpecification who) {
    return who.get("/api/cases/" + known.caseId() + "/scoring");
  }

  private static Response exclude(OtherServices.Known known, RequestSpecification who) {
    return Desk.command(who, scoringVersion(known))
        .body(exclusionForm())
        .post("/api/cases/" + known.caseId() + "/exclusion");
  }

  private static Map<String, String> exclusionForm() {
    return Map.of(
        "reason", "LEGAL_PROCEDURE", "explanation", "法院已立案", "evidence", "立案通知书（2026）1 号");
  }

  private static Response appeal(OtherServices.Known known, RequestSpecification who) {
    return Desk.command(who, scoringVersion(known))
        .body(Map.of("reason", "OTHER_UNIT", "explanation", "评价的是物业", "evidence", "通话录音 3 分 10 秒"))
        .post("/api/cases/" + known.caseId() + "/appeal");
  }

  private static long scoringVersion(OtherServices.Known known) {
    return scoring(known, clerk("cg"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static UUID id(Response asked) {
    return UUID.fromString(asked.then().statusCode(200).extract().path("requestId"));
  }

  private static io.restassured.response.ValidatableResponse tab(String tab) {
    return as("one")
        .get("/api/score-requests?limit=200&tab=" + tab)
        .then()
        .statusCode(200)
        .body(
            "count",
            equalTo(
                as("one")
                    .get("/api/score-requests?limit=200&tab=" + tab)
                    .<List<?>>path("items")
                    .size()));
  }

  private static io.restassured.response.ValidatableResponse rounds(String tab) {
    return clerk("cg").get("/api/scored-rounds?limit=200&tab=" + tab).then().statusCode(200);
  }

  private static long version(UUID request) {
    for (String tab : List.of("review", "confirm", "decided")) {
      for (String kind : List.of("exclusion", "appeal")) {
        Number version =
            as("one")
                .get("/api/score-requests?limit=200&kind=" + kind + "&tab=" + tab)
                .path("items.find { it.requestId == '" + request + "' }?.version");
        if (version != null) {
          return version.longValue();
        }
      }
    }
    throw new AssertionError("There is no request " + request);
  }

  private static Response propose(UUID request, String user, boolean grants) {
    return Desk.command(as(user), version(request))
        .body(Map.of("grants", grants, "reason", "已核对材料"))
        .post("/api/score-requests/" + request + "/proposal");
  }

  private static Response confirm(UUID request, String user) {
    return Desk.command(as(user), version(request))
        .post("/api/score-requests/" + request + "/confirmation");
  }
}
