package hotline.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Topics;
import hotline.relay.Incoming;
import hotline.relay.quarkus.JtaTransactions;
import hotline.reporting.ranking.HearRankings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rankings over HTTP, from the preview to the erratum. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class RankingTest {

  private static final String CG = TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk-cg");
  private static final String ZJ = TestTokens.forRole(Role.CLERK, "zj", "/center/zj", "clerk-zj");
  private static final String FIRST = TestTokens.forRole(Role.ASSESSMENT_CLERK);
  private static final String SECOND = TestTokens.forRole(Role.SUPERVISOR);
  private static final String SECOND_CLERK =
      TestTokens.forRole(Role.ASSESSMENT_CLERK, "center", "/center", "assessment-clerk-2");
  private static final String ANALYST = TestTokens.forRole(Role.ANALYST);

  private static TheLog log;

  @Inject DataSource database;
  @Inject JtaTransactions transactions;
  @Inject HearRankings hearing;

  @BeforeAll
  static void openLog() throws Exception {
    log = new TheLog(ReportingServers.servers().kafka().bootstrapServers());
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("zj", "center", "/center/zj", "住建局", "Housing", 2, null, true));
  }

  /** Whichever class is first: a ranking waits until it is known where the log ends. */
  @BeforeEach
  void theEndOfTheLogIsKnown() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> token(FIRST).get("/api/headline").jsonPath().getString("asOf") != null);
  }

  /** Others have proposed rules as well, for the sake of their own questions. */
  @BeforeEach
  void noRuleWaits() {
    String waiting = proposed();
    if (waiting != null) {
      act(FIRST, 0)
          .post("/api/ranking-rules/proposals/" + waiting + "/dropping")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void a_ranking_tells_the_same_of_every_unit_as_the_cockpit_and_its_lists() throws Exception {
    LoopOfFacts main = loop("2405030000017", "cg", "2024-05-03").closed(Solved.PARTLY, Answer.YES);
    tell(
        main,
        loop("2405030000025", "cg", "2024-05-04").closed(Solved.YES, Answer.NO),
        loop("2405030000033", "cg", "2024-05-05").closed(Solved.UNKNOWN, Answer.UNKNOWN),
        loop("2405030000041", "cg", "2024-05-06").closed(Solved.NOT_BY_POLICY, Answer.YES),
        loop("2405030000058", "cg", "2024-05-07").closed(Solved.YES, Answer.YES).excluded(),
        new LoopOfFacts("2405030000066", "cg", Instant.parse("2024-05-31T10:00:00Z"))
            .accepted()
            .dispatched(),
        // Of the next month in Shanghai.
        new LoopOfFacts("2405030000074", "cg", Instant.parse("2024-05-31T16:00:00Z"))
            .accepted()
            .dispatched(),
        loop("2405030000082", "zj", "2024-05-08").closed(Solved.YES, Answer.YES));

    String month = "?from=2024-05-01&to=2024-06-01";
    JsonPath preview = token(FIRST).get("/api/rankings/preview" + month).jsonPath();
    assertThat(preview.getString("status")).isEqualTo("PREVIEW");
    assertThat(preview.getString("asOf")).isNotNull();
    assertThat(preview.getString("inputsHash")).isNull();
    String id = inCheck(submit("2024-05-01", "2024-06-01"));
    JsonPath submitted = token(FIRST).get("/api/rankings/" + id).jsonPath();
    JsonPath cockpit = token(FIRST).get("/api/headline/by-unit" + month).jsonPath();
    assertThat(cockpit.getList("items")).hasSize(2);
    for (String unit : List.of("cg", "zj")) {
      for (JsonPath ranking : List.of(preview, submitted)) {
        sameAsTheCockpit(ranking, cockpit, unit);
      }
      String rate = "items.find { it.unit == '" + unit + "' }.rates.satisfied.";
      count(id, unit, "eval.satisfied.v2", "denominator", cockpit.getInt(rate + "denominator"));
      count(id, unit, "eval.satisfied.v2", "numerator", cockpit.getInt(rate + "numerator"));
      count(id, unit, "eval.satisfied.v2", "unknown", cockpit.getInt(rate + "unknown"));
    }
    count(id, "cg", "case.close.v1", "numerator", 4);
    count(id, "cg", "case.close.v1", "denominator", 5);
    assertThat(preview.getString("lines.find { it.ranked.unitId == 'cg' }.ranked.notRanked"))
        .isEqualTo("TOO_FEW_CASES");

    // Late facts change the preview, never what was copied.
    tell(loop("2405030000090", "zj", "2024-05-09").closed(Solved.NO, Answer.NO));
    count(id, "zj", "eval.satisfied.v2", "denominator", 1);
    assertThat(
            token(FIRST)
                .get("/api/rankings/preview" + month)
                .jsonPath()
                .getInt("lines.find { it.ranked.unitId == 'zj' }.ranked.accepted"))
        .isEqualTo(2);
    assertThat(submitted.getString("inputsHash")).isEqualTo(hashOfInputs(id));
  }

  private static void sameAsTheCockpit(JsonPath ranking, JsonPath cockpit, String unit) {
    String line = "lines.find { it.ranked.unitId == '" + unit + "' }.ranked.";
    String shown = "items.find { it.unit == '" + unit + "' }.";
    for (String number : List.of("accepted", "closed", "excluded", "ratingSetAside")) {
      assertThat(ranking.getInt(line + number)).isEqualTo(cockpit.getInt(shown + number));
    }
    for (String rate : List.of("responded", "solved", "satisfied")) {
      String ranked = line + "rates.find { it.kpi == 'eval." + rate + ".v2' }.";
      String counted = shown + "rates." + rate + ".";
      for (String number : List.of("numerator", "denominator", "unknown", "value")) {
        assertThat(ranking.getString(ranked + number))
            .as("%s %s %s", unit, rate, number)
            .isEqualTo(cockpit.getString(counted + number));
      }
    }
  }

  @Test
  void a_ranking_is_checked_by_the_units_and_frozen_by_a_second_person() throws Exception {
    LoopOfFacts contested = loop("2406030000016", "cg", "2024-06-03").closed(Solved.NO, Answer.NO);
    tell(
        contested,
        loop("2406030000024", "cg", "2024-06-04").closed(Solved.YES, Answer.YES),
        loop("2406030000032", "zj", "2024-06-05").closed(Solved.YES, Answer.YES));
    adoptAMinimumOf(1);
    String key = UUID.randomUUID().toString();
    Response submitted = submit("2024-06-01", "2024-07-01", key);
    submitted.then().statusCode(201).body("status", equalTo("COPYING"));
    String id = inCheck(submitted);
    assertThat(submit("2024-06-01", "2024-07-01", key).jsonPath().getString("rankingId"))
        .isEqualTo(id);
    submit("2024-06-01", "2024-07-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("ranking-exists"));

    // Units see their own line, analysts nothing yet.
    token(CG)
        .get("/api/rankings/" + id)
        .then()
        .statusCode(200)
        .body("lines", hasSize(1))
        .body("lines[0].ranked.unitId", equalTo("cg"))
        .body("lines[0].own", equalTo(true))
        .body("openToObjections", equalTo(true))
        .body("openObjections", nullValue());
    token(ANALYST).get("/api/rankings/" + id).then().statusCode(404);
    token(CG)
        .get("/api/rankings/" + id + "/cases?unit=zj&kpi=eval.solved.v2")
        .then()
        .statusCode(403);

    object(CG, id, "zj").then().statusCode(403);
    Response objection = object(CG, id, "cg");
    objection.then().statusCode(201);
    object(CG, id, "cg").then().statusCode(409).body("code", equalTo("objection-exists"));
    token(ZJ).get("/api/ranking-objections").then().body("count", equalTo(0));
    String objectionId = objection.jsonPath().getString("objectionId");

    // The window first, then the objections, then another person.
    freeze(SECOND, id).then().statusCode(409).body("code", equalTo("check-window-open"));
    sql("UPDATE ranking SET check_until = now() - interval '1 minute' WHERE ranking_id = '%s'", id);
    object(ZJ, id, "zj").then().statusCode(409).body("code", equalTo("check-window-passed"));
    freeze(SECOND, id).then().statusCode(409).body("code", equalTo("objections-open"));
    // Late facts of the others wait for nobody's objection.
    tell(
        contested.excluded(),
        loop("2406030000040", "zj", "2024-06-06").closed(Solved.NO, Answer.NO));
    act(FIRST, 0)
        .body(Map.of("accepts", true, "reason", "评价已剔除，重新计算。"))
        .post("/api/ranking-objections/" + objectionId + "/decision")
        .then()
        .statusCode(200)
        .body("objection.status", equalTo("ACCEPTED"))
        .body("changed.find { it.unitId == 'cg' }.before.score", equalTo(66.666667f))
        .body("changed.find { it.unitId == 'cg' }.after.score", equalTo(100f))
        .body("changed.unitId", equalTo(List.of("cg")));
    token(CG)
        .get("/api/ranking-objections?tab=decided&ranking=" + id)
        .then()
        .body("items[0].reason", equalTo("评价已剔除，重新计算。"));
    freeze(FIRST, id).then().statusCode(403).body("code", equalTo("same-person"));
    act(SECOND, 0).post("/api/rankings/" + id + "/publication").then().statusCode(412);
    freeze(SECOND, id).then().statusCode(200).body("status", equalTo("PUBLISHED"));

    token(ZJ)
        .get("/api/rankings/" + id)
        .then()
        .body("lines", hasSize(2))
        .body("lines.ranked.rank", equalTo(List.of(1, 1)));
    token(ANALYST).get("/api/rankings/" + id).then().statusCode(200);
    String csv = token(ANALYST).get("/api/rankings/" + id + "/export.csv").asString();
    assertThat(csv).contains("\"=\"\"cg\"\"\"").contains("城市管理局");
  }

  @Test
  void what_is_published_is_corrected_by_errata_and_heard_again_by_an_emptied_database()
      throws Exception {
    LoopOfFacts late = loop("2407030000015", "cg", "2024-07-03").closed(Solved.YES, Answer.NO);
    tell(late, loop("2407030000023", "zj", "2024-07-04").closed(Solved.YES, Answer.YES));
    String id = inCheck(submit("2024-07-01", "2024-08-01"));
    sql("UPDATE ranking SET check_until = now() - interval '1 minute' WHERE ranking_id = '%s'", id);
    freeze(SECOND, id).then().statusCode(200);

    propose(id, "数据有误", "2407030000015")
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-correct"));
    propose(id, "请联系 13800001234", "2407030000015").then().statusCode(400);
    propose(id, "数据有误", "2406030000016").then().statusCode(400);
    // What happened to the other unit since is not what is corrected.
    tell(late.excluded(), loop("2407030000031", "zj", "2024-07-05").closed(Solved.NO, Answer.NO));
    propose(id, "一件工单经批准剔除。", "2407030000015").then().statusCode(200);
    publishErratum(FIRST, id).then().statusCode(403).body("code", equalTo("same-person"));
    token(ANALYST).get("/api/rankings/" + id).then().body("waiting", nullValue());
    publishErratum(SECOND, id).then().statusCode(200);
    Response published = token(ANALYST).get("/api/rankings/" + id);
    published
        .then()
        .body("errata[0].number", equalTo(1))
        .body("errata[0].changed.find { it.unitId == 'cg' }.before.excluded", equalTo(0))
        .body("errata[0].changed.find { it.unitId == 'cg' }.after.excluded", equalTo(1))
        .body("lines.find { it.ranked.unitId == 'cg' }.ranked.excluded", equalTo(0))
        .body("lines.find { it.ranked.unitId == 'cg' }.corrected.excluded", equalTo(1))
        .body("lines.find { it.ranked.unitId == 'cg' }.erratum", equalTo("CHANGED"))
        .body("lines.find { it.ranked.unitId == 'zj' }.erratum", nullValue());

    List<Incoming> said = said(id);
    assertThat(said).hasSize(2);
    for (String table : List.of("edition", "erratum", "objection", "input", "snapshot")) {
      sql("DELETE FROM ranking_" + table + " WHERE ranking_id = '%s'", id);
    }
    sql("DELETE FROM ranking WHERE ranking_id = '%s'", id);
    token(ANALYST).get("/api/rankings/" + id).then().statusCode(404);
    // Twice: what is there already stays as it is.
    for (int i = 0; i < 2; i++) {
      transactions.call(
          tx -> {
            hearing.hear(tx, said);
            return null;
          });
    }
    JsonPath before = published.jsonPath();
    JsonPath again = token(ANALYST).get("/api/rankings/" + id).jsonPath();
    for (String told : List.of("lines", "errata", "inputsHash", "rule", "publishedBy", "asOf")) {
      assertThat(again.<Object>get(told)).as(told).isEqualTo(before.<Object>get(told));
    }
    assertThat(again.getBoolean("inputsKept")).isFalse();
    token(FIRST)
        .get("/api/rankings/" + id + "/cases?unit=cg&kpi=eval.solved.v2")
        .then()
        .statusCode(404);
  }

  @Test
  void a_ranking_that_was_taken_back_leaves_its_period_to_another() throws Exception {
    tell(loop("2408030000014", "cg", "2024-08-03").closed(Solved.YES, Answer.YES));
    String id = inCheck(submit("2024-08-01", "2024-09-01"));
    object(CG, id, "cg").then().statusCode(201);
    act(FIRST, version(id))
        .body(Map.of("reason", "分档有误，重新提交。"))
        .post("/api/rankings/" + id + "/taking-back")
        .then()
        .statusCode(200)
        .body("status", equalTo("TAKEN_BACK"));
    token(CG).get("/api/rankings/" + id).then().statusCode(404);
    token(FIRST)
        .get("/api/ranking-objections?tab=decided&ranking=" + id)
        .then()
        .body("counts.open", equalTo(0))
        .body("items[0].status", equalTo("MOOT"));
    submit("2024-08-01", "2024-09-01").then().statusCode(201);
    submit("2099-01-01", "2099-02-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("period-not-over"));
    token(FIRST)
        .get("/api/rankings?limit=1")
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", notNullValue());
  }

  @Test
  void what_cannot_be_copied_says_why_and_is_copied_again_or_dropped() throws Exception {
    tell(loop("2410030000012", "untold", "2024-10-03").closed(Solved.YES, Answer.YES));
    submit("2024-10-01", "2024-11-01", 99)
        .then()
        .statusCode(409)
        .body("code", equalTo("rule-changed"));
    String id = submit("2024-10-01", "2024-11-01").jsonPath().getString("rankingId");
    reaches(id, "COPY_FAILED");
    token(FIRST)
        .get("/api/rankings/" + id)
        .then()
        .body("copyFailure.code", equalTo("tier-unknown"))
        .body("copyFailure.zh", notNullValue())
        .body("lines", hasSize(0));
    // No ranking yet: units and analysts know nothing of it.
    token(CG).get("/api/rankings/" + id).then().statusCode(404);
    assertThat(listed(FIRST)).contains(id);
    assertThat(listed(CG)).doesNotContain(id);
    assertThat(listed(ANALYST)).doesNotContain(id);
    submit("2024-10-01", "2024-11-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("ranking-exists"));

    log.write(
        new DirectoryEntry.Unit(
            "untold", "center", "/center/untold", "新单位", "New Unit", 2, null, true));
    await().atMost(Duration.ofSeconds(30)).until(() -> placeIsKnown("untold"));
    act(FIRST, 0).post("/api/rankings/" + id + "/copy/again").then().statusCode(412);
    act(SECOND_CLERK, version(id))
        .post("/api/rankings/" + id + "/copy/again")
        .then()
        .statusCode(200)
        .body("status", equalTo("COPYING"));
    reaches(id, "CHECK");
    copy(id, "again").then().statusCode(409).body("code", equalTo("ranking-copied"));
    // Who chose the moment of the numbers does not freeze them.
    JsonPath made = token(FIRST).get("/api/rankings/" + id).jsonPath();
    assertThat(made.getString("takenBy")).isNotEqualTo(made.getString("submittedBy"));
    act(SECOND_CLERK, version(id))
        .post("/api/rankings/" + id + "/publication")
        .then()
        .statusCode(403)
        .body("code", equalTo("same-person"));

    String empty = submit("2024-09-05", "2024-09-06").jsonPath().getString("rankingId");
    reaches(empty, "COPY_FAILED");
    token(FIRST).get("/api/rankings/" + empty).then().body("copyFailure.code", equalTo("no-cases"));
    adoptAMinimumOf(9, "2024-09-05", "2024-09-06");
    copy(empty, "again").then().statusCode(409).body("code", equalTo("rule-changed"));
    copy(empty, "dropping").then().statusCode(200);
    token(FIRST).get("/api/rankings/" + empty).then().statusCode(404);
  }

  @Test
  void a_copy_is_made_by_one_and_taken_up_again_when_its_maker_is_gone() throws Exception {
    tell(loop("2411030000011", "cg", "2024-11-03").closed(Solved.YES, Answer.YES));
    String id;
    try (Connection holding = database.getConnection();
        Statement sql = holding.createStatement()) {
      holding.setAutoCommit(false);
      sql.execute("LOCK TABLE ranking_input IN ACCESS EXCLUSIVE MODE");
      id = submit("2024-11-01", "2024-12-01").jsonPath().getString("rankingId");
      await().atMost(Duration.ofSeconds(30)).until(() -> maker() != 0);
      reaches(id, "COPYING");
      copy(id, "dropping").then().statusCode(409).body("code", equalTo("ranking-copying"));
      int maker = maker();
      sql.execute("SELECT pg_terminate_backend(" + maker + ")");
      await().atMost(Duration.ofSeconds(30)).until(() -> maker() != 0 && maker() != maker);
      holding.rollback();
      holding.setAutoCommit(true);
    }
    reaches(id, "CHECK");
    count(id, "cg", "case.close.v1", "denominator", 1);
  }

  @Test
  void a_copy_that_breaks_off_again_and_again_says_so_and_ends() throws Exception {
    tell(loop("2409100000015", "cg", "2024-09-10").closed(Solved.YES, Answer.YES));
    String id;
    try (Connection holding = database.getConnection();
        Statement sql = holding.createStatement()) {
      holding.setAutoCommit(false);
      sql.execute("LOCK TABLE ranking_input IN ACCESS EXCLUSIVE MODE");
      id = submit("2024-09-10", "2024-09-11").jsonPath().getString("rankingId");
      AtomicInteger before = new AtomicInteger();
      for (int attempt = 0; attempt < 5; attempt++) {
        await().atMost(Duration.ofSeconds(30)).until(() -> maker() != 0 && maker() != before.get());
        before.set(maker());
        sql.execute("SELECT pg_terminate_backend(" + before.get() + ")");
      }
      reaches(id, "COPY_FAILED");
      holding.rollback();
      holding.setAutoCommit(true);
    }
    token(FIRST)
        .get("/api/rankings/" + id)
        .then()
        .body("copyFailure.code", equalTo("copy-broken-off"));
    copy(id, "again").then().statusCode(200);
    reaches(id, "CHECK");
  }

  /** The backend that waits to copy; 0 for none. */
  private int maker() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND query LIKE 'INSERT INTO ranking_input%'")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  @Test
  void a_rule_that_reaches_back_is_in_force_when_a_second_person_has_confirmed_it() {
    Map<String, Object> draft =
        new HashMap<>(token(FIRST).get("/api/ranking-rules").jsonPath().getMap("presets[0].rule"));
    draft.remove("version");
    draft.put("minCases", 7);
    draft.put("validFrom", "2023-01-01");
    draft.put("validTo", "2023-02-01");
    String preview = "/api/rankings/preview?from=2023-01-01&to=2023-02-01";

    adopt(draft).then().statusCode(201).body("inForce", equalTo(false));
    String proposal = proposed();
    token(FIRST).get(preview).then().body("rule.minCases", equalTo(30));
    // Another one waits for this one's end, also one that reaches back to nothing.
    adopt(draft).then().statusCode(409).body("code", equalTo("rule-waits"));
    Map<String, Object> later = new HashMap<>(draft);
    later.put("validFrom", "2098-01-01");
    later.put("validTo", "2098-02-01");
    adopt(later).then().statusCode(409).body("code", equalTo("rule-waits"));
    confirm(FIRST, proposal).then().statusCode(403).body("code", equalTo("same-person"));
    confirm(CG, proposal).then().statusCode(403);
    confirm(SECOND, proposal).then().statusCode(200);
    token(FIRST).get(preview).then().body("rule.minCases", equalTo(7));
    token(FIRST)
        .get("/api/ranking-rules")
        .then()
        .body("proposed", nullValue())
        .body("items[0].confirmedBy", notNullValue());
    confirm(SECOND, proposal).then().statusCode(409).body("code", equalTo("no-proposed-rule"));

    adopt(draft).then().statusCode(201);
    act(FIRST, 0)
        .post("/api/ranking-rules/proposals/" + proposed() + "/dropping")
        .then()
        .statusCode(200);
    token(FIRST).get("/api/ranking-rules").then().body("proposed", nullValue());
    adopt(later).then().statusCode(201).body("inForce", equalTo(true));
  }

  @Test
  void a_page_of_rankings_takes_as_many_statements_for_two_units_as_for_one() throws Exception {
    tell(
        loop("2412030000010", "cg", "2024-12-03").closed(Solved.YES, Answer.YES),
        loop("2412130000018", "cg", "2024-12-13").closed(Solved.YES, Answer.YES),
        loop("2412130000026", "zj", "2024-12-13").closed(Solved.YES, Answer.YES));
    String one = inCheck(submit("2024-12-01", "2024-12-11"));
    String two = inCheck(submit("2024-12-11", "2024-12-21"));
    object(CG, two, "cg").then().statusCode(201);
    object(ZJ, two, "zj").then().statusCode(201);

    // A page and its count.
    assertThat(statements(CG, "/api/rankings?limit=1")).hasSize(1);
    assertThat(statements(CG, "/api/rankings?limit=200")).hasSize(1);
    assertThat(statements(FIRST, "/api/rankings?limit=200")).hasSize(1);
    for (String id : List.of(one, two)) {
      // Whether it is being copied, the ranking, the names, its copy, how many objections are open.
      assertThat(statements(FIRST, "/api/rankings/" + id)).hasSize(5);
      // The ranking, the names, its copy; then what was objected to.
      assertThat(statements(CG, "/api/rankings/" + id)).hasSize(3);
      assertThat(statements(CG, "/api/ranking-objections?ranking=" + id)).hasSize(1);
      // The names, the ranking, the cases and their count.
      String cases = "/cases?unit=cg&kpi=case.close.v1&limit=1";
      assertThat(statements(CG, "/api/rankings/" + id + cases)).hasSize(3);
    }
    publishWithoutWaiting(two);
    // The ranking, the names, its editions; of the centre also the erratum that waits.
    assertThat(statements(CG, "/api/rankings/" + two)).hasSize(3);
    assertThat(statements(SECOND, "/api/rankings/" + two)).hasSize(5);
  }

  private void publishWithoutWaiting(String id) throws SQLException {
    sql("UPDATE ranking SET check_until = now() - interval '1 minute' WHERE ranking_id = '%s'", id);
    sql(
        "UPDATE ranking_objection SET status = 'REFUSED', decided_by = 'x', decided_at = now(),"
            + " reason = 'x' WHERE ranking_id = '%s'",
        id);
    freeze(SECOND, id).then().statusCode(200);
  }

  private static List<String> statements(String token, String path) {
    return CountingDriver.counted(() -> token(token).get(path).then().statusCode(200)).stream()
        // Once in a while, whatever is asked: whether there is a newer calendar.
        .filter(sql -> !sql.contains("work_calendar"))
        .toList();
  }

  @Test
  void units_that_an_older_version_kept_are_read_once_more_by_themselves() throws Exception {
    sql("UPDATE directory_name SET of_a_place = NULL WHERE code = '%s'", "cg");
    await().atMost(Duration.ofSeconds(60)).until(() -> placeIsKnown("cg"));
  }

  // ---- what people do

  private static void adoptAMinimumOf(int cases) {
    // Other tests have months of their own.
    adoptAMinimumOf(cases, "2024-06-01", "2024-07-01");
  }

  private static void adoptAMinimumOf(int cases, String from, String to) {
    JsonPath rules = token(FIRST).get("/api/ranking-rules").jsonPath();
    Map<String, Object> draft = new HashMap<>(rules.getMap("presets[0].rule"));
    draft.remove("version");
    draft.put("minCases", cases);
    draft.put("validFrom", from);
    draft.put("validTo", to);
    adopt(draft)
        .then()
        .statusCode(201)
        .body("rule.minCases", equalTo(cases))
        .body("inForce", equalTo(false));
    confirm(SECOND, proposed()).then().statusCode(200).body("inForce", equalTo(true));
  }

  private static Response adopt(Map<String, Object> draft) {
    long newest = token(FIRST).get("/api/ranking-rules").jsonPath().getLong("version");
    return act(FIRST, newest).body(draft).post("/api/ranking-rules");
  }

  private static String proposed() {
    return token(FIRST).get("/api/ranking-rules").jsonPath().getString("proposed.proposalId");
  }

  private static Response confirm(String token, String proposal) {
    return act(token, 0).post("/api/ranking-rules/proposals/" + proposal + "/confirmation");
  }

  @Test
  void what_a_rule_would_change_is_looked_at_before_it_is_adopted() throws Exception {
    tell(
        loop("2311040000018", "cg", "2023-11-04").closed(Solved.YES, Answer.YES),
        loop("2311050000026", "zj", "2023-11-05").closed(Solved.NO, Answer.NO));
    String november = "?from=2023-11-01&to=2023-12-01";
    JsonPath rules = token(FIRST).get("/api/ranking-rules").jsonPath();
    Map<String, Object> draft = new HashMap<>(rules.getMap("presets[0].rule"));
    draft.remove("version");
    draft.put("minCases", 1);

    JsonPath now = token(FIRST).get("/api/rankings/preview" + november).jsonPath();
    JsonPath trial =
        token(SECOND)
            .contentType("application/json")
            .body(draft)
            .post("/api/ranking-rules/previews" + november)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(trial.getInt("ruleVersion")).isEqualTo(now.getInt("rule.version"));
    String cg = "lines.find { it.unitId == 'cg' }";
    String zj = "lines.find { it.unitId == 'zj' }";
    assertThat(trial.getInt(cg + ".then.rank")).isEqualTo(1);
    assertThat(trial.getInt(zj + ".then.rank")).isEqualTo(2);
    for (String unit : List.of("cg", "zj")) {
      Integer ranked = now.get("lines.find { it.ranked.unitId == '" + unit + "' }.ranked.rank");
      String line = "lines.find { it.unitId == '" + unit + "' }";
      Integer before = trial.get(line + ".now.rank");
      Integer after = trial.get(line + ".then.rank");
      assertThat(before).isEqualTo(ranked);
      assertThat(trial.getBoolean(line + ".moved")).isEqualTo(!Objects.equals(ranked, after));
    }
    assertThat(trial.getInt("moved")).isEqualTo(trial.getList("lines.findAll { it.moved }").size());
    assertThat(token(FIRST).get("/api/ranking-rules").jsonPath().getInt("version"))
        .isEqualTo(rules.getInt("version"));

    draft.put("minCases", 0);
    token(FIRST)
        .contentType("application/json")
        .body(draft)
        .post("/api/ranking-rules/previews" + november)
        .then()
        .statusCode(400);
  }

  private static Response submit(String from, String to) {
    return submit(from, to, UUID.randomUUID().toString());
  }

  private static Response submit(String from, String to, String key) {
    String preview = "/api/rankings/preview?from=" + from + "&to=" + to;
    return submit(from, to, key, token(FIRST).get(preview).jsonPath().getInt("rule.version"));
  }

  private static Response submit(String from, String to, int ruleVersion) {
    return submit(from, to, UUID.randomUUID().toString(), ruleVersion);
  }

  private static Response submit(String from, String to, String key, int ruleVersion) {
    return token(FIRST)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("from", from, "to", to, "ruleVersion", ruleVersion))
        .post("/api/rankings");
  }

  /** Its inputs are copied by now, and units may look. */
  private static String inCheck(Response submitted) {
    String id = submitted.jsonPath().getString("rankingId");
    reaches(id, "CHECK");
    return id;
  }

  private static void reaches(String id, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                status.equals(
                    token(FIRST).get("/api/rankings/" + id).jsonPath().getString("status")));
  }

  private static Response copy(String id, String act) {
    return act(FIRST, version(id)).post("/api/rankings/" + id + "/copy/" + act);
  }

  private static List<String> listed(String token) {
    return token(token).get("/api/rankings?limit=200").jsonPath().getList("items.rankingId");
  }

  private static Response object(String token, String id, String unit) {
    return act(token, 0)
        .body(Map.of("unitId", unit, "words", "其中一件不属我单位职责。"))
        .post("/api/rankings/" + id + "/objections");
  }

  private static Response freeze(String token, String id) {
    return act(token, version(id)).post("/api/rankings/" + id + "/publication");
  }

  private static Response propose(String id, String words, String caseNo) {
    return act(FIRST, version(id))
        .body(Map.of("reason", "DECISION_ON_APPEAL", "words", words, "caseNos", List.of(caseNo)))
        .post("/api/rankings/" + id + "/erratum");
  }

  private static Response publishErratum(String token, String id) {
    return act(token, version(id)).post("/api/rankings/" + id + "/erratum/publication");
  }

  private static long version(String id) {
    return token(FIRST).get("/api/rankings/" + id).jsonPath().getLong("version");
  }

  private static void count(String id, String unit, String kpi, String part, int expected) {
    token(FIRST)
        .get("/api/rankings/%s/cases?unit=%s&kpi=%s&part=%s&limit=1".formatted(id, unit, kpi, part))
        .then()
        .statusCode(200)
        .body("count", equalTo(expected));
  }

  private static RequestSpecification act(String token, long version) {
    return token(token)
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "\"" + version + "\"");
  }

  private static RequestSpecification token(String token) {
    return given().basePath("/reporting").auth().oauth2(token);
  }

  // ---- what is behind

  /** As README says how anybody computes it. */
  private String hashOfInputs(String id) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT unit_id, case_id, counters FROM ranking_input WHERE ranking_id = '"
                    + id
                    + "'")) {
      while (rows.next()) {
        lines.add(
            rows.getString(1)
                + " "
                + rows.getString(2)
                + " "
                + String.join(",", (String[]) rows.getArray(3).getArray()));
      }
    }
    lines.sort(null);
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
  }

  /** What the topic has of this ranking. */
  private static List<Incoming> said(String id) {
    List<Incoming> said = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                ReportingServers.servers().kafka().bootstrapServers(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition only = new TopicPartition(Topics.SCORE, 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                for (ConsumerRecord<String, byte[]> record :
                    consumer.poll(Duration.ofMillis(200))) {
                  if (new String(record.value(), StandardCharsets.UTF_8).contains(id)) {
                    Map<String, String> headers = new HashMap<>();
                    record
                        .headers()
                        .forEach(
                            header ->
                                headers.put(
                                    header.key(),
                                    new String(header.value(), StandardCharsets.UTF_8)));
                    said.add(
                        new Incoming(
                            Topics.SCORE,
                            0,
                            record.offset(),
                            record.key(),
                            headers,
                            record.value()));
                  }
                }
                return said.size() >= 2;
              });
    }
    return said;
  }

  private void sql(String statement, String id) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement.formatted(id));
    }
  }

  private boolean placeIsKnown(String unit) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery("SELECT of_a_place FROM directory_name WHERE code = '" + unit + "'")) {
      return row.next() && row.getObject(1) != null;
    }
  }

  private static LoopOfFacts loop(String caseNo, String unit, String day) {
    return new LoopOfFacts(caseNo, unit, Instant.parse(day + "T01:00:00Z"))
        .accepted()
        .dispatched()
        .replied(false)
        .completed();
  }

  private void tell(LoopOfFacts... loops) throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (LoopOfFacts loop : loops) {
      facts.addAll(loop.facts());
    }
    log.write(facts);
    for (LoopOfFacts loop : loops) {
      await().atMost(Duration.ofSeconds(30)).until(() -> told(loop) == loop.facts().size());
    }
  }

  private long told(LoopOfFacts loop) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT count(*) FROM timeline_entry WHERE case_id = '" + loop.caseId() + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
