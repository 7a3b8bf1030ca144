package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.InstructionMoved;
import hotline.lifecycle.SupervisionMoved;
import hotline.lifecycle.SupervisionOverdue;
import hotline.relay.TimerHandler;
import hotline.relay.TimerRunner;
import hotline.relay.Timers;
import hotline.relay.quarkus.JtaTransactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What units owe on paper (督办单、批示) follows a calendar that comes late, as tasks do. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class PapersTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject TimeRulesInForce timeRules;
  @Inject JtaTransactions transactions;
  @Inject Timers timers;
  @Inject TimerHandler handler;

  @AfterEach
  void as_it_was() {
    adopt("[]");
  }

  @Test
  void due_times_ahead_move_once_and_are_said_later_and_a_day_that_a_leader_chose_stays()
      throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    order(known);
    String rectification = "items.find { it.kind == 'RECTIFICATION' }";
    Instant due = Instant.parse(clocks(known).getString(rectification + ".dueAt"));
    Instant chosen = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));
    instruct(known, "zj", null);
    instruct(known, "jt", chosen);

    int version = adopt("[{\"date\":\"" + dateOf(due) + "\",\"isOffDay\":true,\"name\":\"补假\"}]");

    SupervisionMoved moved =
        (SupervisionMoved) awaitOnly(known, EventType.SUPERVISION_MOVED).event();
    assertThat(moved.dueBefore()).isEqualTo(due);
    assertThat(moved.calendarVersion()).isEqualTo(version);
    assertThat(timeRules.current().calendar().isWorkDay(dateOf(moved.dueAt()))).isTrue();
    assertThat(moved.dueAt()).isAfter(due);
    InstructionMoved answer =
        (InstructionMoved) awaitOnly(known, EventType.INSTRUCTION_MOVED).event();
    assertThat(answer.unitId()).isEqualTo("zj");
    assertThat(answer.dueAt()).isAfter(answer.dueBefore());

    JsonPath clocks = clocks(known);
    assertThat(clocks.getString(rectification + ".dueAt")).isEqualTo(moved.dueAt().toString());
    assertThat(clocks.getString(rectification + ".explanation.due"))
        .isEqualTo(moved.dueAt().toString());
    assertThat(clocks.getString(rectification + ".explanation.spans.zh.toString()")).contains("补假");
    String byUnit = "items.find { it.kind == 'INSTRUCTION' && it.unitId == '%s' }";
    assertThat(clocks.getString(byUnit.formatted("zj") + ".explanation.due"))
        .isEqualTo(answer.dueAt().toString());
    assertThat(clocks.getString(byUnit.formatted("jt") + ".dueAt")).isEqualTo(chosen.toString());
    assertThat(clocks.<Object>get(byUnit.formatted("jt") + ".explanation")).isNull();

    // The timer has moved along: silent at the old due time, once at the new one.
    clock.moveBy(Duration.between(clock.instant(), due.plusSeconds(1)));
    fireAll();
    assertThat(log.factsOf(known.caseId()))
        .extracting(fact -> fact.event().type())
        .doesNotContain(EventType.SUPERVISION_OVERDUE);
    clock.moveBy(Duration.between(due, moved.dueAt()));
    assertThat(
            ((SupervisionOverdue) awaitOnly(known, EventType.SUPERVISION_OVERDUE).event()).dueAt())
        .isEqualTo(moved.dueAt());
  }

  private void fireAll() throws Exception {
    TimerRunner runner = new TimerRunner(transactions, timers, handler, clock);
    while (runner.runOnce() > 0) {
      // Until nothing is due.
    }
  }

  private static LocalDate dateOf(Instant moment) {
    return moment.atZone(CITY).toLocalDate();
  }

  private Fact awaitOnly(Known known, EventType type) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(said(known, type)).isNotEmpty());
    assertThat(said(known, type)).hasSize(1);
    return said(known, type).get(0);
  }

  private List<Fact> said(Known known, EventType type) {
    return log.factsOf(known.caseId()).stream()
        .filter(fact -> fact.event().type() == type)
        .toList();
  }

  private static void order(Known known) {
    Desk.command(Desk.as(Role.SUPERVISOR), Desk.caseOf(known.caseId()).getLong("version"))
        .body(
            Map.of(
                "caseId", known.caseId(),
                "level", "NOTICE",
                "reason", "OVERDUE",
                "demand", "限期整改。"))
        .post("/api/supervision/orders")
        .then()
        .statusCode(201);
  }

  private static void instruct(Known known, String unit, Instant due) {
    Map<String, Object> body = new HashMap<>();
    body.put("caseId", known.caseId());
    body.put("words", "请抓紧办理");
    body.put("leaderPost", "副市长");
    body.put("unitIds", List.of(unit));
    if (due != null) {
      body.put("dueAt", due.toString());
    }
    Desk.as(Role.LEADER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/api/instructions")
        .then()
        .statusCode(201);
  }

  private static JsonPath clocks(Known known) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/cases/" + known.caseId() + "/clocks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static int adopt(String dates) {
    long version = Desk.as(Role.CALENDAR_ADMIN).get("/api/calendar").jsonPath().getLong("version");
    return Desk.command(Desk.as(Role.CALENDAR_ADMIN), version)
        .body("{\"dates\":" + dates + ",\"reason\":\"补假通知\"}")
        .post("/api/calendar/versions")
        .then()
        .statusCode(201)
        .extract()
        .path("version");
  }
}
