package hotline.dispatch.loop;

import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
import java.util.UUID;

/** For each operation of the interface a request that is right. */
final class ApiExamples {
  private static final String TASK = "/dispatch/api/assignments/{id}";
  private static final String CASE = "/dispatch/api/cases/{caseId}";

  private ApiExamples() {}

  static Examples of(OtherServices others) {
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
    long version =
        Desk.awaitStatus(waiting.caseId(), "PENDING_DISPATCH").getLong("version");
    return new Examples(
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

  private static UUID newTask(OtherServices others) {
    return Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }
}
