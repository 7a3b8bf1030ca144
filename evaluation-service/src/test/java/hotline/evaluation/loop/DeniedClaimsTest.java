package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the unit claims beside what the citizen said, of every round (诉办比对). */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class DeniedClaimsTest {

  @Inject OtherServices others;
  @Inject TheLog log;

  @Test
  void each_round_keeps_its_claims_beside_its_answers_for_those_who_compare() {
    OtherServices.Known known = inTwoRounds("dc-one", "dc-two");

    outcome(Desk.as("supervisor-1", Role.SUPERVISOR), known)
        .body("results[0].claims.contacted", equalTo(true))
        .body("results[0].claims.solved", equalTo(true))
        .body("results[0].denied", contains("CONTACT_DENIED", "SOLUTION_DENIED"))
        .body("results[1].claims.solved", equalTo(true))
        .body("results[1].denied", empty());
    outcome(Desk.as("operator-1", Role.OPERATOR), known)
        .body("results[0].solved", equalTo("NO"))
        .body("results[0].claims", nullValue())
        .body("results[0].denied", empty());
    // The unit that had it last reads the claims of its own round alone.
    outcome(Desk.clerk("dc-two", "/center/dc-two"), known)
        .body("results[0].claims", nullValue())
        .body("results[1].claims.solved", equalTo(true));
    outcome(Desk.clerk("dc-one", "/center/dc-one"), known)
        .body("results.size()", equalTo(1))
        .body("results[0].denied", contains("CONTACT_DENIED", "SOLUTION_DENIED"));
  }

  @Test
  void denied_claims_of_closed_cases_are_counted_with_the_unit_of_their_round_and_paged() {
    OtherServices.Known first = inTwoRounds("dc-list", "dc-other");
    OtherServices.Known second = inTwoRounds("dc-list", "dc-other");
    OtherServices.Known open = handled("dc-list");
    rate(open, 1, denied());

    JsonPath page = list("dc-list", 1, null);
    assertThat(page.getInt("count")).isEqualTo(2);
    assertThat(page.getList("units.count", Integer.class)).containsExactly(2);
    assertThat(page.getString("units[0].unitName")).isEqualTo("对照单位dc-list");
    assertThat(page.getInt("items[0].round")).isEqualTo(1);
    assertThat(page.getList("items[0].denied")).contains("SOLUTION_DENIED");
    JsonPath next = list("dc-list", 1, page.getString("nextCursor"));
    assertThat(next.getString("nextCursor")).isNull();
    assertThat(List.of(page.getString("items[0].caseId"), next.getString("items[0].caseId")))
        .containsExactlyInAnyOrder(first.caseId().toString(), second.caseId().toString());
    assertThat(list("dc-other", 50, null).getInt("count")).isZero();
  }

  @Test
  void what_does_not_count_against_the_unit_is_not_listed_against_it_either() {
    OtherServices.Known known = handled("dc-excluded");
    rate(known, 1, Desk.unsolved("POLICY"));
    log.awaitLast(known.caseId(), EventType.CASE_CLOSED);
    assertThat(list("dc-excluded", 50, null).getInt("count")).isEqualTo(1);

    RequestSpecification clerk = Desk.clerk("dc-excluded", "/center/dc-excluded");
    long version =
        clerk.get("/api/cases/" + known.caseId() + "/scoring").jsonPath().getLong("version");
    String request =
        Desk.command(
                Desk.clerk("dc-excluded", "/center/dc-excluded").contentType("application/json"),
                version)
            .body(Map.of("reason", "NOT_TRUE", "explanation", "现场无此情况", "evidence", "照片"))
            .post("/api/cases/" + known.caseId() + "/exclusion")
            .then()
            .statusCode(200)
            .extract()
            .path("requestId");
    Desk.command(Desk.as("one", Role.ASSESSMENT_CLERK), 0)
        .body(Map.of("grants", true, "reason", "属实"))
        .post("/api/score-requests/" + request + "/proposal")
        .then()
        .statusCode(200);
    Desk.command(Desk.as("two", Role.ASSESSMENT_CLERK), 1)
        .post("/api/score-requests/" + request + "/confirmation")
        .then()
        .statusCode(200);

    assertThat(list("dc-excluded", 50, null).getInt("count")).isZero();
  }

  @Test
  void a_period_or_a_unit_that_cannot_be_is_refused() {
    supervisor().get("/api/denied-claims?to=2026-11-02").then().statusCode(400);
    supervisor().get("/api/denied-claims?from=2026-11-02&to=2026-11-02").then().statusCode(400);
    supervisor()
        .get("/api/denied-claims?from=2026-11-01&to=2026-11-02&unit=nowhere")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-unit"));
  }

  private OtherServices.Known inTwoRounds(String unit, String next) {
    OtherServices.Known known = handled(unit);
    rate(known, 1, denied());
    log.awaitLast(known.caseId(), EventType.CASE_REHANDLE_ORDERED);
    others.unit(next, "对照单位" + next);
    others.handled(known, 2, next);
    rate(known, 2, Desk.satisfied());
    log.awaitLast(known.caseId(), EventType.CASE_CLOSED);
    return known;
  }

  private OtherServices.Known handled(String unit) {
    others.unit(unit, "对照单位" + unit);
    OtherServices.Known known = others.newCase();
    others.registered(known, CaseKind.HELP, Urgency.NORMAL);
    others.handled(known, 1, unit);
    return known;
  }

  private static void rate(OtherServices.Known known, int round, Map<String, String> answers) {
    UUID callback = Desk.awaitCallback(known.caseId(), round);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, answers).then().statusCode(200);
  }

  private static Map<String, String> denied() {
    Map<String, String> answers = new HashMap<>(Desk.unsolved("UNIT"));
    answers.put("responded", "NO");
    return answers;
  }

  private static ValidatableResponse outcome(RequestSpecification who, OtherServices.Known known) {
    return who.get("/api/cases/" + known.caseId() + "/outcome").then().statusCode(200);
  }

  private JsonPath list(String unit, int limit, String cursor) {
    LocalDate today = LocalDate.ofInstant(others.now(), ZoneId.of("Asia/Shanghai"));
    RequestSpecification asked =
        supervisor()
            .queryParam("from", today.minusDays(1).toString())
            .queryParam("to", today.plusDays(1).toString())
            .queryParam("unit", unit)
            .queryParam("limit", limit);
    if (cursor != null) {
      asked = asked.queryParam("cursor", cursor);
    }
    return asked.get("/api/denied-claims").then().statusCode(200).extract().jsonPath();
  }

  private static RequestSpecification supervisor() {
    return Desk.as("supervisor-1", Role.SUPERVISOR);
  }
}
