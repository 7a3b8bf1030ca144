package hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRefused;
import hotline.lifecycle.CaseTransferAcknowledged;
import hotline.lifecycle.CaseTransferDeclined;
import hotline.lifecycle.CaseTransferredOut;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What became of a request before any unit had it. Each test has a month of its own. */
@QuarkusTest
@QuarkusTestResource(ReportingServers.class)
class ScreenedNumbersTest extends OverTheLog {

  @Test
  void the_share_of_direct_answers_is_of_what_was_registered_and_equals_its_lists()
      throws Exception {
    Instant september = Instant.parse("2028-09-04T01:00:00Z");
    LoopOfFacts rated =
        new LoopOfFacts("2809040000017", "cg", september).answeredDirectly().helped();
    LoopOfFacts waiting = new LoopOfFacts("2809040000025", "cg", september).answeredDirectly();
    LoopOfFacts noHelp =
        new LoopOfFacts("2809040000033", "cg", september).answeredDirectly().noHelp().dispatched();
    LoopOfFacts screened = new LoopOfFacts("2809040000041", "cg", september).registered();
    // Registered on the last day of the month, answered in the next: counted by its registration.
    LoopOfFacts later =
        new LoopOfFacts("2809300000016", "cg", Instant.parse("2028-09-30T14:30:00Z"))
            .answeredDirectly();
    tell(rated, waiting, noHelp, screened, later);

    String month = "?from=2028-09-01&to=2028-10-01";
    as(Role.LEADER)
        .get("/api/headline" + month)
        .then()
        .statusCode(200)
        .body("accepted", equalTo(3))
        .body("closed", equalTo(1))
        .body("open", equalTo(2))
        .body("rates.direct.code", equalTo("intake.direct.v1"))
        .body("rates.direct.numerator", equalTo(3))
        .body("rates.direct.denominator", equalTo(5))
        .body("rates.direct.value", equalTo(0.6f))
        .body("rates.satisfied.denominator", equalTo(1));
    awaitCount("/api/cases" + month + "&list=answered-direct", "3");
    awaitCount("/api/cases" + month + "&list=registered", "5");
    awaitCount("/api/cases" + month + "&list=accepted", "3");
    awaitCount("/api/cases" + month + "&list=open", "2");
    String first =
        as(Role.LEADER)
            .get("/api/cases" + month + "&list=registered&limit=3")
            .then()
            .body("items[0].caseNo", equalTo("2809300000016"))
            .extract()
            .path("nextCursor");
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=registered&limit=3&cursor=" + first)
        .then()
        .body("items", hasSize(2))
        .body("count", equalTo(5));

    // Of a unit it is only what it got: none answered at once, and nothing is divided by nothing.
    as(Role.LEADER)
        .get("/api/headline/by-unit" + month)
        .then()
        .body("items", hasSize(1))
        .body("items[0].unit", equalTo("cg"))
        .body("items[0].accepted", equalTo(1))
        .body("items[0].rates.direct", equalTo(null));
    String grid =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    token(grid)
        .get("/api/headline" + month)
        .then()
        .body("rates.direct.numerator", equalTo(3))
        .body("rates.direct.denominator", equalTo(5))
        .body("accepted", equalTo(3));
    token(grid)
        .get("/api/cases" + month + "&list=answered-direct")
        .then()
        .body("count", equalTo(3));
    as(Role.LEADER)
        .get("/api/headline?from=2028-08-01&to=2028-09-01")
        .then()
        .body("rates.direct.value", equalTo(null))
        .body("rates.direct.reason", equalTo("no_cases"));
    as(Role.SUPERVISOR)
        .get("/api/cases/2809040000033/timeline")
        .then()
        .body("entries.zh", hasItem("直接答复"))
        .body("entries.data.knowledgeItem", hasItem("KB-0123"));
    assertThat(whatTheMigrationCountsAsRegistered()).isEqualTo(registeredByDay());
  }

  private static final String REGISTERED =
      "SELECT string_agg(concat_ws(' ', day, registered), ';' ORDER BY day) FROM headline_day"
          + " WHERE registered > 0";

