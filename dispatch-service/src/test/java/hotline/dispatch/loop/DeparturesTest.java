package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves a unit, and what is in that person's hands moves (离岗移交). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class DeparturesTest {

  private static final String UNIT = "left";
  private static final String PATH = "/center/" + UNIT;

  @Inject OtherServices others;
  @Inject MovedClock clock;

  private final String leaver = "leaver-" + UUID.randomUUID();
  private final String successor = "successor-" + UUID.randomUUID();

  @BeforeEach
  void two_leaders_of_a_unit() {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("code", UNIT, "parentCode", "center", "nameZh", "交接单位", "nameEn", "Left"))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
    sayPost(leaver, "副局长");
    sayPost(successor, "局长");
  }

  @Test
  void everything_open_moves_and_a_leader_approves_what_is_owned() {
    Known owned = owned(leaver);
    Known waits = owned(leaver);
    ask(waits, "deputy-elsewhere");
    Known signedOff = owned(leaver);
    Desk.command(leader(leaver), 0)
        .body(Map.of("conclusion", "已解决"))
        .post("/api/owners/" + ownership(signedOff).getString("ownershipId") + "/sign-off")
        .then()
        .statusCode(200);
    String keeper = "keeper-" + UUID.randomUUID();
    sayPost(keeper, "总工程师");
    Known proposed = owned(keeper);
    ask(proposed, leaver);
    stand(successor);
    name(leaver, successor);
    name(successor, stand(leaver));

    JsonPath hands = preview(leader(successor), leaver).then().statusCode(200).extract().jsonPath();
    assertThat(becomes(hands, owned)).isEqualTo("HANDOVER_IS_ASKED");
    assertThat(becomes(hands, waits)).isEqualTo("HANDOVER_WAITS");
    assertThat(becomes(hands, signedOff)).isEqualTo("STAYS_SIGNED_OFF");
    assertThat(becomes(hands, proposed)).isEqualTo("PROPOSAL_ENDS");
    assertThat(hands.getList("deputies")).hasSize(2);
    assertThat(hands.getLong("stays.drafts")).isZero();

    JsonPath moved = order(successor, null).then().statusCode(201).extract().jsonPath();
    assertThat(moved.getString("state")).isEqualTo("DONE");
    assertThat(moved.getInt("handoversAsked")).isEqualTo(1);
    assertThat(moved.getInt("proposalsEnded")).isEqualTo(1);
    assertThat(moved.getInt("deputiesEnded")).isEqualTo(2);

    assertThat(ownership(owned).getString("status")).isEqualTo("HANDOVER_ASKED");
    assertThat(ownership(owned).getString("proposed.userRef")).isEqualTo(successor);
    assertThat(ownership(owned).getString("records[-1].words")).isEqualTo("离岗移交：调离");
    assertThat(ownership(waits).getString("proposed.userRef")).isEqualTo("deputy-elsewhere");
    assertThat(ownership(signedOff).getString("owner.userRef")).isEqualTo(leaver);
    assertThat(ownership(proposed).getString("status")).isEqualTo("OWNED");
    assertThat(ownership(proposed).getString("owner.userRef")).isEqualTo(keeper);
    assertThat(preview(leader(successor), leaver).jsonPath().getList("deputies")).isEmpty();
    assertThat(Desk.as(Role.SUPERVISOR).get("/api/leaders").jsonPath().getList("items.userRef"))
        .doesNotContain(leaver);

    order(successor, null).then().statusCode(409).body("code", equalTo("nothing-to-move"));

    // Who ordered it asked for it: somebody else approves.
    decide(Desk.as(successor, Role.LEADER, UNIT, PATH), owned).then().statusCode(403);
    decide(Desk.as(Role.LEADER), owned).then().statusCode(200);
    assertThat(ownership(owned).getString("owner.userRef")).isEqualTo(successor);
    assertThat(leader(successor).get("/api/departures").jsonPath().getList("items.departureId"))
        .contains(moved.getString("departureId"));
    Desk.as("elsewhere", Role.UNIT_LEADER, "zj", "/center/zj")
        .get("/api/departures?limit=200")
        .then()
        .body("items.findAll { it.unitId == '" + UNIT + "' }.size()", equalTo(0));
  }

  @Test
  void who_cannot_own_takes_nothing_over_and_nothing_moves() {
    Known owned = owned(leaver);
    name(leaver, stand("clerk-" + leaver));
    String clerk = "clerk-" + leaver;
    orderFor(leader(successor), clerk, null)
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("no-leader")));
    assertThat(ownership(owned).getString("status")).isEqualTo("OWNED");
    assertThat(preview(leader(successor), leaver).then().extract().jsonPath().getList("deputies"))
        .hasSize(1);
    orderFor(Desk.as("x", Role.UNIT_LEADER, "zj", "/center/zj"), successor, null)
        .then()
        .statusCode(403);
    preview(Desk.as("x", Role.UNIT_LEADER, "zj", "/center/zj"), leaver).then().statusCode(403);
  }

  @Test
  void on_its_day_it_moves_what_is_in_the_hands_then() {
    String day =
        clock
            .instant()
            .plus(Duration.ofHours(8))
            .plus(Duration.ofDays(2))
            .toString()
            .substring(0, 10);
    JsonPath planned = order(successor, day).then().statusCode(201).extract().jsonPath();
    assertThat(planned.getString("state")).isEqualTo("PLANNED");
    order(successor, null).then().statusCode(409).body("code", equalTo("departure-is-planned"));
    cancel(planned, 7).then().statusCode(412);
    cancel(planned, 0).then().statusCode(200).body("state", equalTo("CANCELLED"));
    cancel(planned, 1).then().statusCode(409);

    String again = order(successor, day).then().statusCode(201).extract().path("departureId");
    Known since = owned(leaver);
    clock.moveBy(Duration.ofDays(2));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> "HANDOVER_ASKED".equals(ownership(since).getString("status")));
    JsonPath done = leader(successor).get("/api/departures?limit=200").jsonPath();
    assertThat(done.getString("items.find { it.departureId == '" + again + "' }.state"))
        .isEqualTo("DONE");
    assertThat(
            done.getString(
                "items.find { it.departureId == '"
                    + planned.getString("departureId")
                    + "' }.state"))
        .isEqualTo("CANCELLED");
  }

  @Test
  void two_who_press_at_the_same_moment_move_it_once() throws Exception {
    Known owned = owned(leaver);
    ExecutorService leaders = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> pressed =
          List.of(
              leaders.submit(() -> order(successor, null).statusCode()),
              leaders.submit(() -> order(successor, null).statusCode()));
      assertThat(List.of(pressed.get(0).get(), pressed.get(1).get()))
          .containsExactlyInAnyOrder(201, 409);
    } finally {
      leaders.shutdown();
    }
    assertThat(
            ownership(owned).getList("records.kind").stream()
                .filter("HANDOVER_ASKED"::equals)
                .count())
        .isEqualTo(1);
  }

  private Known owned(String by) {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    Desk.as(Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("leaderRef", by, "reason", "HARD", "plan", "月底前解决"))
        .post("/api/owners/cases/" + known.caseId())
        .then()
        .statusCode(201);
    return known;
  }

  private static void ask(Known known, String to) {
    if (to.equals("deputy-elsewhere")) {
      Desk.as(to, Role.UNIT_LEADER, "zj", "/center/zj")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .body(Map.of("post", "副局长"))
          .post("/api/leaders")
          .then()
          .statusCode(200);
    }
    Desk.command(Desk.as(Role.SUPERVISOR), 0)
        .body(Map.of("leaderRef", to, "reason", "职责调整"))
        .post("/api/owners/" + ownership(known).getString("ownershipId") + "/handover-requests")
        .then()
        .statusCode(200);
  }

  private static Response decide(RequestSpecification who, Known known) {
    JsonPath of = ownership(known);
    return Desk.command(who, of.getLong("version"))
        .body(Map.of("approved", true, "reason", "同意"))
        .post("/api/owners/" + of.getString("ownershipId") + "/handover-decisions");
  }

  private static JsonPath ownership(Known known) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/owners/cases/" + known.caseId())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("ownerships[0]");
  }

  private static String becomes(JsonPath hands, Known known) {
    return hands.getString("owned.find { it.caseNo == '" + known.caseNo() + "' }.becomes");
  }

  private Response order(String to, String from) {
    return orderFor(leader(successor), to, from);
  }

  private Response orderFor(RequestSpecification who, String to, String from) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of("unitId", UNIT, "leaverRef", leaver, "successorRef", to, "reason", "调离"));
    if (from != null) {
      body.put("from", from);
    }
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/api/departures");
  }

  private Response cancel(JsonPath planned, long version) {
    return Desk.command(leader(successor), version)
        .post("/api/departures/" + planned.getString("departureId") + "/cancellation");
  }

  private static Response preview(RequestSpecification who, String of) {
    return who.get("/api/departures/preview?unitId=" + UNIT + "&leaverRef=" + of);
  }

  private static RequestSpecification leader(String user) {
    return Desk.as(user, Role.UNIT_LEADER, UNIT, PATH);
  }

  /** The directory is read again within moments: a unit is known then that was opened just now. */
  private static void sayPost(String user, String post) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                leader(user)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("post", post))
                    .post("/api/leaders")
                    .statusCode(),
            status -> status == 200);
  }

  private static String stand(String user) {
    Desk.as(user, Role.CLERK, UNIT, PATH)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("post", "科长 " + user))
        .post("/api/deputies/candidates")
        .then()
        .statusCode(200);
    return user;
  }

  private void name(String leader, String deputy) {
    leader(leader)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "deputyRef", deputy, "until", clock.instant().plus(Duration.ofDays(5)).toString()))
        .post("/api/deputies")
        .then()
        .statusCode(201);
  }
}
