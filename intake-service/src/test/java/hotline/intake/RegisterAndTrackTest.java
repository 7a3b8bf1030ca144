package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CallbackOpened;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterAndTrackTest extends IntakeTest {

  @Test
  void a_registered_case_has_its_number_and_says_so_once_with_its_file_before() throws Exception {
    String key = UUID.randomUUID().toString();
    String token = TestTokens.forRole(Role.OPERATOR);
    var first =
        with(token)
            .header("Idempotency-Key", key)
            .body(form())
            .post("/api/cases")
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("status", is("REGISTERED"))
            .body("version", is(1))
            .extract();
    assertThat(first.header("Location")).endsWith("/intake/api/cases/" + first.path("caseId"));
    assertThat(first.<String>path("caseNo")).matches("\\d{13}");
    assertThat(first.<String>path("queryCode")).matches("\\d{6}");

    UUID id = UUID.fromString(first.path("caseId"));
    await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, id).size() == 1);
    JsonNode file = JSON.readTree(log.read(Topics.CASE_FILE, id).get(0).value());
    assertThat(file.get("title").asText()).isEqualTo("路灯不亮");
    assertThat(file.get("version").asLong()).isEqualTo(1);
    TheLog.Entry event = log.read(Topics.CASE_LIFECYCLE, id).get(0);
    assertThat(event.type()).isEqualTo("hotline.case.registered.v1");
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.headers())
        .containsEntry("ce_actor", "operator")
        .containsEntry("ce_source", "/intake-service");
    assertThat(JSON.readTree(event.value()).get("placePath").asText())
        .isEqualTo("/3702/370281/370281001/370281001001");
    assertThat(JSON.readTree(event.value()).get("reachable").asBoolean()).isTrue();
  }

  @Test
  void a_letter_with_a_name_and_no_number_says_that_nobody_can_be_reached() throws Exception {
    Map<String, Object> form = form();
    form.put("channel", "LETTER");
    form.put("reporter", Map.of("name", "王示例"));
    UUID id = registered(form).id();

    await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, id).size() == 1);
    JsonNode said = JSON.readTree(log.read(Topics.CASE_LIFECYCLE, id).get(0).value());
    assertThat(said.get("anonymous").asBoolean()).isFalse();
    assertThat(said.get("reachable").asBoolean()).isFalse();
  }

  @Test
  void the_same_key_and_body_answer_the_same_and_another_body_is_refused() {
    String key = UUID.randomUUID().toString();
    String token = TestTokens.forRole(Role.OPERATOR);
    Map<String, Object> form = form();
    String first = registerWith(token, key, form).statusCode(201).extract().asString();
    String again = registerWith(token, key, form).statusCode(201).extract().asString();
    assertThat(again).isEqualTo(first);

    form.put("title", "另一件事");
    registerWith(token, key, form)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", is("idempotency-key-reused"));
  }

  private static io.restassured.response.ValidatableResponse registerWith(
      String token, String key, Map<String, Object> form) {
    return io.restassured.RestAssured.given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(form)
        .post("/api/cases")
        .then();
  }

  @Test
  void a_reference_from_elsewhere_is_registered_once() {
    Map<String, Object> form = form();
    form.put("externalSource", "省平台.csv");
    form.put("externalRef", UUID.randomUUID().toString());
    Known first = registered(form);

    as(Role.OPERATOR)
        .body(form)
        .post("/api/cases")
        .then()
        .statusCode(409)
        .body("code", is("external-ref-known"))
        .body("caseNo", is(first.caseNo()))
        .body("caseId", is(first.id().toString()))
        .body("caseStatus", is("REGISTERED"));
    assertThat(
            text(
                "SELECT count(*) FROM hotline_case WHERE external_ref = '"
                    + form.get("externalRef")
                    + "'"))
        .isEqualTo("1");
  }

  @Test
  void an_accepted_case_waits_for_dispatch_and_cannot_be_accepted_twice() {
    Known known = registered();
    act(Role.SCREENER, known, "acceptance", 7, "{}")
        .statusCode(412)
        .body("code", is("stale-version"))
        .body("currentVersion", is(1));
    act(Role.SCREENER, known, "acceptance", 1, "{}")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", is("PENDING_DISPATCH"))
        .body("version", is(2));
    act(Role.SCREENER, known, "acceptance", 2, "{}")
        .statusCode(409)
        .body("code", is("illegal-move"))
        .body("status", is(409))
        .body("caseStatus", is("PENDING_DISPATCH"));

    await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, known.id()).size() == 2);
    assertThat(log.read(Topics.CASE_LIFECYCLE, known.id()))
        .extracting(TheLog.Entry::sequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void acts_without_words_need_no_body_and_an_urge_does_not_make_the_screener_start_again() {
    Known known = registered();
    with(TestTokens.forRole(Role.OPERATOR))
        .post("/api/cases/" + known.id() + "/urges")
        .then()
        .statusCode(200)
        .body("version", is(1));
    as(Role.SCREENER)
        .header("If-Match", "\"1\"")
        .post("/api/cases/" + known.id() + "/acceptance")
        .then()
        .statusCode(200)
        .body("version", is(2));
    assertThat(text("SELECT urge_count FROM hotline_case WHERE id = '" + known.id() + "'"))
        .isEqualTo("1");
  }

  @Test
  void lists_say_their_exact_count_and_show_no_reporter() {
    Known known = registered();
    as(Role.SCREENER)
        .queryParam("q", known.caseNo().substring(0, 6) + "-" + known.caseNo().substring(6))
        .get("/api/cases")
        .then()
        .statusCode(200)
        .body("count", is(1))
        .body("nextCursor", nullValue())
        .body("items[0].caseId", is(known.id().toString()))
        .body("items[0].placeName", is("示例社区"))
        .body("items[0].reporter", nullValue());
  }

  @Test
  void a_search_by_the_reporters_number_has_it_in_its_body_and_never_in_its_address() {
    Known known = registered();
    search(Role.OPERATOR, Map.of("q", "+86 138-0000-1234", "limit", 200))
        .statusCode(200)
        .body("items.caseId", hasItem(known.id().toString()));
    // Who may not see numbers may not search by them either: the words are looked for in titles.
    search(Role.LEADER, Map.of("q", "+86 138-0000-1234")).statusCode(200).body("count", is(0));
    search(Role.SCREENER, Map.of("q", known.caseNo())).body("count", is(1));
    search(Role.SCREENER, Map.of("q", known.caseNo(), "kind", "PRAISE")).body("count", is(0));
    search(Role.SCREENER, Map.of("limit", 0))
        .statusCode(400)
        .body("violations[0].field", is("limit"));
    String cursor =
        search(Role.SCREENER, Map.of("q", "路灯", "limit", 1))
            .body("items[0].caseId", is(known.id().toString()))
            .extract()
            .path("nextCursor");
    if (cursor != null) {
      search(Role.SCREENER, Map.of("q", "路灯", "limit", 1, "cursor", cursor))
          .body("items.caseId", not(hasItem(known.id().toString())));
    }

    for (Role role : List.of(Role.OPERATOR, Role.LEADER)) {
      for (String number : List.of("+86 138-0000-1234", "1380000 1234 王示例", "370202199001017531")) {
        as(role)
            .queryParam("q", number)
            .get("/api/cases")
            .then()
            .statusCode(400)
            .body("violations[0].field", is("q"))
            .body("violations[0].code", is("personal-number"))
            .body("violations[0].en", containsString("POST /intake/api/case-searches"))
            .body("violations[0].zh", containsString("POST /intake/api/case-searches"));
      }
    }
  }

  private static io.restassured.response.ValidatableResponse search(
      Role role, Map<String, Object> question) {
    return as(role).body(question).post("/api/case-searches").then();
  }

  @Test
  void the_pages_of_a_list_hold_every_case_once() {
    for (int i = 0; i < 5; i++) {
      registered();
    }
    java.util.Set<String> seen = new java.util.HashSet<>();
    String cursor = null;
    long count = -1;
    do {
      var request = as(Role.SCREENER).queryParam("limit", "2");
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/cases/screening-queue")
              .then()
              .statusCode(200)
              .extract();
      for (String id : page.<List<String>>path("items.caseId")) {
        assertThat(seen.add(id)).isTrue();
      }
      count = page.<Integer>path("count");
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).hasSize((int) count);
    assertThat(count).isGreaterThanOrEqualTo(5);
  }

  @Test
  void an_urgent_case_comes_first_to_the_screener() {
    registered();
    Map<String, Object> form = form();
    form.put("urgency", "特急");
    Known urgent = registered(form);
    as(Role.SCREENER)
        .queryParam("limit", "200")
        .get("/api/cases/screening-queue")
        .then()
        .body("items[0].urgency", is("CRITICAL"))
        .body("items.caseId", hasItem(urgent.id().toString()));
  }

  @Test
  void a_case_is_opened_by_its_number_and_shows_the_reporter_masked() {
    Known known = registered();
    as(Role.OPERATOR)
        .get("/api/cases/" + known.caseNo())
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("caseId", is(known.id().toString()))
        .body("content", notNullValue())
        .body("reporter.name", is("王**"))
        .body("reporter.phone", is("138****1234"));
    as(Role.OPERATOR)
        .get("/api/cases/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void supplement_urge_and_withdrawal_move_the_file_the_counts_and_the_case() throws Exception {
    Known known = accepted();
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "晚上仍不亮，请打13900005678联系"))
        .statusCode(200);
    act(Role.OPERATOR, known, "urges", 0, "{}").statusCode(200);
    act(Role.OPERATOR, known, "urges", 0, "{}")
        .statusCode(409)
        .body("code", is("urged-recently"))
        .body("nextAt", notNullValue());
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "因为"))
        .statusCode(400)
        .body("violations[0].field", is("reason"));
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "SOLVED_MEANWHILE"))
        .statusCode(200)
        .body("status", is("WITHDRAWN"));
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "又来了"))
        .statusCode(409)
        .body("code", is("illegal-move"));

    await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, known.id()).size() == 5);
    assertThat(log.read(Topics.CASE_LIFECYCLE, known.id()))
        .extracting(TheLog.Entry::type)
        .containsExactly(
            "hotline.case.registered.v1",
            "hotline.case.accepted.v1",
            "hotline.case.supplemented.v1",
            "hotline.case.urged.v1",
            "hotline.case.withdrawn.v1");
    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    JsonNode newest = JSON.readTree(files.get(files.size() - 1).value());
    assertThat(newest.get("version").asLong()).isEqualTo(2);
    assertThat(newest.get("supplements").get(0).get("text").asText())
        .isEqualTo("晚上仍不亮，请打139****5678联系");
  }

  @Test
  void a_question_is_answered_at_once_and_the_citizen_reads_the_answer() throws Exception {
    Known known = registered(question());
    Map<String, Object> answer =
        Map.of(
            "answer", "王示例您好，可到社区服务站办理，详询13900005678。",
            "knowledgeItem", "KB-0123",
            "knowledgeVersion", "7");
    act(Role.OPERATOR, known, "direct-answer", 2, answer).statusCode(412);
    act(Role.OPERATOR, known, "direct-answer", 1, answer)
        .statusCode(200)
        .body("status", is("ANSWERED_DIRECT"));
    act(Role.SCREENER, known, "direct-answer", 2, answer)
        .statusCode(409)
        .body("code", is("illegal-move"));
    act(Role.SCREENER, known, "acceptance", 2, "{}").statusCode(409);

    String told = "王**您好，可到社区服务站办理，详询139****5678。";
    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("acceptedAt", nullValue())
        .body("directAnswer.text", is(told))
        .body("directAnswer.knowledgeItem", is("KB-0123"))
        .body("directAnswer.knowledgeVersion", is("7"))
        .body("screening.light", is("NONE"))
        .body("screening.missed", is(false));
    as(Role.SUPERVISOR)
        .get("/api/cases/" + known.id() + "/clocks")
        .then()
        .body("items[0].state", is("MET"))
        .body("items[0].stoppedAt", notNullValue());
    track(known)
        .body("statusZh", is("直接答复"))
        .body("directAnswer", is(told))
        .body("steps.zh", hasItem("热线已直接答复"))
        .body("promisedBy", nullValue());

    // What is added later leaves the answer in the file.
    act(Role.OPERATOR, known, "supplements", 0, Map.of("text", "周末能办吗")).statusCode(200);
    await().atMost(SOON).until(() -> log.read(Topics.CASE_LIFECYCLE, known.id()).size() == 3);
    TheLog.Entry said = log.read(Topics.CASE_LIFECYCLE, known.id()).get(1);
    assertThat(said.type()).isEqualTo("hotline.case.answered-direct.v1");
    assertThat(JSON.readTree(said.value()))
        .isEqualTo(
            JSON.readTree(
                "{\"unitId\":\"center\",\"unitPath\":\"/center\",\"knowledgeItem\":\"KB-0123\","
                    + "\"knowledgeVersion\":\"7\"}"));
    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    assertThat(files).hasSize(3);
    assertThat(JSON.readTree(files.get(0).value()).has("directAnswer")).isFalse();
    assertThat(JSON.readTree(files.get(1).value()).get("directAnswer").asText()).isEqualTo(told);
    assertThat(JSON.readTree(files.get(2).value()).get("directAnswer").asText()).isEqualTo(told);
  }

  @Test
  void who_reported_is_called_about_a_direct_answer_and_what_was_no_help_goes_on() {
    Known known = registered(question());
    act(Role.SCREENER, known, "direct-answer", 1, Map.of("answer", "可以。")).statusCode(200);
    as(Role.CALLBACK_AGENT)
        .body(Map.of("reason", "回访"))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(200);
    UUID callback = UUID.randomUUID();
    log.say(
        known.id(),
        known.caseNo(),
        Source.EVALUATION,
        new CallbackOpened(callback, 0, "center", OtherServices.DUE),
        new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT));
    awaitStatus(known, CaseStatus.PENDING_DISPATCH);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, new OtherServices("cg").dispatched());
    awaitHeld(known);
    track(known)
        .body("directAnswer", is("可以。"))
        .body("steps.zh", hasItems("热线已直接答复", "已要求重新办理", "已转交承办单位：城市管理局"));
  }

  @Test
  void a_complaint_and_a_danger_are_not_answered_and_a_bad_answer_says_what_to_do() {
    Known complaint = registered();
    act(Role.OPERATOR, complaint, "direct-answer", 1, Map.of("answer", "知道了。"))
        .statusCode(409)
        .body("code", is("needs-unit"))
        .body("detail", containsString("受理"));
    Map<String, Object> danger = question();
    danger.put("urgency", "CRITICAL");
    act(Role.OPERATOR, registered(danger), "direct-answer", 1, Map.of("answer", "知道了。"))
        .statusCode(409)
        .body("code", is("public-safety"));
    Known known = registered(question());
    act(Role.OPERATOR, known, "direct-answer", 1, Map.of("knowledgeItem", "社保", "answer", " "))
        .statusCode(400)
        .body("violations.field", hasItems("answer", "knowledgeItem"));
    assertThat(status(known)).isEqualTo("REGISTERED");
    act(Role.SCREENER, known, "acceptance", 1, "{}").statusCode(200);
    act(Role.OPERATOR, known, "direct-answer", 2, Map.of("answer", "知道了。")).statusCode(409);
  }

  private static Map<String, Object> question() {
    Map<String, Object> form = form();
    form.put("kind", "CONSULTATION");
    return form;
  }

  private static ValidatableResponse track(Known known) {
    return citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200);
  }

  @Test
  void a_danger_to_life_is_handled_whatever_its_reporter_wants_later() {
    Map<String, Object> form = form();
    form.put("urgency", "CRITICAL");
    Known known = accepted(form);
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "NO_LONGER_WANTED"))
        .statusCode(409)
        .body("code", is("illegal-move"))
        .body("detail", containsString("公共安全"));
  }

  @Test
  void a_citizen_tracks_supplements_urges_and_withdraws_by_number_and_code() {
    Known known = accepted();
    String printed =
        known.caseNo().substring(0, 6)
            + " - "
            + known.caseNo().substring(6, 12)
            + " - "
            + known.caseNo().substring(12);
    citizen()
        .body(Map.of("caseNo", printed, "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(200)
        .body("caseNo", is(known.caseNo()))
        .body("status", is("PENDING_DISPATCH"))
        .body("statusZh", is("待派单"))
        .body("steps", hasSize(2))
        .body("steps[0].zh", is("诉求已登记"))
        .body("outcome", nullValue());
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode(), "text", "请从东门进"))
        .post("/api/track/supplements")
        .then()
        .statusCode(200)
        .body("version", equalTo(3));
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track/urges")
        .then()
        .statusCode(200);
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode(), "reason", "MISTAKE"))
        .post("/api/track/withdrawal")
        .then()
        .statusCode(200)
        .body("status", is("WITHDRAWN"));
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .body("steps.zh", hasItem("您撤回了诉求"))
        .body("steps.size()", greaterThanOrEqualTo(5));
  }

  @Test
  void a_wrong_code_and_an_unknown_number_answer_the_same_and_guessing_ends() {
    Known known = registered();
    String wrong = known.queryCode().equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      citizen()
          .body(Map.of("caseNo", known.caseNo(), "queryCode", wrong))
          .post("/api/track")
          .then()
          .statusCode(404)
          .body("code", is("track-not-found"));
    }
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    citizen()
        .body(Map.of("caseNo", "9901010000013", "queryCode", wrong))
        .post("/api/track")
        .then()
        .statusCode(not(200));
  }

  @Test
  void of_many_who_guess_at_the_same_moment_five_are_heard() throws Exception {
    Known known = registered();
    String wrong = known.queryCode().equals("000000") ? "000001" : "000000";
    List<Integer> answers =
        AtOnce.answers(
            24,
            () ->
                citizen()
                    .body(Map.of("caseNo", known.caseNo(), "queryCode", wrong))
                    .post("/api/track")
                    .statusCode());
    assertThat(answers).filteredOn(status -> status == 404).hasSize(5);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(19);
  }

  @Test
  void a_number_with_a_wrong_digit_says_that_the_check_digit_does_not_fit() {
    Known known = registered();
    char last = known.caseNo().charAt(12);
    String wrong = known.caseNo().substring(0, 12) + (last == '9' ? '0' : (char) (last + 1));
    citizen()
        .body(Map.of("caseNo", wrong, "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("caseNo"))
        .body("violations[0].code", is("check-digit"));
  }
}