  private static String registeredByDay() throws Exception {
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      return text(sql, REGISTERED);
    }
  }

  /** Rows of before, counted by the migration as a replay would count them. */
  private static String whatTheMigrationCountsAsRegistered() throws Exception {
    String migration;
    try (var file = OverTheLog.class.getResourceAsStream("/db/migration/V5__direct_answers.sql")) {
      migration = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
    }
    try (Connection connection =
            ReportingServers.servers().postgres().connect("reporting", "reporting");
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        sql.execute("UPDATE headline_day SET registered = 0");
        for (String statement : migration.split(";")) {
          if (statement.contains("INSERT ")) {
            sql.execute(statement);
          }
        }
        return text(sql, REGISTERED);
      } finally {
        connection.rollback();
      }
    }
  }

  @Test
  void what_screening_refused_is_listed_with_its_count_and_is_no_open_case() throws Exception {
    Instant march = Instant.parse("2025-03-03T01:00:00Z");
    LoopOfFacts open = new LoopOfFacts("2503030000017", "cg", march).accepted();
    LoopOfFacts refused =
        new LoopOfFacts("2503030000025", "cg", march.plusSeconds(60))
            .registered()
            .say(new CaseRefused(RefusalReason.LEGAL_PROCEDURE));
    LoopOfFacts later =
        new LoopOfFacts("2503030000033", "cg", march.plusSeconds(120))
            .registered()
            .say(new CaseRefused(RefusalReason.NOT_TRUE));
    tell(open, refused, later);
    String period = "&from=2025-03-01&to=2025-04-01";
    String cursor =
        as(Role.SUPERVISOR)
            .get("/api/cases?list=refused&limit=1" + period)
            .then()
            .statusCode(200)
            .body("count", equalTo(2))
            .body("items[0].caseNo", equalTo("2503030000033"))
            .extract()
            .path("nextCursor");
    as(Role.SUPERVISOR)
        .get("/api/cases?list=refused&limit=1" + period + "&cursor=" + cursor)
        .then()
        .body("items.caseNo", contains("2503030000025"));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=open" + period)
        .then()
        .body("items.caseNo", contains("2503030000017"));
    as(Role.LEADER)
        .get("/api/headline?from=2025-03-01&to=2025-04-01")
        .then()
        .body("accepted", equalTo(1))
        .body("open", equalTo(1));
  }

  @Test
  void a_transfer_is_open_until_the_body_outside_has_acknowledged_it() throws Exception {
    Instant may = Instant.parse("2025-05-05T01:00:00Z");
    CaseTransferredOut out =
        new CaseTransferredOut(TransferTarget.POLICE_110, may, may.plusSeconds(1800), true, null);
    LoopOfFacts waits = new LoopOfFacts("2505050000011", "cg", may).registered().say(out);
    LoopOfFacts taken =
        new LoopOfFacts("2505050000029", "cg", may.plusSeconds(60))
            .registered()
            .say(out)
            .say(new CaseTransferAcknowledged(TransferTarget.POLICE_110, may, false, "J-1"));
    LoopOfFacts back =
        new LoopOfFacts("2505050000037", "cg", may.plusSeconds(120))
            .registered()
            .say(out)
            .say(new CaseTransferDeclined(TransferTarget.POLICE_110, may.plusSeconds(900)))
            .say(
                new CaseAccepted(
                    CaseKind.HELP,
                    Urgency.NORMAL,
                    "010201",
                    "370281001",
                    "/3702/370281",
                    may,
                    false));
    tell(waits, taken, back);
    String period = "&from=2025-05-01&to=2025-06-01";
    as(Role.SUPERVISOR)
        .get("/api/cases?list=transferred-out" + period)
        .then()
        .statusCode(200)
        .body("count", equalTo(2));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=transfers-open" + period)
        .then()
        .body("count", equalTo(1))
        .body("items.caseNo", contains("2505050000011"));
    as(Role.SUPERVISOR)
        .get("/api/cases?list=open" + period)
        .then()
        .body("items.caseNo", contains("2505050000037"));
    as(Role.LEADER)
        .get("/api/cases/2505050000029/timeline")
        .then()
        .body("status", equalTo("TRANSFERRED_OUT"))
        .body("entries", hasSize(3));
  }

  @Test
  void what_was_entered_after_its_true_time_counts_where_it_belongs_and_is_told_apart()
      throws Exception {
    log.write(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management", 2, null, true));
    awaitUnit("cg");
    Instant march = Instant.parse("2030-03-04T01:00:00Z");
    LoopOfFacts ordinary = new LoopOfFacts("3003040000014", "cg", march).accepted().dispatched();
    LoopOfFacts paper = new LoopOfFacts("3003040000022", "cg", march).acceptedFromPaper();
    LoopOfFacts old =
        new LoopOfFacts("3003040000030", "cg", march)
            .acceptedByTheOldSystem("OLD-2030-77", march.plusSeconds(86_400))
            .dispatched();
    tell(ordinary, paper.dispatched(), old);

    String month = "?from=2030-03-01&to=2030-04-01";
    as(Role.LEADER)
        .get("/api/headline" + month + "&unit=cg")
        .then()
        .body("accepted", equalTo(3))
        .body("fromPaper", equalTo(1))
        .body("fromOldSystem", equalTo(1));
    awaitCount("/api/cases" + month + "&list=from-paper", "1");
    awaitCount("/api/cases" + month + "&unit=cg&list=from-old-system", "1");
    as(Role.LEADER)
        .get("/api/cases" + month + "&list=from-old-system")
        .then()
        .body("items[0].enteredAs", equalTo("OLD_SYSTEM"))
        .body("items[0].externalRef", equalTo("OLD-2030-77"));
    as(Role.SCREENER)
        .get("/api/cases/OLD-2030-77/timeline")
        .then()
        .body("caseId", equalTo(old.caseId().toString()))
        .body("enteredAs", equalTo("OLD_SYSTEM"))
        .body("entries[0].data.originalDue", equalTo("2030-03-05T01:00:00Z"));
    String wide =
        TestTokens.of("leader-of-all", Role.LEADER).unit("center", "/center").grid("/3702").token();
    assertThat(withoutAge(token(wide).get("/api/headline" + month).asString()))
        .isEqualTo(withoutAge(as(Role.LEADER).get("/api/headline" + month).asString()));
  }
}
