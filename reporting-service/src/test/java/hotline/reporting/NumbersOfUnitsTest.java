package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Solved;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What units count and see, and when they were late. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class NumbersOfUnitsTest extends OverTheLog {

  @Test
  void what_units_asked_for_and_got_has_its_lists_and_the_number_of_overdue_stays_right()
      throws Exception {
    Instant august = Instant.parse("2026-08-03T01:00:00Z");
    Instant until = Instant.parse("2026-09-20T01:00:00Z");
    LoopOfFacts inTime =
        new LoopOfFacts("2608030000017", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .extended(august.plusSeconds(900_000), false)
            .reply();
    LoopOfFacts tooLate =
        new LoopOfFacts("2608030000025", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .missed()
            .extended(august.plusSeconds(900_000), true);
    LoopOfFacts held =
        new LoopOfFacts("2608030000033", "cg", august)
            .accepted()
            .dispatched()
            .contacted()
            .held(until, until.plusSeconds(400_000));
    LoopOfFacts back =
        new LoopOfFacts("2608030000041", "cg", august).accepted().dispatched().returned();
    tell(inTime, tooLate, held, back);

    for (String[] number :
        new String[][] {{"overdue", "1"}, {"extended", "2"}, {"on-hold", "1"}, {"returned", "1"}}) {
      awaitCount("/api/cases?from=2026-08-01&to=2026-09-01&list=" + number[0], number[1]);
      as(Role.LEADER)
          .get("/api/cases?from=2026-08-01&to=2026-09-01&list=" + number[0])
          .then()
          .statusCode(200)
          .body("count", equalTo(Integer.parseInt(number[1])))
          .body("items", hasSize(Integer.parseInt(number[1])));
    }
    as(Role.LEADER)
        .get("/api/headline?from=2026-08-01&to=2026-09-01")
        .then()
        .body("overdue", equalTo(1))
        .body("open", equalTo(4));
    as(Role.LEADER)
        .get("/api/headline/by-unit?from=2026-08-01&to=2026-09-01")
        .then()
        .body("items.find { it.unit == 'cg' }.accepted", equalTo(3));
    as(Role.SUPERVISOR)
        .get("/api/cases/260803-000003-3/timeline")
        .then()
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"))
        .body("heldUntil", equalTo(until.toString()))
        .body("entries.zh", hasItem("挂起"))
        .body("entries.data.reason", hasItem("SEASON"));
  }

  @Test
  void a_unit_that_got_a_case_late_is_not_late_with_it() throws Exception {
    log.write(
        new DirectoryEntry.Unit("cg", "center", "/center/cg", "城市管理局", "Urban", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("zj", "center", "/center/zj", "住建局", "Housing", 2, null, true));
    Instant january = Instant.parse("2027-01-04T01:00:00Z");
    LoopOfFacts moved =
        new LoopOfFacts("2701040000017", "cg", january)
            .accepted()
            .dispatched()
            .missed()
            .recalled()
            .at("zj", "/center/zj")
            .dispatched()
            .replied(false);
    LoopOfFacts stayed =
        new LoopOfFacts("2701040000025", "cg", january)
            .accepted()
            .dispatched()
            .replied(true)
            .rejected();
    tell(moved, stayed);

    String month = "?from=2027-01-01&to=2027-02-01";
    as(Role.LEADER).get("/api/headline" + month).then().statusCode(200).body("overdue", equalTo(2));
    as(Role.LEADER)
        .get("/api/headline/by-unit" + month)
        .then()
        .body("items.find { it.unit == 'cg' }.overdue", equalTo(1))
        .body("items.find { it.unit == 'zj' }.overdue", equalTo(0));
    awaitCount("/api/cases" + month + "&list=overdue", "2");
    for (String[] unit : new String[][] {{"cg", "1"}, {"zj", "0"}, {"center", "1"}}) {
      log.write(
          new DirectoryEntry.Unit("center", null, "/center", "12345 中心", "Centre", 1, null, true));
      awaitUnit("center");
      as(Role.LEADER)
          .get("/api/headline" + month + "&unit=" + unit[0])
          .then()
          .body("overdue", equalTo(Integer.parseInt(unit[1])));
      awaitCount("/api/cases" + month + "&list=overdue&unit=" + unit[0], unit[1]);
    }
    as(Role.LEADER)
        .get("/api/cases" + month + "&unit=zj")
        .then()
        .body("items[0].overdue", equalTo(false));
    assertThat(as(Role.ANALYST).get("/api/cases/export.csv" + month + "&unit=zj").asString())
        .contains(",false,false,false,false,,\r\n");
    assertThat(as(Role.ANALYST).get("/api/cases/export.csv" + month).asString())
        .contains(",true,false,false,false,,\r\n");
    // A reply that was sent back is not what the citizen waits for.
    assertThat(waited("2701040000025")).isNull();

    assertThat(whatTheMigrationGivesExistingRows()).isEqualTo(whatTheRowsSay());
  }

  private static final String LATENESS =
      "SELECT string_agg(concat_ws(' ', case_id, unit_overdue, last_replied_at), ';' ORDER BY"
          + " case_id) || (SELECT string_agg(concat_ws(' ', day, unit_path, unit_overdue), ';'"
          + " ORDER BY day, unit_path) FROM headline_day) FROM case_record WHERE case_no LIKE"
          + " '2701%'";

  private static String whatTheRowsSay() throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      return text(sql, LATENESS);
    }
  }

  /** Rows as they were before it, then what it says about them. */
  private static String whatTheMigrationGivesExistingRows() throws Exception {
    String migration;
    try (var file =
        OverTheLog.class.getResourceAsStream(
            "/db/migration/V4__lateness_of_the_present_unit.sql")) {
      migration = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
    }
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        sql.execute(
            "UPDATE case_record SET unit_overdue = false, last_replied_at = first_replied_at"
                + " WHERE case_no LIKE '2701%'");
        sql.execute("UPDATE headline_day SET unit_overdue = 0");
        int updates = 0;
        for (String statement : migration.split(";")) {
          if (statement.contains("UPDATE ")) {
            sql.execute(statement);
            updates++;
          }
        }
        assertThat(updates).isEqualTo(3);
        return text(sql, LATENESS);
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void a_line_of_a_unit_opens_as_many_cases_as_it_counts() throws Exception {
    log.write(
        new DirectoryEntry.Unit("d1", "center", "/center/d1", "一区", "District 1", 2, null, true));
    log.write(
        new DirectoryEntry.Unit("d1-1", "d1", "/center/d1/d1-1", "一科", "Desk 1", 3, null, true));
    awaitUnit("d1-1");
    Instant february = Instant.parse("2027-02-02T01:00:00Z");
    LoopOfFacts own = new LoopOfFacts("2702020000017", "d1", february).accepted().dispatched();
    LoopOfFacts below =
        new LoopOfFacts("2702020000025", "d1-1", february)
            .at("d1-1", "/center/d1/d1-1")
            .accepted()
            .dispatched();
    LoopOfFacts second =
        new LoopOfFacts("2702020000033", "d1-1", february)
            .at("d1-1", "/center/d1/d1-1")
            .accepted()
            .dispatched();
    tell(own, below, second);

    String month = "?from=2027-02-01&to=2027-03-01";
    as(Role.LEADER).get("/api/headline" + month + "&unit=d1").then().body("accepted", equalTo(3));
    awaitCount("/api/cases" + month + "&unit=d1", "3");
    for (String unit : List.of("d1", "d1-1")) {
      int count =
          as(Role.LEADER)
              .get("/api/headline/by-unit" + month + "&unit=d1")
              .path("items.find { it.unit == '" + unit + "' }.accepted");
      assertThat(count).isEqualTo(unit.equals("d1") ? 1 : 2);
      awaitCount("/api/cases" + month + "&unitOnly=true&unit=" + unit, Integer.toString(count));
    }
    as(Role.LEADER)
        .get("/api/cases?unitOnly=true")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("unitOnly"));
    as(Role.LEADER).get("/api/cases?unit=d1&unitOnly=yes").then().statusCode(400);
    token(TestTokens.forRole(Role.CLERK, "cg", "/center/cg", "clerk"))
        .get("/api/cases?unit=d1&unitOnly=true")
        .then()
        .statusCode(403);
  }

  @Test
  void who_works_for_a_grid_counts_lists_and_exports_what_lies_there() throws Exception {
    Instant april = Instant.parse("2027-04-05T01:00:00Z");
    LoopOfFacts here = loop("2704050000017", "cg", april).closed(Solved.NOT_BY_POLICY, Answer.YES);
    LoopOfFacts open = new LoopOfFacts("2704050000025", "cg", april).accepted().dispatched();
    LoopOfFacts elsewhere =
        new LoopOfFacts("2704050000033", "cg", april)
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .dispatched();
    // Filed at the wrong place: it counts where it lies since that was put right.
    LoopOfFacts corrected =
        new LoopOfFacts("2704050000041", "cg", april)
            .in("370282001", "/3702/370282/370282001")
            .accepted()
            .dispatched()
            .corrected(CaseKind.REPORT, "020101", "370281001", "/3702/370281/370281001");
    tell(here, open, elsewhere, corrected);
    as(Role.SUPERVISOR)
        .get("/api/cases/" + corrected.caseId() + "/timeline")
        .then()
        .body("kind", equalTo("REPORT"))
        .body("entries.zh", hasItem("更正"))
        .body("entries[-1].data.placeCodeBefore", equalTo("370282001"));

    String month = "?from=2027-04-01&to=2027-05-01";
    String all = as(Role.LEADER).get("/api/headline" + month).path("accepted").toString();
    assertThat(all).isEqualTo("4");
    for (String[] grid :
        new String[][] {
          {"/3702", "4"}, {"/3702/370281", "3"}, {"/3702/370282", "1"}, {"/3703", "0"}
        }) {
      String leader =
          TestTokens.of("leader-of-a-grid", Role.LEADER, Role.ANALYST)
              .unit("center", "/center")
              .grid(grid[0])
              .token();
      int cases = Integer.parseInt(grid[1]);
      token(leader)
          .get("/api/headline" + month)
          .then()
          .statusCode(200)
          .body("accepted", equalTo(cases));
      int byUnit =
          token(leader).get("/api/headline/by-unit" + month).path("items.accepted.sum() ?: 0");
      assertThat(byUnit).isEqualTo(cases);
      token(leader).get("/api/cases" + month).then().body("count", equalTo(cases));
      assertThat(token(leader).get("/api/cases/export.csv" + month).asString().lines())
          .hasSize(cases + 1);
    }
    // The same numbers from the cases as from the counts.
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    for (String path : List.of("/api/headline", "/api/headline/by-unit")) {
      assertThat(withoutAge(token(wide).get(path + month).asString()))
          .isEqualTo(withoutAge(as(Role.LEADER).get(path + month).asString()));
    }
  }

  @Test
  void a_unit_counts_and_sees_its_own_cases_only() throws Exception {
    Instant june = Instant.parse("2026-06-02T01:00:00Z");
    LoopOfFacts own = new LoopOfFacts("2606020000017", "cg", june).accepted().dispatched();
    LoopOfFacts other = new LoopOfFacts("2606020000025", "zj", june).accepted().dispatched();
    tell(own, other);
    RequestSpecification leader =
        token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"));
    leader
        .get("/api/headline?from=2026-06-01&to=2026-07-01")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"))
        .get("/api/cases/2606020000025/timeline")
        .then()
        .statusCode(404);
    token(TestTokens.forRole(Role.UNIT_LEADER, "cg", "/center/cg", "unit-leader"))
        .get("/api/cases/2606020000017/timeline")
        .then()
        .statusCode(200);
  }
}
