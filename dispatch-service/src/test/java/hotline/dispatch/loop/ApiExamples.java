package hotline.dispatch.loop;

import hotline.access.Role;
import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** For each operation of the interface a request that is right. */
final class ApiExamples {
  private static final String TASK = "/dispatch/api/assignments/{id}";
  private static final String CASE = "/dispatch/api/cases/{caseId}";

  private static final String SUPERVISION = "/dispatch/api/supervision";

  private static final String EXTENSION =
      "{\"reason\":\"WORKS_IN_PROGRESS\",\"grounds\":\"路面养护需 7 天\",\"workDays\":2}";
  private static final String RETURN =
      "{\"reason\":\"NOT_OUR_DUTY\",\"legalBasis\":\"条例第六条\",\"suggestedUnitId\":\"zj\"}";

  private static final String NOTICE =
      "{\"notices\":[{\"year\":2031,\"days\":[{\"name\":\"元旦\",\"date\":\"2031-01-01\",\"isOffDay\":true}]}],"
          + "\"reason\":\"导入放假安排\"}";

  private ApiExamples() {}

  static Examples of(OtherServices others, Instant now) {
    OtherServices.Known shown = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(shown.caseId(), 1);
    UUID toSign = newTask(others);
    UUID toContact = newTask(others);
    UUID toReply = newTask(others);
    UUID toReview = newTask(others);
    OtherServices.Known waiting = others.accepted(OtherServices.OTHER);
    Desk.sign(Desk.clerk(), toContact, 0).then().statusCode(200);
    Desk.sign(Desk.clerk(), toReply, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), toReply, 1).then().statusCode(200);
    Desk.replied(toReview, Desk::clerk);
    long version = Desk.awaitStatus(waiting.caseId(), "PENDING_DISPATCH").getLong("version");
    UUID toExtend = contacted(others);
    UUID toHold = contacted(others);
    UUID toReturn = contacted(others);
    UUID toRecall = contacted(others);
    UUID urged = others.accepted(OtherServices.ROADS).caseId();
    UUID carded = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(urged, 1);
    Desk.awaitTask(carded, 1);
    UUID toAnswer = supervised(others);
    UUID toJudge = supervised(others);
    UUID toShow = supervised(others);
    answer(toJudge);
    String hold =
        "{\"reason\":\"SEASON\",\"evidence\":\"冬季无法施工\",\"resumeAt\":\""
            + now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS)
            + "\"}";
    return new Examples(
        asking("extension", toExtend, EXTENSION),
        asking("hold", toHold, hold),
        asking("return", toReturn, RETURN),
        deciding(others, "extension", EXTENSION),
        deciding(others, "hold", hold),
        deciding(others, "return", RETURN),
        Example.of("POST " + TASK + "/recall")
            .with("id", toRecall)
            .version(2)
            .json("{\"reason\":\"RAISED\"}")
            .passing(409),
        Example.of("POST " + TASK + "/resumption")
            .with("id", toExtend)
            .version(2)
            .passing(409)
            .passing(412),
        Example.of("GET " + SUPERVISION + "/cases/{caseId}").with("caseId", carded),
        Example.of("POST " + SUPERVISION + "/cases/{caseId}/urges")
            .with("caseId", urged)
            .json("{\"words\":\"请尽快联系诉求人\"}")
            .passing(409),
        Example.of("POST " + SUPERVISION + "/urges")
            .json("{\"items\":[{\"caseId\":\"" + urged + "\",\"words\":\"请尽快办理\"}]}"),
        Example.of("GET " + SUPERVISION + "/cards")
            .with("from", "2026-01-01")
            .with("to", "2026-12-31"),
        Example.of("GET " + SUPERVISION + "/orders")
            .with("tab", "to-answer")
            .with("limit", 200)
            .showing(toShow.toString()),
        Example.of("POST " + SUPERVISION + "/orders")
            .version(caseVersion(carded))
            .json(order(carded, "NOTICE"))
            .passing(409),
        Example.of("POST " + SUPERVISION + "/orders/{orderId}/rectifications")
            .with("orderId", toAnswer)
            .version(0)
            .json("{\"words\":\"已整改\"}")
            .passing(409)
            .passing(412),
        Example.of("POST " + SUPERVISION + "/orders/{orderId}/judgements")
            .with("orderId", toJudge)
            .version(1)
            .json("{\"accepted\":true}")
            .passing(409)
            .passing(412),
        Example.of("GET /dispatch/api/assignments")
            .with("tab", "all")
            .with("q", shown.caseNo())
            .showing(shown.caseNo()),
        Example.of("GET " + TASK).with("id", task).showing(shown.caseNo()),
        Example.of("GET " + TASK + "/deadlines").with("id", task),
        Example.of("POST " + TASK + "/contact-attempts")
            .with("id", toContact)
            .version(1)
            .json("{\"result\":\"REACHED\",\"channel\":\"PHONE\",\"note\":\"已说明\"}"),
        Example.of("POST " + TASK + "/replies")
            .with("id", toReply)
            .version(2)
            .json("{\"handlingText\":\"已修\",\"publicReply\":\"已修好\",\"claimedSolved\":true}")
            .passing(409),
        Example.of("POST " + TASK + "/reviews")
            .with("id", toReview)
            .version(Desk.version(toReview))
            .json("{\"decision\":\"REJECT\",\"reason\":\"ATTITUDE\",\"comment\":\"请核实\"}")
            .passing(409),
        Example.of("POST " + TASK + "/signature").with("id", toSign).version(0).passing(409),
        Example.of("GET " + CASE).with("caseId", shown.caseId()).showing(shown.caseNo()),
        Example.of("POST " + CASE + "/dispatch")
            .with("caseId", waiting.caseId())
            .version(version)
            .json("{\"leadUnitId\":\"cg\",\"coUnitIds\":[\"zj\"],\"reason\":\"职责所在\"}")
            .passing(409),
        Example.of("GET /dispatch/api/calendar/versions/{version}").with("version", 1),
        Example.of("GET /dispatch/api/calendar/versions/{version}/years/{year}")
            .with("version", 1)
            .with("year", 2026),
        Example.of("POST /dispatch/api/calendar/previews").json(NOTICE),
        Example.of("POST /dispatch/api/calendar/versions")
            .version(inForce("calendar"))
            .json(NOTICE)
            .passing(412),
        Example.of("GET /dispatch/api/limits/versions/{version}").with("version", 1),
        Example.of("POST /dispatch/api/limits/previews").json("{\"preset\":\"tj\"}"),
        Example.of("POST /dispatch/api/limits/versions")
            .version(inForce("limits"))
            .json("{\"preset\":\"sd-default\",\"reason\":\"试行\"}")
            .passing(412),
        Example.of("GET /dispatch/api/catalogue/route")
            .with("categoryCode", OtherServices.ROADS)
            .with("placeCode", "370281001"),
        Example.of("POST /dispatch/api/catalogue/rules")
            .json(
                "{\"categoryPrefix\":\"9901\",\"placePrefix\":\"370202\",\"target\":\"cg\",\"automatic\":false}"),
        Example.of("POST /dispatch/api/directory/units")
            .json(
                "{\"code\":\"proof\",\"parentCode\":\"yj\",\"nameZh\":\"试验科\",\"nameEn\":\"Proof section\",\"active\":true}"));
  }

  private static UUID contacted(OtherServices others) {
    UUID task = newTask(others);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    return task;
  }

  private static Example asking(String what, UUID task, String body) {
    return Example.of("POST " + TASK + "/" + what + "-requests")
        .with("id", task)
        .version(2)
        .json(body)
        .passing(409);
  }

  private static Example deciding(OtherServices others, String what, String body) {
    UUID task = contacted(others);
    int requestNo =
        Desk.command(Desk.clerk(), 2)
            .body(body)
            .post("/api/assignments/" + task + "/" + what + "-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("requestNo");
    return Example.of("POST " + TASK + "/" + what + "-requests/{requestNo}/decision")
        .with("id", task)
        .with("requestNo", requestNo)
        .version(Desk.version(task))
        .json("{\"decision\":\"GRANT\"}")
        .passing(409);
  }

  private static UUID supervised(OtherServices others) {
    UUID of = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(of, 1);
    return UUID.fromString(
        Desk.command(Desk.as(Role.SUPERVISOR), caseVersion(of))
            .body(order(of, "YELLOW_CARD"))
            .post("/api/supervision/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("orderId"));
  }

  private static void answer(UUID order) {
    Desk.command(Desk.clerk(), 0)
        .body("{\"words\":\"已整改\"}")
        .post("/api/supervision/orders/" + order + "/rectifications")
        .then()
        .statusCode(200);
  }

  private static String order(UUID of, String level) {
    return "{\"caseId\":\""
        + of
        + "\",\"level\":\""
        + level
        + "\",\"reason\":\"OVERDUE\",\"demand\":\"查明原因，限期整改。\"}";
  }

  private static long caseVersion(UUID of) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + of)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static long inForce(String what) {
    return Desk.as(Role.CALENDAR_ADMIN)
        .get("/api/" + what)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("version");
  }

  private static UUID newTask(OtherServices others) {
    return Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }
}
