package hotline.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.UnmergeReason;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowTheLogTest extends IntakeTest {
  private final OtherServices others = new OtherServices("cg");

  @Test
  void the_whole_loop_is_followed_and_told_to_the_citizen() {
    Known known = accepted();
    dispatch(known, others.dispatched());
    awaitHeld(known);
    track(known)
        .body("promisedBy", is(OtherServices.DUE.toString()))
        .body("steps.zh", hasItem("已转交承办单位：城市管理局"));

    dispatch(known, others.signed());
    awaitStatus(known, CaseStatus.HANDLING);
    dispatch(known, others.replied());
    awaitStatus(known, CaseStatus.PENDING_REVIEW);
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    log.say(known.id(), known.caseNo(), Source.EVALUATION, others.rated());
    awaitStatus(known, CaseStatus.CLOSED);

    track(known)
        .body("status", is("CLOSED"))
        .body("promisedBy", nullValue())
        .body(
            "steps.en",
            hasItems("The unit signed for it: Urban management", "The request is closed"))
        .body("outcome.closedBy", is("EVALUATED"))
        .body("outcome.satisfied", is("YES"));
    assertThat(text("SELECT status FROM case_state WHERE case_no = '" + known.caseNo() + "'"))
        .isEqualTo("CLOSED");
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("status", is("CLOSED"))
        .body("version", is(7));
  }

  @Test
  void a_citizen_reads_that_the_request_is_handled_with_another_one_and_not_with_which() {
    Known known = accepted();
    UUID main = UUID.randomUUID();
    dispatch(known, new CaseMerged(main, MergeReason.SAME_PLACE));
    awaitStatus(known, CaseStatus.MERGED);
    String told =
        track(known)
            .body("status", is("MERGED"))
            .body("promisedBy", nullValue())
            .body("steps.zh", hasItem("与同一事项的其他诉求一并办理，办结后单独回访您"))
            .extract()
            .asString();
    assertThat(told).doesNotContain(main.toString());
    // What is open may be urged, supplemented and withdrawn.
    act(Role.OPERATOR, known, "urges", 0, "{}").statusCode(200);

    dispatch(known, new CaseUnmerged(main, UnmergeReason.MAIN_ENDED));
    dispatch(known, new CaseMerged(main, MergeReason.SAME_PLACE));
    dispatch(
        known,
        new CaseAnsweredWithMain(
            main, 1, "cg", "/center/cg", true, "h", "r", Instant.EPOCH, false));
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    track(known)
        .body("steps.zh", hasItem("改为单独办理，正在确定承办单位"))
        .body("steps.zh", hasItem(startsWith("一并办理的结果已审核通过")));
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "SOLVED_MEANWHILE"))
        .statusCode(200)
        .body("status", is("WITHDRAWN"));
  }

  @Test
  void a_citizen_reads_which_unit_handed_it_to_which() {
    Known known = accepted();
    dispatch(known, others.dispatched());
    awaitHeld(known);
    dispatch(known, others.signed());
    dispatch(known, others.handedDown("zj"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                track(known)
                    .body("steps.zh", hasItem("已由城市管理局交由住房和城乡建设局办理"))
                    .body("steps.en", hasItem("Handed to Housing by Urban management"))
                    .body("promisedBy", is(OtherServices.DUE.toString())));
  }

  @Test
  void a_citizen_has_a_closed_case_reopened_and_it_is_an_open_one_again() {
    Known known = closed();
    track(known).body("reopenUntil", notNullValue());
    reopening(known, "SPOT_CHECK", null).statusCode(400).body("violations[0].field", is("reason"));
    reopening(known, "CAME_BACK", "路灯又灭了，请打13900005678")
        .statusCode(200)
        .body("status", is("CLOSED"));
    reopening(known, "CAME_BACK", null).statusCode(409).body("code", is("reopening-asked-already"));
    act(Role.SUPERVISOR, known, "reopening", 0, Map.of("reason", "SPOT_CHECK")).statusCode(409);
    track(known).body("reopenUntil", nullValue()).body("steps.zh", hasItem("已申请重新打开"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(log.read(Topics.CASE_LIFECYCLE, known.id()))
                    .extracting(TheLog.Entry::type)
                    .contains("hotline.case.reopen-requested.v1"));
    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    assertThat(files.get(files.size() - 1).value()).contains("路灯又灭了，请打139****5678");

    log.say(known.id(), known.caseNo(), Source.EVALUATION, reopened());
    awaitStatus(known, CaseStatus.REHANDLING);

    track(known)
        .body("status", is("REHANDLING"))
        .body("outcome", nullValue())
        .body("reopenUntil", nullValue())
        .body("steps.zh", hasItem("已重新打开，第 2 轮办理"))
        .body("steps.zh", not(hasItem("您补充了内容")));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("reopening", nullValue())
        .body("supplements", hasSize(1));
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "东侧那盏")).statusCode(200);
    act(Role.OPERATOR, known, "urges", 0, "{}").statusCode(200);
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "SOLVED_MEANWHILE"))
        .statusCode(200)
        .body("status", is("WITHDRAWN"));
    act(Role.SUPERVISOR, known, "reopening", 0, Map.of("reason", "SPOT_CHECK"))
        .statusCode(409)
        .body("code", is("illegal-move"));
  }

  @Test
  void a_citizen_reads_that_the_case_was_archived_and_nothing_more_is_done_to_it() {
    Known known = closed();
    log.say(
        known.id(),
        known.caseNo(),
        Source.EVALUATION,
        new CaseArchived(OtherServices.DUE, 10, OtherServices.DUE));
    awaitStatus(known, CaseStatus.ARCHIVED);

    track(known)
        .body("status", is("ARCHIVED"))
        .body("statusZh", is("归档"))
        .body("outcome", notNullValue())
        .body("reopenUntil", nullValue())
        .body("steps.zh", hasItem("已归档"));
    reopening(known, "CAME_BACK", null).statusCode(409).body("caseStatus", is("ARCHIVED"));
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "又灭了"))
        .statusCode(409)
        .body("caseStatus", is("ARCHIVED"));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("status", is("ARCHIVED"))
        .body("reopening", nullValue());
    as(Role.OPERATOR)
        .get("/api/cases?status=ARCHIVED&limit=200")
        .then()
        .statusCode(200)
        .body("items.caseNo", hasItem(known.caseNo()));
  }

  @Test
  void a_citizen_rates_the_answer_online_and_reads_the_result() {
    Known known = answered();
    rating(known, "YES", null, null).statusCode(409).body("code", is("nothing-to-rate"));
    evaluation(known, others.callbackOpened(1));
    awaitRating(known, "OPEN").body("rating.direct", is(false)).body("rating.called", is(true));

    rating(known, "NO", null, null).statusCode(400).body("violations[0].field", is("reason"));
    rating(known, "YES", "UNIT", null).statusCode(400).body("violations[0].field", is("reason"));
    rating(known, "NO", "UNIT", "没修好，请打13900005678")
        .statusCode(200)
        .body("status", is("PENDING_CALLBACK"));
    rating(known, "YES", null, null)
        .statusCode(409)
        .body("code", is("rated-already"))
        .body("detailZh", containsString("每次结果只评价一次"))
        .body("detailEn", containsString("rated once"));
    track(known)
        .body("rating.state", is("RECEIVED"))
        .body("rating.ratedAt", notNullValue())
        .body("steps.zh", hasItem("已收到您的网上评价"))
        .body("steps.zh", not(hasItem("您补充了内容")));

    TheLog.Entry said =
        await()
            .atMost(SOON)
            .until(
                () ->
                    log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
                        .filter(entry -> entry.type().equals("hotline.case.rated.v1"))
                        .findFirst()
                        .orElse(null),
                Objects::nonNull);
    assertThat(said.value())
        .contains("\"round\":1", "\"solved\":\"NO\"", "\"reason\":\"UNIT\"", "SELF_SERVICE")
        .doesNotContain("没修好");
    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    assertThat(files.get(files.size() - 1).value())
        .contains("\"ratingWords\":[{\"round\":1,\"text\":\"没修好，请打139****5678\"}]");
    as(Role.OPERATOR).get("/api/cases/" + known.id()).then().body("supplements", hasSize(0));

    evaluation(
        known, others.recorded(RatedVia.SELF_SERVICE), others.closed(ClosedBy.ROUNDS_EXHAUSTED));
    awaitStatus(known, CaseStatus.CLOSED);
    track(known)
        .body("rating", nullValue())
        .body("outcome.closedBy", is("ROUNDS_EXHAUSTED"))
        .body("steps.zh", hasItem("您在网上作了评价"))
        .body("steps.zh", not(hasItem("已收到您的网上评价")));
    rating(known, "YES", null, null).statusCode(409).body("code", is("rated-already"));
  }

  @Test
  void a_citizen_whose_rating_crossed_the_call_reads_that_the_telephone_counts() {
    Known known = answered();
    evaluation(known, others.callbackOpened(1));
    awaitRating(known, "OPEN");
    rating(known, "YES", null, null).statusCode(200);
    evaluation(known, others.recorded(RatedVia.AGENT), others.closed(ClosedBy.EVALUATED));
    awaitRating(known, "CROSSED_CALL").body("steps.zh", hasItem("您已评价"));

    Known silent = answered();
    evaluation(silent, others.callbackOpened(1));
    awaitRating(silent, "OPEN");
    rating(silent, "YES", null, null).statusCode(200);
    evaluation(silent, others.unreachable(), others.closed(ClosedBy.UNREACHABLE));
    awaitRating(silent, "CROSSED_END");
  }

  @Test
  void a_direct_answer_is_rated_online_and_a_withdrawn_case_is_not() {
    Map<String, Object> question = form();
    question.put("kind", "CONSULTATION");
    Known known = registered(question);
    act(Role.OPERATOR, known, "direct-answer", 1, Map.of("answer", "请到便民中心办理。")).statusCode(200);
    int version = as(Role.OPERATOR).get("/api/cases/" + known.id()).path("version");
    evaluation(known, others.callbackOpened(0));
    awaitRating(known, "OPEN").body("rating.direct", is(true));
    assertThat(as(Role.OPERATOR).get("/api/cases/" + known.id()).<Integer>path("version"))
        .as("who acts on the case need not read it again for it")
        .isEqualTo(version);
    Map<String, Object> form = ratingForm(known, "YES", null, "谢谢");
    form.put("round", 0);
    citizen()
        .body(form)
        .post("/api/track/rating")
        .then()
        .statusCode(200)
        .body("status", is("ANSWERED_DIRECT"));

    Known withdrawn = answered();
    evaluation(withdrawn, others.callbackOpened(1));
    awaitRating(withdrawn, "OPEN");
    act(Role.OPERATOR, withdrawn, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    rating(withdrawn, "YES", null, null).statusCode(409).body("code", is("nothing-to-rate"));
    track(withdrawn).body("rating", nullValue());
  }

  @Test
  void a_rating_that_is_sent_again_with_its_key_is_answered_again_and_not_given_twice() {
    Known known = answered();
    evaluation(known, others.callbackOpened(1));
    awaitRating(known, "OPEN");
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      given()
          .header("Idempotency-Key", key)
          .contentType(ContentType.JSON)
          .body(ratingForm(known, "YES", null, null))
          .post("/api/track/rating")
          .then()
          .statusCode(200);
    }
  }

  @Test
  void words_of_a_rating_stay_in_newer_files_and_no_step_is_left_of_a_rating_of_an_earlier_round() {
    Known known = answered();
    evaluation(known, others.callbackOpened(1));
    awaitRating(known, "OPEN").body("rating.round", is(1));
    Map<String, Object> other = ratingForm(known, "NO", "UNIT", null);
    other.put("round", 2);
    citizen()
        .body(other)
        .post("/api/track/rating")
        .then()
        .statusCode(409)
        .body("code", is("another-result"))
        .body("round", is(1));
    other.put("round", null);
    citizen()
        .body(other)
        .post("/api/track/rating")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("round"));
    rating(known, "NO", "UNIT", "没修好，请打13900005678").statusCode(200);
    evaluation(
        known,
        others.recorded(RatedVia.SELF_SERVICE),
        new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    awaitStatus(known, CaseStatus.REHANDLING);
    track(known)
        .body("rating", nullValue())
        .body("steps.zh", hasItem("您在网上作了评价"))
        .body("steps.zh", not(hasItem("已收到您的网上评价")));
    // Whom it is about learns no number out of it.
    dispatch(
        known,
        new CaseDispatched(2, "cg", List.of(), true, "rule-1", "1"),
        new AssignmentCreated(
            UUID.randomUUID(),
            2,
            AssignmentRole.LEAD,
            "cg",
            "/center/cg",
            OtherServices.DUE,
            OtherServices.DUE,
            OtherServices.DUE,
            "sd-default"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(Role.CLERK, "cg")
                    .body(Map.of("reason", "核实情况"))
                    .post("/api/cases/" + known.id() + "/contact-disclosures")
                    .then()
                    .statusCode(200)
                    .body("mentioned", not(hasItem("13900005678"))));
    as(Role.OPERATOR)
        .body(Map.of("reason", "核实情况"))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(200)
        .body("mentioned", hasItem("13900005678"));

    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "又灭了")).statusCode(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
              assertThat(files.get(files.size() - 1).value())
                  .contains("又灭了", "\"ratingWords\":[{\"round\":1");
            });
  }

  @Test
  void what_was_answered_with_its_main_case_is_rated_without_the_question_of_the_call() {
    Known known = accepted();
    dispatch(
        known,
        new CaseMerged(UUID.randomUUID(), MergeReason.SAME_PLACE),
        new CaseAnsweredWithMain(
            UUID.randomUUID(),
            1,
            "cg",
            "/center/cg",
            true,
            "handler",
            "reviewer",
            Instant.now(),
            false));
    evaluation(known, others.callbackOpened(1));
    awaitRating(known, "OPEN").body("rating.withMain", is(true));
    rating(known, "NO", "UNIT", null).statusCode(200);
    evaluation(
        known,
        others.recorded(RatedVia.SELF_SERVICE),
        new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    awaitStatus(known, CaseStatus.REHANDLING);
    assertThat(text("SELECT answered_with_main FROM hotline_case WHERE id = '" + known.id() + "'"))
        .isEqualTo("f");
  }

  private Known answered() {
    Known known = accepted();
    OtherServices cg = new OtherServices("cg");
    dispatch(known, cg.dispatched());
    dispatch(known, cg.signed());
    dispatch(known, cg.replied());
    dispatch(known, cg.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    return known;
  }

  private void evaluation(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.EVALUATION, events);
  }

  private static ValidatableResponse awaitRating(Known known, String state) {
    await().atMost(SOON).untilAsserted(() -> track(known).body("rating.state", is(state)));
    return track(known);
  }

  private static ValidatableResponse rating(
      Known known, String solved, String reason, String words) {
    return citizen()
        .body(ratingForm(known, solved, reason, words))
        .post("/api/track/rating")
        .then();
  }

  private static Map<String, Object> ratingForm(
      Known known, String solved, String reason, String words) {
    Map<String, Object> form = new HashMap<>();
    form.put("caseNo", known.caseNo());
    form.put("queryCode", known.queryCode());
    form.put("round", 1);
    form.put("responded", "YES");
    form.put("solved", solved);
    form.put("satisfied", solved);
    form.put("requestTrue", "UNKNOWN");
    form.put("reason", reason);
    form.put("verbatim", words);
    return form;
  }

  @Test
  void a_supervisor_says_what_a_spot_check_found() {
    Known known = closed();
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("reopening.byCitizen", is(true))
        .body("reopening.until", notNullValue());
    act(Role.OPERATOR, known, "reopening", 0, Map.of("reason", "SPOT_CHECK")).statusCode(400);
    act(Role.CALLBACK_LEAD, known, "reopening", 0, Map.of("reason", "SPOT_CHECK")).statusCode(400);
    act(Role.SUPERVISOR, known, "reopening", 0, Map.of("reason", "SPOT_CHECK")).statusCode(200);
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("reopening.requestedAt", notNullValue());
  }

  private Known closed() {
    Known known = accepted();
    dispatch(known, others.dispatched());
    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    log.say(known.id(), known.caseNo(), Source.EVALUATION, others.rated());
    awaitStatus(known, CaseStatus.CLOSED);
    return known;
  }

  private static CaseReopened reopened() {
    return new CaseReopened(2, "cg", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, OtherServices.DUE);
  }

  private static ValidatableResponse reopening(Known known, String reason, String text) {
    Map<String, String> form = new HashMap<>();
    form.put("caseNo", known.caseNo());
    form.put("queryCode", known.queryCode());
    form.put("reason", reason);
    form.put("text", text);
    return citizen().body(form).post("/api/track/reopening").then();
  }

  @Test
  void the_citizen_sees_a_new_promised_date_and_until_when_the_case_is_held() {
    Known known = accepted();
    Instant extendedTo = OtherServices.DUE.plus(Duration.ofDays(7));
    Instant until = OtherServices.DUE.plus(Duration.ofDays(30));
    Instant afterTheHold = OtherServices.DUE.plus(Duration.ofDays(40));
    dispatch(known, others.dispatched());
    dispatch(
        known,
        others.signed(),
        others.contacted(ContactResult.NOT_POSSIBLE),
        others.contacted(ContactResult.NO_ANSWER),
        others.contacted(ContactResult.REACHED));
    awaitStatus(known, CaseStatus.HANDLING);

    dispatch(known, others.extended(extendedTo));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                track(known)
                    .body("promisedBy", is(extendedTo.toString()))
                    .body("steps.zh", hasItem("办理时限已延长：城市管理局"))
                    .body("steps.until", hasItem(extendedTo.toString())));
    track(known)
        .body(
            "steps.findAll { it.zh.contains('联系') }.zh",
            contains("承办单位尝试与您联系：城市管理局", "承办单位与您联系：城市管理局"));

    dispatch(known, others.held(until));
    awaitStatus(known, CaseStatus.ON_HOLD);
    track(known)
        .body("statusZh", is("挂起"))
        .body("promisedBy", nullValue())
        .body("heldUntil", is(until.toString()))
        .body("steps.en", hasItem("It is on hold: Urban management"));

    dispatch(known, others.resumed(afterTheHold));
    awaitStatus(known, CaseStatus.HANDLING);
    track(known).body("promisedBy", is(afterTheHold.toString())).body("heldUntil", nullValue());
  }

  @Test
  void a_duplicate_changes_nothing() {
    Known known = accepted();
    LifecycleEvent[] first = others.dispatched();
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 1, first[0]);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 2, first[1]);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 1, first[0]);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 2, first[1]);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 3, others.signed());
    awaitStatus(known, CaseStatus.HANDLING);
    assertThat(text("SELECT count(*) FROM case_assignment WHERE case_id = '" + known.id() + "'"))
        .isEqualTo("1");
    assertThat(text("SELECT count(*) FROM case_step WHERE case_id = '" + known.id() + "'"))
        .isEqualTo("2");
  }

  @Test
  void what_dispatch_did_before_it_read_of_a_withdrawal_leaves_the_case_withdrawn() {
    Known known = accepted();
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    dispatch(known, others.dispatched());
    dispatch(known, others.signed(), others.cancelled());
    await()
        .atMost(SOON)
        .until(
            () ->
                "CANCELLED"
                    .equals(
                        text(
                            "SELECT status FROM case_assignment WHERE case_id = '"
                                + known.id()
                                + "'")));
    assertThat(status(known)).isEqualTo("WITHDRAWN");
    track(known).body("promisedBy", nullValue());
  }

  @Test
  void a_rating_that_crossed_a_withdrawal_closes_the_case() {
    Known known = accepted();
    dispatch(known, others.dispatched());
    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    log.say(known.id(), known.caseNo(), Source.EVALUATION, others.rated());
    awaitStatus(known, CaseStatus.CLOSED);
    track(known).body("outcome.solved", is("YES"));
  }

  @Test
  void poison_parks_one_case_and_a_redrive_heals_it() {
    Known known = accepted();
    Known other = accepted();
    // A reply before anything was dispatched, as a hand-made record would be.
    log.say(known.id(), known.caseNo(), Source.DISPATCH, 1, others.signed());
    OtherServices well = new OtherServices("zj");
    dispatch(other, well.dispatched());
    awaitStatus(other, CaseStatus.DISPATCHED);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(Role.SYSTEM_ADMIN)
                    .get("/api/parked-cases/" + known.id())
                    .then()
                    .statusCode(200)
                    .body("records[0].error", is("IMPOSSIBLE_MOVE"))
                    .body("records[0].errorText", notNullValue()));
    as(Role.OPERATOR).get("/api/parked-cases").then().statusCode(403);

    // The administrator mends what was missing; here the state that the record needs.
    execute(
        "UPDATE hotline_case SET status = 'DISPATCHED' WHERE id = '" + known.id() + "'",
        "INSERT INTO case_assignment SELECT ('"
            + assignmentOf(others)
            + "')::uuid, id, 1, 'LEAD', 'cg', '/center/cg', 'PENDING_SIGN', now() FROM hotline_case WHERE id = '"
            + known.id()
            + "'");
    as(Role.SYSTEM_ADMIN)
        .post("/api/parked-cases/" + known.id() + "/redrive")
        .then()
        .statusCode(200)
        .body("healed", is(true));
    assertThat(status(known)).isEqualTo("HANDLING");
  }

  @Test
  void a_record_that_cannot_be_read_or_only_by_a_newer_version_parks_its_case() {
    Known known = accepted();
    Map<String, String> headers =
        new java.util.HashMap<>(
            Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "hotline.case.dispatched.v1",
                "ce_source", "/dispatch-service",
                "ce_subject", known.caseNo(),
                "ce_partitionkey", known.id().toString(),
                "ce_sequence", "1",
                "ce_actor", "x",
                "ce_time", Instant.now().toString(),
                "ce_recordedtime", Instant.now().toString()));
    log.write(Topics.CASE_LIFECYCLE, known.id().toString(), headers, "{broken".getBytes());
    awaitParked(known, "UNREADABLE");
    Known ahead = accepted();
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", "hotline.case.sung-about.v1");
    headers.put("ce_subject", ahead.caseNo());
    headers.put("ce_partitionkey", ahead.id().toString());
    log.write(Topics.CASE_LIFECYCLE, ahead.id().toString(), headers, "{}".getBytes());
    awaitParked(ahead, "UNKNOWN_TYPE");
  }

  private static void awaitParked(Known known, String reason) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as(Role.SYSTEM_ADMIN)
                    .get("/api/parked-cases/" + known.id())
                    .then()
                    .statusCode(200)
                    .body("records[0].error", is(reason)));
  }

  @Test
  void a_changed_entry_of_the_directory_is_seen_and_a_removed_one_can_no_longer_be_chosen() {
    DirectoryEntry entry =
        new DirectoryEntry.Category("010150", "0101", "/01/0101/010150", "新分类", "New", 3, true);
    log.say(entry);
    awaitCategory("新分类", true);
    log.write(
        Topics.DIRECTORY,
        entry.key(),
        EventCodec.stateHeaders(
            UUID.randomUUID(), entry.type(), Source.DISPATCH, entry.code(), Instant.now()),
        null);
    awaitCategory("新分类", false);
  }

  @Test
  void reference_data_is_public_and_places_know_the_way_to_them() {
    citizen()
        .get("/api/reference/places")
        .then()
        .statusCode(200)
        .body("items.code", hasItem("3702"));
    citizen()
        .queryParam("parent", "370281")
        .get("/api/reference/places")
        .then()
        .body("items.code", hasItem("370281001"));
    citizen()
        .get("/api/reference/places/370281001001")
        .then()
        .body("names.name", hasItems("青岛市", "胶州市", "阜安街道", "示例社区"));
    citizen().get("/api/reference/categories").then().body("items.code", not(hasItem("010199")));
    // Its name is needed by the cases that have it.
    citizen()
        .queryParam("all", true)
        .get("/api/reference/categories")
        .then()
        .body("items.find { it.code == '010199' }.active", is(false))
        .body("items.find { it.code == '010101' }.active", is(true));
    citizen().get("/api/reference/places/999").then().statusCode(404);
    citizen().get("/api/reference/units").then().statusCode(401);
  }

  private static void awaitCategory(String name, boolean there) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                citizen()
                    .get("/api/reference/categories")
                    .then()
                    .body(
                        "items.nameZh",
                        there ? hasItem(name) : org.hamcrest.Matchers.not(hasItem(name))));
  }

  private void dispatch(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.DISPATCH, events);
  }

  private static io.restassured.response.ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }

  private static UUID assignmentOf(OtherServices services) {
    return ((hotline.lifecycle.AssignmentSigned) services.signed()).assignmentId();
  }
}
