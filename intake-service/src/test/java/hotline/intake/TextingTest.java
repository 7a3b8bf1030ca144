package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.ContactResult;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.localservers.Handsets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service, a real gateway and the telephones behind it. */
@QuarkusTest
class TextingTest extends IntakeTest {
  private static final Pattern CODE = Pattern.compile("查询码(\\d{6})");
  private static final int THROTTLED = 0x58;
  private static final int BAD_NUMBER = 0x0b;
  private static final Duration LATE = Duration.ofSeconds(6);

  private String mobile;

  @BeforeEach
  void aNumberOfItsOwn() {
    mobile = "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }

  @AfterEach
  void theGatewayIsThere() throws IOException {
    handsets().start();
  }

  @Test
  void who_calls_gets_number_and_code_and_opens_the_own_page_with_them() {
    var answer = as(Role.OPERATOR).body(from(mobile)).post("/api/cases").then().statusCode(201);
    answer.body("acknowledgement", is("ON_ITS_WAY"));
    String text = arrived(mobile, 1).get(0).text();
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).isTrue();
    String caseNo = answer.extract().path("caseNo");
    assertThat(text.replace("-", "")).startsWith("【12345热线】").contains(caseNo);
    citizen()
        .body(Map.of("caseNo", caseNo, "queryCode", code.group(1)))
        .post("/api/track")
        .then()
        .statusCode(200);

    String id = answer.extract().path("caseId");
    await().atMost(SOON).until(() -> state(id).equals("DELIVERED"));
    as(Role.OPERATOR)
        .get("/api/cases/" + id + "/text-messages")
        .then()
        .body("messages", hasSize(1))
        .body("messages[0].state", is("DELIVERED"))
        .body("messages[0].text", containsString("查询码******"))
        .body("messages[0].text", not(containsString(code.group(1))))
        .body("number", is(mobile.substring(0, 3) + "****" + mobile.substring(7)));
  }

  @Test
  void a_landline_gets_none_and_nobody_without_a_number() {
    Map<String, Object> landline = from("0532-85550000");
    as(Role.OPERATOR)
        .body(landline)
        .post("/api/cases")
        .then()
        .body("acknowledgement", is("NO_MOBILE"));
    Map<String, Object> other = from("0532-85550000");
    Map<String, Object> reporter = reporter("王示例", "0532-85550000");
    reporter.put("altPhone", mobile);
    other.put("reporter", reporter);
    as(Role.OPERATOR)
        .body(other)
        .post("/api/cases")
        .then()
        .body("acknowledgement", is("ON_ITS_WAY"));
    assertThat(arrived(mobile, 1)).hasSize(1);
  }

  @Test
  void the_way_of_a_case_is_written_of_and_a_digit_rates_it() throws IOException {
    Known known = accepted(from(mobile));
    OtherServices others = new OtherServices("cg");
    dispatch(known, others.dispatched());
    assertThat(arrived(mobile, 2).get(1).text()).contains("已转交城市管理局办理，最迟");
    awaitHeld(known);
    dispatch(known, others.signed());
    dispatch(known, others.extended(OtherServices.DUE.plus(3, ChronoUnit.DAYS)));
    assertThat(arrived(mobile, 3).get(2).text()).contains("办理时限已延长");
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    evaluation(known, others.callbackOpened(1));
    awaitAsked(known);
    // Who calls blind learns from no message which unit it was; others still do.
    as(Role.CALLBACK_AGENT)
        .get("/api/cases/" + known.id() + "/text-messages")
        .then()
        .statusCode(200)
        .body("messages.kind", is(List.of("RATING_ASKED", "REGISTERED")))
        .body("messages.text", not(hasItem(containsString("城市管理局"))));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id() + "/text-messages")
        .then()
        .body("messages", hasSize(4));
    assertThat(arrived(mobile, 4).get(3).text()).contains("请回复一个数字", "3未解决，承办单位没办好");

