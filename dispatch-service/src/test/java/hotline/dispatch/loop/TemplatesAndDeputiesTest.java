package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hotline.access.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reply templates of a unit (答复模板), and who signs for its leader (代班). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class TemplatesAndDeputiesTest {

  private static final String UNIT = "templated";
  private static final String PATH = "/center/" + UNIT;
  private static final String TOLD = "您好，您反映的问题我局已于{{办理日期}}处理：{{处理结果}}。";

  @Inject OtherServices others;
  @Inject MovedClock clock;

  @BeforeEach
  void a_unit_whose_leader_signs_its_replies() {
    unit(UNIT, "center");
    unit(UNIT + "-1", UNIT);
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("unitId", UNIT, "act", "REPLY", "need", "REQUIRED"))
        .post("/api/endorsement-rules")
        .then()
        .statusCode(201);
  }

  @Test
  void a_reply_that_was_begun_with_a_template_says_what_the_template_asks_for() {
    String name = "路灯 " + UUID.randomUUID();
    JsonPath template = add(keeper(), name, TOLD).then().statusCode(201).extract().jsonPath();
    String id = template.getString("templateId");
    add(keeper(), name, TOLD)
        .then()
        .statusCode(400)
        .body("violations.code", hasItem("name-is-taken"));
    add(keeper(), "空", "已办结。")
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("no-part-to-fill-in")));

    UUID task = contacted(UNIT);
    String choice = "/api/assignments/" + task + "/reply-templates";
    assertThat(read(clerk(), choice).getList("items.name")).contains(name);
    assertThat(read(clerk(), choice + "/" + id).getString("publicReply")).isEqualTo(TOLD);
    Desk.clerk().get(choice).then().statusCode(404);
    Desk.clerk().get("/api/reply-templates/" + id).then().statusCode(404);

    reply(task, TOLD, null)
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("part-not-filled-in")))
        .body("violations.field", equalTo(List.of("publicReply")))
        .body("violations[0].zh", containsString("{{办理日期}}"));
    reply(task, "您好，您反映的问题我局已于处理：。", used(id, 0))
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("bare-template")));
    reply(task, "您好，已修复。", used(UUID.randomUUID().toString(), 0))
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("unknown-template")));
    assertThat(line(id).getLong("used")).isZero();

    // A reply that was begun with the text of before is measured by that one.
    change(id, 0, name, "已于{{日期}}办结。", true).then().statusCode(200).body("version", equalTo(1));
    change(id, 0, name, "已于{{时间}}办结。", true).then().statusCode(412);
    assertThat(read(keeper(), "/api/reply-templates/" + id + "/versions").getList("items.version"))
        .containsExactly(1, 0);
    String told = "您好，您反映的问题我局已于11月3日处理：已更换灯具。";
    reply(task, told, used(id, 0)).then().statusCode(200).body("awaits", equalTo("REPLY"));
    assertThat(line(id).getLong("used")).isEqualTo(1);
    decide(leader("leader"), task, "REFUSE").then().statusCode(200);
    reply(task, told, used(id, 1)).then().statusCode(200);
    assertThat(line(id).getLong("used")).isEqualTo(1);

    // Out of use it is chosen no more, and its name is free.
    change(id, 1, name, "已于{{日期}}办结。", false).then().statusCode(200);
    assertThat(read(clerk(), choice).getList("items.name")).doesNotContain(name);
    add(keeper(), name, TOLD).then().statusCode(201);
    JsonPath below =
        read(Desk.clerk(UNIT + "-1", PATH + "/" + UNIT + "-1"), "/api/reply-templates");
    assertThat(below.getList("items")).isEmpty();
  }

  @Test
  void a_station_uses_the_templates_of_its_bureau() {
    String name = "通用 " + UUID.randomUUID();
    add(keeper(), name, TOLD).then().statusCode(201);
    UUID task = contacted(UNIT + "-1");
    assertThat(
            read(
                    Desk.clerk(UNIT + "-1", PATH + "/" + UNIT + "-1"),
                    "/api/assignments/" + task + "/reply-templates")
                .getList("items.name"))
        .contains(name);
  }

  @Test
  void a_deputy_signs_for_the_leader_until_the_time_is_over() {
    String leader = "leader-" + UUID.randomUUID();
    String deputy = "deputy-" + UUID.randomUUID();
    UUID task = contacted(UNIT);
    reply(task, "您好，已修复。", null).then().statusCode(200);
    decide(person(deputy), task, "SIGN")
        .then()
        .statusCode(403)
        .body("code", equalTo("nobodys-deputy"));
    person(deputy).get("/api/drafts/pending").then().statusCode(403);

    stand(deputy).then().statusCode(200);
    stand("writer").then().statusCode(200);
    Instant until = clock.instant().plus(Duration.ofDays(2));
    name(leader, "nobody", until).then().statusCode(400);
    JsonPath named = name(leader, deputy, until).then().statusCode(201).extract().jsonPath();
    name(leader, deputy, until).then().statusCode(409);
    // The writer may stand in as well, and still does not sign the own words.
    name(leader, "writer", until).then().statusCode(201);
    assertThat(read(clerk(), "/api/deputies?limit=200").getList("items.deputyId"))
        .contains(named.getString("deputyId"));
    decide(person("writer"), task, "SIGN")
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));

    JsonPath waiting = read(person(deputy), "/api/drafts/pending?limit=200");
    assertThat(waiting.getList("items.assignmentId")).contains(task.toString());
    // Elsewhere the same account stands in for nobody.
    Desk.as(deputy, Role.CLERK, UNIT + "-1", PATH + "/" + UNIT + "-1")
        .get("/api/drafts/pending")
        .then()
        .statusCode(403);
    decide(person(deputy), task, "SIGN").then().statusCode(200);
    JsonPath drafts = read(clerk(), "/api/assignments/" + task + "/drafts");
    assertThat(drafts.getString("items[0].decidedFor")).isEqualTo("分管领导");
    assertThat(drafts.getString("items[0].state")).isEqualTo("SIGNED");

    // What the leader wrote is signed by neither.
    UUID own = contacted(UNIT);
    reply(Desk.as(leader, Role.CLERK, UNIT, PATH), own, "您好，已办结。", null).then().statusCode(200);
    decide(person(deputy), own, "SIGN")
        .then()
        .statusCode(403)
        .body("code", equalTo("written-by-the-leader"));

    UUID late = contacted(UNIT);
    reply(late, "您好，已清理。", null).then().statusCode(200);
    clock.moveBy(Duration.ofDays(2));
    decide(person(deputy), late, "SIGN")
        .then()
        .statusCode(403)
        .body("code", equalTo("nobodys-deputy"));
    assertThat(read(clerk(), "/api/deputies?over=true&limit=200").getList("items.deputyId"))
        .contains(named.getString("deputyId"));
    end(leader, named).then().statusCode(409);
  }

  @Test
  void the_leader_in_whose_place_a_reply_was_signed_does_not_review_it() {
    String deputy = "deputy-" + UUID.randomUUID();
    UUID task = contacted(UNIT);
    reply(task, "您好，已修复。", null).then().statusCode(200);
    stand(deputy).then().statusCode(200);
    name("the-reply-reviewer", deputy, clock.instant().plus(Duration.ofDays(1)))
        .then()
        .statusCode(201);
    decide(person(deputy), task, "SIGN").then().statusCode(200);
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(403);
  }

  @Test
  void no_two_of_a_unit_stand_by_the_same_post_and_a_leader_withdraws_a_wrong_one() {
    String first = "deputy-" + UUID.randomUUID();
    String second = "deputy-" + UUID.randomUUID();
    String leader = "leader-" + UUID.randomUUID();
    stand(first).then().statusCode(200);
    Response taken = stand(second, "综合科长" + first + " ");
    taken.then().statusCode(400).body("violations.code", equalTo(List.of("post-taken")));
    JsonPath known = read(leader(leader), "/api/deputies/candidates");
    assertThat(known.getString("items.find { it.userRef == '" + first + "' }.since")).isNotNull();

    withdraw(person(second), first).then().statusCode(403);
    withdraw(Desk.as(leader, Role.UNIT_LEADER, UNIT + "-1", PATH + "/" + UNIT + "-1"), first)
        .then()
        .statusCode(403);
    withdraw(leader(leader), first).then().statusCode(200);
    assertThat(read(clerk(), "/api/deputies/candidates").getList("items.userRef"))
        .doesNotContain(first);
    name(leader, first, clock.instant().plus(Duration.ofDays(1))).then().statusCode(400);
    stand(second, "综合科长" + first).then().statusCode(200);
    withdraw(person(second), second).then().statusCode(200);
  }

  @Test
  void a_leader_above_finds_and_ends_what_a_leader_below_has_named() {
    String below = UNIT + "-1";
    String deputy = "deputy-" + UUID.randomUUID();
    Desk.as(deputy, Role.CLERK, below, PATH + "/" + below)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("post", "站长 " + deputy))
        .post("/api/deputies/candidates")
        .then()
        .statusCode(200);
    RequestSpecification leaves =
        Desk.as("leader-" + UUID.randomUUID(), Role.UNIT_LEADER, below, PATH + "/" + below);
    JsonPath named =
        leaves
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(
                Map.of(
                    "deputyRef",
                    deputy,
                    "until",
                    clock.instant().plus(Duration.ofDays(9)).toString()))
            .post("/api/deputies")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String id = named.getString("deputyId");
    assertThat(read(clerk(), "/api/deputies?limit=200").getList("items.deputyId"))
        .doesNotContain(id);
    assertThat(read(leader("above"), "/api/deputies?limit=200").getList("items.deputyId"))
        .contains(id);
    assertThat(
            read(Desk.as(deputy, Role.CLERK, below, PATH + "/" + below), "/api/deputies?limit=200")
                .getList("mine.deputyId"))
        .containsExactly(id);
    end("above", named).then().statusCode(200);
  }

  @Test
  void a_leader_is_represented_for_92_days_on_end_and_no_longer() {
    String leader = "leader-" + UUID.randomUUID();
    String first = "deputy-" + UUID.randomUUID();
    String second = "deputy-" + UUID.randomUUID();
    stand(first).then().statusCode(200);
    stand(second).then().statusCode(200);
    Instant until = clock.instant().plus(Duration.ofDays(60));
    name(leader, first, until).then().statusCode(201);
    name(leader, second, until.minus(Duration.ofDays(1)), until.plus(Duration.ofDays(40)))
        .then()
        .statusCode(400)
        .body("violations.code", equalTo(List.of("too-long-on-end")));
    name(leader, second, until, until.plus(Duration.ofDays(30))).then().statusCode(201);
  }

  @Test
  void a_leader_who_is_back_ends_it_before_its_time() {
    String leader = "leader-" + UUID.randomUUID();
    String deputy = "deputy-" + UUID.randomUUID();
    stand(deputy).then().statusCode(200);
    JsonPath named =
        name(leader, deputy, clock.instant().plus(Duration.ofDays(9)))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    person(deputy).get("/api/drafts/pending").then().statusCode(200);
    end(leader, named).then().statusCode(200).body("state", equalTo("OVER"));
    end(leader, named).then().statusCode(412);
    person(deputy).get("/api/drafts/pending").then().statusCode(403);
  }

  private static void unit(String code, String parent) {
    Desk.as(Role.ORG_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("code", code, "parentCode", parent, "nameZh", "模板单位", "nameEn", "Templated"))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
  }

  private UUID contacted(String unit) {
    UUID caseId = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(caseId).getLong("version");
    Desk.dispatch(caseId, version, Map.of("leadUnitId", unit)).then().statusCode(201);
    UUID task = Desk.openLead(caseId);
    // A rule of a moment ago is known to every instance a moment later.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Desk.task(task).getList("needsEndorsement").contains("REPLY"));
    Desk.sign(clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.contact(clerk(), task, Desk.version(task)).then().statusCode(200);
    return task;
  }

  private static RequestSpecification clerk() {
    return person("writer");
  }

  private static RequestSpecification person(String user) {
    return Desk.as(user, Role.CLERK, UNIT, PATH);
  }

  private static RequestSpecification keeper() {
    return Desk.as("keeper", Role.UNIT_DESK, UNIT, PATH);
  }

  private static RequestSpecification leader(String user) {
    return Desk.as(user, Role.UNIT_LEADER, UNIT, PATH);
  }

  private static JsonPath read(RequestSpecification who, String path) {
    return who.get(path).then().statusCode(200).extract().jsonPath();
  }

  private static Response add(RequestSpecification who, String name, String told) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("name", name, "publicReply", told))
        .post("/api/reply-templates");
  }

  private static Response change(
      String id, long version, String name, String told, boolean active) {
    return Desk.command(keeper(), version)
        .body(Map.of("name", name, "publicReply", told, "active", active))
        .post("/api/reply-templates/" + id);
  }

  private static JsonPath line(String id) {
    JsonPath page = read(keeper(), "/api/reply-templates?limit=200");
    return new JsonPath(page.prettify())
        .setRootPath("items.find { it.templateId == '" + id + "' }");
  }

  private static Map<String, Object> used(String id, long version) {
    return Map.of("templateId", id, "version", version);
  }

  private static Response reply(UUID task, String told, Map<String, Object> template) {
    return reply(clerk(), task, told, template);
  }

  private static Response reply(
      RequestSpecification who, UUID task, String told, Map<String, Object> template) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "handlingText",
                "现场核查 " + UUID.randomUUID(),
                "publicReply",
                told,
                "claimedSolved",
                true));
    if (template != null) {
      body.put("templates", List.of(template));
    }
    return Desk.command(who, Desk.version(task))
        .body(body)
        .post("/api/assignments/" + task + "/replies");
  }

  private static Response decide(RequestSpecification who, UUID task, String decision) {
    int draftNo = read(clerk(), "/api/assignments/" + task + "/drafts").getInt("items[-1].draftNo");
    return Desk.command(who, Desk.version(task))
        .body(
            decision.equals("SIGN")
                ? Map.of("decision", "SIGN")
                : Map.of("decision", "REFUSE", "remark", "请写明日期"))
        .post("/api/assignments/" + task + "/drafts/" + draftNo + "/decision");
  }

  private static Response stand(String user) {
    return stand(user, "综合科长 " + user);
  }

  private static Response stand(String user, String post) {
    return person(user)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("post", post))
        .post("/api/deputies/candidates");
  }

  private static Response withdraw(RequestSpecification who, String user) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/api/deputies/candidates/" + user + "/withdrawal");
  }

  private static Response name(String leader, String deputy, Instant from, Instant until) {
    return leader(leader)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("deputyRef", deputy, "from", from.toString(), "until", until.toString()))
        .post("/api/deputies");
  }

  private static Response name(String leader, String deputy, Instant until) {
    return leader(leader)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("deputyRef", deputy, "until", until.toString()))
        .post("/api/deputies");
  }

  private static Response end(String leader, JsonPath named) {
    return Desk.command(leader(leader), named.getLong("version"))
        .post("/api/deputies/" + named.getString("deputyId") + "/end");
  }
}
