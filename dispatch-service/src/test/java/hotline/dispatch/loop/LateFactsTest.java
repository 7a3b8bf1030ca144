package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentCancelled;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two services act at the same moment: one wins, the other's fact is kept. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class LateFactsTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;

  @Test
  void a_withdrawal_cancels_what_is_open_and_later_acts_are_refused() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    others.withdrawn(known);
    Desk.awaitStatus(known.caseId(), "WITHDRAWN");

    assertThat(Desk.task(task).getString("status")).isEqualTo("CANCELLED");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CANCELLED);
    AssignmentCancelled cancelled = (AssignmentCancelled) facts.get(facts.size() - 1).event();
    assertThat(cancelled.reason()).isEqualTo(CancellationReason.CASE_WITHDRAWN);
    Desk.contact(Desk.clerk(), task, Desk.version(task))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-move"))
        .body("detail", containsString("已取消"));
  }

  @Test
  void a_transfer_in_the_middle_of_handling_ends_the_tasks_and_what_comes_back_is_dispatched_anew()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    others.transferredOut(known);
    JsonPath out = Desk.awaitStatus(known.caseId(), "TRANSFERRED_OUT");
    assertThat(out.getString("leadUnitId")).isNull();
    assertThat(Desk.task(task).getString("status")).isEqualTo("CANCELLED");
    assertThat(Desk.task(task).getString("cancelled")).isEqualTo("CASE_TRANSFERRED");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CANCELLED);
    assertThat(((AssignmentCancelled) facts.get(facts.size() - 1).event()).reason())
        .isEqualTo(CancellationReason.CASE_TRANSFERRED);
    Desk.contact(Desk.clerk(), task, Desk.version(task)).then().statusCode(409);

    others.transferDeclined(known);
    others.accept(known, OtherServices.ROADS, CaseKind.HELP, Urgency.NORMAL);
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(201)
        .body("round", equalTo(1));
    Desk.handle(Desk.openLead(known.caseId()));
    assertThat(parked()).doesNotContain(known.caseId().toString());
  }

  @Test
  void a_transfer_and_its_return_that_are_heard_together_leave_no_task_and_park_nothing()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    others.transferredOut(known);
    others.transferDeclined(known);
    Desk.awaitStatus(known.caseId(), "REGISTERED");
    assertThat(Desk.task(task).getString("status")).isEqualTo("CANCELLED");
    assertThat(parked()).doesNotContain(known.caseId().toString());
  }

  @Test
  void a_withdrawal_cancels_the_tasks_of_co_handlers_too_and_parks_nothing() throws SQLException {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj")))
        .then()
        .statusCode(201);
    others.withdrawn(known);

    JsonPath ended = Desk.awaitStatus(known.caseId(), "WITHDRAWN");
    assertThat(ended.getList("assignments.status", String.class))
        .containsExactly("CANCELLED", "CANCELLED");
    assertThat(
            log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CANCELLED).stream()
                .map(Fact::event)
                .filter(AssignmentCancelled.class::isInstance)
                .map(fact -> ((AssignmentCancelled) fact).role()))
        .contains(AssignmentRole.LEAD, AssignmentRole.CO);
    assertThat(parked()).doesNotContain(known.caseId().toString());
  }

  @Test
  void a_case_withdrawn_before_its_dispatch_is_dispatched_by_nobody() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    others.withdrawn(known);
    Desk.awaitStatus(known.caseId(), "WITHDRAWN");

    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg")).then().statusCode(412);
    long now = Desk.caseOf(known.caseId()).getLong("version");
    Desk.dispatch(known.caseId(), now, Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(409)
        .body("status", equalTo(409))
        .body("detailEn", containsString("Withdrawn"));
  }

  @Test
  void a_fact_that_comes_after_the_end_is_kept_without_effect_and_parks_nothing()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    others.withdrawn(known);
    others.say(known, new CaseUrged(1, Channel.PHONE));
    others.closed(known);

    // The rating and the withdrawal crossed: the rating stands.
    Desk.awaitStatus(known.caseId(), "CLOSED");
    assertThat(lateFacts(known)).containsExactly(EventType.CASE_URGED.wireName());
    assertThat(Desk.caseOf(known.caseId()).getInt("urgeCount")).isZero();
    assertThat(parked()).doesNotContain(known.caseId().toString());
  }

  @Test
  void a_withdrawal_that_comes_after_the_close_is_late() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    others.closed(known);
    others.withdrawn(known);

    await().atMost(Duration.ofSeconds(30)).until(() -> lateFacts(known).size() == 1);
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("CLOSED");
  }

  @Test
  void what_cannot_be_true_parks_its_case_and_the_others_go_on() {
    Known poisoned = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(poisoned.caseId(), 1);
    // Nobody has replied: this close cannot be true.
    others.closed(poisoned);
    others.say(poisoned, new CaseUrged(1, Channel.PHONE));
    Known healthy = others.accepted(OtherServices.ROADS);

    Desk.awaitTask(healthy.caseId(), 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> parked().contains(poisoned.caseId().toString()));
    assertThat(Desk.caseOf(poisoned.caseId()).getString("status")).isEqualTo("DISPATCHED");
    assertThat(Desk.caseOf(poisoned.caseId()).getInt("urgeCount")).isZero();
  }

  private static List<String> parked() {
    return Desk.as(Role.SYSTEM_ADMIN)
        .get("/api/parked-cases")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.key", String.class);
  }

  private List<String> lateFacts(Known known) throws SQLException {
    List<String> types = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement sql =
            connection.prepareStatement("select type from late_fact where case_id = ?")) {
      sql.setObject(1, known.caseId());
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          types.add(row.getString(1));
        }
      }
    }
    return types;
  }
}
