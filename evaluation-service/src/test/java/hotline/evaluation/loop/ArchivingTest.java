package hotline.evaluation.loop;

import static hotline.lifecycle.EventType.CASE_ARCHIVED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REOPENED;
import static hotline.lifecycle.EventType.LEGAL_HOLD_LIFTED;
import static hotline.lifecycle.EventType.LEGAL_HOLD_PLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hotline.access.Role;
import hotline.evaluation.archiving.SeedArchiveTimers;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseReopenRequested;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LegalHoldLifted;
import hotline.lifecycle.LegalHoldPlaced;
import hotline.lifecycle.LegalHoldReason;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Source;
import hotline.lifecycle.Urgency;
import hotline.relay.DueTimer;
import hotline.relay.TimerHandler;
import hotline.relay.quarkus.JtaTransactions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EvaluationServers.class)
class ArchivingTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject MovedClock clock;
  @Inject TimerHandler timers;
  @Inject JtaTransactions transactions;
  @Inject AgroalDataSource database;
  @Inject SeedArchiveTimers seedTimers;

  @Test
  void a_closed_case_is_archived_by_the_clock_once_its_windows_are_over() {
    OtherServices.Known known = others.completed(CaseKind.COMPLAINT, Urgency.NORMAL);
    close(known, 1);
    JsonPath closed = archive(known);
    assertThat(closed.getString("status")).isEqualTo("CLOSED");
    assertThat(closed.getString("archivedAt")).isNull();
    Instant closedAt = instant(closed, "closedAt");
    assertThat(instant(closed, "reopenUntil")).isEqualTo(closedAt.plus(Duration.ofDays(15)));
    // A moment before it nothing happens.
    fire(known, 1);
    assertThat(archive(known).getString("status")).isEqualTo("CLOSED");

    // By whole days: for other tests the time of the day stays as it is.
    clock.moveTo(clock.instant().plus(Duration.ofDays(16)));

    Fact said = log.awaitLast(known.caseId(), CASE_ARCHIVED);
    assertThat(said.event()).isEqualTo(new CaseArchived(closedAt, 30, endOfYear(closedAt, 30)));
    assertThat(said.envelope().actor()).isEqualTo(Envelope.SYSTEM);
    JsonPath archived = archive(known);
    assertThat(archived.getString("status")).isEqualTo("ARCHIVED");
    assertThat(archived.getInt("retentionYears")).isEqualTo(30);
    assertThat(instant(archived, "retentionUntil")).isEqualTo(endOfYear(closedAt, 30));
    // Once: a timer that comes again finds nothing to say.
    fire(known, 1);
    assertThat(archive(known).getLong("version")).isEqualTo(archived.getLong("version"));
    Desk.clerk("cg", "/center/cg")
        .get("/api/cases/" + known.caseId() + "/scoring")
        .then()
        .statusCode(200)
        .body("exclusionHindrance", equalTo("WINDOW_OVER"));
    Desk.clerk("cg", "/center/cg")
        .get("/api/scored-rounds?tab=over&limit=200")
        .then()
        .body("items.caseNo", hasItem(known.caseNo()));
  }

  @Test
  void a_legal_hold_keeps_a_case_from_the_archive_until_it_is_lifted() {
    OtherServices.Known known = closed();
    UUID hold = hold(known, "（2026）鲁0281民初100号");
    assertThat(log.awaitLast(known.caseId(), LEGAL_HOLD_PLACED).event())
        .isEqualTo(new LegalHoldPlaced(hold, LegalHoldReason.LITIGATION));
    UUID other = hold(known, "（2026）鲁0281民初101号");
    place(known, "（2026）鲁0281民初101号").then().statusCode(409).body("code", equalTo("held-already"));
    holds("standing").body("items.caseNo", hasItem(known.caseNo()));

    windowsAreOver(known);
    fire(known, 1);
    assertThat(archive(known).getString("status")).isEqualTo("CLOSED");

    lift(other, 0, "调解结案").then().statusCode(200).body("stands", equalTo(false));
    assertThat(log.awaitLast(known.caseId(), LEGAL_HOLD_LIFTED).event())
        .isEqualTo(new LegalHoldLifted(other, LegalHoldReason.LITIGATION, true, null));
    fire(known, 1);
    assertThat(archive(known).getString("status")).isEqualTo("CLOSED");

    lift(hold, 0, "判决生效").then().statusCode(200);
    log.awaitLast(known.caseId(), CASE_ARCHIVED);
    lift(hold, 1, "再解除").then().statusCode(409).body("code", equalTo("hold-lifted-already"));
    holds("standing").body("items.caseNo", not(hasItem(known.caseNo())));
    holds("lifted").body("items.caseNo", hasItem(known.caseNo()));
    supervisor()
        .get("/api/cases/" + known.caseId() + "/archive")
        .then()
        .body("held", equalTo(false))
        .body("holds", hasSize(2))
        .body("holds.liftReason", hasItem("判决生效"));
  }

  @Test
  void an_archived_case_that_was_held_is_kept_until_the_end_of_the_next_year_at_least() {
    OtherServices.Known known = closed();
    windowsAreOver(known);
    fire(known, 1);
    log.awaitLast(known.caseId(), CASE_ARCHIVED);
    Instant until = instant(archive(known), "retentionUntil");
    UUID hold = hold(known, "纪检函〔2026〕3 号");
    assertThat(archive(known).getBoolean("held")).isTrue();

    lift(hold, 0, "已办结").then().statusCode(200);

    LegalHoldLifted lifted =
        (LegalHoldLifted) log.awaitLast(known.caseId(), LEGAL_HOLD_LIFTED).event();
    assertThat(lifted.retentionUntil())
        .isEqualTo(until)
        .isEqualTo(instant(archive(known), "retentionUntil"));
  }

  @Test
  void what_its_unit_asked_about_its_score_is_decided_before_it_is_archived() {
    OtherServices.Known known = closed();
    UUID request =
        UUID.fromString(
            Desk.command(
                    Desk.clerk("cg", "/center/cg").contentType("application/json"),
                    Desk.clerk("cg", "/center/cg")
                        .get("/api/cases/" + known.caseId() + "/scoring")
                        .jsonPath()
                        .getLong("version"))
                .body(Map.of("reason", "NOT_TRUE", "explanation", "现场无此情况", "evidence", "照片"))
                .post("/api/cases/" + known.caseId() + "/exclusion")
                .then()
                .statusCode(200)
                .extract()
                .path("requestId"));
    windowsAreOver(known);
    fire(known, 1);
    JsonPath waits = archive(known);
    assertThat(waits.getString("status")).isEqualTo("CLOSED");
    assertThat(waits.getBoolean("undecided")).isTrue();

    Desk.command(Desk.as("one", Role.ASSESSMENT_CLERK), 0)
        .body(Map.of("grants", false, "reason", "材料不足"))
        .post("/api/score-requests/" + request + "/proposal")
        .then()
        .statusCode(200);
    Desk.command(Desk.as("two", Role.ASSESSMENT_CLERK), 1)
        .post("/api/score-requests/" + request + "/confirmation")
        .then()
        .statusCode(200);

    log.awaitLast(known.caseId(), CASE_ARCHIVED);
  }

  @Test
  void a_reopening_that_is_heard_after_the_archiving_is_kept_and_changes_nothing() {
    OtherServices.Known known = closed();
    JsonPath closed = archive(known);
    windowsAreOver(known);
    fire(known, 1);
    log.awaitLast(known.caseId(), CASE_ARCHIVED);

    reopeningAsked(known, instant(closed, "closedAt"));

    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> count("select count(*) from late_fact where case_id = ?", known.caseId()) == 1);
    assertThat(archive(known).getString("status")).isEqualTo("ARCHIVED");
    log.awaitLast(known.caseId(), CASE_ARCHIVED);
  }

  @Test
  void a_reopened_case_is_archived_by_its_next_closing() {
    OtherServices.Known known = closed();
    JsonPath first = archive(known);
    reopeningAsked(known, instant(first, "closedAt"));
    log.awaitLast(known.caseId(), CASE_REOPENED);
    windowsAreOver(known);
    fire(known, 1);
    supervisor()
        .get("/api/cases/" + known.caseId() + "/archive")
        .then()
        .body("status", equalTo("REHANDLING"))
        .body("closedAt", nullValue())
        .body("archiveFrom", nullValue());

    others.handled(known, 2);
    close(known, 2);
    fire(known, 1);
    JsonPath second = archive(known);
    assertThat(second.getString("status")).isEqualTo("CLOSED");
    windowsAreOver(known);
    fire(known, 2);
    log.awaitLast(known.caseId(), CASE_ARCHIVED);
  }

  @Test
  void an_open_case_is_held_as_well_and_an_unfinished_form_says_what_is_missing() {
    OtherServices.Known open = others.completed();
    Desk.awaitCallback(open.caseId(), 1);
    place(open, " ")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("reference"))
        .body("violations[0].zh", notNullValue());
    hold(open, "审计通知书〔2026〕7 号");
    assertThat(archive(open).getString("status")).isEqualTo("PENDING_CALLBACK");
    assertThat(archive(open).getBoolean("held")).isTrue();
  }

  @Test
  void what_an_instance_of_before_closes_gets_its_window_and_its_timer() throws Exception {
    OtherServices.Known known = others.completed();
    UUID callback = Desk.awaitCallback(known.caseId(), 1);
    try (Connection connection = database.getConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                "update callback set status = 'UNREACHABLE', decision = 'CLOSED', attempts = 1,"
                    + " ended_at = opened_at, ended_by = 'somebody' where callback_id = ?")) {
      sql.setObject(1, callback);
      assertThat(sql.executeUpdate()).isEqualTo(1);
    }
    assertThat(
            count(
                "select count(*) from callback where callback_id = ?"
                    + " and reopen_until = ended_at + interval '15 days'",
                callback))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from timer where kind = 'archive-due' and key = ?::uuid::text",
                callback))
        .isEqualTo(1);
  }

  @Test
  void a_timer_that_an_instance_of_before_took_is_set_again() throws Exception {
    OtherServices.Known taken = closed();
    OtherServices.Known kept = closed();
    OtherServices.Known open = others.completed();
    UUID callback = Desk.awaitCallback(taken.caseId(), 1);
    UUID openCallback = Desk.awaitCallback(open.caseId(), 1);
    assertThat(
            update(
                "delete from timer where kind = 'archive-due' and key = ?::uuid::text", callback))
        .isEqualTo(1);

    assertThat(seedTimers.seed()).isPositive();
    seedTimers.seed();

    String itsOwn =
        "select count(*) from timer t join callback c on t.key = c.callback_id::text"
            + " where t.kind = 'archive-due' and c.callback_id = ? and t.due_at = c.reopen_until";
    assertThat(count(itsOwn, callback)).isEqualTo(1);
    assertThat(count(itsOwn + " + interval '1 hour'", Desk.awaitCallback(kept.caseId(), 1)))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from timer where kind = 'archive-due' and key = ?::uuid::text",
                openCallback))
        .isZero();
  }

  @Test
  void a_batch_of_several_kinds_locks_its_cases_in_the_order_of_all_who_lock_some()
      throws Exception {
    OtherServices.Known one = closed();
    OtherServices.Known other = closed();
    boolean inOrder = one.caseId().toString().compareTo(other.caseId().toString()) < 0;
    OtherServices.Known first = inOrder ? one : other;
    OtherServices.Known last = inOrder ? other : one;
    for (List<String> kinds :
        List.of(List.of("callback-due", "archive-due"), List.of("archive-due", "callback-due"))) {
      CompletableFuture<Void> batch;
      try (Connection holder = database.getConnection()) {
        holder.setAutoCommit(false);
        assertThat(lock(holder, first)).isTrue();
        batch =
            CompletableFuture.runAsync(
                () -> fire(List.of(timer(kinds.get(0), first), timer(kinds.get(1), last))));
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    count(
                            "select count(*) from pg_stat_activity a join hotline_case h"
                                + " on h.case_id = ? where pg_backend_pid() <> a.pid"
                                + " and a.datname = current_database()"
                                + " and cardinality(pg_blocking_pids(a.pid)) > 0",
                            first.caseId())
                        > 0);
        // It waits for the first one, and nobody waits for it meanwhile.
        assertThat(lock(holder, last)).as("%s", kinds).isTrue();
        holder.rollback();
        holder.setAutoCommit(true);
      }
      batch.get(60, TimeUnit.SECONDS);
    }
  }

  /** False when another holds it. */
  private static boolean lock(Connection tx, OtherServices.Known known) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "select 1 from hotline_case where case_id = ? for no key update skip locked")) {
      sql.setObject(1, known.caseId());
      return sql.executeQuery().next();
    }
  }

  private DueTimer timer(String kind, OtherServices.Known known) {
    return new DueTimer(
        kind, Desk.awaitCallback(known.caseId(), 1).toString(), clock.instant(), null);
  }

  private OtherServices.Known closed() {
    OtherServices.Known known = others.completed();
    close(known, 1);
    return known;
  }

  private void close(OtherServices.Known known, int round) {
    UUID callback = Desk.awaitCallback(known.caseId(), round);
    Desk.attempt(callback, "REACHED").then().statusCode(200);
    Desk.rate(callback, Desk.satisfied()).then().statusCode(200);
    log.awaitLast(known.caseId(), CASE_CLOSED);
  }

  /** The timer of that round, now: whether it would be due or not. */
  private void fire(OtherServices.Known known, int round) {
    UUID callback = Desk.awaitCallback(known.caseId(), round);
    fire(List.of(new DueTimer("archive-due", callback.toString(), clock.instant(), null)));
  }

  private void fire(List<DueTimer> due) {
    try {
      transactions.call(
          tx -> {
            timers.fire(tx, due);
            return null;
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void reopeningAsked(OtherServices.Known known, Instant closedAt) {
    others.say(
        known,
        Source.INTAKE,
        new CaseReopenRequested(ReopenReason.CAME_BACK, ReopenedBy.CITIZEN, closedAt));
  }

  /** As if the case had been closed long ago: the clock belongs to all tests. */
  private void windowsAreOver(OtherServices.Known known) {
    try (Connection connection = database.getConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                "update callback set reopen_until = ended_at - interval '2 hours',"
                    + " contest_until = ended_at - interval '3 hours'"
                    + " where case_id = ? and decision = 'CLOSED'")) {
      sql.setObject(1, known.caseId());
      assertThat(sql.executeUpdate()).isPositive();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant endOfYear(Instant of, int years) {
    return LocalDate.of(of.atZone(CITY).getYear() + years + 1, 1, 1).atStartOfDay(CITY).toInstant();
  }

  private static io.restassured.specification.RequestSpecification supervisor() {
    return Desk.as("the-supervisor", Role.SUPERVISOR);
  }

  private static JsonPath archive(OtherServices.Known known) {
    return supervisor()
        .get("/api/cases/" + known.caseId() + "/archive")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Instant instant(JsonPath of, String field) {
    return Instant.parse(of.getString(field));
  }

  private static UUID hold(OtherServices.Known known, String reference) {
    return UUID.fromString(place(known, reference).then().statusCode(200).extract().path("holdId"));
  }

  private static Response place(OtherServices.Known known, String reference) {
    return Desk.command(supervisor(), archive(known).getLong("version"))
        .body(Map.of("reason", "LITIGATION", "reference", reference, "explanation", "法院调取材料"))
        .post("/api/cases/" + known.caseId() + "/legal-holds");
  }

  private static Response lift(UUID hold, long version, String why) {
    return Desk.command(supervisor(), version)
        .body(Map.of("reason", why))
        .post("/api/legal-holds/" + hold + "/lifting");
  }

  private static io.restassured.response.ValidatableResponse holds(String tab) {
    return supervisor().get("/api/legal-holds?limit=200&tab=" + tab).then().statusCode(200);
  }

  private int update(String statement, UUID parameter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.setObject(1, parameter);
      return sql.executeUpdate();
    }
  }

  private long count(String query, UUID parameter) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
