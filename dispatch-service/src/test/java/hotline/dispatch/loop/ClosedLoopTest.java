package hotline.dispatch.loop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hotline.access.Role;
import hotline.access.testing.TestTokens;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.AssignmentCreated;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseDispatched;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseReopened;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import hotline.lifecycle.ReopenReason;
import hotline.lifecycle.ReopenedBy;
import hotline.lifecycle.Urgency;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** From the accepted request to the reply that passed, and round again. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class ClosedLoopTest {

  @Inject OtherServices others;
  @Inject CaseFileStore files;
  @Inject DataSource database;
  @Inject TheLog log;
  @Inject MovedClock clock;

  @Test
  void an_accepted_case_goes_to_its_unit_by_itself_with_the_reason_stored() {
    Known known = others.accepted(OtherServices.STREET);

    JsonPath found = Desk.awaitStatus(known.caseId(), "DISPATCHED");

    assertThat(found.getString("assignments[0].unitId")).isEqualTo("s370281001");
    assertThat(found.getString("assignments[0].unitName")).isEqualTo("阜安街道热线工作站");
    assertThat(found.getString("routing.ruleId")).isEqualTo("R-0102");
    assertThat(found.getBoolean("routing.automatic")).isTrue();
    assertThat(found.getString("routing.explanation[0].zh")).contains("市容环境");
    assertThat(found.getString("routing.explanation[0].en")).contains("R-0102");
    assertThat(found.getString("file.title")).isEqualTo("诉求 " + known.caseNo());
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CREATED);
    assertThat(types(facts))
        .containsExactly(EventType.CASE_DISPATCHED, EventType.ASSIGNMENT_CREATED);
    CaseDispatched dispatched = (CaseDispatched) facts.get(0).event();
    assertThat(dispatched.automatic()).isTrue();
    assertThat(dispatched.catalogueVersion()).startsWith("catalogue/");
    assertThat(facts.get(0).envelope().causationId()).isNotNull();
    assertThat(facts.get(0).envelope().actor()).isEqualTo("system");
  }

  @Test
  void an_open_case_of_the_old_system_goes_on_at_its_unit_by_the_due_time_that_was_promised() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant received = now.minus(Duration.ofDays(6));
    // Later than a signing is due after the longest holidays.
    Instant due = now.plus(Duration.ofDays(12));
    Known ahead = others.handedOver(OtherServices.OTHER, "OLD-0001", received, due, "cg");
    Instant passed = now.minus(Duration.ofHours(5));
    Known late = others.handedOver(OtherServices.OTHER, "OLD-0002", received, passed, "cg");
    Known waiting = others.handedOver(OtherServices.OTHER, "OLD-0003", received, due, null);

    UUID task = Desk.awaitTask(ahead.caseId(), 1);
    JsonPath found = Desk.caseOf(ahead.caseId());
    assertThat(found.getString("enteredAs")).isEqualTo("OLD_SYSTEM");
    assertThat(found.getString("externalRef")).isEqualTo("OLD-0001");
    assertThat(found.getString("assignments[0].unitId")).isEqualTo("cg");
    assertThat(found.getString("routing.explanation[0].en")).contains("old system");
    JsonPath deadlines =
        Desk.clerk().get("/api/assignments/" + task + "/deadlines").then().extract().jsonPath();
    assertThat(Instant.parse(deadlines.getString("items[2].dueAt"))).isEqualTo(due);
    assertThat(deadlines.getBoolean("items[2].promised")).isTrue();
    assertThat(deadlines.getBoolean("items[0].promised")).isFalse();
    assertThat(Instant.parse(deadlines.getString("items[0].dueAt"))).isAfter(now);
    AssignmentCreated created =
        (AssignmentCreated)
            log.awaitLast(ahead.caseId(), EventType.ASSIGNMENT_CREATED).get(1).event();
    assertThat(created.replyDue()).isEqualTo(due);
    // One extension was used up there.
    assertThat(Desk.task(task).getInt("allowances.extension.used")).isEqualTo(1);
    Desk.clerk()
        .get("/api/assignments?q=OLD-0001")
        .then()
        .body("items.caseNo", equalTo(List.of(ahead.caseNo())));

    // It is late with it, as it was in the old system, and that is said once.
    Desk.awaitTask(late.caseId(), 1);
    List<Fact> facts = log.awaitLast(late.caseId(), EventType.DEADLINE_MISSED);
    assertThat(facts)
        .filteredOn(fact -> fact.event().type() == EventType.DEADLINE_MISSED)
        .hasSize(1);

    JsonPath pending = Desk.awaitWaiting(waiting.caseId());
    Desk.dispatch(waiting.caseId(), pending.getLong("version"), Map.of("leadUnitId", "zj"))
        .then()
        .statusCode(201);
    UUID chosen = Desk.awaitTask(waiting.caseId(), 1);
    assertThat(Instant.parse(Desk.task(chosen).getString("replyDue"))).isEqualTo(due);
    // The centre has had it since it was handed over, not since the old system accepted it.
    JsonPath clocks =
        Desk.as(Role.SUPERVISOR)
            .get("/api/cases/" + waiting.caseId() + "/clocks")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    String dispatching = "items.find { it.kind == 'DISPATCH' }.";
    assertThat(Instant.parse(clocks.getString(dispatching + "startedAt")))
        .isAfterOrEqualTo(now.minusSeconds(1));
    assertThat(clocks.getBoolean(dispatching + "late")).isFalse();
  }

  @Test
  void a_number_that_two_old_systems_gave_names_neither_of_their_cases() throws SQLException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant received = now.minus(Duration.ofDays(6));
    Instant due = now.plus(Duration.ofHours(30));
    Known known = others.accepted(OtherServices.OTHER);
    Known one = others.handedOver(OtherServices.OTHER, "OLD-0009", received, due, null);
    Desk.awaitWaiting(known.caseId());
    Desk.awaitWaiting(one.caseId());
    compare(known, "OLD-0009").then().statusCode(200).body("main.caseNo", equalTo(one.caseNo()));

    Known other = others.handedOver(OtherServices.OTHER, "OLD-0009", received, due, null);
    Desk.awaitWaiting(other.caseId());
    compare(known, "OLD-0009")
        .then()
        .statusCode(409)
        .body("code", equalTo("several-cases"))
        .body("caseNos", equalTo(List.of(one.caseNo(), other.caseNo())));
    compare(known, other.caseNo())
        .then()
        .statusCode(200)
        .body("main.caseNo", equalTo(other.caseNo()));

    // Whoever is limited to a grid is told of none beyond it.
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.executeUpdate(
          "update handled_case set place_path = '/9999/999999' where case_id = '"
              + other.caseId()
              + "'");
    }
    given()
        .auth()
        .oauth2(TestTokens.of("of-a-grid", Role.DISPATCHER).grid("/3702/370281").token())
        .get("/api/cases/" + known.caseId() + "/comparison?caseNo=OLD-0009")
        .then()
        .statusCode(200)
        .body("main.caseNo", equalTo(one.caseNo()));
  }

  private static Response compare(Known one, String with) {
    return Desk.as(Role.DISPATCHER)
        .get("/api/cases/" + one.caseId() + "/comparison?caseNo=" + with);
  }

  @Test
  void a_reply_is_rejected_once_passed_then_and_every_fact_is_said_in_order() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.sign(Desk.clerk(), task, 0)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .extract()
        .jsonPath()
        .getBoolean("late");
    Desk.contact(Desk.clerk(), task, 1).then().statusCode(200);
    Desk.reply(Desk.clerk(), task, 2).then().statusCode(200);
    Desk.review(task, 3, Map.of("decision", "REJECT", "reason", "OFF_TOPIC", "comment", "请补充"))
        .then()
        .statusCode(200);
    JsonPath rejected = Desk.task(task);
    assertThat(rejected.getString("status")).isEqualTo("REPLY_REJECTED");
    assertThat(rejected.getString("replies[0].review.reason")).isEqualTo("OFF_TOPIC");
    assertThat(rejected.getString("contactAttempts[0].result")).isEqualTo("REACHED");
    Desk.reply(Desk.clerk(), task, 4).then().statusCode(200);
    Desk.review(task, 5, Map.of("decision", "PASS")).then().statusCode(200);

    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_COMPLETED);
    assertThat(types(facts))
        .containsExactly(
            EventType.CASE_DISPATCHED,
            EventType.ASSIGNMENT_CREATED,
            EventType.ASSIGNMENT_SIGNED,
            EventType.ASSIGNMENT_CONTACT_ATTEMPTED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_REPLY_REJECTED,
            EventType.ASSIGNMENT_REPLY_SUBMITTED,
            EventType.ASSIGNMENT_COMPLETED);
    assertThat(facts)
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
    AssignmentCompleted completed = (AssignmentCompleted) facts.get(7).event();
    assertThat(completed.handlerRef()).isEqualTo("clerk-of-cg");
    assertThat(completed.reviewerRef()).isEqualTo("the-reply-reviewer");
    assertThat(completed.replyNo()).isEqualTo(2);
    assertThat(facts.get(2).envelope().unit()).isEqualTo("cg");
    assertThat(Desk.caseOf(known.caseId()).getString("status")).isEqualTo("PENDING_CALLBACK");
  }

  @Test
  void who_is_anonymous_or_left_no_number_need_not_be_reached_and_everybody_else_must_be_tried() {
    UUID task = Desk.awaitTask(others.acceptedAnonymous(OtherServices.ROADS).caseId(), 1);
    JsonPath anonymous = Desk.task(task);
    assertThat(anonymous.getBoolean("anonymous")).isTrue();
    assertThat(anonymous.getString("contactDue")).isNull();
    Desk.sign(Desk.clerk(), task, 0).then().statusCode(200);
    notPossible(task).then().statusCode(200).body("late", equalTo(false));
    Desk.reply(Desk.clerk(), task, 2).then().statusCode(200);

    UUID letter = Desk.awaitTask(others.acceptedWithoutNumber(OtherServices.ROADS).caseId(), 1);
    assertThat(Desk.task(letter).getBoolean("anonymous")).isFalse();
    assertThat(Desk.task(letter).getBoolean("reachable")).isFalse();
    assertThat(Desk.task(letter).getString("contactDue")).isNull();
    Desk.sign(Desk.clerk(), letter, 0).then().statusCode(200);
    notPossible(letter).then().statusCode(200).body("late", equalTo(false));
    Desk.reply(Desk.clerk(), letter, 2).then().statusCode(200);

    UUID named = Desk.awaitTask(others.accepted(OtherServices.ROADS).caseId(), 1);
    assertThat(Desk.task(named).getBoolean("reachable")).isTrue();
    assertThat(Desk.task(named).getString("contactDue")).isNotNull();
    Desk.sign(Desk.clerk(), named, 0).then().statusCode(200);
    notPossible(named).then().statusCode(400).body("violations[0].code", equalTo("not-anonymous"));
  }

  private static Response notPossible(UUID task) {
    return Desk.command(Desk.clerk(), 1)
        .body(Map.of("result", "NOT_POSSIBLE", "channel", "OTHER"))
        .post("/api/assignments/" + task + "/contact-attempts");
  }

  @Test
  void an_ordered_round_goes_to_the_same_unit_with_the_shorter_limit_and_ends_with_the_close() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    others.say(known, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));

    UUID second = Desk.awaitTask(known.caseId(), 2);
    JsonPath found = Desk.caseOf(known.caseId());
    assertThat(found.getString("status")).isEqualTo("REHANDLING");
    assertThat(found.getString("routing.explanation[0].zh")).contains("第 2 轮");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CREATED);
    AssignmentCreated created = (AssignmentCreated) facts.get(facts.size() - 1).event();
    assertThat(created.round()).isEqualTo(2);
    assertThat(created.unitId()).isEqualTo("cg");
    // Three work days instead of five: end of Thursday instead of the next Monday.
    assertThat(Duration.between(clock.instant(), created.replyDue()))
        .isLessThan(Duration.ofDays(6));
    Desk.handle(second);
    others.closed(known);

    Desk.awaitStatus(known.caseId(), "CLOSED");
    assertThat(types(log.factsOf(known.caseId()))).endsWith(EventType.ASSIGNMENT_COMPLETED);
  }

  @Test
  void a_next_round_does_not_stay_with_a_unit_that_a_correction_has_named_as_respondent() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID first = Desk.awaitTask(known.caseId(), 1);
    others.file(known, 2, "反映城管执法不当", "cg", false);
    await().atMost(Duration.ofSeconds(30)).until(() -> title(first).equals("反映城管执法不当"));
    Desk.handle(first);

    others.say(known, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));

    UUID second = Desk.awaitTask(known.caseId(), 2);
    JsonPath waiting = Desk.awaitWaiting(known.caseId());
    assertThat(Desk.task(second).getString("status")).isEqualTo("RECALLED");
    assertThat(Desk.task(second).getString("recall.reason")).isEqualTo("RESPONDENT");
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", "jt"))
        .then()
        .statusCode(201);
    JsonPath given = Desk.awaitStatus(known.caseId(), "DISPATCHED");
    assertThat(given.getInt("round")).isEqualTo(2);
  }

  @Test
  void a_reopened_case_goes_to_the_unit_that_had_it_last_which_sees_why() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID first = Desk.awaitTask(known.caseId(), 1);
    Desk.handle(first);
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");

    others.say(
        known,
        new CaseReopened(
            2, "cg", ReopenReason.NOT_AS_PROMISED, ReopenedBy.CITIZEN, clock.instant()));

    UUID second = Desk.awaitTask(known.caseId(), 2);
    assertThat(Desk.task(second).getString("reopened")).isEqualTo("NOT_AS_PROMISED");
    assertThat(Desk.task(first).getString("reopened")).isNull();
    assertThat(Desk.caseOf(known.caseId()).getString("routing.explanation[0].zh"))
        .contains("重开", "第 2 轮", "未按承诺办理");
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CREATED);
    AssignmentCreated created = (AssignmentCreated) facts.get(facts.size() - 1).event();
    assertThat(created.unitId()).isEqualTo("cg");
    // Its clocks begin now: the days for which the case was closed are neither counted nor a pause.
    assertThat(Duration.between(clock.instant(), created.replyDue()))
        .isPositive()
        .isLessThan(Duration.ofDays(6));
    Desk.handle(second);
    others.closed(known);
    Desk.awaitStatus(known.caseId(), "CLOSED");
  }

  @Test
  void a_case_waits_for_its_file_because_it_says_who_is_complained_about() {
    Known known = others.newCase();
    others.registered(known, OtherServices.ROADS, CaseKind.HELP, Urgency.NORMAL);
    others.accept(known, OtherServices.ROADS, CaseKind.HELP, Urgency.NORMAL);
    JsonPath waiting = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH");
    assertThat(waiting.getString("file")).isNull();
    Desk.dispatch(known.caseId(), waiting.getLong("version"), Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-not-here"));

    others.file(known, 1, "迟到的内容", null, false);

    Desk.awaitStatus(known.caseId(), "DISPATCHED");
  }

  @Test
  void the_text_follows_the_newest_file_and_is_erased_by_a_tombstone_for_good()
      throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    others.file(known, 3, "补充后的标题", null, false);
    await().atMost(Duration.ofSeconds(30)).until(() -> title(task).equals("补充后的标题"));
    others.file(known, 2, "旧的标题", null, false);
    others.fileErased(known);
    await().atMost(Duration.ofSeconds(30)).until(() -> title(task).isEmpty());
    assertThat(Desk.task(task).getString("file.address")).isNull();
    keep(file(known, 4));
    assertThat(title(task)).isEmpty();
  }

  @Test
  void what_a_citizen_wrote_with_a_rating_is_not_kept_for_the_units() throws SQLException {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    CaseFile.Supplement plain = new CaseFile.Supplement(1, clock.instant(), "又坏了一盏");
    CaseFile newer =
        new CaseFile(
            known.caseId(),
            known.caseNo(),
            9,
            "路灯不亮",
            "内容",
            null,
            null,
            false,
            null,
            List.of(plain),
            clock.instant(),
            null,
            List.of(new CaseFile.RatingWords(1, "态度不好")));
    keep(newer);
    CaseFile kept = files.find(known.caseId()).orElseThrow();
    assertThat(kept.supplements()).extracting(CaseFile.Supplement::text).containsExactly("又坏了一盏");
    assertThat(kept.ratingWords()).isNull();
  }

  @Test
  void a_text_that_was_erased_before_it_was_here_never_comes() throws SQLException {
    Known known = others.newCase();
    others.registered(known, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    Desk.awaitStatus(known.caseId(), "REGISTERED");
    try (Connection tx = database.getConnection()) {
      files.erase(tx, List.of(known.caseId()), clock.instant());
    }
    keep(file(known, 1));

    assertThat(files.find(known.caseId())).isEmpty();
    // Nor does anybody get the case before it is known whom it complains about.
    others.accept(known, OtherServices.OTHER, CaseKind.HELP, Urgency.NORMAL);
    long version = Desk.awaitStatus(known.caseId(), "PENDING_DISPATCH").getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg"))
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-not-here"));
  }

  private void keep(CaseFile file) throws SQLException {
    try (Connection tx = database.getConnection()) {
      files.keep(tx, List.of(file));
    }
  }

  private CaseFile file(Known known, long version) {
    return new CaseFile(
        known.caseId(),
        known.caseNo(),
        version,
        "删除之后的标题",
        "删除之后的内容",
        null,
        null,
        false,
        null,
        List.of(),
        clock.instant());
  }

  @Test
  void a_duplicate_changes_nothing() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(known.caseId(), 1);
    Known witness = others.accepted(OtherServices.ROADS);
    others.say(
        known,
        2,
        new CaseAccepted(
            CaseKind.HELP,
            Urgency.NORMAL,
            OtherServices.ROADS,
            "370281001005",
            "/3702",
            clock.instant(),
            false));
    Desk.awaitTask(witness.caseId(), 1);

    assertThat(Desk.caseOf(known.caseId()).getList("assignments")).hasSize(1);
    assertThat(types(log.factsOf(known.caseId()))).hasSize(2);
  }

  private static String title(UUID task) {
    return Desk.task(task).getString("file.title");
  }

  private static List<EventType> types(List<Fact> facts) {
    return facts.stream().map(fact -> fact.event().type()).toList();
  }
}
