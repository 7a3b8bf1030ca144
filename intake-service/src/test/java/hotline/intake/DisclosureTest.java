package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.AccountsWriting;
import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.Source;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisclosureTest extends IntakeTest {
  private final OtherServices others = new OtherServices("cg");

  @Inject AccountsWriting accounts;

  @Test
  void the_unit_that_holds_the_case_is_told_and_it_is_written_down_before() {
    Map<String, Object> form = form();
    form.put("content", "也可打13900005678找邻居");
    Known known = heldByCg(form);
    disclose(as(Role.CLERK, "cg"), known)
        .statusCode(200)
        .body("name", is("王示例"))
        .body("phone", is("13800001234"))
        .body("altPhone", nullValue())
        .body("address", is("示范路 1 号"))
        .body("mentioned", hasItem("13900005678"));
    as(Role.AUDITOR)
        .get("/api/cases/" + known.id() + "/access-log")
        .then()
        .statusCode(200)
        .body("count", is(1))
        .body("items[0].actor", is("clerk-cg"))
        .body("items[0].unit", is("cg"))
        .body("items[0].basis", is("OPEN_ASSIGNMENT"))
        .body("items[0].reason", is("核实情况，来电138****9999"));
    // An auditor opens no list of cases: the number on the paper is all there is.
    as(Role.AUDITOR)
        .get("/api/cases/" + known.caseNo() + "/access-log")
        .then()
        .statusCode(200)
        .body("count", is(1));
  }

  @Test
  void whoever_reads_the_log_is_told_whose_accounts_these_are_and_no_unit_is() throws SQLException {
    String id = "seen-" + UUID.randomUUID();
    named(id, "8012", "王示例").get("/api/cases?limit=1").then().statusCode(200);
    accounts.write();
    // The name of today; asked for beside an account that nobody has seen.
    named(id, "8012", "李示例").get("/api/cases?limit=1").then().statusCode(200);
    accounts.write();
    as(Role.AUDITOR)
        .get("/api/accounts?ids=" + id + ",nobody")
        .then()
        .statusCode(200)
        .body("count", is(1))
        .body("items[0].id", is(id))
        .body("items[0].login", is("8012"))
        .body("items[0].name", is("李示例"));
    as(Role.CLERK, "cg").get("/api/accounts?ids=" + id).then().statusCode(403);
    as(Role.AUDITOR)
        .get("/api/accounts?ids=,")
        .then()
        .statusCode(400)
        .body("violations[0].code", is("not-so-many"));
    String before = "UPDATE seen_account SET seen_at = now() - interval '%s' WHERE account_id = '";
    execute(before.formatted("5 years -1 day") + id + "'");
    accounts.forget();
    assertThat(count("seen_account WHERE account_id = '" + id + "'")).isOne();
    execute(before.formatted("5 years 1 day") + id + "'");
    assertThat(accounts.forget()).isOne();
  }

  private static RequestSpecification named(String id, String login, String name) {
    return with(
        TestTokens.of(id, Role.OPERATOR)
            .unit("center", "/center")
            .claim("preferred_username", login)
            .claim("name", name)
            .token());
  }

  @Test
  void without_a_trace_nothing_is_told() throws Exception {
    Known known = heldByCg(form());
    try (var connection = servers.connect();
        var sql = connection.createStatement()) {
      sql.execute("ALTER TABLE access_log ADD CONSTRAINT full_disk CHECK (id < 0) NOT VALID");
      try {
        String answer = disclose(as(Role.CLERK, "cg"), known).extract().asString();
        assertThat(answer).doesNotContain("13800001234", "王示例");
      } finally {
        sql.execute("ALTER TABLE access_log DROP CONSTRAINT full_disk");
      }
    }
    assertThat(entries(known)).isEqualTo("0");
  }

  @Test
  void of_an_erased_person_nothing_is_told_and_nobody_is_said_to_have_been_told() {
    Known known = heldByCg(form());
    execute(
        "DELETE FROM vault_text WHERE case_id = '" + known.id() + "'",
        "DELETE FROM vault_contact WHERE case_id = '" + known.id() + "'");
    disclose(as(Role.CLERK, "cg"), known).statusCode(404);
    as(Role.AUDITOR)
        .get("/api/cases/" + known.id() + "/access-log")
        .then()
        .statusCode(200)
        .body("items[0].basis", nullValue())
        .body("items[0].refusal", is("not-found"));
    assertThat(count("view_log WHERE operation = 'CONTACT' AND case_id = '" + known.id() + "'"))
        .isZero();
  }

  @Test
  void other_units_and_other_roles_are_refused_and_the_question_is_kept() {
    Known known = heldByCg(form());
    disclose(as(Role.CLERK, "zj"), known).statusCode(403).body("code", is("not-in-charge"));
    disclose(as(Role.CALLBACK_AGENT), known).statusCode(403).body("code", is("not-in-charge"));
    disclose(with(TestTokens.forRole(Role.OPERATOR, null, null, "somebody-else")), known)
        .statusCode(403);
    assertThat(entries(known)).isEqualTo("3");
    disclose(as(Role.LEADER), known).statusCode(403);
    disclose(as(Role.ANALYST), known).statusCode(403);
    disclose(citizen(), known).statusCode(401);
    as(Role.CLERK, "cg")
        .body(Map.of("reason", " "))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then()
        .statusCode(400)
        .body("violations[0].field", is("reason"));
    as(Role.CLERK, "cg").get("/api/cases/" + known.id() + "/access-log").then().statusCode(403);
  }

  @Test
  void a_confidential_case_is_disclosed_to_no_unit_but_to_who_calls_back() {
    Map<String, Object> form = form();
    form.put("kind", "REPORT");
    form.put("address", "示范路 1 号");
    Map<String, Object> reporter = reporter("王示例", "13800001234");
    reporter.put("confidential", true);
    form.put("reporter", reporter);
    Known known = heldByCg(form);
    disclose(as(Role.CLERK, "cg"), known).statusCode(403).body("code", is("confidential-case"));
    as(Role.CLERK, "cg")
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("reporter", nullValue())
        .body("address", nullValue());
    as(Role.CALLBACK_AGENT)
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("address", is("示范路 1 号"));

    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    disclose(as(Role.CLERK, "cg"), known).statusCode(403).body("code", is("not-in-charge"));
    disclose(as(Role.CALLBACK_AGENT), known).statusCode(200).body("phone", is("13800001234"));
  }

  @Test
  void who_asks_for_many_contacts_at_the_same_moment_is_given_no_more_than_in_turn()
      throws Exception {
    Known known = heldByCg(form());
    String hurried =
        TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "hurried-" + known.caseNo());
    execute(
        "INSERT INTO access_log (case_id, actor, reason, basis, occurred_at)"
            + " SELECT '%s', 'hurried-%s', '核实', 'OPEN_ASSIGNMENT', now() FROM generate_series(1, 59)"
                .formatted(known.id(), known.caseNo()));
    List<Integer> answers =
        AtOnce.answers(24, () -> disclose(with(hurried), known).extract().statusCode());
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 429).hasSize(23);
  }

  @Test
  void who_reported_anonymously_is_told_to_no_unit_but_to_the_registrar_and_who_calls_back() {
    Map<String, Object> form = form();
    Map<String, Object> reporter = reporter("王示例", "13800001234");
    reporter.put("anonymous", true);
    form.put("reporter", reporter);
    Known known = heldByCg(form);
    for (Role role : List.of(Role.CLERK, Role.UNIT_DESK, Role.UNIT_LEADER)) {
      disclose(as(role, "cg"), known).statusCode(403).body("code", is("anonymous-reporter"));
    }
    disclose(as(Role.CLERK, "zj"), known).statusCode(403).body("code", is("not-in-charge"));
    as(Role.CLERK, "cg")
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("reporter.anonymous", is(true))
        .body("reporter.name", nullValue())
        .body("reporter.phone", nullValue());
    as(Role.OPERATOR)
        .get("/api/cases/" + known.id())
        .then()
        .body("reporter.phone", is("138****1234"));
    disclose(as(Role.OPERATOR), known).statusCode(200).body("phone", is("13800001234"));

    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    disclose(as(Role.CALLBACK_AGENT), known).statusCode(200).body("phone", is("13800001234"));
    assertThat(
            text(
                "SELECT count(*) FROM access_log WHERE refusal = 'anonymous-reporter'"
                    + " AND case_id = '"
                    + known.id()
                    + "'"))
        .isEqualTo("3");
  }

  @Test
  void a_unit_that_the_case_complains_about_never_learns_who_did() {
    Map<String, Object> form = form();
    form.put("respondentUnitId", "cg");
    Known known = heldByCg(form);
    disclose(as(Role.CLERK, "cg"), known).statusCode(403).body("code", is("respondent-unit"));
    disclose(as(Role.UNIT_LEADER, "cg"), known).statusCode(403);
    mayAsk(as(Role.CLERK, "cg"), known, false);
    as(Role.CLERK, "cg").get("/api/cases/" + known.id()).then().body("reporter", nullValue());
  }

  @Test
  void a_case_says_to_each_reader_whether_its_contact_would_be_told() {
    Known known = heldByCg(form());
    mayAsk(as(Role.OPERATOR), known, true);
    mayAsk(with(TestTokens.forRole(Role.OPERATOR, null, null, "somebody-else")), known, false);
    mayAsk(as(Role.SCREENER), known, false);
    mayAsk(as(Role.CALLBACK_AGENT), known, false);
    mayAsk(as(Role.CLERK, "cg"), known, true);

    dispatch(known, others.signed());
    dispatch(known, others.replied());
    dispatch(known, others.completed());
    awaitStatus(known, CaseStatus.PENDING_CALLBACK);
    mayAsk(as(Role.CLERK, "cg"), known, false);
    mayAsk(as(Role.CALLBACK_AGENT), known, true);
  }

  @Test
  void a_unit_opens_only_the_cases_it_holds() {
    Known known = heldByCg(form());
    as(Role.CLERK, "cg")
        .get("/api/cases/" + known.id())
        .then()
        .statusCode(200)
        .body("reporter.phone", is("138****1234"));
    as(Role.CLERK, "zj").get("/api/cases/" + known.id()).then().statusCode(404);
    as(Role.CLERK, "cg").get("/api/cases").then().statusCode(403);
  }

  private Known heldByCg(Map<String, Object> form) {
    Known known = accepted(form);
    dispatch(known, others.dispatched());
    awaitHeld(known);
    return known;
  }

  private void dispatch(Known known, LifecycleEvent... events) {
    log.say(known.id(), known.caseNo(), Source.DISPATCH, events);
  }

  private static ValidatableResponse disclose(RequestSpecification who, Known known) {
    return who.body(Map.of("reason", "核实情况，来电13800009999"))
        .post("/api/cases/" + known.id() + "/contact-disclosures")
        .then();
  }

  private static void mayAsk(RequestSpecification who, Known known, boolean expected) {
    who.get("/api/cases/" + known.id()).then().statusCode(200).body("mayAskContact", is(expected));
  }

  private String entries(Known known) {
    return text("SELECT count(*) FROM access_log WHERE case_id = '" + known.id() + "'");
  }
}
