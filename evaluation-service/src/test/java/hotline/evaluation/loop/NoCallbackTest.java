package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static io.restassured.RestAssured.withArgs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hotline.calendar.WorkCalendar;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.EvaluationUnreachable;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Solved;
import hotline.lifecycle.UnreachableReason;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Nobody is reached, or nobody wants to be called. */
@QuarkusTest
@WithTestResource(EvaluationServers.class)
class NoCallbackTest {

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;
  @Inject MovedClock clock;

  @Test
  void silence_closes_the_case_as_unknown_and_only_after_three_attempts_on_two_days() {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    Desk.attempt(callback, "NO_ANSWER");
    Desk.attempt(callback, "WRONG_PERSON");
    Desk.attempt(callback, "NO_ANSWER");
    giveUp(callback).then().statusCode(409).body("code", equalTo("attempts-not-exhausted"));

    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    Desk.attempt(callback, "NO_ANSWER");
    giveUp(callback)
        .then()
        .statusCode(200)
        .body("status", equalTo("UNREACHABLE"))
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(
            known.caseId(),
            CALLBACK_OPENED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            CALLBACK_ATTEMPTED,
            EVALUATION_UNREACHABLE,
            CASE_CLOSED);
    assertThat(said.get(5).event())
        .isEqualTo(
            new EvaluationUnreachable(callback, 1, "cg", 4, UnreachableReason.ATTEMPTS_EXHAUSTED));
    assertThat(said.get(6).event())
        .isInstanceOfSatisfying(
            CaseClosed.class,
            closed -> {
              assertThat(closed.closedBy()).isEqualTo(ClosedBy.UNREACHABLE);
              assertThat(closed.satisfied()).isEqualTo(Answer.UNKNOWN);
              assertThat(closed.solved()).isEqualTo(Solved.UNKNOWN);
            });
    Desk.read(callback).then().body("evaluation", nullValue());
  }

  @Test
  void in_the_quiet_hours_no_call_in_vain_is_recorded_but_who_rings_is_reached() {
    UUID silent = Desk.awaitCallback(others.completed().caseId(), 1);
    UUID ringing = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.read(silent)
        .then()
        .body("quietHours.from", equalTo("21:00"))
        .body("quietHours.to", equalTo("08:00"));
    Desk.agent().get("/api/callbacks").then().body("quietHours.to", equalTo("08:00"));

    ZonedDateTime night =
        clock.instant().atZone(WorkCalendar.china().zone()).with(LocalTime.of(23, 58));
    ZonedDateTime morning = night.plusDays(1).with(LocalTime.of(8, 0));
    clock.moveTo(night.toInstant());
    Desk.attempt(silent, "NO_ANSWER")
        .then()
        .statusCode(409)
        .body("code", equalTo("quiet-hours"))
        .body("nextAt", equalTo(morning.toInstant().toString()))
        .body("detailZh", containsString("21:00 至次日 08:00"))
        .body("detailEn", containsString("between 21:00 and 08:00"));
    Desk.attempt(ringing, "REACHED").then().statusCode(200);
    Desk.read(silent).then().body("attempts", equalTo(0)).body("version", equalTo(0));

    clock.moveTo(morning.toInstant());
    Desk.attempt(silent, "NO_ANSWER").then().statusCode(200).body("attempts", equalTo(1));
    clock.moveTo(morning.with(LocalTime.of(10, 0)).toInstant());
  }

  @Test
  void who_wants_no_callback_is_shown_as_such_and_closed_as_unknown_without_a_call() {
    OtherServices.Known known = others.completedWithoutCallback();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    UUID wanted = Desk.awaitCallback(others.completed().caseId(), 1);
    Desk.read(callback).then().body("wantsCallback", equalTo(false));
    Desk.agent()
        .get("/api/callbacks?tab=all&limit=200")
        .then()
        .body("items.find { it.callbackId == '%s' }.wantsCallback", withArgs(callback), is(false))
        .body("items.find { it.callbackId == '%s' }.wantsCallback", withArgs(wanted), is(true));

    giveUp(wanted).then().statusCode(409).body("code", equalTo("attempts-not-exhausted"));
    giveUp(callback)
        .then()
        .statusCode(200)
        .body("status", equalTo("UNREACHABLE"))
        .body("decision", equalTo("CLOSED"));

    List<Fact> said =
        log.awaitSaid(known.caseId(), CALLBACK_OPENED, EVALUATION_UNREACHABLE, CASE_CLOSED);
    assertThat(said.get(1).event())
        .isEqualTo(new EvaluationUnreachable(callback, 1, "cg", 0, UnreachableReason.NOT_ASKED));
    assertThat(said.get(2).event())
        .isEqualTo(
            new CaseClosed(
                ClosedBy.UNREACHABLE,
                1,
                "cg",
                "/center/cg",
                Answer.UNKNOWN,
                Solved.UNKNOWN,
                Answer.UNKNOWN,
                Answer.UNKNOWN,
                Solved.UNKNOWN,
                Answer.UNKNOWN,
                said.get(2).envelope().time().plus(Duration.ofDays(15)),
                true));
  }

  @Test
  void the_table_knows_too_that_only_who_wants_no_callback_is_given_up_without_a_call()
      throws SQLException {
    UUID wanted = Desk.awaitCallback(others.completed().caseId(), 1);
    try (Connection connection = database.getConnection();
        PreparedStatement giveUp =
            connection.prepareStatement(
                "update callback set status = 'UNREACHABLE', decision = 'CLOSED',"
                    + " ended_at = now() where callback_id = ?")) {
      giveUp.setObject(1, wanted);
      assertThatThrownBy(giveUp::executeUpdate)
          .hasMessageContaining("unreachable_was_never_reached");
    }
  }

  private static io.restassured.response.Response giveUp(UUID callback) {
    return Desk.command(Desk.lead(), Desk.version(callback))
        .post("/api/callbacks/" + callback + "/unreachable");
  }
}