    handsets().reply(mobile, "3 第二天又不亮了，联系" + mobile, "mo-" + mobile);
    handsets().reply(mobile, "3 第二天又不亮了，联系" + mobile, "mo-" + mobile);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(said(known, "hotline.case.rated.v1")).hasSize(1));
    assertThat(said(known, "hotline.case.rated.v1").get(0))
        .contains("\"solved\":\"NO\"", "\"reason\":\"UNIT\"", "\"responded\":\"UNKNOWN\"")
        .contains("\"via\":\"SELF_SERVICE\"", "\"channel\":\"SMS\"");
    assertThat(count("text_reply WHERE case_id = '" + known.id() + "'")).isEqualTo(1);
    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    assertThat(files.get(files.size() - 1).value()).contains("第二天又不亮了").doesNotContain(mobile);

    evaluation(known, others.recorded(RatedVia.SMS), others.closed(ClosedBy.EVALUATED));
    awaitStatus(known, CaseStatus.CLOSED);
    assertThat(arrived(mobile, 5).get(4).text()).contains("已办结");
    track(known).body("steps.zh", hasItem("您以短信作了评价")).body("rating", nullValue());
    as(Role.CALLBACK_AGENT)
        .get("/api/cases/" + known.id() + "/text-messages")
        .then()
        .body("replies", hasSize(1))
        .body("replies[0].outcome", is("RATED"))
        .body("replies[0].text", containsString("第二天又不亮了"))
        .body("replies[0].text", not(containsString(mobile)))
        .body("messages.text", hasItem(containsString("城市管理局")));
  }

  @Test
  void of_two_cases_of_one_number_the_end_of_the_number_says_which() throws IOException {
    Known one = waitsForRating();
    Known other = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 2);
    handsets().reply(mobile, "1", null);
    String which = arrivedWith(mobile, "请您评价的诉求有多件", 1).get(0);
    assertThat(which).contains(end(one), end(other));
    assertThat(said(one, "hotline.case.rated.v1")).isEmpty();
    assertThat(said(other, "hotline.case.rated.v1")).isEmpty();

    handsets().reply(mobile, "2 " + end(other), null);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(said(other, "hotline.case.rated.v1")).hasSize(1));
    assertThat(said(other, "hotline.case.rated.v1").get(0)).contains("\"solved\":\"PARTLY\"");
    assertThat(said(one, "hotline.case.rated.v1")).isEmpty();
    // The other one alone waits now.
    handsets().reply(mobile, "1", "mo-again-" + mobile);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(said(one, "hotline.case.rated.v1")).hasSize(1));
  }

  @Test
  void what_is_not_understood_is_asked_once_more_and_kept_for_who_calls() throws IOException {
    Known known = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 1);
    handsets().reply(mobile, "2楼的灯还是不亮", null);
    arrivedWith(mobile, "未能识别您的回复", 1);
    assertThat(said(known, "hotline.case.rated.v1")).isEmpty();
    as(Role.CALLBACK_AGENT)
        .get("/api/cases/" + known.id() + "/text-messages")
        .then()
        .body("replies[0].outcome", is("NOT_UNDERSTOOD"))
        .body("replies[0].text", is("2楼的灯还是不亮"));
    // Nobody can try words or a number against what is left of an erased person.
    execute("DELETE FROM vault_contact WHERE case_id = '" + known.id() + "'");
    assertThat(
            count(
                "text_reply WHERE words_key IS NULL AND reply_key LIKE 'erased %' AND case_id = '"
                    + known.id()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void a_stranger_rates_nothing_and_nothing_of_it_is_kept() throws IOException {
    Known known = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 1);
    long replies = count("text_reply");
    handsets()
        .reply("139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)), "1", null);
    assertThat(count("text_reply")).isEqualTo(replies);
    assertThat(said(known, "hotline.case.rated.v1")).isEmpty();
  }

  @Test
  void who_wants_no_messages_gets_none_and_is_not_taken_for_content() throws IOException {
    Known known = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 1);
    int before = handsets().arrived(mobile).size();
    handsets().reply(mobile, "T", null);
    assertThat(said(known, "hotline.case.rated.v1")).isEmpty();
    assertThat(status(known)).isEqualTo("PENDING_CALLBACK");
    Known later = registered(from(mobile));
    await().atMost(SOON).until(() -> state(later.id().toString()).equals("STOPPED"));
    assertThat(handsets().arrived(mobile)).hasSize(before);
    as(Role.OPERATOR)
        .get("/api/cases/" + later.id() + "/text-messages")
        .then()
        .body("stopped", is(true));
    // Who reads the code aloud must not believe that it is on the telephone.
    assertThat(
            as(Role.OPERATOR)
                .body(from(mobile))
                .post("/api/cases")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("acknowledgement"))
        .isEqualTo("STOPPED");
  }

  @Test
  void on_the_citizens_word_a_number_is_written_to_again() throws IOException {
    registered(from(mobile));
    arrived(mobile, 1);
    handsets().reply(mobile, "退订", null);
    Known later = registered(from(mobile));
    await().atMost(SOON).until(() -> state(later.id().toString()).equals("STOPPED"));
    String path = "/api/cases/" + later.id() + "/text-messages/";
    as(Role.OPERATOR)
        .post(path + "acknowledgement")
        .then()
        .statusCode(409)
        .body("type", containsString("number-stopped"));
    as(Role.CALLBACK_AGENT).post(path + "resumption").then().statusCode(403);
    as(Role.SHIFT_LEAD)
        .post(path + "resumption")
        .then()
        .statusCode(200)
        .body("stopped", is(false))
        .body("acknowledgementLeft", is(true));
    as(Role.SHIFT_LEAD)
        .post(path + "resumption")
        .then()
        .statusCode(409)
        .body("type", containsString("number-not-stopped"));
    assertThat(count("text_stop_lifted WHERE case_id = '" + later.id() + "'")).isEqualTo(1);
    as(Role.OPERATOR).post(path + "acknowledgement").then().statusCode(200);
    assertThat(arrived(mobile, 2).get(1).text()).contains("查询码" + later.queryCode());
  }

  @Test
  void a_reply_that_is_handed_over_again_rates_no_other_case() throws IOException {
    Known rated = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 1);
    handsets().reply(mobile, "1", null);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(said(rated, "hotline.case.rated.v1")).hasSize(1));
    Known other = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 2);
    handsets().reply(mobile, "1", null);
    assertThat(arrivedWith(mobile, "不久前已有相同回复", 1).get(0)).contains("1 " + end(other));
    assertThat(said(other, "hotline.case.rated.v1")).isEmpty();
    handsets().reply(mobile, "1 " + end(other), null);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(said(other, "hotline.case.rated.v1")).hasSize(1));
  }

  @Test
  void what_makes_no_sense_any_more_is_not_sent_again() {
    handsets().refuse(mobile, BAD_NUMBER);
    Known known = registered(from(mobile));
    await().atMost(SOON).until(() -> state(known.id().toString()).equals("FAILED"));
    execute("UPDATE text_message SET expires_at = queued_at WHERE case_id = '" + known.id() + "'");
    String failed = text("SELECT id::text FROM text_message WHERE case_id = '" + known.id() + "'");
    as(Role.SYSTEM_ADMIN)
        .get("/api/texting")
        .then()
        .body("items.find { it.id == '" + failed + "' }.mayGo", is(false));
    as(Role.SYSTEM_ADMIN)
        .post("/api/texting/messages/" + failed + "/sending")
        .then()
        .statusCode(409)
        .body("type", containsString("message-too-old"));
    handsets().refuse(mobile, 0);
  }

  @Test
  void a_split_sends_one_message_with_the_number_and_code_of_each() {
    Known call = registered(from(mobile));
    arrived(mobile, 1);
    var split =
        as(Role.OPERATOR)
            .header("If-Match", "\"1\"")
            .body(
                Map.of(
                    "demands",
                    List.of(
                        Map.of("title", "噪音", "content", "夜间施工"),
                        Map.of("title", "积水", "content", "路口积水"))))
            .post("/api/cases/" + call.id() + "/split")
            .then()
            .statusCode(200)
            .body("newCases.acknowledgement", is(List.of("ON_ITS_WAY", "ON_ITS_WAY")))
            .extract();
    List<String> codes = split.path("newCases.queryCode");
    assertThat(arrived(mobile, 2).get(1).text())
        .contains("查询码" + codes.get(0), "查询码" + codes.get(1));
    List<String> ids = split.path("newCases.caseId");
    assertThat(state(ids.get(1))).isEqualTo("TOGETHER");
    await().atMost(SOON).until(() -> state(ids.get(0)).equals("DELIVERED"));
    for (int i = 0; i < 2; i++) {
      as(Role.OPERATOR)
          .post("/api/cases/" + ids.get(i) + "/text-messages/acknowledgement")
          .then()
          .statusCode(200);
      assertThat(arrived(mobile, 3 + i).get(2 + i).text()).contains("查询码" + codes.get(i));
    }
  }

  @Test
  void a_gateway_that_is_away_stops_nothing_and_the_message_goes_when_it_is_back()
      throws IOException {
    handsets().goAway();
    Known known = registered(from(mobile));
    io.restassured.RestAssured.given().get("/q/health/ready").then().statusCode(200);
    assertThat(state(known.id().toString())).isEqualTo("WAITING");
    handsets().start();
    assertThat(arrived(mobile, 1)).isNotEmpty();
  }

  @Test
  void what_another_instance_has_in_hand_is_left_to_it_and_waits_again_when_that_was_killed()
      throws Exception {
    handsets().goAway();
    Known inHand = registered(from(mobile));
    String other = "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    try (Connection instance = servers.connect()) {
      instance.setAutoCommit(false);
      try (Statement sql = instance.createStatement()) {
        sql.execute("SELECT 1 FROM text_message WHERE case_id = '" + inHand.id() + "' FOR UPDATE");
      }
      handsets().start();
      registered(from(other));
      assertThat(arrived(other, 1)).hasSize(1);
      assertThat(handsets().arrived(mobile)).isEmpty();
      instance.rollback();
    }
    assertThat(arrived(mobile, 1)).hasSize(1);
  }

  @Test
  void while_the_gateway_is_asked_nothing_is_locked() throws Exception {
    handsets().answerLate(mobile, LATE);
    Known known = registered(from(mobile));
    arrived(mobile, 1);
    try (Connection other = servers.connect()) {
      other.setAutoCommit(false);
      try (Statement sql = other.createStatement()) {
        sql.execute("SET LOCAL lock_timeout = '1s'");
        sql.execute("SELECT 1 FROM text_message WHERE case_id = '" + known.id() + "' FOR UPDATE");
      }
      other.rollback();
    }
    handsets().answerLate(mobile, Duration.ZERO);
  }

  @Test
  void a_throttled_message_goes_later_and_a_refused_one_says_why() {
    handsets().refuse(mobile, THROTTLED);
    Known busy = registered(from(mobile));
    await().atMost(SOON).until(() -> "SMPP_00000058".equals(reason(busy)));
    assertThat(state(busy.id().toString())).isEqualTo("WAITING");
    handsets().refuse(mobile, 0);
    assertThat(arrived(mobile, 1)).hasSize(1);

    handsets().refuse(mobile, BAD_NUMBER);
    Known refused = registered(from(mobile));
    await().atMost(SOON).until(() -> state(refused.id().toString()).equals("FAILED"));
    assertThat(reason(refused)).isEqualTo("SMPP_0000000B");
    String failed =
        as(Role.SYSTEM_ADMIN)
            .get("/api/texting")
            .then()
            .statusCode(200)
            .body("on", is(true))
            .extract()
            .path("items.find { it.caseNo == '" + refused.caseNo() + "' }.id");
    handsets().refuse(mobile, 0);
    as(Role.SYSTEM_ADMIN)
        .post("/api/texting/messages/" + failed + "/sending")
        .then()
        .statusCode(200);
    as(Role.SYSTEM_ADMIN)
        .post("/api/texting/messages/" + failed + "/sending")
        .then()
        .statusCode(404);
    assertThat(arrived(mobile, 2)).hasSize(2);
  }

  @Test
  void a_message_that_is_not_answered_goes_twice_at_most_and_then_has_failed() {
    handsets().answerLate(mobile, LATE);
    Known known = registered(from(mobile));
    await().atMost(SOON.multipliedBy(2)).until(() -> state(known.id().toString()).equals("FAILED"));
    handsets().answerLate(mobile, Duration.ZERO);
    assertThat(reason(known)).isEqualTo("NO_ANSWER");
    assertThat(handsets().arrived(mobile)).hasSize(2);
    as(Role.SYSTEM_ADMIN).get("/api/texting").then().body("items.caseNo", hasItem(known.caseNo()));
  }

  @Test
  void what_was_killed_twice_between_handing_over_and_note_is_not_sent_a_third_time()
      throws IOException {
    handsets().goAway();
    Known known = registered(from(mobile));
    execute(
        "UPDATE text_message SET tries = 2, unanswered = 2, tried_at = now() WHERE case_id = '"
            + known.id()
            + "'");
    handsets().start();
    await().atMost(SOON).until(() -> state(known.id().toString()).equals("FAILED"));
    assertThat(reason(known)).isEqualTo("NO_ANSWER");
    assertThat(handsets().arrived(mobile)).isEmpty();
  }

  @Test
  void a_digit_is_not_counted_for_another_case_while_a_question_may_have_arrived()
      throws IOException {
    Known asked = waitsForRating();
    arrivedWith(mobile, "请回复一个数字", 1);
    Known perhaps = waitsForCallback();
    handsets().answerLate(mobile, LATE);
    evaluation(perhaps, new OtherServices("cg").callbackOpened(1));
    // On the telephone, while this side knows of no answer.
    arrivedWith(mobile, "请回复一个数字", 2);
    handsets().reply(mobile, "1", null);
    handsets().answerLate(mobile, Duration.ZERO);
    await()
        .atMost(SOON)
        .until(
            () ->
                count(
                        "text_reply WHERE outcome = 'AMBIGUOUS' AND case_id IN "
                            + both(asked, perhaps))
                    == 1);
    assertThat(said(asked, "hotline.case.rated.v1")).isEmpty();
    assertThat(said(perhaps, "hotline.case.rated.v1")).isEmpty();
  }

  @Test
  void one_that_cannot_be_opened_stops_no_other() throws IOException {
    handsets().goAway();
    Known damaged = registered(from(mobile));
    execute(
        "UPDATE text_message SET sealed = sealed || 'x'::bytea WHERE case_id = '"
            + damaged.id()
            + "'");
    String other = "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    registered(from(other));
    handsets().start();
    assertThat(arrived(other, 1)).hasSize(1);
    await().atMost(SOON).until(() -> state(damaged.id().toString()).equals("FAILED"));
    assertThat(reason(damaged)).isEqualTo("UNREADABLE");
  }

  @Test
  void whose_vault_entry_cannot_be_opened_is_followed_all_the_same() {
    Known known = accepted(from(mobile));
    arrived(mobile, 1);
    String row = " WHERE case_id = '" + known.id() + "'";
    execute("UPDATE vault_contact SET sealed = sealed || '\\x00'::bytea" + row);
    dispatch(known, new OtherServices("cg").dispatched());
    awaitHeld(known);
    execute(
        "UPDATE vault_contact SET sealed = substring(sealed FROM 1 FOR length(sealed) - 1)" + row);
    assertThat(count("text_message" + row)).isEqualTo(1);
  }

  @Test
  void what_the_network_gives_up_is_not_delivered() {
    handsets().receiptFor(mobile, "UNDELIV");
    Known known = registered(from(mobile));
    await().atMost(SOON).until(() -> state(known.id().toString()).equals("UNDELIVERED"));
    assertThat(reason(known)).isEqualTo("UNDELIV");
  }

  @Test
  void a_receipt_for_nothing_that_is_known_is_taken_and_holds_nothing_up() throws IOException {
    handsets().receipt(mobile, "restored-" + mobile, "DELIVRD");
    Known known = registered(from(mobile));
    await().atMost(SOON).until(() -> state(known.id().toString()).equals("DELIVERED"));
  }

  @Test
  void number_and_code_are_sent_again_a_few_times() {
    Known known = registered(from(mobile));
    String path = "/api/cases/" + known.id() + "/text-messages/acknowledgement";
    for (int times = 2; times <= 3; times++) {
      arrived(mobile, times - 1);
      int sent = times - 1;
      await()
          .atMost(SOON)
          .until(
              () ->
                  count("text_message WHERE state <> 'WAITING' AND case_id = '" + known.id() + "'")
                      == sent);
      as(Role.OPERATOR).post(path).then().statusCode(200);
    }
    assertThat(arrived(mobile, 3))
        .allSatisfy(one -> assertThat(one.text()).contains("查询码" + known.queryCode()));
    await()
        .atMost(SOON)
        .until(
            () ->
                count("text_message WHERE state = 'WAITING' AND case_id = '" + known.id() + "'")
                    == 0);
    as(Role.OPERATOR).post(path).then().statusCode(409).body("type", containsString("sent-often"));
  }

  @Test
  void each_later_day_is_told_once_with_the_day_that_was_promised_first() {
    Known known = accepted(from(mobile));
    OtherServices others = new OtherServices("cg");
    dispatch(known, others.dispatched());
    arrived(mobile, 2);
    awaitHeld(known);
    dispatch(known, others.signed());
    dispatch(known, others.contacted(ContactResult.REACHED));
    dispatch(known, others.held(OtherServices.DUE.plus(10, ChronoUnit.DAYS)));
    assertThat(arrived(mobile, 3).get(2).text()).contains("答复时间有调整，原定");
    String first = arrived(mobile, 3).get(2).text();
    dispatch(known, others.resumed(OtherServices.DUE.plus(12, ChronoUnit.DAYS)));
    awaitStatus(known, CaseStatus.HANDLING);
    String second = arrived(mobile, 4).get(3).text();
    assertThat(second).isNotEqualTo(first);
    assertThat(second.substring(0, second.indexOf("，现最迟")))
        .isEqualTo(first.substring(0, first.indexOf("，现最迟")));
  }

  @Test
  void of_a_case_in_confidence_no_unit_is_named() {
    Map<String, Object> form = from(mobile);
    Map<String, Object> reporter = reporter("王示例", mobile);
    reporter.put("confidential", true);
    form.put("reporter", reporter);
    Known known = accepted(form);
    dispatch(known, new OtherServices("cg").dispatched());
    assertThat(arrived(mobile, 2).get(1).text()).contains("已转交承办单位办理");
    as(Role.SUPERVISOR).get("/api/cases/" + known.id() + "/text-messages").then().statusCode(403);
  }

  @Test
  void who_was_erased_gets_nothing_more() throws IOException {
    handsets().goAway();
    Known known = registered(from(mobile));
    execute(
        "DELETE FROM vault_text WHERE case_id = '" + known.id() + "'",
        "DELETE FROM vault_contact WHERE case_id = '" + known.id() + "'");
    handsets().start();
    await().atMost(SOON).until(() -> state(known.id().toString()).equals("ERASED"));
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id() + "/text-messages")
        .then()
        .statusCode(200)
        .body("messages[0].text", nullValue())
        .body("number", nullValue());
    assertThat(handsets().arrived(mobile)).isEmpty();
  }

  @Test
  void a_number_and_a_code_are_written_down_nowhere() {
    Known known = registered(from(mobile));
    arrived(mobile, 1);
    String rows =
        text(
            "SELECT string_agg(m::text, chr(10)) FROM text_message m WHERE case_id = '"
                + known.id()
                + "'");
    assertThat(rows).doesNotContain(mobile, mobile.substring(3), "查询码");
    for (String topic : List.of(Topics.CASE_LIFECYCLE, Topics.CASE_FILE)) {
      assertThat(log.read(topic, known.id())).noneMatch(one -> one.value().contains(mobile));
    }
  }

  private Known waitsForRating() {
    Known known = waitsForCallback();
    evaluation(known, new OtherServices("cg").callbackOpened(1));
    awaitAsked(known);
    return known;
  }

  private static String both(Known one, Known other) {
    return "('" + one.id() + "', '" + other.id() + "')";
  }

  private Known waitsForCallback() {
    Known known = accepted(from(mobile));
    OtherServices others = new OtherServices("cg");
    dispatch(known, others.dispatched());
    awaitHeld(known);
    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    return known;
  }

  /** Nobody answers in the moment between the telephone and the note that it was sent. */
  private void awaitAsked(Known known) {
    await()
        .atMost(SOON)
        .until(
            () ->
                count(
                        "text_message WHERE kind = 'RATING_ASKED' AND sent_at IS NOT NULL AND"
                            + " case_id = '"
                            + known.id()
                            + "'")
                    == 1);
  }

  private Map<String, Object> from(String phone) {
    Map<String, Object> form = new HashMap<>(form());
    form.put("reporter", reporter("王示例", phone));
    return form;
  }

  private Handsets handsets() {
    return servers.handsets();
  }

  private List<Handsets.Arrived> arrived(String number, int count) {
    await().atMost(SOON).until(() -> handsets().arrived(number).size() >= count);
    return handsets().arrived(number);
  }

  private List<String> arrivedWith(String number, String words, int count) {
    await().atMost(SOON).until(() -> with(number, words).size() >= count);
    return with(number, words);
  }

  private List<String> with(String number, String words) {
    return handsets().arrived(number).stream()
        .map(Handsets.Arrived::text)
        .filter(text -> text.contains(words))
        .toList();
  }

  private String state(String caseId) {
    return text(
        "SELECT state FROM text_message WHERE case_id = '"
            + caseId
            + "' ORDER BY queued_at LIMIT 1");
  }

  private String reason(Known known) {
    return text("SELECT reason FROM text_message WHERE case_id = '" + known.id() + "'");
  }

  private List<String> said(Known known, String type) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> type.equals(entry.type()))
        .map(TheLog.Entry::value)
        .toList();
  }

  private static String end(Known known) {
    return known.caseNo().substring(known.caseNo().length() - 4);
  }

  private void dispatch(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.DISPATCH, events);
  }

  private void evaluation(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.EVALUATION, events);
  }

  private static ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }
}
