package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @ConfigProperty(name = "test.postgres.log")
  String postgresLog;

  // Every act: lock case and task, write case and task, the event, the answer for its key.
  @Test
  void signing_takes_five_statements() throws IOException {
    UUID task = task();

    assertThat(statements(() -> Desk.sign(Desk.clerk(), task, 0)))
        .satisfiesExactly(
            locks -> assertThat(locks).contains("for update of c, a"),
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
    assertThat(statements(() -> Desk.reply(Desk.clerk(), task, 2))).hasSize(6);
    // The review writes into the reply, and the tally of ended tasks.
    assertThat(statements(() -> Desk.review(task, 3, Map.of("decision", "PASS")))).hasSize(7);
  }

  @Test
  void a_dispatch_by_hand_adds_the_reading_of_the_respondent_the_decision_and_the_timer()
      throws IOException {
    UUID waiting = others.accepted(OtherServices.OTHER).caseId();
    long version = Desk.awaitStatus(waiting, "PENDING_DISPATCH").getLong("version");
    assertThat(statements(() -> Desk.dispatch(waiting, version, Map.of("leadUnitId", "cg"))))
        .hasSize(8);
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
    long version = Desk.awaitStatus(waiting, "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(waiting, version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj", "jt")))
        .then()
        .statusCode(201);

    assertThat(logged(() -> Desk.as(Role.DISPATCHER).get("/api/cases/" + waiting)).lines())
        .filteredOn(line -> line.contains("from dispatch_decision"))
        .hasSize(1);
    assertThat(Desk.caseOf(waiting).getList("assignments")).hasSize(3);
  }

  private UUID task() {
    return Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }

  /** The statements of the transaction that kept an answer while the act ran. */
  private List<String> statements(Supplier<Response> act) throws IOException {
    Map<String, List<String>> transactions = new LinkedHashMap<>();
    logged(act)
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
    List<List<String>> acts =
        transactions.values().stream()
            .filter(all -> all.stream().anyMatch(sql -> sql.startsWith("insert into kept_answer")))
            .toList();
    assertThat(acts).hasSize(1);
    return acts.get(0);
  }

  /** What PostgreSQL wrote while the act ran. */
  private String logged(Supplier<Response> act) throws IOException {
    Path log = Path.of(postgresLog);
    long before = Files.size(log);
    assertThat(act.get().statusCode()).isBetween(200, 299);
    byte[] written = Files.readAllBytes(log);
    return new String(written, (int) before, written.length - (int) before);
  }
}
