package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.access.Role;
import hotline.dispatch.loop.OtherServices.Known;
import hotline.dispatch.publicreplies.UnsaidReplies;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.EventCodec;
import hotline.lifecycle.EventType;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.lifecycle.Source;
import hotline.lifecycle.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What units answered citizens leaves for the topic where the citizens' page reads it (公开答复). */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class PublicRepliesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ANSWER = "您反映的问题已修复，感谢监督。";

  @Inject OtherServices others;
  @Inject TheLog log;
  @Inject DataSource database;
  @Inject UnsaidReplies unsaid;
  @Inject MovedClock clock;

  @Test
  void the_reply_of_the_lead_is_told_once_its_review_has_passed_and_before_the_event() {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    Desk.review(task, Desk.version(task), Map.of("decision", "REJECT", "reason", "OFF_TOPIC"))
        .then()
        .statusCode(200);
    reply(task, Desk::clerk, "路灯已于今日修复。");
    log.awaitLast(known.caseId(), EventType.ASSIGNMENT_REPLY_SUBMITTED);
    assertThat(records(known)).as("neither rejected nor waiting").isEmpty();

    pass(task);

    ConsumerRecord<String, byte[]> record = awaitRecords(known, 1).get(0);
    PublicReply said = EventCodec.readPublicReply(record.value());
    assertThat(said.caseNo()).isEqualTo(known.caseNo());
    assertThat(said.version()).isEqualTo(1);
    assertThat(said.handledWith()).isEmpty();
    assertThat(said.answers())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.round()).isEqualTo(1);
              assertThat(one.unitId()).isEqualTo("cg");
              assertThat(one.withMain()).isFalse();
              assertThat(one.text()).isEqualTo("路灯已于今日修复。");
              assertThat(one.passedAt()).isAfterOrEqualTo(one.repliedAt());
            });
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .as("neither what the unit wrote for its own file, nor who")
        .doesNotContain("现场核查", "clerk-of-cg", "the-reply-reviewer");
    assertThat(TheLog.headers(record))
        .containsEntry("ce_type", PublicReply.TYPE)
        .containsEntry("ce_source", Source.DISPATCH.uri())
        .containsEntry("ce_subject", known.caseNo())
        .doesNotContainKey("ce_actor");
  }

  /** Both leave with one commit, and soon after their rows are gone: a trigger notes the order. */
  @Test
  void the_text_leaves_before_the_event_that_speaks_of_it() throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    Desk.replied(task, Desk::clerk);
    execute(
        "create table leaving (id bigint, topic text)",
        "create function note_leaving() returns trigger language plpgsql as $$ begin"
            + " if new.key = '%s' then insert into leaving values (new.id, new.topic); end if;"
                .formatted(known.caseId())
            + " return new; end $$",
        "create trigger leaves after insert on outbox for each row execute function note_leaving()");
    try {
      pass(task);
      assertThat(texts("select topic from leaving order by id"))
          .containsExactly(Topics.PUBLIC_REPLY, Topics.CASE_LIFECYCLE);
    } finally {
      execute(
          "drop trigger leaves on outbox", "drop function note_leaving()", "drop table leaving");
    }
  }

  @Test
  void a_newer_round_is_told_beside_the_older_one() {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    others.say(known, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    UUID again = Desk.awaitTask(known.caseId(), 2);
    reply(again, Desk::clerk, "第二轮已返工。", true);
    pass(again);

    PublicReply said = last(awaitRecords(known, 2));
    assertThat(said.version()).isEqualTo(2);
    assertThat(said.answers()).extracting(Answer::round).containsExactly(1, 2);
    assertThat(said.answers()).extracting(Answer::text).containsExactly(ANSWER, "第二轮已返工。");
  }

  @Test
  void what_a_co_handler_replies_is_not_the_citizens_answer() {
    Known known = others.accepted(OtherServices.OTHER);
    long version = Desk.awaitWaiting(known.caseId()).getLong("version");
    Desk.dispatch(known.caseId(), version, Map.of("leadUnitId", "cg", "coUnitIds", List.of("zj")))
        .then()
        .statusCode(201);
    UUID co =
        UUID.fromString(
            Desk.caseOf(known.caseId())
                .getString("assignments.find { it.role == 'CO' }.assignmentId"));
    reply(co, () -> Desk.clerk("zj", "/center/zj"), "协办意见，不对外。", true);
    pass(co);
    log.awaitLast(known.caseId(), EventType.ASSIGNMENT_COMPLETED);
    assertThat(records(known)).isEmpty();

    Desk.handle(Desk.openLead(known.caseId()));
    assertThat(last(awaitRecords(known, 1)).answers())
        .extracting(Answer::text)
        .containsExactly(ANSWER);
  }

  @Test
  void the_reply_to_a_main_case_is_told_to_those_that_follow_it_in_their_own_round() {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(one.caseId(), 1));
    others.say(one, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    UUID again = Desk.awaitTask(one.caseId(), 2);
    Desk.ask(
            Desk.as(Role.DISPATCHER),
            again,
            "recall",
            Desk.version(again),
            Map.of("reason", "MISROUTED", "note", "与另一件为同一事项"))
        .then()
        .statusCode(200);
    Known other = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(other.caseId(), 1);
    merge(one, main);
    merge(other, main);
    reply(task, Desk::clerk, "三件一并修复。", true);
    pass(task);

    assertThat(last(awaitRecords(main, 1)).handledWith())
        .containsExactlyInAnyOrder(one.caseId(), other.caseId());
    PublicReply said = last(awaitRecords(one, 2));
    assertThat(said.answers()).extracting(Answer::round).containsExactly(1, 2);
    assertThat(said.answers().get(1).withMain()).isTrue();
    assertThat(said.answers().get(1).text()).isEqualTo("三件一并修复。");
    assertThat(said.handledWith())
        .as("nobody who asked for the same may be named to another")
        .containsExactlyInAnyOrder(main.caseId(), other.caseId());
    assertThat(last(records(one)).toString()).doesNotContain(main.caseNo(), other.caseNo());
  }

  @Test
  void what_was_answered_is_erased_with_the_text_of_the_case_and_is_not_told_again()
      throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    awaitRecords(known, 1);

    erase(known);
    List<ConsumerRecord<String, byte[]>> erased = awaitRecords(known, 2);
    assertThat(erased.get(1).value()).isNull();

    others.say(known, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    Desk.handle(Desk.awaitTask(known.caseId(), 2));
    log.awaitLast(known.caseId(), EventType.ASSIGNMENT_COMPLETED);
    assertThat(records(known)).hasSize(2);
  }

  @Test
  void replies_that_passed_before_there_was_a_topic_are_told_once_with_those_that_followed()
      throws Exception {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(one.caseId(), 1);
    merge(one, main);
    Desk.handle(task);
    // Its next round comes later: by that the round of an answer of before is known.
    clock.moveBy(Duration.ofSeconds(1));
    others.say(one, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    UUID own = Desk.awaitTask(one.caseId(), 2);
    Known gone = others.accepted(OtherServices.ROADS);
    UUID ofGone = Desk.awaitTask(gone.caseId(), 1);
    Desk.handle(ofGone);
    awaitRecords(gone, 1);
    erase(gone);
    awaitRecords(gone, 2);
    PublicReply told = last(awaitRecords(one, 1));
    // As an instance of before leaves it.
    execute(
        "update reply set said = false where assignment_id in ('%s', '%s')".formatted(task, ofGone),
        "update merging set answer_round = null where case_id = '%s'".formatted(one.caseId()));

    sayAll();

    PublicReply again = last(awaitRecords(one, 2));
    assertThat(again.answers()).as("the round is found again").isEqualTo(told.answers());
    assertThat(last(awaitRecords(main, 2)).answers())
        .extracting(Answer::text)
        .containsExactly(ANSWER);
    assertThat(records(gone)).as("nothing of who was erased").hasSize(2);

    sayAll();
    Desk.handle(own);
    assertThat(last(awaitRecords(one, 3)).answers())
        .extracting(Answer::round)
        .containsExactly(1, 2);
    assertThat(records(main)).hasSize(2);
  }

  @Test
  void a_text_that_an_instance_of_before_erased_is_erased_here_once_it_is_looked_for()
      throws Exception {
    Known known = others.accepted(OtherServices.ROADS);
    Desk.handle(Desk.awaitTask(known.caseId(), 1));
    awaitRecords(known, 1);
    // As that instance leaves it; its offset has passed the tombstone.
    execute(
        "update case_file set title = '', content = '', demand = null, address = null,"
            + " supplements = '[]', direct_answer = null, erased = true where case_id = '"
            + known.caseId()
            + "'");

    unsaid.erased();

    List<ConsumerRecord<String, byte[]>> all = awaitRecords(known, 2);
    assertThat(all.get(1).value()).isNull();
    assertThat(unsaid.erased()).as("once").isZero();
  }

  @Test
  void what_was_answered_together_with_an_erased_case_is_said_anew_without_its_words()
      throws Exception {
    Known main = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(main.caseId(), 1);
    Known one = others.accepted(OtherServices.ROADS);
    Known gone = others.accepted(OtherServices.ROADS);
    Desk.awaitTask(one.caseId(), 1);
    Desk.awaitTask(gone.caseId(), 1);
    merge(one, main);
    merge(gone, main);
    Desk.handle(task);
    awaitRecords(main, 1);
    awaitRecords(one, 1);
    awaitRecords(gone, 1);

    erase(gone);
    awaitRecords(gone, 2);

    for (Known left : List.of(main, one)) {
      PublicReply said = last(awaitRecords(left, 2));
      assertThat(said.answers()).extracting(Answer::round).containsExactly(1);
      assertThat(said.answers()).extracting(Answer::text).containsOnlyNulls();
    }
    others.say(one, new CaseRehandleOrdered(2, "cg", DissatisfactionReason.UNIT));
    Desk.handle(Desk.awaitTask(one.caseId(), 2));
    assertThat(last(awaitRecords(one, 3)).answers())
        .extracting(Answer::text)
        .as("nor in a later round, where it may be named again")
        .containsExactly(null, null);
    assertThat(records(gone)).hasSize(2);
  }

  @Test
  void one_reply_that_cannot_be_said_does_not_stop_the_rest() throws Exception {
    Known broken = others.accepted(OtherServices.ROADS);
    UUID ofBroken = Desk.awaitTask(broken.caseId(), 1);
    Desk.handle(ofBroken);
    Known fine = others.accepted(OtherServices.ROADS);
    UUID ofFine = Desk.awaitTask(fine.caseId(), 1);
    Desk.handle(ofFine);
    awaitRecords(broken, 1);
    awaitRecords(fine, 1);
    execute(
        "create function refuse_outbox() returns trigger language plpgsql as $$ begin"
            + " if new.key = '%s' then raise exception 'refused'; end if; return new; end $$"
                .formatted(broken.caseId()),
        "create trigger refuses before insert on outbox for each row execute function refuse_outbox()",
        "update reply set said = false where assignment_id in ('%s', '%s')"
            .formatted(ofBroken, ofFine));
    try {
      unsaid.said();
      awaitRecords(fine, 2);
      assertThat(records(broken)).hasSize(1);
    } finally {
      execute("drop trigger refuses on outbox", "drop function refuse_outbox()");
    }
  }

  private void erase(Known known) throws Exception {
    others.fileErased(known);
    await()
        .atMost(SOON)
        .until(
            () ->
                texts(
                        "select case_no from case_file join handled_case using (case_id)"
                            + " where erased and case_id = '%s'".formatted(known.caseId()))
                    .contains(known.caseNo()));
    unsaid.erased();
  }

  private void sayAll() throws Exception {
    while (unsaid.said() > 0) {
      // Another batch.
    }
  }

  private static void reply(UUID task, Supplier<RequestSpecification> who, String text) {
    reply(task, who, text, false);
  }

  private static void reply(
      UUID task, Supplier<RequestSpecification> who, String text, boolean fromTheStart) {
    if (fromTheStart) {
      Desk.sign(who.get(), task, Desk.version(task)).then().statusCode(200);
      Desk.contact(who.get(), task, Desk.version(task)).then().statusCode(200);
    }
    Desk.command(who.get(), Desk.version(task))
        .body(Map.of("handlingText", "现场核查并修复。", "publicReply", text, "claimedSolved", true))
        .post("/api/assignments/" + task + "/replies")
        .then()
        .statusCode(200);
  }

  private static void pass(UUID task) {
    Desk.review(task, Desk.version(task), Map.of("decision", "PASS")).then().statusCode(200);
  }

  private static void merge(Known one, Known main) {
    Desk.command(Desk.as(Role.DISPATCHER), Desk.caseOf(one.caseId()).getLong("version"))
        .body(Map.of("mainCaseNo", main.caseNo(), "reason", "SAME_PLACE", "note", "同一处路面"))
        .post("/api/cases/" + one.caseId() + "/merge")
        .then()
        .statusCode(200);
  }

  private List<ConsumerRecord<String, byte[]>> awaitRecords(Known of, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              found.clear();
              found.addAll(records(of));
              assertThat(found).hasSize(count);
            });
    return found;
  }

  private List<ConsumerRecord<String, byte[]>> records(Known of) {
    return log.read(Topics.PUBLIC_REPLY).stream()
        .filter(record -> record.key().equals(of.caseId().toString()))
        .toList();
  }

  private static PublicReply last(List<ConsumerRecord<String, byte[]>> records) {
    return EventCodec.readPublicReply(records.get(records.size() - 1).value());
  }

  private List<String> texts(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }
}
