package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentRecalled;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RecallReason;
import hotline.lifecycle.UnmergeReason;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/** Two requests about one matter are handled as one (并单), and go their own ways again. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class MergingTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;
  @Inject MovedClock clock;

  @Test
  void a_merged_case_has_no_task_and_the_main_ones_reply_leads_it_to_its_own_callback() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = others.accepted(OtherServices.ROADS);
    UUID unsigned = Desk.awaitTask(one.caseId(), 1);

    merge(one, main, "SAME_PLACE").then().statusCode(200).body("status", equalTo("MERGED"));

    assertThat(Desk.task(unsigned).getString("status")).isEqualTo("RECALLED");
    List<Fact> said = log.awaitLast(one.caseId(), EventType.CASE_MERGED);
    assertThat(said.get(said.size() - 1).event())
        .isEqualTo(new CaseMerged(main.caseId(), MergeReason.SAME_PLACE));
    AssignmentRecalled recalled = (AssignmentRecalled) said.get(said.size() - 2).event();
    assertThat(recalled.reason()).isEqualTo(RecallReason.MERGED);
    JsonPath relations = mergings(main);
    assertThat(relations.getLong("count")).isEqualTo(1);
    assertThat(relations.getString("merged[0].caseNo")).isEqualTo(one.caseNo());
    assertThat(mergings(one).getString("main.caseNo")).isEqualTo(main.caseNo());
    answer(one).then().statusCode(404);

    Desk.handle(task);

    assertThat(Desk.caseOf(main.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
    JsonPath answered = Desk.caseOf(one.caseId());
    assertThat(answered.getString("status")).isEqualTo("PENDING_CALLBACK");
    assertThat(answered.getInt("round")).isEqualTo(1);
    List<Fact> then = log.awaitLast(one.caseId(), EventType.CASE_ANSWERED_WITH_MAIN);
    CaseAnsweredWithMain reply = (CaseAnsweredWithMain) then.get(then.size() - 1).event();
    assertThat(reply.mainCaseId()).isEqualTo(main.caseId());
    assertThat(reply.unitId()).isEqualTo("cg");
    assertThat(reply.handlerRef()).isEqualTo("clerk-of-cg");
    assertThat(reply.reviewerRef()).isEqualTo("the-reply-reviewer");
    answer(one).then().statusCode(200).body("publicReply", equalTo("您反映的问题已修复，感谢监督。"));

    // Its citizen is not content: from now on it has its own round with the unit that answered it.
    others.say(one, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    UUID own = Desk.awaitTask(one.caseId(), 2);
    assertThat(Desk.task(own).getString("unitId")).isEqualTo("cg");
    // And what becomes of the main case is nothing to it any more.
    others.say(main, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    Desk.handle(Desk.awaitTask(main.caseId(), 2));
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("REHANDLING");
    Desk.handle(own);
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  @Test
  void a_rejected_reply_answers_neither_and_a_recalled_main_case_keeps_its_followers() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = waiting();
    merge(one, main, "SAME_PLACE").then().statusCode(200);
    Desk.replied(task, Desk::clerk);
    Desk.review(task, Desk.version(task), Map.of("decision", "REJECT", "reason", "OFF_TOPIC"))
        .then()
        .statusCode(200);
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("MERGED");
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "MISROUTED", "toUnitId", "zj"))
        .then()
        .statusCode(200);
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("MERGED");
    Desk.handle(Desk.openLead(main.caseId()), () -> Desk.clerk("zj", "/center/zj"));
    assertThat(Desk.caseOf(one.caseId()).getString("leadUnitId")).isEqualTo("zj");
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  @Test
  void the_main_case_has_the_earlier_due_time_also_at_its_next_unit_until_it_is_unmerged() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    String own = replyDue(task);
    Known urgent = waiting(Urgency.URGENT);

    merge(urgent, main, "SAME_PLACE").then().statusCode(200);

    assertThat(replyDue(task)).isLessThan(own);
    List<Fact> said = log.awaitLast(main.caseId(), EventType.DEADLINE_MOVED);
    DeadlineMoved moved = (DeadlineMoved) said.get(said.size() - 1).event();
    assertThat(moved.change()).isEqualTo(DeadlineChange.MERGING);
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            task,
            "recall",
            Desk.version(task),
            Map.of("reason", "MISROUTED", "toUnitId", "zj"))
        .then()
        .statusCode(200);
    UUID next = Desk.openLead(main.caseId());
    assertThat(replyDue(next)).as("the next unit has a day, too").isLessThan(own);

    unmerge(urgent, "OTHER_MATTER")
        .then()
        .statusCode(200)
        .body("status", equalTo("PENDING_DISPATCH"));
    assertThat(replyDue(next)).isGreaterThanOrEqualTo(own);
    assertThat(log.awaitLast(urgent.caseId(), EventType.CASE_UNMERGED))
        .last()
        .extracting(Fact::event)
        .isEqualTo(new CaseUnmerged(main.caseId(), UnmergeReason.OTHER_MATTER));
    assertThat(mergings(main).getLong("count")).isZero();
    // It is dispatched like any other, and may be merged again.
    merge(urgent, main, "SAME_PLACE").then().statusCode(200);
    unmerge(urgent, "OWN_ANSWER").then().statusCode(200);
    Desk.dispatch(urgent.caseId(), version(urgent), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201)
        .body("round", equalTo(1));
  }

  @Test
  void when_the_main_case_is_withdrawn_the_others_wait_for_dispatch_again() {
    Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    Known one = waiting();
    Known gone = waiting();
    merge(one, main, "SAME_PLACE").then().statusCode(200);
    merge(gone, main, "SAME_PLACE").then().statusCode(200);
    others.withdrawn(gone);
    Desk.awaitStatus(gone.caseId(), "WITHDRAWN");

    others.withdrawn(main);

    Desk.awaitStatus(one.caseId(), "PENDING_DISPATCH");
    assertThat(log.awaitLast(one.caseId(), EventType.CASE_UNMERGED))
        .last()
        .extracting(Fact::event)
        .isEqualTo(new CaseUnmerged(main.caseId(), UnmergeReason.MAIN_ENDED));
    assertThat(Desk.caseOf(gone.caseId()).getString("status")).isEqualTo("WITHDRAWN");
    assertThat(queued(one)).isTrue();
  }

  @Test
  void a_matter_that_many_ask_for_and_one_of_them_urges_is_on_the_red_list_as_its_main_case() {
    Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    Known second = waiting();
    Known third = waiting();
    merge(second, main, "SAME_PLACE").then().statusCode(200);
    assertThat(onBoard("repeated", main)).isFalse();
    merge(third, main, "SAME_PLACE").then().statusCode(200);
    assertThat(onBoard("repeated", main)).isTrue();
    assertThat(onBoard("urged", main)).isFalse();

    others.say(third, new CaseUrged(1, Channel.PHONE));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(onBoard("urged", main)).isTrue());
    others.withdrawn(third);
    Desk.awaitStatus(third.caseId(), "WITHDRAWN");
    assertThat(onBoard("repeated", main)).as("who withdrew had asked for it").isTrue();
    unmerge(second, "OTHER_MATTER").then().statusCode(200);
    assertThat(onBoard("repeated", main)).isFalse();
  }

  @Test
  void the_demands_of_one_call_are_one_citizen_however_many_of_them_ask_for_the_same() {
    Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    Known call = waiting();
    Known demand = others.acceptedOfCall(call, OtherServices.OTHER);
    Desk.awaitStatus(demand.caseId(), "PENDING_DISPATCH");

    assertThat(compare(demand, call).getString("obstacle.code")).isEqualTo("merge-of-one-call");
    merge(demand, call, "SAME_PLACE")
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-of-one-call"));

    merge(call, main, "SAME_PLACE").then().statusCode(200);
    merge(demand, main, "SAME_PLACE").then().statusCode(200);
    assertThat(onBoard("repeated", main)).as("two citizens").isFalse();
    merge(waiting(), main, "SAME_PLACE").then().statusCode(200);
    assertThat(onBoard("repeated", main)).as("three citizens").isTrue();
  }

  @Test
  void a_split_that_is_heard_after_its_cases_says_of_which_call_they_are() {
    Known demand = waiting();
    Known call = others.newCase();
    others.file(call, 1, "诉求 " + call.caseNo(), null, false);
    others.registered(call, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    others.say(call, new CaseSplit(List.of(demand.caseId()), 1));
    others.accept(call, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    Desk.awaitStatus(call.caseId(), "PENDING_DISPATCH");

    assertThat(compare(demand, call).getString("obstacle.code")).isEqualTo("merge-of-one-call");
  }

  private static boolean onBoard(String concern, Known of) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/supervision/board?limit=200&concern=" + concern)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.caseId", String.class)
        .contains(of.caseId().toString());
  }

  @Test
  void a_correction_that_protects_one_of_the_two_parts_them_and_an_urgent_one_hurries_the_main() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    String own = replyDue(task);
    Known one = waiting();
    merge(one, main, "SAME_PLACE").then().statusCode(200);

    others.corrected(one, CaseKind.HELP, Urgency.URGENT, OtherServices.OTHER);
    log.awaitLast(main.caseId(), EventType.DEADLINE_MOVED);
    assertThat(replyDue(task)).isLessThan(own);

    others.corrected(main, CaseKind.REPORT, Urgency.NORMAL, OtherServices.ROADS);
    Desk.awaitStatus(one.caseId(), "PENDING_DISPATCH");
    assertThat(log.awaitLast(one.caseId(), EventType.CASE_UNMERGED))
        .last()
        .extracting(Fact::event)
        .isEqualTo(new CaseUnmerged(main.caseId(), UnmergeReason.PROTECTED));
  }

  @Test
  void what_a_unit_has_signed_for_is_not_merged_nor_what_another_dispatcher_has_just_changed() {
    Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    Known signed = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(signed.caseId(), 1);
    long before = version(signed);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    merge(signed, main, "SAME_PLACE", before).then().statusCode(412);
    merge(signed, main, "SAME_PLACE").then().statusCode(409);

    Known one = waiting();
    long seen = version(one);
    merge(one, one, "SAME_PLACE").then().statusCode(409).body("code", equalTo("merge-into-itself"));
    merge(one, main, "SAME_RESPONDENT")
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-other-respondent"));
    Desk.command(Desk.as(Role.DISPATCHER), seen)
        .body(Map.of("mainCaseNo", "261109999999", "reason", "SAME_PLACE"))
        .post("/api/cases/" + one.caseId() + "/merge")
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("unknown-case"));
    Desk.command(Desk.as(Role.DISPATCHER), seen)
        .body(Map.of())
        .post("/api/cases/" + one.caseId() + "/merge")
        .then()
        .statusCode(400)
        .body("violations.size()", equalTo(2));
    unmerge(one, "OTHER_MATTER").then().statusCode(409);
    assertThat(queued(one)).isTrue();
    merge(one, main, "SAME_PLACE", seen).then().statusCode(200);
    assertThat(queued(one)).as("the queue's number and rows go together").isFalse();
    merge(one, main, "SAME_PLACE", seen).then().statusCode(412);
    // A merged case is urged and supplemented like any open one.
    others.say(one, new CaseUrged(1, Channel.PHONE));
    assertThat(Desk.awaitStatus(one.caseId(), "MERGED").getString("status")).isEqualTo("MERGED");
  }

  @Test
  void two_that_are_merged_crosswise_at_the_same_moment_leave_one_that_is_handled()
      throws Exception {
    for (int turn = 0; turn < 5; turn++) {
      Known one = waiting();
      Known other = waiting();
      long ofOne = version(one);
      long ofOther = version(other);
      List<Integer> answers =
          together(
              () -> merge(one, other, "SAME_PLACE", ofOne).statusCode(),
              () -> merge(other, one, "SAME_PLACE", ofOther).statusCode());
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
      assertThat(
              List.of(
                  Desk.caseOf(one.caseId()).getString("status"),
                  Desk.caseOf(other.caseId()).getString("status")))
          .containsExactlyInAnyOrder("MERGED", "PENDING_DISPATCH");
    }
  }

  @Test
  void whether_the_reply_passes_or_the_case_is_merged_first_it_does_not_wait_for_ever()
      throws Exception {
    for (int turn = 0; turn < 5; turn++) {
      Known main = others.accepted(OtherServices.ROADS);
      UUID task = Desk.awaitTask(main.caseId(), 1);
      Desk.replied(task, Desk::clerk);
      Known one = waiting();
      long version = version(one);
      long replied = Desk.version(task);
      List<Integer> answers =
          together(
              () -> merge(one, main, "SAME_PLACE", version).statusCode(),
              () -> Desk.review(task, replied, Map.of("decision", "PASS")).statusCode());
      assertThat(answers.get(1)).isEqualTo(200);
      assertThat(Desk.caseOf(one.caseId()).getString("status"))
          .isEqualTo(answers.get(0) == 200 ? "PENDING_CALLBACK" : "PENDING_DISPATCH");
    }
  }

  @Test
  void nothing_is_merged_before_it_is_known_whom_it_complains_about() {
    Known main = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(main.caseId(), 1);
    Known one = others.newCase();
    others.registered(one, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    others.accept(one, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    Desk.awaitStatus(one.caseId(), "PENDING_DISPATCH");

    assertThat(compare(one, main).getString("obstacle.code")).isEqualTo("case-file-not-here");
    merge(one, main, "SAME_PLACE")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-not-here"));

    others.file(one, 1, "投诉城市管理局", "cg", false);
    awaitRespondent(one, main, "城市管理局");
    merge(one, main, "SAME_PLACE")
        .then()
        .statusCode(409)
        .body("code", equalTo("merge-about-another-unit"));
  }

  @Test
  void the_reply_does_not_answer_who_complains_about_another_unit_since_a_correction() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = waiting();
    Known content = waiting();
    merge(one, main, "SAME_PLACE").then().statusCode(200);
    merge(content, main, "SAME_PLACE").then().statusCode(200);
    others.file(one, 2, "投诉城市管理局", "cg", false);
    awaitRespondent(one, main, "城市管理局");

    Desk.handle(task);

    assertThat(Desk.caseOf(content.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
    assertThat(Desk.caseOf(one.caseId()).getString("status")).isEqualTo("PENDING_DISPATCH");
    assertThat(log.awaitLast(one.caseId(), EventType.CASE_UNMERGED))
        .last()
        .extracting(Fact::event)
        .isEqualTo(new CaseUnmerged(main.caseId(), UnmergeReason.OTHER_MATTER));
    assertThat(mergings(one).getString("main.unmergeNote")).contains("被反映单位不同");
    answer(one).then().statusCode(404);
    assertThat(queued(one)).isTrue();
  }

  private static void awaitRespondent(Known of, Known beside, String name) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(compare(of, beside).getString("one.respondentUnitName"))
                    .isEqualTo(name));
  }

  @Test
  void who_withdraws_while_merged_ends_that_merging_and_takes_the_lent_clock_along() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    String own = replyDue(task);
    Known urgent = waiting(Urgency.URGENT);
    Known other = waiting();
    merge(urgent, main, "SAME_PLACE").then().statusCode(200);
    merge(other, main, "SAME_PLACE").then().statusCode(200);
    assertThat(replyDue(task)).isLessThan(own);

    others.withdrawn(other);
    Desk.awaitStatus(other.caseId(), "WITHDRAWN");
    assertThat(replyDue(task)).as("one still follows").isLessThan(own);
    others.withdrawn(urgent);
    Desk.awaitStatus(urgent.caseId(), "WITHDRAWN");

    assertThat(replyDue(task)).isGreaterThanOrEqualTo(own);
    JsonPath ended = mergings(urgent);
    assertThat(ended.getString("main.endedAt")).isNotNull();
    assertThat(ended.getString("main.unmergeReason")).isNull();
    assertThat(mergings(main).getLong("count")).as("both had asked for it").isEqualTo(2);
  }

  @Test
  void a_main_case_and_those_that_follow_it_are_locked_in_one_order_whoever_acts()
      throws Exception {
    Known older = waiting();
    // Identifiers order the locks, and those of one moment are in no order.
    clock.moveBy(Duration.ofMillis(1));
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    clock.moveBy(Duration.ofMillis(1));
    Known newer = waiting();
    Known newest = waiting();
    merge(older, main, "SAME_PLACE").then().statusCode(200);
    merge(newer, main, "SAME_PLACE").then().statusCode(200);
    merge(newest, main, "SAME_PLACE").then().statusCode(200);

    assertThat(isFreeWhileOneWaitsFor(main, newest, () -> others.withdrawn(newest)))
        .as("the main case before the newer one that is withdrawn")
        .isTrue();
    Desk.awaitStatus(newest.caseId(), "WITHDRAWN");
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      assertThat(lock(tx, older)).isTrue();
      ExecutorService somebody = Executors.newSingleThreadExecutor();
      assertThat(
              somebody
                  .submit(() -> unmerge(newer, "OTHER_MATTER").statusCode())
                  .get(20, TimeUnit.SECONDS))
          .as("one that is unmerged waits for none of the others")
          .isEqualTo(200);
      somebody.shutdown();
      tx.rollback();
    }
    Desk.replied(task, Desk::clerk);
    assertThat(
            isFreeWhileOneWaitsFor(
                older,
                main,
                () ->
                    Desk.review(task, Desk.version(task), Map.of("decision", "PASS"))
                        .then()
                        .statusCode(200)))
        .as("the older one before the main case whose reply passes")
        .isTrue();
    assertThat(Desk.caseOf(older.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");

    Known last = waiting();
    clock.moveBy(Duration.ofMillis(1));
    Known withdrawn = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(withdrawn.caseId(), 1);
    merge(last, withdrawn, "SAME_PLACE").then().statusCode(200);
    assertThat(isFreeWhileOneWaitsFor(last, withdrawn, () -> others.withdrawn(withdrawn)))
        .as("the older one before the main case that is withdrawn")
        .isTrue();
    Desk.awaitStatus(last.caseId(), "PENDING_DISPATCH");
  }

  /** Whether nobody has locked the other row while the act waits for this one. */
  private boolean isFreeWhileOneWaitsFor(Known held, Known other, Runnable act) throws Exception {
    ExecutorService somebody = Executors.newSingleThreadExecutor();
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      assertThat(lock(tx, held)).isTrue();
      Future<?> acting = somebody.submit(act);
      await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(tx));
      boolean free = isFreeSoon(tx, other);
      tx.rollback();
      acting.get(20, TimeUnit.SECONDS);
      return free;
    } finally {
      somebody.shutdown();
    }
  }

  /** Timers lock a case for a moment; what waits keeps what it has. */
  private static boolean isFreeSoon(Connection tx, Known other) {
    try {
      await().atMost(Duration.ofSeconds(5)).until(() -> lock(tx, other));
      return true;
    } catch (ConditionTimeoutException kept) {
      return false;
    }
  }

  private static boolean lock(Connection tx, Known of) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select 1 from handled_case where case_id = ? for update skip locked")) {
      sql.setObject(1, of.caseId());
      try (ResultSet row = sql.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean isWaitedFor(Connection tx) throws SQLException {
    try (PreparedStatement sql =
            tx.prepareStatement(
                "select 1 from pg_locks where not granted"
                    + " and pg_backend_pid() = any (pg_blocking_pids(pid))");
        ResultSet row = sql.executeQuery()) {
      return row.next();
    }
  }

  @Test
  void a_dispatcher_sees_both_side_by_side_and_what_keeps_them_apart() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = waiting();
    JsonPath compared = compare(one, main);
    assertThat(compared.getString("one.title")).contains(one.caseNo());
    assertThat(compared.getString("main.unitName")).isEqualTo("城市管理局");
    assertThat(compared.getString("main.replyDue")).isEqualTo(replyDue(task));
    assertThat(compared.getString("obstacle")).isNull();
    assertThat(compared.getList("reasons", String.class)).containsExactly("SAME_PLACE");
    assertThat(compare(one, one).getString("obstacle.code")).isEqualTo("merge-into-itself");
    Desk.as(Role.DISPATCHER)
        .get("/api/cases/" + one.caseId() + "/comparison?caseNo=nothing")
        .then()
        .statusCode(404);
  }

  @Test
  void the_calls_of_an_incident_follow_its_parent_with_one_press_and_the_others_are_told_why() {
    Known parent = waiting();
    Known report = others.acceptedCall(parent, OtherServices.OTHER, null);
    Desk.awaitStatus(report.caseId(), "PENDING_DISPATCH");
    others.corrected(report, CaseKind.REPORT, Urgency.NORMAL, OtherServices.OTHER);
    await().until(() -> readCalls(report).statusCode() == 404);
    List<Known> calls = new ArrayList<>();
    for (int call = 0; call < 22; call++) {
      calls.add(others.acceptedCall(parent, OtherServices.OTHER, null));
    }
    Known about = others.acceptedCall(parent, OtherServices.OTHER, "cg");
    await()
        .until(
            () -> {
              JsonPath heard = incidentCalls(parent);
              return heard.getLong("waiting") == 23
                  && !heard
                      .getList("items.obstacle.code", String.class)
                      .contains("case-file-not-here");
            });
    UUID incident = UUID.randomUUID();

    JsonPath first = mergeCalls(parent, incident, null).jsonPath();
    // Whichever twenty are first: ids of one moment have no order.
    assertThat(first.getInt("merged") + first.getInt("alone")).isEqualTo(20);
    assertThat(first.getLong("left")).isEqualTo(3);
    // Whoever presses anew, as after a crash, goes on with those that do not follow.
    JsonPath second = mergeCalls(parent, incident, null).jsonPath();
    assertThat(second.getInt("merged")).isEqualTo(22 - first.getInt("merged"));
    assertThat(second.getInt("alone")).isEqualTo(1);
    assertThat(second.getString("nextCursor")).isNull();
    assertThat(mergeCalls(parent, incident, null).jsonPath().getInt("merged")).isZero();

    assertThat(Desk.caseOf(calls.get(0).caseId()).getString("status")).isEqualTo("MERGED");
    List<Fact> said = log.awaitLast(calls.get(21).caseId(), EventType.CASE_MERGED);
    assertThat(said.get(said.size() - 1).event())
        .isEqualTo(new CaseMerged(parent.caseId(), MergeReason.SAME_PLACE, incident));
    assertThat(mergings(calls.get(3)).getString("main.incidentId")).isEqualTo(incident.toString());
    JsonPath then = incidentCalls(parent);
    assertThat(then.getLong("merged")).isEqualTo(22);
    assertThat(then.getLong("count")).as("a report is not told of").isEqualTo(1);
    assertThat(then.getString("items[0].caseId")).isEqualTo(about.caseId().toString());
    assertThat(then.getString("items[0].obstacle.code")).isEqualTo("merge-about-another-unit");
    others.withdrawn(parent);
    Desk.awaitStatus(parent.caseId(), "WITHDRAWN");
    mergeCalls(parent, incident, null).then().statusCode(409);
  }

  private static Response mergeCalls(Known parent, UUID incident, String cursor) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("incidentId", incident.toString());
    entry.put("cursor", cursor);
    return Desk.as(Role.SHIFT_LEAD)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(entry)
        .post("/api/cases/" + parent.caseId() + "/incident-calls/merge");
  }

  private static Response readCalls(Known parent) {
    return Desk.as(Role.SHIFT_LEAD).get("/api/cases/" + parent.caseId() + "/incident-calls");
  }

  private static JsonPath incidentCalls(Known parent) {
    return readCalls(parent).then().statusCode(200).extract().jsonPath();
  }

  private Known waiting() {
    return waiting(Urgency.NORMAL);
  }

  private Known waiting(Urgency urgency) {
    Known known = others.accepted(OtherServices.OTHER, CaseKind.HELP, urgency, null);
    Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
    return known;
  }

  private static boolean queued(Known known) {
    JsonPath queue =
        Desk.as(Role.DISPATCHER).get("/api/cases/pending?limit=200").then().extract().jsonPath();
    assertThat(queue.getLong("count")).isEqualTo(queue.getList("items").size());
    return queue.getList("items.caseId", String.class).contains(known.caseId().toString());
  }

  private static long version(Known known) {
    return Desk.caseOf(known.caseId()).getLong("version");
  }

  private static Response merge(Known one, Known main, String reason) {
    return merge(one, main, reason, version(one));
  }

  private static Response merge(Known one, Known main, String reason, long version) {
    return Desk.command(Desk.as(Role.DISPATCHER), version)
        .body(Map.of("mainCaseNo", main.caseNo(), "reason", reason, "note", "同一处路面"))
        .post("/api/cases/" + one.caseId() + "/merge");
  }

  private static Response unmerge(Known one, String reason) {
    return Desk.command(Desk.as(Role.DISPATCHER), version(one))
        .body(Map.of("reason", reason))
        .post("/api/cases/" + one.caseId() + "/unmerge");
  }

  private static JsonPath mergings(Known of) {
    return Desk.as(Role.DISPATCHER)
        .get("/api/cases/" + of.caseId() + "/mergings")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath compare(Known one, Known main) {
    return Desk.as(Role.DISPATCHER)
        .get("/api/cases/" + one.caseId() + "/comparison?caseNo=" + main.caseNo())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response answer(Known one) {
    return Desk.as(Role.CALLBACK_AGENT).get("/api/cases/" + one.caseId() + "/answer-with-main");
  }

  private static String replyDue(UUID task) {
    return Desk.task(task).getString("replyDue");
  }

  private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> done : both.invokeAll(List.of(one, other))) {
        answers.add(done.get());
      }
      return answers;
    } finally {
      both.shutdown();
    }
  }
}
