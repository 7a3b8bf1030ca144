package hotline.evaluation.loop;

import hotline.access.Role;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
    String draw = drawn(others);
    List<String> checks = checksOf(draw);
    take(checks.get(1));
    take(checks.get(2));
    for (String reported : List.of(checks.get(3), checks.get(4))) {
      take(reported);
      found(reported);
    }
    String drawPath = "/evaluation/api/spot-draws/{id}";
    String checkPath = "/evaluation/api/spot-checks/{id}";
    String day = LocalDate.ofInstant(others.now(), ZoneId.of("Asia/Shanghai")).toString();
    String next = LocalDate.parse(day).plusDays(1).toString();
    String finding =
        "{\"finding\":\"DONE\",\"contacted\":\"YES\",\"checkedAt\":\"%s\",\"place\":\"北门\",\"evidence\":\"照片\"}"
            .formatted(others.now());
    return new Examples(
        Example.of("POST /evaluation/api/spot-draws")
            .json(
                "{\"from\":\"%s\",\"to\":\"%s\",\"category\":\"%s\",\"size\":1}"
                    .formatted(day, next, SPOT_CATEGORY))
            .passing(409),
        Example.of("GET /evaluation/api/spot-draws").with("limit", 200).showing(draw),
        Example.of("GET " + drawPath).with("id", draw).showing("cg"),
        Example.of("GET " + drawPath + "/frame").with("id", draw).showing("cg"),
        Example.of("GET " + drawPath + "/redraw").with("id", draw).showing("\"equal\":true"),
        Example.of("GET /evaluation/api/suspicious-closings").with("from", day).with("to", next),
        Example.of("GET /evaluation/api/denied-claims").with("from", day).with("to", next),
        Example.of("GET /evaluation/api/spot-checks")
            .with("tab", "check")
            .with("draw", draw)
            .with("limit", 200)
            .showing(checks.get(0)),
        Example.of("GET " + checkPath).with("id", checks.get(0)).showing(draw),
        Example.of("POST " + checkPath + "/named-checker")
            .with("id", checks.get(0))
            .json("{\"checker\":\"nobody\"}")
            .version(99)
            .passing(412),
        Example.of("GET /evaluation/api/spot-checkers"),
        Example.of("POST /evaluation/api/spot-checkers").json("{\"post\":\"核查一组 9 号\"}"),
        Example.of("POST /evaluation/api/spot-checkers/removal")
            .json("{\"checker\":\"nobody\"}")
            .passing(400),
        Example.of("POST " + checkPath + "/checker")
            .with("id", checks.get(0))
            .version(0)
            .passing(412),
        Example.of("POST " + checkPath + "/finding")
            .with("id", checks.get(1))
            .version(1)
            .json(finding)
            .passing(409),
        Example.of("POST " + checkPath + "/obstacle")
            .with("id", checks.get(2))
            .version(1)
            .json("{\"reason\":\"NO_ACCESS\",\"notes\":\"院门上锁\"}")
            .passing(409),
        Example.of("POST " + checkPath + "/confirmation")
            .with("id", checks.get(3))
            .version(2)
            .passing(409),
        Example.of("POST " + checkPath + "/return")
            .with("id", checks.get(4))
            .version(2)
            .json("{\"reason\":\"请补充照片\"}")
            .passing(409),
        Example.of("GET /evaluation/api/cases/{caseId}/archive")
            .with("caseId", held.caseId())
            .showing(held.caseNo()),
        Example.of("POST /evaluation/api/cases/{caseId}/legal-holds")
            .with("caseId", toHold.caseId())
            .version(archiveVersion(toHold))
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
            .version(scoringVersion(excluded))
            .json("{\"reason\":\"NOT_TRUE\",\"explanation\":\"现场无此情况\",\"evidence\":\"照片 3 张\"}")
            .passing(409),
        Example.of("POST /evaluation/api/cases/{caseId}/appeal")
            .with("caseId", contested.caseId())
            .version(scoringVersion(contested))
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

  /** Its cases are drawn, and no others. */
  private static final String SPOT_CATEGORY = "99";

  private static String drawn(OtherServices others) {
    List<OtherServices.Known> handled = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      OtherServices.Known known = others.newCase();
      others.registered(known, CaseKind.HELP, Urgency.NORMAL);
      others.inCategory(known, SPOT_CATEGORY + "0101");
      others.handled(known, 1);
      handled.add(known);
    }
    for (OtherServices.Known known : handled) {
      UUID callback = Desk.awaitCallback(known.caseId(), 1);
      Desk.attempt(callback, "REACHED").then().statusCode(200);
      Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    }
    LocalDate today = LocalDate.ofInstant(others.now(), ZoneId.of("Asia/Shanghai"));
    return Desk.as("the-checker", Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "from",
                today.toString(),
                "to",
                today.plusDays(1).toString(),
                "category",
                SPOT_CATEGORY,
                "size",
                5))
        .post("/api/spot-draws")
        .then()
        .statusCode(200)
        .extract()
        .path("drawId");
  }

  private static List<String> checksOf(String draw) {
    return Desk.as("the-checker", Role.SUPERVISOR)
        .get("/api/spot-checks?limit=200&tab=check&draw=" + draw)
        .then()
        .statusCode(200)
        .extract()
        .path("items.checkId");
  }

  private static void take(String check) {
    Desk.command(Desk.as("the-checker", Role.SUPERVISOR), 0)
        .post("/api/spot-checks/" + check + "/checker")
        .then()
        .statusCode(200);
  }

  private static void found(String check) {
    Desk.command(Desk.as("the-checker", Role.SUPERVISOR), 1)
        .body(Map.of("reason", "NO_ACCESS", "notes", "院门上锁"))
        .post("/api/spot-checks/" + check + "/obstacle")
        .then()
        .statusCode(200);
  }

  private static OtherServices.Known closed(OtherServices others) {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    return known;
  }

  private static long scoringVersion(OtherServices.Known known) {
    return Desk.clerk("cg", "/center/cg")
        .get("/api/cases/" + known.caseId() + "/scoring")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static long archiveVersion(OtherServices.Known known) {
    return Desk.as("the-supervisor", Role.SUPERVISOR)
        .get("/api/cases/" + known.caseId() + "/archive")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static UUID held(OtherServices.Known known) {
    return UUID.fromString(
        Desk.command(Desk.as("the-supervisor", Role.SUPERVISOR), archiveVersion(known))
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
                Desk.clerk("cg", "/center/cg").contentType("application/json"),
                scoringVersion(known))
            .body(Map.of("reason", "NOT_TRUE", "explanation", "现场无此情况", "evidence", "照片"))
            .post("/api/cases/" + known.caseId() + "/exclusion")
            .then()
            .statusCode(200)
            .extract()
            .path("requestId"));
  }
}
