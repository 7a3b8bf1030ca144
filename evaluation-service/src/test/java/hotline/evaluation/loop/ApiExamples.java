package hotline.evaluation.loop;

import hotline.access.testing.proofs.Example;
import hotline.access.testing.proofs.Examples;
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
    return new Examples(
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
}
