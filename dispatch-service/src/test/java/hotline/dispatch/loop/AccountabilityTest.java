package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.EventType;
import hotline.lifecycle.SupervisionCriticised;
import hotline.lifecycle.SupervisionReason;
import hotline.lifecycle.SupervisionTalked;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A unit that fails again and again is named and summoned (通报批评、约谈). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class AccountabilityTest {

  // Only this test sends cases there.
  private static final String INDUSTRY = "150301";
  private static final String RECORDS = "/api/accountability/records";

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @Test
  void a_criticism_rests_on_cases_and_is_said_of_each_of_them() {
    Known one = open();
    Known other = open();
    others.withdrawn(other);
    Desk.awaitStatus(other.caseId(), "WITHDRAWN");

    Response kept =
        keep(entry("CRITICISM", "gx", List.of(one.caseId(), other.caseId())), Role.SUPERVISOR);
    kept.then()
        .statusCode(201)
        .body("paperNo", startsWith("TB2026-"))
        .body("unitName", equalTo("工业和信息化局"))
        .body("cases.caseNo", equalTo(List.of(one.caseNo(), other.caseNo())));

    for (Known each : List.of(one, other)) {
      SupervisionCriticised said =
          (SupervisionCriticised)
              log.awaitLast(each.caseId(), EventType.SUPERVISION_CRITICISED).stream()
                  .reduce((first, last) -> last)
                  .orElseThrow()
                  .event();
      assertThat(said.reason()).isEqualTo(SupervisionReason.FAILED_ROUNDS);
      assertThat(said.cases()).isEqualTo(2);
      assertThat(said.unitPath()).isEqualTo("/center/gx");
    }
    Desk.as(Role.ASSESSMENT_CLERK)
        .get(RECORDS + "?unit=gx")
        .then()
        .statusCode(200)
        .body("items.recordId", hasItem(kept.path("recordId").toString()));
    // Whoever is about to record another one sees what rests on the case already.
    Object restsOn = kept.path("cases[0].caseId");
    Desk.as(Role.SUPERVISOR)
        .get(RECORDS + "?unit=gx&case=" + restsOn)
        .then()
        .statusCode(200)
        .body("count", equalTo(1))
        .body("items[0].recordId", equalTo(kept.path("recordId").toString()));
    Desk.as(Role.SUPERVISOR)
        .get(RECORDS + "?case=" + UUID.randomUUID())
        .then()
        .statusCode(200)
        .body("count", equalTo(0));
    Desk.clerk("gx", "/center/gx")
        .get(RECORDS)
        .then()
        .statusCode(200)
        .body("items.unitId.unique()", equalTo(List.of("gx")));
    Desk.clerk("wl", "/center/wl")
        .get(RECORDS + "?unit=gx")
        .then()
        .statusCode(200)
        .body("count", equalTo(0));
  }

  /** What a check on site finds may be found when nothing reopens the case any longer. */
  @Test
  void a_criticism_may_rest_on_a_case_that_is_closed_or_archived() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");
    Map<String, Object> entry = entry("CRITICISM", "cg", List.of(known.caseId()));
    entry.put("reason", "FALSE_HANDLING");
    keep(entry, Role.SUPERVISOR).then().statusCode(201);
    others.say(known, new CaseArchived(clock.instant(), 10, clock.instant()));
    Desk.awaitStatus(known.caseId(), "ARCHIVED");
    keep(entry, Role.SUPERVISOR).then().statusCode(201).body("reason", equalTo("FALSE_HANDLING"));
  }

  @Test
  void a_talk_says_who_talked_and_when() {
    Known known = open();
    Map<String, Object> talk = entry("TALK", "gx", List.of(known.caseId()));
    talk.remove("people");
    keep(talk, Role.LEADER).then().statusCode(400).body("violations[0].field", equalTo("people"));
    talk.put("people", "热线中心负责人约谈该局分管负责人");
    keep(talk, Role.LEADER).then().statusCode(201).body("paperNo", startsWith("YT2026-"));
    assertThat(
            log.awaitLast(known.caseId(), EventType.SUPERVISION_TALKED).stream()
                .map(fact -> fact.event())
                .filter(SupervisionTalked.class::isInstance))
        .hasSize(1);
  }

  @Test
  void a_record_without_cases_for_a_unit_without_part_or_from_the_future_is_refused() {
    Known known = open();
    keep(entry("CRITICISM", "gx", List.of()), Role.SUPERVISOR)
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("caseIds")));
    keep(entry("CRITICISM", "wl", List.of(known.caseId())), Role.SUPERVISOR)
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-has-no-part-in-case"))
        .body("caseNo", equalTo(known.caseNo()));
    keep(entry("CRITICISM", "gx", List.of(UUID.randomUUID())), Role.SUPERVISOR)
        .then()
        .statusCode(404);
    Map<String, Object> late = entry("CRITICISM", "gx", List.of(known.caseId()));
    late.put("heldOn", today().plusDays(1).toString());
    keep(late, Role.SUPERVISOR)
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("not-in-time"));
    late.put("heldOn", "-9999999-01-01");
    keep(late, Role.SUPERVISOR).then().statusCode(400);
    Desk.as(Role.SUPERVISOR)
        .get(RECORDS + "?unit=gx&limit=200")
        .then()
        .statusCode(200)
        .body("items.cases.caseNo.flatten()", not(hasItem(known.caseNo())));
  }

  @Test
  void records_come_newest_first_page_by_page_and_stay_as_they_are() throws SQLException {
    Known known = open();
    for (int i = 0; i < 3; i++) {
      keep(entry("CRITICISM", "gx", List.of(known.caseId())), Role.SUPERVISOR)
          .then()
          .statusCode(201);
    }
    String next =
        Desk.as(Role.SUPERVISOR)
            .get(RECORDS + "?unit=gx&limit=2")
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .extract()
            .path("nextCursor");
    Desk.as(Role.SUPERVISOR)
        .get(RECORDS + "?unit=gx&limit=2&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items.size()", not(equalTo(0)));
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of(
              "update accountability_record set words = 'x'",
              "delete from accountability_case",
              "delete from accountability_record")) {
        assertThatThrownBy(() -> sql.executeUpdate(change)).hasMessageContaining("neither");
      }
    }
  }

  private Known open() {
    Known known = others.accepted(INDUSTRY);
    Desk.awaitTask(known.caseId(), 1);
    return known;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
  }

  private Map<String, Object> entry(String measure, String unit, List<UUID> cases) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("measure", measure);
    entry.put("unitId", unit);
    entry.put("reason", "FAILED_ROUNDS");
    entry.put("caseIds", cases);
    entry.put("words", "连续多轮未解决群众诉求，予以通报。");
    entry.put("people", "各承办单位");
    entry.put("heldOn", today().toString());
    return entry;
  }

  private static Response keep(Map<String, Object> entry, Role role) {
    return Desk.command(Desk.as(role), 0).body(entry).post(RECORDS);
  }
}
