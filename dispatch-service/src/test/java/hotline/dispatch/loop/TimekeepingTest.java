package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import hotline.access.Role;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.lifecycle.CalendarInForce;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.DeadlineChange;
import hotline.lifecycle.DeadlineKind;
import hotline.lifecycle.DeadlineMoved;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Topics;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Calendars and limits are adopted, and the due times that lie ahead follow. The many tasks of
 * these tests lie in 2030, where no other test works.
 */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class TimekeepingTest {

  private static final int MANY = 2000;
  private static final int PASSED = 100;
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String HOLIDAYS =
      "{\"dates\":[{\"date\":\"2030-05-08\",\"isOffDay\":true,\"name\":\"补假\"},"
          + "{\"date\":\"2026-01-07\",\"isOffDay\":true,\"name\":\"补假\"}],\"reason\":\"停电检修\"}";
  private static final String NO_DATES = "{\"dates\":[],\"reason\":\"恢复\"}";

  // Monday 6 May 2030, 09:00: five work days end on the 13th at the close.
  private static final String START = "2030-05-06T01:00:00Z";
  private static final Instant DUE = Instant.parse("2030-05-13T09:30:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2030-05-14T09:30:00Z");

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;
  @Inject TimeRulesInForce timeRules;

  private UUID task;

  @BeforeEach
  void one() {
    task = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
  }

  @AfterEach
  void as_it_was() throws SQLException {
    execute("drop trigger if exists killed_half_way on assignment");
    if (!timeRules.current().calendar().isWorkDay(LocalDate.of(2030, 5, 8))) {
      adopt("calendar", NO_DATES).then().statusCode(201);
    }
    awaitRecomputed();
    execute(
        "delete from timer where split_part(key, '/', 1) in"
            + " (select assignment_id::text from assignment where unit_id = 'many')");
    execute("delete from assignment where unit_id = 'many'");
    execute("delete from handled_case where case_no like 'MANY-%'");
  }

  @Test
  void a_preview_counts_what_would_move_and_writes_nothing() throws SQLException {
    many(20, START);
    long version = version("calendar");

    JsonPath preview =
        admin()
            .body(HOLIDAYS)
            .post("/api/calendar/previews")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    String reply = "byClock.find { it.clock == 'REPLY' }.counted";
    assertThat(preview.getLong(reply + ".moved")).isEqualTo(20);
    assertThat(preview.getLong(reply + ".later")).isEqualTo(20);
    assertThat(preview.getLong(reply + ".earlier")).isZero();
    assertThat(preview.getLong("all.becomesOverdue")).isZero();
    assertThat(preview.getLong("byClock.find { it.clock == 'SIGN' }.counted.moved")).isZero();
    assertThat(preview.getList("examples")).hasSize(10);
    assertThat(preview.getString("examples[0].dueBefore")).isEqualTo(DUE.toString());
    assertThat(preview.getString("examples[0].dueAt")).isEqualTo(NEXT_DAY.toString());
    assertThat(version("calendar")).isEqualTo(version);
    assertThat(
            count("select count(*) from assignment where unit_id = 'many' and reply_due = ?", DUE))
        .isEqualTo(20);
  }

  @Test
  void two_thousand_due_times_killed_half_way_move_once_each_and_passed_ones_never()
      throws SQLException {
    many(MANY, START);
    many(PASSED, "2026-01-05T01:00:00Z");
    Instant passed = Instant.parse("2026-01-12T09:30:00Z");
    // Dies in the middle of a batch, again and again, until somebody mends it.
    execute("create sequence if not exists deaths");
    execute(
        "create or replace function die() returns trigger language plpgsql as $$ begin"
            + " perform nextval('deaths'); raise exception 'killed half way'; end $$");
    execute(
        "create trigger killed_half_way before update on assignment for each row"
            + " when (new.unit_id = 'many' and new.assignment_id = '"
            + oneHalfWay()
            + "') execute function die()");

    long calendar = adopted("calendar", HOLIDAYS);

    await()
        .atMost(LONG)
        .until(() -> count("select last_value from deaths") >= 2 && moved() > 0 && moved() < MANY);
    // Meanwhile people work on, and a task that begins now follows the new calendar.
    Desk.sign(Desk.clerk(), task, Desk.version(task)).then().statusCode(200);

    execute("drop trigger killed_half_way on assignment");
    awaitRecomputed();

    assertThat(
            count(
                "select count(*) from assignment where unit_id = 'many' and reply_due = ?",
                NEXT_DAY))
        .isEqualTo(MANY);
    assertThat(
            count(
                "select count(*) from assignment where unit_id = 'many' and reply_due = ?", passed))
        .isEqualTo(PASSED);
    assertThat(
            count(
                "select count(*) from timer where kind = 'assignment-clock' and split_part(key, '/', 1)"
                    + " in (select assignment_id::text from assignment where unit_id = 'many')"))
        .isEqualTo(MANY);
    assertThat(recomputation("calendar").getLong("recomputation.moved")).isEqualTo(MANY);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              List<DeadlineMoved> said = said();
              assertThat(said).hasSize(MANY);
              assertThat(said.stream().map(DeadlineMoved::assignmentId).distinct()).hasSize(MANY);
              assertThat(said)
                  .allSatisfy(
                      fact -> {
                        assertThat(fact.deadline()).isEqualTo(DeadlineKind.REPLY);
                        assertThat(fact.dueBefore()).isEqualTo(DUE);
                        assertThat(fact.dueAt()).isEqualTo(NEXT_DAY);
                        assertThat(fact.change()).isEqualTo(DeadlineChange.CALENDAR);
                        assertThat(fact.calendarVersion()).isEqualTo((int) calendar);
                      });
            });
  }

  @Test
  void what_somebody_works_at_is_left_for_later_and_not_forgotten() throws SQLException {
    many(150, START);
    try (Connection working = database.getConnection()) {
      working.setAutoCommit(false);
      try (Statement sql = working.createStatement()) {
        sql.execute(
            "select 1 from handled_case where case_no like 'MANY-%' order by case_no limit 1 for update");
      }
      adopted("calendar", HOLIDAYS);
      await().atMost(LONG).until(() -> moved() == 149);
      assertThat(recomputation("calendar").getBoolean("recomputation.finished")).isFalse();
      working.rollback();
      working.setAutoCommit(true);
    }
    awaitRecomputed();
    assertThat(moved()).isEqualTo(150);
  }

  @Test
  void a_version_stays_and_says_who_when_and_why() throws SQLException {
    long first = version("calendar");
    JsonPath adopted = adopt("calendar", HOLIDAYS).then().statusCode(201).extract().jsonPath();

    assertThat(adopted.getLong("version")).isEqualTo(first + 1);
    assertThat(adopted.getString("reason")).isEqualTo("停电检修");
    assertThat(adopted.getString("adoptedBy")).isEqualTo("the-calendar-admin");
    Desk.as(Role.LEADER)
        .get("/api/calendar/versions")
        .then()
        .statusCode(200)
        .body("items[0].version", equalTo((int) first + 1))
        .body("items.version", hasItems(1, (int) first));
    Desk.as(Role.DISPATCHER)
        .get("/api/calendar/versions/" + (first + 1) + "/years/2030")
        .then()
        .body("days.find { it.date == '2030-05-08' }.kind", equalTo("DAY_OFF"));
    Desk.as(Role.DISPATCHER)
        .get("/api/calendar/versions/" + first + "/years/2030")
        .then()
        .body("days.find { it.date == '2030-05-08' }.kind", equalTo("WORK_DAY"));
    assertThat(catchThrowable(() -> execute("delete from work_calendar")))
        .hasMessageContaining("neither changed nor deleted");

    // The other services read it on its topic: the first one and each adoption, once.
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(versionsSaid()).contains((int) first + 1).doesNotHaveDuplicates());
    assertThat(versionsSaid()).startsWith(1).isSorted();
    CalendarInForce newest =
        EventCodec.readCalendar(log.read(Topics.CALENDAR).get(versionsSaid().size() - 1).value());
    assertThat(newest.calendar().isWorkDay(LocalDate.of(2030, 5, 8))).isFalse();
  }

  private List<Integer> versionsSaid() {
    return log.read(Topics.CALENDAR).stream()
        .map(record -> EventCodec.readCalendar(record.value()).version())
        .toList();
  }

  @Test
  void of_two_administrators_the_second_is_told() {
    long read = version("calendar");
    command(read).body(HOLIDAYS).post("/api/calendar/versions").then().statusCode(201);

    command(read).body(NO_DATES).post("/api/calendar/versions").then().statusCode(412);
    assertThat(version("calendar")).isEqualTo(read + 1);
  }

  @Test
  void a_year_without_its_notice_is_an_alarm_three_months_before() {
    // It is November 2026 or later, and the shipped notices end with 2026.
    Desk.as(Role.CALENDAR_ADMIN)
        .get("/api/calendar")
        .then()
        .statusCode(200)
        .body("missing.year", hasItem(2027));
    assertThat(RestAssured.given().get("/q/metrics").asString())
        .containsPattern("hotline_calendar_years_missing [1-9]");
  }

  @Test
  void limits_hold_for_new_rounds_and_for_open_tasks_only_on_demand() throws SQLException {
    many(20, START);
    long before = version("limits");
    JsonPath preview =
        admin()
            .body("{\"preset\":\"bj-4tier\",\"openCases\":true}")
            .post("/api/limits/previews")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(preview.getLong("byClock.find { it.clock == 'REPLY' }.counted.moved"))
        .isGreaterThanOrEqualTo(20);

    String city = "city/" + (before + 1);
    adopt("limits", "{\"preset\":\"bj-4tier\",\"reason\":\"试行四级\"}").then().statusCode(201);
    // Every instance works with it a second later.
    await().atMost(LONG).until(() -> timeRules.recent().policy().version().equals(city));
    UUID newer = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    assertThat(policyOf(newer)).isEqualTo(city);
    assertThat(policyOf(task)).isNotEqualTo(city);
    assertThat(
            count("select count(*) from assignment where unit_id = 'many' and reply_due = ?", DUE))
        .isEqualTo(20);

    adopt("limits", "{\"preset\":\"bj-4tier\",\"openCases\":true,\"reason\":\"在办一并执行\"}")
        .then()
        .statusCode(201);
    awaitRecomputed();
    assertThat(
            count(
                "select count(*) from assignment where unit_id = 'many' and reply_due = ?"
                    + " and reply_rule like '7nd %' and policy_version = 'city/"
                    + (before + 2)
                    + "'",
                Instant.parse(START).plus(Duration.ofDays(7))))
        .isEqualTo(20);
    JsonPath deadlines =
        Desk.as(Role.SUPERVISOR).get("/api/assignments/" + task + "/deadlines").jsonPath();
    assertThat(deadlines.getString("items[2].limit")).isEqualTo("7nd");
    assertThat(deadlines.getString("items[2].explanation.due"))
        .isEqualTo(deadlines.getString("items[2].dueAt"));

    adopt("limits", "{\"preset\":\"sd-default\",\"openCases\":true,\"reason\":\"恢复\"}")
        .then()
        .statusCode(201);
    awaitRecomputed();
    assertThat(
            count("select count(*) from assignment where unit_id = 'many' and reply_due = ?", DUE))
        .isEqualTo(20);
  }

  @Test
  void what_was_said_to_move_behind_a_return_that_waits_is_what_its_refusal_leads_back_to() {
    UUID caseId = UUID.fromString(Desk.task(task).getString("caseId"));
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    int no =
        Desk.asked(
            Desk.clerk(),
            task,
            "return-requests",
            Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "《城市道路管理条例》第六条"));

    adopt("limits", "{\"preset\":\"sh-1-5-15\",\"openCases\":true,\"reason\":\"试行\"}")
        .then()
        .statusCode(201);
    awaitRecomputed();

    List<Instant> said = new ArrayList<>();
    await()
        .atMost(LONG)
        .until(
            () -> {
              log.factsOf(caseId).stream()
                  .map(fact -> fact.event())
                  .filter(DeadlineMoved.class::isInstance)
                  .map(DeadlineMoved.class::cast)
                  .filter(moved -> moved.deadline() == DeadlineKind.CONTACT)
                  .forEach(moved -> said.add(moved.dueAt()));
              return !said.isEmpty();
            });
    assertThat(Desk.task(task).getString("contactDue")).isEqualTo(said.get(0).toString());
    Desk.decide(
            task,
            "return-requests",
            no,
            Map.of("decision", "REFUSE", "refusal", "WITHIN_DUTIES", "comment", "属于贵局职责"))
        .then()
        .statusCode(200)
        .body("status", equalTo("SIGNED"));
    assertThat(
            Desk.as(Role.SUPERVISOR)
                .get("/api/assignments/" + task + "/deadlines")
                .jsonPath()
                .getString("items[1].limit"))
        .isEqualTo("1wd");

    adopt("limits", "{\"preset\":\"sd-default\",\"openCases\":true,\"reason\":\"恢复\"}")
        .then()
        .statusCode(201);
    awaitRecomputed();
  }

  @Test
  void when_clocks_turn_yellow_is_adopted_with_the_limits() throws SQLException {
    many(1, START);
    String yellow = "select count(*) from assignment where unit_id = 'many' and reply_yellow = ?";
    adopt(
            "limits",
            "{\"preset\":\"sd-default\",\"light\":{\"percent\":100,\"days\":3},"
                + "\"openCases\":true,\"reason\":\"三天变黄\"}")
        .then()
        .statusCode(201)
        .body("light.percent", equalTo(100))
        .body("light.days", equalTo(3));
    awaitRecomputed();
    assertThat(count(yellow, Instant.parse("2030-05-08T09:30:00Z"))).isEqualTo(1);
    // What does not speak of the lights leaves them.
    adopt("limits", "{\"preset\":\"sd-default\",\"reason\":\"不涉及灯\"}")
        .then()
        .statusCode(201)
        .body("light.days", equalTo(3));

    adopt(
            "limits",
            "{\"preset\":\"sd-default\",\"light\":{\"percent\":0,\"days\":1},\"reason\":\"错\"}")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("light"))
        .body("violations[0].code", equalTo("light-share-out-of-range"));
    adopt(
            "limits",
            "{\"preset\":\"sd-default\",\"light\":{\"percent\":50,\"days\":1},"
                + "\"openCases\":true,\"reason\":\"恢复\"}")
        .then()
        .statusCode(201);
    awaitRecomputed();
    assertThat(count(yellow, Instant.parse("2030-05-10T09:30:00Z"))).isEqualTo(1);
  }

  @Test
  void a_limit_that_this_version_does_not_know_is_left_out_and_the_others_hold()
      throws SQLException {
    execute("alter table limit_policy drop constraint limit_clock_is_known");
    execute(
        "insert into limit_policy (policy, version, kind, urgency, clock, duration, start_rule, end_rule)"
            + " values ('from-later', 1, null, 'NORMAL', 'HEARING', '3xx', 'IMMEDIATELY', 'EXACT'),"
            + " ('from-later', 1, 'HELP', 'NORMAL', 'REPLY', '4wd', 'IMMEDIATELY', 'EXACT')");
    try {
      assertThat(timeRules.policy("from-later/1").requests(CaseKind.HELP, Urgency.NORMAL).hold())
          .isNull();
    } finally {
      execute("delete from limit_policy where policy = 'from-later'");
      execute(
          "alter table limit_policy add constraint limit_clock_is_known check (clock in"
              + " ('SIGN', 'CONTACT', 'REPLY', 'REHANDLE', 'RETURN', 'EXTENSION', 'HOLD'))");
    }
  }

  private static RequestSpecification admin() {
    return Desk.as(Role.CALENDAR_ADMIN);
  }

  private static RequestSpecification command(long version) {
    return Desk.command(admin(), version);
  }

  private static Response adopt(String what, String body) {
    return command(version(what)).body(body).post("/api/" + what + "/versions");
  }

  private static long adopted(String what, String body) {
    return adopt(what, body).then().statusCode(201).extract().jsonPath().getLong("version");
  }

  private static long version(String what) {
    return recomputation(what).getLong("version");
  }

  private static JsonPath recomputation(String what) {
    return admin().get("/api/" + what).then().statusCode(200).extract().jsonPath();
  }

  private void awaitRecomputed() {
    await()
        .atMost(LONG)
        .until(() -> count("select count(*) from recomputation where caught_up_at is null") == 0);
  }

  private long moved() throws SQLException {
    return count(
        "select count(*) from assignment where unit_id = 'many' and reply_due = ?", NEXT_DAY);
  }

  private String policyOf(UUID assignmentId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql =
            connection.prepareStatement(
                "select policy_version from assignment where assignment_id = ?")) {
      sql.setObject(1, assignmentId);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private UUID oneHalfWay() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select assignment_id from assignment where unit_id = 'many'"
                    + " order by reckoning, assignment_id offset 1050 limit 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  /** Tasks like the one of this test that began at that moment, each of a case of its own. */
  private void many(int count, String start) throws SQLException {
    execute(
        """
        with copied as (
          select h as one, a as its, gen_random_uuid() as case_id, 'MANY-' || gen_random_uuid() as case_no
          from handled_case h join assignment a on a.case_id = h.case_id, generate_series(1, %d)
          where a.assignment_id = '%s'
        ), cases as (
          insert into handled_case select (jsonb_populate_record(one,
            jsonb_build_object('case_id', case_id, 'case_no', case_no, 'lead_unit_id', 'many'))).* from copied
          returning case_id
        )
        insert into assignment select (jsonb_populate_record(its, jsonb_build_object(
          'assignment_id', gen_random_uuid(), 'case_id', case_id, 'unit_id', 'many', 'unit_path', '/center/many',
          'created_at', '%3$s'::timestamptz,
          'sign_rule', '2wh IMMEDIATELY EXACT',
          'contact_rule', '24nh IMMEDIATELY EXACT',
          'reply_rule', '5wd IMMEDIATELY END_OF_WORK_DAY',
          'sign_due', '%3$s'::timestamptz + interval '2 hours',
          'contact_due', '%3$s'::timestamptz + interval '1 day',
          'reply_due', '%3$s'::timestamptz + interval '7 days 8 hours 30 minutes',
          'next_due', '%3$s'::timestamptz + interval '2 hours'))).* from copied
        """
            .formatted(count, task, start));
  }

  private List<DeadlineMoved> said() throws SQLException {
    List<String> cases = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select case_id from assignment where unit_id = 'many'")) {
      while (row.next()) {
        cases.add(row.getString(1));
      }
    }
    Map<String, Boolean> wanted = new HashMap<>();
    cases.forEach(one -> wanted.put(one, true));
    List<DeadlineMoved> said = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> entry : log.read(Topics.CASE_LIFECYCLE)) {
      Map<String, String> headers = TheLog.headers(entry);
      if (wanted.containsKey(entry.key())
          && EventType.DEADLINE_MOVED.wireName().equals(headers.get("ce_type"))) {
        EventCodec.read(entry.key(), headers, entry.value())
            .ifPresent(fact -> said.add((DeadlineMoved) fact.event()));
      }
    }
    return said;
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private long count(String query, Instant... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement sql = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i].atOffset(ZoneOffset.UTC));
      }
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
