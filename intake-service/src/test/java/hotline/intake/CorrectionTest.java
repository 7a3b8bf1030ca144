package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseCorrected;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mistake of the registration is put right, with what stood before kept beside it. */
@QuarkusTest
class CorrectionTest extends IntakeTest {

  @Test
  void a_correction_is_a_newer_file_then_an_event_without_text_and_stays_to_be_read() {
    Known known = registered();
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("mayCorrect", is(true))
        .body("corrections", is(empty()));

    act(
            Role.OPERATOR,
            known,
            "corrections",
            1,
            Map.of(
                "reason", "听错了",
                "kind", "求助",
                "categoryCode", "010102",
                "placeCode", "370281001",
                "title", "路灯全天不灭",
                "demand", ""))
        .statusCode(200)
        .body("version", is(2))
        .header("ETag", is("\"2\""));

    List<TheLog.Entry> files = log.read(Topics.CASE_FILE, known.id());
    assertThat(new JsonPath(files.get(files.size() - 1).value()).getString("title"))
        .isEqualTo("路灯全天不灭");
    assertThat(new JsonPath(files.get(files.size() - 1).value()).getString("demand")).isNull();
    TheLog.Entry said = said(known).get(0);
    assertThat(said.value()).doesNotContain("路灯").doesNotContain("听错");
    CaseCorrected event =
        EventCodec.json().convertValue(new JsonPath(said.value()).getMap(""), CaseCorrected.class);
    assertThat(event.fields())
        .containsExactly(
            CorrectedField.KIND,
            CorrectedField.CATEGORY,
            CorrectedField.PLACE,
            CorrectedField.TITLE,
            CorrectedField.DEMAND);
    assertThat(event.kindBefore()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(event.kind()).isEqualTo(CaseKind.HELP);
    assertThat(event.placePath()).isEqualTo("/3702/370281/370281001");

    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("title", is("路灯全天不灭"))
        .body("demand", nullValue())
        .body("categoryCode", is("010102"))
        .body("address", is("示范路 1 号"))
        .body("corrections[0].correctedBy", is("operator"))
        .body("corrections[0].reason", is("听错了"))
        .body("corrections[0].changes[1].beforeName", is("分类010101"))
        .body("corrections[0].changes[1].afterName", is("分类010102"))
        .body("corrections[0].changes[3].before", is("路灯不亮"))
        .body("corrections[0].changes[3].after", is("路灯全天不灭"));
    citizen()
        .body(Map.of("caseNo", known.caseNo(), "queryCode", known.queryCode()))
        .post("/api/track")
        .then()
        .body("steps.zh", hasItem("工单信息已更正"))
        .body("steps.toString()", not(containsString("听错")));
  }

  @Test
  void what_the_registration_refuses_the_correction_refuses_and_it_needs_a_reason_and_a_change() {
    Known known = registered();
    correct(known, 1, Map.of("title", "x"))
        .statusCode(400)
        .body("violations[0].field", is("reason"));
    correct(known, 1, Map.of("reason", "手误", "title", " "))
        .statusCode(400)
        .body("violations[0].field", is("title"));
    correct(known, 1, Map.of("reason", "手误", "categoryCode", "0101"))
        .statusCode(400)
        .body("violations[0].code", is("not-specific"));
    correct(known, 1, Map.of("reason", "手误", "placeCode", "370281", "address", ""))
        .statusCode(400)
        .body("violations[0].field", is("address"));
    correct(known, 1, Map.of("reason", "手误", "title", "路灯不亮", "urgency", ""))
        .statusCode(400)
        .body("violations[0].code", is("nothing-changed"));
    correct(known, 1, Map.of("reason", "手误", "reporter", Map.of("name", "张三"))).statusCode(400);
    correct(known, 7, Map.of("reason", "手误", "title", "路灯")).statusCode(412);
    as(Role.SCREENER)
        .body(Map.of("reason", "手误", "title", "路灯"))
        .post("/api/cases/" + known.id() + "/corrections")
        .then()
        .statusCode(428);
    assertThat(said(known)).isEmpty();
  }

  @Test
  void an_operator_corrects_the_own_registrations_only_and_a_screener_any() {
    Known known = registered();
    with(TestTokens.forRole(Role.OPERATOR, "center", "/center", "another-operator"))
        .header("If-Match", "\"1\"")
        .body(Map.of("reason", "手误", "title", "路灯"))
        .post("/api/cases/" + known.id() + "/corrections")
        .then()
        .statusCode(403)
        .body("code", is("not-own-registration"));
    correct(known, 1, Map.of("reason", "手误", "title", "路灯")).statusCode(200);
  }

  @Test
  void who_knows_the_case_as_closed_corrects_nothing() {
    Known known = accepted();
    act(Role.OPERATOR, known, "withdrawal", 0, Map.of("reason", "MISTAKE")).statusCode(200);
    correct(known, 3, Map.of("reason", "手误", "title", "路灯")).statusCode(409);
    as(Role.SCREENER).get("/api/cases/" + known.id()).then().body("mayCorrect", is(false));
  }

  @Test
  void a_corrected_urgency_moves_the_screening_and_its_timer() {
    Known known = registered();
    Instant due = due(known);

    correct(known, 1, Map.of("reason", "事关安全", "urgency", "CRITICAL")).statusCode(200);

    assertThat(due(known)).isBefore(due);
    TheLog.Entry moved = screening(known).get(0);
    assertThat(moved.type()).isEqualTo(EventType.SCREENING_MOVED.wireName());
    JsonPath said = new JsonPath(moved.value());
    assertThat(Instant.parse(said.getString("dueBefore"))).isEqualTo(due);
    assertThat(Instant.parse(said.getString("screenDue"))).isEqualTo(due(known));
    // A kind says nothing of the screening.
    correct(known, 2, Map.of("reason", "手误", "kind", "HELP")).statusCode(200);
    assertThat(screening(known)).hasSize(1);

    Instant registeredAt =
        Instant.parse(
            as(Role.SCREENER).get("/api/cases/" + known.id()).jsonPath().getString("registeredAt"));
    assertThat(Duration.between(registeredAt, due(known))).isEqualTo(Duration.ofMinutes(15));
    await()
        .atMost(SOON)
        .until(
            () ->
                text("SELECT due_at > now() + interval '2 hours' FROM timer WHERE kind = 'screening-due'"
                        + " AND key = '"
                        + known.id()
                        + "'")
                    .equals("f"));
  }

  @Test
  void a_mask_that_is_sent_back_stands_for_the_same_number_and_old_numbers_are_asked_for_no_more() {
    Map<String, Object> form = form();
    form.put("content", "路灯不亮，请联系物业13900005678或值班室13911112222");
    form.put("address", "联系13922223333 院内");
    Known known = registered(form);
    String shown =
        as(Role.OPERATOR).get("/api/cases/" + known.id()).jsonPath().getString("content");

    act(
            Role.OPERATOR,
            known,
            "corrections",
            1,
            Map.of(
                "reason", "号码 13933334444 记错",
                "content", shown.replace("路灯", "路灯和监控").replace("或值班室139****2222", ""),
                "address", "示范路 2 号"))
        .statusCode(200);

    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("content", is("路灯和监控不亮，请联系物业139****5678"))
        .body("corrections[0].reason", not(containsString("13933334444")));
    as(Role.OPERATOR)
        .body(Map.of("reason", "核实情况"))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(200)
        .body("address", is("示范路 2 号"))
        .body("toString()", containsString("13900005678"))
        .body("toString()", not(containsString("13911112222")));
    for (String table : List.of("case_correction", "hotline_case", "vault_text")) {
      String rows = text("SELECT string_agg(t::text, chr(10)) FROM " + table + " t");
      assertThat(rows).as(table).doesNotContain("13911112222", "13900005678", "13933334444");
    }
    // With the key of the case goes what was told before the correction too.
    assertThat(count("vault_text WHERE case_id = '" + known.id() + "'")).isEqualTo(3);
  }

  @Test
  void a_case_whose_reporter_was_erased_can_still_be_corrected() {
    Known known = registered();
    execute(
        "DELETE FROM vault_text WHERE case_id = '" + known.id() + "'",
        "DELETE FROM vault_contact WHERE case_id = '" + known.id() + "'");
    correct(known, 1, Map.of("reason", "手误", "title", "请打13900005678")).statusCode(200);
    assertThat(count("vault_text WHERE case_id = '" + known.id() + "'")).isZero();
  }

  @Test
  void of_a_confidential_case_a_unit_reads_neither_the_old_nor_the_new_address() {
    Map<String, Object> form = form();
    @SuppressWarnings("unchecked")
    Map<String, Object> reporter = (Map<String, Object>) form.get("reporter");
    reporter.put("confidential", true);
    Known known = accepted(form);
    correct(known, 2, Map.of("reason", "手误", "address", "示范路 3 号")).statusCode(200);
    log.say(known.id(), known.caseNo(), Source.DISPATCH, new OtherServices("cg").dispatched());
    awaitHeld(known);

    as(Role.SCREENER)
        .get("/api/cases/" + known.id())
        .then()
        .body("corrections[0].changes[0].after", is("示范路 3 号"));
    as(Role.CLERK, "cg")
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("mayCorrect", is(false))
        .body("corrections[0].changes[0].field", is("ADDRESS"))
        .body("corrections[0].changes[0].before", nullValue())
        .body("corrections[0].changes[0].after", nullValue());
  }

  private static io.restassured.response.ValidatableResponse correct(
      Known known, long version, Object body) {
    return act(Role.SCREENER, known, "corrections", version, body);
  }

  private static Instant due(Known known) {
    return Instant.parse(
        as(Role.SCREENER).get("/api/cases/" + known.id()).jsonPath().getString("screening.dueAt"));
  }

  private List<TheLog.Entry> said(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> entry.type().equals(EventType.CASE_CORRECTED.wireName()))
        .toList();
  }

  private List<TheLog.Entry> screening(Known known) {
    return log.read(Topics.CASE_LIFECYCLE, known.id()).stream()
        .filter(entry -> entry.type().startsWith("hotline.screening."))
        .toList();
  }
}
