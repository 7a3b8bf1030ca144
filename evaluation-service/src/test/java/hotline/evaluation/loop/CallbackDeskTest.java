package hotline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Source;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EvaluationServers.class)
class CallbackDeskTest {

  @Inject OtherServices others;
  @Inject MovedClock clock;

  @Test
  void the_agent_asks_blind_and_learns_the_unit_after_the_answer() {
    others.unit("cg", "城市管理局");
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);

    for (String open :
        List.of(
            Desk.read(callback).asString(),
            Desk.agent().get("/api/callbacks?tab=open&limit=200").asString())) {
      assertThat(open)
          .doesNotContain("\"cg\"", "/center", "城市管理局", OtherServices.HANDLER)
          .doesNotContain(OtherServices.REVIEWER);
    }

    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.satisfied());

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                Desk.read(callback)
                    .then()
                    .body("unit.unitId", equalTo("cg"))
                    .body("unit.unitName", equalTo("城市管理局"))
                    .body("evaluation.satisfied", equalTo("YES"))
                    .body("attemptList", hasSize(1))
                    .body("attemptList[0].result", equalTo("REACHED")));
  }

  @Test
  void the_agent_of_a_later_round_asks_blind_too() {
    others.unit("cg", "城市管理局");
    OtherServices.Known known = others.completed();
    UUID first = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(first, "REACHED");
    Desk.rate(first, Desk.unsolved("UNIT")).then().statusCode(200);
    others.handled(known, 2);
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    String outcome = "/api/cases/" + known.caseId() + "/outcome";

    for (String open :
        List.of(
            Desk.read(first).then().body("evaluation.solved", equalTo("NO")).extract().asString(),
            Desk.agent().get(outcome).then().body("results", hasSize(1)).extract().asString(),
            Desk.lead().get(outcome).then().statusCode(200).extract().asString())) {
      assertThat(open).doesNotContain("\"cg\"", "城市管理局");
    }
    Desk.as("supervisor", Role.SUPERVISOR)
        .get(outcome)
        .then()
        .body("results[0].unitId", equalTo("cg"));

    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.satisfied()).then().statusCode(200);
    Desk.agent().get(outcome).then().body("results.unitId", equalTo(List.of("cg", "cg")));
    Desk.read(first).then().body("unit.unitId", equalTo("cg"));
  }

  @Test
  void the_text_fills_in_when_it_comes_and_is_gone_when_it_is_erased() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.read(callback).then().body("title", nullValue());

    others.file(known, 2, "路灯不亮");
    // An older file that is read again does not win.
    others.file(known, 1, "旧标题");
    others.file(others.newCase(), 1, "别的");
    awaitTitle(callback, "路灯不亮");

    others.fileErased(known);
    awaitTitle(callback, null);
    others.file(known, 3, "不应再出现");
    OtherServices.Known later = others.completed();
    others.file(later, 1, "后来的工单");
    awaitTitle(Desk.awaitCallback(later.caseId(), 1), "后来的工单");
    Desk.read(callback).then().body("title", nullValue());
  }

  private static void awaitTitle(UUID callback, String title) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> Desk.read(callback).then().body("title", equalTo(title)));
  }

  @Test
  void every_tab_counts_exactly_the_rows_that_its_pages_show() {
    for (int i = 0; i < 5; i++) {
      OtherServices.Known known = others.completed();
      UUID callback = Desk.awaitCallback(known.caseId(), 1);
      if (i % 2 == 0) {
        Desk.attempt(callback, "REACHED");
        Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
      }
    }
    for (String tab : List.of("open", "overdue", "done", "all")) {
      List<String> rows = new ArrayList<>();
      JsonPath page;
      String cursor = "";
      do {
        page =
            Desk.agent()
                .get("/api/callbacks?limit=2&tab=" + tab + cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        rows.addAll(page.getList("items.callbackId", String.class));
        cursor = "&cursor=" + page.getString("nextCursor");
      } while (page.getString("nextCursor") != null);

      assertThat(rows).as(tab).doesNotHaveDuplicates().hasSize(page.getInt("count"));
      assertThat(page.getInt("counts." + tab)).as(tab).isEqualTo(page.getInt("count"));
    }
  }

  @Test
  void the_clock_of_every_round_says_what_it_counted_and_how_it_ended() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    String due = Desk.read(callback).path("callbackDue");

    JsonPath open = clocks(known);
    assertThat(open.getString("items[0].state")).isEqualTo("RUNNING");
    assertThat(open.getString("items[0].stoppedAt")).isNull();
    assertThat(open.getString("items[0].limit")).isEqualTo("3wd");
    assertThat(open.getString("items[0].explanation.due")).isEqualTo(due);
    assertThat(open.getList("items[0].explanation.spans.reason")).contains("WORK_TIME");

    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    JsonPath ended = clocks(known);
    assertThat(ended.getList("items.state")).containsExactly("MET");
    assertThat(ended.getBoolean("items[0].late")).isFalse();
    assertThat(ended.getString("items[0].stoppedAt")).isNotNull();
    Desk.as("supervisor", Role.SUPERVISOR)
        .get("/api/cases/" + UUID.randomUUID() + "/clocks")
        .then()
        .statusCode(404);
  }

  private static JsonPath clocks(OtherServices.Known known) {
    return Desk.as("supervisor", Role.SUPERVISOR)
        .get("/api/cases/" + known.caseId() + "/clocks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void a_callback_that_was_not_made_in_time_is_marked_without_disturbing_the_agent() {
    OtherServices.Known known = others.completed(CaseKind.COMPLAINT, Urgency.URGENT);
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    long version = Desk.version(callback);
    Desk.read(callback)
        .then()
        .body("overdue", equalTo(false))
        .body("light", equalTo("GREEN"))
        .body("remainingWorkMinutes", equalTo(450));

    clock.moveTo(clock.instant().plus(Duration.ofDays(5)));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                Desk.read(callback)
                    .then()
                    .body("overdue", equalTo(true))
                    .body("light", equalTo("RED")));
    assertThat(
            Desk.agent()
                .get("/api/callbacks?tab=overdue&limit=200")
                .jsonPath()
                .getList("items.callbackId", String.class))
        .contains(callback.toString());
    assertThat(Desk.version(callback)).isEqualTo(version);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    Desk.read(callback).then().body("overdue", equalTo(true)).body("light", equalTo("NONE"));
  }

  @Test
  void whoever_handled_or_reviewed_the_case_may_not_ask_about_it() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);

    for (String insider : List.of(OtherServices.HANDLER, OtherServices.REVIEWER)) {
      Desk.command(Desk.as(insider, Role.CALLBACK_AGENT), Desk.version(callback))
          .body("{\"result\":\"REACHED\"}")
          .post("/api/callbacks/" + callback + "/attempts")
          .then()
          .statusCode(403)
          .body("code", equalTo("same-person"));
      Desk.command(Desk.as(insider, Role.CALLBACK_AGENT), Desk.version(callback))
          .body(Desk.satisfied())
          .post("/api/callbacks/" + callback + "/evaluation")
          .then()
          .statusCode(403)
          .body("code", equalTo("same-person"));
      Desk.command(Desk.as(insider, Role.CALLBACK_LEAD), Desk.version(callback))
          .post("/api/callbacks/" + callback + "/unreachable")
          .then()
          .statusCode(403)
          .body("code", equalTo("same-person"));
    }
    Desk.read(callback).then().body("attempts", equalTo(0));
  }

  @Test
  void whoever_wrote_or_rejected_an_earlier_reply_may_not_ask_either() {
    OtherServices.Known known = others.newCase();
    others.registered(known, CaseKind.HELP, Urgency.NORMAL);
    others.inHand(known, 1);
    others.replied(known, 1, "first-writer");
    others.rejected(known, 1, "first-reviewer");
    others.replied(known, 1, OtherServices.HANDLER);
    others.say(known, Source.DISPATCH, others.completion(known, 1));
    UUID callback = Desk.awaitCallback(known.caseId(), 1);

    for (String insider : List.of("first-writer", "first-reviewer")) {
      Desk.command(Desk.as(insider, Role.CALLBACK_AGENT), Desk.version(callback))
          .body("{\"result\":\"REACHED\"}")
          .post("/api/callbacks/" + callback + "/attempts")
          .then()
          .statusCode(403)
          .body("code", equalTo("same-person"));
    }
  }

  @Test
  void a_unit_sees_the_outcome_of_its_own_cases_only() {
    OtherServices.Known known = others.completed();
    Desk.awaitCallback(known.caseId(), 1);
    String outcome = "/api/cases/" + known.caseId() + "/outcome";

    Desk.clerk("cg", "/center/cg").get(outcome).then().statusCode(200);
    Desk.clerk("zj", "/center/zj").get(outcome).then().statusCode(404);
    Desk.clerk("center", "/center").get(outcome).then().statusCode(200);
  }

  @Test
  void a_unit_that_handled_an_earlier_round_reads_the_result_of_that_round_and_of_no_other() {
    OtherServices.Known known = others.completed();
    UUID first = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(first, "REACHED");
    Desk.rate(first, Desk.unsolved("UNIT")).then().statusCode(200);
    others.handled(known, 2, "zj");
    UUID second = Desk.awaitCallback(known.caseId(), 2);
    String outcome = "/api/cases/" + known.caseId() + "/outcome";

    // The second round has no result yet.
    Desk.clerk("cg", "/center/cg").get(outcome).then().body("results.round", contains(1));
    Desk.attempt(second, "REACHED");
    Desk.rate(second, Desk.satisfied()).then().statusCode(200);

    Desk.clerk("cg", "/center/cg")
        .get(outcome)
        .then()
        .statusCode(200)
        .body("results.round", contains(1))
        .body("results[0].solved", equalTo("NO"))
        .body("firstSolved", equalTo("NO"));
    Desk.clerk("zj", "/center/zj").get(outcome).then().body("results.round", contains(1, 2));
    Desk.clerk("jt", "/center/jt").get(outcome).then().statusCode(404);
  }
}
