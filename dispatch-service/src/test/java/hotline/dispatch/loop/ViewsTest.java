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
  void whatever_tells_the_text_of_a_case_leaves_a_row() {
    UUID one = others.accepted(OtherServices.OTHER).caseId();
    OtherServices.Known main = others.accepted(OtherServices.OTHER);
    Desk.awaitWaiting(one);
    Desk.awaitWaiting(main.caseId());
    String views = "/views?limit=1";

    // A case that nobody owned has no text there, and leaves no row.
    Desk.as("owners-reader", Role.SUPERVISOR, "center", "/center")
        .get("/api/owners/cases/" + one)
        .then()
        .statusCode(200)
        .body("file", nullValue());
    Desk.as(Role.AUDITOR)
        .get("/api/cases/" + one + views)
        .then()
        .body("items.actor", contains("the-supervisor"));

    Desk.as("comparing", Role.DISPATCHER, "center", "/center")
        .get("/api/cases/" + one + "/comparison?caseNo=" + main.caseNo())
        .then()
        .statusCode(200);
    for (UUID each : new UUID[] {one, main.caseId()}) {
      Desk.as(Role.AUDITOR)
          .get("/api/cases/" + each + views)
          .then()
          .body("items.actor", contains("comparing"))
          .body("items.operation", contains("CASE"));
    }
  }

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
        .body("chain", is(0))
        .body("brokenAt", nullValue());
  }
}
