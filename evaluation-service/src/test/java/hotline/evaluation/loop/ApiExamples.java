package hotline.evaluation.loop;

import hotline.access.Role;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import java.util.Map;
import java.util.UUID;

/** For each operation of the interface a request that is right. */
final class ApiExamples {
  private static final String CALLBACK = "/evaluation/api/callbacks/{id}";

  private ApiExamples() {}

  static Examples of(OtherServices others) {
    OtherServices.Known known = others.completed();
    UUID open = Desk.awaitCallback(known.caseId(), 1);
    UUID reached = Desk.awaitCallback(others.completed().caseId(), 1);
    UUID silent = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.attempt(reached, "REACHED").then().statusCode(200);
    OtherServices.Known excluded = closed(others);
    OtherServices.Known contested = closed(others);
    UUID reviewed = asked(closed(others));
    UUID confirmed = asked(closed(others));
    UUID sentBack = asked(closed(others));
    Desk.command(Desk.as("another", Role.ASSESSMENT_CLERK), 0)
        .body(Map.of("grants", false, "reason", "材料不足"))
        .post("/api/score-requests/" + confirmed + "/proposal")
        .then()
        .statusCode(200);
    OtherServices.Known held = closed(others);
    UUID hold = held(held);
    OtherServices.Known toHold = closed(others);
    String request = "/evaluation/api/score-requests/{id}";
    return new Examples(
        Example.of("GET /evaluation/api/cases/{caseId}/archive")
            .with("caseId", held.caseId())
            .showing(held.caseNo()),
        Example.of("POST /evaluation/api/cases/{caseId}/legal-holds")
            .with("caseId", toHold.caseId())
            .version(caseVersion(toHold))
            .json(
                "{\"reason\":\"AUDIT\",\"reference\":\"审计通知书〔2026〕7 号\",\"explanation\":\"专项审计\"}")
            .passing(409),
        Example.of("GET /evaluation/api/legal-holds")
            .with("tab", "standing")
            .with("limit", 200)
            .showing(held.caseNo()),
        Example.of("POST /evaluation/api/legal-holds/{id}/lifting")
            .with("id", hold)
            .version(0)
            .json("{\"reason\":\"已结案\"}")
            .passing(409),
        Example.of("GET /evaluation/api/cases/{caseId}/scoring")
            .with("caseId", excluded.caseId())
            .showing(excluded.caseNo()),
        Example.of("GET /evaluation/api/scored-rounds")
            .with("tab", "open")
            .with("limit", 200)
            .showing(contested.caseNo()),
        Example.of("POST /evaluation/api/cases/{caseId}/exclusion")
            .with("caseId", excluded.caseId())
            .version(caseVersion(excluded))
            .json("{\"reason\":\"NOT_TRUE\",\"explanation\":\"现场无此情况\",\"evidence\":\"照片 3 张\"}")
            .passing(409),
        Example.of("POST /evaluation/api/cases/{caseId}/appeal")
            .with("caseId", contested.caseId())
            .version(caseVersion(contested))
            .json("{\"reason\":\"OTHER_UNIT\",\"explanation\":\"评价的是物业\",\"evidence\":\"录音\"}")
            .passing(409),
        Example.of("GET /evaluation/api/score-requests")
            .with("kind", "exclusion")
            .with("tab", "review")
            .with("limit", 200)
            .showing(reviewed.toString()),
        Example.of("POST " + request + "/proposal")
            .with("id", reviewed)
            .version(0)
            .json("{\"grants\":true,\"reason\":\"材料属实\"}")
            .passing(409),
        Example.of("POST " + request + "/confirmation")
            .with("id", confirmed)
            .version(1)
            .passing(409),
        Example.of("POST " + request + "/return")
            .with("id", sentBack)
            .version(0)
            .json("{\"reason\":\"请补充材料\"}")
            .passing(409),
        Example.of("GET /evaluation/api/callbacks").with("tab", "all").with("limit", 200),
        Example.of("GET " + CALLBACK).with("id", open).showing(known.caseNo()),
        Example.of("POST " + CALLBACK + "/attempts")
            .with("id", open)
            .version(0)
            .json("{\"result\":\"NO_ANSWER\",\"note\":\"占线\"}"),
        Example.of("POST " + CALLBACK + "/evaluation")
            .with("id", reached)
            .version(Desk.version(reached))
            .json(
                "{\"responded\":\"YES\",\"solved\":\"YES\",\"satisfied\":\"YES\",\"requestTrue\":\"YES\",\"verbatim\":\"好\"}")
            .passing(409),
        Example.of("POST " + CALLBACK + "/unreachable").with("id", silent).version(0).passing(409),
        Example.of("GET /evaluation/api/cases/{caseId}/clocks")
            .with("caseId", known.caseId())
            .showing("3wd"),
        Example.of("GET /evaluation/api/cases/{caseId}/outcome")
            .with("caseId", known.caseId())
            .showing(known.caseNo()));
  }

  private static OtherServices.Known closed(OtherServices others) {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    return known;
  }

  private static long caseVersion(OtherServices.Known known) {
    return Desk.clerk("cg", "/center/cg")
        .get("/api/cases/" + known.caseId() + "/scoring")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static UUID held(OtherServices.Known known) {
    return UUID.fromString(
        Desk.command(Desk.as("the-supervisor", Role.SUPERVISOR), caseVersion(known))
            .body(
                Map.of(
                    "reason", "LITIGATION", "reference", "（2026）鲁0281民初1号", "explanation", "法院调卷"))
            .post("/api/cases/" + known.caseId() + "/legal-holds")
            .then()
            .statusCode(200)
            .extract()
            .path("holdId"));
  }

  private static UUID asked(OtherServices.Known known) {
    return UUID.fromString(
        Desk.command(
                Desk.clerk("cg", "/center/cg").contentType("application/json"), caseVersion(known))
            .body(Map.of("reason", "NOT_TRUE", "explanation", "现场无此情况", "evidence", "照片"))
            .post("/api/cases/" + known.caseId() + "/exclusion")
            .then()
            .statusCode(200)
            .extract()
            .path("requestId"));
  }
}
