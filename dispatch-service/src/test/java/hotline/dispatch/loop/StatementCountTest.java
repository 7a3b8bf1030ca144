package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * What the hot acts cost, as PostgreSQL sees it: the statements of the one transaction, from its
 * own log, batches counted as they arrive.
 */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class StatementCountTest {

  private static final Pattern EXECUTED =
      Pattern.compile("^(\\d+/\\d+) LOG: {2}execute [^:]*: (.*)$");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;

  @ConfigProperty(name = "test.postgres.log")
  String postgresLog;

  // Every act: lock case and task, write case and task, the event, the answer for its key.
  @Test
  void signing_takes_five_statements() throws IOException {
    UUID task = task();

    assertThat(statements(() -> Desk.sign(Desk.clerk(), task, 0)))
        .satisfiesExactly(
            locks -> assertThat(locks).matches(".* for no key update of \\w+, ?\\w+"),
            one -> assertThat(one).startsWith("update"),
            one -> assertThat(one).startsWith("update"),
            says -> assertThat(says).containsIgnoringCase("insert into outbox"),
            keeps -> assertThat(keeps).startsWith("insert into kept_answer"));
  }

  @Test
  void an_attempt_and_a_reply_add_their_own_row() throws IOException {
    UUID task = task();
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);

    assertThat(statements(() -> Desk.contact(Desk.clerk(), task, 1))).hasSize(6);
    // From the reply on the review has its time: supervision looks again soon.
    assertThat(statements(() -> Desk.reply(Desk.clerk(), task, 2))).hasSize(7);
    // The review writes into the reply, and the tally of ended tasks; what the citizen is told of
    // all rounds, and who else is, is read at once and leaves with the event.
    assertThat(statements(() -> Desk.review(task, 3, Map.of("decision", "PASS"))))
        .hasSize(9)
        .filteredOn(sql -> sql.startsWith("INSERT INTO outbox") || sql.contains("p.public_reply"))
        .hasSize(2);
  }

  @Test
  void a_dispatch_by_hand_adds_the_reading_of_the_respondent_the_decision_and_the_timers()
      throws IOException {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(waiting).getLong("version");
    assertThat(statements(() -> Desk.dispatch(waiting, version, Map.of("leadUnitId", "cg"))))
        .hasSize(9);
  }

  // A request adds its row; a decision reads it, writes it and sets the timer of the new due time.
  @Test
  void a_request_and_its_decision_cost_no_more_than_their_own_rows() throws IOException {
    UUID task = task();
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    Map<String, Object> more = Map.of("reason", "COMPLEX", "grounds", "情况复杂", "workDays", 5);

    assertThat(statements(() -> Desk.ask(Desk.clerk(), task, "extension-requests", 1, more)))
        .hasSize(6);
    assertThat(
            statements(
                () ->
                    Desk.command(Desk.as(Role.DISPATCHER), 2)
                        .body(Map.of("decision", "GRANT"))
                        .post("/api/assignments/" + task + "/extension-requests/1/decision")))
        .hasSize(8);
  }

  @Test
  void a_page_reads_the_decisions_of_all_its_tasks_at_once() throws IOException {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitWaiting(waiting).getLong("version");
    Desk.dispatch(waiting, version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj", "jt")))
        .then()
        .statusCode(201);

    assertThat(logged(() -> Desk.as(Role.DISPATCHER).get("/api/cases/" + waiting)).lines())
        .filteredOn(line -> line.contains("from dispatch_decision"))
        .hasSize(1);
    assertThat(Desk.caseOf(waiting).getList("assignments")).hasSize(3);
  }

  // The page with what hangs below each, its numbers, and what is above.
  @Test
  void a_level_of_a_kept_tree_costs_three_statements_however_many_hang_there() throws IOException {
    assertThat(logged(() -> Desk.as(Role.ORG_ADMIN).get("/api/kept-places?parent=370281")).lines())
        // Others may read the whole directory again meanwhile.
        .filteredOn(line -> line.contains("from place") && !line.contains("active from place"))
        .hasSize(2);
    assertThat(logged(() -> Desk.as(Role.ORG_ADMIN).get("/api/kept-places?parent=370281")).lines())
        .filteredOn(line -> line.contains("active from place where code = any"))
        .hasSize(1);
  }

  @Test
  void clocks_that_run_out_together_cost_the_same_statements_however_many() throws IOException {
    Path written = Path.of(postgresLog);
    List<UUID> cases = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Known known = others.accepted(OtherServices.ROADS, CaseKind.HELP, Urgency.CRITICAL, null);
      Desk.awaitTask(known.caseId(), 1);
      cases.add(known.caseId());
    }
    long before = Files.size(written);
    clock.moveBy(Duration.ofMinutes(16));
    cases.forEach(one -> log.awaitLast(one, EventType.DEADLINE_MISSED));

    List<String> batch =
        transactions(tail(written, before)).stream()
            .filter(all -> all.stream().anyMatch(sql -> sql.contains("set sign_missed")))
            .findFirst()
            .orElseThrow();
    assertThat(batch).filteredOn(sql -> sql.contains("a.replies + a.clock_changes")).hasSize(1);
    assertThat(batch)
        .filteredOn(sql -> sql.startsWith("update handled_case c set sequence"))
        .hasSize(1);
    assertThat(batch).filteredOn(sql -> sql.startsWith("update assignment")).hasSize(1);
  }

  // Each part ends before what it is a part of: the buffer and the task above are read for all.
  @Test
  void parts_follow_their_case_with_the_same_statements_however_many() throws IOException {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "d370281")).then().statusCode(201);
    UUID whole = Desk.openLead(known.caseId());
    Supplier<RequestSpecification> desk =
        () -> Desk.as("desk-of-district", Role.UNIT_DESK, "d370281", "/center/d370281");
    Desk.sign(desk.get(), whole, 0).then().statusCode(200);
    Desk.command(desk.get(), 1)
        .body(
            Map.of(
                "parts",
                List.of(Map.of("unitId", "s370281001"), Map.of("unitId", "s370281002")),
                "note",
                "请现场核实"))
        .post("/api/assignments/" + whole + "/sub-dispatch")
        .then()
        .statusCode(201);
    Path written = Path.of(postgresLog);
    long before = Files.size(written);

    others.corrected(known, CaseKind.HELP, Urgency.URGENT, OtherServices.OTHER);
    log.awaitLast(known.caseId(), EventType.DEADLINE_MOVED);

    List<String> follows =
        transactions(tail(written, before)).stream()
            .filter(all -> all.stream().anyMatch(sql -> sql.contains("sub_dispatch_rule")))
            .findFirst()
            .orElseThrow();
    assertThat(follows).filteredOn(sql -> sql.contains("sub_dispatch_rule")).hasSize(1);
  }

  // Lock the instruction, read its units, lock the case; write the part and the case, say it, keep
  // the answer. A feedback adds its own row; a leader's page asks thrice, however long it is.
  @Test
  void a_part_in_an_instruction_costs_the_same_however_many_units_it_has() throws IOException {
    UUID of = others.accepted(OtherServices.ROADS).caseId();
    Desk.awaitTask(of, 1);
    for (List<String> units : List.of(List.of("cg"), List.of("cg", "zj", "jt", "hb"))) {
      String id =
          Desk.as(Role.LEADER)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .body(Map.of("caseId", of, "words", "请尽快修复", "unitIds", units, "leaderPost", "副市长"))
              .post("/api/instructions")
              .path("instructionId");
      String part = "/api/instructions/" + id + "/units/cg/";

      assertThat(statements(() -> Desk.command(Desk.clerk(), 0).body("{}").post(part + "reading")))
          .as("%s", units)
          .hasSize(7);
      assertThat(
              statements(
                  () ->
                      Desk.command(Desk.clerk(), 1)
                          .body(Map.of("words", "已办"))
                          .post(part + "feedback")))
          .as("%s", units)
          .hasSize(8);
    }
    for (int rows : List.of(1, 5)) {
      assertThat(
              logged(() -> Desk.as(Role.LEADER).get("/api/instructions?tab=to-read&limit=" + rows))
                  .lines())
          .filteredOn(line -> line.contains("instructed_unit") || line.contains("_feedback"))
          .filteredOn(line -> line.contains("execute"))
          // Clocks are reckoned anew by a later calendar whenever one was adopted: no part of it.
          .filteredOn(line -> !line.contains("due_calendar<"))
          .as("%d rows", rows)
          .hasSize(3);
    }
  }

  private UUID task() {
    return Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }

  /** The statements of the transaction that kept an answer while the act ran. */
  private List<String> statements(Supplier<Response> act) throws IOException {
    List<List<String>> acts =
        transactions(logged(act)).stream()
            .filter(all -> all.stream().anyMatch(sql -> sql.startsWith("insert into kept_answer")))
            .toList();
    assertThat(acts).hasSize(1);
    return acts.get(0);
  }

  private static List<List<String>> transactions(String written) {
    Map<String, List<String>> transactions = new LinkedHashMap<>();
    written
        .lines()
        .map(EXECUTED::matcher)
        .filter(Matcher::matches)
        .filter(line -> !line.group(2).matches("BEGIN.*|COMMIT.*"))
        // What is remembered of the directory and of the time rules is fresh for a second: no part
        // of the act.
        .filter(line -> !line.group(2).contains("reference_version"))
        .forEach(
            line ->
                transactions
                    .computeIfAbsent(line.group(1), none -> new ArrayList<>())
                    .add(line.group(2)));
    return List.copyOf(transactions.values());
  }

  /** What PostgreSQL wrote while the act ran. */
  private String logged(Supplier<Response> act) throws IOException {
    Path log = Path.of(postgresLog);
    long before = Files.size(log);
    assertThat(act.get().statusCode()).isBetween(200, 299);
    return tail(log, before);
  }

  private static String tail(Path log, long from) throws IOException {
    byte[] written = Files.readAllBytes(log);
    return new String(written, (int) from, written.length - (int) from);
  }
}
