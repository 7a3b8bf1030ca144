package hotline.dispatch.loop;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DispatchServers.class)
class ViewsTest {

  @Inject OtherServices others;

  @Test
  void who_opened_a_case_is_listed_and_the_chains_are_whole() {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    Desk.awaitWaiting(waiting);
    Desk.as(Role.SUPERVISOR).get("/api/cases/" + waiting).then().statusCode(200);
    Desk.as(Role.CLERK).get("/api/cases/" + waiting).then().statusCode(404);
    Desk.as(Role.AUDITOR)
        .get("/api/cases/" + waiting + "/views?limit=1")
        .then()
        .statusCode(200)
        .body("items.operation", contains("CASE"))
        .body("items.actor", contains("the-supervisor"))
        .body("items[0].roles", contains("supervisor"));
    Desk.as(Role.AUDITOR).get("/api/cases/" + UUID.randomUUID() + "/views").then().statusCode(404);
    Desk.as(Role.AUDITOR)
        .get("/api/view-log/verification")
        .then()
        .statusCode(200)
        .body("unbroken", is(true))
        .body("chains[0].brokenAt", nullValue());
  }
}
