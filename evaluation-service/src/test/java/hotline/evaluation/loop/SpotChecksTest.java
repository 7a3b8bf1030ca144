package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CASE_ARCHIVED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.SPOT_CHECK_DRAWN;
import static hotline.lifecycle.EventType.SPOT_CHECK_NOT_MADE;
import static hotline.lifecycle.EventType.SPOT_CHECK_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Source;
import hotline.lifecycle.SpotCheckBasis;
import hotline.lifecycle.SpotCheckDrawn;
import hotline.lifecycle.SpotCheckFinding;
import hotline.lifecycle.SpotCheckNotMade;
import hotline.lifecycle.SpotCheckObstacle;
import hotline.lifecycle.SpotCheckRecorded;
import hotline.lifecycle.Urgency;
import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import hotline.relay.quarkus.JtaTransactions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test draws from a unit of its own: the others' cases are not for it. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class SpotChecksTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject TimerHandler timers;
  @Inject JtaTransactions transactions;
  @Inject AgroalDataSource database;

  @Test
  void a_draw_is_of_what_was_closed_and_anybody_can_draw_it_again() throws Exception {
    List<OtherServices.Known> closed = closed("sc-draw", 6);

    JsonPath drawn = draw("sc-draw", Map.of("size", 3)).then().statusCode(200).extract().jsonPath();

    assertThat(drawn.getInt("frameSize")).isEqualTo(6);
    assertThat(drawn.getInt("sampleSize")).isEqualTo(3);
    assertThat(drawn.getString("basis")).isEqualTo("FILTERED");
    assertThat(drawn.getString("seed")).hasSize(64);
    assertThat(drawn.getInt("strata.sum { it.drawn }")).isEqualTo(3);
    UUID draw = UUID.fromString(drawn.getString("drawId"));
    String frame =
        supervisor().get("/api/spot-draws/" + draw + "/frame").then().extract().path("frame");
    assertThat(frame.lines()).hasSize(6).allMatch(line -> line.contains(",1,sc-draw,01,"));
    assertThat(sha256(frame)).isEqualTo(drawn.getString("frameSha256"));
    // The three smallest lots, as a shell would find them.
    String seed = drawn.getString("seed");
    List<String> smallest =
        frame
            .lines()
            .map(line -> line.substring(0, 36))
            .sorted(java.util.Comparator.comparing(id -> sha256(seed + ":" + id)))
            .limit(3)
            .sorted()
            .toList();
    List<String> checks =
        checks("check", draw).body("count", equalTo(3)).extract().path("items.caseId");
    assertThat(checks.stream().sorted().toList()).isEqualTo(smallest);
    supervisor()
        .get("/api/spot-draws/" + draw + "/redraw")
        .then()
        .statusCode(200)
        .body("equal", equalTo(true))
        .body("missing", hasSize(0))
        .body("added", hasSize(0));
    for (OtherServices.Known known : closed) {
      if (smallest.contains(known.caseId().toString())) {
        SpotCheckDrawn said =
            (SpotCheckDrawn) log.awaitLast(known.caseId(), SPOT_CHECK_DRAWN).event();
        assertThat(said.drawId()).isEqualTo(draw);
        assertThat(said.basis()).isEqualTo(SpotCheckBasis.FILTERED);
        assertThat(said.unitId()).isEqualTo("sc-draw");
      } else {
        log.awaitLast(known.caseId(), CASE_CLOSED);
      }
    }
    // Nothing is drawn twice, and from the three that are left no draw is made.
    draw("sc-draw", Map.of("size", 1))
        .then()
        .statusCode(409)
        .body("code", equalTo("frame-too-small"));
    supervisor()
        .get("/api/spot-draws?limit=200")
        .then()
        .statusCode(200)
        .body("items.drawId", hasItem(draw.toString()));
    for (String statement :
        List.of(
            "delete from spot_check where draw_id = ?",
            "delete from spot_draw where draw_id = ?",
            "update spot_draw set seed = 'mine' where draw_id = ?",
            "update spot_check set unit_id = 'other' where draw_id = ?")) {
      assertThatThrownBy(() -> update(statement, draw))
          .as(statement)
          .hasMessageContaining("drawn by lot");
    }
  }

  @Test
  void what_one_supervisor_found_counts_when_another_has_signed() {
    closed("sc-two", 5);
    UUID draw = drawn("sc-two", 1);
    JsonPath row = checks("check", draw).extract().jsonPath();
    UUID check = UUID.fromString(row.getString("items[0].checkId"));
    UUID caseId = UUID.fromString(row.getString("items[0].caseId"));
    JsonPath seen = read(check);
    assertThat(seen.getBoolean("claim.contacted")).isTrue();
    assertThat(seen.getBoolean("claim.solved")).isTrue();
    assertThat(seen.getString("claim.repliedAt")).isNotNull();
    assertThat(seen.getString("citizen.solved")).isEqualTo("YES");
    assertThat(seen.getString("check.light")).isEqualTo("GREEN");
    assertThat(seen.getString("report")).isNull();

    // Who called the citizen back takes no part, whatever role is in the token.
    Desk.command(Desk.as("agent", Role.SUPERVISOR), 0)
        .post("/api/spot-checks/" + check + "/checker")
        .then()
        .statusCode(403)
        .body("code", equalTo("had-a-hand-in-it"));
    act("one", check, 0, "finding", notDone())
        .then()
        .statusCode(409)
        .body("code", equalTo("not-the-checker"));
    act("one", check, 0, "checker", null).then().statusCode(200);
    checks("mine", draw, "one").body("count", equalTo(1));
    checks("mine", draw, "two").body("count", equalTo(0));
    act("one", check, 1, "finding", Map.of("finding", "DONE"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("evidence"));
    act("one", check, 1, "finding", notDone()).then().statusCode(200);
    act("one", check, 2, "confirmation", null)
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));
    act("two", check, 2, "return", Map.of("reason", "请补充照片编号")).then().statusCode(200);
    JsonPath back = read(check);
    assertThat(back.getString("report.sentBack")).isEqualTo("请补充照片编号");
    assertThat(back.getString("report.notes")).isEqualTo("邻居****5678称无人来过");
    act("one", check, 3, "finding", notDone()).then().statusCode(200);
    checks("confirm", draw).body("items.checkId", hasItem(check.toString()));
    act("two", check, 3, "confirmation", null).then().statusCode(412);
    act("two", check, 4, "confirmation", null)
        .then()
        .statusCode(200)
        .body("status", equalTo("RECORDED"))
        .body("finding", equalTo("NOT_DONE"));

    SpotCheckRecorded said = (SpotCheckRecorded) log.awaitLast(caseId, SPOT_CHECK_RECORDED).event();
    assertThat(said.finding()).isEqualTo(SpotCheckFinding.NOT_DONE);
    assertThat(said.contacted()).isEqualTo(Answer.NO);
    assertThat(said.unitId()).isEqualTo("sc-two");
    checks("failed", draw).body("count", equalTo(1)).body("counts.confirm", equalTo(0));
    act("two", check, 5, "confirmation", null)
        .then()
        .statusCode(409)
        .body("code", equalTo("spot-check-moved-on"));
    supervisor()
        .get("/api/spot-draws/" + draw)
        .then()
        .body("progress.recorded", equalTo(1))
        .body("progress.notDone", equalTo(1));
  }

  @Test
  void a_checker_is_named_from_the_list_of_those_who_had_no_hand_in_it() {
    closed("sc-name", 5);
    UUID draw = drawn("sc-name", 1);
    UUID check =
        UUID.fromString(checks("check", draw).extract().jsonPath().getString("items[0].checkId"));
    sayPost("sc-walker", "核查一组 1 号");
    sayPost("sc-walker", "核查二组 1 号");
    // Who called the citizen back.
    sayPost("agent", "回访兼核查");
    List<String> offered =
        supervisor()
            .get("/api/spot-checkers?check=" + check)
            .then()
            .statusCode(200)
            .extract()
            .path("items.userRef");
    assertThat(offered).contains("sc-walker").doesNotContain("agent");
    // Who is left out tells who had a hand in it: not to somebody who had one.
    Desk.as("agent", Role.SUPERVISOR)
        .get("/api/spot-checkers?check=" + check)
        .then()
        .statusCode(403)
        .body("code", equalTo("had-a-hand-in-it"));

    act("one", check, 0, "named-checker", Map.of("checker", "nobody")).then().statusCode(400);
    act("one", check, 0, "named-checker", Map.of("checker", "agent"))
        .then()
        .statusCode(403)
        .body("code", equalTo("checker-not-free"));
    act("one", check, 0, "named-checker", Map.of("checker", "sc-walker")).then().statusCode(200);
    JsonPath row = read(check);
    assertThat(row.getString("check.checker")).isEqualTo("sc-walker");
    assertThat(row.getString("check.checkerPost")).isEqualTo("核查二组 1 号");
    assertThat(row.getString("check.namedBy")).isEqualTo("one");
    act("one", check, 1, "finding", notDone())
        .then()
        .statusCode(409)
        .body("code", equalTo("not-the-checker"));
    // Taken over, nobody is named any longer.
    act("two", check, 1, "checker", null).then().statusCode(200);
    assertThat(read(check).getString("check.namedBy")).isNull();
  }

  private static void sayPost(String who, String post) {
    checkers(who, "", Map.of("post", post)).statusCode(200).body("userRef", equalTo(who));
  }

  private static io.restassured.response.ValidatableResponse checkers(
      String who, String act, Map<String, Object> body) {
    return Desk.as(who, Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/api/spot-checkers" + act)
        .then();
  }

  @Test
  void a_post_is_one_persons_and_ends_with_who_has_it() {
    sayPost("sc-here", "核查三组 1 号");
    checkers("sc-late", "", Map.of("post", "核查三组 1 号"))
        .statusCode(400)
        .body("violations[0].code", equalTo("post-taken"));
    checkers("sc-late", "", Map.of("post", "核查三组\n2 号"))
        .statusCode(400)
        .body("violations[0].code", equalTo("more-than-a-line"));
    checkers("sc-late", "", Map.of("post", "核查三组 13812345678"))
        .statusCode(200)
        .body("post", equalTo("核查三组 ****5678"));
    // Gone for good: another takes the entry off, and the post is free.
    checkers("sc-late", "/removal", Map.of("checker", "sc-here")).statusCode(200);
    checkers("sc-late", "/removal", Map.of("checker", "sc-here")).statusCode(400);
    sayPost("sc-late", "核查三组 1 号");
    checkers("sc-late", "/removal", Map.of("checker", "sc-late")).statusCode(200);
  }

  @Test
  void a_reopening_ends_what_nobody_has_reported_and_leaves_what_was_seen() {
    closed("sc-open", 5);
    UUID draw = drawn("sc-open", 2);
    JsonPath rows = checks("check", draw).extract().jsonPath();
    UUID reported = UUID.fromString(rows.getString("items[0].checkId"));
    UUID reportedCase = UUID.fromString(rows.getString("items[0].caseId"));
    UUID waiting = UUID.fromString(rows.getString("items[1].checkId"));
    UUID waitingCase = UUID.fromString(rows.getString("items[1].caseId"));
    act("one", reported, 0, "checker", null).then().statusCode(200);
    act("one", reported, 1, "finding", notDone()).then().statusCode(200);

    reopen(reportedCase, rows.getString("items[0].caseNo"));
    reopen(waitingCase, rows.getString("items[1].caseNo"));

    Fact ended = log.awaitLast(waitingCase, SPOT_CHECK_NOT_MADE);
    assertThat(((SpotCheckNotMade) ended.event()).reason())
        .isEqualTo(SpotCheckObstacle.CASE_REOPENED);
    assertThat(ended.envelope().actor()).isEqualTo(Envelope.SYSTEM);
    log.awaitLast(reportedCase, CASE_REOPENED);
    act("one", waiting, 0, "checker", null).then().statusCode(412);
    act("two", reported, 2, "confirmation", null).then().statusCode(200);
    log.awaitLast(reportedCase, SPOT_CHECK_RECORDED);
    checks("ended", draw).body("count", equalTo(2)).body("counts.failed", equalTo(1));
    // The draw stays what it was: the one that was not checked is in it.
    supervisor()
        .get("/api/spot-draws/" + draw + "/redraw")
        .then()
        .body("equal", equalTo(true))
        .body("drawn", equalTo(2));
  }

  @Test
  void a_case_is_not_archived_before_its_check_has_ended() {
    closed("sc-arch", 5);
    UUID draw = drawn("sc-arch", 1);
    JsonPath rows = checks("check", draw).extract().jsonPath();
    UUID check = UUID.fromString(rows.getString("items[0].checkId"));
    UUID caseId = UUID.fromString(rows.getString("items[0].caseId"));
    windowsAreOver(caseId);
    fire(caseId);
    supervisor()
        .get("/api/cases/" + caseId + "/archive")
        .then()
        .body("status", equalTo("CLOSED"))
        .body("spotChecked", equalTo(true));

    act("one", check, 0, "checker", null).then().statusCode(200);
    act("one", check, 1, "obstacle", Map.of("reason", "CASE_REOPENED", "notes", "x"))
        .then()
        .statusCode(400);
    act("one", check, 1, "obstacle", Map.of("reason", "NO_ACCESS", "notes", "院门上锁"))
        .then()
        .statusCode(200);
    act("two", check, 2, "confirmation", null)
        .then()
        .statusCode(200)
        .body("status", equalTo("NOT_MADE"));

    log.awaitLast(caseId, CASE_ARCHIVED);
    checks("ended", draw)
        .body("items[0].obstacle", equalTo("NO_ACCESS"))
        .body("items[0].finding", nullValue());
  }

  @Test
  void an_archived_case_is_drawn_as_well_and_an_excluded_one_is_not() {
    List<OtherServices.Known> closed = closed("sc-past", 6);
    windowsAreOver(closed.get(0).caseId());
    fire(closed.get(0).caseId());
    log.awaitLast(closed.get(0).caseId(), CASE_ARCHIVED);
    exclude(closed.get(1));

    draw("sc-past", Map.of("share", 100))
        .then()
        .statusCode(409)
        .body("code", equalTo("sample-too-large"));
    UUID draw = drawn("sc-past", 2);

    String frame =
        Desk.as("auditor", Role.AUDITOR)
            .get("/api/spot-draws/" + draw + "/frame")
            .then()
            .statusCode(200)
            .extract()
            .path("frame");
    assertThat(frame.lines())
        .hasSize(5)
        .anyMatch(line -> line.startsWith(closed.get(0).caseId().toString()))
        .noneMatch(line -> line.startsWith(closed.get(1).caseId().toString()));
  }

  @Test
  void what_nobody_made_and_signed_in_time_ends_by_itself_as_not_made() throws Exception {
    closed("sc-time", 5);
    UUID draw = drawn("sc-time", 1);
    JsonPath rows = checks("check", draw).extract().jsonPath();
    UUID check = UUID.fromString(rows.getString("items[0].checkId"));
    UUID caseId = UUID.fromString(rows.getString("items[0].caseId"));
    act("one", check, 0, "checker", null).then().statusCode(200);
    act("one", check, 1, "finding", notDone()).then().statusCode(200);
    fire("spot-check-end", caseId);
    checks("confirm", draw).body("count", equalTo(1));

    update(
        "update spot_check set due_at = drawn_at - interval '30 days' where check_id = ?", check);
    fire("spot-check-end", caseId);

    assertThat(((SpotCheckNotMade) log.awaitLast(caseId, SPOT_CHECK_NOT_MADE).event()).reason())
        .isEqualTo(SpotCheckObstacle.NOT_IN_TIME);
    checks("ended", draw).body("items[0].obstacle", equalTo("NOT_IN_TIME"));
    supervisor().get("/api/spot-draws/" + draw).then().body("progress.notMade", equalTo(1));
  }

  @Test
  void the_unit_reads_the_same_of_its_case_before_and_after_the_draw() {
    List<OtherServices.Known> closed = closed("sc-same", 5);
    Map<UUID, String> before = new HashMap<>();
    closed.forEach(known -> before.put(known.caseId(), scoring(known.caseId())));

    drawn("sc-same", 2);

    closed.forEach(
        known -> assertThat(scoring(known.caseId())).isEqualTo(before.get(known.caseId())));
  }

  private static String scoring(UUID caseId) {
    Response seen =
        Desk.clerk("sc-same", "/center/sc-same").get("/api/cases/" + caseId + "/scoring");
    seen.then().statusCode(200);
    return seen.header("ETag") + seen.asString();
  }

  @Test
  void what_looks_suspicious_is_listed_and_may_weigh_more() {
    List<OtherServices.Known> closed = closed("sc-sign", 6);
    // Signed and answered within a moment, as here all are.
    supervisor()
        .get("/api/suspicious-closings?limit=200&from=" + today() + "&to=" + today().plusDays(1))
        .then()
        .statusCode(200)
        .body("items.caseId", hasItem(closed.get(0).caseId().toString()))
        .body(
            "items.find { it.caseId == '%s' }.signals".formatted(closed.get(0).caseId()),
            hasItem("QUICK_REPLY"));
    JsonPath drawn =
        draw("sc-sign", Map.of("size", 2, "weights", Map.of("suspicious", 3)))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(drawn.getString("basis")).isEqualTo("WEIGHTED");
    assertThat(drawn.getInt("weights.suspicious")).isEqualTo(3);
    assertThat(drawn.getBoolean("strata[0].signalled")).isTrue();
    supervisor()
        .get("/api/spot-draws/" + drawn.getString("drawId") + "/redraw")
        .then()
        .body("equal", equalTo(true));
  }

  private List<OtherServices.Known> closed(String unit, int count) {
    others.unit(unit, "抽查单位" + unit);
    List<OtherServices.Known> closed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      OtherServices.Known known = others.newCase();
      others.registered(known, CaseKind.HELP, Urgency.NORMAL);
      others.handled(known, 1, unit);
      closed.add(known);
    }
    for (OtherServices.Known known : closed) {
      UUID callback = Desk.awaitCallback(known.caseId(), 1);
      Desk.attempt(callback, "REACHED").then().statusCode(200);
      Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    }
    return closed;
  }

  private Response draw(String unit, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("unitId", unit);
    // The windows of other tests are moved back: only the day of the closing counts.
    form.put("from", today().minusDays(1).toString());
    form.put("to", today().plusDays(1).toString());
    return Desk.as("one", Role.SUPERVISOR)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(form)
        .post("/api/spot-draws");
  }

  private UUID drawn(String unit, int size) {
    return UUID.fromString(
        draw(unit, Map.of("size", size)).then().statusCode(200).extract().path("drawId"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CITY);
  }

  private Map<String, Object> notDone() {
    return Map.of(
        "finding", "NOT_DONE",
        "contacted", "NO",
        "checkedAt", clock.instant().toString(),
        "place", "小区北门外",
        "evidence", "照片 HC-0017",
        "notes", "邻居13812345678称无人来过");
  }

  private static Response act(
      String who, UUID check, long version, String act, Map<String, Object> form) {
    RequestSpecification request = Desk.command(Desk.as(who, Role.SUPERVISOR), version);
    return (form == null ? request : request.body(form))
        .post("/api/spot-checks/" + check + "/" + act);
  }

  private static JsonPath read(UUID check) {
    return supervisor()
        .get("/api/spot-checks/" + check)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static io.restassured.response.ValidatableResponse checks(String tab, UUID draw) {
    return checks(tab, draw, "the-supervisor");
  }

  private static io.restassured.response.ValidatableResponse checks(
      String tab, UUID draw, String who) {
    return Desk.as(who, Role.SUPERVISOR)
        .get("/api/spot-checks?limit=200&tab=" + tab + "&draw=" + draw)
        .then()
        .statusCode(200);
  }

  private static RequestSpecification supervisor() {
    return Desk.as("the-supervisor", Role.SUPERVISOR);
  }

  private void reopen(UUID caseId, String caseNo) {
    others.say(
        new OtherServices.Known(caseId, caseNo, UUID.randomUUID()),
        Source.INTAKE,
        new CaseReopenRequested(ReopenReason.SPOT_CHECK, ReopenedBy.SUPERVISOR, clock.instant()));
  }

  private static void exclude(OtherServices.Known known) {
    Desk.command(
            Desk.clerk("sc-past", "/center/sc-past").contentType("application/json"),
            Desk.clerk("sc-past", "/center/sc-past")
                .get("/api/cases/" + known.caseId() + "/scoring")
                .jsonPath()
                .getLong("version"))
        .body(Map.of("reason", "NOT_TRUE", "explanation", "现场无此情况", "evidence", "照片"))
        .post("/api/cases/" + known.caseId() + "/exclusion")
        .then()
        .statusCode(200);
    String request =
        Desk.clerk("sc-past", "/center/sc-past")
            .get("/api/cases/" + known.caseId() + "/scoring")
            .jsonPath()
            .getString("requests[0].requestId");
    Desk.command(Desk.as("clerk-one", Role.ASSESSMENT_CLERK), 0)
        .body(Map.of("grants", true, "reason", "属实"))
        .post("/api/score-requests/" + request + "/proposal")
        .then()
        .statusCode(200);
    Desk.command(Desk.as("clerk-two", Role.ASSESSMENT_CLERK), 1)
        .post("/api/score-requests/" + request + "/confirmation")
        .then()
        .statusCode(200);
  }

  private void fire(UUID caseId) {
    fire("archive-due", caseId);
  }

  private void fire(String kind, UUID caseId) {
    String callback = Desk.awaitCallback(caseId, 1).toString();
    try {
      transactions.call(
          tx -> {
            timers.fire(tx, List.of(new DueTimer(kind, callback, clock.instant(), null)));
            return null;
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if the case had been closed long ago: the clock belongs to all tests. */
  private void windowsAreOver(UUID caseId) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                update(
                        "update callback set reopen_until = ended_at - interval '2 hours',"
                            + " contest_until = ended_at - interval '3 hours'"
                            + " where decision = 'CLOSED' and case_id = ?",
                        caseId)
                    > 0);
  }

  private int update(String statement, UUID parameter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.setObject(1, parameter);
      return sql.executeUpdate();
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
