package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.intake.callers.MarkPruning;
import hotline.lifecycle.Source;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What an operator sees while somebody calls (来电弹屏、疑似重复). */
@QuarkusTest
class CallerTest extends IntakeTest {
  private static final String COMMUNITY = "370281001001";

  @Inject LaterClock clock;
  @Inject MarkPruning pruning;

  private final String caller = someMobile();
  private final String neighbour = someMobile();

  @Test
  void the_card_shows_the_cases_of_the_number_who_holds_them_and_is_two_statements() {
    Known open = accepted(of(caller, "路灯不亮"));
    log.say(open.id(), open.caseNo(), Source.DISPATCH, new OtherServices("cg").dispatched());
    awaitHeld(open);
    Known closed = registered(of(caller, "井盖破损"));
    execute(
        "UPDATE hotline_case SET status = 'CLOSED', accepted_at = now(), closed_at = now(),"
            + " closed_by = 'EVALUATED', responded = 'YES', solved = 'PARTLY', satisfied = 'NO'"
            + " WHERE id = '"
            + closed.id()
            + "'");
    card(as(Role.OPERATOR), caller.substring(0, 3) + " " + caller.substring(3))
        .statusCode(200)
        .body("openCount", is(1))
        .body("yearCount", is(2))
        .body("cases.caseNo", contains(open.caseNo(), closed.caseNo()))
        .body("cases[0].open", is(true))
        .body("cases[0].holderName", not(nullValue()))
        .body("cases[1].solved", is("PARTLY"))
        .body("cases[1].satisfied", is("NO"))
        .body("confidential", is(false))
        .body("marks", empty());
    List<String> statements = counted(() -> card(as(Role.OPERATOR), caller).statusCode(200));
    // The third writes down who looked.
    assertThat(statements).as(String.join("\n", statements)).hasSize(3);
    card(as(Role.OPERATOR), "王示例").statusCode(400).body("violations[0].field", is("phone"));
  }

  @Test
  void a_confidential_case_is_a_flag_and_nothing_to_the_side_it_complains_about() {
    Map<String, Object> report = of(caller, "举报违规收费");
    report.put("kind", "REPORT");
    report.put("respondentUnitId", "cg");
    reporter(report).put("confidential", true);
    Known known = registered(report);
    card(as(Role.OPERATOR), caller)
        .body("cases.caseNo", contains(known.caseNo()))
        .body("confidential", is(true));
    // An operator who belongs to the unit complained about.
    card(as(Role.OPERATOR, "cg"), caller)
        .statusCode(200)
        .body("cases", empty())
        .body("openCount", is(0))
        .body("allCount", is(0))
        .body("confidential", is(false));
    hint(neighbour).body("items.caseNo", not(hasItem(known.caseNo())));
  }

  @Test
  void care_is_shown_until_it_is_lifted_and_who_saw_it_is_kept() {
    String id =
        mark(caller, "CARE", "DEAF", "只能短信，打" + neighbour)
            .statusCode(201)
            .body("state", is("IN_FORCE"))
            .extract()
            .path("id");
    mark(caller, "CARE", "DEAF", "又一次").statusCode(409).body("code", is("mark-known"));
    card(as(Role.OPERATOR), caller)
        .body("marks", hasSize(1))
        .body("marks[0].need", is("DEAF"))
        .body("marks[0].reason", not(containsString(neighbour)));
    assertThat(
            text("SELECT encode(sealed_reason, 'escape') FROM caller_mark WHERE id = '" + id + "'"))
        .doesNotContain("短信");
    act(as(Role.OPERATOR), id, "lifting", 1, "").statusCode(400);
    act(as(Role.OPERATOR), id, "lifting", 1, "号码已换人").statusCode(200);
    card(as(Role.OPERATOR), caller).body("marks", empty());
    as(Role.AUDITOR)
        .get("/api/caller-marks/" + id + "/history")
        .then()
        .statusCode(200)
        .body("count", is(3))
        .body("items.act", contains("LIFTED", "SEEN", "SET"))
        .body("items[0].reason", is("号码已换人"));
    mark(caller, "CARE", "DEAF", "仍需文字沟通").statusCode(201);
  }

