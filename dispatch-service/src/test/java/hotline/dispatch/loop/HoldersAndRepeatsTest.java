package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who has a case in hand (现在谁手里), and whether it is one of several of the same (重复诉求). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class HoldersAndRepeatsTest {

  private static final String LAMPS = "010102";
  private static final String PAVEMENT = "010101";

  @Inject OtherServices others;
  @Inject MovedClock clock;

  @ConfigProperty(name = "test.postgres.log")
  String postgresLog;

  @Test
  void every_open_case_says_who_has_it_and_since_when() {
    Known waiting = others.accepted(OtherServices.OTHER);
    JsonPath before = Desk.awaitWaiting(waiting.caseId());
    assertThat(before.getString("holder.level")).isEqualTo("DISPATCHER");
    assertThat(before.getString("holder.since")).isEqualTo(before.getString("acceptedAt"));

    Known given = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(given.caseId(), 1);
    assertThat(Desk.caseOf(given.caseId()).getString("holder.unitId")).isEqualTo("cg");
    Desk.handle(task);
    JsonPath asked = Desk.caseOf(given.caseId());
    assertThat(asked.getString("holder.level")).isEqualTo("CALLBACK");
    assertThat(asked.getString("holder.unitId")).as("who asks is to ask blind").isNull();

    JsonPath both = holders(Desk.as(Role.OPERATOR), List.of(waiting.caseId(), given.caseId()));
    assertThat(both.getList("items.holder.level"))
        .containsExactlyInAnyOrder("DISPATCHER", "CALLBACK");

    others.withdrawn(given);
    Desk.awaitStatus(given.caseId(), "WITHDRAWN");
    assertThat(holders(Desk.as(Role.OPERATOR), List.of(given.caseId())).getInt("count")).isZero();
    assertThat(Desk.caseOf(given.caseId()).<Object>get("holder")).isNull();
  }

  @Test
  void who_only_registers_is_not_told_which_unit_looks_into_a_report() {
    Known report = others.accepted(OtherServices.ROADS, CaseKind.REPORT, Urgency.NORMAL, null);
    Desk.awaitTask(report.caseId(), 1);

    assertThat(
            holders(Desk.as(Role.OPERATOR), List.of(report.caseId()))
                .getString("items[0].holder.unitName"))
        .isNull();
    assertThat(
            holders(Desk.as(Role.SUPERVISOR), List.of(report.caseId()))
                .getString("items[0].holder.unitId"))
        .isEqualTo("cg");
  }

  @Test
  void a_list_of_holders_takes_two_statements_however_long_it_is() throws IOException {
    List<UUID> cases = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      UUID caseId = others.accepted(OtherServices.ROADS).caseId();
      Desk.awaitTask(caseId, 1);
      cases.add(caseId);
    }
    for (int rows : List.of(1, 4)) {
      long before = Files.size(Path.of(postgresLog));
      assertThat(holders(Desk.as(Role.LEADER), cases.subList(0, rows)).getInt("count"))
          .isEqualTo(rows);
      byte[] written = Files.readAllBytes(Path.of(postgresLog));
      assertThat(
              new String(written, (int) before, written.length - (int) before)
                  .lines()
                  .filter(line -> line.contains("execute"))
                  .filter(line -> line.contains("case_id = any($1)"))
                  .filter(line -> line.matches(".*(select \\*|select a\\.\\*) from handled_case.*"))
                  .filter(line -> !line.contains("for update")))
          .hasSize(2);
    }
  }

  @Test
  void three_cases_of_one_caller_are_repeated_until_the_caller_is_forgotten() {
    Known first = registered("370281001", LAMPS, "caller-a", CaseKind.HELP);
    Known second = registered("370281002", PAVEMENT, "caller-a", CaseKind.HELP);
    others.withdrawn(second);
    Desk.awaitStatus(second.caseId(), "WITHDRAWN");
    Known report = registered("370281003", LAMPS, "caller-a", CaseKind.REPORT);
    assertThat(repeats(first, "caller").getLong("count")).as("a report is left out").isEqualTo(2);
    assertThat(onBoard(first)).isNull();
    assertThat(repeats(report, "caller").getLong("count")).isZero();

    Known third = registered("370281004", LAMPS, "caller-a", CaseKind.HELP);

    JsonPath page = repeats(first, "caller");
    assertThat(page.getList("items.caseNo"))
        .containsExactly(third.caseNo(), second.caseNo(), first.caseNo());
    assertThat(page.getBoolean("counts.callerRepeats")).isTrue();
    assertThat(page.getLong("counts.atPlace")).as("a street is no place").isZero();
    assertThat(page.prettify()).doesNotContain("caller-a");
    assertThat(onBoard(first)).isEqualTo("3/null");

    others.fileErased(second);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(repeats(first, "caller").getLong("count")).isEqualTo(2));
  }

  @Test
  void three_cases_of_one_place_are_repeated_whoever_calls_and_the_demands_of_one_call_are_one() {
    String place = "370281001016";
    Known first = registered(place, LAMPS, "caller-b", CaseKind.HELP);
    Known other = registered(place, LAMPS, null, CaseKind.HELP);
    Known demand = split(other, place, LAMPS);
    assertThat(repeats(first, "place").getLong("count")).isEqualTo(2);
    assertThat(repeats(demand, "place").getList("items.caseNo"))
        .containsExactly(demand.caseNo(), first.caseNo());
    assertThat(onBoard(first)).isNull();

    Known third = registered(place, LAMPS, "caller-c", CaseKind.HELP);
    assertThat(repeats(first, "place").getList("items.caseNo"))
        .containsExactly(third.caseNo(), other.caseNo(), first.caseNo());
    assertThat(onBoard(first)).isEqualTo("null/3");

    JsonPath page =
        Desk.as(Role.LEADER)
            .get("/api/supervision/cases/" + first.caseId() + "/repeats?of=place&limit=2")
            .jsonPath();
    assertThat(page.getList("items")).hasSize(2);
    assertThat(
            Desk.as(Role.LEADER)
                .queryParam("cursor", page.getString("nextCursor"))
                .get("/api/supervision/cases/" + first.caseId() + "/repeats?of=place&limit=2")
                .jsonPath()
                .getList("items.caseNo"))
        .containsExactly(first.caseNo());
  }

  @Test
  void a_lead_sees_how_its_co_handlers_stand_and_urges_each_once_a_day() {
    UUID shared = others.accepted(OtherServices.OTHER).caseId();
    Desk.dispatch(
            shared,
            Desk.awaitWaiting(shared).getLong("version"),
            Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj")))
        .then()
        .statusCode(201);
    UUID lead = Desk.openLead(shared);
    JsonPath before = coHandlers(Desk.clerk(), lead);
    UUID co = UUID.fromString(before.getString("coHandlers[0].assignmentId"));
    assertThat(before.getString("coHandlers[0].status")).isEqualTo("PENDING_SIGN");
    assertThat(before.getBoolean("coHandlers[0].mayUrge")).isTrue();

    urgeCo(Desk.clerk(), lead, co).then().statusCode(201);
    urgeCo(Desk.clerk(), lead, co)
        .then()
        .statusCode(409)
        .body("code", equalTo("co-handler-urged-today"));
    urgeCo(zj(), lead, co).then().statusCode(403);
    assertThat(coHandlers(zj(), co).getString("urges[0].words")).isEqualTo("请今日内答复");
    assertThat(coHandlers(zj(), co).getList("coHandlers")).as("it leads nobody").isEmpty();
    assertThat(inTab(zj(), "urged-by-lead")).contains(co.toString());
    assertThat(inTab(Desk.clerk(), "urged-by-lead")).doesNotContain(lead.toString());
    assertThat(told(zj(), shared)).containsExactly("请今日内答复");
    assertThat(told(Desk.clerk(), shared)).containsExactly("请今日内答复");
    assertThat(told(Desk.as(Role.SUPERVISOR), shared)).containsExactly("请今日内答复");
    third().get("/api/cases/" + shared + "/co-handler-urges").then().statusCode(404);

    Desk.replied(co, HoldersAndRepeatsTest::zj);
    assertThat(inTab(zj(), "urged-by-lead")).as("it has done it").doesNotContain(co.toString());
    assertThat(coHandlers(Desk.clerk(), lead).<Object>get("coHandlers[0].reply")).isNull();
    clock.moveBy(Duration.ofDays(1));
    urgeCo(Desk.clerk(), lead, co)
        .then()
        .statusCode(409)
        .body("code", equalTo("co-handler-is-done"));
    Desk.review(co, Desk.version(co), Map.of("decision", "PASS")).then().statusCode(200);
    JsonPath after = coHandlers(Desk.clerk(), lead);
    assertThat(after.getString("coHandlers[0].reply")).isNotBlank();
    assertThat(after.getBoolean("coHandlers[0].mayUrge")).isFalse();
  }

  private static List<String> inTab(RequestSpecification who, String tab) {
    return who.get("/api/assignments?limit=200&tab=" + tab)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.assignmentId");
  }

  private static List<String> told(RequestSpecification who, UUID of) {
    return who.get("/api/cases/" + of + "/co-handler-urges")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.words");
  }

  private static RequestSpecification third() {
    return Desk.clerk("jt", "/center/jt");
  }

  private static RequestSpecification zj() {
    return Desk.clerk("zj", "/center/zj");
  }

  private static JsonPath coHandlers(RequestSpecification who, UUID task) {
    return who.get("/api/assignments/" + task + "/co-handlers")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response urgeCo(RequestSpecification who, UUID lead, UUID co) {
    return who.header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("words", "请今日内答复"))
        .post("/api/assignments/" + lead + "/co-handlers/" + co + "/urges");
  }

  @Test
  void what_cannot_be_asked_is_said_in_both_languages() {
    Desk.as(Role.SUPERVISOR)
        .get("/api/case-holders?caseIds=neither")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("not-an-id"));
    Desk.as(Role.SUPERVISOR).get("/api/case-holders").then().statusCode(400);
    Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + UUID.randomUUID() + "/repeats?of=street")
        .then()
        .statusCode(400);
    Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + UUID.randomUUID() + "/repeats?of=place")
        .then()
        .statusCode(404);
  }

  private Known registered(String place, String category, String caller, CaseKind kind) {
    clock.moveBy(Duration.ofSeconds(1));
    Known known = others.newCase();
    others.file(known, 1, "诉求 " + known.caseNo(), null, false);
    others.say(known, said(place, category, caller, kind));
    return known(known);
  }

  private Known split(Known call, String place, String category) {
    clock.moveBy(Duration.ofSeconds(1));
    Known known = others.newCase();
    others.file(known, 1, "诉求 " + known.caseNo(), null, false);
    others.say(
        known,
        said(place, category, null, CaseKind.HELP).splitFrom(call.caseId(), clock.instant()));
    return known(known);
  }

  private static Known known(Known known) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Desk.as(Role.DISPATCHER).get("/api/cases/" + known.caseId()).statusCode() == 200);
    return known;
  }

  private CaseRegistered said(String place, String category, String caller, CaseKind kind) {
    return new CaseRegistered(
        kind,
        Urgency.NORMAL,
        Channel.PHONE,
        category,
        place,
        "/3702/370281/" + place,
        clock.instant(),
        false,
        false,
        true,
        caller,
        null,
        null,
        true);
  }

  private static JsonPath holders(RequestSpecification who, List<UUID> cases) {
    String asked = cases.stream().map(UUID::toString).collect(Collectors.joining(","));
    return who.get("/api/case-holders?caseIds=" + asked)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath repeats(Known of, String what) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + of.caseId() + "/repeats?of=" + what)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** How often by the caller and at the place, as the board has it; null while it is not on it. */
  private static String onBoard(Known of) {
    String cursor = null;
    do {
      RequestSpecification asked = Desk.as(Role.SUPERVISOR);
      if (cursor != null) {
        asked = asked.queryParam("cursor", cursor);
      }
      JsonPath page =
          asked
              .get("/api/supervision/board?concern=repeated-request&limit=200")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      int row = page.getList("items.caseNo").indexOf(of.caseNo());
      if (row >= 0) {
        return page.<Object>get("items[" + row + "].repeats.ofCaller")
            + "/"
            + page.<Object>get("items[" + row + "].repeats.atPlace");
      }
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return null;
  }
}
