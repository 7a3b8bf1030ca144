package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Urgency;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two services act at the same moment, a fact comes twice, too early, or cannot be true. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class LateFactsTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject AgroalDataSource database;

  @Test
  void a_withdrawal_cancels_the_open_callback() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    others.withdrawn(known);
    awaitStatus(known, "WITHDRAWN");

    Desk.read(callback).then().body("status", equalTo("CANCELLED"));
    Desk.rate(callback, Desk.satisfied())
        .then()
        .statusCode(409)
        .body("code", equalTo("callback-ended"))
        .body("callbackStatus", equalTo("CANCELLED"));
    log.awaitSaid(known.caseId(), CALLBACK_OPENED, CALLBACK_ATTEMPTED);
  }

  @Test
  void a_withdrawal_that_crosses_a_close_changes_nothing_and_is_kept() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    others.withdrawn(known);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lateFacts(known).equals(List.of("hotline.case.withdrawn.v1 CLOSED")));
    assertThat(status(known)).isEqualTo("CLOSED");
    log.awaitSaid(
        known.caseId(), CALLBACK_OPENED, CALLBACK_ATTEMPTED, EVALUATION_RECORDED, CASE_CLOSED);
  }

  @Test
  void a_withdrawal_that_crosses_a_rehandle_order_ends_the_case() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("REHANDLE"));
    others.withdrawn(known);
    others.handled(known, 2);

    await().atMost(Duration.ofSeconds(60)).until(() -> lateFacts(known).size() == 6);
    assertThat(status(known)).isEqualTo("WITHDRAWN");
    assertThat(callbacks(known)).isEqualTo(1);
  }

  @Test
  void an_own_rating_that_crosses_the_call_changes_nothing_and_is_kept() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "REACHED");
    Desk.rate(callback, Desk.unsolved("UNIT")).then().body("decision", equalTo("REHANDLE"));
    others.ratedOnline(known, 1, Solved.YES, null);
    others.handled(known, 2);
    UUID second = Desk.awaitCallback(known.caseId(), 2);

    assertThat(lateFacts(known)).containsExactly("hotline.case.rated.v1 REHANDLING");
    // Later still, while the next round waits for its rating: it is not of that round.
    others.ratedOnline(known, 1, Solved.YES, null);
    await().atMost(Duration.ofSeconds(60)).until(() -> lateFacts(known).size() == 2);
    Desk.read(second).then().body("status", equalTo("OPEN"));

    others.ratedOnline(known, 2, Solved.YES, null);
    awaitStatus(known, "CLOSED");
    Desk.read(second).then().body("evaluation.via", equalTo("SELF_SERVICE"));
  }

  @Test
  void whoever_withdraws_right_after_the_own_rating_has_rated() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    others.ratedOnline(known, 1, Solved.YES, null);
    others.withdrawn(known);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lateFacts(known).equals(List.of("hotline.case.withdrawn.v1 CLOSED")));
    Desk.read(callback).then().body("status", equalTo("EVALUATED"));
    log.awaitSaid(known.caseId(), CALLBACK_OPENED, EVALUATION_RECORDED, CASE_CLOSED);
  }

  @Test
  void a_completion_after_a_withdrawal_opens_no_callback() {
    OtherServices.Known known = others.newCase();
    others.registered(known, CaseKind.HELP, Urgency.NORMAL);
    others.withdrawn(known);
    others.handled(known, 1);

    await().atMost(Duration.ofSeconds(60)).until(() -> lateFacts(known).size() == 6);
    assertThat(callbacks(known)).isZero();
  }

  @Test
  void a_completion_that_comes_twice_calls_the_citizen_once() {
    OtherServices.Known known = others.completed();
    Desk.awaitCallback(known.caseId(), 1);
    others.say(known, Source.DISPATCH, 6, others.completion(known, 1));
    // Behind the duplicate, in the same partition.
    others.withdrawn(known);
    awaitStatus(known, "WITHDRAWN");

    assertThat(callbacks(known)).isEqualTo(1);
    assertThat(lateFacts(known)).isEmpty();
  }

  @Test
  void a_fact_that_comes_too_early_waits_for_the_one_before_it() {
    OtherServices.Known known = others.newCase();
    others.registered(known, CaseKind.HELP, Urgency.NORMAL);
    others.say(known, Source.INTAKE, 4, new CaseUrged(2, Channel.PHONE));
    awaitParked(known, "GAP");

    others.say(known, Source.INTAKE, 3, new CaseUrged(1, Channel.PHONE));

    await().atMost(Duration.ofSeconds(60)).until(() -> parked(known) == null);
    assertThat(status(known)).isEqualTo("PENDING_DISPATCH");
  }

  @Test
  void a_record_written_by_hand_parks_its_case_and_no_other() {
    OtherServices.Known parked = others.newCase();
    others.registered(parked, CaseKind.HELP, Urgency.NORMAL);
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_type", "hotline.case.urged.v1");
    headers.put("ce_source", "/intake-service");
    headers.put("ce_subject", parked.caseNo());
    headers.put("ce_sequence", "3");
    others.send(
        Topics.CASE_LIFECYCLE,
        parked.caseId().toString(),
        headers,
        "{\"urgeCount\":".getBytes(StandardCharsets.UTF_8));
    awaitParked(parked, "UNREADABLE");

    OtherServices.Known free = others.completed();

    Desk.awaitCallback(free.caseId(), 1);
    assertThat(status(parked)).isEqualTo("PENDING_DISPATCH");
  }

  @Test
  void a_completion_of_a_case_that_was_never_registered_is_set_aside() {
    OtherServices.Known unknown = others.newCase();
    others.handled(unknown, 1);

    awaitParked(unknown, "IMPOSSIBLE_MOVE");
    assertThat(callbacks(unknown)).isZero();
  }

  private void awaitParked(OtherServices.Known known, String reason) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(parked(known)).isEqualTo(reason));
  }

  private static String parked(OtherServices.Known known) {
    return Desk.as("admin", Role.SYSTEM_ADMIN)
        .get("/api/parked-cases?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("items.find { it.key == '%s' }?.reason".formatted(known.caseId()));
  }

  private void awaitStatus(OtherServices.Known known, String status) {
    await().atMost(Duration.ofSeconds(60)).until(() -> status.equals(status(known)));
  }

  private String status(OtherServices.Known known) {
    return strings("select status from case_state where case_id = ?", known).stream()
        .findFirst()
        .orElse(null);
  }

  private List<String> lateFacts(OtherServices.Known known) {
    return strings(
        "select type || ' ' || status from late_fact where case_id = ? order by event_id", known);
  }

  private int callbacks(OtherServices.Known known) {
    return strings("select callback_id::text from callback where case_id = ?", known).size();
  }

  private List<String> strings(String query, OtherServices.Known known) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, known.caseId());
      List<String> found = new java.util.ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