  @Test
  void abuse_is_shown_once_another_person_has_confirmed_it_and_ends_by_itself() {
    RequestSpecification both =
        with(TestTokens.forRole(Role.OPERATOR, "center", "/center", "operator-and-lead"));
    String id =
        both.body(Map.of("phone", caller, "kind", "ABUSE", "reason", "连续辱骂话务员"))
            .post("/api/caller-marks")
            .then()
            .statusCode(201)
            .body("state", is("PROPOSED"))
            .extract()
            .path("id");
    card(as(Role.OPERATOR), caller).body("marks", empty());
    as(Role.SHIFT_LEAD)
        .get("/api/caller-marks/proposals?limit=200")
        .then()
        .body("items.find { it.id == '" + id + "' }.reason", is("连续辱骂话务员"));
    act(
            with(TestTokens.forRole(Role.SHIFT_LEAD, "center", "/center", "operator-and-lead")),
            id,
            "confirmation",
            1,
            null)
        .statusCode(403)
        .body("code", is("same-person"));
    act(as(Role.SHIFT_LEAD), id, "confirmation", 1, null).statusCode(200);
    act(as(Role.SHIFT_LEAD), id, "return", 1, "不属实").statusCode(412);
    card(as(Role.OPERATOR), caller)
        .body("marks[0].kind", is("ABUSE"))
        .body("marks[0].reason", nullValue());
    act(as(Role.OPERATOR), id, "lifting", 2, "误标").statusCode(403);
    as(Role.SHIFT_LEAD)
        .get("/api/caller-marks/abuse?limit=200")
        .then()
        .body("items.find { it.id == '" + id + "' }.state", is("IN_FORCE"))
        .body("items.find { it.id == '" + id + "' }.mayLift", is(true));
    act(
            with(TestTokens.forRole(Role.SHIFT_LEAD, "center", "/center", "operator-and-lead")),
            id,
            "lifting",
            2,
            "误标")
        .statusCode(403)
        .body("code", is("same-person"));
    execute(
        "UPDATE caller_mark SET set_at = set_at - interval '91 days', decided_at = decided_at -"
            + " interval '91 days', ends_at = ends_at - interval '91 days' WHERE id = '"
            + id
            + "'");
    card(as(Role.OPERATOR), caller).body("marks", empty());
    act(as(Role.SHIFT_LEAD), id, "lifting", 2, "误标").statusCode(409).body("code", is("mark-over"));
    pruning.prune();
    as(Role.SHIFT_LEAD)
        .get("/api/caller-marks/abuse?tab=ended&limit=200")
        .then()
        .body("items.find { it.id == '" + id + "' }.state", is("EXPIRED"));
    execute(
        "UPDATE caller_mark SET set_at = set_at - interval '40 days', ends_at = ends_at - interval"
            + " '40 days' WHERE id = '"
            + id
            + "'");
    pruning.prune();
    assertThat(count("caller_mark WHERE id = '" + id + "'")).isZero();
  }

