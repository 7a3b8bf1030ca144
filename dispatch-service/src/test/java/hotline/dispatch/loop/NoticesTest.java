package hotline.dispatch.loop;

import static hotline.dispatch.loop.NoticeDesk.confirm;
import static hotline.dispatch.loop.NoticeDesk.confirmAsLeader;
import static hotline.dispatch.loop.NoticeDesk.confirmInSystem;
import static hotline.dispatch.loop.NoticeDesk.deliver;
import static hotline.dispatch.loop.NoticeDesk.deliverAll;
import static hotline.dispatch.loop.NoticeDesk.entry;
import static hotline.dispatch.loop.NoticeDesk.issue;
import static hotline.dispatch.loop.NoticeDesk.issued;
import static hotline.dispatch.loop.NoticeDesk.notice;
import static hotline.dispatch.loop.NoticeDesk.office;
import static hotline.dispatch.loop.NoticeDesk.onPaper;
import static hotline.dispatch.loop.NoticeDesk.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.NoticeClosed;
import hotline.lifecycle.NoticeCopy;
import hotline.lifecycle.NoticeDelivered;
import hotline.lifecycle.NoticeIssued;
import hotline.lifecycle.NoticeReceipted;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Six copies, six receipts and the citizen's rating (六联责任单). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class NoticesTest {

  // Only this test sends cases there.
  private static final String FARMING = "120101";

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject DataSource database;

  @ConfigProperty(name = "test.postgres.log")
  String postgresLog;

  @Test
  void a_notice_ends_when_all_six_are_confirmed_and_the_citizen_has_rated() {
    Known known = handled();
    long version = Desk.caseOf(known.caseId()).getLong("version");
    JsonPath made =
        issue(known.caseId(), entry(known.caseId())).then().statusCode(201).extract().jsonPath();
    UUID id = UUID.fromString(made.getString("noticeId"));
    assertThat(made.getString("noticeNo")).matches("ZR2026-\\d{4}");
    assertThat(made.getString("status")).isEqualTo("TO_DELIVER");
    // A paper beside the case makes nobody's form stale.
    assertThat(Desk.caseOf(known.caseId()).getLong("version")).isEqualTo(version);

    deliverAll(id);
    assertThat(notice(id).getString("status")).isEqualTo("TO_RECEIPT");
    confirmInSystem(id);
    assertThat(notice(id).getInt("receipts")).isEqualTo(5);
    onPaper(id, "PETITIONER", "回执联由诉求人签字，存档第 12 号").then().statusCode(200);
    assertThat(notice(id).getString("status")).isEqualTo("AWAITING_RESULT");

    others.closed(known);
    awaitNotice(id, "CLOSED");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.NOTICE_CLOSED);
    assertThat(facts)
        .filteredOn(fact -> fact.event() instanceof NoticeReceipted)
        .extracting(fact -> ((NoticeReceipted) fact.event()).copy())
        .containsExactlyInAnyOrder(NoticeCopy.values());
    assertThat(facts).filteredOn(fact -> fact.event() instanceof NoticeDelivered).hasSize(6);
    NoticeClosed closed = (NoticeClosed) facts.get(facts.size() - 1).event();
    assertThat(closed.late()).isFalse();
    NoticeIssued event =
        (NoticeIssued)
            facts.stream()
                .map(Fact::event)
                .filter(NoticeIssued.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(event.unitId()).isEqualTo("ny");
    assertThat(event.receiptsDueAt()).isBefore(event.dueAt());
    // Whom the notice names stays in this service.
    for (Fact fact : facts) {
      assertThat(new String(EventCodec.write(fact.event()), StandardCharsets.UTF_8))
          .doesNotContain("责任人甲", "0532", "分管", "签字", "更换管线");
    }
    // The next one is possible only for an open case.
    issue(known.caseId(), entry(known.caseId()))
        .then()
        .statusCode(409)
        .body("caseStatus", equalTo("CLOSED"));
  }

  @Test
  void the_last_receipt_closes_a_notice_whose_case_was_rated_before() {
    Known known = handled();
    UUID id = issued(known.caseId());
    deliverAll(id);
    confirmInSystem(id);
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");
    await().until(() -> "RATED".equals(notice(id).getString("result")));
    assertThat(notice(id).getString("status")).isEqualTo("TO_RECEIPT");

    onPaper(id, "PETITIONER", "邮件回执 12 号").then().statusCode(200).body("status", equalTo("CLOSED"));
    assertThat(log.awaitLast(known.caseId(), EventType.NOTICE_CLOSED)).isNotEmpty();
  }

  @Test
  void a_case_that_nobody_will_rate_leaves_its_notice_to_be_taken_back_with_a_reason() {
    Known known = open();
    UUID id = issued(known.caseId());
    deliverAll(id);
    others.withdrawn(known);
    awaitNotice(id, "TO_WITHDRAW");

    confirm(office("dwb"), id, "PARTY_OFFICE")
        .then()
        .statusCode(409)
        .body("noticeStatus", equalTo("TO_WITHDRAW"));
    withdraw(id, " ").then().statusCode(400).body("violations[0].field", equalTo("reason"));
    withdraw(id, "诉求人已撤诉，责任单不再需要。").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    assertThat(notice(id).getString("withdrawal")).contains("已撤诉");
    assertThat(log.awaitLast(known.caseId(), EventType.NOTICE_WITHDRAWN)).isNotEmpty();
    withdraw(id, "再撤一次").then().statusCode(409).body("noticeStatus", equalTo("WITHDRAWN"));
  }

  @Test
  void a_case_closed_because_nobody_could_be_reached_has_no_result() {
    Known known = handled();
    UUID id = issued(known.caseId());
    others.say(
        known,
        new CaseClosed(
            ClosedBy.UNREACHABLE,
            1,
            "ny",
            "/center/ny",
            Answer.UNKNOWN,
            Solved.UNKNOWN,
            Answer.UNKNOWN,
            Answer.UNKNOWN,
            Solved.UNKNOWN,
            Answer.UNKNOWN,
            null,
            null));
    awaitNotice(id, "TO_WITHDRAW");

    others.say(
        known,
        new CaseReopened(2, "ny", ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, clock.instant()));
    awaitNotice(id, "TO_DELIVER");
    assertThat(notice(id).getString("result")).as("that of the next round is to come").isNull();
    withdraw(id, "多次回访未接通，转线下跟进。").then().statusCode(200);
  }

  @Test
  void a_second_notice_about_the_same_case_is_refused_until_the_first_has_ended() {
    Known known = open();
    String first =
        issue(known.caseId(), entry(known.caseId()))
            .then()
            .statusCode(201)
            .extract()
            .path("noticeNo");

    issue(known.caseId(), entry(known.caseId()))
        .then()
        .statusCode(409)
        .body("code", equalTo("notice-open-already"))
        .body("noticeNo", equalTo(first));

    withdraw(ofCase(known).getUUID("items[0].noticeId"), "填写有误，重发。").then().statusCode(200);
    issue(Desk.as(Role.LEADER), known.caseId(), entry(known.caseId())).then().statusCode(201);
    assertThat(ofCase(known).getLong("count")).isEqualTo(2);
  }

  @Test
  void five_recipients_an_undispatched_case_and_a_unit_that_is_no_more_are_refused() {
    Known known = open();
    Map<String, Object> five = entry(known.caseId());
    five.put("recipients", NoticeDesk.recipients("dwb").subList(0, 5));
    issue(known.caseId(), five)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("recipients"))
        .body("violations[0].zh", startsWith("责任单须有六联，每联一个收件方，缺：信访部门存档联"));

    Known waiting = others.accepted(OtherServices.OTHER);
    Desk.awaitStatus(waiting.caseId(), "PENDING_DISPATCH");
    issue(waiting.caseId(), entry(waiting.caseId()))
        .then()
        .statusCode(409)
        .body("code", equalTo("nobody-is-responsible"));

    unit("ny-old", true);
    long version = Desk.caseOf(waiting.caseId()).getLong("version");
    // Whoever dispatches knows the directory as it was a second ago.
    await()
        .until(
            () ->
                Desk.dispatch(waiting.caseId(), version, Map.of("leadUnitId", "ny-old"))
                        .statusCode()
                    == 201);
    unit("ny-old", false);
    issue(waiting.caseId(), entry(waiting.caseId()))
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-is-no-more"));
    assertThat(ofCase(known).getLong("count")).isZero();
    assertThat(ofCase(waiting).getLong("count")).isZero();
  }

  @Test
  void a_notice_is_issued_on_what_the_case_is_now() {
    Known known = open();
    Desk.command(Desk.as(Role.SUPERVISOR), 0)
        .body(entry(known.caseId()))
        .post("/api/notices")
        .then()
        .statusCode(412);
    assertThat(ofCase(known).getLong("count")).isZero();
  }

  @Test
  void each_recipient_confirms_its_own_copy_once_it_is_delivered_and_nobody_elses() {
    Known known = open();
    UUID id = issued(known.caseId());
    confirm(office("dwb"), id, "PARTY_OFFICE")
        .then()
        .statusCode(409)
        .body("sheetStatus", equalTo("TO_DELIVER"));
    copy("dwb", id, "PARTY_OFFICE").statusCode(404);
    deliverAll(id);

    confirm(office("zfb"), id, "PARTY_OFFICE").then().statusCode(403);
    confirmAsLeader(Desk.as("another-leader", Role.LEADER, "center", "/center"), id)
        .then()
        .statusCode(403)
        .body("code", equalTo("copy-of-somebody-else"));
    confirm(office("dwb"), id, "PETITIONER").then().statusCode(403);
    confirm(office("dwb"), id, "SEVENTH").then().statusCode(404);
    onPaper(id, "PARTY_OFFICE", "代签")
        .then()
        .statusCode(409)
        .body("code", equalTo("confirmed-by-its-recipient-only"));
    confirm(office("dwb"), id, "PARTY_OFFICE").then().statusCode(200);
    confirm(office("dwb"), id, "PARTY_OFFICE")
        .then()
        .statusCode(409)
        .body("sheetStatus", equalTo("RECEIPTED"));
    copy("dwb", id, "PARTY_OFFICE").statusCode(200);
    copy("dwb", id, "LEADER").statusCode(404);
  }

  @Test
  void a_delivery_says_how_and_when_and_the_petitioner_is_reached_on_paper_only() {
    Known known = open();
    UUID id = issued(known.caseId());
    deliver(id, Map.of("copies", List.of("PETITIONER"), "delivery", "IN_SYSTEM"))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("petitioner-has-no-account"));
    deliver(id, Map.of("copies", List.of("PETITIONER"), "delivery", "BY_POST"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("note"));
    deliver(
            id,
            Map.of(
                "copies",
                List.of("PETITIONER"),
                "delivery",
                "BY_POST",
                "note",
                "EMS 1234567890123",
                "deliveredAt",
                clock.instant().plus(Duration.ofDays(1)).toString()))
        .then()
        .statusCode(400)
        .body("violations[0].code", equalTo("not-in-time"));
    deliver(id, Map.of("copies", List.of("LEADER", "LEADER"), "delivery", "IN_SYSTEM"))
        .then()
        .statusCode(400);
    deliver(id, Map.of("copies", List.of("LEADER"), "delivery", "IN_SYSTEM"))
        .then()
        .statusCode(200);
    // Two of which one is there already: neither is delivered again.
    deliver(id, Map.of("copies", List.of("LEADER", "PARTY_OFFICE"), "delivery", "IN_SYSTEM"))
        .then()
        .statusCode(409)
        .body("copy", equalTo("LEADER"));
    assertThat(notice(id).getInt("deliveries")).isEqualTo(1);
    assertThat(notice(id).getString("sheets[2].status")).isEqualTo("TO_DELIVER");
  }

  @Test
  void who_has_not_opened_theirs_is_a_list_and_so_is_what_is_overdue() {
    Known known = open();
    UUID id = issued(known.caseId());
    deliverAll(id);
    confirm(office("zzb"), id, "ORGANISATION_DEPARTMENT").then().statusCode(200);

    assertThat(copies(Role.SUPERVISOR, "to-receipt", id))
        .containsExactlyInAnyOrder(
            "LEADER", "PETITIONER", "PARTY_OFFICE", "GOVERNMENT_OFFICE", "PETITION_OFFICE");
    assertThat(copies(Role.SUPERVISOR, "overdue", id)).isEmpty();
    office("xfj")
        .get("/api/notices/copies?limit=200")
        .then()
        .statusCode(200)
        .body("items.copy.unique()", equalTo(List.of("PETITION_OFFICE")))
        .body("items.mine.unique()", equalTo(List.of(true)))
        .body("items.noticeId", hasItem(id.toString()));

    clock.moveBy(Duration.ofDays(6));
    assertThat(copies(Role.LEADER, "overdue", id)).hasSize(5);
    JsonPath overdue =
        Desk.as(Role.SUPERVISOR)
            .get("/api/notices?tab=receipts-overdue&limit=200")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(overdue.getList("items.noticeId")).contains(id.toString());
    assertThat(overdue.getLong("count")).isEqualTo(overdue.getList("items").size());
    confirm(office("xfj"), id, "PETITION_OFFICE").then().statusCode(200);
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.NOTICE_RECEIPTED);
    assertThat(((NoticeReceipted) facts.get(facts.size() - 1).event()).late()).isTrue();
    Desk.as(Role.SUPERVISOR).get("/api/notices?tab=rumours").then().statusCode(400);
    Desk.as(Role.SUPERVISOR).get("/api/notices/copies?tab=rumours").then().statusCode(400);
  }

  @Test
  void every_number_of_a_list_is_the_number_of_rows_behind_it_page_by_page() {
    for (int i = 0; i < 3; i++) {
      issued(open().caseId());
    }
    for (String list : List.of("/api/notices", "/api/notices/copies")) {
      Map<String, Object> counts =
          Desk.as(Role.SUPERVISOR).get(list).then().statusCode(200).extract().path("counts");
      for (String tab : counts.keySet()) {
        List<Object> seen = new ArrayList<>();
        String cursor = "";
        JsonPath page;
        do {
          page =
              Desk.as(Role.SUPERVISOR)
                  .get(list + "?limit=2&tab=" + tab + "&cursor=" + cursor)
                  .then()
                  .statusCode(200)
                  .extract()
                  .jsonPath();
          seen.addAll(page.getList("items"));
          cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat((long) seen.size()).as(list + " " + tab).isEqualTo(page.getLong("count"));
      }
    }
  }

  @Test
  void the_six_papers_say_different_things_and_the_petitioners_none_of_the_centres_remarks() {
    Known known = open();
    UUID id = issued(known.caseId());
    JsonPath papers =
        Desk.as("printer", Role.SUPERVISOR, "center", "/center")
            .get("/api/notices/" + id + "/papers")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(papers.getList("items.copy")).isEqualTo(NoticeDesk.COPIES);
    assertThat(papers.getString("items[0].original.content")).contains("已持续一周");
    assertThat(papers.getString("items[0].remark")).contains("亲自过问");
    assertThat(papers.getString("items[1].responsible[0].phone")).isEqualTo("0532-12345678");
    assertThat(papers.getString("items[1].promise")).contains("恢复路面");
    assertThat(papers.getString("items[1].demand")).isNull();
    assertThat(papers.getString("items[2].recipient")).isEqualTo("市委办公室");
    assertThat(papers.getString("items[2].responsible[0].phone")).isNull();
    assertThat(papers.getString("items[4].title")).isNull();
    assertThat(papers.getInt("items[4].record.rounds")).isEqualTo(1);
    assertThat(papers.getList("items[5].chain.words.zh")).contains("收到诉求", "受理", "派至农业农村局（第 1 轮）");
    assertThat(papers.getList("items[5].receipts")).hasSize(6);
    for (int copy = 1; copy < 6; copy++) {
      assertThat(papers.getString("items[" + copy + "].original")).isNull();
      assertThat(papers.getString("items[" + copy + "].remark")).isNull();
    }
    Desk.as(Role.AUDITOR)
        .get("/api/cases/" + known.caseId() + "/views?limit=1")
        .then()
        .body("items.actor", hasItem("printer"));
  }

  @Test
  void the_unit_that_answers_for_it_sees_the_notice_without_the_remark() {
    Known known = open();
    issued(known.caseId());
    office("ny")
        .get("/api/notices/cases/" + known.caseId())
        .then()
        .statusCode(200)
        .body("items[0].demand", startsWith("十个工作日内"))
        .body("items[0].remark", nullValue())
        .body("items[0].responsible[0].name", equalTo("责任人甲"));
    office("wl").get("/api/notices/cases/" + known.caseId()).then().statusCode(404);
  }

  @Test
  void what_went_out_cannot_be_changed_in_the_database_either() throws SQLException {
    Known known = open();
    UUID id = issued(known.caseId());
    deliverAll(id);
    confirm(office("zzb"), id, "ORGANISATION_DEPARTMENT").then().statusCode(200);
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String change :
          List.of(
              "update responsibility_notice set demand = 'x' where notice_id = '%s'",
              "update responsibility_notice set receipts = 0 where notice_id = '%s'",
              "delete from responsibility_notice where notice_id = '%s'",
              "update notice_responsible set name = 'x' where notice_id = '%s'",
              "update notice_sheet set delivered_at = now() where notice_id = '%s'",
              "update notice_sheet set receipted_at = now() where notice_id = '%s' and copy ="
                  + " 'ORGANISATION_DEPARTMENT'",
              "update notice_sheet set unit_id = 'cg' where notice_id = '%s' and copy ="
                  + " 'PARTY_OFFICE'",
              "delete from notice_sheet where notice_id = '%s'")) {
        assertThatThrownBy(() -> sql.executeUpdate(change.formatted(id)))
            .as(change)
            .hasMessageContaining("not ");
      }
    }
  }

  @Test
  void a_page_of_notices_takes_the_same_statements_however_many_rows_it_shows() throws IOException {
    for (int i = 0; i < 4; i++) {
      issued(open().caseId());
    }
    Desk.as(Role.SUPERVISOR).get("/api/notices");
    for (int rows : List.of(1, 4)) {
      long before = Files.size(Path.of(postgresLog));
      Desk.as(Role.SUPERVISOR)
          .get("/api/notices?limit=" + rows)
          .then()
          .statusCode(200)
          .body("items.size()", equalTo(rows));
      byte[] written = Files.readAllBytes(Path.of(postgresLog));
      assertThat(
              new String(written, (int) before, written.length - (int) before)
                  .lines()
                  .filter(line -> line.contains("execute") && !line.contains("for update"))
                  .filter(line -> line.matches(".* from (responsibility_notice|notice_).*")))
          .as("%d rows", rows)
          .hasSize(4);
    }
  }

  @Test
  void the_form_begins_with_the_offices_of_the_city() {
    Desk.as(Role.LEADER)
        .get("/api/notices/recipients")
        .then()
        .statusCode(200)
        .body("items.copy", equalTo(NoticeDesk.COPIES))
        .body("items[0].post", equalTo("分管副市长"))
        .body("items[1].unitId", nullValue())
        .body("items[4].unitName", equalTo("市委组织部"))
        .body("items.unitId", not(hasItem("gone")));
  }

  private Known open() {
    Known known = others.accepted(FARMING);
    Desk.awaitTask(known.caseId(), 1);
    return known;
  }

  /** Up to the callback. */
  private Known handled() {
    Known known = open();
    Desk.handle(Desk.awaitTask(known.caseId(), 1), () -> office("ny"));
    return known;
  }

  private static JsonPath ofCase(Known known) {
    return Desk.as(Role.SUPERVISOR)
        .get("/api/notices/cases/" + known.caseId())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse copy(String unit, UUID id, String copy) {
    return office(unit).get("/api/notices/" + id + "/copies/" + copy).then();
  }

  private static List<String> copies(Role role, String tab, UUID notice) {
    return Desk.as(role)
        .get("/api/notices/copies?limit=200&tab=" + tab)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.findAll { it.noticeId == '" + notice + "' }.copy", String.class);
  }

  private static void awaitNotice(UUID id, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(notice(id).getString("status")).isEqualTo(status));
  }

  private static void unit(String code, boolean active) {
    Desk.command(Desk.as(Role.ORG_ADMIN), 0)
        .body(
            Map.of(
                "code", code,
                "parentCode", "ny",
                "nameZh", "原农机站",
                "nameEn", "Former Machinery Station",
                "active", active))
        .post("/api/directory/units")
        .then()
        .statusCode(200);
  }
}
