package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.EventType;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every clock of a case on one page (一案一页), with each span and how it ended. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class CaseLifeTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;

  @Test
  void tasks_orders_instructions_and_notices_show_their_clocks_in_the_order_they_began() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    clock.moveBy(Duration.ofMinutes(30));
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    String order = supervised(known);
    UUID notice = NoticeDesk.issued(known.caseId());
    instructed(known);

    JsonPath clocks = clocks(Desk.as(Role.SUPERVISOR), known);

    assertThat(clocks.getList("items.kind"))
        .containsExactly(
            "DISPATCH",
            "SIGN",
            "CONTACT",
            "REPLY",
            "RECTIFICATION",
            "INSTRUCTION",
            "NOTICE_RECEIPTS",
            "NOTICE_RESULT");
    assertThat(clocks.getList("items.state"))
        .containsExactly(
            "MET", "MET", "MET", "RUNNING", "RUNNING", "RUNNING", "RUNNING", "RUNNING");
    assertThat(clocks.getList("items.late", Boolean.class)).doesNotContain(true);
    assertThat(clocks.getString("items[1].stoppedAt")).isEqualTo(clock.instant().toString());
    assertThat(clocks.getString("items[3].limit")).isEqualTo("5wd");
    assertThat(clocks.getString("items[3].policy")).startsWith("sd-default/");
    assertThat(clocks.getString("items[4].paperNo")).isEqualTo(order);
    for (int i = 0; i < 8; i++) {
      String due = clocks.getString("items[" + i + "].dueAt");
      assertThat(clocks.getString("items[" + i + "].explanation.due"))
          .as("the explanation ends where the clock does: %d", i)
          .isEqualTo(due);
      assertThat(clocks.getList("items[" + i + "].explanation.spans")).as("%d", i).isNotEmpty();
    }
    assertThat(clocks.getLong("count")).isEqualTo(8);

    // The unit sees what it has to answer for, neither the centre's part nor who confirms which
    // copy.
    assertThat(clocks(Desk.clerk(), known).getList("items.kind"))
        .containsExactly(
            "SIGN", "CONTACT", "REPLY", "RECTIFICATION", "INSTRUCTION", "NOTICE_RESULT");
    Desk.clerk("zj", "/center/zj")
        .get("/api/cases/" + known.caseId() + "/clocks")
        .then()
        .statusCode(404);
    assertThat(NoticeDesk.notice(notice).getString("status")).isEqualTo("TO_DELIVER");
  }

  @Test
  void what_was_missed_stays_late_and_what_was_taken_back_has_ended() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    clock.moveBy(Duration.ofDays(2));
    log.awaitLast(known.caseId(), EventType.DEADLINE_MISSED);
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "RAISED"))
        .then()
        .statusCode(200);

    JsonPath clocks = clocks(Desk.as(Role.LEADER), known);

    assertThat(clocks.getList("items.kind"))
        .containsExactly("DISPATCH", "SIGN", "CONTACT", "REPLY", "DISPATCH");
    assertThat(clocks.getList("items.state"))
        .containsExactly("MET", "MET", "ENDED", "ENDED", "RUNNING");
    assertThat(clocks.getList("items.late", Boolean.class))
        .containsExactly(false, true, true, false, false);
    assertThat(clocks.getList("items[1..3].stoppedAt")).containsOnly(clock.instant().toString());
  }

  @Test
  void the_centres_own_clocks_run_until_it_has_dispatched_and_reviewed() {
    Known waiting = others.accepted(OtherServices.OTHER);
    Desk.awaitStatus(waiting.caseId(), "PENDING_DISPATCH");
    clock.moveBy(Duration.ofDays(4));
    JsonPath undispatched = clocks(Desk.as(Role.SUPERVISOR), waiting);
    assertThat(undispatched.getList("items.kind")).containsExactly("DISPATCH");
    assertThat(undispatched.getString("items[0].limit")).isEqualTo("2wh");
    assertThat(undispatched.getString("items[0].state")).isEqualTo("RUNNING");
    assertThat(undispatched.getBoolean("items[0].late")).isTrue();

    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    JsonPath unreviewed = clocks(Desk.as(Role.SUPERVISOR), known);
    assertThat(unreviewed.getString("items[4].kind")).isEqualTo("REVIEW");
    assertThat(unreviewed.getString("items[4].state")).isEqualTo("RUNNING");
    clock.moveBy(Duration.ofMinutes(20));
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
    JsonPath reviewed = clocks(Desk.as(Role.SUPERVISOR), known);
    assertThat(reviewed.getString("items[4].state")).isEqualTo("MET");
    assertThat(reviewed.getString("items[4].stoppedAt")).isEqualTo(clock.instant().toString());
    assertThat(clocks(Desk.clerk(), known).getList("items.kind"))
        .containsExactly("SIGN", "CONTACT", "REPLY");
  }

  @Test
  void a_reply_under_review_stands_still_and_a_rejected_one_explains_the_pause() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    assertThat(clocks(Desk.clerk(), known).getString("items[2].state")).isEqualTo("STANDS_STILL");

    clock.moveBy(Duration.ofHours(1));
    Desk.review(
            task,
            Desk.version(task),
            Map.of("decision", "REJECT", "reason", "OFF_TOPIC", "comment", "请说明到场时间"))
        .then()
        .statusCode(200);

    JsonPath clocks = clocks(Desk.clerk(), known);
    assertThat(clocks.getString("items[2].state")).isEqualTo("RUNNING");
    assertThat(clocks.getList("items[2].explanation.spans.zh", String.class))
        .anyMatch(words -> words.startsWith("暂停计时（答复待审核）"));
    assertThat(clocks.getList("items[2].explanation.spans.en", String.class))
        .anyMatch(words -> words.startsWith("clock paused (reply under review)"));
  }

  @Test
  void an_order_that_was_sent_back_shows_its_second_time_from_the_sending_back_on() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    String order = orderId(known);
    act(Desk.clerk(), order, 0, "rectifications", Map.of("words", "已安排"));
    clock.moveBy(Duration.ofHours(2));
    Instant sentBack = clock.instant();
    act(
        Desk.as(Role.SUPERVISOR),
        order,
        1,
        "judgements",
        Map.of("accepted", false, "remark", "请附完成时间"));

    JsonPath clocks = clocks(Desk.as(Role.SUPERVISOR), known);
    assertThat(clocks.getString("items[4].kind")).isEqualTo("RECTIFICATION");
    assertThat(clocks.getString("items[4].startedAt")).isEqualTo(sentBack.toString());
    assertThat(clocks.getString("items[4].explanation.due"))
        .isEqualTo(clocks.getString("items[4].dueAt"));
    assertThat(clocks.getString("items[4].stoppedAt")).isNull();
  }

  private static JsonPath clocks(RequestSpecification who, Known known) {
    return who.get("/api/cases/" + known.caseId() + "/clocks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String supervised(Known known) {
    orderId(known);
    return Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/cases/" + known.caseId())
        .path("orders[0].orderNo");
  }

  private static String orderId(Known known) {
    return Desk.command(Desk.as(Role.SUPERVISOR), Desk.caseOf(known.caseId()).getLong("version"))
        .body(
            Map.of(
                "caseId",
                known.caseId(),
                "unitId",
                "cg",
                "level",
                "YELLOW_CARD",
                "reason",
                "OVERDUE",
                "demand",
                "查明原因，限期整改。"))
        .post("/api/supervision/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("orderId");
  }

  private static void act(
      RequestSpecification who, String order, long version, String what, Map<String, ?> body) {
    Desk.command(who, version)
        .body(body)
        .post("/api/supervision/orders/" + order + "/" + what)
        .then()
        .statusCode(200);
  }

  private static void instructed(Known known) {
    Desk.as(Role.LEADER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            Map.of(
                "caseId",
                known.caseId(),
                "title",
                "道路积水",
                "words",
                "请限期办结。",
                "unitIds",
                List.of("cg"),
                "leaderPost",
                "副市长"))
        .post("/api/instructions")
        .then()
        .statusCode(201);
  }
}