  @Test
  void who_calls_from_a_switchboard_is_not_who_called_from_it_before() {
    String phone = "05328555" + (1_000 + ThreadLocalRandom.current().nextInt(9_000));
    registered(of(phone, "食堂油烟"));
    card(as(Role.OPERATOR), phone).body("ofMany", is(false)).body("allCount", is(1));
    as(Role.OPERATOR)
        .body(Map.of("phone", caller, "name", "某人手机"))
        .post("/api/switchboards")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("phone"));
    String id = mark(phone, "ABUSE", "", "连续辱骂话务员").statusCode(201).extract().path("id");
    act(as(Role.SHIFT_LEAD), id, "confirmation", 1, null).statusCode(200);
    // One of the desk does not hide what two people have said.
    as(Role.OPERATOR)
        .body(Map.of("phone", phone, "name", "市第一医院总机"))
        .post("/api/switchboards")
        .then()
        .statusCode(403);
    as(Role.SHIFT_LEAD)
        .body(Map.of("phone", phone, "name", "市第一医院总机"))
        .post("/api/switchboards")
        .then()
        .statusCode(200);
    card(as(Role.OPERATOR), phone)
        .body("ofMany", is(true))
        .body("switchboard", is("市第一医院总机"))
        .body("marks", empty());
    mark(phone, "ABUSE", "", "辱骂").statusCode(409).body("code", is("number-of-many"));
    Known other = registered(of(phone, "病房漏水"));
    assertThat(text("SELECT caller_ref FROM hotline_case WHERE id = '" + other.id() + "'"))
        .isNull();
    as(Role.SHIFT_LEAD)
        .body(Map.of("phone", phone))
        .post("/api/switchboards/removal")
        .then()
        .statusCode(200);
    card(as(Role.OPERATOR), phone).body("ofMany", is(false));
    String ofTheNumber =
        "switchboard_history WHERE phone_hash IN (SELECT phone_hash FROM vault_contact WHERE case_id"
            + " = '"
            + other.id()
            + "')";
    assertThat(count(ofTheNumber + " AND act = 'MARKED'")).isEqualTo(1);
    assertThat(count(ofTheNumber + " AND act = 'UNMARKED'")).isEqualTo(1);
    Known behind = registered(of(phone + "转801", "食堂油烟"));
    assertThat(text("SELECT caller_ref FROM hotline_case WHERE id = '" + behind.id() + "'"))
        .isNull();
  }

  @Test
  void with_the_last_case_of_an_erased_caller_the_marks_go() {
    Known first = registered(of(caller, "路灯不亮"));
    Known second = registered(of(caller, "井盖破损"));
    String id = mark(caller, "CARE", "ELDERLY_ALONE", "独居").extract().path("id");
    erase(first);
    assertThat(count("caller_mark WHERE id = '" + id + "'")).isEqualTo(1);
    erase(second);
    assertThat(count("caller_mark WHERE id = '" + id + "'")).isZero();
    as(Role.AUDITOR)
        .get("/api/caller-marks/" + id + "/history")
        .then()
        .statusCode(200)
        .body("items[0].act", is("SET"))
        .body("items[0].reason", nullValue());
  }

  @Test
  void open_cases_of_others_in_the_same_place_are_hinted_at_in_one_statement() {
    // Other tests register in the same place: only what these two add is asked about.
    int before = hint(neighbour).extract().path("count");
    int callers = hint(neighbour).extract().path("callers");
    Known first = registered(of(caller, "路灯不亮"));
    Known second = registered(of(caller, "路灯仍不亮"));
    hint(neighbour)
        .body("count", is(before + 2))
        .body("callers", is(callers + 1))
        .body("items[0].caseNo", is(second.caseNo()))
        .body("items[0].joinable", is(true))
        .body("items[1].caseNo", is(first.caseNo()));
    // One's own are no duplicates; nor is what is elsewhere.
    hint(caller).body("count", is(before));
    hint(typed("010102", COMMUNITY, "")).body("items.caseNo", not(hasItem(first.caseNo())));
    hint(typed("010101", "370281", "")).body("count", is(0));
    hint(typed("010101", "370281001", "")).body("items.caseNo", hasItem(first.caseNo()));
    hint(typed("010101", "", "示范路")).body("items.caseNo", hasItem(first.caseNo()));
    hint(typed("010101", "370281", "示范路")).body("items.caseNo", hasItem(first.caseNo()));
    hint(typed("010101", "370202", "示范路")).body("count", is(0));
    List<String> statements = counted(() -> hint(neighbour).statusCode(200));
    assertThat(statements).as(String.join("\n", statements)).hasSize(1);
  }

  @Test
  void what_was_registered_more_than_three_days_ago_is_no_hint() {
    Known known = registered(of(caller, "路灯不亮"));
    int count = hint(neighbour).extract().path("count");
    copiedFrom(known, Duration.ofHours(71));
    hint(neighbour).body("count", is(count + 1));
    copiedFrom(known, Duration.ofHours(73));
    hint(neighbour).body("count", is(count + 1));
  }

  /** An id begins with the moment of its registration. */
  private void copiedFrom(Known known, Duration ago) {
    long then = clock.instant().minus(ago).toEpochMilli();
    UUID id = new UUID(then << 16 | 0x7000L, 0x8000000000000000L | known.id().hashCode() & 0xffffL);
    long number = ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_999_999_999_999L);
    execute(
        "INSERT INTO hotline_case SELECT (jsonb_populate_record(c, jsonb_build_object('id', '%s', 'case_no', '%d'))).*"
                .formatted(id, number)
            + " FROM hotline_case c WHERE id = '"
            + known.id()
            + "'");
  }

  private static Map<String, Object> typed(String category, String place, String address) {
    return Map.of("categoryCode", category, "placeCode", place, "address", address);
  }

  @Test
  void a_request_may_be_proposed_to_join_the_case_of_another_citizen() {
    Known main = registered(of(caller, "路灯不亮"));
    Map<String, Object> form = of(neighbour, "同一盏路灯不亮");
    form.put("sameAs", main.caseNo());
    Known joining = registered(form);
    as(Role.DISPATCHER)
        .get("/api/cases/" + joining.id())
        .then()
        .statusCode(200)
        .body("sameAs.caseNo", equalTo(main.caseNo()));
    as(Role.DISPATCHER).get("/api/cases/" + main.id()).then().body("sameAs", nullValue());
    // Once the other is in confidence the dispatcher is not told of it any more.
    execute("UPDATE hotline_case SET confidential = true WHERE id = '" + main.id() + "'");
    as(Role.DISPATCHER).get("/api/cases/" + joining.id()).then().body("sameAs", nullValue());
    refusedToJoin(form, "unknown-case");
    form.put("sameAs", "2611220000999");
    refusedToJoin(form, "unknown-case");
    form.put("sameAs", joining.caseNo());
    form.put("kind", "REPORT");
    refusedToJoin(form, "protected");
  }

  private static void refusedToJoin(Map<String, Object> form, String code) {
    as(Role.OPERATOR)
        .body(form)
        .post("/api/cases")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("sameAs"))
        .body("violations[0].code", is(code));
  }

  private void erase(Known known) {
    execute(
        "DELETE FROM vault_text WHERE case_id = '" + known.id() + "'",
        "DELETE FROM vault_contact WHERE case_id = '" + known.id() + "'");
  }

  private static ValidatableResponse card(RequestSpecification who, String phone) {
    return who.body(Map.of("phone", phone)).post("/api/caller-cards").then();
  }

  private static ValidatableResponse hint(String phone) {
    return hint(Map.of("categoryCode", "010101", "placeCode", COMMUNITY, "phone", phone));
  }

  private static ValidatableResponse hint(Map<String, Object> typed) {
    return as(Role.OPERATOR).body(typed).post("/api/duplicate-hints").then();
  }

  private static ValidatableResponse mark(String phone, String kind, String need, String reason) {
    return as(Role.OPERATOR)
        .body(Map.of("phone", phone, "kind", kind, "need", need, "reason", reason))
        .post("/api/caller-marks")
        .then();
  }

  private static ValidatableResponse act(
      RequestSpecification who, String id, String act, long version, String reason) {
    RequestSpecification asked = who.header("If-Match", "\"" + version + "\"");
    return (reason == null ? asked : asked.body(Map.of("reason", reason)))
        .post("/api/caller-marks/" + id + "/" + act)
        .then();
  }

  private static Map<String, Object> of(String phone, String title) {
    Map<String, Object> form = form();
    form.put("title", title);
    form.put("reporter", reporter("王示例", phone));
    return form;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> reporter(Map<String, Object> form) {
    return (Map<String, Object>) form.get("reporter");
  }

  private static String someMobile() {
    return "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }

  private static List<String> counted(Runnable act) {
    return CountingDriver.counted(act).stream()
        .filter(sql -> !sql.contains("reference_change") && !sql.contains("max(version)"))
        .toList();
  }
}
